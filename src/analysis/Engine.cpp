// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Engine.h"

#include "analysis/BlastBuilder.h"
#include "analysis/Closure.h"
#include "analysis/RankingBuilder.h"
#include "analysis/Solution.h"

#include <algorithm>

namespace sallyport::analysis {

namespace {

std::vector<Atom> atomsOf(std::span<const Given> given) {
    std::vector<Atom> atoms;
    for (const Given& g : given) atoms.push_back(g.atom);
    return atoms;
}

/// The atom of the fact at its widest.
Atom widestOf(const Program& program, Fact fact) {
    if (hasBreadth(fact.kind)) fact.breadth = Breadth::All;
    return program.atoms.atomOf(program.facts, fact);
}

} // namespace

Engine Engine::compile(AttackFacts facts) { return *compile(std::move(facts), {}); }

std::optional<Engine> Engine::compile(AttackFacts facts, const std::stop_token& stop) {
    auto program = compileProgram(std::move(facts), stop);
    if (!program) return std::nullopt;
    return Engine(std::make_shared<const Program>(std::move(*program)));
}

Engine Engine::named(AttackFacts facts) const {
    auto program = std::make_shared<Program>(*program_);
    program->facts = std::move(facts);
    return Engine(std::move(program));
}

const AttackFacts& Engine::facts() const { return program_->facts; }

Blast Engine::blast(std::span<const Seed> seeds, BlastOptions options) const {
    auto solution = std::make_shared<Solution>();
    solution->program = program_;
    solution->tier = options.tier;
    // The wider of two seeds for the same element first: what is given twice is given at the first breadth.
    std::vector<Seed> sorted(seeds.begin(), seeds.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    for (const Seed& seed : sorted) {
        const int effort = seedEffort(program_->facts, seed);
        if (effort > options.tier) continue;
        solution->given.push_back({program_->atoms[seed.kind].atom(seed.element, seed.breadth), seed.breadth, effort});
    }
    for (const Atom atom : program_->given) solution->given.push_back({atom, Breadth::None, 0});
    solution->steps = leastCost(program_->clauses, solution->given, options.tier, Least::Steps);
    solution->effort = leastCost(program_->clauses, solution->given, options.tier, Least::Effort);
    solution->baseline =
        options.tier >= everyTier ? program_->baseline : closure(program_->clauses.upTo(options.tier), program_->given, {});
    return blastOf(std::move(solution), {seeds.begin(), seeds.end()});
}

std::optional<Ranking> Engine::ranking(BlastOptions options, std::stop_token stop) const {
    if (options.tier >= everyTier) return rank(*program_, program_->clauses, program_->baseline, everyTier, stop);
    const Clauses clauses = program_->clauses.upTo(options.tier);
    return rank(*program_, clauses, closure(clauses, program_->given, {}), options.tier, stop);
}

namespace {

/// Takes facts away from one blast and looks what becomes of a target.
class Removal {
public:
    Removal(const Solution& solution, const Fact& target, const std::stop_token& stop)
        : solution_(solution),
          target_(target),
          goal_(solution.atomOf(target)),
          given_(atomsOf(solution.given)),
          clauses_(ground(program().facts, program().atoms, uncheckedFlows(program().facts), Instances::Every, stop)
                       .upTo(solution.tier)) {}

    /// How widely the target holds without the fact; nothing if as widely as before, or if the fact cannot be taken away:
    /// it is given, or the target itself.
    std::optional<Breadth> without(const Fact& fact) const {
        const AtomRange taken{solution_.atomOf(fact), widestOf(program(), fact)};
        const bool isGiven = std::any_of(given_.begin(), given_.end(), [&](Atom atom) { return taken.contains(atom); });
        if (isGiven || taken.contains(goal_)) return std::nullopt;
        const std::vector<std::uint8_t> held = closure(clauses_, given_, taken);
        if (at(held, goal_)) return std::nullopt;
        Breadth remaining = Breadth::None;
        for (const Breadth breadth : breadths) {
            Fact narrower = target_;
            narrower.breadth = breadth;
            if (hasBreadth(target_.kind) && at(held, solution_.atomOf(narrower))) remaining = breadth;
        }
        return remaining;
    }

private:
    const Program& program() const { return *solution_.program; }

    const Solution& solution_;
    const Fact& target_;
    Atom goal_;
    std::vector<Atom> given_;
    Clauses clauses_;
};

} // namespace

/// A fact that is necessary stands on every proof, as wide or wider: a wider one that is not may hide it.
std::optional<std::vector<ChokePoint>> Engine::chokePoints(const Blast& blast, const Fact& target, std::stop_token stop) const {
    std::vector<ChokePoint> points;
    const Proof proof = blast.proof(target);
    if (proof.isEmpty()) return points;
    const Removal removal(*blast.solution, target, stop);
    std::vector<Atom> tried;
    for (const ProofStep& step : proof.steps) {
        if (isHelper(step.fact.kind)) continue;
        for (Fact fact = step.fact;; fact.breadth = static_cast<Breadth>(static_cast<int>(fact.breadth) - 1)) {
            if (stop.stop_requested()) return std::nullopt;
            const Atom atom = blast.solution->atomOf(fact);
            if (contains(tried, atom)) break;
            tried.push_back(atom);
            if (const auto remaining = removal.without(fact)) {
                points.push_back({fact, *remaining});
                break;
            }
            if (fact.breadth <= Breadth::One) break;
        }
    }
    return points;
}

} // namespace sallyport::analysis
