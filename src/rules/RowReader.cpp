// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RowReader.h"

#include <QHashFunctions>

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace sallyport::rules {

namespace {

constexpr std::size_t firstIds = 16384, mostTexts = 4096; // powers of two

/// Holds until the next call. As a blob, SQLite need not copy a text to put a zero behind it.
std::string_view utf8(sqlite3_stmt* row, int column) {
    const int type = sqlite3_column_type(row, column);
    if (type == SQLITE_NULL) return {};
    const auto* text = type == SQLITE_TEXT ? static_cast<const char*>(sqlite3_column_blob(row, column))
                                           : reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text ? std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(row, column))) : std::string_view();
}

} // namespace

RowReader::RowReader(std::shared_ptr<KnownIds> ids) : ids_(std::move(ids)), lately_(firstIds), texts_(mostTexts) {}

const KnownId& RowReader::lately(std::string_view utf8) {
    const std::size_t hash = qHashBits(utf8.data(), utf8.size());
    Lately* lately = &lately_[hash % lately_.size()];
    if (lately->id && lately->hash == hash && lately->id->utf8 == utf8) return *lately->id;
    const KnownId& id = ids_->of(utf8);
    if (id.number * 2 > lately_.size()) {
        lately_.assign(lately_.size() * 4, {});
        lately = &lately_[hash % lately_.size()];
    }
    *lately = {hash, &id};
    return id;
}

const KnownId& RowReader::id(sqlite3_stmt* row, int column) {
    const std::string_view text = utf8(row, column);
    const auto at = static_cast<std::size_t>(column);
    if (at >= last_.size()) last_.resize(at + 1, &ids_->of(std::string_view()));
    const KnownId*& last = last_[at];
    if (last->number >= follows_.size()) follows_.resize(ids_->count());
    const KnownId*& expected = follows_[last->number];
    if (!expected || expected->utf8 != text) expected = &lately(text);
    last = expected;
    return *last;
}

/// Holds until the next call.
const RowReader::Text& RowReader::text(sqlite3_stmt* row, int column) {
    const std::string_view utf8 = rules::utf8(row, column);
    if (utf8.empty()) return none_;
    const bool isLong = utf8.size() > Text::longest;
    Text& text = isLong ? other_ : texts_[qHashBits(utf8.data(), utf8.size()) % mostTexts];
    const int size = static_cast<int>(utf8.size());
    if (!isLong && text.size == size && std::memcmp(text.utf8.data(), utf8.data(), utf8.size()) == 0) return text;
    if (!isLong) {
        std::memcpy(text.utf8.data(), utf8.data(), utf8.size());
        text.size = size;
    }
    text.text = QString::fromUtf8(utf8.data(), size);
    text.marks = marksOf(text.text);
    return text;
}

bool RowReader::says(const RuleRow& row, sqlite3_stmt* at, bool violated) {
    if (row.violated != violated) return false;
    const int ids = static_cast<int>(row.idCount());
    for (int i = 0; i < ids; ++i)
        if (utf8(at, i) != row.id(i).utf8) return false;
    for (int i = 0; i < row.words.size(); ++i)
        if (text(at, ids + 1 + i).text != row.words.at(i)) return false;
    return true;
}

RuleRow RowReader::read(sqlite3_stmt* at, int violated, int columns) {
    RuleRow row;
    for (int i = 0; i < violated; ++i) row.addId(id(at, i));
    if (columns > violated + 1) row.words.reserve(columns - violated - 1);
    for (int i = violated + 1; i < columns; ++i) {
        const Text& word = text(at, i);
        row.marks |= word.marks;
        row.words.append(word.text);
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
    if (severity >= 0 && !row.severity && !row.word(severity).isEmpty())
        return QStringLiteral("Its column \"severity\" says \"%1\", which is no severity.").arg(row.word(severity).left(40));
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
