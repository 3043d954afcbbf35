// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Surroundings.h"

#include <functional>
#include <stop_token>

/// The families of changes, a file for each idea. Every change offered keeps each drawn call working: who could use a
/// right by the call that is drawn still can, and both ends still have its data.
namespace sallyport::advice {

using Changes = std::vector<Change>;

void splitCallers(const Surroundings& around, Changes& changes);
void takeAwaySecrets(const Surroundings& around, Changes& changes);
void moveSecrets(const Surroundings& around, Changes& changes);
void bindSecrets(const Surroundings& around, Changes& changes);
void scopeSecrets(const Surroundings& around, Changes& changes);
void sealForwardedData(const Surroundings& around, Changes& changes);
void checkCalls(const Surroundings& around, Changes& changes);
void stopTrusting(const Surroundings& around, Changes& changes);
void encryptCalls(const Surroundings& around, Changes& changes);
void segmentZones(const Surroundings& around, Changes& changes);
void sealZones(const Surroundings& around, Changes& changes);
void closeComponents(const Surroundings& around, Changes& changes);
void approveObeyedData(const Surroundings& around, Changes& changes);
void limitToOwnData(const Surroundings& around, Changes& changes);
void limitIdentities(const Surroundings& around, Changes& changes);
void ownIdentities(const Surroundings& around, Changes& changes);

/// All of them, in the order of Family. Fewer if stopped.
Changes allChanges(const Surroundings& around, std::stop_token stop = {});

} // namespace sallyport::advice
