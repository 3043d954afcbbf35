// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Sqlite.h"

#include <QFile>

namespace sallyport::document {

using model::Table;
using model::Value;

Statement::Statement(sqlite3* handle, const QByteArray& sql) {
    const int rc = sqlite3_prepare_v2(handle, sql.constData(), static_cast<int>(sql.size()), &statement_, nullptr);
    if (rc != SQLITE_OK) qFatal("SQL of ours does not prepare: %s: %s", sql.constData(), sqlite3_errmsg(handle));
}

Statement::~Statement() { sqlite3_finalize(statement_); }

void Statement::bind(int index, const Value& value) {
    if (const auto* number = std::get_if<qint64>(&value)) {
        sqlite3_bind_int64(statement_, index, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_bind_double(statement_, index, *real);
    } else if (const auto* text = std::get_if<QString>(&value)) {
        const QByteArray utf8 = text->toUtf8();
        sqlite3_bind_text(statement_, index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    } else if (const auto* bytes = std::get_if<QByteArray>(&value)) {
        sqlite3_bind_blob(statement_, index, bytes->isEmpty() ? "" : bytes->constData(), static_cast<int>(bytes->size()),
                          SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_null(statement_, index);
    }
}

Value Statement::value(int column) const {
    switch (sqlite3_column_type(statement_, column)) {
        case SQLITE_INTEGER:
            return Value(static_cast<qint64>(sqlite3_column_int64(statement_, column)));
        case SQLITE_FLOAT:
            return Value(sqlite3_column_double(statement_, column));
        case SQLITE_TEXT: {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
            return Value(QString::fromUtf8(text, sqlite3_column_bytes(statement_, column)));
        }
        case SQLITE_BLOB: {
            const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
            return Value(QByteArray(bytes, sqlite3_column_bytes(statement_, column)));
        }
        default:
            return Value();
    }
}

int execute(sqlite3* handle, const char* sql) { return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr); }

QString message(sqlite3* handle) { return QString::fromUtf8(sqlite3_errmsg(handle)); }

namespace {
QByteArray schemaText() {
    QFile file(":/schema/schema.sql");
    if (!file.open(QIODevice::ReadOnly)) qFatal("The schema is missing from the program.");
    return file.readAll();
}
} // namespace

sqlite3* openEmpty() {
    static const QByteArray schema = schemaText();
    sqlite3* handle = nullptr;
    if (sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr) !=
        SQLITE_OK)
        qFatal("SQLite cannot open a database in memory.");
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // secure_delete: what was deleted is not in the file that is saved.
    const QByteArray pragmas =
        "pragma temp_store = memory; pragma secure_delete = on; pragma foreign_keys = on; pragma application_id = " +
        QByteArray::number(applicationId) + "; pragma user_version = " + QByteArray::number(schemaVersion) + ';';
    if (execute(handle, pragmas.constData()) != SQLITE_OK || execute(handle, schema.constData()) != SQLITE_OK)
        qFatal("The schema of a document does not run: %s", sqlite3_errmsg(handle));
    return handle;
}

namespace {
QByteArray columnList(const Table& table) {
    QByteArray list;
    for (const auto& column : table.columns) list += (list.isEmpty() ? "" : ", ") + QByteArray(column.name);
    return list;
}
} // namespace

QByteArray selectSql(const Table& table) {
    return "select " + columnList(table) + " from " + table.name + " order by " + [&] {
        QByteArray keys;
        for (int i = 0; i < table.keyColumns; ++i)
            keys += (i ? ", " : "") + QByteArray(table.columns[static_cast<std::size_t>(i)].name);
        return keys;
    }();
}

QByteArray insertSql(const Table& table) {
    QByteArray marks;
    for (std::size_t i = 0; i < table.columns.size(); ++i) marks += i ? ", ?" : "?";
    return "insert into " + QByteArray(table.name) + '(' + columnList(table) + ") values (" + marks + ')';
}

QByteArray upsertSql(const Table& table) {
    QByteArray keys;
    QByteArray sets;
    for (const auto& column : table.columns) {
        const QByteArray name(column.name);
        if (column.kind == model::ColumnKind::Key)
            keys += (keys.isEmpty() ? "" : ", ") + name;
        else
            sets += (sets.isEmpty() ? "" : ", ") + name + " = excluded." + name;
    }
    return insertSql(table) + " on conflict(" + keys + ") do " +
           (sets.isEmpty() ? QByteArray("nothing") : "update set " + sets);
}

QByteArray whereKey(const Table& table) {
    QByteArray where;
    for (int i = 0; i < table.keyColumns; ++i)
        where += (i ? " and " : " where ") + QByteArray(table.columns[static_cast<std::size_t>(i)].name) + " = ?";
    return where;
}

} // namespace sallyport::document
