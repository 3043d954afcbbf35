// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"

#include <QString>

#include <array>
#include <compare>
#include <optional>

/// The facts an attack derives, their breadth, and the rules that derive them.
namespace sallyport::analysis {

/// How many users or instances a fact is about. AND takes the narrower, OR the wider.
enum class Breadth : quint8 {
    None, ///< The fact does not hold.
    One,  ///< One user or instance.
    Live, ///< Those live during the attack.
    All,
};
inline constexpr std::array breadths = {Breadth::One, Breadth::Live, Breadth::All};

/// Kinds up to Write are what a blast lists; the later ones only help proofs along.
enum class FactKind : quint8 {
    Control,  ///< component
    Foothold, ///< zone
    Open,     ///< flow
    Path,     ///< flow
    Reach,    ///< component
    Have,     ///< secret
    Act,      ///< identity
    Use,      ///< grant
    Get,      ///< data, encrypted only
    Read,     ///< data, in the clear
    Write,    ///< data
    Claim,    ///< grant, identity
    Trusted,  ///< identity, component
    Issuer,   ///< component
    Touch,    ///< component
};
inline constexpr std::size_t factKinds = 15;

constexpr bool isHelper(FactKind kind) { return kind >= FactKind::Claim; }

/// Whether facts of this kind have a breadth.
constexpr bool hasBreadth(FactKind kind) {
    switch (kind) {
        case FactKind::Control:
        case FactKind::Have:
        case FactKind::Act:
        case FactKind::Use:
        case FactKind::Get:
        case FactKind::Read:
        case FactKind::Write:
        case FactKind::Claim:
            return true;
        default:
            return false;
    }
}

/// One fact. element: position in the list its kind is about. second: only for claim (the identity) and trusted
/// (the component). breadth: None for kinds without one.
struct Fact {
    FactKind kind = FactKind::Control;
    Index element = none;
    Index second = none;
    Breadth breadth = Breadth::None;

    friend auto operator<=>(const Fact&, const Fact&) = default;
};

/// A fact of a blast. steps and effort are two separate minima over all its derivations; effort is 0 bookkeeping,
/// 1 ordinary use, 2 intrusive, 3 exploit. isNew: an outsider with no compromise does not have it.
struct DerivedFact {
    Fact fact;
    int steps = 0;
    int effort = 0;
    bool isNew = false;
};

/// The rules R0 to R15.
inline constexpr int ruleCount = 16;

/// "R4".
QString ruleId(int rule);

/// The rule as an architect reads it: one sentence.
QString ruleSentence(int rule);

/// "one", "live", "all"; empty for None.
QString breadthWord(Breadth breadth);
std::optional<Breadth> breadthFromWord(QStringView word);

/// "control", "have", ...: as in JSON and in the Datalog.
QString factWord(FactKind kind);

/// The highest effort there is: a limit that leaves nothing out.
inline constexpr int everyTier = 3;

/// What is assumed compromised. Only Control, Have and Act can be assumed.
struct Seed {
    FactKind kind = FactKind::Control;
    Index element = none;
    Breadth breadth = Breadth::All;

    friend auto operator<=>(const Seed&, const Seed&) = default;
};

/// The breadth of a seed where none is asked for: one for what exists once per user, else all.
Breadth defaultBreadth(const AttackFacts& facts, FactKind kind, Index element);

/// What using a leaked secret costs by itself: the shorter it lives, the more. 0 for other seeds.
int seedEffort(const AttackFacts& facts, const Seed& seed);

} // namespace sallyport::analysis
