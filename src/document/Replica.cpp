// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Replica.h"

#include "document/Sqlite.h"

#include <sqlite3.h>

#include <cstring>

namespace sallyport::document {

using model::Table;
using model::Value;

Replica::Replica() : handle_(openEmpty()) {}

Replica::~Replica() { sqlite3_close_v2(handle_); }

std::optional<QString> Replica::load() {
    model_ = {};
    std::vector<Value> row;
    for (const Table& table : model::tables()) {
        Statement select(handle_, selectSql(table));
        row.resize(table.columns.size());
        while (select.step() == SQLITE_ROW) {
            for (std::size_t i = 0; i < row.size(); ++i) row[i] = select.value(static_cast<int>(i));
            if (!table.put(model_, row))
                return QString("A row of '%1' has a value of the wrong kind.").arg(QString::fromUtf8(table.name));
        }
    }
    return std::nullopt;
}

namespace {

QString keyText(std::span<const Value> key) {
    QStringList parts;
    for (const Value& value : key)
        if (const auto* text = std::get_if<QString>(&value)) parts << *text;
    return parts.join(" / ");
}

/// Writes all rows of one table; the refusal names the row that broke a rule.
std::optional<Error> writeTable(sqlite3* handle, const model::Model& model, const Table& table, const QString& where) {
    Statement insert(handle, insertSql(table));
    std::optional<Error> broken;
    table.each(model, [&](const void* row) {
        if (broken) return;
        const std::vector<Value> values = table.values(row);
        for (std::size_t i = 0; i < values.size(); ++i) insert.bind(static_cast<int>(i) + 1, values[i]);
        if (insert.step() != SQLITE_DONE)
            broken = Error{"The " + QString::fromUtf8(table.label) + " '" +
                               keyText(std::span(values).first(static_cast<std::size_t>(table.keyColumns))) +
                               "' breaks a rule of the document: " + message(handle) + '.',
                           where, "Correct this row where the file was made."};
        insert.reset();
    });
    return broken;
}

} // namespace

std::optional<Error> danglingReference(sqlite3* handle, const QString& where) {
    for (const Table& table : model::tables())
        for (const model::Column& column : table.columns) {
            if (!column.references) continue;
            const QByteArray target = model::table(*column.references).name;
            Statement find(handle, "select " + QByteArray(table.columns.front().name) + ", " + column.name + " from " +
                                       table.name + " where " + column.name + " is not null and " + column.name +
                                       " not in (select id from " + target + ") limit 1");
            if (find.step() != SQLITE_ROW) continue;
            return Error{"The " + QString::fromUtf8(table.label) + " '" + std::get<QString>(find.value(0)) + "' refers by '" +
                             QString::fromUtf8(column.name) + "' to '" + std::get<QString>(find.value(1)) + "', which is no " +
                             QString::fromUtf8(model::table(*column.references).label) + " of this model.",
                         where, "Add the missing element or correct the reference."};
        }
    return std::nullopt;
}

std::unique_ptr<Replica> Replica::ofImage(const QByteArray& image) {
    auto replica = std::make_unique<Replica>();
    auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(static_cast<sqlite3_uint64>(image.size())));
    if (!bytes) qFatal("No memory for a copy of the document.");
    std::memcpy(bytes, image.constData(), static_cast<std::size_t>(image.size()));
    const int rc = sqlite3_deserialize(replica->handle_, "main", bytes, image.size(), image.size(),
                                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (rc != SQLITE_OK) qFatal("The document's own image cannot be opened: %s", sqlite3_errmsg(replica->handle_));
    if (const auto wrong = replica->load()) qFatal("%s", qPrintable(*wrong));
    return replica;
}

Expected<std::unique_ptr<Replica>> Replica::ofModel(const model::Model& model, const QString& where) {
    auto replica = std::make_unique<Replica>();
    execute(replica->handle_, "pragma foreign_keys = off; begin");
    for (const Table& table : model::tables())
        if (const auto broken = writeTable(replica->handle_, model, table, where)) return tl::unexpected<Error>(*broken);
    execute(replica->handle_, "commit; pragma foreign_keys = on");
    if (const auto dangling = danglingReference(replica->handle_, where)) return tl::unexpected<Error>(*dangling);
    replica->model_ = model;
    if (auto broken = brokenRule(replica->model_)) {
        broken->where = where;
        return tl::unexpected<Error>(*broken);
    }
    return replica;
}

QByteArray Replica::image() const {
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(handle_, "main", &size, 0);
    if (!bytes) qFatal("No memory for an image of the document.");
    QByteArray image(reinterpret_cast<const char*>(bytes), static_cast<qsizetype>(size));
    sqlite3_free(bytes);
    return image;
}

namespace {
int onConflict(void*, int, sqlite3_changeset_iter*) { return SQLITE_CHANGESET_ABORT; }
} // namespace

std::optional<Changes> Replica::apply(const QByteArray& changeset) {
    execute(handle_, "pragma foreign_keys = off");
    const int rc = sqlite3changeset_apply(handle_, static_cast<int>(changeset.size()), const_cast<char*>(changeset.constData()),
                                          nullptr, onConflict, nullptr);
    execute(handle_, "pragma foreign_keys = on");
    if (rc != SQLITE_OK) return std::nullopt;
    return follow(changeset);
}

namespace {

Value valueOf(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER:
            return Value(static_cast<qint64>(sqlite3_value_int64(value)));
        case SQLITE_FLOAT:
            return Value(sqlite3_value_double(value));
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
            return Value(QString::fromUtf8(text, sqlite3_value_bytes(value)));
        }
        case SQLITE_BLOB:
            return Value(QByteArray(static_cast<const char*>(sqlite3_value_blob(value)), sqlite3_value_bytes(value)));
        default:
            return Value();
    }
}

