// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/RowChart.h"
#include "rules/CoverageGroups.h"

namespace sallyport::charts {

/// What one stacked bar counts: controls, by status.
struct CoverageBar {
    QString id;
    QString title;
    QString caption; ///< second ink, behind the title
    rules::CoverageCounts counts;
};
/// Frameworks; those without applicable controls are left out.
std::vector<CoverageBar> coverageBars(const rules::Coverage& coverage);
/// Functions, categories, zones or owners; one without a control in it stays, and says so.
std::vector<CoverageBar> coverageBars(const std::vector<rules::CoverageGroup>& groups);

/// One stacked bar each: satisfied solid, partial upright rules, violated diagonals, unknown a dotted outline, counts
/// inside; what is not applicable is not part of the whole. A click on a row says the bar's id.
RowChart* coverageChart(const std::vector<CoverageBar>& bars, const diagram::Theme& theme);
RowChart* coverageChart(const rules::Coverage& coverage, const diagram::Theme& theme);

/// "10 controls, 2 not applicable".
QString coverageCaption(const rules::CoverageCounts& counts);

} // namespace sallyport::charts
