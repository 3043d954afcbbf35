// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

namespace sallyport::advice {

Changes allChanges(const Surroundings& around, std::stop_token stop) {
    constexpr std::array inOrder = {splitCallers,      takeAwaySecrets, bindSecrets,       scopeSecrets,
                                    sealForwardedData, checkCalls,      encryptCalls,      segmentZones,
                                    sealZones,         closeComponents, approveObeyedData, stopTrusting,
                                    limitToOwnData,    limitIdentities, ownIdentities,     moveSecrets};
    static_assert(inOrder.size() == families);
    Changes changes;
    for (const auto& family : inOrder) {
        if (stop.stop_requested()) break;
        family(around, changes);
    }
    return changes;
}

} // namespace sallyport::advice
