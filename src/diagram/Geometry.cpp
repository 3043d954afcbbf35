// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Geometry.h"

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

double onGrid(double value) { return std::round(value / gridStep) * gridStep; }

QPointF onGrid(const QPointF& point) { return {onGrid(point.x()), onGrid(point.y())}; }

QRectF onGrid(const QRectF& rect, const QSizeF& smallest) {
    const auto atLeast = [](double size, double least) {
        return std::max(onGrid(size), std::ceil(least / gridStep) * gridStep);
    };
    return QRectF(onGrid(rect.topLeft()),
                  QSizeF(atLeast(rect.width(), smallest.width()), atLeast(rect.height(), smallest.height())));
}

QRectF boundsOf(std::span<const QRectF> rects) {
    QRectF bounds;
    for (const QRectF& rect : rects) bounds = bounds.isNull() ? rect : bounds.united(rect);
    return bounds;
}

std::vector<QRectF> aligned(std::span<const QRectF> rects, Alignment alignment) {
    const QRectF box = boundsOf(rects);
    std::vector<QRectF> moved(rects.begin(), rects.end());
    for (QRectF& rect : moved) {
        switch (alignment) {
            case Alignment::Left:
                rect.moveLeft(box.left());
                break;
            case Alignment::Centre:
                rect.moveLeft(box.center().x() - rect.width() / 2);
                break;
            case Alignment::Right:
                rect.moveLeft(box.right() - rect.width());
                break;
            case Alignment::Top:
                rect.moveTop(box.top());
                break;
            case Alignment::Middle:
                rect.moveTop(box.center().y() - rect.height() / 2);
                break;
            case Alignment::Bottom:
                rect.moveTop(box.bottom() - rect.height());
                break;
        }
    }
    return moved;
}

std::vector<QRectF> distributed(std::span<const QRectF> rects, Qt::Orientation along) {
    std::vector<QRectF> moved(rects.begin(), rects.end());
    if (moved.size() < 3) return moved;
    const bool x = along == Qt::Horizontal;
    const auto start = [x](const QRectF& rect) { return x ? rect.left() : rect.top(); };
    const auto length = [x](const QRectF& rect) { return x ? rect.width() : rect.height(); };
    std::vector<QRectF*> ordered;
    for (QRectF& rect : moved) ordered.push_back(&rect);
    std::ranges::stable_sort(ordered, {}, [&](const QRectF* rect) { return start(*rect) + length(*rect) / 2; });
    double room = start(*ordered.back()) + length(*ordered.back()) - start(*ordered.front());
    for (const QRectF* rect : ordered) room -= length(*rect);
    const double gap = room / static_cast<double>(ordered.size() - 1);
    double at = start(*ordered.front());
    for (QRectF* rect : ordered) {
        x ? rect->moveLeft(at) : rect->moveTop(at);
        at += length(*rect) + gap;
    }
    return moved;
}

QRectF rectOf(const Drawing& drawing, const QString& element) {
    if (const ZoneShape* zone = drawing.zone({element})) return zone->rect;
    if (const CardShape* card = drawing.card({element})) return card->rect;
    if (const NoteShape* note = drawing.note({element})) return note->rect;
    return {};
}

QRectF contentOf(const Drawing& drawing, const model::ZoneId& id) {
    std::vector<QRectF> rects;
    for (const auto& [inner, zone] : drawing.zones())
        if (zone.parent == id) rects.push_back(zone.rect);
    for (const auto& [inner, card] : drawing.cards())
        if (card.zone == id) rects.push_back(card.rect);
    return boundsOf(rects);
}

QRectF smallestAround(const Drawing& drawing, const model::ZoneId& id) {
    const ZoneShape* zone = drawing.zone(id);
    if (zone == nullptr) return {};
    const QRectF content = contentOf(drawing, id);
    if (content.isNull()) return QRectF(zone->rect.topLeft(), smallestZone);
    const QRectF padded = content.adjusted(-zonePadding, -zoneFirstCard, zonePadding, zonePadding);
    return QRectF(padded.topLeft(), padded.size().expandedTo(smallestZone));
}

namespace {

bool isExcepted(const Drawing& drawing, const ZoneShape& zone, const QSet<QString>& except) {
    for (const ZoneShape* at = &zone; at != nullptr; at = at->parent ? drawing.zone(*at->parent) : nullptr)
        if (except.contains(at->id.value)) return true;
    return false;
}

} // namespace

std::optional<model::ZoneId> zoneAt(const Drawing& drawing, const QPointF& point, const QSet<QString>& except) {
    std::optional<model::ZoneId> found;
    for (const ZoneShape* zone : drawing.zonesOutsideIn())
        if (zone->rect.contains(point) && !zone->collapsed && !isExcepted(drawing, *zone, except)) found = zone->id;
    return found;
}

std::optional<model::ZoneId> zoneFor(const Drawing& drawing, const QRectF& rect, const QSet<QString>& except) {
    return zoneAt(drawing, rect.center(), except);
}

