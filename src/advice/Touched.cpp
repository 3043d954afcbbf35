// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Touched.h"

#include <QHash>

#include <algorithm>

namespace sallyport::advice {

namespace {

using analysis::FactsRows;
using model::TableId;

/// Whether two rows are equal but for these columns.
template <class Row, class... Columns>
bool differOnlyIn(const Row& before, Row after, Columns... columns) {
    ((after.*columns = before.*columns), ...);
    return after == before;
}

class Touching {
public:
    Touching(const ModelEdit& edit, const Surroundings& around, analysis::Reading reading)
        : edit_(edit), around_(around), facts_(around.facts), rows_(facts_), worst_(reading == analysis::Reading::WorstCase) {}

    std::optional<std::vector<FactsRows::Number>> run() {
        for (const ModelEdit::RowWrite& write : edit_.writes()) {
            dispatch(write);
            if (everything_) return std::nullopt;
        }
        for (auto leaving = leaving_.cbegin(); leaving != leaving_.cend(); ++leaving) {
            // Whether it accepts calls at all hangs on the calls and rights there.
            const Index component = leaving.key();
            if (leaving.value() >= drawnAt(component)) add(rows_.component(component));
        }
        std::sort(touched_.begin(), touched_.end());
        touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
        return std::move(touched_);
    }

private:
    void dispatch(const ModelEdit::RowWrite& write) {
        switch (write.table) {
            case TableId::Zone:
                return visit<model::Zone>(write);
            case TableId::Component:
                return visit<model::Component>(write);
            case TableId::ComponentHas:
                return visit<model::ComponentHas>(write);
            case TableId::ComponentOpenTo:
                return visit<model::ComponentOpenTo>(write);
            case TableId::ComponentCodeFrom:
                return visit<model::ComponentCodeFrom>(write);
            case TableId::ComponentObeys:
                return visit<model::ComponentObeys>(write);
            case TableId::Identity:
                return visit<model::Identity>(write);
            case TableId::Assignment:
                return visit<model::Assignment>(write);
            case TableId::Secret:
                return visit<model::Secret>(write);
            case TableId::Holding:
                return visit<model::Holding>(write);
            case TableId::Grant:
                return visit<model::Grant>(write);
            case TableId::SecretOnly:
                return visit<model::SecretOnly>(write);
            case TableId::GrantData:
                return visit<model::GrantData>(write);
            case TableId::GrantReveals:
                return visit<model::GrantReveals>(write);
            case TableId::GrantAssumes:
                return visit<model::GrantAssumes>(write);
            case TableId::DataAsset:
                return visit<model::DataAsset>(write);
            case TableId::Handling:
                return visit<model::Handling>(write);
            case TableId::Flow:
                return visit<model::Flow>(write);
            case TableId::FlowSecret:
                return visit<model::FlowSecret>(write);
            case TableId::FlowData:
                return visit<model::FlowData>(write);
            case TableId::FlowContinues:
                return visit<model::FlowContinues>(write);
            default:
                return; // Nothing that attack facts are made of.
        }
    }
    /// Calls changed() with the row before and after, null where there is none.
    template <class Row>
    void visit(const ModelEdit::RowWrite& write) {
        const model::Table& table = model::table(write.table);
        const auto key = std::span(write.values).first(static_cast<std::size_t>(table.keyColumns));
        const auto* before = static_cast<const Row*>(table.find(around_.model, key));
        if (write.erases && before == nullptr) return;
        Row after;
        for (std::size_t i = 0; i < write.values.size(); ++i)
            if (!table.columns[i].set(&after, write.values[i])) return everything();
        changed(before, write.erases ? nullptr : &after);
    }
    void everything() { everything_ = true; }
    void add(FactsRows::Number row) { touched_.push_back(row); }

