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

/// Makes rows of what a rule's statement returns. Texts come up again and again: of those read lately the same one is handed
/// out instead of a new one. For one thread.
class RowReader {
public:
    /// The ids that this and others hand out.
    explicit RowReader(std::shared_ptr<KnownIds> ids);

    /// Adds the row the statement stands on, unless it is satisfied; if it says what one said before, that one. What is wrong
    /// with it; empty if nothing.
    QString add(sqlite3_stmt* at, int violated, int severity, RowsBefore& before, RuleResult& result);
    /// A column that is an id, several, or NULL.
    const KnownId& id(sqlite3_stmt* row, int column);

private:
    struct Lately {
        std::size_t hash = 0;
        const KnownId* id = nullptr;
    };
    struct Text {
        static constexpr int longest = 38;
        std::array<char, longest> utf8{};
        int size = -1; ///< None yet.
        QString text;
        quint64 marks = 0;
    };
    const KnownId& lately(std::string_view utf8);
    const Text& text(sqlite3_stmt* row, int column);
    bool says(const RuleRow& row, sqlite3_stmt* at, bool violated);
    RuleRow read(sqlite3_stmt* at, int violated, int columns);

    std::shared_ptr<KnownIds> ids_;
    std::vector<Lately> lately_;          ///< By hash; the newest of each stays. Grows with how many there are.
    std::vector<const KnownId*> last_;    ///< By column.
    std::vector<const KnownId*> follows_; ///< By number: which came after it, when it last did. Most come in the same order.
    std::vector<Text> texts_;             ///< The same, of columns that are anything.
    Text other_;                          ///< One that is too long to be kept.
    Text none_;                           ///< NULL.
};

} // namespace sallyport::rules
