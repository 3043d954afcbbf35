// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace sallyport::rules {

/// One single compromise, as rules see it: a row of the temp table `blast`. reach(x) are the components at level
/// exposed or controlled in x's blast, as stated, x itself not counted; worst* are the same in the worst case.
struct BlastRow {
    QString source; ///< Id of a component, secret or identity.
    double score = 0;
    double worstScore = 0;
    int components = 0;
    int worstComponents = 0;
    /// Reaches a component of criticality 4 that it does not call itself; empty: it depends on an unanswered question.
    std::optional<bool> critical;
    qint64 users = 0;
    /// Frontends whose secrets or per-user data are had beyond the baseline, at live or more.
    int frontends = 0;
    int worstFrontends = 0;
    QString firstFrontend, secondFrontend;
    QStringList joins; ///< Controlled components that calls of two of these frontends pass.

    friend bool operator==(const BlastRow&, const BlastRow&) = default;
};

/// A component a compromise reaches: a row of the temp table `blast_component`.
struct BlastComponentRow {
    QString seed;
    QString component;
    QString level;   ///< "reachable" ... "controlled"
    QString breadth; ///< "one", "live", "all"

    friend bool operator==(const BlastComponentRow&, const BlastComponentRow&) = default;
};

struct BlastRows {
    std::vector<BlastRow> rows; ///< By source.
    std::vector<BlastComponentRow> components;
};

} // namespace sallyport::rules
