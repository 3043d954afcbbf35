// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Solution.h"

#include <algorithm>

namespace sallyport::analysis {

namespace {

/// Settles atoms in order of rising cost. Costs are small whole numbers, so there is a queue for each.
class CheapestFirst {
public:
    CheapestFirst(const Clauses& clauses, int tier, Least least) : clauses_(clauses), tier_(tier), least_(least) {
        const std::size_t atoms = clauses.oneStart.size() - 1;
        found_.value.assign(atoms, LeastCost::never);
        found_.derivation.resize(atoms);
        settled_.assign(atoms, 0);
    }

    LeastCost run(std::span<const Given> given) {
        for (const Given& g : given)
            offer(g.atom, least_ == Least::Effort ? g.effort : 0, {LeastCost::isGiven, static_cast<std::int32_t>(g.breadth)});
        for (std::size_t cost = 0; cost < queues_.size(); ++cost)
            for (std::size_t next = 0; next < queues_[cost].size(); ++next) settle(queues_[cost][next], static_cast<int>(cost));
        return std::move(found_);
    }

private:
    int cost(int premises, const ClauseTag& tag) const {
        return least_ == Least::Steps ? premises + tag.steps : std::max<int>(premises, tag.effort);
    }

    void offer(Atom atom, int cost, LeastCost::Derivation how) {
        int& best = at(found_.value, atom);
        if (cost >= best) return;
        best = cost;
        at(found_.derivation, atom) = how;
        if (queues_.size() <= static_cast<std::size_t>(cost)) queues_.resize(static_cast<std::size_t>(cost) + 1);
        queues_[static_cast<std::size_t>(cost)].push_back(atom);
    }

    // The last premise settled is the dearest, so the cost of a clause is known when it completes.
    void settle(Atom atom, int cost) {
        if (at(settled_, atom)) return;
        at(settled_, atom) = 1;
        const auto a = static_cast<std::size_t>(atom);
        for (std::int32_t i = clauses_.oneStart[a]; i < clauses_.oneStart[a + 1]; ++i)
            if (const ClauseTag& tag = at(clauses_.oneTag, i); tag.effort <= tier_)
                offer(at(clauses_.oneHead, i), this->cost(cost, tag), {atom, i});
        for (std::int32_t i = clauses_.allStart[a]; i < clauses_.allStart[a + 1]; ++i) {
            const ClauseTag& tag = at(clauses_.allTag, i);
            const Conjunction& clause = at(clauses_.all, i);
            if (tag.effort <= tier_ && at(settled_, clause.other) && at(settled_, clause.another))
                offer(clause.head, this->cost(cost, tag), {atom, ~i});
        }
    }

    const Clauses& clauses_;
    int tier_;
    Least least_;
    LeastCost found_;
    std::vector<std::uint8_t> settled_;
    std::vector<std::vector<Atom>> queues_;
};

/// Rules name what is reached, or got encrypted, before who may have it.
bool isNamedFirst(const Fact& fact) { return fact.kind == FactKind::Reach || fact.kind == FactKind::Get; }

} // namespace

LeastCost leastCost(const Clauses& clauses, std::span<const Given> given, int tier, Least least) {
    return CheapestFirst(clauses, tier, least).run(given);
}

Solution::Explanation Solution::explainClause(const LeastCost::Derivation& how, Breadth asked) const {
    const auto factOf = [&](Atom atom, Breadth breadth) { return program->atoms.factOf(program->facts, atom, breadth); };
    const bool single = how.clause >= 0;
    const ClauseTag& tag = single ? at(program->clauses.oneTag, how.clause) : at(program->clauses.allTag, ~how.clause);
    const Breadth breadth = tag.premise == Breadth::None ? asked : tag.premise;
    Explanation explanation{tag.rule, {factOf(how.trigger, breadth)}};
    if (single) return explanation;
    const Conjunction& clause = at(program->clauses.all, ~how.clause);
    explanation.premises.push_back(factOf(clause.other, breadth));
    if (clause.another != clause.other) explanation.premises.push_back(factOf(clause.another, breadth));
    std::sort(explanation.premises.begin(), explanation.premises.end(),
              [](const Fact& a, const Fact& b) { return isNamedFirst(a) != isNamedFirst(b) ? isNamedFirst(a) : a < b; });
    return explanation;
}

/// A whole atom was derived at one breadth; its others follow from that one by R14, each in one way.
Solution::Explanation Solution::explain(const Fact& fact, Least least) const {
    const Atom atom = atomOf(fact);
    const LeastCost::Derivation how = at(by(least).derivation, atom);
    const bool given = how.trigger == LeastCost::isGiven;
    Breadth derived = fact.breadth;
    if (hasBreadth(fact.kind)) {
        const Breadth named = given             ? static_cast<Breadth>(how.clause)
                              : how.clause >= 0 ? at(program->clauses.oneTag, how.clause).head
                                                : at(program->clauses.allTag, ~how.clause).head;
        if (named != Breadth::None) derived = named;
    }
    if (derived == fact.breadth) return given ? Explanation{} : explainClause(how, fact.breadth);
    Fact other = fact;
    if (fact.breadth < derived || fact.breadth == Breadth::Live)
        other.breadth = static_cast<Breadth>(static_cast<int>(fact.breadth) + 1);
    else
        other.breadth = Breadth::One;
    return {14, {other}};
}

ProofStep Solution::step(const Fact& fact, int rule) const {
    const Atom atom = atomOf(fact);
    return {fact, rule, {}, at(steps.value, atom), at(effort.value, atom), !at(baseline, atom)};
}

} // namespace sallyport::analysis
