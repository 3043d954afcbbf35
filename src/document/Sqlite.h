// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "model/Tables.h"

#include <QByteArray>
#include <QString>

#include <sqlite3.h>

#include <memory>

/// The few things every user of a document's database does with SQLite.
namespace sallyport::document {

inline constexpr int applicationId = 0x53414c59; ///< "SALY"
inline constexpr int schemaVersion = 1;

/// A prepared statement. A statement that does not prepare is a defect of ours, told by `error()`.
class Statement {
public:
    Statement(sqlite3* handle, const QByteArray& sql);
    ~Statement();
    Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    sqlite3_stmt* get() const { return statement_; }
    void bind(int index, const model::Value& value); ///< index from 1
    /// SQLITE_ROW, SQLITE_DONE or an error.
    int step() { return sqlite3_step(statement_); }
    void reset() { sqlite3_reset(statement_); }
    model::Value value(int column) const; ///< column from 0

private:
    sqlite3_stmt* statement_ = nullptr;
};

/// SQLITE_OK or the error; the message stays in the handle.
int execute(sqlite3* handle, const char* sql);
QString message(sqlite3* handle);

/// An empty in-memory database with our schema, foreign keys on, and the safe settings. Never null.
sqlite3* openEmpty();

/// "select a, b from t order by key", "insert into t(a, b) values (?, ?) ..." over a table's description.
QByteArray selectSql(const model::Table& table);
QByteArray upsertSql(const model::Table& table);
QByteArray insertSql(const model::Table& table);
QByteArray whereKey(const model::Table& table);

/// The first reference that leads nowhere, named; nothing if all resolve. For rows written with foreign keys off, or a
/// transaction that did not commit.
std::optional<Error> danglingReference(sqlite3* handle, const QString& where);

} // namespace sallyport::document
