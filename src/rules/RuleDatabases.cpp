// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleDatabases.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

constexpr std::size_t most = 4;

} // namespace

RuleDatabases::RuleDatabases(sqlite3* handle, std::shared_ptr<KnownIds> ids) : handle_(handle), ids_(std::move(ids)) {
    all_.push_back(std::make_unique<RuleDatabase>(handle, ids_));
}

void RuleDatabases::setIds(const std::shared_ptr<KnownIds>& ids) {
    ids_ = ids;
    for (const auto& database : all_) database->setIds(ids);
}

void RuleDatabases::note(const document::Changes& changes) {
    for (const auto& database : all_)
        if (ReplicaCopy* copy = database->copy()) copy->note(changes);
}

void RuleDatabases::noteDerived(std::size_t table) {
    for (const auto& database : all_)
        if (database != all_.front() && !database->problem()) database->derived().note(table);
}

Milliseconds RuleDatabases::deriving(const std::vector<std::size_t>& tables) const {
    Milliseconds sum{0};
    for (const std::size_t table : tables)
        if (all_.size() < 2 || all_[1]->derived().isStale({table})) sum += first().derived().took(table);
    return sum;
}

std::size_t RuleDatabases::ready(std::size_t wanted) {
    wanted = std::min(wanted, most);
    while (all_.size() < wanted) {
        auto another = std::make_unique<RuleDatabase>(std::make_unique<ReplicaCopy>(handle_), ids_);
        if (another->problem()) break; // the first does it alone
        all_.push_back(std::move(another));
    }
    std::size_t ready = 1;
    while (ready < std::min(wanted, all_.size()) && all_[ready]->copy()->follow()) ++ready;
    return ready;
}

} // namespace sallyport::rules
