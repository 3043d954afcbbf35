// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Origins.h"

namespace sallyport::rules {

namespace {

using model::ComponentKind;

bool isFrontend(ComponentKind kind) { return kind == ComponentKind::ClientBrowser || kind == ComponentKind::ClientNative; }

bool add(QSet<int>& to, const QSet<int>& from) {
    const qsizetype before = to.size();
    to.unite(from);
    return to.size() != before;
}

bool add(Origins::Set& to, const Origins::Set& from) {
    const bool sure = add(to.sure, from.sure);
    const bool unsure = add(to.unsure, from.unsure);
    return sure || unsure;
}

} // namespace

QSet<QString> proxiesOf(const model::Model& model) {
    QSet<QString> proxies;
    for (const model::Component& component : model.components)
        if (component.kind == ComponentKind::ApiGateway || component.kind == ComponentKind::Cdn)
            proxies.insert(component.id.value);
    return proxies;
}

Origins::Origins(const model::Model& model) {
    QHash<QString, int> position;
    for (const model::Component& component : model.components)
        if (isFrontend(component.kind)) {
            position.insert(component.id.value, static_cast<int>(frontends_.size()));
            frontends_.push_back(component.id.value);
        }
    for (const model::Flow& flow : model.flows)
        if (const auto at = position.constFind(flow.source.value); at != position.constEnd())
            flows_[flow.id.value] = {{*at}, {*at}};
    spread(model);
    for (const model::Flow& flow : model.flows) {
        const Set set = ofFlow(flow.id.value);
        add(components_[flow.source.value], set);
        add(components_[flow.target.value], set);
    }
    for (const model::FlowSecret& carried : model.flowSecrets) add(secrets_[carried.to.value], ofFlow(carried.from.value));
    for (const model::FlowData& moved : model.flowData) add(data_[moved.data.value], ofFlow(moved.flow.value));
}

void Origins::spread(const model::Model& model) {
    QHash<QString, QStringList> continued;
    for (const model::FlowContinues& leg : model.flowContinues) continued[leg.from.value].append(leg.to.value);
    QHash<QString, QStringList> into;
    for (const model::Flow& flow : model.flows) into[flow.target.value].append(flow.id.value);
    const QSet<QString> proxies = proxiesOf(model);
    std::vector<const model::Flow*> legs; // those that further the calls of others
    for (const model::Flow& flow : model.flows)
        if (proxies.contains(flow.source.value) || continued.contains(flow.id.value)) legs.push_back(&flow);
    bool grown = true;
    while (grown) {
        grown = false;
        for (const model::Flow* flow : legs) {
            Set found = ofFlow(flow->id.value);
            if (const auto calls = continued.constFind(flow->id.value); calls != continued.constEnd())
                for (const QString& call : *calls) add(found, ofFlow(call));
            else
                for (const QString& call : into.value(flow->source.value)) add(found.unsure, ofFlow(call).unsure);
            grown = add(flows_[flow->id.value], found) || grown;
        }
    }
}

} // namespace sallyport::rules
