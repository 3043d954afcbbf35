// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

namespace sallyport::advice {

namespace {

/// Whether somebody calls as the secret's identity who may only have picked the secret up on its way: such a call would
/// need the key too, and nobody knows how it is made.
bool isPickedUp(const Surroundings& around, Index index) {
    const Index identity = at(around.facts.secrets, index).identity;
    const Indices users = around.usersOf(index);
    for (const Index grant : around.grantsOf(identity))
        for (const Index flow : around.callsTo(at(around.facts.grants, grant).target)) {
            const analysis::FlowFacts& call = at(around.facts.flows, flow);
            const analysis::GrantFacts& g = at(around.facts.grants, grant);
            if (call.as == none || (call.as != g.identity && call.as != g.also)) continue;
            if (!contains(users, call.from) && !around.isForwarded(flow, index)) return true;
        }
    return false;
}

bool canBeBound(const Surroundings& around, Index index) {
    const analysis::SecretFacts& secret = at(around.facts.secrets, index);
    return !secret.proof && secret.boundTo == none && secret.identity != none && around.row(secret) != nullptr &&
           !isPickedUp(around, index);
}

/// Everyone who shows the secret gets the key; nobody else, so that a copy alone says nothing.
void bind(const Surroundings& around, Index index, ModelEdit& edit) {
    const analysis::SecretFacts& secret = at(around.facts.secrets, index);
    const Indices users = around.usersOf(index);
    if (users.empty()) return;
    model::Secret key;
    key.id = document::Editor::newId<model::Secret>();
    key.name = Surroundings::tr("key of %1").arg(displayName(secret));
    key.kind = model::SecretKind::PrivateKey;
    key.purpose = model::SecretPurpose::OwnIdentity;
    key.perUser = isPerUser(around.facts, secret);
    edit.put(key);
    for (const Index user : users)
        edit.put(model::Holding{key.id, {at(around.facts.components, user).id}, std::nullopt, std::nullopt});
    model::Secret bound = *around.row(secret);
    bound.boundTo = key.id;
    edit.put(bound);
}

/// What the component passes on without holding it or having been the first to send it.
Indices forwardedBy(const Surroundings& around, Index component) {
    Indices forwarded;
    for (const Index flow : around.callsFrom(component))
        for (const Index secret : at(around.facts.flows, flow).carries)
            if (!contains(forwarded, secret) && canBeBound(around, secret) && around.isForwarded(flow, secret) &&
                !contains(around.usersOf(secret), component))
                forwarded.push_back(secret);
    return forwarded;
}

} // namespace

void bindSecrets(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.secrets) && !around.isStopped(); ++i) {
        if (!canBeBound(around, i)) continue;
        const analysis::SecretFacts& secret = at(around.facts.secrets, i);
        Change change{Family::Bind, Surroundings::tr("Bind %1 to a key").arg(displayName(secret)), {secret.id}, {}, {}, {}};
        bind(around, i, change.edit);
        offer(around, changes, std::move(change));
    }
    for (Index i = 0; i < count(around.facts.components) && !around.isStopped(); ++i) {
        const Indices forwarded = forwardedBy(around, i);
        if (forwarded.size() < 2) continue; // One alone is offered above.
        Change change{Family::Bind,
                      Surroundings::tr("Bind what %1 forwards to keys: %2")
                          .arg(around.words.component(i), Surroundings::names(around.facts.secrets, forwarded)),
                      {at(around.facts.components, i).id},
                      {},
                      {},
                      {}};
        for (const Index secret : forwarded) {
            change.elements << at(around.facts.secrets, secret).id;
            bind(around, secret, change.edit);
        }
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
