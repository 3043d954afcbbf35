// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Scores.h"

#include <span>
#include <vector>

namespace sallyport::analysis {

/// One stored proof of every data fact that some compromises lead to, the outsider's included, as the clauses they use.
/// Facts and rules are all a score rests on, so a variant of the model in which each of these clauses still stands has at
/// least the same scores: a change that leaves them alone cannot gain anything.
class Support {
public:
    /// `scores` and its program must outlive it. Each add() stores the proofs of one compromise.
    explicit Support(const Scores& scores);
    void add(std::span<const Seed> seeds);
    /// Of every single component at its default breadth. False if stopped.
    bool addComponents(std::stop_token stop = {});

    /// Whether every clause used stands in the variant too, elements found again by their ids.
    bool standsIn(const Program& variant, const Clauses& clauses) const;

    /// Ids of elements: those a clause used depends on. A change of other elements leaves the clauses alone. Sorted.
    std::vector<QString> elements() const;

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

    const Scores* scores_;
    std::vector<Step> steps_;
    std::vector<std::uint32_t> mark_; // By atom: the run that derived it; 1 for the baseline.
    std::uint32_t run_ = 1;
    std::vector<char> needed_;       // By atom, for the run at hand.
    std::vector<char> baselineUsed_; // By atom.
    std::vector<char> usedOne_, usedAll_;
    std::vector<Atom> usedTriggers_; // By premise: 1 if some clause under it is used.
};

} // namespace sallyport::analysis
