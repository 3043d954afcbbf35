// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Telling.h"
#include "diagram/Overlay.h"
#include "rules/Review.h"

#include <optional>

/// What the lenses add to a drawing, from results. Pure functions; nothing here paints.
namespace sallyport::charts {

/// Findings and unanswered questions; nothing of either without a review.
diagram::Overlay designOverlay(const model::Model& model, const rules::Review* review);

/// Levels, breadths, what is open anyway, the start, lost badges; flows lit in their target's level only where a grant
/// used over them raised it. With a path: its stops, numbered as its sentences (a sentence whose elements stand nowhere
/// in the diagram has no stop, and its number is not used again), and the flows it runs over.
diagram::Overlay blastOverlay(const model::Model& model, const analysis::Engine& engine, const analysis::Blast& blast,
                              const Path* path = nullptr, const rules::Review* review = nullptr);

/// What the coverage lens looks at: one control, else one framework, else all of them.
struct CoverageChoice {
    QString framework;
    std::optional<rules::ControlRef> control;

    friend bool operator==(const CoverageChoice&, const CoverageChoice&) = default;
};

/// Statuses of components, flows and zones, rolled up as the matrix does; worst first: violated, unknown, partial,
/// satisfied. An element no chosen control is about is not applicable.
diagram::Overlay coverageOverlay(const model::Model& model, const rules::Coverage& coverage, const CoverageChoice& choice = {},
                                 const rules::Review* review = nullptr);

} // namespace sallyport::charts
