// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Shapes.h"

#include "diagram/SpatialIndex.h"

#include <algorithm>

namespace sallyport::diagram {

bool Chip::operator==(const Chip&) const = default;

bool ZoneShape::operator==(const ZoneShape&) const = default;

bool FlowShape::operator==(const FlowShape& other) const {
    // The paths follow from points and hops.
    return id == other.id && source == other.source && target == other.target && name == other.name && points == other.points &&
           routed == other.routed && style == other.style && head == other.head && crossings == other.crossings &&
           hops == other.hops && label == other.label && bundled == other.bundled && bundleLead == other.bundleLead &&
           depth == other.depth;
}

QRectF paintedRect(const ZoneShape& zone) {
    const QRectF body = zone.rect.adjusted(-12, -12, 12, 12);
    return zone.tag.isNull() ? body : body.united(zone.tag.adjusted(-1, -1, 1, 1));
}

QRectF paintedRect(const CardShape& card) {
    // Ring and pill of the start, focus brackets, discs of the path beside it.
    return card.rect.adjusted(-48, -24, 16, 16);
}

QRectF paintedRect(const FlowShape& flow) {
    if (flow.points.empty()) return {};
    double left = flow.points.front().x(), right = left, top = flow.points.front().y(), bottom = top;
    for (const QPointF& point : flow.points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    const QRectF lines = QRectF(QPointF(left, top), QPointF(right, bottom)).adjusted(-12, -12, 12, 12);
    return flow.label.rect.isNull() ? lines : lines.united(flow.label.rect.adjusted(-2, -2, 2, 2));
}

QRectF paintedRect(const NoteShape& note) { return note.rect.adjusted(-12, -12, 12, 12); }

QPainterPath outline(const CardShape& card, double grow) {
    const QRectF rect = card.rect.adjusted(-grow, -grow, grow, grow);
    QPainterPath path;
    switch (card.silhouette) {
        case Silhouette::Client:
            path.addRoundedRect(rect, 16 + grow, 16 + grow);
            break;
        case Silhouette::Entry: {
            const double cut = 10 + grow * 0.6;
            path.moveTo(rect.left() + cut, rect.top());
            path.lineTo(rect.right() - cut, rect.top());
            path.lineTo(rect.right(), rect.top() + cut);
            path.lineTo(rect.right(), rect.bottom() - cut);
            path.lineTo(rect.right() - cut, rect.bottom());
            path.lineTo(rect.left() + cut, rect.bottom());
            path.lineTo(rect.left(), rect.bottom() - cut);
            path.lineTo(rect.left(), rect.top() + cut);
            path.closeSubpath();
            break;
        }
        case Silhouette::Service:
        case Silhouette::Store:
            path.addRoundedRect(rect, 6 + grow, 6 + grow);
            break;
    }
    return path;
}

QPainterPath outline(const FlowShape& flow, double reach) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (const Segment& segment : segmentsOf(0, flow.points))
        path.addRect(segment.box().adjusted(-reach, -reach, reach, reach));
    if (!flow.label.rect.isNull()) path.addRect(flow.label.rect);
    return path;
}

} // namespace sallyport::diagram
