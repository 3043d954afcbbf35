// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"

#include <optional>

/// The same questions asked of programs a user could take instead.
namespace sallyport::bench {

/// clingo on the same facts from one source, its start and grounding included: the median over a few sources of the
/// ranking. Nothing if clingo is not installed, or derives anything else than the engine.
std::optional<double> clingoMsPerSource(const analysis::Engine& engine, const analysis::Ranking& ranking);

/// How many (source, reached) pairs there are along the flows, a component reaching itself, and how long it took.
struct Reachability {
    double ms = 0;
    qint64 pairs = 0;
};
/// Nothing if built without igraph.
std::optional<Reachability> igraphAllReachable(const analysis::AttackFacts& facts);
/// With the engine: every flow says that its target takes its code from its source.
Reachability ownAllReachable(const analysis::AttackFacts& facts);

} // namespace sallyport::bench
