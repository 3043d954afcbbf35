// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"

#include "analysis/Scores.h"
#include "analysis/Support.h"

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
    Compiled(const model::Model& model, const Question& question);
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;

    const analysis::AttackFacts& facts() const { return program_.facts; }
    const analysis::Program& program() const { return program_; }
    const analysis::Scores& scores() const { return scores_; }

    /// Nothing if stopped, or if the model has no such seed. `becomes` says what stands in the place of seeds.
    std::optional<Figure> figure(const Question& question, const std::vector<Replacement>& becomes, std::stop_token stop) const;
    /// The highest score of any single compromise. Nothing if stopped.
    std::optional<double> worstScore(std::stop_token stop) const;
    /// The stored proofs the figure rests on. Nothing if stopped.
    std::optional<analysis::Support> support(const Question& question, std::stop_token stop) const;

private:
    std::optional<analysis::Seed> find(const SeedId& seed) const;

    analysis::Program program_;
    analysis::Scores scores_;
};

} // namespace sallyport::advice
