// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"
#include "rules/Staleness.h"
#include "rules/WorkQueue.h"

#include <algorithm>

namespace sallyport::rules {

/// Whether to look near is what takes less.
class Pace {
public:
    bool isNearWorthIt() const { return wholeRuns_ == 0; }
    void ranNear(Milliseconds took, Milliseconds whole) {
        slowRuns_ = took > whole ? slowRuns_ + 1 : 0;
        // Once may be chance: another thread had the core. Next time, less may be near.
        if (slowRuns_ >= 2) *this = {0, 20};
    }
    void ranWhole() { wholeRuns_ = std::max(0, wholeRuns_ - 1); }

    Pace() = default;

private:
    Pace(int slowRuns, int wholeRuns) : slowRuns_(slowRuns), wholeRuns_(wholeRuns) {}

    int slowRuns_ = 0;  ///< In a row.
    int wholeRuns_ = 0; ///< Still to come before it is tried again.
};

/// A rule as it was prepared, and how it stands.
struct CompiledRule {
    const Rule* rule = nullptr;
    QStringList parameters;
    Reads reads;
    int violated = -1; ///< Column; those left of it are ids.
    int severity = -1;
    bool isUsable = false;
    bool readsBlast = false, readsBlastComponents = false;
    Dirt dirt = Dirt::Whole;
    QList<RuleRow> returned; ///< By the last whole run, as they came.
    bool isNew = true;       ///< Nothing is known of it yet, or of this document.
    bool isAnchored = true;  ///< As to its rows.
    bool hasRun = false;     ///< In the last run.
    bool isRenewed = false;  ///< And returned other rows than before.
    Milliseconds cost{1};    ///< Of its last whole run; how work is done hangs on it, and nothing else.
    Pace pace;
};

/// What wrongs it is said in the result, and its columns. `prepared` is null where the tables that rules read could not be
/// made.
CompiledRule compiled(const Rule& rule, const Expected<Prepared>* prepared, const DerivedTables* tables, RuleResult& result);

/// The problem of whatever needs these tables then.
QString noTables();

} // namespace sallyport::rules
