// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Solution.h"

namespace sallyport::analysis {

/// Shares of all data weight from the units read and written.
Shares sharesOf(std::int64_t read, std::int64_t write);

/// Units of data points among the atoms that hold.
struct Units {
    std::int64_t read = 0;
    std::int64_t write = 0;
};
Units unitsOf(const Program& program, const std::vector<std::uint8_t>& held);

/// Facts, levels and figures of a solved blast.
Blast blastOf(std::shared_ptr<const Solution> solution, std::vector<Seed> seeds);

} // namespace sallyport::analysis
