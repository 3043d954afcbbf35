// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Change.h"
#include "advice/RowsBy.h"

#include "analysis/AttackFacts.h"
#include "analysis/Wording.h"
#include "model/Model.h"

#include <QCoreApplication>

/// What the families of changes look at: a model, its attack facts in one reading, and who is beside whom.
namespace sallyport::advice {

using analysis::at;
using analysis::contains;
using analysis::count;
using analysis::Index;
using analysis::Indices;
using analysis::none;

/// The rows of a model that say something about an element: the families ask for them element by element, and a walk
/// over whole tables for each would make enumerating the changes of a large model dearer than evaluating them.
struct RowIndex {
    RowIndex(const model::Model& model, const std::stop_token& stop)
        : componentHas(model.componentHas, &model::ComponentHas::element, stop),
          openTo(model.openTo, &model::ComponentOpenTo::from, stop),
          peps(model.peps, &model::ComponentPep::from, stop),
          codeFrom(model.codeFrom, &model::ComponentCodeFrom::from, stop),
          obeys(model.obeys, &model::ComponentObeys::from, stop),
          needsData(model.needsData, &model::ComponentNeedsData::from, stop),
          pepsTo(model.peps, &model::ComponentPep::to, stop),
          codeFor(model.codeFrom, &model::ComponentCodeFrom::to, stop),
          assignments(model.assignments, &model::Assignment::to, stop),
          holdings(model.holdings, &model::Holding::component, stop),
          owned(model.secrets, &model::Secret::ownerComponent, stop),
          handlings(model.handlings, &model::Handling::component, stop),
          onlyOf(model.secretOnly, &model::SecretOnly::from, stop),
          onlyFor(model.secretOnly, &model::SecretOnly::to, stop),
          grantData(model.grantData, &model::GrantData::grant, stop),
          grantReveals(model.grantReveals, &model::GrantReveals::from, stop),
          grantAssumes(model.grantAssumes, &model::GrantAssumes::from, stop),
          flowHas(model.flowHas, &model::FlowHas::element, stop),
          flowSecrets(model.flowSecrets, &model::FlowSecret::from, stop),
          flowData(model.flowData, &model::FlowData::flow, stop) {}

    // By component.
    RowsBy<model::ComponentHas> componentHas;
    RowsBy<model::ComponentOpenTo> openTo;
    RowsBy<model::ComponentPep> peps;
    RowsBy<model::ComponentCodeFrom> codeFrom;
    RowsBy<model::ComponentObeys> obeys;
    RowsBy<model::ComponentNeedsData> needsData;
    RowsBy<model::ComponentPep> pepsTo;       ///< By the component that stands in front.
    RowsBy<model::ComponentCodeFrom> codeFor; ///< By the component that the code comes from.
    RowsBy<model::Assignment> assignments;
    RowsBy<model::Holding> holdings;
    RowsBy<model::Secret> owned;
    RowsBy<model::Handling> handlings;
    RowsBy<model::SecretOnly> onlyOf;  ///< By secret.
    RowsBy<model::SecretOnly> onlyFor; ///< By grant.
    // By grant.
    RowsBy<model::GrantData> grantData;
    RowsBy<model::GrantReveals> grantReveals;
    RowsBy<model::GrantAssumes> grantAssumes;
    // By flow.
    RowsBy<model::FlowHas> flowHas;
    RowsBy<model::FlowSecret> flowSecrets;
    RowsBy<model::FlowData> flowData;
};

class Surroundings {
    Q_DECLARE_TR_FUNCTIONS(Advice)

public:
    /// Both must outlive it; the facts must be those of the model. If stopped, it is of no use.
    Surroundings(const model::Model& model, const analysis::AttackFacts& facts, std::stop_token stop = {});
    /// Families look now and then, and leave what they have.
    bool isStopped() const { return stop_.stop_requested(); }

    const model::Model& model;
    const analysis::AttackFacts& facts;
    const analysis::Wording words;
    const RowIndex rows;

