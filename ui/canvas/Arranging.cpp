// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Arranging.h"

#include "diagram/Geometry.h"
#include "document/Edits.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::ui {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("Canvas", text); }

QRectF placedAt(const model::Model& model, const diagram::Drawing& drawing, const QString& id) {
    const QRectF drawn = diagram::rectOf(drawing, id);
    if (!drawn.isNull()) return drawn;
    const model::Placement* row = model.placements.find({drawing.diagram(), id});
    return row ? QRectF(row->x, row->y, row->w, row->h) : QRectF();
}

/// Bends of flows whose both ends move by the same distance move along.
std::vector<model::Route> movedRoutes(const model::Model& model, const diagram::Drawing& drawing,
                                      const QHash<QString, QPointF>& offsets) {
    std::vector<model::Route> moved;
    for (const model::Route& route : model.routes) {
        const model::Flow* flow = route.diagram == drawing.diagram() ? model.flows.find(route.flow) : nullptr;
        if (!flow) continue;
        const auto source = offsets.constFind(flow->source.value), target = offsets.constFind(flow->target.value);
        if (source == offsets.constEnd() || target == offsets.constEnd() || *source != *target) continue;
        auto bends = diagram::bendsFromText(route.bends);
        if (!bends) continue;
        for (QPointF& bend : *bends) bend += *source;
        moved.push_back({route.diagram, route.flow, diagram::bendsText(*bends)});
    }
    return moved;
}

} // namespace

QStringList outermost(const model::Model& model, const diagram::Drawing& drawing, const QStringList& ids) {
    const QSet<QString> all(ids.begin(), ids.end());
    const auto isInside = [&](std::optional<model::ZoneId> zone) {
        while (zone && !all.contains(zone->value)) {
            const model::Zone* row = model.zones.find(*zone);
            zone = row ? row->parent : std::nullopt;
        }
        return zone.has_value();
    };
    QStringList found;
    for (const QString& id : ids) {
        if (diagram::rectOf(drawing, id).isNull()) continue;
        const model::Component* component = model.components.find({id});
        const model::Zone* zone = model.zones.find({id});
        if ((component && isInside(component->zone)) || (zone && isInside(zone->parent))) continue;
        found << id;
    }
    return found;
}

std::optional<model::ZoneId> zoneAround(const diagram::Drawing& drawing, const QString& id) {
    if (const auto* card = drawing.card({id})) return card->zone;
    if (const auto* zone = drawing.zone({id})) return zone->parent;
    return std::nullopt;
}

void growFor(QHash<QString, QRectF>& rects, const diagram::Drawing& drawing, const model::ZoneId& zone, const QRectF& content) {
    for (const auto& [id, rect] : diagram::grownFor(drawing, zone, content)) {
        QRectF& grown = rects[id.value];
        grown = grown.united(rect);
    }
}

Arrangement arranged(const model::Model& model, const diagram::Drawing& drawing, const QHash<QString, QRectF>& moved,
                     const ArrangeRules& rules) {
    Arrangement result;
    QHash<QString, QPointF> offsets;
    for (const auto& [top, rect] : moved.asKeyValueRange()) {
        const QPointF by = rect.topLeft() - placedAt(model, drawing, top).topLeft();
        result.rects[top] = rect;
        offsets[top] = by;
        if (rules.content == Content::Stays || by.isNull() || !drawing.zone({top})) continue;
        for (const QString& id : diagram::carriedWith(model, drawing, {top})) {
            if (id == top) continue;
            result.rects[id] = placedAt(model, drawing, id).translated(by);
            offsets[id] = by;
        }
    }
    result.routes = movedRoutes(model, drawing, offsets);
    const QSet<QString> moving(result.rects.keyBegin(), result.rects.keyEnd());
    QHash<QString, QRectF> grown;
    for (const auto& [top, rect] : moved.asKeyValueRange()) {
        if (drawing.note({top})) continue;
        const auto before = zoneAround(drawing, top);
        const auto zone = rules.changesZone ? diagram::zoneFor(drawing, rect, moving) : before;
        if (zone != before) result.into.emplace_back(top, zone);
        if (rules.growsZones && zone && !moving.contains(zone->value)) growFor(grown, drawing, *zone, rect);
    }
    for (const auto& [zone, rect] : grown.asKeyValueRange())
        if (!moving.contains(zone)) result.rects[zone] = rect;
    return result;
}

Arrangement arrangedInto(const model::Model& model, const diagram::Drawing& drawing, const QStringList& ids,
                         const std::optional<model::ZoneId>& zone) {
    constexpr double gap = 16;
    Arrangement result;
    const QStringList drawn = outermost(model, drawing, ids);
    const bool isShown = !zone || drawing.zone(*zone);
    if (isShown && !drawn.isEmpty()) {
        QSizeF column(0, -gap);
        for (const QString& id : drawn) {
            const QSizeF size = diagram::rectOf(drawing, id).size();
            column = QSizeF(std::max(column.width(), size.width()), column.height() + size.height() + gap);
        }
        const QPointF near = zone ? drawing.zone(*zone)->rect.center() : diagram::rectOf(drawing, drawn.first()).center();
        QPointF at = diagram::freePlace(drawing, zone, column, near).topLeft();
        QHash<QString, QRectF> moved;
        QRectF all;
        for (const QString& id : drawn) {
            const QRectF rect(at, diagram::rectOf(drawing, id).size());
            moved.insert(id, rect);
            all = all.united(rect);
            at.ry() += rect.height() + gap;
        }
        result = arranged(model, drawing, moved, {Content::Carried, false, false});
        if (zone) growFor(result.rects, drawing, *zone, all);
    }
    for (const QString& id : ids) result.into.emplace_back(id, zone);
    return result;
}

void write(document::Editor& editor, const model::DiagramId& diagram, const Arrangement& arrangement) {
    for (const auto& [id, rect] : arrangement.rects.asKeyValueRange()) document::place(editor, diagram, id, rect);
    for (const auto& [id, zone] : arrangement.into) document::moveInto(editor, id, zone);
    for (const model::Route& route : arrangement.routes) editor.put(route);
}

QString zoneText(const model::Model& model, const model::ZoneId& id) {
    const model::Zone* zone = model.zones.find(id);
    if (!zone) return {};
    return zone->trust ? translated("%1 · trust %2").arg(zone->name).arg(*zone->trust)
                       : translated("%1 · trust unknown").arg(zone->name);
}

QString editText(const QString& verb, const model::Model& model, const QStringList& ids) {
    if (ids.size() != 1) return translated("%1 %2 elements").arg(verb).arg(ids.size());
    if (model.notes.contains({ids.first()})) return translated("%1 note").arg(verb);
    return QStringLiteral("%1 %2").arg(verb, model.nameOf(ids.first()));
}

} // namespace sallyport::ui
