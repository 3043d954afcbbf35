// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"
#include "analysis/Ranking.h"

#include <QByteArray>

namespace sallyport::analysis {

enum class WithProof { No, Yes };

/// What `sallyport blast --json` prints: seed, figures, facts, levels; with proofs each fact has its rule and the
/// positions of the facts it rests on. Several seeds are joined by a comma; the baseline's seed is empty.
QByteArray blastJson(const AttackFacts& facts, const Blast& blast, WithProof proof);

/// What `sallyport blast --all --json` prints: ranking, baseline, concentration.
QByteArray rankingJson(const AttackFacts& facts, const Ranking& ranking);

} // namespace sallyport::analysis
