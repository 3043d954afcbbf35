// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Program.h"

#include <span>
#include <vector>

namespace sallyport::analysis {

/// Which rows of the attack facts each clause hangs on: the row it was made for, and those that were read to make it. An
/// instance of a rule whose rows stay as they are stays, whatever becomes of all others.
///
/// Not among them, since no edit that is bounded by this may change it: where a component stands and whether it is many,
/// whether a secret or an identity is per user, and of what kind either is.
class Dependencies {
public:
    using Row = FactsRows::Number;
    /// One clause under one of its premises: its position, those with one premise first.
    using Clause = std::int32_t;

    /// `clauses` are the program's up to some effort, with their origins.
    /// If stopped, it is of no use.
    Dependencies(const Program& program, const Clauses& clauses, const std::stop_token& stop = {});

    const FactsRows& rows() const { return rows_; }
    Clause one(std::int32_t position) const { return position; }
    Clause several(std::int32_t position) const { return ones_ + position; }
    Clause clauses() const { return static_cast<Clause>(rowStart_.size()) - 1; }

    std::span<const Row> rowsOf(Clause clause) const { return part(rowsOf_, rowStart_, clause); }
    std::span<const Clause> clausesOn(Row row) const { return part(clausesOn_, clauseStart_, row); }

private:
    static std::span<const std::int32_t> part(const std::vector<std::int32_t>& all, const std::vector<std::int32_t>& start,
                                              std::int32_t index) {
        return std::span(all).subspan(static_cast<std::size_t>(at(start, index)),
                                      static_cast<std::size_t>(at(start, index + 1) - at(start, index)));
    }
    void invert(const std::stop_token& stop);

    FactsRows rows_;
    Clause ones_ = 0;
    std::vector<std::int32_t> rowStart_{0}, clauseStart_;
    std::vector<Row> rowsOf_;
    std::vector<Clause> clausesOn_;
};

} // namespace sallyport::analysis
