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

/// Lines at 45 degrees, clipped to the rect: the pattern of what is open anyway. Lines only, so it prints as vectors.
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch = 3.2, double width = 0.8);

} // namespace sallyport::charts
