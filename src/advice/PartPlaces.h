// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/ModelEdit.h"

#include <span>

namespace sallyport::advice {

/// Puts new parts of a component beside it on every diagram that shows it: where there is room in its zone, right, left,
/// below or above; else to the right, and the zones around it grow to hold them.
void placeBeside(const model::Model& model, const model::Component& whole, std::span<const model::ComponentId> parts,
                 ModelEdit& edit);

} // namespace sallyport::advice
