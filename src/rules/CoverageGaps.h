// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"

namespace sallyport::rules {

/// A control that the model does not satisfy, and how much hangs on it.
struct CoverageGap {
    ControlRef control;
    QString title;
    CoverageStatus status = CoverageStatus::Unknown;
    CoverageCounts counts;
    /// Elements violated, unknown or partial: those with the largest blast first, ties by id.
    QStringList elements;
    /// The scores (as stated) of the compromises of these elements, summed: components, secrets and identities by
    /// themselves, a flow or grant by the components it counts at. Each compromise counts once.
    double blast = 0;
    double largestBlast = 0; ///< Of a single one of them.
};

/// What decides between two gaps first, the other second.
enum class GapOrder { Blast, Elements };

/// All gaps of the review's coverage: the violated before the rest; then by blast radius touched and by how many elements,
/// then by framework and id. The first is where mending one control helps most.
std::vector<CoverageGap> coverageGaps(const model::Model& model, const Review& review, GapOrder order = GapOrder::Blast);

} // namespace sallyport::rules
