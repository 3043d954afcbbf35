// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Telling.h"

#include "analysis/Wording.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Icons.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::charts {

namespace {

using analysis::AttackFacts;
using analysis::Blast;
using analysis::Breadth;
using analysis::Engine;
using analysis::Fact;
using analysis::FactKind;
using analysis::Index;

struct Telling {
    Q_DECLARE_TR_FUNCTIONS(Telling)
};

template <class List>
Index indexOf(const List& list, const QString& id) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].id == id) return static_cast<Index>(i);
    return analysis::none;
}

/// The fact at its widest, if it holds at all.
std::optional<Fact> widest(const Blast& blast, FactKind kind, Index element) {
    const Breadth breadth = blast.breadth(kind, element);
    if (breadth == Breadth::None) return std::nullopt;
    return Fact{kind, element, analysis::none, analysis::hasBreadth(kind) ? breadth : Breadth::None};
}

bool goesThrough(const analysis::Proof& proof, const AttackFacts& facts, Index component) {
    return std::any_of(proof.steps.begin(), proof.steps.end(), [&](const analysis::ProofStep& step) {
        return step.fact.kind == FactKind::Use && at(facts.grants, step.fact.element).target == component;
    });
}

/// What the usable grants of a component yield, widest first, then heaviest.
std::vector<Fact> yields(const AttackFacts& facts, const Blast& blast, Index component) {
    std::vector<Fact> found;
    for (Index i = 0; i < count(facts.grants); ++i) {
        const analysis::GrantFacts& grant = at(facts.grants, i);
        const Breadth use = blast.breadth(FactKind::Use, i);
        if (grant.target != component || use == Breadth::None) continue;
        const auto add = [&](FactKind kind, Index data) {
            const Breadth breadth = std::min(grant.ownOnly ? use : Breadth::All, blast.breadth(kind, data));
            if (breadth != Breadth::None) found.push_back({kind, data, analysis::none, breadth});
        };
        for (const Index data : grant.reads) add(FactKind::Read, data);
        for (const Index data : grant.writes) add(FactKind::Write, data);
    }
    std::stable_sort(found.begin(), found.end(), [&](const Fact& a, const Fact& b) {
        if (a.breadth != b.breadth) return a.breadth > b.breadth;
        const double weightA = at(facts.data, a.element).weight, weightB = at(facts.data, b.element).weight;
        return weightA != weightB ? weightA > weightB : a.kind < b.kind;
    });
    return found;
}

std::optional<Fact> componentFact(const AttackFacts& facts, const Blast& blast, Index component) {
    switch (at(blast.levels, component).level) {
        case analysis::Level::Controlled:
            return widest(blast, FactKind::Control, component);
        case analysis::Level::Exposed:
            for (const Fact& fact : yields(facts, blast, component))
                if (goesThrough(blast.proof(fact), facts, component)) return fact;
            [[fallthrough]];
        case analysis::Level::Callable: {
            std::optional<Fact> best;
            for (Index i = 0; i < count(facts.grants); ++i) {
                if (at(facts.grants, i).target != component) continue;
                const std::optional<Fact> use = widest(blast, FactKind::Use, i);
                if (use && (!best || use->breadth > best->breadth)) best = use;
            }
            return best;
        }
        case analysis::Level::Reachable:
            return widest(blast, FactKind::Reach, component);
        case analysis::Level::None:
            break;
    }
    return std::nullopt;
}

std::optional<Fact> dataFact(const Blast& blast, Index data) {
    std::optional<Fact> best;
    for (const FactKind kind : {FactKind::Read, FactKind::Write, FactKind::Get}) {
        const std::optional<Fact> fact = widest(blast, kind, data);
        if (fact && (!best || fact->breadth > best->breadth)) best = fact;
    }
    return best;
}

double shareHit(const analysis::DataFacts& data, Breadth breadth) {
    switch (breadth) {
        case Breadth::All:
            return 1;
        case Breadth::Live:
            return static_cast<double>(analysis::liveUsers(data)) / static_cast<double>(data.users);
        case Breadth::One:
            return 1 / static_cast<double>(data.users);
        case Breadth::None:
            break;
    }
    return 0;
}

double pointsOf(const AttackFacts& facts, const Blast& blast, Index data) {
    const analysis::DataFacts& asset = at(facts.data, data);
    const double read = shareHit(asset, blast.breadth(FactKind::Read, data));
    const double write = shareHit(asset, blast.breadth(FactKind::Write, data));
    return asset.weight * std::max(read, write);
}

