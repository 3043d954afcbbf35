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

sqlite3_stmt* RuleDatabase::statement(std::size_t rule, const QString& sql) {
    if (rule >= statements_.size()) statements_.resize(rule + 1);
    if (!statements_[rule])
        if (auto prepared = sandbox_.prepare(sql.toUtf8())) statements_[rule] = std::move(prepared->statement);
    return statements_[rule].get();
}

void RuleDatabase::setStatement(std::size_t rule, StatementPointer statement) {
    if (rule >= statements_.size()) statements_.resize(rule + 1);
    statements_[rule] = std::move(statement);
}

} // namespace sallyport::rules
