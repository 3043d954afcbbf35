// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Hatching.h"

#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

void paintDiagonals(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width) {
    // Lines x + y = c, cut to the rect by hand: clipping would leave its marks in SVG and PDF.
    QList<QLineF> lines;
    const double step = pitch * std::sqrt(2.0);
    const double first = rect.left() + rect.top(), last = rect.right() + rect.bottom();
    for (double c = first + step / 2; c < last; c += step) {
        const double top = std::max(rect.top(), c - rect.right()), bottom = std::min(rect.bottom(), c - rect.left());
        if (bottom > top) lines.append(QLineF(c - top, top, c - bottom, bottom));
    }
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

void paintRungs(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width) {
    QList<QLineF> lines;
    for (double y = rect.bottom() - pitch / 2; y > rect.top(); y -= pitch)
        lines.append(QLineF(rect.left(), y, rect.right(), y));
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

void paintUprights(QPainter& painter, const QRectF& rect, const QColor& colour, double pitch, double width) {
    QList<QLineF> lines;
    for (double x = rect.left() + pitch / 2; x < rect.right(); x += pitch)
        lines.append(QLineF(x, rect.top(), x, rect.bottom()));
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(lines);
}

QPen dottedPen(const QColor& colour, double width) {
    QPen pen(colour, width, Qt::CustomDashLine, Qt::RoundCap);
    pen.setDashPattern({0.1 / width, std::max(2.0 * width, 2.8) / width});
    return pen;
}

QPen dashedPen(const QColor& colour, double width, double dash, double gap) {
    QPen pen(colour, width, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({dash / width, gap / width});
    return pen;
}

} // namespace sallyport::diagram
