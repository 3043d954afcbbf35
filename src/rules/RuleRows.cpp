// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRows.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

std::strong_ordering compare(const QString& a, const QString& b) { return a.compare(b) <=> 0; }

std::strong_ordering compareElements(const QStringList& a, const QStringList& b) {
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const auto order = compare(a.at(i), b.at(i)); std::is_neq(order)) return order;
    return a.size() <=> b.size();
}

bool haveSameIds(const RuleRow& a, const RuleRow& b) {
    if (a.idCount() != b.idCount()) return false;
    for (qsizetype i = 0; i < a.idCount(); ++i)
        if (&a.id(i) != &b.id(i) && a.id(i).text != b.id(i).text) return false;
    return true;
}

} // namespace

void RuleRow::addId(const KnownId& id) {
    if (idCount_ < int(first_.size()))
        first_[std::size_t(idCount_)] = &id;
    else
        more_.append(&id);
    ++idCount_;
    isPlain = isPlain && id.isOne;
    marks |= id.marks;
}

const QString& RuleRow::word(int column) const {
    static const QString yes = QStringLiteral("1"), unknown;
    if (column < idCount_) return id(column).text;
    return column > idCount_ ? words.at(column - idCount_ - 1) : violated ? yes : unknown;
}

QStringList RuleRow::elements() const {
    QStringList elements;
    elements.reserve(idCount_);
    for (qsizetype i = 0; i < idCount_; ++i)
        if (const KnownId& each = id(i); each.isOne)
            elements.append(each.text);
        else
            elements += each.text.split(u' ', Qt::SkipEmptyParts);
    return elements;
}

bool operator==(const RuleRow& a, const RuleRow& b) {
    return a.violated == b.violated && a.severity == b.severity && haveSameIds(a, b) && a.words == b.words;
}

std::strong_ordering byElements(const RuleRow& a, const RuleRow& b) {
    if (!a.isPlain || !b.isPlain) return compareElements(a.elements(), b.elements());
    for (qsizetype i = 0; i < std::min(a.idCount(), b.idCount()); ++i) {
        if (&a.id(i) == &b.id(i)) continue;
        if (const auto order = compare(a.id(i).text, b.id(i).text); std::is_neq(order)) return order;
    }
    return a.idCount() <=> b.idCount();
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