    // What of the model stands among the facts.
    void component(const model::ComponentId& id) {
        if (const Index index = around_.indexOf(id); index != none) add(rows_.component(index));
    }
    void secret(const model::SecretId& id) {
        if (const Index index = around_.indexOf(id); index != none) add(rows_.secret(index));
    }
    void grant(const model::GrantId& id) {
        if (const Index index = around_.indexOf(id); index != none) add(rows_.grant(index));
    }
    /// The credential that is made for whoever runs as the identity with nothing to show for it.
    void madeCredential(const QString& identity) { secret({QStringLiteral("made:credential:") + identity}); }
    /// The right that is made of a call.
    void madeGrant(const QString& flow) { grant({QStringLiteral("made:grant:") + flow}); }
    void flow(const model::FlowId& id) {
        const Index index = around_.indexOf(id);
        if (index == none) return;
        add(rows_.flow(index));
        madeGrant(id.value);
    }
    /// At worst, what a component obeys, takes its code from and is open to hangs on its calls.
    void endsAtWorst(const model::Flow& row) {
        if (!worst_) return;
        component(row.source);
        component(row.target);
    }
    void leaves(const model::ComponentId& target) {
        if (const Index index = around_.indexOf(target); index != none) ++leaving_[index];
    }
    Index drawnAt(Index component) const {
        const Indices& grants = around_.grantsAt(component);
        return count(around_.callsTo(component)) + static_cast<Index>(std::count_if(grants.begin(), grants.end(), [&](Index g) {
                   return around_.row(at(facts_.grants, g)) != nullptr;
               }));
    }
    /// Refresh tokens are bound to what their client proves itself with, the first of what it holds.
    void refreshTokensOf(const model::ComponentId& client) {
        const Index index = around_.indexOf(client);
        if (index == none) return;
        const auto take = [&](const model::SecretId& id) {
            const model::Secret* row = around_.model.secrets.find(id);
            if (row != nullptr && row->kind == model::SecretKind::RefreshToken) secret(id);
        };
        for (const Index held : at(facts_.components, index).holds) take({at(facts_.secrets, held).id});
        for (const model::Secret* owned : around_.rows.owned.of(client)) take(owned->id);
    }

    void changed(const model::Zone* before, const model::Zone* after) {
        using Z = model::Zone;
        if (before == nullptr) return;
        if (after == nullptr || !differOnlyIn(*before, *after, &Z::name, &Z::flat, &Z::implicitTrust, &Z::sealed))
            return everything();
        add(rows_.zone(around_.indexOf(before->id)));
    }

    void changed(const model::Component* before, const model::Component* after) {
        if (before == nullptr) {
            // At worst the only identity provider vouches for all.
            if (worst_ && after->kind == model::ComponentKind::IdentityProvider) everything();
            return;
        }
        if (after == nullptr || after->kind != before->kind || after->zone != before->zone || after->many != before->many ||
            after->oauthClientType != before->oauthClientType || after->exploitable != before->exploitable)
            everything();
    }

    void changed(const model::ComponentHas* before, const model::ComponentHas* after) {
        const model::ComponentId& id = (before != nullptr ? before : after)->element;
        const Index index = around_.indexOf(id);
        if (index == none) return;
        add(rows_.component(index));
        for (const Index call : around_.callsTo(index)) flow({at(facts_.flows, call).id});
        // Where nobody looks at the audience, scoped tokens are good for more.
        for (const Index right : around_.grantsAt(index))
            for (const Index identity : {at(facts_.grants, right).identity, at(facts_.grants, right).also})
                if (identity != none)
                    for (const Index each : around_.secretsOf(identity)) add(rows_.secret(each));
    }

    void changed(const model::ComponentOpenTo* before, const model::ComponentOpenTo* after) {
        component((before != nullptr ? before : after)->from);
    }
    void changed(const model::ComponentCodeFrom* before, const model::ComponentCodeFrom* after) {
        component((before != nullptr ? before : after)->from);
    }
    void changed(const model::ComponentObeys* before, const model::ComponentObeys* after) {
        component((before != nullptr ? before : after)->from);
    }
    void changed(const model::Handling* before, const model::Handling* after) {
        component((before != nullptr ? before : after)->component);
    }

    void changed(const model::Identity* before, const model::Identity* after) {
        if (before == nullptr) return;
        if (after == nullptr || after->kind != before->kind || after->perUser != before->perUser) return everything();
        if (after->issuer != before->issuer) add(rows_.identity(around_.indexOf(before->id)));
    }
    void changed(const model::Assignment* before, const model::Assignment* after) {
        madeCredential((before != nullptr ? before : after)->from.value);
    }

    void changed(const model::Secret* before, const model::Secret* after) {
        // Who holds it from now on has something to show.
        if (after != nullptr && after->identity) madeCredential(after->identity->value);
        if (before == nullptr) return;
        if (after == nullptr || after->kind != before->kind || after->perUser != before->perUser ||
            after->perDevice != before->perDevice || after->expires != before->expires || after->lifetimeS != before->lifetimeS)
            return everything();
        if (after->boundTo == before->boundTo && after->restricted == before->restricted &&
            after->identity == before->identity && after->ownerComponent == before->ownerComponent &&
            after->signsFor == before->signsFor)
            return;
        secret(before->id);
        if (after->identity != before->identity) newIdentity(*before, *after);
    }
    void newIdentity(const model::Secret& before, const model::Secret& after) {
        const Index index = around_.indexOf(before.id);
        // Breadths that stood and fell together may not do so any more.
        if (!isPerUser(facts_, at(facts_.secrets, index)) && mayBePerUser(after)) return everything();
        for (const Index call : around_.flowsCarrying(index)) flow({at(facts_.flows, call).id});
        for (const Index holder : around_.holdersOf(index)) refreshTokensOf({at(facts_.components, holder).id});
    }
    bool mayBePerUser(const model::Secret& secret) const {
        if (secret.kind == model::SecretKind::SessionKey) return false;
        if (secret.perDevice == true) return true;
        if (secret.perUser) return *secret.perUser;
        if (!secret.identity) return false;
        if (const Index known = around_.indexOf(*secret.identity); known != none) return at(facts_.identities, known).perUser;
        for (const ModelEdit::RowWrite& write : edit_.writes()) {
            if (write.table != TableId::Identity || write.erases) continue;
            const model::Table& table = model::table(write.table);
            model::Identity row;
            for (std::size_t i = 0; i < write.values.size(); ++i)
                if (!table.columns[i].set(&row, write.values[i])) return true;
            if (row.id == *secret.identity) return row.perUser.value_or(row.kind == model::IdentityKind::Human);
        }
        return true;
    }

