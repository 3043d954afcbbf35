// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Scores.h"

#include "analysis/BlastBuilder.h"
#include "analysis/Closure.h"
#include "analysis/Seeds.h"

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

/// Calls take(score) for each compromise alone. False if stopped.
template <class Take>
bool Scores::eachScore(std::span<const Seed> seeds, const std::stop_token& stop, Take take) const {
    constexpr std::size_t stopEvery = 64;
    const Units outsider = figuresOf(program_, baseline_).units;
    const Atom readBegin = program_.atoms[FactKind::Read].begin();
    const Atom writeBegin = program_.atoms[FactKind::Write].begin();
    Spread spread(clauses(), baseline_);
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested()) return false;
        const Seed& seed = seeds[i];
        Units units = outsider;
        if (seedEffort(program_.facts, seed) <= tier_)
            for (const Atom atom : spread.run(program_.atoms[seed.kind].atom(seed.element, seed.breadth)))
                if (atom >= readBegin)
                    (atom < writeBegin ? units.read : units.write) += at(program_.points.points, atom - readBegin);
        take(sharesOf(units.read, units.write).score);
    }
    return true;
}

std::optional<std::vector<double>> Scores::componentScores(std::stop_token stop) const {
    std::vector<double> scores;
    const bool done =
        eachScore(sourcesOf(program_.facts, FactKind::Control), stop, [&](double score) { scores.push_back(score); });
    return done ? std::optional(std::move(scores)) : std::nullopt;
}

std::optional<double> Scores::worst(std::stop_token stop) const {
    const Units outsider = figuresOf(program_, baseline_).units;
    double worst = sharesOf(outsider.read, outsider.write).score;
    for (const FactKind kind : {FactKind::Control, FactKind::Have, FactKind::Act})
        if (!eachScore(sourcesOf(program_.facts, kind), stop, [&](double score) { worst = std::max(worst, score); }))
            return std::nullopt;
    return worst;
}

std::optional<double> Scores::concentration(std::stop_token stop) const {
    const auto scores = componentScores(std::move(stop));
    if (!scores) return std::nullopt;
    double concentration = 0;
    for (const double score : *scores) concentration += score * score;
    return concentration;
}

} // namespace sallyport::analysis
