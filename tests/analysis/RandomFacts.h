// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <random>
#include <vector>

namespace sallyport::test {

/// Small attack facts in which every field is exercised: circles of continuations, nested sealed zones, bound and scoped
/// secrets, joint grants, locked data, and whatever else a model can say. The same seed gives the same facts.
analysis::AttackFacts randomFacts(unsigned seed);

/// None to three seeds of any breadth.
std::vector<analysis::Seed> randomSeeds(const analysis::AttackFacts& facts, std::mt19937& random);

/// The same facts with every list in another order.
analysis::AttackFacts shuffled(const analysis::AttackFacts& facts, std::mt19937& random);

/// "have(s3,2)": the fact as Reference and the Datalog say it.
QString plainText(const analysis::AttackFacts& facts, const analysis::Fact& fact);

} // namespace sallyport::test
