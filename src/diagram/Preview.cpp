// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"

namespace sallyport::diagram {

namespace {

using Data = Drawing::Data;

/// Puts back what stood before, except what moves on.
template <class Id, class Shape>
void restore(std::map<Id, Shape>& before, std::map<Id, Shape>& shapes, QSet<Id>& touched) {
    for (auto& [id, shape] : before) {
        shapes[id] = std::move(shape);
        touched.insert(id);
    }
    before.clear();
}

/// Moves one shape; false if it is not drawn.
template <class Id, class Shape>
Shape* lift(const Id& id, std::map<Id, Shape>& before, std::map<Id, Shape>& shapes, QSet<Id>& touched) {
    const auto at = shapes.find(id);
    if (at == shapes.end()) return nullptr;
    before.try_emplace(id, at->second);
    touched.insert(id);
    return &at->second;
}

QRectF rectNow(const Data& data, int number) {
    const Node& node = data.node(number);
    return node.card ? data.cards.at(*node.card).rect : data.zones.at(*node.collapsed).rect;
}

void follow(Data& data, int number, Touched& touched) {
    const Wire& wire = data.wire(number);
    FlowShape* flow = lift(wire.id, data.before.flows, data.flows, touched.flows);
    if (flow == nullptr) return;
    const QRectF source = rectNow(data, wire.source), target = rectNow(data, wire.target);
    const QPointF by = source.topLeft() - data.node(wire.source).rect.topLeft();
    if (by == target.topLeft() - data.node(wire.target).rect.topLeft()) {
        *flow = data.before.flows.at(wire.id);
        moveFlow(*flow, by);
    } else {
        flow->points = wire.bends ? bentRoute(source, target, *wire.bends) : previewRoute(source, target);
        flow->hops.clear();
        centreLabel(*flow);
        drawLine(*flow);
    }
    findCrossings(data, wire, *flow);
}

} // namespace

Touched Drawing::preview(const QHash<QString, QRectF>& moved) {
    Touched touched;
    const auto nothing = [](const Data& data) {
        return data.before.zones.empty() && data.before.cards.empty() && data.before.flows.empty() && data.before.notes.empty();
    };
    if (moved.isEmpty() && nothing(*data_)) return touched;
    Data& data = detached();
    restore(data.before.zones, data.zones, touched.zones);
    restore(data.before.cards, data.cards, touched.cards);
    restore(data.before.flows, data.flows, touched.flows);
    restore(data.before.notes, data.notes, touched.notes);

    std::set<int> wires;
    const auto addWires = [&](int node) { wires.insert(data.node(node).wires.begin(), data.node(node).wires.end()); };
    for (const auto& [id, rect] : moved.asKeyValueRange()) {
        if (CardShape* card = lift(model::ComponentId{id}, data.before.cards, data.cards, touched.cards)) {
            card->rect = rect;
            addWires(data.nodeOfCard.value(card->id));
        }
        if (ZoneShape* zone = lift(model::ZoneId{id}, data.before.zones, data.zones, touched.zones)) {
            zone->rect = rect;
            layOutTitle(*zone);
            if (const auto node = data.nodeOfZone.constFind(zone->id); node != data.nodeOfZone.constEnd()) addWires(*node);
        }
        if (NoteShape* note = lift(model::NoteId{id}, data.before.notes, data.notes, touched.notes)) note->rect = rect;
    }
    for (const int wire : wires) follow(data, wire, touched);
    return touched;
}

} // namespace sallyport::diagram
