// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "rules/RuleDatabase.h"
#include "rules/WorkQueue.h"

#include <memory>
#include <vector>

namespace sallyport::rules {

/// The replica's own database, and copies of it for further threads, made when there is work for them.
class RuleDatabases {
public:
    RuleDatabases(sqlite3* handle, std::shared_ptr<KnownIds> ids);

    RuleDatabase& first() const { return *all_.front(); }
    RuleDatabase& operator[](std::size_t position) const { return *all_[position]; }
    /// Those made so far.
    std::size_t count() const { return all_.size(); }

    /// Of what rules return from now on.
    void setIds(const std::shared_ptr<KnownIds>& ids);
    /// The replica has changed so.
    void note(const document::Changes& changes);
    /// The derived table has other rows in the first: in the others it is stale.
    void noteDerived(std::size_t table);
    /// What another than the first has to do before it can run what needs these derived tables; as long as nobody uses it.
    Milliseconds deriving(const std::vector<std::size_t>& tables) const;
    /// How many of so many there are, each in step; at least the first. Reads the replica: nobody else may use it meanwhile.
    std::size_t ready(std::size_t wanted);

private:
    sqlite3* handle_;
    std::shared_ptr<KnownIds> ids_;
    std::vector<std::unique_ptr<RuleDatabase>> all_;
};

} // namespace sallyport::rules
