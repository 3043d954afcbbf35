// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/BlastBuilder.h"

#include <algorithm>

namespace sallyport::analysis {

namespace {

/// The widest breadth at which a fact of this kind holds.
Breadth widest(const Solution& solution, FactKind kind, Index element) {
    const Family& family = solution.program->atoms[kind];
    for (const Breadth breadth : {Breadth::All, Breadth::Live, Breadth::One})
        if (solution.steps.holds(family.atom(element, breadth))) return breadth;
    return Breadth::None;
}

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

/// How wide the data is that a usable grant yields, never wider than the read or write fact itself.
Breadth yielded(const Solution& solution, const GrantFacts& grant, Breadth use) {
    const Breadth most = grant.ownOnly ? use : Breadth::All;
    Breadth result = Breadth::None;
    for (const Index data : grant.reads) result = std::max(result, std::min(most, widest(solution, FactKind::Read, data)));
    for (const Index data : grant.writes) result = std::max(result, std::min(most, widest(solution, FactKind::Write, data)));
    return result;
}

std::vector<ComponentLevel> componentLevels(const Solution& solution) {
    const AttackFacts& facts = solution.program->facts;
    std::vector<ComponentLevel> levels(facts.components.size());
    const auto raise = [&](Index component, Level level, Breadth breadth) {
        ComponentLevel& current = at(levels, component);
        if (level > current.level || (level == current.level && breadth > current.breadth)) current = {level, breadth};
    };
    for (Index grant = 0; grant < count(facts.grants); ++grant) {
        const Breadth use = widest(solution, FactKind::Use, grant);
        if (use == Breadth::None) continue;
        const GrantFacts& g = at(facts.grants, grant);
        raise(g.target, Level::Callable, use);
        const Breadth data = yielded(solution, g, use);
        if (data != Breadth::None) raise(g.target, Level::Exposed, data);
    }
    for (Index component = 0; component < count(facts.components); ++component) {
        if (solution.steps.holds(solution.program->atoms[FactKind::Reach].atom(component, Breadth::None)))
            raise(component, Level::Reachable, Breadth::One);
        const Breadth control = widest(solution, FactKind::Control, component);
        if (control != Breadth::None) raise(component, Level::Controlled, control);
    }
    return levels;
}

void addUp(const Solution& solution, Blast& blast) {
    const Program& program = *solution.program;
    std::vector<std::uint8_t> held(solution.steps.value.size());
    for (std::size_t i = 0; i < held.size(); ++i) held[i] = solution.steps.value[i] != LeastCost::never;

    const Units all = unitsOf(program, held);
    const Units outsider = unitsOf(program, solution.baseline);
    blast.shares = sharesOf(all.read, all.write);
    blast.baseline = sharesOf(outsider.read, outsider.write);
    blast.adds = Points::share(std::max(all.read - outsider.read, all.write - outsider.write));
    blast.hasData = program.points.hasData;
    for (std::size_t i = 0; i < program.controlWeight.size(); ++i)
        if (held[i]) blast.controlled += program.controlWeight[i];
    const Atom data = program.atoms[FactKind::Read].begin();
    for (Atom atom = data; atom < program.atoms.count(); ++atom)
        if (at(held, atom)) blast.users = std::max(blast.users, at(program.points.users, atom - data));
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

Units unitsOf(const Program& program, const std::vector<std::uint8_t>& held) {
    Units units;
    const Family& read = program.atoms[FactKind::Read];
    const Family& write = program.atoms[FactKind::Write];
    for (Atom atom = read.begin(); atom < read.end(); ++atom)
        if (at(held, atom)) units.read += at(program.points.points, atom - read.begin());
    for (Atom atom = write.begin(); atom < write.end(); ++atom)
        if (at(held, atom)) units.write += at(program.points.points, atom - read.begin());
    return units;
}

Blast blastOf(std::shared_ptr<const Solution> solution, std::vector<Seed> seeds) {
    Blast blast;
    blast.seeds = std::move(seeds);
    blast.tier = solution->tier;
    addUp(*solution, blast);
    blast.afterEviction = afterEviction(*solution);
    blast.facts = listFacts(*solution);
    blast.levels = componentLevels(*solution);
    blast.solution = std::move(solution);
    return blast;
}

} // namespace sallyport::analysis
