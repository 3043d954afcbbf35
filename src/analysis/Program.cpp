// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Program.h"

#include "analysis/Closure.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sallyport::analysis {

namespace {

std::vector<int> zoneDepths(const AttackFacts& facts) {
    std::vector<int> depth(facts.zones.size(), -1);
    std::vector<Index> chain;
    for (Index zone = 0; zone < count(facts.zones); ++zone) {
        Index up = zone;
        while (up != none && at(depth, up) < 0) {
            chain.push_back(up);
            up = at(facts.zones, up).parent;
        }
        int below = up == none ? 0 : at(depth, up) + 1;
        for (; !chain.empty(); chain.pop_back()) at(depth, chain.back()) = below++;
    }
    return depth;
}

/// The innermost zone around both, none if they have none in common.
Index commonZone(const AttackFacts& facts, const std::vector<int>& depth, Index a, Index b) {
    while (a != b && a != none && b != none) {
        Index& deeper = at(depth, a) >= at(depth, b) ? a : b;
        deeper = at(facts.zones, deeper).parent;
    }
    return a == b ? a : none;
}

std::vector<Atoms::Trusted> trustedPairs(const AttackFacts& facts, const std::vector<char>& unchecked) {
    std::vector<Atoms::Trusted> pairs;
    for (Index flow = 0; flow < count(facts.flows); ++flow) {
        const FlowFacts& f = at(facts.flows, flow);
        if (at(unchecked, flow) && f.as != none) pairs.push_back({f.as, f.to});
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// A claim is whole if whatever can make it is: its identity, and the scoped secrets that speak for it.
std::vector<char> wholeClaims(const AttackFacts& facts) {
    std::vector<char> whole(2 * facts.grants.size(), 1);
    for (std::size_t i = 0; i < facts.grants.size(); ++i) {
        const GrantFacts& grant = facts.grants[i];
        whole[2 * i] = !at(facts.identities, grant.identity).perUser;
        if (grant.also != none) whole[2 * i + 1] = !at(facts.identities, grant.also).perUser;
    }
    for (const SecretFacts& secret : facts.secrets) {
        if (!secret.only || secret.identity == none) continue;
        if (!isPerUser(facts, secret) && (secret.boundTo == none || !isPerUser(facts, at(facts.secrets, secret.boundTo))))
            continue;
        for (const Index grant : *secret.only) {
            const std::size_t slot = 2 * static_cast<std::size_t>(grant);
            if (at(facts.grants, grant).identity == secret.identity) whole[slot] = 0;
            if (at(facts.grants, grant).also == secret.identity) whole[slot + 1] = 0;
        }
    }
    return whole;
}

Points dataPoints(const AttackFacts& facts) {
    Points result;
    long double heaviest = 0;
    for (const DataFacts& data : facts.data) heaviest = std::max<long double>(heaviest, data.weight);
    long double total = 0; // In units of the heaviest, so that it cannot overflow.
    if (heaviest > 0)
        for (const DataFacts& data : facts.data) total += data.weight / heaviest;
    result.hasData = heaviest > 0;

    // Each asset's points are the difference of two rounded running totals, so that all together are exactly one.
    long double before = 0;
    for (const DataFacts& data : facts.data) {
        const long double after = before + (result.hasData ? data.weight / heaviest / total : 0);
        const auto all = std::llroundl(after * Points::whole) - std::llroundl(before * Points::whole);
        before = after;
        const qint64 users[] = {1, liveUsers(data), data.users};
        std::int64_t narrower = 0;
        for (const qint64 hit : users) {
            const long double share = static_cast<long double>(hit) / static_cast<long double>(data.users);
            const std::int64_t points = hit == data.users ? all : std::llroundl(static_cast<long double>(all) * share);
            result.points.push_back(points - narrower);
            result.users.push_back(hit);
            narrower = points;
        }
    }
    // Reads, then writes.
    result.points.insert(result.points.end(), result.points.begin(), result.points.end());
    result.users.insert(result.users.end(), result.users.begin(), result.users.end());
    return result;
}

std::vector<double> controlWeights(const AttackFacts& facts, const Atoms& atoms) {
    const Family& control = atoms[FactKind::Control];
    std::vector<double> weights(static_cast<std::size_t>(control.end()), 0.0);
    for (Index i = 0; i < control.elements(); ++i) at(weights, control.atom(i, Breadth::Live)) = at(facts.components, i).weight;
    return weights;
}

template <class Item>
void keepUpTo(int tier, std::vector<std::int32_t>& start, std::vector<Item>& items, std::vector<ClauseTag>& tags,
              std::vector<std::int32_t>& origins) {
    std::size_t kept = 0;
    std::size_t from = 0;
    for (std::size_t atom = 0; atom + 1 < start.size(); ++atom) {
        const auto to = static_cast<std::size_t>(start[atom + 1]);
        for (; from < to; ++from) {
            if (tags[from].effort > tier) continue;
            items[kept] = items[from];
            if (!origins.empty()) origins[kept] = origins[from];
            tags[kept++] = tags[from];
        }
        start[atom + 1] = static_cast<std::int32_t>(kept);
    }
    items.resize(kept);
    tags.resize(kept);
    if (!origins.empty()) origins.resize(kept);
}

} // namespace

Clauses Clauses::upTo(int tier) const {
    Clauses kept = *this;
    keepUpTo(tier, kept.oneStart, kept.oneHead, kept.oneTag, kept.oneOrigin);
    keepUpTo(tier, kept.allStart, kept.all, kept.allTag, kept.allOrigin);
    return kept;
}

std::vector<Index> zonesAroundFlows(const AttackFacts& facts) {
    const std::vector<int> depth = zoneDepths(facts);
    std::vector<Index> zones(facts.flows.size());
    std::transform(facts.flows.begin(), facts.flows.end(), zones.begin(), [&](const FlowFacts& flow) {
        return commonZone(facts, depth, at(facts.components, flow.from).zone, at(facts.components, flow.to).zone);
    });
    return zones;
}

std::vector<char> uncheckedFlows(const AttackFacts& facts) {
    const bool anyTrusts = std::any_of(facts.zones.begin(), facts.zones.end(), [](const auto& z) { return z.implicitTrust; });
    const std::vector<Index> zones = anyTrusts ? zonesAroundFlows(facts) : std::vector<Index>(facts.flows.size(), none);
    std::vector<char> unchecked(facts.flows.size());
    for (std::size_t i = 0; i < unchecked.size(); ++i)
        unchecked[i] = !facts.flows[i].checked || (zones[i] != none && at(facts.zones, zones[i]).implicitTrust);
    return unchecked;
}

Program compileProgram(AttackFacts facts) { return *compileProgram(std::move(facts), {}); }

std::optional<Program> compileProgram(AttackFacts facts, const std::stop_token& stop, Origins origins) {
    Program program;
    const std::vector<char> unchecked = uncheckedFlows(facts);
    if (stop.stop_requested()) return std::nullopt;
    std::vector<Atoms::Trusted> trusted = trustedPairs(facts, unchecked);
    const std::vector<char> whole = wholeClaims(facts);
    if (stop.stop_requested()) return std::nullopt;
    program.atoms = Atoms::number(facts, std::move(trusted), whole);
    if (stop.stop_requested()) return std::nullopt;
    program.clauses = ground(facts, program.atoms, unchecked, Instances::Needed, stop, origins);
    if (stop.stop_requested()) return std::nullopt;
    for (const Index zone : facts.attackerZones)
        program.given.push_back(program.atoms[FactKind::Foothold].atom(zone, Breadth::None));
    program.points = dataPoints(facts);
    program.controlWeight = controlWeights(facts, program.atoms);
    program.facts = std::move(facts);
    program.baseline = closure(program.clauses, program.given, {}, stop);
    if (stop.stop_requested()) return std::nullopt;
    return program;
}

} // namespace sallyport::analysis
