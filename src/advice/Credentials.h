// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Surroundings.h"

namespace sallyport::advice {

/// Makes sure that the source of a call has something to show once its target asks who calls: where it has nothing, a
/// key of its own, good for the rights at the target alone. A call as whoever calls gets an identity. False if the rights
/// ask for someone else who is only drawn by a call: then there is nothing to write it with.
bool giveCredential(const Surroundings& around, Index flow, ModelEdit& edit);

} // namespace sallyport::advice
