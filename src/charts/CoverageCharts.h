// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/RowChart.h"
#include "rules/Coverage.h"

namespace sallyport::charts {

/// One stacked bar for each framework: satisfied solid, partial upright rules, violated diagonals, unknown a dotted
/// outline, counts inside; what is not applicable is not part of the whole. A click on a row says the framework's id.
/// Frameworks without applicable controls are left out.
RowChart* coverageChart(const rules::Coverage& coverage, const diagram::Theme& theme);

/// "10 controls, 2 not applicable".
QString coverageCaption(const rules::FrameworkCoverage& framework);

/// A control that is not satisfied, ranked: violated before partial before unknown, then by how many elements.
struct Gap {
    const rules::FrameworkCoverage* framework = nullptr;
    const rules::ControlCoverage* control = nullptr;
};
std::vector<Gap> gaps(const rules::Coverage& coverage);

} // namespace sallyport::charts
