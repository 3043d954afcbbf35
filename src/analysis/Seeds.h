// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"
#include "model/Error.h"

#include <vector>

namespace sallyport::analysis {

/// A seed as people write it: `control:ID`, `have:ID` or `act:ID`, each with `:one`, `:live` or `:all` behind it, or
/// `ID` or `NAME` alone with `@one`, `@live` or `@all`. Ids go before names. What fits several elements is refused,
/// naming them.
Expected<Seed> parseSeed(const AttackFacts& facts, const QString& text);

/// Every component, secret or identity as a single compromise at its default breadth, in the order of the facts.
std::vector<Seed> sourcesOf(const AttackFacts& facts, FactKind kind);

/// The id of the component, secret or identity assumed to be compromised.
const QString& seedElement(const AttackFacts& facts, const Seed& seed);

/// "control:gateway:all"; reading it gives the seed back.
QString seedText(const AttackFacts& facts, const Seed& seed);

} // namespace sallyport::analysis
