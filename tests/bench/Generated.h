// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <functional>

namespace sallyport::bench {

/// A layered model with a fixed seed: zones of 25 components, `flowsEach` flows a component, and holdings, grants,
/// identities and secrets in proportion (2.7 holdings and 3 grants a component if `withSecrets`). Everything is placed
/// in one diagram, without overlaps.
model::Model generatedModel(int components, double flowsEach, bool withSecrets, unsigned seed = 1);

/// Median of `runs` timings, in milliseconds. `prepare` runs before each and is not counted.
double medianMs(int runs, const std::function<void()>& timed, const std::function<void()>& prepare = {});

/// "name   12.3 ms   (target 50)" on standard output.
void report(const char* name, double ms, double targetMs);

} // namespace sallyport::bench
