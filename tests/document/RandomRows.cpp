// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomRows.h"

#include "document/Document.h"
#include "document/Edits.h"

namespace sallyport::tests {

using model::Column;
using model::ColumnKind;
using model::Table;
using model::TableId;
using model::Value;
using model::ValueType;

namespace {
bool isDate(const Column& column) {
    const QString name = QString::fromLatin1(column.name);
    return name.endsWith("_at") || name.endsWith("_date") || name.startsWith("last_") || name.startsWith("certificate_not");
}
} // namespace

std::optional<std::vector<Value>> RandomRows::key(const model::Model& model, const Table& table) {
    const qsizetype count = table.count(model);
    if (count == 0) return std::nullopt;
    int wanted = below(static_cast<int>(count));
    std::vector<Value> found;
    table.each(model, [&](const void* row) {
        if (wanted-- == 0) found = table.values(row);
    });
    found.resize(static_cast<std::size_t>(table.keyColumns));
    return found;
}

Value RandomRows::value(const model::Model& model, const Table& table, const Column& column) {
    const bool nullable = column.kind != ColumnKind::Key && column.kind != ColumnKind::Fixed;
    if (nullable && oneIn(3)) return Value();
    if (column.references) {
        const auto other = key(model, model::table(*column.references));
        return other ? other->front() : Value();
    }
    switch (column.type) {
        case ValueType::Boolean:
            return Value(qint64(below(2)));
        case ValueType::Integer:
            return Value(qint64(1 + below(4)));
        case ValueType::Real:
            return Value(1 + below(10000) / 7.0);
        case ValueType::Enumeration:
            return Value(
                QString::fromLatin1(column.words[static_cast<std::size_t>(below(static_cast<int>(column.words.size())))].word));
        case ValueType::Blob:
            return Value(QByteArray("bytes \0 and more", 16));
        default:
            break;
    }
    if (table.id == TableId::Meta) return Value(QString(oneIn(2) ? "title" : "notes"));
    if (isDate(column))
        return Value(QString("2026-%1-%2").arg(1 + below(12), 2, 10, QChar('0')).arg(1 + below(28), 2, 10, QChar('0')));
    static const char* texts[] = {"orders",       "a \"quoted\" name", "line\nbreak\tand tab",
                                  "Größe λ→Ω 😀", "back\\slash",       "\x01 control"};
    return Value(QString::fromUtf8(texts[below(6)]) + QString::number(below(1000)));
}

std::optional<QString> RandomRows::what(const Table& table, bool& present) {
    std::vector<const model::SetColumn*> sets;
    for (const Table& owner : model::tables())
        for (const model::SetColumn& set : owner.sets)
            if (set.choices == table.id) sets.push_back(&set);
    const model::SetColumn& set = *sets[static_cast<std::size_t>(below(static_cast<int>(sets.size())))];
    const QString prefix = QString::fromLatin1(set.prefix) + '.';
    present = oneIn(2);
    if (!set.words.empty())
        return prefix +
               QString::fromLatin1(set.words[static_cast<std::size_t>(below(static_cast<int>(set.words.size())))].word);
    if (set.relation || oneIn(2)) {
        present = false;
        return prefix + '*';
    }
    return prefix + "member " + QString::number(below(5));
}

std::optional<std::vector<Value>> RandomRows::row(const model::Model& model, const Table& table) {
    std::vector<Value> row;
    for (const Column& column : table.columns) row.push_back(value(model, table, column));
    if (table.letter) row.front() = document::Editor::newId(table.id);
    if (table.id == TableId::ZoneHas || table.id == TableId::ComponentHas || table.id == TableId::FlowHas) {
        bool present = true;
        row[1] = *what(table, present);
        row[2] = qint64(present ? 1 : 0);
    }
    if (table.id == TableId::Placement) {
        const auto element = key(model, model::table(oneIn(2) ? TableId::Zone : TableId::Component));
        row[1] = element ? element->front() : Value();
    }
    if (table.id == TableId::FlowContinues) {
        // Two flows that join, or none.
        for (const model::Flow& leg : model.flows)
            for (const model::Flow& flow : model.flows)
                if (leg.target == flow.source && oneIn(3)) return std::vector<Value>{Value(flow.id.value), Value(leg.id.value)};
        return std::nullopt;
    }
    for (std::size_t i = 0; i < row.size(); ++i)
        if (model::isNull(row[i]) && (table.columns[i].kind == ColumnKind::Key || table.columns[i].kind == ColumnKind::Fixed))
            return std::nullopt;
    return row;
}

void RandomRows::edit(document::Editor& editor) {
    const model::Model& model = editor.model();
    for (int writes = 1 + below(4); writes > 0; --writes) {
        const Table& table = model::tables()[static_cast<std::size_t>(below(model::tableCount))];
        const int kind = below(10);
        if (kind < 6) {
            if (const auto values = row(model, table)) editor.putValues(table.id, *values);
        } else if (kind < 8) {
            const auto existing = key(model, table);
            const auto index = static_cast<std::size_t>(below(static_cast<int>(table.columns.size())));
            const Column& column = table.columns[index];
            if (!existing || column.kind == ColumnKind::Key ||
                (table.id == TableId::ZoneHas || table.id == TableId::ComponentHas || table.id == TableId::FlowHas))
                continue;
            const Value changed = value(model, table, column);
            if (column.kind == ColumnKind::Fixed && model::isNull(changed)) continue;
            editor.set(table.id, *existing, static_cast<int>(index), changed);
        } else if (const auto existing = key(model, table)) {
            editor.eraseKey(table.id, *existing);
        }
    }
}

model::Model RandomRows::model(int edits) {
    document::Document document;
    for (int i = 0; i < edits; ++i) (void)document.edit("random", [this](document::Editor& editor) { edit(editor); });
    return document.model();
}

} // namespace sallyport::tests
