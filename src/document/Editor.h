// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Replica.h"
#include "model/Error.h"
#include "model/Tables.h"

#include <QMap>
#include <QSet>

#include <optional>
#include <span>

namespace sallyport::document {

/// Writes rows inside one Document::edit. References are checked at the end of the edit, so rows may be written in
/// any order. The first failure is kept: further writes then do nothing, and the edit is refused as a whole.
///
/// Two things follow by themselves: an erased zone or component leaves its placements, and a flow that gets another
/// end loses the continuations that no longer join.
class Editor {
public:
    explicit Editor(Replica& replica) : replica_(replica) {}

    /// The model as it was when the edit began; what this edit wrote is not in it yet.
    const model::Model& model() const { return replica_.model(); }

    /// A new id of the table's kind: its letter and ten random base32 characters.
    static QString newId(model::TableId table);
    template <class T>
    static decltype(T::id) newId() {
        return {newId(model::tableOf<T>)};
    }

    /// Inserts the row, or replaces the row with the same key without touching rows that refer to it.
    template <class T>
    void put(const T& row) {
        const model::Table& table = model::table(model::tableOf<T>);
        putValues(table.id, table.values(&row));
    }
    template <class T>
    void erase(const T& row) {
        const model::Table& table = model::table(model::tableOf<T>);
        std::vector<model::Value> key = table.values(&row);
        key.resize(static_cast<std::size_t>(table.keyColumns));
        eraseKey(table.id, key);
    }

    void putValues(model::TableId table, std::span<const model::Value> row);
    void eraseKey(model::TableId table, std::span<const model::Value> key);
    void erase(model::TableId table, const QString& id);

    /// Changes one column of one row; fails if there is no such row.
    void set(model::TableId table, std::span<const model::Value> key, int column, const model::Value& value);
    void set(model::TableId table, const QString& id, const char* column, const model::Value& value);

    /// One INSERT, UPDATE or DELETE of our own (a rule's fix); parameters are :name.
    void run(const QString& sql, const QMap<QString, QString>& parameters);

    /// Refuses the edit.
    void fail(Error error);
    const std::optional<Error>& error() const { return error_; }

    /// What follows by itself, once the caller has written all it wants. Called by Document.
    void finish();

private:
    Replica& replica_;
    std::optional<Error> error_;
    QSet<QString> movedFlows_;
};

} // namespace sallyport::document