/// What takes most away first; of those what a person can hold in hand before what merely follows from it.
int mainChokeOf(const std::vector<analysis::ChokePoint>& chokes, const Fact& target) {
    const auto rank = [](FactKind kind) {
        switch (kind) {
            case FactKind::Have:
                return 0;
            case FactKind::Control:
                return 1;
            case FactKind::Act:
                return 2;
            case FactKind::Use:
                return 3;
            case FactKind::Open:
                return 4;
            default:
                return 5;
        }
    };
    int best = -1;
    for (std::size_t i = 0; i < chokes.size(); ++i) {
        const Fact& fact = chokes[i].fact;
        if (analysis::isHelper(fact.kind) || (fact.kind == target.kind && fact.element == target.element)) continue;
        if (fact.kind == FactKind::Path || fact.kind == FactKind::Foothold) continue;
        const auto worth = [&](std::size_t nth) { return std::pair(chokes[nth].remaining, rank(chokes[nth].fact.kind)); };
        if (best < 0 || worth(i) < worth(static_cast<std::size_t>(best))) best = static_cast<int>(i);
    }
    return best;
}

} // namespace

QString Path::rules(const analysis::Sentence& sentence) const {
    QStringList ids;
    for (const int nth : sentence.proofSteps) {
        const int rule = proof.steps[static_cast<std::size_t>(nth)].rule;
        const QString id = analysis::ruleId(rule);
        if (rule != 14 && !ids.contains(id)) ids << id;
    }
    const QString own = analysis::ruleId(sentence.rule);
    if (!ids.contains(own)) ids << own;
    return ids.join(QStringLiteral(" "));
}

std::optional<Fact> fallenFact(const Engine& engine, const Blast& blast, const QString& element) {
    const AttackFacts& facts = engine.facts();
    if (element.isEmpty()) return std::nullopt;
    if (const Index i = indexOf(facts.components, element); i != analysis::none) return componentFact(facts, blast, i);
    if (const Index i = indexOf(facts.data, element); i != analysis::none) return dataFact(blast, i);
    if (const Index i = indexOf(facts.secrets, element); i != analysis::none) return widest(blast, FactKind::Have, i);
    if (const Index i = indexOf(facts.identities, element); i != analysis::none) return widest(blast, FactKind::Act, i);
    if (const Index i = indexOf(facts.grants, element); i != analysis::none) return widest(blast, FactKind::Use, i);
    if (const Index i = indexOf(facts.flows, element); i != analysis::none) {
        const std::optional<Fact> opened = widest(blast, FactKind::Open, i);
        return opened ? opened : widest(blast, FactKind::Path, i);
    }
    if (const Index i = indexOf(facts.zones, element); i != analysis::none) return widest(blast, FactKind::Foothold, i);
    return std::nullopt;
}

std::optional<Path> pathTo(const Engine& engine, const Blast& blast, const QString& element) {
    const std::optional<Fact> target = fallenFact(engine, blast, element);
    if (!target) return std::nullopt;
    Path path;
    path.element = element;
    path.target = *target;
    path.proof = blast.proof(*target);
    if (path.proof.isEmpty()) return std::nullopt;
    path.sentences = analysis::narrate(engine.facts(), path.proof);
    path.steps = path.proof.steps.back().steps;
    path.effort = path.proof.steps.back().effort;
    path.chokes = engine.chokePoints(blast, *target).value_or(std::vector<analysis::ChokePoint>());
    path.mainChoke = mainChokeOf(path.chokes, *target);
    return path;
}

QString worstData(const Engine& engine, const Blast& blast) {
    const AttackFacts& facts = engine.facts();
    const Blast baseline = baselineOf(engine, blast);
    Index worst = analysis::none;
    double most = 0;
    for (Index i = 0; i < count(facts.data); ++i) {
        const double gain = pointsOf(facts, blast, i) - pointsOf(facts, baseline, i);
        if (gain > most) {
            most = gain;
            worst = i;
        }
    }
    return worst == analysis::none ? QString() : at(facts.data, worst).id;
}

Blast baselineOf(const Engine& engine, const Blast& blast) { return engine.blast({}, {blast.tier}); }

std::optional<analysis::Seed> seedOf(const Engine& engine, const QString& element) {
    const AttackFacts& facts = engine.facts();
    const auto seed = [&](FactKind kind, Index index) -> std::optional<analysis::Seed> {
        if (index == analysis::none) return std::nullopt;
        return analysis::Seed{kind, index, analysis::defaultBreadth(facts, kind, index)};
    };
    if (const auto found = seed(FactKind::Control, indexOf(facts.components, element))) return found;
    if (const auto found = seed(FactKind::Have, indexOf(facts.secrets, element))) return found;
    return seed(FactKind::Act, indexOf(facts.identities, element));
}

