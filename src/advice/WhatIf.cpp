// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/WhatIf.h"

#include "analysis/Engine.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace sallyport::advice {

using namespace analysis;

namespace {

const QString& idOf(const AttackFacts& facts, FactKind kind, Index element) {
    switch (kind) {
        case FactKind::Have:
            return at(facts.secrets, element).id;
        case FactKind::Act:
            return at(facts.identities, element).id;
        default:
            return at(facts.components, element).id;
    }
}

const QString& nameOf(const AttackFacts& facts, FactKind kind, Index element) {
    switch (kind) {
        case FactKind::Have:
            return displayName(at(facts.secrets, element));
        case FactKind::Act:
            return displayName(at(facts.identities, element));
        default:
            return displayName(at(facts.components, element));
    }
}

/// The seeds as far as they are there.
std::vector<Seed> seedsIn(const AttackFacts& facts, const Question& question) {
    std::vector<Seed> seeds;
    for (const SeedId& seed : question.seeds) {
        const auto find = [&](const auto& list) {
            for (Index i = 0; i < count(list); ++i)
                if (at(list, i).id == seed.id) seeds.push_back({seed.kind, i, seed.breadth});
        };
        if (seed.kind == FactKind::Have)
            find(facts.secrets);
        else if (seed.kind == FactKind::Act)
            find(facts.identities);
        else
            find(facts.components);
    }
    return seeds;
}

std::vector<RankedPair> pairUp(const Engine& before, const Ranking& first, const Engine& after, const Ranking& second) {
    std::map<std::pair<FactKind, QString>, RankedPair> pairs;
    const auto take = [&](const Engine& engine, const Ranking& ranking, std::optional<RankedSource> RankedPair::*side) {
        for (const RankedSource& source : ranking.sources) {
            const QString& id = idOf(engine.facts(), source.seed.kind, source.seed.element);
            RankedPair& pair = pairs[{source.seed.kind, id}];
            if (pair.id.isEmpty()) {
                pair.kind = source.seed.kind;
                pair.id = id;
                pair.name = nameOf(engine.facts(), source.seed.kind, source.seed.element);
            }
            pair.*side = source;
        }
    };
    take(before, first, &RankedPair::before);
    take(after, second, &RankedPair::after);
    std::vector<RankedPair> sorted;
    for (auto& [key, pair] : pairs) sorted.push_back(std::move(pair));
    const auto change = [](const RankedPair& pair) { return std::abs(pair.scoreAfter() - pair.scoreBefore()); };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const RankedPair& a, const RankedPair& b) { return change(a) > change(b); });
    return sorted;
}

std::vector<LevelPair> levelsOf(const Engine& before, const Blast& first, const Engine& after, const Blast& second) {
    std::map<QString, LevelPair> pairs;
    const auto take = [&](const Engine& engine, const Blast& blast, std::optional<ComponentLevel> LevelPair::*side) {
        for (Index i = 0; i < count(engine.facts().components); ++i) {
            LevelPair& pair = pairs[at(engine.facts().components, i).id];
            pair.component = at(engine.facts().components, i).id;
            pair.*side = at(blast.levels, i);
        }
    };
    take(before, first, &LevelPair::before);
    take(after, second, &LevelPair::after);
    std::vector<LevelPair> different;
    for (const auto& [id, pair] : pairs) {
        const bool isSame =
            pair.before && pair.after && pair.before->level == pair.after->level && pair.before->breadth == pair.after->breadth;
        if (!isSame) different.push_back(pair);
    }
    return different;
}

std::set<QString> elementsOf(const model::Model& model) {
    std::set<QString> ids;
    for (const model::Table& table : model::tables()) {
        const bool isElement = table.letter != 0 && table.keyColumns == 1;
        if (!isElement) continue;
        table.each(model, [&](const void* row) { ids.insert(std::get<QString>(table.columns.front().get(row))); });
    }
    return ids;
}

QStringList onlyIn(const std::set<QString>& these, const std::set<QString>& others) {
    QStringList ids;
    for (const QString& id : these)
        if (!others.contains(id)) ids << id;
    return ids;
}

} // namespace

std::optional<Comparison> compare(const model::Model& before, const model::Model& after, const Question& question,
                                  std::stop_token stop) {
    const Engine first = Engine::compile(attackFacts(before, question.reading));
    const Engine second = Engine::compile(attackFacts(after, question.reading));
    const BlastOptions options{question.tier};
    const auto firstRanking = first.ranking(options, stop), secondRanking = second.ranking(options, stop);
    if (!firstRanking || !secondRanking) return std::nullopt;
    Comparison comparison;
    comparison.concentrationBefore = firstRanking->concentration;
    comparison.concentrationAfter = secondRanking->concentration;
    comparison.ranking = pairUp(first, *firstRanking, second, *secondRanking);
    if (!question.seeds.empty()) {
        const Blast firstBlast = first.blast(seedsIn(first.facts(), question), options);
        const Blast secondBlast = second.blast(seedsIn(second.facts(), question), options);
        comparison.before = firstBlast.shares;
        comparison.after = secondBlast.shares;
        comparison.levels = levelsOf(first, firstBlast, second, secondBlast);
    }
    const std::set<QString> had = elementsOf(before), has = elementsOf(after);
    comparison.appeared = onlyIn(has, had);
    comparison.vanished = onlyIn(had, has);
    return comparison;
}

Expected<WhatIf> WhatIf::of(const model::Model& original) {
    auto copy = document::Document::fromModel(original, {});
    if (!copy) return tl::unexpected<Error>(copy.error());
    return WhatIf(original, std::move(*copy));
}

Expected<void> WhatIf::apply(const Change& change) {
    return copy_->edit(change.title, [&](document::Editor& editor) { change.edit.write(editor); });
}

std::optional<Comparison> WhatIf::compare(const Question& question, std::stop_token stop) const {
    return advice::compare(original_, copy_->model(), question, stop);
}

} // namespace sallyport::advice
