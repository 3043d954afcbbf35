// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "model/Model.h"

#include <optional>
#include <stop_token>

namespace sallyport::analysis {

/// How an unanswered question reads. Worst case contains as stated, fact for fact, and data weights are equal.
enum class Reading {
    AsStated,  ///< As is usual practice; protections beyond it count only where claimed.
    WorstCase, ///< As bad as can be.
};

/// The attack facts of a model. Elements keep their ids; elements the compilation makes (each restates something
/// drawn) have ids that start with "made:". The model must be sound (Document keeps it so).
AttackFacts attackFacts(const model::Model& model, Reading reading);
/// Nothing if stopped before the end.
std::optional<AttackFacts> attackFacts(const model::Model& model, Reading reading, std::stop_token stop);

} // namespace sallyport::analysis
