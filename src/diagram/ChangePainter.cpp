// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Painting.h"

#include <QPainter>
#include <QPainterPath>

namespace sallyport::diagram {

namespace {

constexpr double ringGap = 4;
constexpr double tagSide = 15;
constexpr double smallestTag = 11; // pixels of the screen

/// Solid, dashed, dotted: told apart without colour.
QPen changePen(Change change, const QColor& colour, double width) {
    QPen pen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    if (change == Change::Changed) pen.setDashPattern({3, 2.5});
    if (change == Change::Removed) pen.setDashPattern({0.1, 2.2});
    return pen;
}

/// Plus, tilde, minus on a disc of ink, around the origin.
void paintSign(QPainter& painter, Change change, const Theme& theme) {
    painter.setPen(QPen(theme.base, 1.5));
    painter.setBrush(theme.ink);
    painter.drawEllipse(QPointF(), tagSide / 2, tagSide / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.base, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    constexpr double arm = 3.5;
    if (change == Change::Changed) {
        QPainterPath wave(QPointF(-arm, 1));
        wave.cubicTo(QPointF(-arm / 2, -arm), QPointF(arm / 2, arm), QPointF(arm, -1));
        painter.drawPath(wave);
        return;
    }
    painter.drawLine(QPointF(-arm, 0), QPointF(arm, 0));
    if (change == Change::Added) painter.drawLine(QPointF(0, -arm), QPointF(0, arm));
}

void paintTag(QPainter& painter, const QPointF& centre, Change change, const Look& look) {
    const double unit = std::max(1.0, smallestTag / look.scale / tagSide);
    painter.save();
    painter.translate(centre);
    painter.scale(unit, unit);
    paintSign(painter, change, look.theme);
    painter.restore();
}

} // namespace

void paintChange(QPainter& painter, const QRectF& rect, Change change, const Look& look) {
    if (change == Change::Same) return;
    const double pixel = look.detail == Detail::Overview ? 1 / look.scale : 1;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(changePen(change, look.theme.ink, 2 * pixel));
    const double gap = ringGap * pixel;
    const QRectF ring = rect.adjusted(-gap, -gap, gap, gap);
    painter.drawRoundedRect(ring, 2 * gap, 2 * gap);
    if (look.detail != Detail::Overview) paintTag(painter, ring.topRight() + QPointF(-2, 2), change, look);
    painter.restore();
}

void paintChange(QPainter& painter, const QPainterPath& line, Change change, const Look& look) {
    if (change == Change::Same) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // A band as wide as a finger's mark; its own line is painted over it.
    painter.setPen(QPen(look.theme.lineStrong, 9, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.drawPath(line);
    if (look.detail == Detail::Full) paintTag(painter, line.pointAtPercent(0.5), change, look);
    painter.restore();
}

} // namespace sallyport::diagram
