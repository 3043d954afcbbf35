// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleDatabase.h"

#include "document/Sqlite.h"

#include "rules/Nearness.h"
#include "rules/SqlFunctions.h"

namespace sallyport::rules {

namespace {

QString nearElements() { return QStringLiteral("(select element from temp.near_change where steps <= :near_steps)"); }

} // namespace

RuleDatabase::RuleDatabase(sqlite3* handle, std::shared_ptr<KnownIds> ids)
    : handle_(handle), sandbox_(handle), rows_(std::move(ids)) {
    setUp();
}

RuleDatabase::RuleDatabase(std::unique_ptr<ReplicaCopy> copy, std::shared_ptr<KnownIds> ids)
    : copy_(std::move(copy)), handle_(copy_->handle()), sandbox_(handle_), rows_(std::move(ids)) {
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

bool RuleDatabase::prepareNear(std::size_t position, const QString& sql) {
    if (position >= nearStatements_.size()) nearStatements_.resize(position + 1);
    StatementPointer& near = nearStatements_[position];
    if (!near) {
        sqlite3_stmt* whole = statement(position, sql);
        if (!whole) return false;
        const QString first = QString::fromUtf8(sqlite3_column_name(whole, 0));
        const QString looked = withNearConditions(sql, nearElements());
        near = sandbox_.prepareKnown(
            QString("select * from (\n" + looked + "\n) where \"" + first + "\" in " + nearElements()).toUtf8());
    }
    return near != nullptr;
}

sqlite3_stmt* RuleDatabase::nearStatement(std::size_t position, const QString& sql, const NearElements& elements) {
    if (!prepareNear(position, sql) || !fillNear(elements)) return nullptr;
    const StatementPointer& near = nearStatements_[position];
    sqlite3_bind_int(near.get(), sqlite3_bind_parameter_index(near.get(), ":near_steps"), elements.steps);
    return near.get();
}

/// No further than somebody looks: a step further, there may be ten times as many.
bool RuleDatabase::fillNear(const NearElements& elements) {
    if (elements.near != near_) {
        near_.reset();
        filledSteps_ = -1;
        if (document::execute(handle_, "delete from temp.near_change") != SQLITE_OK) return false;
        near_ = elements.near;
    }
    document::Statement insert(handle_, "insert into temp.near_change values (?, ?)");
    for (; filledSteps_ < elements.steps; ++filledSteps_) {
        const std::size_t known = filledSteps_ < 0 ? 0 : near_->within(filledSteps_).size();
        for (const QString& element : near_->within(filledSteps_ + 1).subspan(known)) {
            insert.bind(1, model::Value(element));
            insert.bind(2, model::Value(qint64(filledSteps_ + 1)));
            if (insert.step() != SQLITE_DONE) {
                near_.reset();
                return false;
            }
            insert.reset();
        }
    }
    return true;
}

} // namespace sallyport::rules
