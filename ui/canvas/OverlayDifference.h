// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"

#include <QSet>

namespace sallyport::ui {

/// What has to be painted again when one overlay follows another.
struct OverlayDifference {
    bool everything = false; ///< another lens
    QSet<QString> components, flows, zones;
    bool path = false; ///< its discs

    bool isEmpty() const { return !everything && !path && components.isEmpty() && flows.isEmpty() && zones.isEmpty(); }
};
OverlayDifference difference(const diagram::Overlay& before, const diagram::Overlay& after);

} // namespace sallyport::ui
