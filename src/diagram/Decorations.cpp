// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Geometry.h"
#include "diagram/Hatching.h"
#include "diagram/Painting.h"
#include "diagram/Text.h"

#include <QPainter>

#include <algorithm>

namespace sallyport::diagram {

namespace {

constexpr double selectionOffset = 4;

// Decorations keep their size on the screen, down to where the element itself would vanish beneath them.
double onScreen(double size, double scale) { return size / std::clamp(scale, 0.35, 1.0); }

QRectF around(const QRectF& rect, double by) { return rect.adjusted(-by, -by, by, by); }

void paintHandles(QPainter& painter, const QRectF& rect, const Look& look) {
    painter.setPen(QPen(look.theme.accent, onScreen(1.5, look.scale)));
    painter.setBrush(look.theme.base);
    for (const QRectF& handle : handles(rect, look.scale)) painter.drawRect(handle);
}

void paintDots(QPainter& painter, const QRectF& rect, const Look& look) {
    painter.setPen(QPen(look.theme.accent, 1.5));
    painter.setBrush(look.theme.base);
    for (const QRectF& dot : edgeDots(rect, look.scale)) painter.drawEllipse(dot);
}

} // namespace

std::array<QRectF, 8> handles(const QRectF& rect, double scale) {
    const QRectF line = around(rect, selectionOffset);
    const double size = onScreen(7, scale);
    const QPointF middle = line.center();
    const std::array<QPointF, 8> at{QPointF(line.left(), line.top()),     QPointF(middle.x(), line.top()),
                                    QPointF(line.right(), line.top()),    QPointF(line.right(), middle.y()),
                                    QPointF(line.right(), line.bottom()), QPointF(middle.x(), line.bottom()),
                                    QPointF(line.left(), line.bottom()),  QPointF(line.left(), middle.y())};
    std::array<QRectF, 8> rects;
    std::ranges::transform(at, rects.begin(), [size](const QPointF& point) {
        return QRectF(point.x() - size / 2, point.y() - size / 2, size, size);
    });
    return rects;
}

std::array<QRectF, 4> edgeDots(const QRectF& rect, double scale) {
    const double size = onScreen(9, scale);
    const QPointF middle = rect.center();
    const std::array<QPointF, 4> at{QPointF(middle.x(), rect.top()), QPointF(rect.right(), middle.y()),
                                    QPointF(middle.x(), rect.bottom()), QPointF(rect.left(), middle.y())};
    std::array<QRectF, 4> rects;
    std::ranges::transform(at, rects.begin(), [size](const QPointF& point) {
        return QRectF(point.x() - size / 2, point.y() - size / 2, size, size);
    });
    return rects;
}

void paintSelection(QPainter& painter, const QRectF& rect, const Look& look, bool handles) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(2, look.scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(around(rect, selectionOffset), 3, 3);
    if (handles) paintHandles(painter, rect, look);
}

void paintSelection(QPainter& painter, const CardShape& card, const Look& look, bool handles) {
    if (handles) return paintSelection(painter, card.rect, look, true);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(2, look.scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(card, selectionOffset));
}

void paintSelection(QPainter& painter, const FlowShape& flow, const Look& look, bool bends) {
    if (flow.points.size() < 2) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(6, look.scale), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(look.detail == Detail::Full ? flow.line : flow.plain);
    paintFlow(painter, flow, look);
    if (!bends) return;
    const double size = onScreen(7, look.scale);
    painter.setPen(QPen(look.theme.accent, 1.5));
    painter.setBrush(look.theme.base);
    for (std::size_t i = 1; i + 1 < flow.points.size(); ++i)
        painter.drawRect(QRectF(flow.points[i].x() - size / 2, flow.points[i].y() - size / 2, size, size));
}

void paintHover(QPainter& painter, const CardShape& card, const Look& look, bool dots) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(1.5, look.scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(card));
    if (dots) paintDots(painter, card.rect, look);
}

void paintHover(QPainter& painter, const FlowShape& flow, const Look& look) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(1.5, look.scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(look.detail == Detail::Full ? flow.line : flow.plain);
}

void paintFocus(QPainter& painter, const QRectF& rect, const Look& look) {
    const QRectF box = around(rect, 9);
    const double length = std::min(onScreen(14, look.scale), std::min(box.width(), box.height()) / 3);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.focus, onScreen(3, look.scale), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    for (const double x : {box.left(), box.right()})
        for (const double y : {box.top(), box.bottom()}) {
            const double inX = x == box.left() ? length : -length, inY = y == box.top() ? length : -length;
            painter.drawPolyline(QPolygonF({{x + inX, y}, {x, y}, {x, y + inY}}));
        }
}

void paintDropPreview(QPainter& painter, const QRectF& rect, const QString& text, const Look& look) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(3, look.scale)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, 10, 10);
    if (text.isEmpty()) return;
    const int size = static_cast<int>(onScreen(11, look.scale));
    const double width = textRoom(text, size, true) + size * 1.5, height = size * 1.7;
    const QRectF tag(rect.left() + 16, rect.top() - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.theme.accent);
    painter.drawRoundedRect(tag, 4, 4);
    paintCentred(painter, tag.center(), text, look.theme.onAccent, size, true);
}

void paintRubberBand(QPainter& painter, const QRectF& rect, const Look& look) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(look.theme.accent, 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void paintSnap(QPainter& painter, std::span<const SnapLine> lines, const Look& look) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const SnapLine& snap : lines) {
        painter.setPen(QPen(look.theme.accent, 0));
        painter.drawLine(snap.line);
        if (snap.distance <= 0) continue;
        const QString text = QString::number(qRound(snap.distance));
        const int size = static_cast<int>(onScreen(11, look.scale));
        QRectF ground(0, 0, textRoom(text, size) + 6, size + 5);
        ground.moveCenter(snap.line.center());
        painter.fillRect(ground, look.theme.label);
        paintCentred(painter, ground.center(), text, look.theme.accent, size);
    }
}

void paintConnecting(QPainter& painter, const std::vector<QPointF>& points, const Look& look) {
    if (points.size() < 2) return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.theme.accent, onScreen(2, look.scale), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
    painter.setBrush(look.theme.accent);
    painter.drawEllipse(points.back(), onScreen(3.5, look.scale), onScreen(3.5, look.scale));
}

} // namespace sallyport::diagram
