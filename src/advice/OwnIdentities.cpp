// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

using document::Editor;

namespace {

/// Components that can act as the identity by what they hold, stores that only keep it aside.
Indices holdersOf(const Surroundings& around, Index identity) {
    Indices holders;
    for (const Index secret : around.secretsOf(identity))
        for (const Index holder : around.holdersOf(secret))
            if (!contains(holders, holder)) holders.push_back(holder);
    std::sort(holders.begin(), holders.end());
    return holders;
}

/// Whether the holders can be told apart: nobody passes on or hands out what proves the identity, and each that calls as
/// it has its own call.
bool canBeParted(const Surroundings& around, Index identity, const Indices& holders) {
    const analysis::AttackFacts& facts = around.facts;
    if (holders.size() < 2 || at(facts.identities, identity).perUser || around.row(at(facts.identities, identity)) == nullptr)
        return false;
    for (const Index holder : holders)
        if (around.row(at(facts.components, holder))->kind == model::ComponentKind::SecretStore) return false;
    for (const Index secret : around.secretsOf(identity)) {
        for (const Index flow : around.flowsCarrying(secret))
            if (!contains(holders, at(facts.flows, flow).from) || around.isForwarded(flow, secret)) return false;
        if (at(facts.secrets, secret).boundTo != none || at(facts.secrets, secret).signsFor != none) return false;
        if (around.bindsAnother(secret)) return false;
    }
    for (const Index grant : around.grantsOf(identity))
        if (at(facts.grants, grant).also == identity) return false;
    if (around.isAssumed(identity)) return false;
    for (const Index secret : around.secretsOf(identity))
        if (around.isRevealed(secret)) return false;
    for (const Index caller : around.callersAs(identity))
        for (const Index flow : around.callsFrom(caller))
            if (at(facts.flows, flow).as == identity && !contains(holders, caller)) return false;
    return true;
}

/// Gives one holder an identity of its own, with the rights it calls for, and takes the shared one from it.
class Parting {
public:
    Parting(const Surroundings& around, Index identity, Index holder, ModelEdit& edit)
        : around_(around), shared_(identity), holder_(holder), edit_(edit), id_(Editor::newId<model::Identity>()) {}

    model::IdentityId run() {
        identity();
        grants();
        secrets();
        calls();
        return id_;
    }
    /// Secrets and their copies.
    const std::vector<std::pair<QString, QString>>& replaced() const { return replaced_; }

private:
    const model::Identity& sharedRow() const { return *around_.row(at(around_.facts.identities, shared_)); }
    model::ComponentId holderId() const { return {at(around_.facts.components, holder_).id}; }

    void identity() {
        model::Identity own = sharedRow();
        own.id = id_;
        own.name = Surroundings::tr("%1 of %2").arg(own.name, displayName(at(around_.facts.components, holder_)));
        edit_.put(own);
        const model::Assignment shared{sharedRow().id, holderId()};
        if (!around_.model.assignments.contains(shared.key())) return;
        edit_.erase(shared);
        edit_.put(model::Assignment{id_, holderId()});
    }

    void grants() {
        for (const Index index : around_.grantsOf(shared_)) {
            const analysis::GrantFacts& grant = at(around_.facts.grants, index);
            const model::Grant* row = around_.row(grant);
            const Indices& calls = around_.callsFrom(holder_);
            const bool called = std::any_of(calls.begin(), calls.end(), [&](Index flow) {
                return at(around_.facts.flows, flow).to == grant.target && around_.isMadeAs(flow, shared_);
            });
            // What the call alone says is said of the new identity by the same call.
            if (row == nullptr || !called) continue;
            model::Grant own = *row;
            own.id = Editor::newId<model::Grant>();
            own.identity = id_;
            putGrant(around_, index, own, edit_);
            copies_.emplace_back(row->id, own.id);
        }
    }

