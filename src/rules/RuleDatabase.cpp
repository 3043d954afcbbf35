// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleDatabase.h"

#include "document/Sqlite.h"

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
    document::execute(
        handle_,
        "create temp table if not exists near_change(element text primary key not null, steps integer not null) without rowid");
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

sqlite3_stmt* RuleDatabase::nearStatement(std::size_t position, const QString& sql, int steps) {
    if (position >= nearStatements_.size()) nearStatements_.resize(position + 1);
    if (nearStatements_[position]) return nearStatements_[position].get();
    sqlite3_stmt* whole = statement(position, sql);
    if (!whole) return nullptr;
    const QByteArray first = sqlite3_column_name(whole, 0);
    nearStatements_[position] =
        sandbox_.prepareKnown("select * from (\n" + sql.toUtf8() + "\n) where \"" + first +
                              "\" in (select element from temp.near_change where steps <= " + QByteArray::number(steps) + ')');
    return nearStatements_[position].get();
}

bool RuleDatabase::fillNear(const std::shared_ptr<const Near>& near) {
    if (near == near_) return true;
    near_ = near;
    document::Statement insert(handle_, "insert into temp.near_change values (?, ?)");
    bool good = document::execute(handle_, "delete from temp.near_change") == SQLITE_OK;
    for (auto at = near->steps.cbegin(); good && at != near->steps.cend(); ++at) {
        insert.bind(1, model::Value(at.key()));
        insert.bind(2, model::Value(qint64(at.value())));
        good = insert.step() == SQLITE_DONE;
        insert.reset();
    }
    if (!good) near_.reset();
    return good;
}

} // namespace sallyport::rules
