// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/BlastBuilder.h"
#include "analysis/Support.h"

#include <span>
#include <vector>

namespace sallyport::analysis {

/// What is left of the figures when every clause that hangs on some rows of the facts is taken away and nothing takes its
/// place: no variant of the model in which all other clauses stand scores less. Far cheaper than compiling the variant.
/// One for each thread.
class ScoreFloor {
public:
    /// `support` must outlive it, and hold the proofs of every component if concentration() is asked for.
    /// What is asked of it once it is stopped is of no use.
    explicit ScoreFloor(const Support& support, std::stop_token stop = {});

    using Row = Dependencies::Row;
    double concentration(std::span<const Row> gone);
    /// The score of these compromises together.
    double score(std::span<const Seed> seeds, std::span<const Row> gone);

private:
    void takeAway(std::span<const Row> gone);
    Units spread(std::span<const Atom> given);

    const Support& support_;
    const Scores& scores_;
    std::stop_token stop_;
    std::vector<double> componentScores_; // With nothing gone.
    std::vector<std::uint32_t> goneIn_;   // By clause: the question in which it is gone.
    std::uint32_t question_ = 0;
    std::vector<std::uint8_t> baseline_; // For the question at hand.
    Units outsider_;
    bool isBaselineWhole_ = true;
    std::vector<std::uint32_t> mark_; // By atom: the run that derived it.
    std::uint32_t run_ = 0;
    std::vector<Atom> queue_;
    std::vector<std::uint64_t> concerned_;
};

} // namespace sallyport::analysis
