// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"
#include "rules/Staleness.h"
#include "rules/WorkQueue.h"

#include <algorithm>

namespace sallyport::rules {

/// What a query takes, and so whether it is worth to look near. How work is done hangs on it, and nothing else.
class Pace {
public:
    /// Of the next run: that of the last whole one, or hardly any.
    Milliseconds cost(bool isNear) const { return isNear ? Milliseconds(0.05) : cost_; }
    bool isNearWorthIt() const { return wholeRuns_ == 0; }

    /// `alwaysNear`: nobody asks whether it is worth it.
    void ran(bool isNear, Milliseconds took, bool alwaysNear) {
        if (!isNear)
            ranWhole(took);
        else if (!alwaysNear)
            ranNear(took);
    }

private:
    void ranWhole(Milliseconds took) {
        cost_ = took;
        wholeRuns_ = std::max(0, wholeRuns_ - 1);
    }
    void ranNear(Milliseconds took) {
        slowRuns_ = took > cost_ ? slowRuns_ + 1 : 0;
        if (slowRuns_ < 2) return; // Once may be chance: another thread had the core.
        slowRuns_ = 0;
        wholeRuns_ = 20; // Then, less may be near.
    }

    Milliseconds cost_{1};
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
    Pace pace;
};

/// What wrongs it is said in the result, and its columns. `prepared` is null where the tables that rules read could not be
/// made.
CompiledRule compiled(const Rule& rule, const Expected<Prepared>* prepared, const DerivedTables* tables, RuleResult& result);

/// The problem of whatever needs these tables then.
QString noTables();
/// Of our own nobody needs to be afraid; they are as large as the model is.
Sandbox::Limits limitsFor(bool own);

} // namespace sallyport::rules
