// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "analysis/Proof.h"

#include <QString>

#include <vector>

namespace sallyport::analysis {

enum class ElementKind : quint8 { Zone, Component, Flow, Identity, Secret, Grant, Data };

/// An element of the attack facts: a position in its list.
struct ElementRef {
    ElementKind kind = ElementKind::Component;
    Index index = none;

    friend auto operator<=>(const ElementRef&, const ElementRef&) = default;
};

/// One numbered sentence of an attack path.
struct Sentence {
    int number = 0; ///< From 1, as on the canvas.
    int rule = 0;
    QString text;
    std::vector<ElementRef> elements; ///< What to light up; the first is where the number stands.
    std::vector<int> proofSteps;      ///< Positions in the proof this sentence tells, itself last.
};

/// The proof in plain sentences. Bookkeeping that says nothing (R14, most of R3, claims) is merged into the sentence
/// that needs it; nothing the path needs is lost.
std::vector<Sentence> narrate(const AttackFacts& facts, const Proof& proof);

/// The id of the element, which is that of the model's element unless it was made by the compilation.
const QString& elementId(const AttackFacts& facts, ElementRef element);
/// What people call it; a flow without a name "gateway to orders-api".
QString elementName(const AttackFacts& facts, ElementRef element);

} // namespace sallyport::analysis
