// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

#include <array>

struct sqlite3_stmt;

namespace sallyport::rules {

/// Makes rows of what a rule's statement returns. Ids come up again and again: of those read lately the same text is
/// handed out instead of a new one. For one thread.
class RowReader {
public:
    RowReader();

    /// Adds the row the statement stands on, unless it is satisfied. What is wrong with it; empty if nothing.
    QString add(sqlite3_stmt* at, int violated, int severity, RuleResult& result);
    /// A column as text; empty where NULL.
    QString text(sqlite3_stmt* row, int column);

private:
    struct Known {
        static constexpr int longest = 38;
        std::array<char, longest> utf8{};
        int size = -1; ///< None yet.
        QString text;
    };
    std::vector<Known> known_; ///< By hash; the newest of each stays.
};

/// By elements, each once: where several rows have the same, a violated one stays.
void putInOrder(QList<RuleRow>& rows);

} // namespace sallyport::rules
