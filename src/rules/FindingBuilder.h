// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/FindingList.h"
#include "rules/MissingAnswers.h"
#include "rules/Questions.h"

#include <QDate>
#include <QSet>

namespace sallyport::rules {

/// Findings of what rules returned: sentences, severities, questions, fixes, decisions; rows that yield to another rule
/// are left out; TBM-607 lists what is not answered, by attribute, those that the same elements lack in one; a rule that
/// cannot be used is one finding about it.
///
/// The findings of a rule are kept until its rows, or what its sentences and questions say, may have changed: whoever
/// calls says so. Decisions are looked up each time.
class FindingBuilder {
public:
    /// The rows of the rule at this position of the results are new.
    void renew(std::size_t rule);
    /// Anything may read otherwise.
    void renewAll();
    /// These elements are called otherwise; what stands next to what has not changed.
    void rename(const QSet<QString>& elements);

    FindingList build(const model::Model& model, const std::vector<RuleResult>& results,
                      const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today);

private:
    /// Findings in order, where in them status or severity change, and of which rows of the rule they are.
    struct Part {
        std::shared_ptr<const std::vector<Finding>> findings = std::make_shared<const std::vector<Finding>>();
        std::vector<std::size_t> starts;
        std::vector<qsizetype> rows;
    };
    struct Kept {
        bool isCurrent = false;
        Part part; ///< Undecided.
        MissingAnswers missing;
    };
    struct Sources {
        const model::Model& model;
        const std::vector<RuleResult>& results;
        const RulePack& pack;
    };
    static Part partOf(std::vector<Finding> findings, std::vector<qsizetype> rows);
    void refresh(const Sources& from);
    void make(std::size_t rule, Names& names, const Sources& from);
    void tellAnew(std::size_t rule, Names& newNames, const QSet<QString>& renamed, const Sources& from);
    void refreshMissing(const QSet<QString>& attributes);

    std::vector<Kept> kept_; ///< By position in the results.
    MissingAnswers missing_; ///< Of all rules.
    QSet<QString> renamed_;
    std::unique_ptr<const QuestionFinder> questions_; ///< Until what stands next to what changes.
};

} // namespace sallyport::rules
