// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Painting.h"

#include <QList>
#include <QPainter>

#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double dotPitch = 16;

// What is not opened lies beneath what is, and the path over all.
int flowRank(const FlowShape& flow, const Overlay& overlay) {
    if (!overlay.isBlast()) return 0;
    if (overlay.onPath(flow.id.value)) return 3;
    return static_cast<int>(overlay.flows.value(flow.id.value).light);
}

} // namespace

Detail detailFor(double scale) { return scale >= 0.70 ? Detail::Full : scale >= 0.35 ? Detail::Reduced : Detail::Overview; }

void paintGround(QPainter& painter, const QRectF& rect, const Look& look, bool dots) {
    painter.fillRect(rect, look.theme.canvas);
    if (!dots || look.scale < 0.6) return;
    QList<QPointF> points;
    for (double y = std::ceil(rect.top() / dotPitch) * dotPitch; y <= rect.bottom(); y += dotPitch)
        for (double x = std::ceil(rect.left() / dotPitch) * dotPitch; x <= rect.right(); x += dotPitch) points.append({x, y});
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(look.theme.grid, 0));
    painter.drawPoints(points.constData(), static_cast<int>(points.size()));
}

void paintDrawing(QPainter& painter, const Drawing& drawing, const Look& look, const QRectF& exposed) {
    if (look.detail == Detail::Overview) return paintOverview(painter, drawing, look, exposed);
    const auto shown = [&](const QRectF& rect) { return exposed.isNull() || rect.intersects(exposed); };
    for (const ZoneShape* zone : drawing.zonesOutsideIn())
        if (shown(paintedRect(*zone)) && !zone->collapsed) paintZone(painter, *zone, look);
    for (int rank = 0; rank <= (look.overlay.isBlast() ? 3 : 0); ++rank)
        for (const auto& [id, flow] : drawing.flows())
            if (flowRank(flow, look.overlay) == rank && shown(paintedRect(flow))) paintFlow(painter, flow, look, exposed);
    for (const ZoneShape* zone : drawing.zonesOutsideIn())
        if (shown(paintedRect(*zone))) zone->collapsed ? paintZone(painter, *zone, look) : paintZoneTag(painter, *zone, look);
    for (const auto& [id, flow] : drawing.flows())
        if (shown(flow.label.rect)) paintFlowLabel(painter, flow, look);
    for (const auto& [id, card] : drawing.cards())
        if (shown(paintedRect(card))) paintCard(painter, card, look);
    for (const auto& [id, note] : drawing.notes())
        if (shown(paintedRect(note))) paintNote(painter, note, look);
    paintPathStops(painter, drawing, look);
}

} // namespace sallyport::diagram
