// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/RowList.h"
#include "rules/CoverageGaps.h"

namespace sallyport::ui {

/// Rows of a list of gaps: the control and how many elements are how, its title and how much blast radius hangs on them.
inline constexpr int gapHeight = 40;
ListRow gapRow(const rules::CoverageGap& gap, const QString& frameworkTitle);
void paintGap(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);

/// Ids of such rows.
QString gapId(const rules::ControlRef& control);
rules::ControlRef controlOfGap(const QString& id);

} // namespace sallyport::ui
