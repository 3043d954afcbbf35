// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"
#include "analysis/Narrative.h"
#include "diagram/Overlay.h"
#include "model/Model.h"

#include <optional>
#include <vector>

/// A blast told: what falls, and how. The panels, the overlays and the report all tell it from here, so the numbers on
/// the canvas are those of the sentences.
namespace sallyport::charts {

/// The path to one fallen element.
struct Path {
    QString element; ///< id
    analysis::Fact target;
    analysis::Proof proof;
    std::vector<analysis::Sentence> sentences;
    std::vector<analysis::ChokePoint> chokes;
    int mainChoke = -1; ///< the one worth naming: that which takes most away; -1: there is none
    int steps = 0;
    int effort = 0;

    /// The rules a sentence tells, in order, without bookkeeping that adds nothing: "R2", "R3".
    QString rules(const analysis::Sentence& sentence) const;
    bool isEmpty() const { return sentences.empty(); }
};

/// The fact that says how far an element has fallen: of a component control, else the widest data a grant of its own
/// yields, else the widest use, else reach; of a flow that it opens; of a secret, identity or grant having, acting,
/// using; of data read, else written, else had encrypted. Nothing if it has not fallen, or is made by the compilation.
std::optional<analysis::Fact> fallenFact(const analysis::Engine& engine, const analysis::Blast& blast, const QString& element);

/// The path with the least steps to it. Nothing where fallenFact says nothing.
std::optional<Path> pathTo(const analysis::Engine& engine, const analysis::Blast& blast, const QString& element);

/// The data asset of which the blast takes most (by weight, breadth, then id); empty if it takes none beyond the baseline.
QString worstData(const analysis::Engine& engine, const analysis::Blast& blast);

/// One fallen element, as a list has it.
struct Fallen {
    QString element;
    QString name;
    QString icon;
    QString said;                                ///< "exposed · all", "all 500 users", "copied", "impersonated"
    diagram::Level level = diagram::Level::None; ///< of a component; of others the level whose pattern its meter takes
    diagram::Breadth breadth = diagram::Breadth::One;
    bool openAnyway = false; ///< an outsider has it without any compromise
    bool start = false;
};

/// What the compromise adds, then what is open anyway; in each components by level (worst first), then data, secrets,
/// identities; wider ones first, then by name. Elements that have not fallen are left out.
std::vector<Fallen> whatFalls(const model::Model& model, const analysis::Engine& engine, const analysis::Blast& blast);

/// What an outsider has with no compromise at all, at the blast's tier.
analysis::Blast baselineOf(const analysis::Engine& engine, const analysis::Blast& blast);

/// The assumed compromise of an element at its default breadth; nothing if it is no component, secret or identity.
std::optional<analysis::Seed> seedOf(const analysis::Engine& engine, const QString& element);
/// The id of the element a seed is about.
QString elementOf(const analysis::Engine& engine, const analysis::Seed& seed);
/// "The gateway falls", "sa-password leaks", "One shopper is impersonated": for headings.
QString seedTitle(const analysis::Engine& engine, const analysis::Seed& seed);
/// The same inside a sentence: "the gateway falls", "one shopper is impersonated".
QString seedClause(const analysis::Engine& engine, const analysis::Seed& seed);

/// "Without partner-client-secret, all 500 become the 50 live."; empty if there is no choke point worth naming.
struct ChokeText {
    QString name;   ///< "partner-client-secret"
    QString effect; ///< "without it, all 500 become the 50 live"
    bool isEmpty() const { return name.isEmpty(); }
    analysis::Fact fact; ///< what to take away
};
ChokeText chokeText(const analysis::Engine& engine, const Path& path);
/// All choke points of the path, for a list: those that leave least first, then in the order of the path.
std::vector<ChokeText> chokeTexts(const analysis::Engine& engine, const Path& path);

} // namespace sallyport::charts
