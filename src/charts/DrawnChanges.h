// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"
#include "model/Model.h"

namespace sallyport::charts {

/// Where two models differ, as a diagram of each can show it: ids of components, zones and flows. What is not drawn by
/// itself (a secret, an identity, a right, a piece of data) changes the components it stands at.
struct DrawnChanges {
    QHash<QString, diagram::Change> before; ///< Changed and Removed
    QHash<QString, diagram::Change> after;  ///< Changed and Added

    bool isEmpty() const { return before.isEmpty() && after.isEmpty(); }
};

/// Positions, decisions, attestations and what else is no part of the architecture make no difference.
DrawnChanges drawnChanges(const model::Model& before, const model::Model& after);

/// Marks one side's elements; those the overlay knew nothing of are added to it.
void mark(diagram::Overlay& overlay, const model::Model& model, const QHash<QString, diagram::Change>& changes);

} // namespace sallyport::charts
