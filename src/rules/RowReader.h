// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

#include <array>

struct sqlite3_stmt;

namespace sallyport::rules {

/// What a rule returned when it ran before, and which of it is expected next.
struct RowsBefore {
    QList<RuleRow> rows;     ///< By elements, in order.
    QList<RuleRow> returned; ///< The same as they came; empty: in that order.
    qsizetype next = 0;

    const QList<RuleRow>& asReturned() const { return returned.isEmpty() ? rows : returned; }
};

/// Makes rows of what a rule's statement returns. Ids come up again and again: of those read lately the same text is
/// handed out instead of a new one. For one thread.
class RowReader {
public:
    RowReader();

    /// Adds the row the statement stands on, unless it is satisfied; if it says what one said before, that one. What is wrong
    /// with it; empty if nothing.
    QString add(sqlite3_stmt* at, int violated, int severity, RowsBefore& before, RuleResult& result);
    /// A column as text; empty where NULL. The reference holds until the next call.
    const QString& text(sqlite3_stmt* row, int column);

private:
    struct Known {
        static constexpr int longest = 38;
        std::array<char, longest> utf8{};
        int size = -1; ///< None yet.
        QString text;
        bool isOne = false; ///< Not empty, and not several joined by a space.
        quint64 marks = 0;
    };
    const Known* known(sqlite3_stmt* row, int column);
    bool says(const RuleRow& row, sqlite3_stmt* at, bool violated);
    RuleRow read(sqlite3_stmt* at, int violated, int columns);

    std::vector<Known> known_; ///< By hash; the newest of each stays.
    Known other_;              ///< One that is too long to be known.
    Known none_;               ///< NULL.
};

} // namespace sallyport::rules
