// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

namespace {

bool isPerUser(const Surroundings& around, Index identity) {
    return identity != none && at(around.facts.identities, identity).perUser;
}

/// What the calls that use a grant carry, to the target and back.
struct Carried {
    Indices read, written;
    bool administers = false; ///< Or nobody has said what some call is for.
};

Carried carriedFor(const Surroundings& around, Index index) {
    const analysis::GrantFacts& grant = at(around.facts.grants, index);
    Carried carried;
    for (const Index flow : around.callsTo(grant.target)) {
        if (!around.isMadeAs(flow, grant.identity) && (grant.also == none || !around.isMadeAs(flow, grant.also))) continue;
        const analysis::FlowFacts& f = at(around.facts.flows, flow);
        const model::Flow& row = *around.row(f);
        if (!row.operation || row.operation == model::Operation::Admin || row.operation == model::Operation::Deploy)
            carried.administers = true;
        for (const Index data : f.data) {
            const model::FlowData& moved = *around.model.flowData.find({row.id, {at(around.facts.data, data).id}});
            if (moved.direction != model::Direction::ToTarget) carried.read.push_back(data);
            if (moved.direction != model::Direction::FromTarget) carried.written.push_back(data);
        }
    }
    return carried;
}

void limit(const Surroundings& around, Index index, ModelEdit& edit) {
    const analysis::GrantFacts& grant = at(around.facts.grants, index);
    const model::Grant* row = around.row(grant);
    if (row == nullptr) return;
    if (!around.isUsed(index)) return eraseGrant(around, *row, edit);
    const Carried carried = carriedFor(around, index);
    for (const Index data : grant.reads)
        if (!contains(carried.read, data))
            edit.erase(model::GrantData{row->id, {at(around.facts.data, data).id}, model::GrantAccess::Read});
    for (const Index data : grant.writes)
        if (!contains(carried.written, data))
            edit.erase(model::GrantData{row->id, {at(around.facts.data, data).id}, model::GrantAccess::Write});
    if (grant.admin && !carried.administers) {
        model::Grant plain = *row;
        plain.admin = false;
        edit.put(plain);
    }
}

} // namespace

void limitToOwnData(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.grants) && !around.isStopped(); ++i) {
        const analysis::GrantFacts& grant = at(around.facts.grants, i);
        const model::Grant* row = around.row(grant);
        const bool yieldsData = !grant.reads.empty() || !grant.writes.empty();
        if (row == nullptr || grant.ownOnly || !yieldsData) continue;
        // Only a user has data of their own.
        if (!isPerUser(around, grant.identity) && !isPerUser(around, grant.also)) continue;
        Change change{Family::OwnData,
                      Surroundings::tr("Limit %1 to the caller's own data").arg(around.grantName(i)),
                      {grant.id, at(around.facts.identities, grant.identity).id, at(around.facts.components, grant.target).id},
                      {},
                      {},
                      {}};
        model::Grant own = *row;
        own.ownOnly = true;
        change.edit.put(own);
        offer(around, changes, std::move(change));
    }
}

void limitIdentities(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.identities) && !around.isStopped(); ++i) {
        const analysis::IdentityFacts& identity = at(around.facts.identities, i);
        Change change{Family::LimitIdentity,
                      Surroundings::tr("Limit %1 to what its calls carry").arg(displayName(identity)),
                      {identity.id},
                      {},
                      {},
                      {}};
        for (const Index grant : around.grantsOf(i))
            if (at(around.facts.grants, grant).identity == i) limit(around, grant, change.edit);
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
