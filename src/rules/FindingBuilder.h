// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/FindingPart.h"
#include "rules/FindingTeller.h"
#include "rules/MissingAnswers.h"
#include "rules/Questions.h"

#include <QDate>
#include <QSet>

namespace sallyport::rules {

/// Findings of what rules returned: sentences, severities, questions, fixes, decisions; rows that yield to another rule
/// are left out; TBM-607 lists what is not answered, by attribute, those that the same elements lack in one; a rule that
/// cannot be used is one finding about it.
///
/// A finding is kept until its row, or what its sentence and questions say, may have changed: whoever calls says what has.
/// Decisions are looked up each time.
class FindingBuilder {
public:
    /// The rows of the rule at this position of the results are new.
    void renew(std::size_t rule);
    /// Anything may read otherwise.
    void renewAll();
    /// A row of the model has changed.
    void note(const document::RowChange& change) { words_.note(change); }

    struct Sources {
        const model::Model& model;
        const std::vector<RuleResult>& results;
        const RulePack& pack;
    };
    /// Tells what is new.
    void refresh(const Sources& from);
    /// All that was told, and these problems, with what people have decided.
    FindingList list(const model::Model& model, const std::vector<RuleProblem>& problems, const RulePack& pack,
                     const QDate& today) const;

private:
    struct Kept {
        bool isCurrent = false;
        bool isKnown = false;                                   ///< What it tells was right before what has changed since.
        QList<RuleRow> rows;                                    ///< Of which it tells.
        FindingPart part;                                       ///< Undecided.
        MissingAnswers missing;                                 ///< In the findings.
        std::vector<std::shared_ptr<const Finding>> come, gone; ///< Since refreshMissing().
        bool isAnew = false;                                    ///< Or else, all of them,
        MissingAnswers missingBefore;                           ///< where this was missing.
    };
    /// What findings may read otherwise.
    struct Concern {
        QSet<QString> elements; ///< Those whose rows name one of these,
        QSet<QString> renamed;  ///< and those that ask about one of these, which is called otherwise.
    };
    Concern followChanges(const model::Model& model);
    std::vector<std::size_t> stale(const std::vector<RuleResult>& results);
    FindingTeller tellerOf(const RuleResult& result, Names& names, const Sources& from) const;
    static std::vector<std::size_t> concerned(const Kept& kept, const Concern& concern);
    void tellAnew(std::size_t rule, Names& names, const Sources& from);
    void tellOthers(std::size_t rule, Names& names, const Concern& concern, const Sources& from);
    void tellConcerned(std::size_t rule, Names& names, const Concern& concern, const Sources& from);
    void refreshMissing();

    std::vector<Kept> kept_; ///< By position in the results.
    MissingAnswers missing_; ///< Of all rules.
    WordChanges words_;
    std::unique_ptr<QuestionFinder> questions_;
};

} // namespace sallyport::rules
