// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "document/Sqlite.h"

#include <map>

namespace sallyport::rules {

/// Lets SQLite keep all pages of a model in its cache: with its usual 2 MB it would copy the same ones again and again.
void cacheWhole(sqlite3* handle);

/// A second database with the rows of a replica's, so that a second thread can ask it. It follows row by row, as the
/// replica's changes say. The replica's handle must outlive it.
class ReplicaCopy {
public:
    explicit ReplicaCopy(sqlite3* original);
    ~ReplicaCopy();
    ReplicaCopy(const ReplicaCopy&) = delete;
    ReplicaCopy& operator=(const ReplicaCopy&) = delete;

    sqlite3* handle() const { return handle_; }

    /// The original has changed so.
    void note(const document::Changes& changes);
    /// Brings the copy in step. Reads the original: nobody else may use it meanwhile. False if that failed; then the copy
    /// is taken anew the next time.
    bool follow();

private:
    struct RowStatements {
        document::Statement read, write, erase;
    };
    bool takeAll();
    bool takeRow(const document::RowChange& change);

    sqlite3* original_;
    sqlite3* handle_;
    bool everything_ = true;
    std::vector<document::RowChange> noted_;
    std::map<model::TableId, RowStatements> statements_;
};

} // namespace sallyport::rules