    void secrets() {
        for (const Index secret : around_.secretsOf(shared_)) {
            const model::Secret* row = around_.row(at(around_.facts.secrets, secret));
            if (row == nullptr) continue;
            const model::Holding* holding = around_.model.holdings.find({row->id, holderId()});
            if (holding == nullptr) continue;
            model::Secret own = *row;
            own.identity = id_;
            const bool isShared = around_.holdersOf(secret).size() > 1;
            if (isShared) {
                own.id = Editor::newId<model::Secret>();
                own.name = Surroundings::tr("%1 of %2").arg(row->name, displayName(at(around_.facts.components, holder_)));
                own.ownerComponent = holderId();
                copySecret(*holding, own.id);
            }
            edit_.put(own);
            scope(row->id, own.id);
        }
    }

    /// The holder's copy, and its calls that carry it.
    void copySecret(const model::Holding& holding, const model::SecretId& copy) {
        edit_.erase(holding);
        model::Holding held = holding;
        held.secret = copy;
        edit_.put(held);
        for (const Index flow : around_.callsFrom(holder_)) {
            const model::FlowSecret carried{{at(around_.facts.flows, flow).id}, holding.secret};
            if (!around_.model.flowSecrets.contains(carried.key())) continue;
            edit_.erase(carried);
            edit_.put(model::FlowSecret{carried.from, copy});
        }
        replaced_.emplace_back(holding.secret.value, copy.value);
    }

    void scope(const model::SecretId& shared, const model::SecretId& own) {
        for (const auto& [grant, copy] : copies_) {
            const model::SecretOnly only{shared, grant};
            if (!around_.model.secretOnly.contains(only.key())) continue;
            if (own == shared) edit_.erase(only);
            edit_.put(model::SecretOnly{own, copy});
        }
    }

    void calls() {
        for (const Index flow : around_.callsFrom(holder_)) {
            if (at(around_.facts.flows, flow).as != shared_) continue;
            model::Flow own = *around_.row(at(around_.facts.flows, flow));
            own.callerIdentity = id_;
            edit_.put(own);
        }
    }

    const Surroundings& around_;
    Index shared_;
    Index holder_;
    ModelEdit& edit_;
    model::IdentityId id_;
    std::vector<std::pair<model::GrantId, model::GrantId>> copies_;
    std::vector<std::pair<QString, QString>> replaced_;
};

/// The first holder keeps the shared identity, without the rights that only the others call for.
void narrow(const Surroundings& around, Index identity, Index first, ModelEdit& edit) {
    for (const Index index : around.grantsOf(identity)) {
        const analysis::GrantFacts& grant = at(around.facts.grants, index);
        const model::Grant* row = around.row(grant);
        if (row == nullptr || !around.isUsed(index)) continue;
        const Indices& calls = around.callsFrom(first);
        if (std::none_of(calls.begin(), calls.end(), [&](Index flow) {
                return at(around.facts.flows, flow).to == grant.target && around.isMadeAs(flow, identity);
            }))
            eraseGrant(around, *row, edit);
    }
}

} // namespace

void ownIdentities(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.identities) && !around.isStopped(); ++i) {
        const Indices holders = holdersOf(around, i);
        if (!canBeParted(around, i, holders)) continue;
        const analysis::IdentityFacts& identity = at(around.facts.identities, i);
        Change change{Family::OwnIdentities,
                      Surroundings::tr("Give each holder of %1 an identity of its own: %2")
                          .arg(displayName(identity), Surroundings::names(around.facts.components, holders)),
                      {identity.id},
                      {},
                      {},
                      {}};
        change.becomes.push_back({identity.id, {identity.id}});
        for (std::size_t holder = 1; holder < holders.size(); ++holder) {
            Parting parting(around, i, holders[holder], change.edit);
            change.becomes.front().parts << parting.run().value;
            for (const auto& [secret, copy] : parting.replaced()) change.becomes.push_back({secret, {secret, copy}});
        }
        narrow(around, i, holders.front(), change.edit);
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
