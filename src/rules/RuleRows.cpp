// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRows.h"

#include <QStringTokenizer>

#include <algorithm>

namespace sallyport::rules {

namespace {

template <class List>
std::strong_ordering compare(const List& a, qsizetype sizeOfA, const List& b, qsizetype sizeOfB) {
    for (qsizetype i = 0; i < std::min(sizeOfA, sizeOfB); ++i)
        if (const int order = a.at(i).compare(b.at(i)); order != 0) return order <=> 0;
    return sizeOfA <=> sizeOfB;
}

} // namespace

QStringList RuleRow::elements() const {
    if (isPlain) return words.first(ids);
    QStringList elements;
    for (qsizetype i = 0; i < ids; ++i)
        if (words.at(i).contains(u' '))
            elements += words.at(i).split(u' ', Qt::SkipEmptyParts);
        else if (!words.at(i).isEmpty())
            elements.append(words.at(i));
    return elements;
}

std::strong_ordering byElements(const RuleRow& a, const RuleRow& b) {
    if (a.isPlain && b.isPlain) return compare(a.words, a.ids, b.words, b.ids);
    const QStringList ofA = a.elements();
    const QStringList ofB = b.elements();
    return compare(ofA, ofA.size(), ofB, ofB.size());
}

quint64 marksOf(QStringView ids) {
    quint64 marks = 0;
    for (const QStringView id : QStringTokenizer(ids, u' ', Qt::SkipEmptyParts)) {
        unsigned mixed = 0; // ids differ in their last letters
        for (const QChar letter : id.last(std::min<qsizetype>(id.size(), 4))) mixed = mixed * 37 + letter.unicode();
        marks |= quint64(1) << (mixed * 0x9E3779B1U >> 26);
    }
    return marks;
}

std::vector<qsizetype> placesBefore(const QList<RuleRow>& rows, const QList<RuleRow>& before) {
    std::vector<qsizetype> places(static_cast<std::size_t>(rows.size()), -1);
    qsizetype next = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto isSame = [&] { return next < before.size() && before.at(next) == rows.at(i); };
        if (!isSame())
            while (next < before.size() && std::is_lt(byElements(before.at(next), rows.at(i)))) ++next;
        if (isSame()) places[static_cast<std::size_t>(i)] = next++;
    }
    return places;
}

void putInOrder(QList<RuleRow>& rows) {
    // Mostly they come so: what orders the model's rows orders these.
    const auto outOfOrder = [](const RuleRow& a, const RuleRow& b) { return std::is_gteq(byElements(a, b)); };
    if (std::adjacent_find(rows.cbegin(), rows.cend(), outOfOrder) == rows.cend()) return;
    std::stable_sort(rows.begin(), rows.end(), [](const RuleRow& a, const RuleRow& b) {
        const auto order = byElements(a, b);
        return std::is_neq(order) ? std::is_lt(order) : a.violated > b.violated;
    });
    const auto isAgain = [](const RuleRow& a, const RuleRow& b) { return std::is_eq(byElements(a, b)); };
    rows.erase(std::unique(rows.begin(), rows.end(), isAgain), rows.end());
}

} // namespace sallyport::rules
