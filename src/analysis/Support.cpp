// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Support.h"

#include "analysis/AtomMap.h"

#include <algorithm>

namespace sallyport::analysis {

Support::Support(const Scores& scores, const std::stop_token& stop)
    : scores_(&scores),
      dependencies_(scores.program(), scores.clauses(), stop),
      steps_(scores.baseline().size()),
      mark_(scores.baseline().size(), 0),
      needed_(scores.baseline().size(), 0),
      baselineUsed_(scores.baseline().size(), 0),
      usedOne_(scores.clauses().oneHead.size(), 0),
      usedAll_(scores.clauses().all.size(), 0),
      usedTriggers_(scores.baseline().size(), 0),
      baselineRows_(static_cast<std::size_t>(dependencies_.rows().size()), 0),
      runsOn_(static_cast<std::size_t>(dependencies_.rows().size())) {
    if (stop.stop_requested()) return;
    const std::vector<Atom> derived = derive(scores.program().given, true);
    const Atom data = scores.program().atoms[FactKind::Read].begin();
    for (const Atom atom : derived)
        if (atom >= data) useBaseline(atom);
}

/// In the order of derivation, so that premises stand before what follows from them.
std::vector<Atom> Support::derive(std::span<const Atom> given, bool isBaseline) {
    const Clauses& clauses = scores_->clauses();
    const auto run = isBaseline ? 1u : static_cast<std::uint32_t>(++runs_) + 1;
    std::vector<Atom> derived;
    const auto holds = [&](Atom atom) { return at(mark_, atom) == 1 || at(mark_, atom) == run; };
    const auto add = [&](Atom atom, Step how) {
        if (holds(atom)) return;
        at(mark_, atom) = run;
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

template <class Rests, class Visit>
void Support::useClause(const Step& step, Rests rests, Visit visit) {
    at(usedTriggers_, step.trigger) = 1;
    visit(step.trigger);
    const bool isOne = step.clause >= 0;
    const std::int32_t position = isOne ? step.clause : ~step.clause;
    at(isOne ? usedOne_ : usedAll_, position) = 1;
    for (const Dependencies::Row row :
         dependencies_.rowsOf(isOne ? dependencies_.one(position) : dependencies_.several(position)))
        rests(row);
    if (isOne) return;
    const Conjunction& clause = at(scores_->clauses().all, position);
    visit(clause.other);
    visit(clause.another);
}

void Support::useBaseline(Atom atom) {
    std::vector<Atom> open{atom};
    while (!open.empty()) {
        const Atom next = open.back();
        open.pop_back();
        if (std::exchange(at(baselineUsed_, next), 1)) continue;
        const Step step = at(steps_, next);
        if (step.trigger < 0) continue;
        useClause(
            step, [&](Dependencies::Row row) { at(baselineRows_, row) = 1; }, [&](Atom premise) { open.push_back(premise); });
    }
}

void Support::use(Atom atom) {
    if (at(mark_, atom) == 1)
        useBaseline(atom);
    else
        at(needed_, atom) = 1;
}

void Support::restRun(Dependencies::Row row) {
    std::vector<std::uint64_t>& runs = at(runsOn_, row);
    const auto run = static_cast<std::size_t>(runs_) - 1;
    if (runs.size() <= run / 64) runs.resize(run / 64 + 1, 0);
    runs[run / 64] |= std::uint64_t{1} << (run % 64);
}

void Support::store(std::span<const Atom> derived) {
    const Atom data = scores_->program().atoms[FactKind::Read].begin();
    for (std::size_t i = derived.size(); i-- > 0;) {
        const Atom atom = derived[i];
        if (!std::exchange(at(needed_, atom), 0) && atom < data) continue;
        const Step step = at(steps_, atom);
        if (step.trigger < 0) continue;
        useClause(
            step, [this](Dependencies::Row row) { restRun(row); }, [this](Atom premise) { use(premise); });
    }
}

void Support::add(std::span<const Seed> seeds) { store(derive(scores_->givenBy(seeds), false)); }

bool Support::addComponents(std::stop_token stop) {
    const AttackFacts& facts = scores_->program().facts;
    for (Index i = 0; i < count(facts.components); ++i) {
        if (stop.stop_requested()) return false;
        const Seed seed{FactKind::Control, i, defaultBreadth(facts, FactKind::Control, i)};
        add({&seed, 1});
    }
    return true;
}

bool Support::standsIn(const Program& variant, const Clauses& clauses, const std::stop_token& stop) const {
    const AtomMap map(scores_->program(), variant, stop);
    if (stop.stop_requested()) return false;
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
