// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Surroundings.h"

namespace sallyport::advice {

/// Whether the component does anything with the secret that is drawn: calls with it, opens or signs with it, keeps it
/// for others, or serves with it.
bool usesSecret(const Surroundings& around, Index component, Index secret);

/// The component holds the secret, and runs as what it proves, no more. The holding must be a row of the model.
void takeAway(const Surroundings& around, Index component, Index secret, ModelEdit& edit);

} // namespace sallyport::advice
