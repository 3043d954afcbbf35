// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ReplicaCopy.h"

namespace sallyport::rules {

using document::Statement;

void cacheWhole(sqlite3* handle) { document::execute(handle, "pragma main.cache_size = -262144"); }

ReplicaCopy::ReplicaCopy(sqlite3* original) : original_(original), handle_(document::openEmpty()) {
    // Rows come one by one, in any order; the original has checked them. Nothing of the copy is ever saved.
    document::execute(handle_, "pragma foreign_keys = off; pragma secure_delete = off");
}

ReplicaCopy::~ReplicaCopy() {
    statements_.clear();
    sqlite3_close_v2(handle_);
}

void ReplicaCopy::note(const document::Changes& changes) {
    everything_ = everything_ || changes.everything;
    if (everything_) return noted_.clear();
    noted_.insert(noted_.end(), changes.rows.begin(), changes.rows.end());
}

bool ReplicaCopy::follow() {
    if (everything_) return takeAll();
    if (noted_.empty()) return true;
    bool good = document::execute(handle_, "begin") == SQLITE_OK;
    for (const document::RowChange& change : noted_) good = good && takeRow(change);
    good = document::execute(handle_, "commit") == SQLITE_OK && good;
    noted_.clear();
    everything_ = !good;
    return good;
}

bool ReplicaCopy::takeAll() {
    sqlite3_int64 size = 0;
    unsigned char* image = sqlite3_serialize(original_, "main", &size, 0);
    if (!image) return false;
    const int outcome =
        sqlite3_deserialize(handle_, "main", image, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    cacheWhole(handle_); // a new image has its usual cache again
    noted_.clear();
    everything_ = outcome != SQLITE_OK;
    return outcome == SQLITE_OK;
}

/// The row as it is in the original by now; a change that was noted twice is the same the second time.
bool ReplicaCopy::takeRow(const document::RowChange& change) {
    const model::Table& table = model::table(change.table);
    auto at = statements_.find(change.table);
    if (at == statements_.end()) {
        const QByteArray select = document::selectSql(table);
        const QByteArray where = document::whereKey(table);
        at = statements_
                 .emplace(change.table,
                          RowStatements{Statement(original_, select.first(select.indexOf(" order by ")) + where),
                                        Statement(handle_, "insert or replace" + document::insertSql(table).mid(6)),
                                        Statement(handle_, "delete from " + QByteArray(table.name) + where)})
                 .first;
    }
    RowStatements& row = at->second;
    for (std::size_t i = 0; i < change.key.size(); ++i) {
        row.read.bind(static_cast<int>(i) + 1, change.key[i]);
        row.erase.bind(static_cast<int>(i) + 1, change.key[i]);
    }
    const int found = row.read.step();
    for (int i = 0; found == SQLITE_ROW && i < static_cast<int>(table.columns.size()); ++i)
        row.write.bind(i + 1, row.read.value(i));
    row.read.reset();
    Statement& step = found == SQLITE_ROW ? row.write : row.erase;
    const bool good = step.step() == SQLITE_DONE;
    step.reset();
    return good && (found == SQLITE_ROW || found == SQLITE_DONE);
}

} // namespace sallyport::rules