    void changed(const model::Holding* before, const model::Holding* after) {
        const model::Holding& row = before != nullptr ? *before : *after;
        refreshTokensOf(row.component);
        const Index index = around_.indexOf(row.secret);
        if (index == none) return;
        add(rows_.secret(index));
        if (const Index identity = at(facts_.secrets, index).identity; identity != none)
            madeCredential(at(facts_.identities, identity).id);
    }

    void changed(const model::Grant* before, const model::Grant* after) {
        if (before != nullptr) {
            grant(before->id);
            leaves(before->target);
        }
        if (after == nullptr) return;
        // A call that is a right by itself is none beside a drawn one.
        const Index target = around_.indexOf(after->target);
        const Index identity = around_.indexOf(after->identity);
        if (target == none || identity == none) return;
        for (const Index call : around_.callsTo(target))
            if (at(facts_.flows, call).as == identity) madeGrant(at(facts_.flows, call).id);
    }
    void changed(const model::SecretOnly* before, const model::SecretOnly* after) {
        secret((before != nullptr ? before : after)->from);
    }
    void changed(const model::GrantData* before, const model::GrantData* after) {
        grant((before != nullptr ? before : after)->grant);
    }
    void changed(const model::GrantReveals* before, const model::GrantReveals* after) {
        grant((before != nullptr ? before : after)->from);
    }
    void changed(const model::GrantAssumes* before, const model::GrantAssumes* after) {
        grant((before != nullptr ? before : after)->from);
    }

    void changed(const model::DataAsset* before, const model::DataAsset* after) {
        if (before == nullptr) {
            if (after->weight != 0) everything(); // All shares become smaller.
            return;
        }
        if (after == nullptr || !differOnlyIn(*before, *after, &model::DataAsset::name, &model::DataAsset::keySecret))
            return everything();
        if (after->keySecret != before->keySecret) add(rows_.data(around_.indexOf(before->id)));
    }

    void changed(const model::Flow* before, const model::Flow* after) {
        if (before == nullptr) return;
        flow(before->id);
        if (after != nullptr && after->source == before->source && after->target == before->target &&
            after->operation == before->operation)
            return;
        leaves(before->target);
        endsAtWorst(*before);
        // Who deploys brings the code.
        if (before->operation == model::Operation::Deploy) component(before->target);
    }
    void changed(const model::FlowSecret* before, const model::FlowSecret* after) {
        const model::FlowSecret& row = before != nullptr ? *before : *after;
        secret(row.to);
        const model::Flow* call = around_.model.flows.find(row.from);
        if (call == nullptr) return;
        madeGrant(row.from.value);
        // Who calls is told by what the call carries.
        if (!call->callerIdentity) flow(row.from);
    }
    void changed(const model::FlowData* before, const model::FlowData* after) {
        const model::FlowData& row = before != nullptr ? *before : *after;
        flow(row.flow);
        if (const model::Flow* call = around_.model.flows.find(row.flow)) endsAtWorst(*call);
    }
    void changed(const model::FlowContinues* before, const model::FlowContinues* after) {
        flow((before != nullptr ? before : after)->from);
    }

    const ModelEdit& edit_;
    const Surroundings& around_;
    const analysis::AttackFacts& facts_;
    FactsRows rows_;
    bool worst_;
    bool everything_ = false;
    std::vector<FactsRows::Number> touched_;
    QHash<Index, Index> leaving_; // By component: calls and rights there that the edit writes.
};

} // namespace

std::optional<std::vector<FactsRows::Number>> rowsTouched(const ModelEdit& edit, const Surroundings& around,
                                                          analysis::Reading reading) {
    return Touching(edit, around, reading).run();
}

} // namespace sallyport::advice
