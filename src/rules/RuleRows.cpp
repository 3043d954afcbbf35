// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRows.h"

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

void putInOrder(QList<RuleRow>& rows) {
    // Mostly they come so: what orders the model's rows orders these.
    const auto outOfOrder = [](const RuleRow& a, const RuleRow& b) { return byElements(a, b) >= 0; };
    if (std::adjacent_find(rows.cbegin(), rows.cend(), outOfOrder) == rows.cend()) return;
    std::stable_sort(rows.begin(), rows.end(), [](const RuleRow& a, const RuleRow& b) {
        const auto order = byElements(a, b);
        return order != 0 ? order < 0 : a.violated > b.violated;
    });
    const auto isAgain = [](const RuleRow& a, const RuleRow& b) { return byElements(a, b) == 0; };
    rows.erase(std::unique(rows.begin(), rows.end(), isAgain), rows.end());
}

} // namespace sallyport::rules
