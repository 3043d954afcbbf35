// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Surroundings.h"

#include <algorithm>

namespace sallyport::advice {

using document::Editor;

namespace {

constexpr Index stopEvery = 1024;

template <class Facts>
QHash<QString, Index> indexById(const std::vector<Facts>& list, const std::stop_token& stop) {
    QHash<QString, Index> index;
    index.reserve(static_cast<qsizetype>(list.size()));
    for (Index i = 0; i < count(list) && !(i % stopEvery == 0 && stop.stop_requested()); ++i) index.insert(at(list, i).id, i);
    return index;
}

template <class Facts, class Row>
std::vector<const Row*> rowsBeside(const std::vector<Facts>& list, const model::Rows<Row>& rows, const std::stop_token& stop) {
    std::vector<const Row*> beside;
    beside.reserve(list.size());
    for (Index i = 0; i < count(list) && !(i % stopEvery == 0 && stop.stop_requested()); ++i)
        beside.push_back(rows.find({at(list, i).id}));
    return beside;
}

} // namespace

Surroundings::Surroundings(const model::Model& ofModel, const analysis::AttackFacts& ofFacts, std::stop_token stop)
    : model(ofModel),
      facts(ofFacts),
      words(ofFacts),
      rows(ofModel, stop),
      stop_(std::move(stop)),
      callsFrom_(facts.components.size()),
      callsTo_(facts.components.size()),
      flowsCarrying_(facts.secrets.size()),
      continuations_(facts.flows.size()),
      holders_(facts.secrets.size()),
      grantsOf_(facts.identities.size()),
      grantsAt_(facts.components.size()),
      secretsOf_(facts.identities.size()),
      callersAs_(facts.identities.size()),
      secretRoles_(facts.secrets.size()),
      isAssumed_(facts.identities.size(), 0),
      indices_{indexById(facts.zones, stop_),   indexById(facts.components, stop_), indexById(facts.identities, stop_),
               indexById(facts.secrets, stop_), indexById(facts.grants, stop_),     indexById(facts.flows, stop_),
               indexById(facts.data, stop_)},
      own_{rowsBeside(facts.zones, model.zones, stop_),           rowsBeside(facts.components, model.components, stop_),
           rowsBeside(facts.identities, model.identities, stop_), rowsBeside(facts.secrets, model.secrets, stop_),
           rowsBeside(facts.grants, model.grants, stop_),         rowsBeside(facts.flows, model.flows, stop_)} {
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
        for (const Index secret : grant.reveals) at(secretRoles_, secret).isRevealed = true;
        for (const Index identity : grant.assumes) at(isAssumed_, identity) = 1;
    }
    for (const analysis::DataFacts& data : facts.data)
        if (data.key != none) at(secretRoles_, data.key).opens = true;
    for (const analysis::SecretFacts& secret : facts.secrets)
        if (secret.boundTo != none) at(secretRoles_, secret.boundTo).binds = true;
    for (Index i = 0; i < count(facts.secrets); ++i)
        if (const Index identity = at(facts.secrets, i).identity; identity != none) at(secretsOf_, identity).push_back(i);
    const auto callsAs = [&](Index caller, Index identity) {
        if (identity == none) return;
        Indices& callers = at(callersAs_, identity);
        if (callers.empty() || callers.back() != caller) callers.push_back(caller);
    };
    for (Index i = 0; i < count(facts.components); ++i)
        for (const Index call : callsFrom(i)) {
            callsAs(i, at(facts.flows, call).as);
            for (const Index secret : at(facts.flows, call).carries) callsAs(i, at(facts.secrets, secret).identity);
        }
}

bool Surroundings::isMadeAs(Index index, Index identity) const {
    const analysis::FlowFacts& flow = at(facts.flows, index);
    if (flow.as == identity) return true;
    return std::any_of(flow.carries.begin(), flow.carries.end(),
                       [&](Index secret) { return at(facts.secrets, secret).identity == identity; });
}

bool Surroundings::isForwarded(Index flow, Index secret) const {
    const auto& legs = at(facts.flows, flow).continues;
    return std::any_of(legs.begin(), legs.end(), [&](Index leg) { return contains(at(facts.flows, leg).carries, secret); });
}

bool Surroundings::callsAs(Index component, Index identity) const {
    return std::binary_search(callersAs(identity).begin(), callersAs(identity).end(), component);
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
    for (const model::GrantData* each : around.rows.grantData.of(row.id)) edit.erase(*each);
    for (const model::GrantReveals* each : around.rows.grantReveals.of(row.id)) edit.erase(*each);
    for (const model::GrantAssumes* each : around.rows.grantAssumes.of(row.id)) edit.erase(*each);
    for (const model::SecretOnly* each : around.rows.onlyFor.of(row.id)) edit.erase(*each);
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
