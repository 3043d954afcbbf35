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

std::optional<std::vector<ChokePoint>> Engine::chokePoints(const Blast& blast, const Fact& target, std::stop_token stop) const {
    std::vector<ChokePoint> points;
    const Proof proof = blast.proof(target);
    if (proof.isEmpty()) return points;
    const Solution& solution = *blast.solution;
    const Program& program = *solution.program;
    const std::vector<Atom> given = atomsOf(solution.given);
    const Clauses clauses =
        ground(program.facts, program.atoms, uncheckedFlows(program.facts), Instances::Every, stop).upTo(blast.tier);
    const Atom goal = solution.atomOf(target);
    std::vector<Atom> tried = given;
    tried.push_back(goal);
    for (const ProofStep& step : proof.steps) {
        if (stop.stop_requested()) return std::nullopt;
        const Atom atom = solution.atomOf(step.fact);
        if (isHelper(step.fact.kind) || contains(tried, atom)) continue;
        tried.push_back(atom);
        const AtomRange without{atom, widestOf(program, step.fact)};
        if (std::any_of(given.begin(), given.end(), [&](Atom g) { return without.contains(g); }) || without.contains(goal))
            continue;
        const std::vector<std::uint8_t> held = closure(clauses, given, without);
        if (at(held, goal)) continue;
        Breadth remaining = Breadth::None;
        for (const Breadth breadth : breadths) {
            Fact narrower = target;
            narrower.breadth = breadth;
            if (hasBreadth(target.kind) && at(held, solution.atomOf(narrower))) remaining = breadth;
        }
        points.push_back({step.fact, remaining});
    }
    return points;
}

} // namespace sallyport::analysis
