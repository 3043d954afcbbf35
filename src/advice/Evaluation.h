// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"

#include "analysis/ScoreFloor.h"

#include <memory>

namespace sallyport::advice {

/// The figure asked for, and what an outsider leaves of it.
struct Figure {
    double value = 0;
    double adds = 0; ///< Of seeds; of a model the value.
};

/// A model compiled for one question.
class Compiled {
public:
    /// Nothing if stopped. Only with origins can it tell what its figure rests on.
    static std::unique_ptr<const Compiled> compile(const model::Model& model, const Question& question,
                                                   analysis::Origins origins, const std::stop_token& stop);
    explicit Compiled(analysis::Program program, int tier) : program_(std::move(program)), scores_(program_, tier) {}
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;

    const analysis::AttackFacts& facts() const { return program_.facts; }
    const analysis::Program& program() const { return program_; }
    const analysis::Scores& scores() const { return scores_; }

    /// Nothing if stopped, or if the model has no such seed. `becomes` says what stands in the place of seeds.
    std::optional<Figure> figure(const Question& question, const std::vector<Replacement>& becomes, std::stop_token stop) const;
    /// The stored proofs the figure rests on. Nothing if stopped.
    std::optional<analysis::Support> support(const Question& question, std::stop_token stop) const;
    /// What the figure cannot fall below when all that hangs on these rows goes.
    double floor(const Question& question, const std::vector<Replacement>& becomes, analysis::ScoreFloor& floor,
                 std::span<const analysis::FactsRows::Number> gone) const;

private:
    std::optional<analysis::Seed> find(const SeedId& seed) const;
    /// Each seed by what stands in its place: every choice of one part for each.
    std::vector<std::vector<analysis::Seed>> choices(const Question& question, const std::vector<Replacement>& becomes) const;

    analysis::Program program_;
    analysis::Scores scores_;
};

} // namespace sallyport::advice
