// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Blast.h"

#include <algorithm>

namespace sallyport::analysis {

QString levelWord(Level level) {
    switch (level) {
        case Level::None:
            break;
        case Level::Reachable:
            return QStringLiteral("reachable");
        case Level::Callable:
            return QStringLiteral("callable");
        case Level::Exposed:
            return QStringLiteral("exposed");
        case Level::Controlled:
            return QStringLiteral("controlled");
    }
    return QStringLiteral("none");
}

const DerivedFact* Blast::find(const Fact& fact) const {
    const auto found = std::lower_bound(facts.begin(), facts.end(), fact,
                                        [](const DerivedFact& derived, const Fact& sought) { return derived.fact < sought; });
    return found != facts.end() && found->fact == fact ? &*found : nullptr;
}

bool Blast::holds(const Fact& fact) const { return find(fact) != nullptr; }

Breadth Blast::breadth(FactKind kind, Index element) const {
    if (!hasBreadth(kind)) return holds({kind, element, none, Breadth::None}) ? Breadth::All : Breadth::None;
    for (const Breadth breadth : {Breadth::All, Breadth::Live, Breadth::One})
        if (holds({kind, element, none, breadth})) return breadth;
    return Breadth::None;
}

} // namespace sallyport::analysis
