// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Painting.h"

namespace sallyport::diagram {

/// The colours of a card under a lens.
struct CardStyle {
    QColor fill, line, lid, text, second, badge, icon, tile; ///< no tile: an invalid colour
    QColor statusInk;
    double width = 1.25;
    bool dotted = false;
    bool dimmed = false;
    Level level = Level::None;    ///< in the Blast lens
    std::optional<Status> status; ///< in the Coverage lens
};
CardStyle cardStyle(const CardShape& card, const ComponentMark& mark, const Look& look);

/// Identities, secrets and data from the left, findings and unknown answers from the right.
void paintBadges(QPainter& painter, const CardShape& card, const CardStyle& style, const ComponentMark& mark, const Look& look);
/// Where the badges end, for what else stands in their row.
double badgesEnd(const CardShape& card, const ComponentMark& mark, const Look& look);
/// The middle of their row.
double badgeRow(const CardShape& card);

} // namespace sallyport::diagram
