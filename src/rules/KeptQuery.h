// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Sandbox.h"
#include "rules/Staleness.h"
#include "rules/WorkQueue.h"

namespace sallyport::rules {

/// What a query takes, and so whether it is worth to look near. How work is done hangs on it, and nothing else.
class Pace {
public:
    /// Of the next run: that of the last whole one, or hardly any.
    Milliseconds cost(bool isNear) const { return isNear ? Milliseconds(0.05) : cost_; }
    bool isNearWorthIt() const { return wholeRuns_ == 0; }

    /// `alwaysNear`: nobody asks whether it is worth it.
    void ran(bool isNear, Milliseconds took, bool alwaysNear);

private:
    Milliseconds cost_{1};
    int slowRuns_ = 0;  ///< In a row.
    int wholeRuns_ = 0; ///< Still to come before it is tried again.
};

/// A query that runs whenever what it reads has changed, of a rule or of the scope of a control: as it was prepared, and how
/// it stands.
struct KeptQuery {
    QStringList parameters;
    Reads reads;
    std::optional<Nearness> near; ///< Nothing: it runs whole.
    bool own = false;             ///< It came with the program.
    bool isUsable = false;
    Dirt dirt = Dirt::Whole;
    bool isAnchored = true; ///< What it returned can be told apart by the first element.
    Pace pace;

    /// What it runs for, if it is as dirty as that: these elements; or none, that is, everything.
    NearElements nearFor(Dirt howDirty, const Staleness& staleness) const;
    NearElements nearFor(const Staleness& staleness) const { return nearFor(dirt, staleness); }
    void mark(const Staleness& staleness) { staleness.mark(dirt, reads, parameters); }
    /// Of our own nobody needs to be afraid; they are as large as the model is.
    Sandbox::Limits limits() const;
};

/// What a run is about.
struct QueryRun {
    const model::Model& model;
    const QDate& today;
    const Staleness& staleness;
    std::stop_token stop;
};

/// The problem of whatever needs derived tables, where they could not be made.
QString noTables();

} // namespace sallyport::rules
