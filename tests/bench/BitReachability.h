// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"

namespace sallyport::bench {

/// How many (source, reached) pairs there are along the flows, a component reaching itself: components that reach each
/// other taken together, then 512 sources at a time, a bit each. Not what the engine does, which has conjunctions and
/// breadths to heed: it says how far from the physical limit of the plain question everything else is.
qint64 reachedPairs(const analysis::AttackFacts& facts);

} // namespace sallyport::bench
