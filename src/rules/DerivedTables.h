// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/BlastRows.h"
#include "rules/Sandbox.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>

namespace sallyport::rules {

/// Tables rules may read beside the model's own: served, serving, opens, acts_as, rights, sessions, sharing,
/// oauth_clients, received, made from the model by the queries of resources/rules/derived; and blast, blast_component, filled
/// by the engine. Temp tables of the replica's database, emptied and refilled, never dropped, so that prepared rules stay
/// prepared.
const QStringList& derivedTableNames();
bool isDerivedTable(const QString& name);

class DerivedTables {
public:
    /// Creates the tables. The resources are ours: that they do not fit the schema is a defect, and said so.
    static Expected<std::unique_ptr<DerivedTables>> create(sqlite3* handle);

    /// Those made from a table or column in `touched` are stale from now on; all are in the beginning.
    void note(const ReadColumns& touched, bool everything);
    /// The table at this place is stale from now on.
    void note(std::size_t table) { tables_[table].isStale = true; }
    /// Which tables a statement needs that reads so, those that they are made from included: for refresh().
    std::vector<std::size_t> neededBy(const ReadColumns& reads) const;
    /// Whether one of these is stale.
    bool isStale(const std::vector<std::size_t>& needed) const;
    /// How long it took to fill this one when it last was.
    std::chrono::duration<double, std::milli> took(std::size_t table) const { return tables_[table].took; }
    /// Refills the stale ones among these. False if that failed; they stay stale.
    bool refresh(const std::vector<std::size_t>& needed);
    /// A table that has other rows than when it was last asked, and the ids in those that have come or gone.
    struct Change {
        std::size_t table = 0;
        QString name;
        std::vector<QStringList> rows;
    };
    /// Does that, and says what has changed. A table that could not be refilled is among them.
    std::vector<Change> refreshed(const std::vector<std::size_t>& needed);
    /// Visits the ids in each row of all tables, as last seen.
    void eachRow(const std::function<void(const QStringList& ids)>& visit) const;
    /// The place of a table among those that queries make; nothing if none of them has that name.
    std::optional<std::size_t> place(const QString& name) const;
    /// Brings those that the engine fills in step. False: they were so already.
    bool fillBlast(const BlastRows& blasts, bool withComponents);

    /// What a column of a derived table stands for: the columns of the model it is made from. Unchanged if not derived.
    ReadColumns resolved(const ReadColumns& reads) const;

private:
    struct Table {
        QString name;
        StatementPointer clear, fill, read;
        ReadColumns reads;              ///< Of the model's tables, by whatever it is made from.
        ReadColumns ownReads;           ///< Of the model's tables, by its own query.
        std::vector<std::size_t> needs; ///< Those of these tables that it is made from.
        bool isStale = true;
        std::chrono::duration<double, std::milli> took{0};
        std::vector<QByteArray> rows; ///< In order, as refreshed() has last seen them.
    };
    explicit DerivedTables(sqlite3* handle) : handle_(handle) {}
    Expected<void> addTable(const QString& name);
    bool refill(Table& table);
    void addBlast(const BlastRow& row);

    sqlite3* handle_;
    std::vector<Table> tables_; ///< Each after those it is made from.
    StatementPointer removeBlast_, addBlast_, clearComponents_, addComponent_;
    BlastRows blasts_; ///< As they are in the tables.
};

/// Whether two sets of columns meet; a row added or removed (empty column) meets every column of its table.
bool meet(const ReadColumns& reads, const ReadColumns& touched);

} // namespace sallyport::rules
