// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Solution.h"

#include <algorithm>
#include <span>

namespace sallyport::analysis {

/// Shares of all data weight from the units read and written.
Shares sharesOf(std::int64_t read, std::int64_t write);

/// Units of data points.
struct Units {
    std::int64_t read = 0;
    std::int64_t write = 0;
};

/// The sums a blast is told by. Atoms are added one by one, each once, in any order.
struct Figures {
    Units units;
    double controlled = 0;
    qint64 users = 0;

    void addControl(const Program& program, Atom atom) { controlled += at(program.controlWeight, atom); }
    void addRead(const Program& program, Atom atom) { units.read += data(program, atom); }
    void addWrite(const Program& program, Atom atom) { units.write += data(program, atom); }

private:
    std::int64_t data(const Program& program, Atom atom) {
        const Atom place = atom - program.atoms[FactKind::Read].begin();
        users = std::max(users, at(program.points.users, place));
        return at(program.points.points, place);
    }
};

/// `held` by atom.
Figures figuresOf(const Program& program, std::span<const std::uint8_t> held);

/// The widest breadth at which a fact of this kind holds.
template <class Holds>
Breadth widest(const Program& program, FactKind kind, Index element, Holds&& holds) {
    const Family& family = program.atoms[kind];
    for (const Breadth breadth : {Breadth::All, Breadth::Live, Breadth::One})
        if (holds(family.atom(element, breadth))) return breadth;
    return Breadth::None;
}

/// How far its target falls if a grant is usable: Callable, or Exposed as wide as the data it yields, which is never
/// wider than the read or write fact itself. None if it is not.
template <class Holds>
ComponentLevel levelByUse(const Program& program, Index index, Holds&& holds) {
    const Breadth use = widest(program, FactKind::Use, index, holds);
    if (use == Breadth::None) return {};
    const GrantFacts& grant = at(program.facts.grants, index);
    const Breadth most = grant.ownOnly ? use : Breadth::All;
    Breadth data = Breadth::None;
    for (const Index i : grant.reads) data = std::max(data, std::min(most, widest(program, FactKind::Read, i, holds)));
    for (const Index i : grant.writes) data = std::max(data, std::min(most, widest(program, FactKind::Write, i, holds)));
    return data == Breadth::None ? ComponentLevel{Level::Callable, use} : ComponentLevel{Level::Exposed, data};
}

inline bool isHigher(const ComponentLevel& a, const ComponentLevel& b) {
    return a.level > b.level || (a.level == b.level && a.breadth > b.breadth);
}

/// By component.
template <class Holds>
std::vector<ComponentLevel> componentLevels(const Program& program, Holds&& holds) {
    std::vector<ComponentLevel> levels(program.facts.components.size());
    const auto raise = [&](Index component, const ComponentLevel& level) {
        if (isHigher(level, at(levels, component))) at(levels, component) = level;
    };
    for (Index grant = 0; grant < count(program.facts.grants); ++grant)
        raise(at(program.facts.grants, grant).target, levelByUse(program, grant, holds));
    for (Index component = 0; component < count(program.facts.components); ++component) {
        if (holds(program.atoms[FactKind::Reach].atom(component, Breadth::None)))
            raise(component, {Level::Reachable, Breadth::One});
        const Breadth control = widest(program, FactKind::Control, component, holds);
        if (control != Breadth::None) raise(component, {Level::Controlled, control});
    }
    return levels;
}

/// Facts, levels and figures of a solved blast.
Blast blastOf(std::shared_ptr<const Solution> solution, std::vector<Seed> seeds);

} // namespace sallyport::analysis
