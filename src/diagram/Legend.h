// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Painting.h"

#include <QSizeF>

namespace sallyport::diagram {

/// The explanation of a lens: empty in Design, both scales whole in Blast (open anyway, path and start when present),
/// the statuses in Coverage. One row if it fits the width, else as many as it takes.
QSizeF legendSize(const Overlay& overlay, double width);
/// From the rect's top left, rows 24 high.
void paintLegend(QPainter& painter, const QRectF& rect, const Theme& theme, const Overlay& overlay);

} // namespace sallyport::diagram
