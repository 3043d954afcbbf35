// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Program.h"
#include "analysis/Ranking.h"

#include <optional>
#include <span>
#include <stop_token>

namespace sallyport::analysis {

/// `clauses` are the program's up to the tier, `baseline` what follows from them without a compromise.
std::optional<Ranking> rank(const Program& program, const Clauses& clauses, std::span<const std::uint8_t> baseline, int tier,
                            std::stop_token stop);

} // namespace sallyport::analysis
