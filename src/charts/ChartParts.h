// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/RowChart.h"

#include <vector>

class QBarSet;

namespace sallyport::charts {

/// Stacks the sets as horizontal bars of the chart, over a category axis of its rows (bottom up) and a value axis with
/// hairlines; the chart owns them then.
void addBars(RowChart& chart, const std::vector<QBarSet*>& sets, const diagram::Theme& theme);

} // namespace sallyport::charts
