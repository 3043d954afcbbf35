// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Reaches.h"

#include "analysis/BlastBuilder.h"
#include "analysis/Closure.h"

namespace sallyport::analysis {

namespace {

/// What an atom says that a reach is made of; None for all others.
enum class Part : std::uint8_t { None, Control, Reach, Use, Have, Read, Write };

struct Meaning {
    Index element = none;
    Part part = Part::None;
    Breadth breadth = Breadth::None;
    /// A wider atom of the same fact comes right after.
    bool hasWider = false;
};

std::vector<Meaning> meanings(const Atoms& atoms) {
    std::vector<Meaning> result(static_cast<std::size_t>(atoms.count()));
    const auto say = [&](FactKind kind, Part part) {
        const Family& family = atoms[kind];
        for (Index i = 0; i < family.elements(); ++i) {
            if (!hasBreadth(kind)) {
                at(result, family.atom(i, Breadth::None)) = {i, part, Breadth::One, false};
            } else if (family.isWhole(i)) {
                at(result, family.atom(i, Breadth::All)) = {i, part, Breadth::All, false};
            } else {
                for (const Breadth b : breadths) at(result, family.atom(i, b)) = {i, part, b, b != Breadth::All};
            }
        }
    };
    say(FactKind::Control, Part::Control);
    say(FactKind::Reach, Part::Reach);
    say(FactKind::Use, Part::Use);
    say(FactKind::Have, Part::Have);
    say(FactKind::Read, Part::Read);
    say(FactKind::Write, Part::Write);
    return result;
}

/// By data asset: the grants that give it encrypted only. What they yield in the clear hangs on the asset's key, so that
/// it can become more when the grant itself does not.
std::vector<Indices> lockedReads(const AttackFacts& facts) {
    std::vector<Indices> grants(facts.data.size());
    std::vector<IndexSet> locked;
    locked.reserve(facts.components.size());
    for (const ComponentFacts& component : facts.components) locked.emplace_back(component.locked);
    for (Index i = 0; i < count(facts.grants); ++i) {
        const GrantFacts& grant = at(facts.grants, i);
        for (const Index data : grant.reads)
            if (at(locked, grant.target).contains(data)) at(grants, data).push_back(i);
    }
    return grants;
}

} // namespace

struct Reaches::Private {
    explicit Private(std::shared_ptr<const Program> p)
        : program(std::move(p)),
          spread(program->clauses, program->baseline),
          meaning(meanings(program->atoms)),
          lockedReaders(lockedReads(program->facts)),
          outsiderFigures(figuresOf(*program, program->baseline)),
          outsider(componentLevels(*program, [this](Atom atom) { return at(program->baseline, atom) != 0; })),
          levels(outsider),
          isRaised(outsider.size(), 0) {}

    void forget();
    void raise(Index component, ComponentLevel level);
    void raiseByUse(Index grant);
    void take(Atom atom);

    std::shared_ptr<const Program> program;
    Spread spread;
    std::vector<Meaning> meaning;
    std::vector<Indices> lockedReaders;
    Figures outsiderFigures;
    std::vector<ComponentLevel> outsider;

    Figures figures;
    std::vector<ComponentLevel> levels;
    std::vector<std::uint8_t> isRaised;
    Indices raised;
    std::vector<Fact> gained;
};

void Reaches::Private::forget() {
    for (const Index component : raised) {
        at(levels, component) = at(outsider, component);
        at(isRaised, component) = 0;
    }
    raised.clear();
    gained.clear();
    figures = outsiderFigures;
}

void Reaches::Private::raise(Index component, ComponentLevel level) {
    ComponentLevel& current = at(levels, component);
    if (!isHigher(level, current)) return;
    current = level;
    if (at(isRaised, component)) return;
    at(isRaised, component) = 1;
    raised.push_back(component);
}

void Reaches::Private::raiseByUse(Index grant) {
    const auto holds = [this](Atom atom) { return spread.holds(atom); };
    const ComponentLevel level = levelByUse(*program, grant, holds);
    if (level.level != Level::None) raise(at(program->facts.grants, grant).target, level);
}

void Reaches::Private::take(Atom atom) {
    const Meaning& m = at(meaning, atom);
    const bool isWidest = !m.hasWider || !spread.holds(atom + 1);
    switch (m.part) {
        case Part::None:
            return;
        case Part::Control:
            if (isWidest) raise(m.element, {Level::Controlled, m.breadth});
            return;
        case Part::Reach:
            raise(m.element, {Level::Reachable, Breadth::One});
            return;
        case Part::Use:
            if (isWidest) raiseByUse(m.element);
            return;
        case Part::Have:
            if (isWidest) gained.push_back({FactKind::Have, m.element, none, m.breadth});
            return;
        case Part::Read:
            figures.addRead(*program, atom);
            if (!isWidest) return;
            gained.push_back({FactKind::Read, m.element, none, m.breadth});
            for (const Index grant : at(lockedReaders, m.element)) raiseByUse(grant);
            return;
        case Part::Write:
            figures.addWrite(*program, atom);
            if (isWidest) gained.push_back({FactKind::Write, m.element, none, m.breadth});
            return;
    }
}

Reaches::Reaches(std::shared_ptr<const Program> program) : d_(std::make_unique<Private>(std::move(program))) {}
Reaches::~Reaches() = default;
Reaches::Reaches(Reaches&&) noexcept = default;
Reaches& Reaches::operator=(Reaches&&) noexcept = default;

std::span<const ComponentLevel> Reaches::outsider() const { return d_->outsider; }

Reach Reaches::of(const Seed& seed) {
    d_->forget();
    for (const Atom atom : d_->spread.run(d_->program->atoms[seed.kind].atom(seed.element, seed.breadth))) d_->take(atom);
    const Figures& figures = d_->figures;
    return {sharesOf(figures.units.read, figures.units.write), figures.users, d_->levels, d_->raised, d_->gained};
}

} // namespace sallyport::analysis
