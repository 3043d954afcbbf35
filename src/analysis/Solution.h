// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Program.h"
#include "analysis/Proof.h"

#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace sallyport::analysis {

/// The least cost of every atom, with the clause that achieves it, found in order of rising cost (Knuth 1977), so that
/// every clause remembered rests on atoms settled before its head: derivations are acyclic.
struct LeastCost {
    static constexpr int never = std::numeric_limits<int>::max();
    static constexpr std::int32_t isGiven = -1;

    /// trigger: the premise that completed the clause, isGiven if there is none. clause: its position among those with
    /// one premise, or ~position among those with several; for what is given the breadth it was given at.
    struct Derivation {
        Atom trigger = isGiven;
        std::int32_t clause = 0;
    };
    std::vector<int> value; ///< By atom; `never` if it does not hold.
    std::vector<Derivation> derivation;

    bool holds(Atom atom) const { return at(value, atom) != never; }
};

/// An atom that needs no rule.
struct Given {
    Atom atom = 0;
    Breadth breadth = Breadth::None;
    int effort = 0;
};

LeastCost leastCost(const Clauses& clauses, std::span<const Given> given, int tier, Least least);

/// A blast in atoms, kept for proofs.
struct Solution {
    std::shared_ptr<const Program> program;
    int tier = everyTier;
    std::vector<Given> given;
    LeastCost steps;
    LeastCost effort;
    std::vector<std::uint8_t> baseline;

    const LeastCost& by(Least least) const { return least == Least::Steps ? steps : effort; }
    /// -1 for a claim or trusted pair no rule speaks of.
    Atom atomOf(const Fact& fact) const { return program->atoms.atomOf(program->facts, fact); }

    /// The rule that derives a fact that holds, and its premises in the order the rule names them.
    struct Explanation {
        int rule = 0;
        std::vector<Fact> premises;
    };
    Explanation explain(const Fact& fact, Least least) const;
    ProofStep step(const Fact& fact, int rule) const;

private:
    Explanation explainClause(const LeastCost::Derivation& how, Breadth asked) const;
};

} // namespace sallyport::analysis
