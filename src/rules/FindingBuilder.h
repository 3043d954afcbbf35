// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"
#include "rules/Questions.h"

#include <QDate>
#include <QHash>
#include <QSet>

namespace sallyport::rules {

/// Findings of what rules returned: sentences, severities, questions, fixes, decisions; rows that yield to another rule
/// are left out; TBM-607 lists what is not answered, by attribute; a rule that cannot be used is one finding about it.
///
/// The findings of a rule are kept until its rows, or what its sentences and questions say, may have changed: whoever
/// calls says so. Decisions are looked up each time.
class FindingBuilder {
public:
    /// The rows of the rule at this position of the results are new.
    void renew(std::size_t rule);
    /// Names have changed, or what stands next to what: sentences and questions may read otherwise.
    void renewAll() { kept_.clear(); }

    std::vector<Finding> build(const model::Model& model, const std::vector<RuleResult>& results,
                               const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today);

private:
    /// For TBM-607, of one rule: whose answer is missing, and how many findings wait for it.
    struct Missing {
        QSet<QString> elements;
        int findings = 0;
    };
    struct Kept {
        bool isCurrent = false;
        std::vector<Finding> findings;   ///< Undecided, in order.
        QHash<QString, Missing> missing; ///< By attribute.
    };
    void refresh(const model::Model& model, const std::vector<RuleResult>& results, const RulePack& pack);
    static Kept findingsOf(const QuestionFinder& questions, Names& names, const RuleResult& result,
                           const std::vector<RuleResult>& results, const RulePack& pack);
    std::vector<Finding> missingAnswers(Names& names, const RulePack& pack) const;

    std::vector<Kept> kept_; ///< By position in the results.
};

/// A control with the elements in its scope.
struct ScopedControl {
    const ControlMapping* mapping = nullptr;
    std::shared_ptr<const Catalogue> catalogue; ///< Null if nobody brought one.
    QStringList elements;
    QString problem; ///< The scope could not be read; then everything is unknown.
};
Coverage buildCoverage(const model::Model& model, const std::vector<ScopedControl>& controls,
                       const std::vector<RuleResult>& results, const QDate& today);

} // namespace sallyport::rules
