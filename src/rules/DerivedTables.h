// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/BlastRows.h"
#include "rules/Sandbox.h"

#include <QStringList>

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
    /// Which tables a statement needs that reads so, those that they are made from included: for refresh().
    std::vector<std::size_t> neededBy(const ReadColumns& reads) const;
    /// Refills the stale ones among these. False if that failed; they stay stale.
    bool refresh(const std::vector<std::size_t>& needed);
    /// Brings those that the engine fills in step. False: they were so already.
    bool fillBlast(const BlastRows& blasts, bool withComponents);

    /// What a column of a derived table stands for: the columns of the model it is made from. Unchanged if not derived.
    ReadColumns resolved(const ReadColumns& reads) const;

private:
    struct Table {
        QString name;
        StatementPointer clear, fill;
        ReadColumns reads;              ///< Of the model's tables.
        std::vector<std::size_t> needs; ///< Those of these tables that it is made from.
        bool isStale = true;
    };
    explicit DerivedTables(sqlite3* handle) : handle_(handle) {}
    Expected<void> addTable(const QString& name);
    void addBlast(const BlastRow& row);

    sqlite3* handle_;
    std::vector<Table> tables_; ///< Each after those it is made from.
    StatementPointer removeBlast_, addBlast_, clearComponents_, addComponent_;
    BlastRows blasts_; ///< As they are in the tables.
};

/// Whether two sets of columns meet; a row added or removed (empty column) meets every column of its table.
bool meet(const ReadColumns& reads, const ReadColumns& touched);

} // namespace sallyport::rules
