// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Support.h"

#include "analysis/AtomMap.h"

#include <algorithm>

namespace sallyport::analysis {

Support::Support(const Scores& scores)
    : scores_(&scores),
      steps_(scores.baseline().size()),
      mark_(scores.baseline().size(), 0),
      needed_(scores.baseline().size(), 0),
      baselineUsed_(scores.baseline().size(), 0),
      usedOne_(scores.clauses().oneHead.size(), 0),
      usedAll_(scores.clauses().all.size(), 0),
      usedTriggers_(scores.baseline().size(), 0) {
    const std::vector<Atom> derived = derive(scores.program().given, true);
    const Atom data = scores.program().atoms[FactKind::Read].begin();
    for (const Atom atom : derived)
        if (atom >= data) useBaseline(atom);
}

/// In the order of derivation, so that premises stand before what follows from them.
std::vector<Atom> Support::derive(std::span<const Atom> given, bool isBaseline) {
    const Clauses& clauses = scores_->clauses();
    if (!isBaseline) ++run_;
    std::vector<Atom> derived;
    const auto holds = [&](Atom atom) { return at(mark_, atom) == 1 || at(mark_, atom) == run_; };
    const auto add = [&](Atom atom, Step how) {
        if (holds(atom)) return;
        at(mark_, atom) = run_;
        at(steps_, atom) = how;
        derived.push_back(atom);
    };
    for (const Atom atom : given) add(atom, {});
    for (std::size_t next = 0; next < derived.size(); ++next) {
        const Atom atom = derived[next];
        const auto a = static_cast<std::size_t>(atom);
        for (std::int32_t i = clauses.oneStart[a]; i < clauses.oneStart[a + 1]; ++i) add(at(clauses.oneHead, i), {atom, i});
        for (std::int32_t i = clauses.allStart[a]; i < clauses.allStart[a + 1]; ++i) {
            const Conjunction& clause = at(clauses.all, i);
            if (holds(clause.other) && holds(clause.another)) add(clause.head, {atom, ~i});
        }
    }
    return derived;
}

void Support::useBaseline(Atom atom) {
    std::vector<Atom> open{atom};
    while (!open.empty()) {
        const Atom next = open.back();
        open.pop_back();
        if (std::exchange(at(baselineUsed_, next), 1)) continue;
        const Step step = at(steps_, next);
        if (step.trigger < 0) continue;
        at(usedTriggers_, step.trigger) = 1;
        open.push_back(step.trigger);
        if (step.clause >= 0) {
            at(usedOne_, step.clause) = 1;
            continue;
        }
        at(usedAll_, ~step.clause) = 1;
        const Conjunction& clause = at(scores_->clauses().all, ~step.clause);
        open.push_back(clause.other);
        open.push_back(clause.another);
    }
}

void Support::use(Atom atom) {
    if (at(mark_, atom) == 1)
        useBaseline(atom);
    else
        at(needed_, atom) = 1;
}

void Support::store(std::span<const Atom> derived) {
    const Atom data = scores_->program().atoms[FactKind::Read].begin();
    for (std::size_t i = derived.size(); i-- > 0;) {
        const Atom atom = derived[i];
        if (!std::exchange(at(needed_, atom), 0) && atom < data) continue;
        const Step step = at(steps_, atom);
        if (step.trigger < 0) continue;
        at(usedTriggers_, step.trigger) = 1;
        use(step.trigger);
        if (step.clause >= 0) {
            at(usedOne_, step.clause) = 1;
            continue;
        }
        at(usedAll_, ~step.clause) = 1;
        const Conjunction& clause = at(scores_->clauses().all, ~step.clause);
        use(clause.other);
        use(clause.another);
    }
}

void Support::add(std::span<const Seed> seeds) { store(derive(scores_->givenBy(seeds), false)); }

bool Support::addComponents(std::stop_token stop) {
    constexpr Index stopEvery = 64;
    const AttackFacts& facts = scores_->program().facts;
    for (Index i = 0; i < count(facts.components); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested()) return false;
        const Seed seed{FactKind::Control, i, defaultBreadth(facts, FactKind::Control, i)};
        add({&seed, 1});
    }
    return true;
}

bool Support::standsIn(const Program& variant, const Clauses& clauses) const {
    const AtomMap map(scores_->program(), variant);
    const Clauses& own = scores_->clauses();
    // Data facts and what is given are part of every proof.
    const Atom data = scores_->program().atoms[FactKind::Read].begin();
    for (const Atom atom : scores_->program().given)
        if (at(baselineUsed_, atom) &&
            std::find(variant.given.begin(), variant.given.end(), map.of(atom)) == variant.given.end())
            return false;
    for (Atom atom = data; atom < scores_->program().atoms.count(); ++atom)
        if (map.of(atom) < 0 || at(scores_->program().points.points, atom - data) !=
                                    at(variant.points.points, map.of(atom) - variant.atoms[FactKind::Read].begin()))
            return false;
    for (Atom atom = 0; atom < static_cast<Atom>(usedTriggers_.size()); ++atom) {
        if (!at(usedTriggers_, atom)) continue;
        const Atom there = map.of(atom);
        if (there < 0) return false;
        const auto a = static_cast<std::size_t>(atom);
        const auto t = static_cast<std::size_t>(there);
        // Clauses keep their order under a premise, so that the next one is mostly found at once.
        std::int32_t next = clauses.oneStart[t];
        for (std::int32_t i = own.oneStart[a]; i < own.oneStart[a + 1]; ++i) {
            if (!at(usedOne_, i)) continue;
            const Atom head = map.of(at(own.oneHead, i));
            const auto found = [&](std::int32_t from, std::int32_t to) {
                for (std::int32_t j = from; j < to; ++j)
                    if (at(clauses.oneHead, j) == head) {
                        next = j + 1;
                        return true;
                    }
                return false;
            };
            if (head < 0 || !(found(next, clauses.oneStart[t + 1]) || found(clauses.oneStart[t], next))) return false;
        }
        for (std::int32_t i = own.allStart[a]; i < own.allStart[a + 1]; ++i) {
            if (!at(usedAll_, i)) continue;
            const Conjunction& c = at(own.all, i);
            const Atom other = map.of(c.other), another = map.of(c.another), head = map.of(c.head);
            const auto same = [&](const Conjunction& d) {
                return d.head == head &&
                       ((d.other == other && d.another == another) || (d.other == another && d.another == other));
            };
            const auto from = clauses.all.begin() + clauses.allStart[t], to = clauses.all.begin() + clauses.allStart[t + 1];
            if (other < 0 || another < 0 || head < 0 || std::none_of(from, to, same)) return false;
        }
    }
    return true;
}

} // namespace sallyport::analysis
