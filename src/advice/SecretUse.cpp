// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/SecretUse.h"

#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

using model::ComponentKind;
using model::SecretKind;
using model::SecretPurpose;

namespace {

/// Components whose job it is to keep secrets of others.
bool keepsForOthers(ComponentKind kind) { return kind == ComponentKind::SecretStore || kind == ComponentKind::SessionStore; }

/// Used without a call that shows it.
bool servesSilently(const model::Secret& row, const model::ComponentId& component) {
    if (row.signsFor == component || row.kind == SecretKind::TlsKey || row.kind == SecretKind::WebhookSecret) return true;
    if (row.kind == SecretKind::SessionKey) return !row.ownerComponent || row.ownerComponent == component;
    if (row.kind == SecretKind::RefreshToken) return true; // Its client is told by who holds it.
    return row.purpose && row.purpose != SecretPurpose::OwnIdentity && row.purpose != SecretPurpose::Downstream;
}

} // namespace

bool usesSecret(const Surroundings& around, Index component, Index index) {
    const analysis::SecretFacts& secret = at(around.facts.secrets, index);
    const model::Secret* row = around.row(secret);
    const model::Component& holder = *around.row(at(around.facts.components, component));
    if (row != nullptr && servesSilently(*row, holder.id)) return true;
    if (keepsForOthers(holder.kind)) return true;
    const bool servesOthers = around.bindsAnother(index) || around.opensData(index);
    if (servesOthers && contains(at(around.facts.components, component).holds, index)) return true;
    for (const Index flow : around.callsFrom(component))
        if (contains(at(around.facts.flows, flow).carries, index)) return true;
    // What nobody has said the use of is not known to be unused.
    return secret.identity == none || around.startsCallsAs(component, secret.identity);
}

void takeAway(const Surroundings& around, Index component, Index secret, ModelEdit& edit) {
    const model::ComponentId id{at(around.facts.components, component).id};
    const analysis::SecretFacts& s = at(around.facts.secrets, secret);
    if (const model::Holding* holding = around.model.holdings.find({{s.id}, id})) edit.erase(*holding);
    const model::Assignment assignment{{at(around.facts.identities, s.identity).id}, id};
    if (around.model.assignments.contains(assignment.key())) edit.erase(assignment);
}

void takeAwaySecrets(const Surroundings& around, Changes& changes) {
    for (Index component = 0; component < count(around.facts.components) && !around.isStopped(); ++component)
        for (const Index secret : at(around.facts.components, component).holds) {
            if (usesSecret(around, component, secret)) continue;
            const analysis::SecretFacts& s = at(around.facts.secrets, secret);
            Change change{Family::TakeAway,
                          Surroundings::tr("Take %1 away from %2, which does not use it")
                              .arg(displayName(s), around.words.component(component)),
                          {at(around.facts.components, component).id},
                          {},
                          {},
                          {}};
            if (around.row(s) != nullptr) change.elements << s.id;
            takeAway(around, component, secret, change.edit);
            offer(around, changes, std::move(change));
        }
}

/// From a holder that does not use the secret to one that calls as its identity and has nothing to show for it.
void moveSecrets(const Surroundings& around, Changes& changes) {
    for (Index component = 0; component < count(around.facts.components) && !around.isStopped(); ++component)
        for (const Index secret : at(around.facts.components, component).holds) {
            const analysis::SecretFacts& s = at(around.facts.secrets, secret);
            if (around.row(s) == nullptr || usesSecret(around, component, secret)) continue;
            const model::ComponentId from{at(around.facts.components, component).id};
            const model::Holding* holding = around.model.holdings.find({{s.id}, from});
            if (holding == nullptr) continue;
            if (s.identity == none) continue;
            for (const Index user : around.callersAs(s.identity)) {
                const auto& held = at(around.facts.components, user).holds;
                const bool proves = std::any_of(held.begin(), held.end(), [&](Index other) {
                    return at(around.facts.secrets, other).identity == s.identity;
                });
                if (user == component || proves) continue;
                Change change{Family::MoveSecret,
                              Surroundings::tr("Move %1 from %2 to %3, which uses it")
                                  .arg(displayName(s), around.words.component(component), around.words.component(user)),
                              {s.id, from.value, at(around.facts.components, user).id},
                              {},
                              {},
                              {}};
                takeAway(around, component, secret, change.edit);
                model::Holding moved = *holding;
                moved.component = {at(around.facts.components, user).id};
                change.edit.put(moved);
                offer(around, changes, std::move(change));
            }
        }
}

} // namespace sallyport::advice
