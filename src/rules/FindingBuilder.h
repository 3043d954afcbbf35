// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
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
    /// Whether sentences or questions may read otherwise after it though no row of a rule changes: what an element is called,
    /// what stands next to what, which frameworks are asked. Single answers are among the columns that the rules asking for
    /// them read.
    static bool dependsOn(const document::RowChange& change);
    /// Names have changed, what stands next to what, or which frameworks are asked: anything may read otherwise.
    void renewAll();

    FindingList build(const model::Model& model, const std::vector<RuleResult>& results,
                      const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today);

private:
    /// Findings in order, and where in them status or severity change.
    struct Part {
        std::shared_ptr<const std::vector<Finding>> findings = std::make_shared<const std::vector<Finding>>();
        std::vector<std::size_t> starts;
    };
    struct Kept {
        bool isCurrent = false;
        Part part; ///< Undecided.
        MissingAnswers missing;
    };
    static Part partOf(std::vector<Finding> findings);
    void refresh(const model::Model& model, const std::vector<RuleResult>& results, const RulePack& pack);
    static Kept findingsOf(const QuestionFinder& questions, Names& names, const RuleResult& result,
                           const std::vector<RuleResult>& results, const QList<ControlRef>& controls);
    void refreshMissing(const QSet<QString>& attributes);

    std::vector<Kept> kept_; ///< By position in the results.
    MissingAnswers missing_; ///< Of all rules.
    std::unique_ptr<const QuestionFinder> questions_;
};

} // namespace sallyport::rules
