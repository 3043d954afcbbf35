// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Architecture.h"

namespace sallyport::model {

bool isArchitecture(TableId table) {
    using enum TableId;
    switch (table) {
        case Meta:
        case Policy:
        case Framework:
        case Rule:
        case Diagram:
        case Placement:
        case Route:
        case Note:
        case Decision:
        case Attestation:
        case Snapshot:
            return false;
        default:
            return true;
    }
}

} // namespace sallyport::model
