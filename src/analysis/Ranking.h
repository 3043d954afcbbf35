// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"

#include <vector>

namespace sallyport::analysis {

/// One single compromise at its default breadth; the figures are those of its blast.
struct RankedSource {
    Seed seed;
    Shares shares;
    double adds = 0;
    double controlled = 0;
    qint64 users = 0;
};

/// A data asset over all single compromises. exposure: the larger of what they read and write of it beyond the
/// baseline, in shares of all data weight, summed. readBy, writtenBy: how many of them read or write some of it.
struct ExposedAsset {
    Index data = none;
    double exposure = 0;
    int readBy = 0;
    int writtenBy = 0;
};

struct Ranking {
    int tier = everyTier;
    Shares baseline;
    double concentration = 0;          ///< Sum over components of score squared.
    std::vector<RankedSource> sources; ///< All components, secrets, identities: most added first, ties by kind, id.
    std::vector<ExposedAsset> assets;  ///< Most exposed first.
};

} // namespace sallyport::analysis