QString elementOf(const Engine& engine, const analysis::Seed& seed) {
    const AttackFacts& facts = engine.facts();
    switch (seed.kind) {
        case FactKind::Control:
            return at(facts.components, seed.element).id;
        case FactKind::Have:
            return at(facts.secrets, seed.element).id;
        default:
            return at(facts.identities, seed.element).id;
    }
}

namespace {

/// What happens to the element; `first` where it starts a sentence. Names stay as they are written.
QString compromise(const Engine& engine, const analysis::Seed& seed, bool first) {
    const AttackFacts& facts = engine.facts();
    const analysis::Wording words(facts);
    const bool one = seed.breadth == Breadth::One;
    switch (seed.kind) {
        case FactKind::Control: {
            const QString name = words.component(seed.element);
            if (!at(facts.components, seed.element).many || !one)
                return Telling::tr("%1 falls").arg(first ? analysis::capital(name) : name);
            return (first ? Telling::tr("One instance of %1 falls") : Telling::tr("one instance of %1 falls")).arg(name);
        }
        case FactKind::Have: {
            const QString name = words.secret(seed.element);
            const bool each = isPerUser(facts, at(facts.secrets, seed.element)) && one;
            return each ? Telling::tr("%1 of one user leaks").arg(name) : Telling::tr("%1 leaks").arg(name);
        }
        default: {
            const QString name = words.identity(seed.element);
            if (!at(facts.identities, seed.element).perUser || !one) return Telling::tr("%1 is impersonated").arg(name);
            return (first ? Telling::tr("One %1 is impersonated") : Telling::tr("one %1 is impersonated")).arg(name);
        }
    }
}

} // namespace

QString seedTitle(const Engine& engine, const analysis::Seed& seed) { return compromise(engine, seed, true); }

QString seedClause(const Engine& engine, const analysis::Seed& seed) { return compromise(engine, seed, false); }

namespace {

/// The element of a fact, as a short name.
QString nameOf(const AttackFacts& facts, const Fact& fact) {
    const analysis::Wording words(facts);
    switch (fact.kind) {
        case FactKind::Have:
            return words.secret(fact.element);
        case FactKind::Act:
            return words.identity(fact.element);
        case FactKind::Use:
            return Telling::tr("the rights of %1 at %2")
                .arg(words.identity(at(facts.grants, fact.element).identity),
                     words.component(at(facts.grants, fact.element).target));
        case FactKind::Get:
        case FactKind::Read:
        case FactKind::Write:
            return words.dataName(fact.element);
        case FactKind::Open:
        case FactKind::Path: {
            const analysis::FlowFacts& flow = at(facts.flows, fact.element);
            return Telling::tr("the connection from %1 to %2").arg(words.component(flow.from), words.component(flow.to));
        }
        case FactKind::Foothold:
            return words.zone(fact.element);
        default:
            return words.component(fact.element);
    }
}

ChokeText textOf(const Engine& engine, const Fact& target, const analysis::ChokePoint& choke) {
    const AttackFacts& facts = engine.facts();
    ChokeText text;
    text.fact = choke.fact;
    text.name = nameOf(facts, choke.fact);
    const bool ofData = target.kind == FactKind::Read || target.kind == FactKind::Write || target.kind == FactKind::Get;
    if (choke.remaining == Breadth::None) {
        text.effect = ofData ? Telling::tr("without it, nothing of %1 is lost").arg(nameOf(facts, target))
                             : Telling::tr("without it, %1 does not fall").arg(nameOf(facts, target));
    } else if (ofData) {
        const analysis::DataFacts& data = at(facts.data, target.element);
        text.effect =
            Telling::tr("without it, %1 become %2").arg(usersOf(data, target.breadth), usersOf(data, choke.remaining));
    } else {
        text.effect = Telling::tr("without it, %1 become %2").arg(breadthText(target.breadth), breadthText(choke.remaining));
    }
    return text;
}

} // namespace

ChokeText chokeText(const Engine& engine, const Path& path) {
    if (path.mainChoke < 0) return {};
    return textOf(engine, path.target, path.chokes[static_cast<std::size_t>(path.mainChoke)]);
}

std::vector<ChokeText> chokeTexts(const Engine& engine, const Path& path) {
    std::vector<analysis::ChokePoint> sorted = path.chokes;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.remaining < b.remaining; });
    std::vector<ChokeText> texts;
    for (const analysis::ChokePoint& choke : sorted) texts.push_back(textOf(engine, path.target, choke));
    return texts;
}

} // namespace sallyport::charts
