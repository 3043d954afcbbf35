// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/CallerGroups.h"

namespace sallyport::advice {

using enum CallerGroups::What;

CallerGroups::CallerGroups(const Surroundings& around, Index component) {
    for (const Index flow : around.callsTo(component)) {
        if (isDeployment(around, flow)) {
            deployers_.push_back(at(around.facts.flows, flow).as);
            continue;
        }
        joinFlow(around, flow);
    }
    for (const Index flow : around.callsFrom(component)) {
        joinFlow(around, flow);
        for (const Index leg : at(around.facts.flows, flow).continues) join(node(Flow, flow), node(Flow, leg));
    }
    for (const Index secret : at(around.facts.components, component).holds) {
        const analysis::SecretFacts& s = at(around.facts.secrets, secret);
        if (s.identity != none) join(node(Secret, secret), node(Identity, s.identity));
        if (s.boundTo != none) join(node(Secret, secret), node(Secret, s.boundTo));
    }
    joinGrants(around, component);
    for (const Index flow : around.callsTo(component)) {
        if (isDeployment(around, flow)) continue;
        const auto [at, isNew] = groups_.try_emplace(root(node(Flow, flow)), size());
        if (isNew) callers_.emplace_back();
        callers_[static_cast<std::size_t>(at->second)].push_back(flow);
    }
}

void CallerGroups::joinFlow(const Surroundings& around, Index flow) {
    const analysis::FlowFacts& f = at(around.facts.flows, flow);
    const Node self = node(Flow, flow);
    if (f.as != none) join(self, node(Identity, f.as));
    for (const Index data : f.data) {
        join(self, node(Data, data));
        if (const Index key = at(around.facts.data, data).key; key != none) join(self, node(Secret, key));
    }
    for (const Index secret : f.carries) {
        join(self, node(Secret, secret));
        const Index identity = at(around.facts.secrets, secret).identity;
        if (identity != none) join(self, node(Identity, identity));
    }
}

void CallerGroups::joinGrants(const Surroundings& around, Index component) {
    for (const Index grant : around.grantsAt(component)) {
        const analysis::GrantFacts& g = at(around.facts.grants, grant);
        if (contains(deployers_, g.identity)) continue;
        const Node self = node(Grant, grant);
        join(self, node(Identity, g.identity));
        if (g.also != none) join(self, node(Identity, g.also));
        for (const auto* data : {&g.reads, &g.writes})
            for (const Index index : *data) join(self, node(Data, index));
        for (const Index secret : g.reveals) join(self, node(Secret, secret));
        for (const Index identity : g.assumes) join(self, node(Identity, identity));
    }
}

CallerGroups::Node CallerGroups::root(Node of) {
    for (;;) {
        const auto [at, isNew] = parent_.try_emplace(of, of);
        if (at->second == of) return of;
        at->second = parent_[at->second];
        of = at->second;
    }
}

int CallerGroups::groupOf(What what, Index index) {
    const auto at = groups_.find(root(node(what, index)));
    return at == groups_.end() ? none : at->second;
}

bool CallerGroups::isDeployment(const Surroundings& around, Index flow) {
    return around.row(at(around.facts.flows, flow))->operation == model::Operation::Deploy;
}

} // namespace sallyport::advice
