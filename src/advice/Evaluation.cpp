// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Evaluation.h"

#include <algorithm>

namespace sallyport::advice {

using analysis::FactKind;
using analysis::Seed;

std::unique_ptr<const Compiled> Compiled::compile(const model::Model& model, const Question& question,
                                                  analysis::Origins origins, const std::stop_token& stop) {
    auto facts = analysis::attackFacts(model, question.reading, stop);
    if (!facts) return nullptr;
    auto program = analysis::compileProgram(std::move(*facts), stop, origins);
    if (!program) return nullptr;
    return std::make_unique<const Compiled>(std::move(*program), question.tier);
}

std::optional<Seed> Compiled::find(const SeedId& seed) const {
    const auto in = [&](const auto& list) -> std::optional<Seed> {
        const auto at = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.id == seed.id; });
        if (at == list.end()) return std::nullopt;
        return Seed{seed.kind, static_cast<analysis::Index>(at - list.begin()), seed.breadth};
    };
    switch (seed.kind) {
        case FactKind::Have:
            return in(program_.facts.secrets);
        case FactKind::Act:
            return in(program_.facts.identities);
        default:
            return in(program_.facts.components);
    }
}

std::vector<std::vector<Seed>> Compiled::choices(const Question& question, const std::vector<Replacement>& becomes) const {
    std::vector<std::vector<Seed>> choices{{}};
    for (const SeedId& seed : question.seeds) {
        QStringList parts{seed.id};
        for (const Replacement& each : becomes)
            if (each.id == seed.id) parts = each.parts;
        std::vector<std::vector<Seed>> longer;
        for (const QString& part : parts) {
            const auto found = find({seed.kind, part, seed.breadth});
            if (!found) continue;
            for (std::vector<Seed> choice : choices) {
                choice.push_back(*found);
                longer.push_back(std::move(choice));
            }
        }
        choices = std::move(longer);
    }
    return choices;
}

std::optional<Figure> Compiled::figure(const Question& question, const std::vector<Replacement>& becomes,
                                       std::stop_token stop) const {
    if (question.seeds.empty()) {
        const auto concentration = scores_.concentration(stop);
        if (!concentration) return std::nullopt;
        return Figure{*concentration, *concentration};
    }
    Figure worst{-1, 0};
    for (const std::vector<Seed>& choice : choices(question, becomes)) {
        if (stop.stop_requested()) return std::nullopt;
        const analysis::Scores::Figures figures = scores_.of(choice);
        if (figures.shares.score > worst.value) worst.value = figures.shares.score;
        worst.adds = std::max(worst.adds, figures.adds);
    }
    return worst.value < 0 ? std::nullopt : std::optional(worst);
}

double Compiled::floor(const Question& question, const std::vector<Replacement>& becomes, analysis::ScoreFloor& floor,
                       std::span<const analysis::FactsRows::Number> gone) const {
    if (question.seeds.empty()) return floor.concentration(gone);
    double worst = 0;
    for (const std::vector<Seed>& choice : choices(question, becomes)) worst = std::max(worst, floor.score(choice, gone));
    return worst;
}

std::optional<analysis::Support> Compiled::support(const Question& question, std::stop_token stop) const {
    analysis::Support support(scores_, stop);
    if (stop.stop_requested()) return std::nullopt;
    if (question.seeds.empty()) {
        if (!support.addComponents(stop)) return std::nullopt;
        return support;
    }
    std::vector<Seed> seeds;
    for (const SeedId& id : question.seeds)
        if (const auto seed = find(id)) seeds.push_back(*seed);
    support.add(seeds);
    return support;
}

} // namespace sallyport::advice
