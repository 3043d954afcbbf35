// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"
#include "advice/Unknowns.h"
#include "analysis/Engine.h"

/// Advice in words, for people.
namespace sallyport::cli {

QString adviceText(const model::Model& model, const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds,
                   const advice::Question& question, const advice::Advice& advice);
QString unknownsText(const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds, const advice::Question& question,
                     const advice::Unknowns& unknowns);

} // namespace sallyport::cli
