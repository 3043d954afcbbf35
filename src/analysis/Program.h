// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Atoms.h"
#include "analysis/Blast.h"
#include "analysis/FactsRows.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

/// What the engine runs: the rules of a model as Horn clauses over atoms, in flat arrays. Clauses with one premise
/// lie apart from those with several, each ordered by premise, so that a fact finds what it helps derive in one place.
namespace sallyport::analysis {

/// What a clause is, for costs and proofs. head, premise: the breadths of the instance it stands for. None as head
/// breadth: an instance for each breadth, premises at the same one (only between whole elements).
struct ClauseTag {
    std::uint8_t rule = 0;
    std::uint8_t steps = 0;
    std::uint8_t effort = 0;
    Breadth head = Breadth::None;
    Breadth premise = Breadth::None;
};

/// A clause of two or three premises, as seen from one of them: the others (the same twice if there are two in all).
struct Conjunction {
    Atom other = 0;
    Atom another = 0;
    Atom head = 0;
};

struct Clauses {
    // One premise: those of atom a stand at oneStart[a] to oneStart[a + 1].
    std::vector<std::int32_t> oneStart;
    std::vector<Atom> oneHead;
    std::vector<ClauseTag> oneTag;
    // Several premises: each clause stands once under each of its premises.
    std::vector<std::int32_t> allStart;
    std::vector<Conjunction> all;
    std::vector<ClauseTag> allTag;
    // What each was made for, by numbers of FactsRows; -1 for R14. Empty unless asked for.
    std::vector<std::int32_t> oneOrigin;
    std::vector<std::int32_t> allOrigin;

    /// Only the clauses of at most this effort.
    Clauses upTo(int tier) const;
};

/// Data points in units of 2^-62 of all data weight, so that sums do not depend on their order. points[i] is what atom
/// Read.begin() + i adds to the one before it; the same for Write.
struct Points {
    static constexpr double whole = 4611686018427387904.0; // 2^62
    std::vector<std::int64_t> points;
    std::vector<qint64> users;
    bool hasData = false;

    static double share(std::int64_t units) { return static_cast<double>(units) / whole; }
};

struct Program {
    AttackFacts facts;
    Atoms atoms;
    Clauses clauses;
    std::vector<Atom> given;            ///< Where the attacker stands.
    std::vector<std::uint8_t> baseline; ///< By atom: whether an outsider has it, all tiers allowed.
    Points points;
    std::vector<double> controlWeight; ///< By control atom; 0 where the breadth does not count.
};

/// Needed: an instance that others and R14 make up for is left out, which changes no fact and no cost. Every: all are
/// there, for asking what holds when a fact is taken away, R14 and all.
enum class Instances { Needed, Every };

/// Whether clauses tell what they were made for.
enum class Origins { Forgotten, Kept };

/// Emits rules R1 to R15 for these facts; if stopped, some of them.
Clauses ground(const AttackFacts& facts, const Atoms& atoms, const std::vector<char>& unchecked, Instances instances,
               const std::stop_token& stop, Origins origins = Origins::Forgotten);

/// By flow: the innermost zone around both ends, none if they have none in common.
std::vector<Index> zonesAroundFlows(const AttackFacts& facts);
/// By flow: whether its target does not check who calls.
std::vector<char> uncheckedFlows(const AttackFacts& facts);

Program compileProgram(AttackFacts facts);
/// Nothing if stopped before the end.
std::optional<Program> compileProgram(AttackFacts facts, const std::stop_token& stop, Origins origins = Origins::Forgotten);

} // namespace sallyport::analysis