/// The row a changeset's iterator stands on, carried into the model.
RowChange followRow(sqlite3_changeset_iter* at, const Table& table, int operation, model::Model& model) {
    RowChange change;
    change.table = table.id;
    const auto columns = table.columns.size();
    std::vector<std::optional<Value>> row(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        sqlite3_value* value = nullptr;
        if (operation == SQLITE_INSERT)
            sqlite3changeset_new(at, static_cast<int>(i), &value);
        else if (operation == SQLITE_DELETE || i < static_cast<std::size_t>(table.keyColumns))
            sqlite3changeset_old(at, static_cast<int>(i), &value);
        else
            sqlite3changeset_new(at, static_cast<int>(i), &value);
        if (value) row[i] = valueOf(value);
    }
    for (int i = 0; i < table.keyColumns; ++i) change.key.push_back(row[static_cast<std::size_t>(i)].value_or(Value()));
    if (operation == SQLITE_INSERT) {
        change.kind = RowChange::Kind::Inserted;
        std::vector<Value> values;
        for (const auto& value : row) values.push_back(value.value_or(Value()));
        table.put(model, values);
    } else if (operation == SQLITE_DELETE) {
        change.kind = RowChange::Kind::Deleted;
        table.erase(model, change.key);
    } else {
        for (int i = 0; i < table.keyColumns; ++i) row[static_cast<std::size_t>(i)].reset();
        for (std::size_t i = 0; i < columns; ++i) change.columns[i] = row[i].has_value();
        table.update(model, change.key, row);
    }
    return change;
}

} // namespace

Changes Replica::follow(const QByteArray& changeset) {
    Changes changes;
    sqlite3_changeset_iter* at = nullptr;
    if (sqlite3changeset_start(&at, static_cast<int>(changeset.size()), const_cast<char*>(changeset.constData())) != SQLITE_OK)
        qFatal("A changeset of the document's own cannot be read.");
    while (sqlite3changeset_next(at) == SQLITE_ROW) {
        const char* name = nullptr;
        int columns = 0;
        int operation = 0;
        sqlite3changeset_op(at, &name, &columns, &operation, nullptr);
        const Table* table = model::tableNamed(QString::fromUtf8(name));
        if (table) changes.rows.push_back(followRow(at, *table, operation, model_));
    }
    sqlite3changeset_finalize(at);
    return changes;
}

QByteArray Replica::dump() const {
    QByteArray text;
    for (const Table& table : model::tables()) {
        QByteArray columns;
        for (const auto& column : table.columns)
            columns += (columns.isEmpty() ? "quote(" : " || '|' || quote(") + QByteArray(column.name) + ')';
        const QByteArray ordered = selectSql(table);
        Statement select(handle_, "select " + columns + ordered.mid(ordered.indexOf(" from ")));
        while (select.step() == SQLITE_ROW)
            text += QByteArray(table.name) + ' ' + reinterpret_cast<const char*>(sqlite3_column_text(select.get(), 0)) + '\n';
    }
    return text;
}

} // namespace sallyport::document
