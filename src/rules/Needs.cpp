// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Needs.h"

#include "rules/Origins.h"

#include <QSet>

#include <algorithm>
#include <map>
#include <vector>

namespace sallyport::rules {

using analysis::Index;
using analysis::Indices;

namespace {

void sortOnce(Indices& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void append(Indices& list, const Indices& more) { list.insert(list.end(), more.begin(), more.end()); }

/// Where gateways and content delivery send a call on, as resources/rules/derived/served.sql has it: along the legs that
/// continue it, and perhaps along those that continue nothing.
class Forwarding {
public:
    explicit Forwarding(const model::Model& model) {
        const QSet<QString> proxies = proxiesOf(model);
        QSet<QString> continuing;
        for (const model::FlowContinues& continuation : model.flowContinues) {
            const model::Flow* leg = model.flows.find(continuation.from);
            if (leg && proxies.contains(leg->source.value)) legs_[continuation.to.value].push_back(leg);
            continuing.insert(continuation.from.value);
        }
        for (const model::Flow& flow : model.flows)
            if (proxies.contains(flow.source.value) && !continuing.contains(flow.id.value))
                open_[flow.source.value].push_back(&flow);
    }

    /// visit(flow, sure) for every leg, however many gateways are on the way; twice if it is sure by one way alone.
    template <class Visit>
    void eachLeg(const model::Flow& call, Visit visit) const {
        Seen seen;
        follow(call, true, seen, visit);
    }

private:
    using Legs = std::vector<const model::Flow*>;
    using Seen = std::map<const model::Flow*, bool>; ///< And whether surely: what is sure comes again where it was not.

    template <class Visit>
    void follow(const model::Flow& call, bool sure, Seen& seen, Visit& visit) const {
        const auto take = [&](const Legs& legs, bool surely) {
            for (const model::Flow* leg : legs) {
                const auto [known, isNew] = seen.try_emplace(leg, surely);
                if (!isNew && (known->second || !surely)) continue;
                known->second = surely;
                visit(*leg, surely);
                follow(*leg, surely, seen, visit);
            }
        };
        if (const auto legs = legs_.constFind(call.id.value); legs != legs_.constEnd()) take(*legs, sure);
        if (const auto legs = open_.constFind(call.target.value); legs != open_.constEnd()) take(*legs, false);
    }

    QHash<QString, Legs> legs_; ///< By the call they continue.
    QHash<QString, Legs> open_; ///< By the gateway they leave: those that continue nothing.
};

} // namespace

NeedsOf::NeedsOf(const model::Model& model, const QHash<QString, Index>& components) {
    QHash<QString, QStringList> actors;
    for (const model::Assignment& assignment : model.assignments) actors[assignment.to.value].append(assignment.from.value);
    QHash<QString, QString> proves; // What identity a secret proves.
    for (const model::Secret& secret : model.secrets)
        if (secret.identity) proves.insert(secret.id.value, secret.identity->value);
    for (const model::Holding& holding : model.holdings)
        if (const auto identity = proves.constFind(holding.secret.value); identity != proves.constEnd())
            actors[holding.component.value].append(*identity);
    const Forwarding forwarding(model);
    QHash<QString, Index> targets; // By flow.
    for (const model::Flow& flow : model.flows) {
        const Index target = components.value(flow.target.value, analysis::none);
        if (target == analysis::none) continue;
        targets.insert(flow.id.value, target);
        needs_[flow.source.value].sure.push_back(target);
        forwarding.eachLeg(flow, [&](const model::Flow& leg, bool sure) {
            const Index further = components.value(leg.target.value, analysis::none);
            if (further == analysis::none) return;
            Needs& needs = needs_[flow.source.value];
            (sure ? needs.sure : needs.maybe).push_back(further);
        });
        if (flow.callerIdentity) {
            needs_[flow.callerIdentity->value].sure.push_back(target);
        } else if (const auto whoever = actors.constFind(flow.source.value); whoever != actors.constEnd()) {
            for (const QString& identity : *whoever) needs_[identity].maybe.push_back(target);
        }
    }
    for (const model::FlowSecret& carried : model.flowSecrets)
        if (const auto target = targets.constFind(carried.from.value); target != targets.constEnd())
            needs_[carried.to.value].sure.push_back(*target);
    for (Needs& needs : needs_) {
        sortOnce(needs.sure);
        sortOnce(needs.maybe);
    }
    for (const model::Secret& secret : model.secrets) {
        if (!secret.identity) continue;
        Needs& needs = needs_[secret.id.value]; // First: what is inserted later may move what was found.
        const auto identity = needs_.constFind(secret.identity->value);
        if (identity == needs_.constEnd() || &*identity == &needs) continue;
        append(needs.sure, identity->sure);
        append(needs.maybe, identity->maybe);
        sortOnce(needs.sure);
        sortOnce(needs.maybe);
    }
}

const Needs& NeedsOf::of(const QString& source) const {
    const auto found = needs_.constFind(source);
    return found == needs_.constEnd() ? nothing_ : *found;
}

} // namespace sallyport::rules
