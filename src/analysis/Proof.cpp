// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Proof.h"

#include "analysis/Blast.h"
#include "analysis/Solution.h"

#include <unordered_map>

namespace sallyport::analysis {

namespace {

struct FactHash {
    std::size_t operator()(const Fact& fact) const {
        const auto low = static_cast<std::uint64_t>(static_cast<std::uint32_t>(fact.element));
        const auto high = static_cast<std::uint64_t>(static_cast<std::uint32_t>(fact.second));
        const auto kind = static_cast<std::uint64_t>(fact.kind) * 4 + static_cast<std::uint64_t>(fact.breadth);
        return std::hash<std::uint64_t>{}((low * 64 + kind) ^ (high << 40));
    }
};
using Positions = std::unordered_map<Fact, int, FactHash>;

} // namespace

/// Walks down to what is given and comes back up, so that premises stand first. By hand and not by recursion: a path
/// can be as long as the model is large.
Proof Blast::proof(const Fact& fact, Least least) const {
    Proof proof;
    const Atom goal = solution ? solution->atomOf(fact) : -1;
    if (goal < 0 || !solution->steps.holds(goal)) return proof;

    struct Open {
        Fact fact;
        Solution::Explanation why;
        std::size_t next = 0;
    };
    Positions positions;
    std::vector<Open> path{{fact, solution->explain(fact, least)}};
    while (!path.empty()) {
        Open& top = path.back();
        if (top.next < top.why.premises.size()) {
            const Fact premise = top.why.premises[top.next++];
            if (!positions.contains(premise)) path.push_back({premise, solution->explain(premise, least)});
            continue;
        }
        if (!positions.contains(top.fact)) {
            ProofStep step = solution->step(top.fact, top.why.rule);
            for (const Fact& premise : top.why.premises) step.because.push_back(positions.at(premise));
            positions.emplace(top.fact, static_cast<int>(proof.steps.size()));
            proof.steps.push_back(std::move(step));
        }
        path.pop_back();
    }
    return proof;
}

Proof Blast::proofs() const {
    Proof proof;
    Positions positions;
    std::vector<Fact> order;
    const auto place = [&](const Fact& fact) {
        const auto [at, isNewHere] = positions.try_emplace(fact, static_cast<int>(order.size()));
        if (isNewHere) order.push_back(fact);
        return at->second;
    };
    for (const DerivedFact& derived : facts) place(derived.fact);
    for (std::size_t i = 0; i < order.size(); ++i) { // Grows by the helpers that turn up.
        const Solution::Explanation why = solution->explain(order[i], Least::Steps);
        ProofStep step = solution->step(order[i], why.rule);
        for (const Fact& premise : why.premises) step.because.push_back(place(premise));
        proof.steps.push_back(std::move(step));
    }
    return proof;
}

} // namespace sallyport::analysis
