// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Scores.h"

#include "analysis/BlastBuilder.h"
#include "analysis/Closure.h"

#include <algorithm>

namespace sallyport::analysis {

Scores::Scores(const Program& program, int tier) : program_(program), tier_(tier) {
    if (tier < everyTier) {
        cut_ = program.clauses.upTo(tier);
        baseline_ = closure(*cut_, program.given, {});
    } else {
        baseline_ = program.baseline;
    }
}

std::vector<Atom> Scores::givenBy(std::span<const Seed> seeds) const {
    std::vector<Atom> atoms;
    for (const Seed& seed : seeds)
        if (seedEffort(program_.facts, seed) <= tier_)
            atoms.push_back(program_.atoms[seed.kind].atom(seed.element, seed.breadth));
    return atoms;
}

Scores::Figures Scores::of(std::span<const Seed> seeds) const {
    std::vector<Atom> given = givenBy(seeds);
    given.insert(given.end(), program_.given.begin(), program_.given.end());
    const Units all = figuresOf(program_, closure(clauses(), given, {})).units;
    const Units outsider = figuresOf(program_, baseline_).units;
    return {sharesOf(all.read, all.write), Points::share(std::max(all.read - outsider.read, all.write - outsider.write))};
}

std::optional<double> Scores::concentration(std::stop_token stop) const {
    constexpr Index stopEvery = 64;
    const Units outsider = figuresOf(program_, baseline_).units;
    const Atom readBegin = program_.atoms[FactKind::Read].begin();
    const Atom writeBegin = program_.atoms[FactKind::Write].begin();
    Spread spread(clauses(), baseline_);
    double concentration = 0;
    for (Index i = 0; i < count(program_.facts.components); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested()) return std::nullopt;
        Units units = outsider;
        const Breadth breadth = defaultBreadth(program_.facts, FactKind::Control, i);
        for (const Atom atom : spread.run(program_.atoms[FactKind::Control].atom(i, breadth)))
            if (atom >= readBegin)
                (atom < writeBegin ? units.read : units.write) += at(program_.points.points, atom - readBegin);
        const double score = sharesOf(units.read, units.write).score;
        concentration += score * score;
    }
    return concentration;
}

} // namespace sallyport::analysis
