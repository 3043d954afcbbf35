// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <map>
#include <optional>

namespace sallyport::rules {

/// How many steps (Steps.h) from its first element a query looks: what it says of an element is the same as long as nothing
/// within so many has changed.
struct Nearness {
    int steps = 0;
    std::map<QString, int> fewer; ///< By table: rows of these it reads only within so many.

    /// Of the rows of a table.
    int of(const QString& table) const {
        const auto at = fewer.find(table);
        return at == fewer.end() ? steps : at->second;
    }

    /// "2", or "4, flow 2, served 1". Nothing if it reads otherwise.
    static std::optional<Nearness> parse(const QString& text);
};

/// A query that makes something for all elements first says in comments what of it the near ones need (RulePack.h): it with
/// these as conditions, where `elements` is what "in near" stands for; and it without them.
QString withNearConditions(QString sql, const QString& elements);
QString withoutNearConditions(QString sql);

} // namespace sallyport::rules
