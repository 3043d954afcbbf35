// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"

#include <QDate>

namespace sallyport::rules {

/// Findings of what rules returned: sentences, severities, questions, fixes, decisions; rows that yield to another rule
/// are left out; TBM-607 lists what is not answered, by attribute; a rule that cannot be used is one finding about it.
std::vector<Finding> buildFindings(const model::Model& model, const std::vector<RuleResult>& results,
                                   const std::vector<RuleProblem>& problems, const QDate& today);

/// A control with the elements in its scope.
struct ScopedControl {
    const ControlMapping* mapping = nullptr;
    QStringList elements;
    QString problem; ///< The scope could not be read; then everything is unknown.
};
Coverage buildCoverage(const model::Model& model, const std::vector<ScopedControl>& controls,
                       const std::vector<RuleResult>& results, const QDate& today);

} // namespace sallyport::rules
