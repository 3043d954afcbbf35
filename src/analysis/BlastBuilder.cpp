// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/BlastBuilder.h"

namespace sallyport::analysis {

namespace {

std::vector<DerivedFact> listFacts(const Solution& solution) {
    std::vector<DerivedFact> facts;
    const auto add = [&](Fact fact, Atom atom) {
        if (!solution.steps.holds(atom)) return;
        facts.push_back({fact, at(solution.steps.value, atom), at(solution.effort.value, atom), !at(solution.baseline, atom)});
    };
    for (std::size_t i = 0; i < factKinds; ++i) {
        const auto kind = static_cast<FactKind>(i);
        if (isHelper(kind)) continue;
        const Family& family = solution.program->atoms[kind];
        for (Index element = 0; element < family.elements(); ++element) {
            if (!hasBreadth(kind)) {
                add({kind, element, none, Breadth::None}, family.atom(element, Breadth::None));
                continue;
            }
            for (const Breadth breadth : breadths) add({kind, element, none, breadth}, family.atom(element, breadth));
        }
    }
    return facts;
}

void addUp(const Solution& solution, Blast& blast) {
    const Program& program = *solution.program;
    std::vector<std::uint8_t> held(solution.steps.value.size());
    for (std::size_t i = 0; i < held.size(); ++i) held[i] = solution.steps.value[i] != LeastCost::never;

    const Figures all = figuresOf(program, held);
    const Units outsider = figuresOf(program, solution.baseline).units;
    blast.shares = sharesOf(all.units.read, all.units.write);
    blast.baseline = sharesOf(outsider.read, outsider.write);
    blast.adds = Points::share(std::max(all.units.read - outsider.read, all.units.write - outsider.write));
    blast.hasData = program.points.hasData;
    blast.controlled = all.controlled;
    blast.users = all.users;
}

std::optional<AfterEviction> afterEviction(const Solution& solution) {
    const AttackFacts& facts = solution.program->facts;
    const auto have = [&](Index secret) { return solution.program->atoms[FactKind::Have].atom(secret, Breadth::One); };
    std::optional<AfterEviction> result;
    for (Index i = 0; i < count(facts.secrets); ++i) {
        const SecretFacts& secret = at(facts.secrets, i);
        const bool copied = solution.steps.holds(have(i)) && !at(solution.baseline, have(i));
        const bool bearer = secret.boundTo == none || solution.steps.holds(have(secret.boundTo));
        if (!copied || secret.proof || !bearer) continue;
        if (!secret.lifetimeSeconds) return AfterEviction{i, std::nullopt};
        if (!result || *secret.lifetimeSeconds > *result->longest) result = AfterEviction{i, secret.lifetimeSeconds};
    }
    return result;
}

} // namespace

Shares sharesOf(std::int64_t read, std::int64_t write) {
    return {Points::share(std::max(read, write)), Points::share(read), Points::share(write)};
}

Figures figuresOf(const Program& program, std::span<const std::uint8_t> held) {
    Figures figures;
    const auto each = [&](FactKind kind, auto add) {
        const Family& family = program.atoms[kind];
        for (Atom atom = family.begin(); atom < family.end(); ++atom)
            if (held[static_cast<std::size_t>(atom)]) add(atom);
    };
    each(FactKind::Control, [&](Atom atom) { figures.addControl(program, atom); });
    each(FactKind::Read, [&](Atom atom) { figures.addRead(program, atom); });
    each(FactKind::Write, [&](Atom atom) { figures.addWrite(program, atom); });
    return figures;
}

Blast blastOf(std::shared_ptr<const Solution> solution, std::vector<Seed> seeds) {
    Blast blast;
    blast.seeds = std::move(seeds);
    blast.tier = solution->tier;
    addUp(*solution, blast);
    blast.afterEviction = afterEviction(*solution);
    blast.facts = listFacts(*solution);
    blast.levels = componentLevels(*solution->program, [&](Atom atom) { return solution->steps.holds(atom); });
    blast.solution = std::move(solution);
    return blast;
}

} // namespace sallyport::analysis
