// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleDatabase.h"

#include "rules/SqlFunctions.h"

namespace sallyport::rules {

RuleDatabase::RuleDatabase(sqlite3* handle) : handle_(handle), sandbox_(handle) { setUp(); }

RuleDatabase::RuleDatabase(std::unique_ptr<ReplicaCopy> copy)
    : copy_(std::move(copy)), handle_(copy_->handle()), sandbox_(handle_) {
    if (copy_->follow())
        setUp();
    else
        problem_ = Error{QStringLiteral("The rows of the model could not be copied."), {}, {}};
}

void RuleDatabase::setUp() {
    cacheWhole(handle_);
    addSqlFunctions(handle_);
    auto derived = DerivedTables::create(handle_);
    if (derived)
        derived_ = std::move(*derived);
    else
        problem_ = derived.error();
}

sqlite3_stmt* RuleDatabase::statement(std::size_t position, const QString& sql) {
    if (position >= statements_.size()) statements_.resize(position + 1);
    if (!statements_[position]) statements_[position] = sandbox_.prepareKnown(sql.toUtf8());
    return statements_[position].get();
}

void RuleDatabase::setStatement(std::size_t position, StatementPointer statement) {
    if (position >= statements_.size()) statements_.resize(position + 1);
    statements_[position] = std::move(statement);
}

} // namespace sallyport::rules