std::optional<model::ComponentId> cardAt(const Drawing& drawing, const QPointF& point) {
    for (const auto& [id, card] : drawing.cards())
        if (card.rect.contains(point)) return id;
    return std::nullopt;
}

QSet<QString> carriedWith(const model::Model& model, const Drawing& drawing, const QSet<QString>& elements) {
    QSet<QString> carried = elements;
    const auto isInside = [&](std::optional<model::ZoneId> zone) {
        for (int guard = 0; zone && guard < 1000; ++guard) {
            if (elements.contains(zone->value)) return true;
            const model::Zone* row = model.zones.find(*zone);
            zone = row != nullptr ? row->parent : std::nullopt;
        }
        return false;
    };
    // What a collapsed zone hides has a place all the same, and comes along.
    const auto isPlaced = [&](const QString& id) { return model.placements.contains({drawing.diagram(), id}); };
    for (const model::Zone& zone : model.zones)
        if (isInside(zone.parent) && isPlaced(zone.id.value)) carried.insert(zone.id.value);
    for (const model::Component& component : model.components)
        if (isInside(component.zone) && isPlaced(component.id.value)) carried.insert(component.id.value);
    return carried;
}

namespace {

constexpr double spacing = 16; // between what is placed and what is there

std::vector<QRectF> obstaclesIn(const Drawing& drawing, const std::optional<model::ZoneId>& zone) {
    const auto isAround = [&](const ZoneShape& other) {
        for (std::optional<model::ZoneId> at = zone; at; at = drawing.zone(*at)->parent)
            if (*at == other.id) return true;
        return false;
    };
    std::vector<QRectF> obstacles;
    for (const auto& [id, card] : drawing.cards()) obstacles.push_back(card.rect);
    for (const auto& [id, note] : drawing.notes()) obstacles.push_back(note.rect);
    for (const auto& [id, other] : drawing.zones())
        if (!isAround(other)) obstacles.push_back(other.rect);
    return obstacles;
}

bool isFree(const QRectF& rect, const std::vector<QRectF>& obstacles) {
    const QRectF wide = rect.adjusted(-spacing, -spacing, spacing, spacing).adjusted(0.5, 0.5, -0.5, -0.5);
    return std::ranges::none_of(obstacles, [&](const QRectF& other) { return other.intersects(wide); });
}

} // namespace

QRectF freePlace(const Drawing& drawing, const std::optional<model::ZoneId>& zone, const QSizeF& size, const QPointF& near) {
    const ZoneShape* around = zone ? drawing.zone(*zone) : nullptr;
    const std::vector<QRectF> obstacles = obstaclesIn(drawing, around != nullptr ? zone : std::nullopt);
    const QPointF first = onGrid(near - QPointF(size.width(), size.height()) / 2);
    const QRectF room =
        around != nullptr ? around->rect.adjusted(zonePadding, zoneFirstCard, -zonePadding, -zonePadding) : QRectF();
    const auto fits = [&](const QPointF& corner) {
        const QRectF rect(corner, size);
        return (around == nullptr || room.contains(rect)) && isFree(rect, obstacles);
    };
    std::optional<QPointF> best;
    double nearest = 1e18;
    for (int ring = 0; ring < 120; ++ring) {
        if (best && ring * spacing > nearest) break; // no point of this ring or a later one is nearer
        for (int i = -ring; i <= ring; ++i)
            for (const auto& [dx, dy] : {std::pair{i, -ring}, {i, ring}, {-ring, i}, {ring, i}}) {
                const QPointF offset(dx * spacing, dy * spacing);
                const double distance = std::hypot(offset.x(), offset.y());
                if (distance >= nearest || !fits(first + offset)) continue;
                nearest = distance;
                best = first + offset;
            }
    }
    if (best) return QRectF(*best, size);
    // Full: below everything, where the zone has to grow.
    const QRectF content = around != nullptr ? contentOf(drawing, *zone) : boundsOf(obstacles);
    QPointF corner =
        content.isNull() ? first : QPointF(content.left(), std::ceil((content.bottom() + spacing) / gridStep) * gridStep);
    if (content.isNull() && around != nullptr) corner = onGrid(around->rect.topLeft() + QPointF(zonePadding, zoneFirstCard));
    return QRectF(corner, size);
}

std::vector<std::pair<model::ZoneId, QRectF>> grownFor(const Drawing& drawing, const model::ZoneId& zone,
                                                       const QRectF& content) {
    std::vector<std::pair<model::ZoneId, QRectF>> grown;
    QRectF inner = content;
    for (const ZoneShape* at = drawing.zone(zone); at != nullptr; at = at->parent ? drawing.zone(*at->parent) : nullptr) {
        const QRectF needed = inner.adjusted(-zonePadding, -zoneFirstCard, zonePadding, zonePadding);
        if (at->rect.contains(needed)) break;
        inner = at->rect.united(needed);
        grown.emplace_back(at->id, inner);
    }
    return grown;
}

} // namespace sallyport::diagram
