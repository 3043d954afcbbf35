// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OrdinaryUse.h"

namespace sallyport::test {

using namespace analysis;

OrdinaryUse::OrdinaryUse(const AttackFacts& facts, const std::set<Index>& components) : facts_(facts), components_(components) {
    while (round()) {
    }
}

bool OrdinaryUse::round() {
    const auto size = [this] {
        return secrets_.size() + identities_.size() + open_.size() + passed_.size() + used_.size() + claims_.size() +
               trusted_.size();
    };
    const std::size_t before = size();
    look();
    speak();
    call();
    use();
    return size() != before;
}

/// The secrets at hand: held, or seen on a call from or to what is held.
void OrdinaryUse::look() {
    for (const Index component : components_)
        for (const Index secret : at(facts_.components, component).holds) secrets_.insert(secret);
    for (const FlowFacts& flow : facts_.flows)
        if (components_.contains(flow.from) || components_.contains(flow.to))
            for (const Index secret : flow.carries)
                if (!at(facts_.secrets, secret).proof) secrets_.insert(secret);
}

void OrdinaryUse::speak() {
    for (const Index index : secrets_) {
        const SecretFacts& secret = at(facts_.secrets, index);
        if (secret.identity == none || (secret.boundTo != none && !secrets_.contains(secret.boundTo))) continue;
        if (!secret.only) {
            identities_.insert(secret.identity);
            continue;
        }
        for (const Index grant : *secret.only) claims_.emplace(grant, secret.identity);
    }
}

bool OrdinaryUse::asksNobody(const FlowFacts& flow) const {
    if (!flow.checked) return true;
    std::set<Index> around;
    for (Index zone = at(facts_.components, flow.from).zone; zone != none; zone = at(facts_.zones, zone).parent)
        around.insert(zone);
    for (Index zone = at(facts_.components, flow.to).zone; zone != none; zone = at(facts_.zones, zone).parent)
        if (around.contains(zone)) return at(facts_.zones, zone).implicitTrust;
    return false;
}

/// Calls of one's own, and what comes of them behind those who forward them.
void OrdinaryUse::call() {
    for (Index i = 0; i < count(facts_.flows); ++i) {
        const FlowFacts& flow = at(facts_.flows, i);
        if (components_.contains(flow.from)) open_.insert(i);
        for (const Index leg : flow.continues) {
            if (open_.contains(leg) && asksNobody(at(facts_.flows, leg))) open_.insert(i);
            if (passed_.contains(leg)) passed_.insert(i);
        }
        if (open_.contains(i)) {
            passed_.insert(i);
            if (flow.as != none && asksNobody(flow)) trusted_.emplace(flow.as, flow.to);
        }
    }
}

bool OrdinaryUse::canClaim(Index index, Index identity) const {
    if (identity == none) return true;
    return identities_.contains(identity) || claims_.contains({index, identity}) ||
           trusted_.contains({identity, at(facts_.grants, index).target});
}

void OrdinaryUse::use() {
    for (Index i = 0; i < count(facts_.grants); ++i) {
        const GrantFacts& grant = at(facts_.grants, i);
        bool isReached = false;
        for (const Index flow : passed_) isReached = isReached || at(facts_.flows, flow).to == grant.target;
        if (!isReached || !canClaim(i, grant.identity) || !canClaim(i, grant.also)) continue;
        used_.insert(i);
        secrets_.insert(grant.reveals.begin(), grant.reveals.end());
        identities_.insert(grant.assumes.begin(), grant.assumes.end());
    }
}

} // namespace sallyport::test
