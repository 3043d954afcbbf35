// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Dependencies.h"
#include "analysis/Scores.h"

#include <span>
#include <vector>

namespace sallyport::analysis {

/// One stored proof of every data fact that some compromises lead to, the outsider's included, as the clauses they use.
/// Facts and rules are all a score rests on, so a variant of the model in which each of these clauses still stands has at
/// least the same scores: a change that leaves them alone cannot gain anything.
class Support {
public:
    /// `scores` and its program, which keeps origins, must outlive it. Each add() stores the proofs of one compromise, the
    /// next run.
    /// If stopped, it is of no use.
    explicit Support(const Scores& scores, const std::stop_token& stop = {});
    void add(std::span<const Seed> seeds);
    /// Of every single component at its default breadth, in their order, as the first runs. False if stopped.
    bool addComponents(std::stop_token stop = {});

    const Scores& scores() const { return *scores_; }
    const Dependencies& dependencies() const { return dependencies_; }

    /// Whether every clause used stands in the variant too, elements found again by their ids. No if stopped.
    bool standsIn(const Program& variant, const Clauses& clauses, const std::stop_token& stop = {}) const;

    /// Whether any stored proof rests on the row: a change of other rows leaves them all alone.
    bool restsOn(Dependencies::Row row) const { return baselineRestsOn(row) || !runsOn(row).empty(); }
    bool baselineRestsOn(Dependencies::Row row) const { return at(baselineRows_, row) != 0; }
    /// The runs whose proofs rest on the row beyond what the outsider's do, a bit each; empty if there are none.
    std::span<const std::uint64_t> runsOn(Dependencies::Row row) const { return at(runsOn_, row); }
    std::size_t runWords() const { return (static_cast<std::size_t>(runs_) + 63) / 64; }
    static bool contains(std::span<const std::uint64_t> runs, Index run) {
        return (runs[static_cast<std::size_t>(run) / 64] >> (static_cast<std::size_t>(run) % 64)) & 1;
    }

private:
    /// How an atom was derived first: the premise that completed the clause and its position among the clauses with one
    /// premise, or ~position among the others.
    struct Step {
        Atom trigger = -1;
        std::int32_t clause = 0;
    };

    std::vector<Atom> derive(std::span<const Atom> given, bool isBaseline);
    void store(std::span<const Atom> derived);
    void use(Atom atom);
    void useBaseline(Atom atom);
    /// Marks the clause of the step as used and calls visit() for its premises.
    template <class Rests, class Visit>
    void useClause(const Step& step, Rests rests, Visit visit);
    void restRun(Dependencies::Row row);

    const Scores* scores_;
    Dependencies dependencies_;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> mark_; // By atom: the run that derived it, from 2; 1 for the baseline.
    Index runs_ = 0;
    std::vector<char> needed_;       // By atom, for the run at hand.
    std::vector<char> baselineUsed_; // By atom.
    std::vector<char> usedOne_, usedAll_;
    std::vector<Atom> usedTriggers_; // By premise: 1 if some clause under it is used.
    std::vector<char> baselineRows_; // By row.
    std::vector<std::vector<std::uint64_t>> runsOn_;
};

} // namespace sallyport::analysis
