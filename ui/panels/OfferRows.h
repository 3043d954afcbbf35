// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"
#include "panels/RowList.h"

/// Changes offered, as rows of a list: what to do, the figure before and after, and the price.
namespace sallyport::ui {

/// The id of a row is the position of the offer; the bar's whole is the figure before, its filled part the figure after.
ListRow offerRow(const advice::Offer& offer, int position);

/// "3.36 to 3.04".
QString fromToText(double before, double after);
/// "1 component, 1 deployment more"; "nothing to build" if it adds nothing.
QString priceText(const advice::Price& price);

void paintOffer(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);
int offerHeight(const ListRow& row, int width);

} // namespace sallyport::ui
