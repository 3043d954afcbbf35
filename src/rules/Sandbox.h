// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/RuleRows.h"

#include <QByteArray>
#include <QSet>

#include <chrono>
#include <memory>
#include <set>
#include <stop_token>

struct sqlite3;
struct sqlite3_stmt;

namespace sallyport::rules {

/// A column a statement reads; an empty column means only which rows there are.
struct ReadColumn {
    QString table;
    QString column;
    friend bool operator==(const ReadColumn&, const ReadColumn&) = default;
    friend bool operator<(const ReadColumn& a, const ReadColumn& b) {
        return a.table != b.table ? a.table < b.table : a.column < b.column;
    }
};
using ReadColumns = std::set<ReadColumn>;

struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const;
};
using StatementPointer = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// A statement that has passed the sandbox's door.
struct Prepared {
    StatementPointer statement;
    ReadColumns reads;
    QStringList columns;    ///< Names of the result's.
    QStringList parameters; ///< Without the colon.
};

/// Runs SQL that nobody trusts on a replica's database: one read-only SELECT over listed tables, with listed functions,
/// within limits of size, depth, time, memory and rows. The rules of rules.md, "The sandbox".
class Sandbox {
public:
    struct Limits {
        std::chrono::milliseconds time{2000};
        qint64 memory = 64 * 1024 * 1024;
        qint64 rows = 100000;
        /// Our own statement, and so nobody watches what it reads when SQLite prepares it again. Watching has its price: SQLite
        /// then prepares all statements of the database again.
        bool trusted = false;
    };

    explicit Sandbox(sqlite3* handle);
    Sandbox(const Sandbox&) = delete;
    Sandbox& operator=(const Sandbox&) = delete;

    /// Refuses what is not one harmless SELECT, saying why in one sentence.
    Expected<Prepared> prepare(const QByteArray& sql) const;
    /// The same of many at once, one by one; each that is prepared for itself would make SQLite prepare the earlier ones again.
    std::vector<Expected<Prepared>> prepareAll(const QList<QByteArray>& all) const;
    /// Of a statement of ours that went through the door on another database with the same tables; null if that fails.
    StatementPointer prepareKnown(const QByteArray& sql) const;

    /// Steps through the rows; `visit` returns false to end early. Parameters are bound already. Refuses on any limit;
    /// `stopped` tells a wish to stop from a limit.
    Expected<void> run(sqlite3_stmt* statement, const std::function<bool(sqlite3_stmt*)>& visit, std::stop_token stop,
                       const Limits& limits) const;
    Expected<void> run(sqlite3_stmt* statement, const std::function<bool(sqlite3_stmt*)>& visit,
                       std::stop_token stop = {}) const {
        return run(statement, visit, std::move(stop), Limits());
    }

    /// What may be seen from the text alone; empty if nothing speaks against preparing it.
    static QString objection(const QByteArray& sql);

    /// Tables a rule may read, derived ones included.
    static const QSet<QString>& tables();

private:
    sqlite3* handle_;
};

} // namespace sallyport::rules
