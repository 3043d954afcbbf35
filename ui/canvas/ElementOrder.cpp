// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ElementOrder.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace sallyport::ui {

namespace {

QString translated(const char* text) { return QCoreApplication::translate("Canvas", text); }

struct Entry {
    QRectF rect;
    QString id;
    bool isZone = false;
};

/// Rows first: what begins at about the same height is read from left to right.
bool readsBefore(const Entry& a, const Entry& b) {
    constexpr double row = 32;
    const double ya = std::floor(a.rect.top() / row), yb = std::floor(b.rect.top() / row);
    return std::tuple(ya, a.rect.left(), a.id) < std::tuple(yb, b.rect.left(), b.id);
}

} // namespace

QStringList elementOrder(const diagram::Drawing& drawing) {
    std::map<std::optional<model::ZoneId>, std::vector<Entry>> inside;
    std::map<model::ComponentId, QStringList> flows;
    for (const auto& [id, zone] : drawing.zones()) inside[zone.parent].push_back({zone.rect, id.value, true});
    for (const auto& [id, card] : drawing.cards()) inside[card.zone].push_back({card.rect, id.value, false});
    for (const auto& [id, flow] : drawing.flows()) flows[flow.source] << id.value;
    QStringList order;
    const std::function<void(const std::optional<model::ZoneId>&)> walk = [&](const std::optional<model::ZoneId>& zone) {
        std::vector<Entry>& entries = inside[zone];
        std::ranges::sort(entries, readsBefore);
        for (const Entry& entry : entries) {
            order << entry.id;
            if (entry.isZone)
                walk(model::ZoneId{entry.id});
            else
                order += flows[{entry.id}];
        }
    };
    walk(std::nullopt);
    std::vector<Entry> notes;
    for (const auto& [id, note] : drawing.notes()) notes.push_back({note.rect, id.value, false});
    std::ranges::sort(notes, readsBefore);
    for (const Entry& note : notes) order << note.id;
    return order;
}

QString spoken(const model::Model& model, const QString& id) {
    QStringList words{model.nameOf(id)};
    if (const model::Component* component = model.components.find({id})) {
        words << model::label(component->kind);
        if (component->zone) words << translated("in %1").arg(model.nameOf(component->zone->value));
        qsizetype calls = 0, called = 0;
        for (const model::Flow& flow : model.flows) {
            calls += flow.source == component->id;
            called += flow.target == component->id;
        }
        words << translated("calls %1, called by %2").arg(calls).arg(called);
    } else if (const model::Zone* zone = model.zones.find({id})) {
        words << (zone->kind ? translated("%1 zone").arg(model::label(*zone->kind)) : translated("zone of unknown kind"));
        words << (zone->trust ? translated("trust %1").arg(*zone->trust) : translated("trust unknown"));
        if (zone->parent) words << translated("in %1").arg(model.nameOf(zone->parent->value));
    } else if (const model::Flow* flow = model.flows.find({id})) {
        words << translated("flow from %1 to %2").arg(model.nameOf(flow->source.value), model.nameOf(flow->target.value));
        words << (flow->tls ? model::label(*flow->tls) : translated("encryption unknown"));
    } else if (const model::Note* note = model.notes.find({id})) {
        words = {translated("Note"), note->text};
    }
    return words.join(QStringLiteral(", "));
}

} // namespace sallyport::ui
