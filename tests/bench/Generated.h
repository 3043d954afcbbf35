// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <functional>

namespace sallyport::bench {

/// An estate of applications with a fixed seed, each with a frontend, services and stores in zones of its own, calling
/// mostly within: about 3.3 flows, 2.6 holdings and 3.2 grants a component.
model::Model layeredModel(int components, unsigned seed = 1);

/// A tangle with a fixed seed: calls go near and far alike. Zones of 25 components, `flowsEach` flows a component, and
/// holdings, grants, identities and secrets in proportion (2.7 holdings and 3 grants a component if `withSecrets`). Everything
/// is placed in one diagram, without overlaps.
model::Model generatedModel(int components, double flowsEach, bool withSecrets, unsigned seed = 1);

/// Median of `runs` timings, in milliseconds. `prepare` runs before each and is not counted.
double medianMs(int runs, const std::function<void()>& timed, const std::function<void()>& prepare = {});

/// One row of the table on standard output, and of the file SALLYPORT_BENCH_TABLE names, which grows: what was
/// measured, its median, the target and their ratio (above 1: the target is met with that much to spare).
void report(const char* name, double ms, double targetMs);
/// The same for a figure that should be at least as large as its target, or at most; `unit` follows both.
enum class Want { AtLeast, AtMost };
void reportFigure(const char* name, double value, const char* unit, double target, Want want);

} // namespace sallyport::bench
