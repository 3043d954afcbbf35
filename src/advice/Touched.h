// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Surroundings.h"

#include "analysis/CompileModel.h"
#include "analysis/FactsRows.h"

#include <optional>
#include <vector>

namespace sallyport::advice {

/// The rows of the attack facts about which an edit may take something away: a clause that hangs on none of them stands
/// in the edited model, too (analysis::Dependencies says what clauses hang on). What the edit adds is not told. Nothing if
/// the edit may take away anything at all. The facts around must be those of the reading; rows come sorted, each once.
///
/// It follows the compilation of the model table by table: whoever changes what a row of the model comes to changes it
/// here as well.
std::optional<std::vector<analysis::FactsRows::Number>> rowsTouched(const ModelEdit& edit, const Surroundings& around,
                                                                    analysis::Reading reading);

} // namespace sallyport::advice
