// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"
#include "model/Model.h"
#include "rules/BlastRows.h"

#include <optional>
#include <stop_token>

namespace sallyport::rules {

/// What rules ask of the engine: one row for every single compromise of a component, secret or identity of the model
/// (those the compilation makes left out). Nothing if stopped. Component rows only if asked for: there are many.
std::optional<BlastRows> blastRows(const model::Model& model, const analysis::Engine& asStated,
                                   const analysis::Engine& worstCase, bool withComponents, std::stop_token stop = {});

} // namespace sallyport::rules