    const Indices& callsFrom(Index component) const { return at(callsFrom_, component); }
    const Indices& callsTo(Index component) const { return at(callsTo_, component); }
    const Indices& flowsCarrying(Index secret) const { return at(flowsCarrying_, secret); }
    const Indices& continuationsOf(Index flow) const { return at(continuations_, flow); }
    /// Components that hold it, the stores it is kept in among them.
    const Indices& holdersOf(Index secret) const { return at(holders_, secret); }
    /// Grants that ask for the identity, as first or second.
    const Indices& grantsOf(Index identity) const { return at(grantsOf_, identity); }
    const Indices& grantsAt(Index component) const { return at(grantsAt_, component); }
    const Indices& secretsOf(Index identity) const { return at(secretsOf_, identity); }
    /// Components that make calls as the identity, alone or with another.
    const Indices& callersAs(Index identity) const { return at(callersAs_, identity); }
    /// Whether another secret is bound to this one, some data is opened by it, and some grant hands it out.
    bool bindsAnother(Index secret) const { return at(secretRoles_, secret).binds; }
    bool opensData(Index secret) const { return at(secretRoles_, secret).opens; }
    bool isRevealed(Index secret) const { return at(secretRoles_, secret).isRevealed; }
    /// Whether some grant lets others act as the identity.
    bool isAssumed(Index identity) const { return at(isAssumed_, identity) != 0; }
    /// Where an element stands among the facts, what the compilation made among them; none if it is not there.
    Index indexOf(const model::ZoneId& id) const { return indices_.zones.value(id.value, none); }
    Index indexOf(const model::ComponentId& id) const { return indices_.components.value(id.value, none); }
    Index indexOf(const model::IdentityId& id) const { return indices_.identities.value(id.value, none); }
    Index indexOf(const model::SecretId& id) const { return indices_.secrets.value(id.value, none); }
    Index indexOf(const model::GrantId& id) const { return indices_.grants.value(id.value, none); }
    Index indexOf(const model::FlowId& id) const { return indices_.flows.value(id.value, none); }
    Index indexOf(const model::DataId& id) const { return indices_.data.value(id.value, none); }

    /// Whether the call is made as the identity, alone or with another.
    bool isMadeAs(Index flow, Index identity) const;
    /// Whether the secret comes to the flow's source with a call that the flow forwards.
    bool isForwarded(Index flow, Index secret) const;
    /// Calls the component makes as the identity.
    bool callsAs(Index component, Index identity) const;
    /// The same, or calls of its that others forward as the identity.
    bool startsCallsAs(Index component, Index identity) const;
    /// Components that hold the secret or send it first.
    Indices usersOf(Index secret) const;
    /// Whether the grant is one that some drawn call uses: a call to its target as an identity it asks for.
    bool isUsed(Index grant) const;

    /// The model's own row of one of the facts; null for what the compilation made.
    const model::Component* row(const analysis::ComponentFacts& each) const {
        return rowOf(facts.components, each, own_.components);
    }
    const model::Secret* row(const analysis::SecretFacts& each) const { return rowOf(facts.secrets, each, own_.secrets); }
    const model::Identity* row(const analysis::IdentityFacts& each) const {
        return rowOf(facts.identities, each, own_.identities);
    }
    const model::Grant* row(const analysis::GrantFacts& each) const { return rowOf(facts.grants, each, own_.grants); }
    const model::Flow* row(const analysis::FlowFacts& each) const { return rowOf(facts.flows, each, own_.flows); }
    const model::Zone* row(const analysis::ZoneFacts& each) const { return rowOf(facts.zones, each, own_.zones); }

    /// "orders, payouts": the names of what the indices point to.
    template <class T>
    static QString names(const std::vector<T>& list, const Indices& indices) {
        QStringList texts;
        for (const Index index : indices) texts << analysis::displayName(at(list, index));
        return texts.join(QStringLiteral(", "));
    }
    QString zoneName(Index zone) const { return tr("zone %1").arg(displayName(at(facts.zones, zone))); }
    QString flowName(Index flow) const;
    QString grantName(Index grant) const;

private:
    template <class Facts, class Row>
    static const Row* rowOf(const std::vector<Facts>& list, const Facts& each, const std::vector<const Row*>& rows) {
        return rows[static_cast<std::size_t>(&each - list.data())];
    }

    std::stop_token stop_;
    std::vector<Indices> callsFrom_, callsTo_, flowsCarrying_, continuations_, holders_, grantsOf_, grantsAt_, secretsOf_,
        callersAs_;
    struct SecretRoles {
        bool binds = false, opens = false, isRevealed = false;
    };
    std::vector<SecretRoles> secretRoles_;
    std::vector<char> isAssumed_; // By identity.
    struct {
        QHash<QString, Index> zones, components, identities, secrets, grants, flows, data;
    } indices_;
    struct {
        std::vector<const model::Zone*> zones;
        std::vector<const model::Component*> components;
        std::vector<const model::Identity*> identities;
        std::vector<const model::Secret*> secrets;
        std::vector<const model::Grant*> grants;
        std::vector<const model::Flow*> flows;
    } own_; // Beside the facts.
};

/// Finishes a change: its price, and nothing that changes nothing.
void offer(const Surroundings& around, std::vector<Change>& changes, Change change);

/// The rows of a grant and of what it yields; `grant` may be one the compilation made.
void putGrant(const Surroundings& around, Index grant, const model::Grant& row, ModelEdit& edit);
void eraseGrant(const Surroundings& around, const model::Grant& row, ModelEdit& edit);

/// The grants of an identity at a component as rows of the model, what is only drawn by a call made a grant of its own.
/// `as` takes the identity's place in those. Nothing if one asks for someone who is only drawn by a call.
std::optional<std::vector<model::GrantId>> grantsAsRows(const Surroundings& around, Index identity, Index target,
                                                        const model::IdentityId& as, ModelEdit& edit);

} // namespace sallyport::advice
