// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/DerivedTables.h"
#include "rules/ReplicaCopy.h"
#include "rules/RowReader.h"
#include "rules/Steps.h"

namespace sallyport::rules {

/// A database with all that rules need: functions, derived tables, and statements prepared on it. For one thread at a time.
/// It is the replica's own, or a copy that makes a second thread possible.
class RuleDatabase {
public:
    /// On the replica's own handle. `ids`: of all that rules return, on this database or another.
    RuleDatabase(sqlite3* handle, std::shared_ptr<KnownIds> ids);
    RuleDatabase(std::unique_ptr<ReplicaCopy> copy, std::shared_ptr<KnownIds> ids);

    /// Why rules cannot run on it; nothing if they can.
    const std::optional<Error>& problem() const { return problem_; }
    const Sandbox& sandbox() const { return sandbox_; }
    DerivedTables& derived() { return *derived_; }
    /// Null: it is no copy.
    ReplicaCopy* copy() const { return copy_.get(); }
    RowReader& rows() { return rows_; }
    void setIds(std::shared_ptr<KnownIds> ids) { rows_ = RowReader(std::move(ids)); }

    /// The statement at this position. On a copy it is one of ours, prepared when it is first asked for; null if that fails.
    sqlite3_stmt* statement(std::size_t position, const QString& sql);
    void setStatement(std::size_t position, StatementPointer statement);
    /// One of ours at this position, for these elements alone: those whose id is in its first column. Null if it cannot be
    /// prepared.
    sqlite3_stmt* nearStatement(std::size_t position, const QString& sql, const NearElements& elements);
    /// Prepares that, for whenever there are some. False if it cannot.
    bool prepareNear(std::size_t position, const QString& sql);

private:
    void setUp();
    bool fillNear(const NearElements& elements);

    std::unique_ptr<ReplicaCopy> copy_;
    sqlite3* handle_;
    Sandbox sandbox_;
    std::unique_ptr<DerivedTables> derived_;
    std::optional<Error> problem_;
    std::vector<StatementPointer> statements_; ///< Of the rules, then of the scopes.
    std::vector<StatementPointer> nearStatements_;
    std::shared_ptr<const Near> near_; ///< As it is in the temp table near_change,
    int filledSteps_ = -1;             ///< as far as this.
    RowReader rows_;
};

} // namespace sallyport::rules
