// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>
#include <QRectF>

class QPainter;

/// Patterns as lines, never as brushes: a patterned brush becomes a picture in PDF, and moves with the zoom.
namespace sallyport::diagram {

void paintDiagonals(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width); ///< 45°, rising
void paintRungs(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width);
void paintUprights(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width);

/// What says "unknown".
QPen dottedPen(const QColor& colour, double width);
/// What says "protection absent"; lengths in scene pixels.
QPen dashedPen(const QColor& colour, double width, double dash, double gap);

} // namespace sallyport::diagram
