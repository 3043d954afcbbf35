// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;
class QColor;

/// Text of canvas and report. The family is Noto Sans by name, DejaVu Sans where it is missing; widths are those of the
/// font in use, and boxes computed from them leave slack, because a viewer of an SVG may have a wider font.
namespace sallyport::diagram {

/// Never hinted, so that widths scale with the zoom.
QFont canvasFont(int pixelSize, bool bold = false);

double textWidth(const QString& text, int pixelSize, bool bold = false);
/// The same with 12 % slack: what a box around the text must be wide.
double textRoom(const QString& text, int pixelSize, bool bold = false);
/// Elided so that it fits the width with slack: names in the middle, since they differ at both ends.
QString elided(const QString& text, double width, int pixelSize, bool bold = false, Qt::TextElideMode mode = Qt::ElideMiddle);

/// Elided in the middle to the very width; for the screen, where the font is the one measured.
QString cut(const QString& text, double width, int pixelSize, bool bold = false);

/// At the baseline; on raster the shaped text is cached.
void paintText(QPainter& painter, const QPointF& baseline, const QString& text, const QColor& colour, int pixelSize,
               bool bold = false);
/// Centred on a point, by the height of capitals.
void paintCentred(QPainter& painter, const QPointF& centre, const QString& text, const QColor& colour, int pixelSize,
                  bool bold = false);

} // namespace sallyport::diagram
