// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/KeptQuery.h"

#include <algorithm>

namespace sallyport::rules {

void Pace::ran(bool isNear, Milliseconds took, bool alwaysNear) {
    if (!isNear) {
        cost_ = took;
        wholeRuns_ = std::max(0, wholeRuns_ - 1);
        return;
    }
    if (alwaysNear) return;
    slowRuns_ = took > cost_ ? slowRuns_ + 1 : 0;
    if (slowRuns_ < 2) return; // Once may be chance: another thread had the core.
    slowRuns_ = 0;
    wholeRuns_ = 20; // Then, less may be near.
}

NearElements KeptQuery::nearFor(Dirt howDirty, const Staleness& staleness) const {
    return isAnchored && pace.isNearWorthIt() ? staleness.nearFor(howDirty, reads, near) : NearElements{};
}

Sandbox::Limits KeptQuery::limits() const {
    return own ? Sandbox::Limits{std::chrono::minutes(1), qint64(4) * 1024 * 1024 * 1024, 50'000'000, true} : Sandbox::Limits();
}

QString noTables() { return QStringLiteral("The tables rules read could not be made."); }

} // namespace sallyport::rules
