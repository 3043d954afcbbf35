// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Surroundings.h"

#include <algorithm>

namespace sallyport::advice {

using document::Editor;

Surroundings::Surroundings(const model::Model& ofModel, const analysis::AttackFacts& ofFacts)
    : model(ofModel),
      facts(ofFacts),
      words(ofFacts),
      callsFrom_(facts.components.size()),
      callsTo_(facts.components.size()),
      flowsCarrying_(facts.secrets.size()),
      continuations_(facts.flows.size()),
      holders_(facts.secrets.size()),
      grantsOf_(facts.identities.size()),
      grantsAt_(facts.components.size()),
      secretsOf_(facts.identities.size()) {
    for (Index i = 0; i < count(facts.flows); ++i) {
        const analysis::FlowFacts& flow = at(facts.flows, i);
        at(callsFrom_, flow.from).push_back(i);
        at(callsTo_, flow.to).push_back(i);
        for (const Index secret : flow.carries) at(flowsCarrying_, secret).push_back(i);
        for (const Index leg : flow.continues) at(continuations_, leg).push_back(i);
    }
    for (Index i = 0; i < count(facts.components); ++i)
        for (const Index secret : at(facts.components, i).holds) at(holders_, secret).push_back(i);
    for (Index i = 0; i < count(facts.grants); ++i) {
        const analysis::GrantFacts& grant = at(facts.grants, i);
        at(grantsAt_, grant.target).push_back(i);
        at(grantsOf_, grant.identity).push_back(i);
        if (grant.also != none && grant.also != grant.identity) at(grantsOf_, grant.also).push_back(i);
    }
    for (Index i = 0; i < count(facts.secrets); ++i)
        if (const Index identity = at(facts.secrets, i).identity; identity != none) at(secretsOf_, identity).push_back(i);
}

bool Surroundings::isMadeAs(Index index, Index identity) const {
    const analysis::FlowFacts& flow = at(facts.flows, index);
    if (flow.as == identity) return true;
    return std::any_of(flow.carries.begin(), flow.carries.end(),
                       [&](Index secret) { return at(facts.secrets, secret).identity == identity; });
}

bool Surroundings::isForwarded(Index flow, Index secret) const {
    const Indices& legs = at(facts.flows, flow).continues;
    return std::any_of(legs.begin(), legs.end(), [&](Index leg) { return contains(at(facts.flows, leg).carries, secret); });
}

bool Surroundings::callsAs(Index component, Index identity) const {
    const Indices& calls = callsFrom(component);
    return std::any_of(calls.begin(), calls.end(), [&](Index flow) { return isMadeAs(flow, identity); });
}

bool Surroundings::startsCallsAs(Index component, Index identity) const {
    Indices chain = callsFrom(component);
    for (std::size_t next = 0; next < chain.size(); ++next) {
        if (isMadeAs(chain[next], identity)) return true;
        for (const Index flow : continuationsOf(chain[next]))
            if (!contains(chain, flow)) chain.push_back(flow);
    }
    return false;
}

Indices Surroundings::usersOf(Index secret) const {
    Indices users;
    const auto add = [&](Index component) {
        if (!contains(users, component)) users.push_back(component);
    };
    for (const Index holder : holdersOf(secret))
        if (row(at(facts.components, holder))->kind != model::ComponentKind::SecretStore) add(holder);
    for (const Index flow : flowsCarrying(secret))
        if (!isForwarded(flow, secret)) add(at(facts.flows, flow).from);
    return users;
}

bool Surroundings::isUsed(Index index) const {
    const analysis::GrantFacts& grant = at(facts.grants, index);
    const Indices& calls = callsTo(grant.target);
    return std::any_of(calls.begin(), calls.end(), [&](Index flow) {
        return isMadeAs(flow, grant.identity) || (grant.also != none && isMadeAs(flow, grant.also));
    });
}

QString Surroundings::flowName(Index index) const {
    const analysis::FlowFacts& flow = at(facts.flows, index);
    if (!flow.name.isEmpty()) return flow.name;
    return tr("%1 to %2").arg(displayName(at(facts.components, flow.from)), displayName(at(facts.components, flow.to)));
}

QString Surroundings::grantName(Index index) const {
    const analysis::GrantFacts& grant = at(facts.grants, index);
    return tr("the right of %1 at %2")
        .arg(displayName(at(facts.identities, grant.identity)), displayName(at(facts.components, grant.target)));
}

void offer(const Surroundings& around, std::vector<Change>& changes, Change change) {
    if (change.edit.isEmpty()) return;
    change.price = change.edit.price(around.model);
    changes.push_back(std::move(change));
}

void putGrant(const Surroundings& around, Index index, const model::Grant& row, ModelEdit& edit) {
    const analysis::GrantFacts& grant = at(around.facts.grants, index);
    edit.put(row);
    for (const Index data : grant.reads)
        edit.put(model::GrantData{row.id, {at(around.facts.data, data).id}, model::GrantAccess::Read});
    for (const Index data : grant.writes)
        edit.put(model::GrantData{row.id, {at(around.facts.data, data).id}, model::GrantAccess::Write});
    for (const Index secret : grant.reveals) edit.put(model::GrantReveals{row.id, {at(around.facts.secrets, secret).id}});
    for (const Index identity : grant.assumes)
        edit.put(model::GrantAssumes{row.id, {at(around.facts.identities, identity).id}});
}

void eraseGrant(const Surroundings& around, const model::Grant& row, ModelEdit& edit) {
    for (const model::GrantData& each : around.model.grantData)
        if (each.grant == row.id) edit.erase(each);
    for (const model::GrantReveals& each : around.model.grantReveals)
        if (each.from == row.id) edit.erase(each);
    for (const model::GrantAssumes& each : around.model.grantAssumes)
        if (each.from == row.id) edit.erase(each);
    for (const model::SecretOnly& each : around.model.secretOnly)
        if (each.to == row.id) edit.erase(each);
    edit.erase(row);
}

std::optional<std::vector<model::GrantId>> grantsAsRows(const Surroundings& around, Index identity, Index target,
                                                        const model::IdentityId& as, ModelEdit& edit) {
    std::vector<model::GrantId> ids;
    const auto asRow = [&](Index who) -> std::optional<model::IdentityId> {
        if (who == identity) return as;
        const analysis::IdentityFacts& other = at(around.facts.identities, who);
        return around.row(other) != nullptr ? std::optional(model::IdentityId{other.id}) : std::nullopt;
    };
    for (const Index index : around.grantsAt(target)) {
        const analysis::GrantFacts& grant = at(around.facts.grants, index);
        if (grant.identity != identity && grant.also != identity) continue;
        if (around.row(grant) != nullptr) {
            ids.push_back({grant.id});
            continue;
        }
        // What the call alone says becomes a row once somebody has to refer to it.
        const auto first = asRow(grant.identity);
        if (!first) return std::nullopt;
        model::Grant row;
        row.id = Editor::newId<model::Grant>();
        row.identity = *first;
        if (grant.also != none) row.also = asRow(grant.also);
        row.target = {at(around.facts.components, target).id};
        row.ownOnly = grant.ownOnly;
        putGrant(around, index, row, edit);
        ids.push_back(row.id);
    }
    return ids;
}

} // namespace sallyport::advice
