// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"
#include "analysis/Proof.h"

#include <memory>
#include <optional>
#include <vector>

namespace sallyport::analysis {

struct Solution;

/// How far a component has fallen, lowest first.
enum class Level : quint8 {
    None,
    Reachable, ///< Something can connect to it.
    Callable,  ///< Some grant on it is usable.
    Exposed,   ///< Such a grant reads or writes data.
    Controlled,
};

/// "none", "reachable", ...
QString levelWord(Level level);

/// breadth is None exactly where level is None.
struct ComponentLevel {
    Level level = Level::None;
    Breadth breadth = Breadth::None;
};

/// Shares of all data weight, 0 to 1. score is the larger of read and write.
struct Shares {
    double score = 0;
    double read = 0;
    double write = 0;
};

/// What an attacker thrown out can still use: the copied bearer secrets (a bound one only together with its key).
/// longest: the longest lifetime in seconds, empty if one of them never expires.
struct AfterEviction {
    Index secret = none; ///< The one that lives longest.
    std::optional<qint64> longest;
};

/// Everything that follows from one assumed compromise (or from none: the baseline). A value: it may be kept, copied
/// and read from any thread, and outlives the engine that made it.
struct Blast {
    std::vector<Seed> seeds;
    int tier = everyTier;
    Shares shares;
    double adds = 0;       ///< The larger of what read and write gain over the baseline.
    double controlled = 0; ///< Sum of the weights of controlled components; clients of many users from live on.
    qint64 users = 0;      ///< The most users hit on one data asset.
    Shares baseline;
    bool hasData = false; ///< False: no data weighs anything, so a score of 0 does not say that nothing falls.
    std::optional<AfterEviction> afterEviction; ///< Empty: nothing that outlives an eviction was copied.
    std::vector<DerivedFact> facts;             ///< By kind, element, breadth; helpers left out. Each breadth is an entry.
    std::vector<ComponentLevel> levels;         ///< By component.

    /// The widest breadth at which the fact holds; All for a kind without breadth that holds.
    Breadth breadth(FactKind kind, Index element) const;
    /// The entry of `facts`, nullptr if the fact does not hold or is a helper.
    const DerivedFact* find(const Fact& fact) const;
    bool holds(const Fact& fact) const;

    /// The derivation with the least steps (or effort), empty if the fact does not hold. Deterministic and acyclic.
    Proof proof(const Fact& fact, Least least = Least::Steps) const;
    /// One derivation of every fact listed, and of the helpers these need: first the facts in their order, then the
    /// helpers. Here a premise may stand after its conclusion; the derivations are acyclic all the same.
    Proof proofs() const;

    std::shared_ptr<const Solution> solution; ///< For proofs; made by the engine.
};

} // namespace sallyport::analysis
