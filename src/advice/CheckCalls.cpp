// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Credentials.h"
#include "advice/Families.h"

#include "analysis/Program.h"

#include <algorithm>

namespace sallyport::advice {

using document::Editor;
using model::Authn;

namespace {

/// Whether the source can prove whom it calls as, to the target.
bool canProve(const Surroundings& around, Index index) {
    const analysis::FlowFacts& flow = at(around.facts.flows, index);
    const auto& held = at(around.facts.components, flow.from).holds;
    const auto proves = [&](Index each) {
        const analysis::SecretFacts& secret = at(around.facts.secrets, each);
        if (secret.identity != flow.as || (secret.boundTo != none && !contains(held, secret.boundTo))) return false;
        const Indices& grants = around.grantsAt(flow.to);
        return !secret.only || std::all_of(grants.begin(), grants.end(), [&](Index grant) {
            const analysis::GrantFacts& g = at(around.facts.grants, grant);
            return (g.identity != flow.as && g.also != flow.as) || contains(*secret.only, grant);
        });
    };
    if (std::any_of(held.begin(), held.end(), proves)) return true;
    return std::any_of(flow.carries.begin(), flow.carries.end(),
                       [&](Index secret) { return proves(secret) && around.isForwarded(index, secret); });
}

bool asksNobody(const std::optional<Authn>& authn) { return !authn || authn == Authn::None || authn == Authn::NetworkLocation; }

/// The target asks for a client certificate from now on.
bool authenticate(const Surroundings& around, Index flow, ModelEdit& edit) {
    if (!giveCredential(around, flow, edit)) return false;
    // The caller of a call as nobody is set there; the row as that leaves it is the one to change.
    model::Model after;
    after.flows.put(*around.row(at(around.facts.flows, flow)));
    edit.applyTo(after);
    model::Flow row = *after.flows.find({at(around.facts.flows, flow).id});
    row.authn = Authn::Mtls;
    edit.put(row);
    return true;
}

} // namespace

bool giveCredential(const Surroundings& around, Index index, ModelEdit& edit) {
    const analysis::FlowFacts& flow = at(around.facts.flows, index);
    // Who calls as nobody has no rights to keep.
    if (flow.as == none || canProve(around, index)) return true;
    const bool isNobody = around.row(at(around.facts.identities, flow.as)) == nullptr;
    model::IdentityId identity{at(around.facts.identities, flow.as).id};
    if (isNobody) {
        model::Identity row;
        row.id = Editor::newId<model::Identity>();
        row.name =
            Surroundings::tr("%1 at %2")
                .arg(displayName(at(around.facts.components, flow.from)), displayName(at(around.facts.components, flow.to)));
        row.perUser = false;
        edit.put(row);
        identity = row.id;
        model::Flow call = *around.row(flow);
        call.callerIdentity = identity;
        edit.put(call);
    }
    model::Secret key;
    key.id = Editor::newId<model::Secret>();
    key.name = Surroundings::tr("key of %1 for %2")
                   .arg(displayName(at(around.facts.components, flow.from)), displayName(at(around.facts.components, flow.to)));
    key.kind = model::SecretKind::PrivateKey;
    key.purpose = model::SecretPurpose::OwnIdentity;
    key.identity = identity;
    // A server that calls for its users can name any of them.
    key.perUser = at(around.facts.components, flow.from).many && at(around.facts.identities, flow.as).perUser;
    key.restricted = true;
    edit.put(key);
    edit.put(model::Holding{key.id, {at(around.facts.components, flow.from).id}, std::nullopt, std::nullopt});
    const auto grants = grantsAsRows(around, flow.as, flow.to, identity, edit);
    if (!grants) return false;
    for (const model::GrantId& grant : *grants) edit.put(model::SecretOnly{key.id, grant});
    return true;
}

/// Calls of which nobody asks who makes them, and targets that take a token without verifying it.
void checkCalls(const Surroundings& around, Changes& changes) {
    std::vector<Indices> unverified(around.facts.components.size());
    for (Index i = 0; i < count(around.facts.flows) && !around.isStopped(); ++i) {
        const analysis::FlowFacts& flow = at(around.facts.flows, i);
        if (flow.checked) continue;
        if (!asksNobody(around.row(flow)->authn)) {
            at(unverified, flow.to).push_back(i);
            continue;
        }
        Change change{Family::Check,
                      Surroundings::tr("Have %1 check who calls: %2").arg(around.words.component(flow.to), around.flowName(i)),
                      {flow.id, at(around.facts.components, flow.to).id},
                      {},
                      {},
                      {}};
        if (authenticate(around, i, change.edit)) offer(around, changes, std::move(change));
    }
    for (Index i = 0; i < count(around.facts.components) && !around.isStopped(); ++i) {
        if (at(unverified, i).empty()) continue;
        const model::ComponentId id{at(around.facts.components, i).id};
        Change change{Family::Check,
                      Surroundings::tr("Have %1 verify the tokens it takes").arg(around.words.component(i)),
                      {id.value},
                      {},
                      {},
                      {}};
        change.edit.put(model::ComponentHas{id, QStringLiteral("token_check.signature_or_introspection"), true});
        const Indices& flows = at(unverified, i);
        if (std::all_of(flows.begin(), flows.end(), [&](Index flow) { return giveCredential(around, flow, change.edit); }))
            offer(around, changes, std::move(change));
    }
}

void stopTrusting(const Surroundings& around, Changes& changes) {
    const std::vector<char> unchecked = analysis::uncheckedFlows(around.facts);
    for (Index i = 0; i < count(around.facts.zones); ++i) {
        const analysis::ZoneFacts& zone = at(around.facts.zones, i);
        if (!zone.implicitTrust || around.row(zone) == nullptr) continue;
        Change change{Family::StopTrusting,
                      Surroundings::tr("Stop trusting callers for being in %1").arg(around.zoneName(i)),
                      {zone.id},
                      {},
                      {},
                      {}};
        model::Zone row = *around.row(zone);
        row.implicitTrust = false;
        change.edit.put(row);
        bool allProven = true;
        for (Index flow = 0; flow < count(around.facts.flows) && allProven; ++flow)
            // Those that are trusted for a zone and would be checked but for it.
            if (at(around.facts.flows, flow).checked && at(unchecked, flow))
                allProven = giveCredential(around, flow, change.edit);
        if (allProven) offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
