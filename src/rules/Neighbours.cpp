// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Neighbours.h"

#include "rules/RuleRows.h"

#include <algorithm>

namespace sallyport::rules {

void putInOrder(Ids& ids) {
    if (ids.size() < 2) return;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

namespace {

using Lists = Neighbours::Lists;

/// As Neighbours::openLegs has it.
QStringList legsWithoutContinuation(const model::Model& model) {
    QStringList legs;
    QSet<QString> continuing, proxies, reached;
    for (const model::FlowContinues& continuation : model.flowContinues) continuing.insert(continuation.from.value);
    for (const model::Component& component : model.components)
        if (component.kind == model::ComponentKind::ApiGateway || component.kind == model::ComponentKind::Cdn)
            proxies.insert(component.id.value);
    for (const model::Flow& flow : model.flows)
        if (proxies.contains(flow.target.value)) reached.insert(flow.target.value);
    for (const model::Flow& flow : model.flows)
        if (reached.contains(flow.source.value) && !continuing.contains(flow.id.value)) legs.append(flow.id.value);
    return legs;
}

} // namespace

void Neighbours::addAll(Ids& to, const Lists& lists, const Ids& from) {
    for (const QString& id : from)
        if (const auto list = lists.constFind(id); list != lists.constEnd()) to.insert(to.end(), list->begin(), list->end());
    putInOrder(to);
}

Neighbours::Neighbours(const model::Model& model) {
    takeFlows(model);
    follow(model, WordChanges::Tables().set(), {});
}

namespace {

void clear(std::initializer_list<Lists*> all) {
    for (Lists* lists : all) lists->clear();
}

} // namespace

void Neighbours::follow(const model::Model& model, const WordChanges::Tables& tables, const QSet<QString>& changed) {
    const auto has = [&tables](model::TableId table) { return tables.test(static_cast<std::size_t>(table)); };
    if (has(model::TableId::Component)) takeComponents(model);
    if (has(model::TableId::Flow))
        for (const QString& id : changed) followFlow(model, id);
    if (has(model::TableId::Component) || has(model::TableId::Flow) || has(model::TableId::FlowContinues))
        openLegs_ = legsWithoutContinuation(model);
    if (has(model::TableId::Assignment)) {
        clear({&componentsOfIdentity_});
        for (const model::Assignment& assignment : model.assignments)
            componentsOfIdentity_[assignment.from.value].append(assignment.to.value);
    }
    if (has(model::TableId::FlowSecret)) {
        clear({&secretsOfFlow_, &flowsOfSecret_});
        for (const model::FlowSecret& carried : model.flowSecrets) {
            secretsOfFlow_[carried.from.value].append(carried.to.value);
            flowsOfSecret_[carried.to.value].append(carried.from.value);
        }
    }
    if (has(model::TableId::Holding)) {
        clear({&secretsOfComponent_, &componentsOfSecret_});
        for (const model::Holding& holding : model.holdings) {
            secretsOfComponent_[holding.component.value].append(holding.secret.value);
            componentsOfSecret_[holding.secret.value].append(holding.component.value);
        }
    }
    if (has(model::TableId::SecretOnly)) {
        clear({&grantsOfSecret_});
        for (const model::SecretOnly& scoped : model.secretOnly) grantsOfSecret_[scoped.from.value].append(scoped.to.value);
    }
    if (has(model::TableId::Grant)) {
        clear({&grantsOfIdentity_, &targetsOfIdentity_});
        for (const model::Grant& grant : model.grants) {
            grantsOfIdentity_[grant.identity.value].append(grant.id.value);
            targetsOfIdentity_[grant.identity.value].append(grant.target.value);
        }
    }
    if (has(model::TableId::Secret)) {
        clear({&identitiesOfSecret_});
        for (const model::Secret& secret : model.secrets)
            if (secret.identity) identitiesOfSecret_[secret.id.value].append(secret.identity->value);
    }
    if (has(model::TableId::FlowData)) {
        clear({&dataOfFlow_});
        for (const model::FlowData& transfer : model.flowData) dataOfFlow_[transfer.flow.value].append(transfer.data.value);
    }
    if (has(model::TableId::Handling)) {
        clear({&dataOfComponent_});
        for (const model::Handling& handling : model.handlings)
            dataOfComponent_[handling.component.value].append(handling.data.value);
    }
}

void Neighbours::takeComponents(const model::Model& model) {
    clear({&zonesOfComponent_, &componentsOfZone_});
    for (const model::Component& component : model.components)
        if (component.zone) {
            zonesOfComponent_[component.id.value].append(component.zone->value);
            componentsOfZone_[component.zone->value].append(component.id.value);
        }
}

void Neighbours::takeFlows(const model::Model& model) {
    clear({&componentsOfFlow_, &flowsOfComponent_});
    for (const model::Flow& flow : model.flows) take(flow);
}

void Neighbours::take(const model::Flow& flow) {
    componentsOfFlow_[flow.id.value] = {flow.source.value, flow.target.value};
    flowsOfComponent_[flow.source.value].append(flow.id.value);
    flowsOfComponent_[flow.target.value].append(flow.id.value);
}

/// It may be there no more, or never have been a flow.
void Neighbours::followFlow(const model::Model& model, const QString& id) {
    for (const QString& component : componentsOfFlow_.take(id)) {
        const auto flows = flowsOfComponent_.find(component);
        if (flows == flowsOfComponent_.end()) continue; // both ends were this one
        flows->removeAll(id);
        if (flows->isEmpty()) flowsOfComponent_.erase(flows);
    }
    if (const model::Flow* flow = model.flows.find({id})) take(*flow);
}

/// The row's elements and, for the kind of table asked about, those next to them.
Around Neighbours::around(model::TableId table, const Around& direct) const {
    using enum model::TableId;
    Around on = direct;
    if ((table == Flow || table == DataAsset) && on.flows.empty()) {
        addAll(on.flows, flowsOfComponent_, direct.components);
        addAll(on.flows, flowsOfSecret_, direct.secrets);
    }
    if (table == Component || table == Zone) {
        addAll(on.components, componentsOfFlow_, on.flows);
        if (on.components.empty()) addAll(on.components, componentsOfIdentity_, on.identities);
        if (on.components.empty()) addAll(on.components, componentsOfZone_, on.zones);
    }
    if (table == Zone) {
        Ids identities = on.identities;
        addAll(identities, identitiesOfSecret_, on.secrets); // what a secret opens
        addAll(on.components, targetsOfIdentity_, identities);
        addAll(on.zones, zonesOfComponent_, on.components);
    }
    if (table == Secret && on.secrets.empty()) {
        addAll(on.secrets, secretsOfFlow_, on.flows);
        if (on.flows.empty()) addAll(on.secrets, secretsOfComponent_, on.components);
    }
    if (table == Grant && on.grants.empty()) {
        addAll(on.grants, grantsOfSecret_, on.secrets);
        addAll(on.grants, grantsOfIdentity_, on.identities);
    }
    if (table == DataAsset && on.data.empty()) {
        addAll(on.data, dataOfFlow_, on.flows);
        addAll(on.data, dataOfComponent_, on.components);
    }
    return on;
}

namespace {

void unite(QSet<QString>& to, const QStringList& ids) {
    for (const QString& id : ids) to.insert(id);
}

/// Adds those in whose list one of these is.
void addWhoHas(QSet<QString>& to, const Lists& lists, const QSet<QString>& of) {
    quint64 marks = 0;
    for (const QString& id : of) marks |= marksOf(id);
    const auto isOne = [&](const QString& id) { return (marksOf(id) & marks) != 0 && of.contains(id); };
    for (auto at = lists.cbegin(); at != lists.cend(); ++at)
        if (std::any_of(at->cbegin(), at->cend(), isOne)) to.insert(at.key());
}

} // namespace

/// around() backwards, whatever the table asked about.
void Neighbours::addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const {
    concerned.unite(changed);
    QSet<QString> components = changed; // those whose zone, calls and rights are looked up
    QSet<QString> flows = changed;      // those whose ends and secrets ask about them
    for (const QString& id : changed) {
        unite(components, componentsOfZone_.value(id));
        unite(concerned, zonesOfComponent_.value(id));
        unite(concerned, componentsOfSecret_.value(id));
        unite(concerned, flowsOfSecret_.value(id));
    }
    addWhoHas(flows, dataOfFlow_, changed);
    addWhoHas(concerned, dataOfComponent_, changed);
    for (const QString& id : flows) {
        unite(concerned, componentsOfFlow_.value(id));
        unite(concerned, secretsOfFlow_.value(id));
    }
    for (const QString& id : components) unite(concerned, flowsOfComponent_.value(id));
    QSet<QString> identities = changed; // those whose secrets ask about them
    addWhoHas(identities, targetsOfIdentity_, components);
    addWhoHas(identities, grantsOfIdentity_, changed);
    addWhoHas(concerned, identitiesOfSecret_, identities);
    addWhoHas(concerned, componentsOfIdentity_, components);
    addWhoHas(concerned, grantsOfSecret_, changed);
    concerned.unite(components);
    concerned.unite(flows);
    concerned.unite(identities);
}

} // namespace sallyport::rules
