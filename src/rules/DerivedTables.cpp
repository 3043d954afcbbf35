// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/DerivedTables.h"

#include <QFile>
#include <QSet>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <iterator>

namespace sallyport::rules {

namespace {

StatementPointer statement(sqlite3* handle, const QByteArray& sql) {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v3(handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    return StatementPointer(raw);
}

bool execute(sqlite3_stmt* prepared) {
    const int outcome = sqlite3_step(prepared);
    sqlite3_reset(prepared);
    return outcome == SQLITE_DONE;
}

void bindText(sqlite3_stmt* prepared, int at, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    sqlite3_bind_text(prepared, at, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

/// All that a statement returns, row by row in order, in a form that tells apart what is not the same: the cells one after
/// the other, each after its length.
std::vector<QByteArray> rowsOf(sqlite3_stmt* prepared) {
    std::vector<QByteArray> rows;
    const int columns = sqlite3_column_count(prepared);
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        QByteArray& row = rows.emplace_back();
        for (int i = 0; i < columns; ++i) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(prepared, i));
            const int size = text ? sqlite3_column_bytes(prepared, i) : -1;
            row.append(reinterpret_cast<const char*>(&size), sizeof size);
            if (size > 0) row.append(text, size);
        }
    }
    sqlite3_reset(prepared);
    std::sort(rows.begin(), rows.end());
    return rows;
}

/// The texts in such a row. Several ids joined are none that anything could be looked up by.
QStringList idsIn(const QByteArray& row) {
    QStringList ids;
    qsizetype at = 0;
    while (at < row.size()) {
        int size = 0;
        std::memcpy(&size, row.constData() + at, sizeof size);
        at += static_cast<qsizetype>(sizeof size);
        if (size <= 0) continue;
        ids.append(QString::fromUtf8(row.constData() + at, size));
        at += size;
    }
    return ids;
}

int noteReads(void* data, int action, const char* table, const char* column, const char*, const char*) {
    if (action == SQLITE_READ) static_cast<ReadColumns*>(data)->insert({QString::fromUtf8(table), QString::fromUtf8(column)});
    return SQLITE_OK;
}

QByteArray resource(const QString& name) {
    QFile file(QStringLiteral(":/rules/derived/%1.sql").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QStringList& queried() {
    static const QStringList names{QStringLiteral("served"),   QStringLiteral("serving"), QStringLiteral("opens"),
                                   QStringLiteral("acts_as"),  QStringLiteral("rights"),  QStringLiteral("privileged"),
                                   QStringLiteral("sessions"), QStringLiteral("sharing"), QStringLiteral("oauth_clients"),
                                   QStringLiteral("received")};
    return names;
}

} // namespace

const QStringList& derivedTableNames() {
    static const QStringList names = queried() + QStringList{QStringLiteral("blast"), QStringLiteral("blast_component")};
    return names;
}

bool isDerivedTable(const QString& name) { return derivedTableNames().contains(name); }

Expected<std::unique_ptr<DerivedTables>> DerivedTables::create(sqlite3* handle) {
    std::unique_ptr<DerivedTables> tables(new DerivedTables(handle));
    sqlite3_exec(handle, "pragma temp_store = memory", nullptr, nullptr, nullptr);
    for (const QString& name : queried())
        if (const auto added = tables->addTable(name); !added) return tl::make_unexpected(added.error());
    if (sqlite3_exec(handle, resource(QStringLiteral("compromise")).constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return refuse(QString::fromUtf8(sqlite3_errmsg(handle)), QStringLiteral("compromise.sql"));
    tables->removeBlast_ = statement(handle, "delete from temp.blast where source = ?");
    tables->addBlast_ = statement(handle, "insert or replace into temp.blast values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    tables->clearComponents_ = statement(handle, "delete from temp.blast_component");
    tables->addComponent_ = statement(handle, "insert into temp.blast_component values (?, ?, ?, ?)");
    return tables;
}

Expected<void> DerivedTables::addTable(const QString& name) {
    const QByteArray text = resource(name);
    const qsizetype at = text.indexOf("insert into ");
    const QString where = name + QStringLiteral(".sql");
    if (at < 0) return refuse(QStringLiteral("A query of the program's own is missing."), where);
    if (sqlite3_exec(handle_, text.first(at).constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return refuse(QString::fromUtf8(sqlite3_errmsg(handle_)), where);
    Table table;
    table.name = name;
    table.clear = statement(handle_, "delete from temp." + name.toUtf8());
    table.read = statement(handle_, "select * from temp." + name.toUtf8());
    sqlite3_set_authorizer(handle_, noteReads, &table.reads);
    table.fill = statement(handle_, text.sliced(at));
    sqlite3_set_authorizer(handle_, nullptr, nullptr);
    if (!table.fill || !table.clear || !table.read) return refuse(QString::fromUtf8(sqlite3_errmsg(handle_)), where);
    // The table itself is no source of its content.
    std::erase_if(table.reads, [&name](const ReadColumn& read) { return read.table == name; });
    table.needs = neededBy(table.reads);
    for (const ReadColumn& read : table.reads)
        if (!isDerivedTable(read.table)) table.ownReads.insert(read);
    table.reads = resolved(table.reads);
    tables_.push_back(std::move(table));
    return {};
}

ReadColumns DerivedTables::resolved(const ReadColumns& reads) const {
    ReadColumns all;
    for (const ReadColumn& read : reads) {
        const auto derived =
            std::find_if(tables_.begin(), tables_.end(), [&read](const Table& t) { return t.name == read.table; });
        if (derived == tables_.end())
            all.insert(read);
        else
            all.insert(derived->reads.begin(), derived->reads.end());
    }
    return all;
}

void DerivedTables::note(const ReadColumns& touched, bool everything) {
    for (Table& table : tables_) table.isStale = table.isStale || everything || meet(table.ownReads, touched);
}

std::optional<std::size_t> DerivedTables::place(const QString& name) const {
    const auto at = std::find_if(tables_.begin(), tables_.end(), [&name](const Table& table) { return table.name == name; });
    return at == tables_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - tables_.begin()));
}

std::vector<std::size_t> DerivedTables::neededBy(const ReadColumns& reads) const {
    std::set<std::size_t> needed;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        const auto readsIt = [&](const ReadColumn& read) { return read.table == tables_[i].name; };
        if (std::none_of(reads.begin(), reads.end(), readsIt)) continue;
        needed.insert(tables_[i].needs.begin(), tables_[i].needs.end());
        needed.insert(i);
    }
    return {needed.begin(), needed.end()};
}

bool DerivedTables::isStale(const std::vector<std::size_t>& needed) const {
    return std::any_of(needed.begin(), needed.end(), [this](std::size_t i) { return tables_[i].isStale; });
}

bool DerivedTables::refill(Table& table) {
    const auto begin = std::chrono::steady_clock::now();
    table.isStale = !execute(table.clear.get()) || !execute(table.fill.get());
    table.took = std::chrono::steady_clock::now() - begin;
    return !table.isStale;
}

bool DerivedTables::refresh(const std::vector<std::size_t>& needed) {
    return std::all_of(needed.begin(), needed.end(),
                       [this](std::size_t i) { return !tables_[i].isStale || refill(tables_[i]); });
}

std::vector<DerivedTables::Change> DerivedTables::refreshed(const std::vector<std::size_t>& needed) {
    std::vector<Change> changes;
    const auto isNew = [&changes](std::size_t i) {
        return std::any_of(changes.begin(), changes.end(), [i](const Change& change) { return change.table == i; });
    };
    for (const std::size_t i : needed) {
        Table& table = tables_[i];
        table.isStale = table.isStale || std::any_of(table.needs.begin(), table.needs.end(), isNew);
        if (!table.isStale) continue;
        const std::vector<QByteArray> before = std::exchange(table.rows, {});
        if (refill(table)) table.rows = rowsOf(table.read.get());
        if (!table.isStale && table.rows == before) continue;
        std::vector<QByteArray> different;
        std::set_symmetric_difference(before.begin(), before.end(), table.rows.begin(), table.rows.end(),
                                      std::back_inserter(different));
        Change& change = changes.emplace_back(Change{i, table.name, {}});
        for (const QByteArray& row : different) change.rows.push_back(idsIn(row));
    }
    return changes;
}

void DerivedTables::eachRow(const std::function<void(const QStringList& ids)>& visit) const {
    for (const Table& table : tables_)
        for (const QByteArray& row : table.rows) visit(idsIn(row));
}

void DerivedTables::addBlast(const BlastRow& row) {
    sqlite3_stmt* add = addBlast_.get();
    bindText(add, 1, row.source);
    sqlite3_bind_double(add, 2, row.score);
    sqlite3_bind_double(add, 3, row.worstScore);
    sqlite3_bind_int(add, 4, row.components);
    sqlite3_bind_int(add, 5, row.worstComponents);
    if (row.critical)
        sqlite3_bind_int(add, 6, *row.critical ? 1 : 0);
    else
        sqlite3_bind_null(add, 6);
    sqlite3_bind_int64(add, 7, row.users);
    sqlite3_bind_int(add, 8, row.frontends);
    sqlite3_bind_int(add, 9, row.worstFrontends);
    bindText(add, 10, row.firstFrontend);
    bindText(add, 11, row.secondFrontend);
    bindText(add, 12, row.joins.join(u' '));
    execute(add);
}

bool DerivedTables::fillBlast(const BlastRows& blasts, bool withComponents) {
    bool changed = false;
    auto old = blasts_.rows.begin();
    const auto removeBefore = [&](const BlastRow* next) {
        for (; old != blasts_.rows.end() && (!next || old->source < next->source); ++old) {
            bindText(removeBlast_.get(), 1, old->source);
            execute(removeBlast_.get());
            changed = true;
        }
    };
    for (const BlastRow& row : blasts.rows) {
        removeBefore(&row);
        const bool known = old != blasts_.rows.end() && old->source == row.source;
        if (!known || *old != row) {
            addBlast(row);
            changed = true;
        }
        if (known) ++old;
    }
    removeBefore(nullptr);
    blasts_.rows = blasts.rows;
    if (!withComponents || blasts.components == blasts_.components) return changed;
    execute(clearComponents_.get());
    for (const BlastComponentRow& row : blasts.components) {
        sqlite3_stmt* add = addComponent_.get();
        bindText(add, 1, row.seed);
        bindText(add, 2, row.component);
        bindText(add, 3, row.level);
        bindText(add, 4, row.breadth);
        execute(add);
    }
    blasts_.components = blasts.components;
    return true;
}

bool meet(const ReadColumns& reads, const ReadColumns& touched) {
    for (const ReadColumn& change : touched) {
        if (change.column.isEmpty()) {
            const auto at = reads.lower_bound(change);
            if (at != reads.end() && at->table == change.table) return true;
        } else if (reads.contains(change)) {
            return true;
        }
    }
    return false;
}

} // namespace sallyport::rules
