// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

class QPainter;

/// Type of charts and report: Noto Sans as on the canvas, in sizes of quarter units, the same on every device. Sizes and
/// places are in the painter's units (points on a page, pixels on a screen).
namespace sallyport::charts {

enum class Weight { Regular, Bold };
enum class Side { Left, Centre, Right };

double textWidth(const QString& text, double size, Weight weight = Weight::Regular);
/// How far capitals rise over the baseline.
double capHeight(double size);
/// Cut at the right with an ellipsis.
QString cut(const QString& text, double width, double size, Weight weight = Weight::Regular);
/// Broken into lines of at most that width: between words, inside a word only where it alone is too wide.
QStringList lines(const QString& text, double width, double size, Weight weight = Weight::Regular);

/// One line; at is on the baseline, at the side named.
void paintText(QPainter& painter, const QPointF& at, const QString& text, const QColor& colour, double size,
               Weight weight = Weight::Regular, Side side = Side::Left);
/// One line, its capitals centred between top and bottom, cut to the rect's width.
void paintText(QPainter& painter, const QRectF& rect, const QString& text, const QColor& colour, double size,
               Weight weight = Weight::Regular, Side side = Side::Left);

} // namespace sallyport::charts
