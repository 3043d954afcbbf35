// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Unknowns.h"

#include "analysis/AttackFacts.h"

namespace sallyport::advice {

/// Every question of the table "From the model to attack facts" that has no answer and reads differently, not yet
/// evaluated. The facts are those of the model in the two readings.
std::vector<Unknown> unknownQuestions(const model::Model& model, const analysis::AttackFacts& stated,
                                      const analysis::AttackFacts& worst);

} // namespace sallyport::advice
