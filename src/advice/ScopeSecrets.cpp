// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

namespace {

/// Whether some call to the grant's target is made as the identity.
bool isCalledAs(const Surroundings& around, Index grant, Index identity) {
    const Indices& calls = around.callsTo(at(around.facts.grants, grant).target);
    return std::any_of(calls.begin(), calls.end(), [&](Index flow) { return around.isMadeAs(flow, identity); });
}

} // namespace

/// Good for the rights that drawn calls use, and no others of the same identity.
void scopeSecrets(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.secrets) && !around.isStopped(); ++i) {
        const analysis::SecretFacts& secret = at(around.facts.secrets, i);
        const model::Secret* row = around.row(secret);
        if (row == nullptr || secret.identity == none || secret.only) continue;
        const Indices& grants = around.grantsOf(secret.identity);
        Indices targets;
        std::size_t used = 0;
        for (const Index grant : grants) {
            if (!isCalledAs(around, grant, secret.identity)) continue;
            ++used;
            const Index target = at(around.facts.grants, grant).target;
            if (!contains(targets, target)) targets.push_back(target);
        }
        // Without a call nobody knows what it is for, and what is for everything cannot be scoped.
        if (used == 0 || used == grants.size()) continue;
        Change change{Family::Scope,
                      Surroundings::tr("Scope %1 to the rights it is used for").arg(displayName(secret)),
                      {secret.id},
                      {},
                      {},
                      {}};
        const model::IdentityId identity{at(around.facts.identities, secret.identity).id};
        for (const model::SecretOnly* only : around.rows.onlyOf.of(row->id)) change.edit.erase(*only);
        bool canBeWritten = true;
        for (const Index target : targets) {
            const auto scoped = grantsAsRows(around, secret.identity, target, identity, change.edit);
            canBeWritten = canBeWritten && scoped;
            if (!scoped) break;
            for (const model::GrantId& grant : *scoped) change.edit.put(model::SecretOnly{row->id, grant});
        }
        if (!canBeWritten) continue;
        model::Secret scoped = *row;
        scoped.restricted = true;
        change.edit.put(scoped);
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
