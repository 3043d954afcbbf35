// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"
#include "rules/RulePack.h"

#include <QList>

#include <optional>

namespace sallyport::rules {

/// A row of a rule whose `violated` is 1 or NULL; satisfied rows are skipped while stepping.
struct RuleRow {
    QStringList elements;             ///< Columns left of `violated`.
    bool violated = false;            ///< Else unknown.
    std::optional<Severity> severity; ///< Column `severity`, if it says something.
    std::vector<QString> words;       ///< All columns as text; empty where NULL.
};

/// What a rule has to say about a model.
struct RuleResult {
    const Rule* rule = nullptr;
    QStringList columns;                ///< Names, in order.
    QList<RuleRow> rows;                ///< By elements, in order. Shared by whoever keeps a copy.
    std::optional<RuleProblem> problem; ///< Then there are no rows, and nothing may be concluded.

    int column(QStringView name) const { return static_cast<int>(columns.indexOf(name)); }
};

} // namespace sallyport::rules
