// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Edits.h"

#include <QSet>

namespace sallyport::document {

using model::TableId;
using model::Value;

std::optional<TableId> tableOfElement(const model::Model& model, const QString& id) {
    switch (model::elementKind(model, id)) {
        case model::ElementKind::Zone:
            return TableId::Zone;
        case model::ElementKind::Component:
            return TableId::Component;
        case model::ElementKind::Flow:
            return TableId::Flow;
        case model::ElementKind::Identity:
            return TableId::Identity;
        case model::ElementKind::Secret:
            return TableId::Secret;
        case model::ElementKind::Grant:
            return TableId::Grant;
        case model::ElementKind::Data:
            return TableId::DataAsset;
        case model::ElementKind::Diagram:
            return TableId::Diagram;
        case model::ElementKind::Note:
            return TableId::Note;
        case model::ElementKind::None:
            break;
    }
    return std::nullopt;
}

void eraseElements(Editor& editor, const QStringList& ids) {
    const model::Model& model = editor.model();
    const QSet<QString> doomed(ids.begin(), ids.end());
    // The zone an element ends up in, past all zones that go.
    const auto survivor = [&](std::optional<model::ZoneId> zone) {
        while (zone && doomed.contains(zone->value)) {
            const model::Zone* row = model.zones.find(*zone);
            zone = row ? row->parent : std::nullopt;
        }
        return zone ? Value(zone->value) : Value();
    };
    for (const model::Zone& zone : model.zones)
        if (zone.parent && doomed.contains(zone.parent->value) && !doomed.contains(zone.id.value))
            editor.set(TableId::Zone, zone.id.value, "parent", survivor(zone.parent));
    for (const model::Component& component : model.components)
        if (component.zone && doomed.contains(component.zone->value) && !doomed.contains(component.id.value))
            editor.set(TableId::Component, component.id.value, "zone", survivor(component.zone));
    for (const QString& id : doomed)
        if (const auto table = tableOfElement(model, id)) editor.erase(*table, id);
}

void writeDifference(Editor& editor, const model::Model& from, const model::Model& to) {
    for (const model::Table& table : model::tables()) {
        const auto keys = static_cast<std::size_t>(table.keyColumns);
        table.each(from, [&](const void* row) {
            std::vector<Value> key = table.values(row);
            key.resize(keys);
            if (!table.find(to, key)) editor.eraseKey(table.id, key);
        });
    }
    for (const model::Table& table : model::tables()) {
        const auto keys = static_cast<std::size_t>(table.keyColumns);
        table.each(to, [&](const void* row) {
            const std::vector<Value> values = table.values(row);
            const void* before = table.find(from, std::span(values).first(keys));
            if (!before || table.values(before) != values) editor.putValues(table.id, values);
        });
    }
}

QString freeName(const model::Model& model, TableId table, const QString& wanted) {
    const model::Table& description = model::table(table);
    const int name = description.column(u"name");
    QSet<QString> taken;
    description.each(model, [&](const void* row) {
        const Value value = description.columns[static_cast<std::size_t>(name)].get(row);
        if (const auto* text = std::get_if<QString>(&value)) taken.insert(*text);
    });
    QString free = wanted;
    for (int number = 2; taken.contains(free); ++number) free = QString("%1 %2").arg(wanted).arg(number);
    return free;
}

void place(Editor& editor, const model::DiagramId& diagram, const QString& element, const QRectF& rect) {
    if (const model::Note* note = editor.model().notes.find({element})) {
        model::Note moved = *note;
        moved.x = rect.x(), moved.y = rect.y(), moved.w = rect.width(), moved.h = rect.height();
        return editor.put(moved);
    }
    model::Placement placement{diagram, element, rect.x(), rect.y(), rect.width(), rect.height(), false};
    if (const auto* old = editor.model().placements.find(placement.key())) placement.collapsed = old->collapsed;
    editor.put(placement);
}

model::ComponentId addComponent(Editor& editor, const model::DiagramId& diagram, model::ComponentKind kind,
                                const std::optional<model::ZoneId>& zone, const QRectF& rect) {
    model::Component component;
    component.id = Editor::newId<model::Component>();
    component.name = freeName(editor.model(), TableId::Component, model::label(kind));
    component.kind = kind;
    component.zone = zone;
    editor.put(component);
    place(editor, diagram, component.id.value, rect);
    return component.id;
}

model::ZoneId addZone(Editor& editor, const model::DiagramId& diagram, model::ZoneKind kind,
                      const std::optional<model::ZoneId>& parent, const QRectF& rect) {
    model::Zone zone;
    zone.id = Editor::newId<model::Zone>();
    zone.name = freeName(editor.model(), TableId::Zone, model::label(kind));
    zone.kind = kind;
    zone.parent = parent;
    editor.put(zone);
    place(editor, diagram, zone.id.value, rect);
    return zone.id;
}

model::NoteId addNote(Editor& editor, const model::DiagramId& diagram, const QRectF& rect, const QString& text) {
    const model::Note note{Editor::newId<model::Note>(), diagram, text, rect.x(), rect.y(), rect.width(), rect.height()};
    editor.put(note);
    return note.id;
}

model::FlowId addFlow(Editor& editor, const model::ComponentId& source, const model::ComponentId& target) {
    model::Flow flow;
    flow.id = Editor::newId<model::Flow>();
    flow.source = source;
    flow.target = target;
    editor.put(flow);
    return flow.id;
}

void moveInto(Editor& editor, const QString& element, const std::optional<model::ZoneId>& zone) {
    const Value value = zone ? Value(zone->value) : Value();
    if (editor.model().components.contains({element})) return editor.set(TableId::Component, element, "zone", value);
    editor.set(TableId::Zone, element, "parent", value);
}

void setMember(Editor& editor, const model::SetColumn& set, const QString& element, const QString& member,
               std::optional<bool> present) {
    if (set.relation && member != "*") {
        const Value pair[] = {Value(element), Value(member)};
        return present.value_or(false) ? editor.putValues(*set.relation, pair) : editor.eraseKey(*set.relation, pair);
    }
    const QString what = QString::fromLatin1(set.prefix) + '.' + member;
    if (present) {
        const Value row[] = {Value(element), Value(what), Value(qint64(*present ? 1 : 0))};
        return editor.putValues(set.choices, row);
    }
    const Value key[] = {Value(element), Value(what)};
    editor.eraseKey(set.choices, key);
}

void rename(Editor& editor, const QString& id, const QString& name) {
    const auto table = tableOfElement(editor.model(), id);
    if (!table) return editor.fail({"There is no such element.", id, {}});
    const QString text = name.simplified();
    if (*table == TableId::Diagram) return editor.set(*table, id, "title", Value(text));
    if (text.isEmpty() && *table != TableId::Flow) return editor.fail({"A name cannot be empty.", {}, "Type a name."});
    editor.set(*table, id, "name", text.isEmpty() ? Value() : Value(text));
}

} // namespace sallyport::document
