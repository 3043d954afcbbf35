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

std::strong_ordering compare(const QStringList& a, const QStringList& b) {
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const int order = a[i].compare(b[i]); order != 0) return order <=> 0;
    return a.size() <=> b.size();
}

} // namespace

RowReader::RowReader() : known_(knownTexts) {}

QString RowReader::text(sqlite3_stmt* row, int column) {
    const auto* utf8 = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    if (!utf8) return {};
    const int size = sqlite3_column_bytes(row, column);
    if (size > Known::longest) return QString::fromUtf8(utf8, size);
    const auto length = static_cast<std::size_t>(size);
    Known& known = known_[qHashBits(utf8, length) % knownTexts];
    if (known.size != size || std::memcmp(known.utf8.data(), utf8, length) != 0) {
        std::memcpy(known.utf8.data(), utf8, length);
        known.size = size;
        known.text = QString::fromUtf8(utf8, size);
    }
    return known.text;
}

QString RowReader::add(sqlite3_stmt* at, int violated, int severity, RuleResult& result) {
    const int type = sqlite3_column_type(at, violated);
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) return QStringLiteral("Its column \"violated\" is text, not a condition.");
    if (type != SQLITE_NULL && sqlite3_column_double(at, violated) == 0) return {};
    RuleRow row;
    row.violated = type != SQLITE_NULL;
    const auto columns = static_cast<int>(result.columns.size());
    row.words.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) row.words.push_back(text(at, i));
    row.elements.reserve(violated);
    for (int i = 0; i < violated; ++i) {
        const QString& word = row.words[static_cast<std::size_t>(i)];
        if (word.contains(u' '))
            row.elements += word.split(u' ', Qt::SkipEmptyParts);
        else if (!word.isEmpty())
            row.elements.append(word);
    }
    if (row.elements.isEmpty()) return QStringLiteral("A row names no element.");
    if (severity >= 0) row.severity = severityFromWord(row.words[static_cast<std::size_t>(severity)]);
    result.rows.push_back(std::move(row));
    return {};
}

void putInOrder(QList<RuleRow>& rows) {
    // Mostly they come so: what orders the model's rows orders these.
    bool inOrder = true;
    for (qsizetype i = 1; i < rows.size() && inOrder; ++i) inOrder = compare(rows.at(i - 1).elements, rows.at(i).elements) < 0;
    if (inOrder) return;
    std::stable_sort(rows.begin(), rows.end(), [](const RuleRow& a, const RuleRow& b) {
        const auto order = compare(a.elements, b.elements);
        return order != 0 ? order < 0 : a.violated > b.violated;
    });
    rows.erase(
        std::unique(rows.begin(), rows.end(), [](const RuleRow& a, const RuleRow& b) { return a.elements == b.elements; }),
        rows.end());
}

} // namespace sallyport::rules
