// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ScoreFloor.h"

#include <algorithm>
#include <utility>

namespace sallyport::analysis {

ScoreFloor::ScoreFloor(const Support& support, std::stop_token stop)
    : support_(support),
      scores_(support.scores()),
      stop_(std::move(stop)),
      goneIn_(static_cast<std::size_t>(support.dependencies().clauses()), 0),
      baseline_(scores_.baseline().begin(), scores_.baseline().end()),
      outsider_(figuresOf(scores_.program(), baseline_).units),
      mark_(baseline_.size(), 0) {}

void ScoreFloor::takeAway(std::span<const Row> gone) {
    ++question_;
    bool isBaselineWhole = true;
    for (const Row row : gone) {
        for (const Dependencies::Clause clause : support_.dependencies().clausesOn(row)) at(goneIn_, clause) = question_;
        if (support_.baselineRestsOn(row)) isBaselineWhole = false;
    }
    if (isBaselineWhole && isBaselineWhole_) return;
    isBaselineWhole_ = isBaselineWhole;
    if (isBaselineWhole) {
        std::copy(scores_.baseline().begin(), scores_.baseline().end(), baseline_.begin());
    } else {
        std::fill(baseline_.begin(), baseline_.end(), 0);
        outsider_ = {};
        spread(scores_.program().given);
        for (const Atom atom : queue_) at(baseline_, atom) = 1;
    }
    outsider_ = figuresOf(scores_.program(), baseline_).units;
}

/// The units that these and the outsider have together. Leaves what is new in the queue.
Units ScoreFloor::spread(std::span<const Atom> given) {
    const Clauses& clauses = scores_.clauses();
    const Dependencies& dependencies = support_.dependencies();
    const Atom readBegin = scores_.program().atoms[FactKind::Read].begin();
    const Atom writeBegin = scores_.program().atoms[FactKind::Write].begin();
    ++run_;
    queue_.clear();
    Units units = outsider_;
    const auto holds = [&](Atom atom) { return at(mark_, atom) == run_ || at(baseline_, atom) != 0; };
    const auto derive = [&](Atom atom) {
        if (holds(atom)) return;
        at(mark_, atom) = run_;
        queue_.push_back(atom);
        if (atom >= readBegin)
            (atom < writeBegin ? units.read : units.write) += at(scores_.program().points.points, atom - readBegin);
    };
    for (const Atom atom : given) derive(atom);
    for (std::size_t next = 0; next < queue_.size(); ++next) {
        const Atom atom = queue_[next];
        for (std::int32_t i = at(clauses.oneStart, atom); i < at(clauses.oneStart, atom + 1); ++i)
            if (at(goneIn_, dependencies.one(i)) != question_) derive(at(clauses.oneHead, i));
        for (std::int32_t i = at(clauses.allStart, atom); i < at(clauses.allStart, atom + 1); ++i) {
            if (at(goneIn_, dependencies.several(i)) == question_) continue;
            const Conjunction& clause = at(clauses.all, i);
            if (holds(clause.other) && holds(clause.another)) derive(clause.head);
        }
    }
    return units;
}

double ScoreFloor::concentration(std::span<const Row> gone) {
    if (componentScores_.empty()) {
        auto scores = scores_.componentScores(stop_);
        if (!scores) return 0;
        componentScores_ = *std::move(scores);
    }
    takeAway(gone);
    // A compromise whose stored proofs rest on none of the rows scores what it scored, or more.
    concerned_.assign(support_.runWords(), isBaselineWhole_ ? 0 : ~std::uint64_t{0});
    for (const Row row : gone) {
        const std::span<const std::uint64_t> runs = support_.runsOn(row);
        std::transform(runs.begin(), runs.end(), concerned_.begin(), concerned_.begin(), std::bit_or<>());
    }
    const AttackFacts& facts = scores_.program().facts;
    double concentration = 0;
    for (Index i = 0; i < count(facts.components) && !stop_.stop_requested(); ++i) {
        double score = at(componentScores_, i);
        if (Support::contains(concerned_, i)) {
            const Atom source = scores_.program().atoms[FactKind::Control].atom(i, defaultBreadth(facts, FactKind::Control, i));
            const Units units = spread({&source, 1});
            score = sharesOf(units.read, units.write).score;
        }
        concentration += score * score;
    }
    return concentration;
}

double ScoreFloor::score(std::span<const Seed> seeds, std::span<const Row> gone) {
    takeAway(gone);
    const Units units = spread(scores_.givenBy(seeds));
    return sharesOf(units.read, units.write).score;
}

} // namespace sallyport::analysis
