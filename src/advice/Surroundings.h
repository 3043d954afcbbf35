// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Change.h"

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

class Surroundings {
    Q_DECLARE_TR_FUNCTIONS(Advice)

public:
    /// Both must outlive it; the facts must be those of the model.
    Surroundings(const model::Model& model, const analysis::AttackFacts& facts);

    const model::Model& model;
    const analysis::AttackFacts& facts;
    const analysis::Wording words;

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

    /// The model's own row; null for what the compilation made.
    const model::Component* row(const analysis::ComponentFacts& facts) const { return model.components.find({facts.id}); }
    const model::Secret* row(const analysis::SecretFacts& facts) const { return model.secrets.find({facts.id}); }
    const model::Identity* row(const analysis::IdentityFacts& facts) const { return model.identities.find({facts.id}); }
    const model::Grant* row(const analysis::GrantFacts& facts) const { return model.grants.find({facts.id}); }
    const model::Flow* row(const analysis::FlowFacts& facts) const { return model.flows.find({facts.id}); }
    const model::Zone* row(const analysis::ZoneFacts& facts) const { return model.zones.find({facts.id}); }

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
    std::vector<Indices> callsFrom_, callsTo_, flowsCarrying_, continuations_, holders_, grantsOf_, grantsAt_, secretsOf_;
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
