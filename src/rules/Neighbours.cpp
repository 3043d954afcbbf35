// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Neighbours.h"

#include "rules/Origins.h"

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
    const QSet<QString> proxies = proxiesOf(model);
    QSet<QString> continuing, reached;
    for (const model::FlowContinues& continuation : model.flowContinues) continuing.insert(continuation.from.value);
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

void Neighbours::Pairs::add(const QString& a, const QString& b) {
    second[a].append(b);
    first[b].append(a);
}

void Neighbours::Pairs::remove(const QString& a) {
    for (const QString& b : second.take(a)) {
        const auto list = first.find(b);
        if (list == first.end()) continue; // both were this one
        list->removeAll(a);
        if (list->isEmpty()) first.erase(list);
    }
}

void Neighbours::Pairs::clear() {
    second.clear();
    first.clear();
}

Neighbours::Neighbours(const model::Model& model) {
    for (const model::Flow& flow : model.flows) takeFlow(flow);
    follow(model, WordChanges::Tables().set(), {});
}

void Neighbours::follow(const model::Model& model, const WordChanges::Tables& tables, const QSet<QString>& changed) {
    const auto has = [&tables](model::TableId table) { return tables.test(static_cast<std::size_t>(table)); };
    // Of a table without a way to its own few rows that have changed, all.
    const auto take = [&](model::TableId table, Pairs& pairs, const auto& rows, const auto& add) {
        if (!has(table)) return;
        pairs.clear();
        for (const auto& row : rows) add(row);
    };
    if (has(model::TableId::Component)) takeComponents(model);
    if (has(model::TableId::Flow))
        for (const QString& id : changed) { // may be gone, or never have been a flow
            flowComponent_.remove(id);
            if (const model::Flow* flow = model.flows.find({id})) takeFlow(*flow);
        }
    if (has(model::TableId::Component) || has(model::TableId::Flow) || has(model::TableId::FlowContinues))
        openLegs_ = legsWithoutContinuation(model);
    take(model::TableId::Assignment, identityComponent_, model.assignments,
         [this](const auto& row) { identityComponent_.add(row.from.value, row.to.value); });
    take(model::TableId::FlowSecret, flowSecret_, model.flowSecrets,
         [this](const auto& row) { flowSecret_.add(row.from.value, row.to.value); });
    take(model::TableId::Holding, componentSecret_, model.holdings,
         [this](const auto& row) { componentSecret_.add(row.component.value, row.secret.value); });
    take(model::TableId::SecretOnly, secretGrant_, model.secretOnly,
         [this](const auto& row) { secretGrant_.add(row.from.value, row.to.value); });
    take(model::TableId::Grant, identityGrant_, model.grants,
         [this](const auto& row) { identityGrant_.add(row.identity.value, row.id.value); });
    take(model::TableId::Grant, identityTarget_, model.grants,
         [this](const auto& row) { identityTarget_.add(row.identity.value, row.target.value); });
    take(model::TableId::Secret, secretIdentity_, model.secrets, [this](const auto& row) {
        if (row.identity) secretIdentity_.add(row.id.value, row.identity->value);
    });
    take(model::TableId::FlowData, flowData_, model.flowData,
         [this](const auto& row) { flowData_.add(row.flow.value, row.data.value); });
    take(model::TableId::Handling, componentData_, model.handlings,
         [this](const auto& row) { componentData_.add(row.component.value, row.data.value); });
}

void Neighbours::takeComponents(const model::Model& model) {
    componentZone_.clear();
    for (const model::Component& component : model.components)
        if (component.zone) componentZone_.add(component.id.value, component.zone->value);
}

void Neighbours::takeFlow(const model::Flow& flow) {
    flowComponent_.add(flow.id.value, flow.source.value);
    flowComponent_.add(flow.id.value, flow.target.value);
}

/// The row's elements and, for the kind of table asked about, those next to them.
Around Neighbours::around(model::TableId table, const Around& direct) const {
    using enum model::TableId;
    Around on = direct;
    if ((table == Flow || table == DataAsset) && on.flows.empty()) {
        addAll(on.flows, flowComponent_.first, direct.components);
        addAll(on.flows, flowSecret_.first, direct.secrets);
    }
    if (table == Component || table == Zone) {
        addAll(on.components, flowComponent_.second, on.flows);
        if (on.components.empty()) addAll(on.components, identityComponent_.second, on.identities);
        if (on.components.empty()) addAll(on.components, componentZone_.first, on.zones);
    }
    if (table == Zone) {
        Ids identities = on.identities;
        addAll(identities, secretIdentity_.second, on.secrets); // what a secret opens
        addAll(on.components, identityTarget_.second, identities);
        addAll(on.zones, componentZone_.second, on.components);
    }
    if (table == Secret && on.secrets.empty()) {
        addAll(on.secrets, flowSecret_.second, on.flows);
        if (on.flows.empty()) addAll(on.secrets, componentSecret_.second, on.components);
    }
    if (table == Grant && on.grants.empty()) {
        addAll(on.grants, secretGrant_.second, on.secrets);
        addAll(on.grants, identityGrant_.second, on.identities);
    }
    if (table == DataAsset && on.data.empty()) {
        addAll(on.data, flowData_.second, on.flows);
        addAll(on.data, componentData_.second, on.components);
    }
    return on;
}

namespace {

void unite(QSet<QString>& to, const QStringList& ids) {
    for (const QString& id : ids) to.insert(id);
}

/// Adds those that have one of these.
void addThose(QSet<QString>& to, const Lists& whoHas, const QSet<QString>& of) {
    for (const QString& id : of)
        if (const auto list = whoHas.constFind(id); list != whoHas.constEnd()) unite(to, *list);
}

} // namespace

/// around() backwards, whatever the table asked about.
void Neighbours::addConcerned(const QSet<QString>& changed, QSet<QString>& concerned) const {
    concerned.unite(changed);
    QSet<QString> components = changed; // those whose zone, calls and rights are looked up
    QSet<QString> flows = changed;      // those whose ends and secrets ask about them
    addThose(components, componentZone_.first, changed);
    addThose(concerned, componentZone_.second, changed);
    addThose(concerned, componentSecret_.first, changed);
    addThose(concerned, flowSecret_.first, changed);
    addThose(flows, flowData_.first, changed);
    addThose(concerned, componentData_.first, changed);
    addThose(concerned, flowComponent_.second, flows);
    addThose(concerned, flowSecret_.second, flows);
    addThose(concerned, flowComponent_.first, components);
    QSet<QString> identities = changed; // those whose secrets ask about them
    addThose(identities, identityTarget_.first, components);
    addThose(identities, identityGrant_.first, changed);
    addThose(concerned, secretIdentity_.first, identities);
    addThose(concerned, identityComponent_.first, components);
    addThose(concerned, secretGrant_.first, changed);
    concerned.unite(components);
    concerned.unite(flows);
    concerned.unite(identities);
}

} // namespace sallyport::rules
