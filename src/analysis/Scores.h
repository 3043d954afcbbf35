// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"
#include "analysis/Program.h"

#include <optional>
#include <span>
#include <stop_token>

namespace sallyport::analysis {

/// The figures of a compiled model without its facts, levels and proofs: what comparing many variants needs.
class Scores {
public:
    /// The program must outlive it.
    Scores(const Program& program, int tier);

    const Program& program() const { return program_; }
    const Clauses& clauses() const { return cut_ ? *cut_ : program_.clauses; }
    std::span<const std::uint8_t> baseline() const { return baseline_; }
    int tier() const { return tier_; }

    /// Of a compromise, as in Blast. adds: beyond what an outsider has.
    struct Figures {
        Shares shares;
        double adds = 0;
    };
    Figures of(std::span<const Seed> seeds) const;
    /// As in Ranking, to the last bit. Nothing if stopped.
    std::optional<double> concentration(std::stop_token stop = {}) const;
    /// The score of each component compromised alone, at its default breadth. Nothing if stopped.
    std::optional<std::vector<double>> componentScores(std::stop_token stop = {}) const;
    /// The highest of any single compromise in a ranking, and of none at all. Nothing if stopped.
    std::optional<double> worst(std::stop_token stop = {}) const;

    /// What the seeds give: atoms, leaving out what costs more than the tier.
    std::vector<Atom> givenBy(std::span<const Seed> seeds) const;

private:
    template <class Take>
    bool eachScore(std::span<const Seed> seeds, const std::stop_token& stop, Take take) const;

    const Program& program_;
    int tier_;
    std::optional<Clauses> cut_; // Empty where nothing is left out.
    std::vector<std::uint8_t> baseline_;
};

} // namespace sallyport::analysis
