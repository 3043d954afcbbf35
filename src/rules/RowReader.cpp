// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RowReader.h"

#include <QHashFunctions>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace sallyport::rules {

namespace {

constexpr std::size_t knownTexts = 8192; // a power of two

} // namespace

RowReader::RowReader() : known_(knownTexts) {}

/// Holds until the next call.
const RowReader::Known* RowReader::known(sqlite3_stmt* row, int column) {
    // As a blob, SQLite need not copy a text to put a zero behind it.
    const auto* utf8 = sqlite3_column_type(row, column) == SQLITE_TEXT
                           ? static_cast<const char*>(sqlite3_column_blob(row, column))
                           : reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    if (!utf8) return &none_; // or an empty text
    const int size = sqlite3_column_bytes(row, column);
    const auto length = static_cast<std::size_t>(size);
    const bool isLong = size > Known::longest;
    Known& known = isLong ? other_ : known_[qHashBits(utf8, length) % knownTexts];
    if (!isLong && known.size == size && std::memcmp(known.utf8.data(), utf8, length) == 0) return &known;
    if (!isLong) {
        std::memcpy(known.utf8.data(), utf8, length);
        known.size = size;
    }
    known.text = QString::fromUtf8(utf8, size);
    if (!isLong) known.marks = marksOf(known.text);
    known.isOne = size > 0 && std::memchr(utf8, ' ', length) == nullptr;
    return &known;
}

const QString& RowReader::text(sqlite3_stmt* row, int column) { return known(row, column)->text; }

bool RowReader::says(const RuleRow& row, sqlite3_stmt* at, bool violated) {
    if (row.violated != violated) return false;
    for (int i = 0; i < row.words.size(); ++i)
        if (text(at, i) != row.words.at(i)) return false;
    return true;
}

RuleRow RowReader::read(sqlite3_stmt* at, int violated, int columns) {
    RuleRow row;
    row.ids = violated;
    row.words.reserve(columns);
    for (int i = 0; i < columns; ++i) {
        const Known* word = known(at, i);
        row.isPlain = row.isPlain && (i >= violated || word->isOne);
        row.marks |= word == &other_ ? marksOf(word->text) : word->marks;
        row.words.append(word->text);
    }
    return row;
}

QString RowReader::add(sqlite3_stmt* at, int violated, int severity, RowsBefore& before, RuleResult& result) {
    const int type = sqlite3_column_type(at, violated);
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) return QStringLiteral("Its column \"violated\" is text, not a condition.");
    if (type == SQLITE_INTEGER ? sqlite3_column_int64(at, violated) == 0
                               : type == SQLITE_FLOAT && sqlite3_column_double(at, violated) == 0)
        return {};
    const bool isViolated = type != SQLITE_NULL;
    const QList<RuleRow>& expected = before.asReturned();
    for (qsizetype next = before.next; next < std::min(before.next + 2, expected.size()); ++next) // one may be gone
        if (says(expected.at(next), at, isViolated)) {
            result.rows.append(expected.at(next));
            before.next = next + 1;
            return {};
        }
    RuleRow row = read(at, violated, static_cast<int>(result.columns.size()));
    row.violated = isViolated;
    if (!row.isPlain && row.elements().isEmpty()) return QStringLiteral("A row names no element.");
    if (severity >= 0) row.severity = severityFromWord(row.word(severity));
    if (!before.rows.isEmpty()) {
        const auto was = std::lower_bound(before.rows.cbegin(), before.rows.cend(), row,
                                          [](const RuleRow& a, const RuleRow& b) { return std::is_lt(byElements(a, b)); });
        if (was != before.rows.cend() && *was == row) row = *was;
        if (was != before.rows.cend() && std::is_eq(byElements(*was, row)) && before.returned.isEmpty())
            before.next = was - before.rows.cbegin() + 1;
    }
    result.rows.append(std::move(row));
    return {};
}

} // namespace sallyport::rules
