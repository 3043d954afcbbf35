// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/NearRows.h"

#include <algorithm>
#include <iterator>

namespace sallyport::rules {

bool isAnchored(const QList<RuleRow>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const RuleRow& row) {
        return row.isPlain || (row.ids > 0 && !row.word(0).isEmpty() && !row.word(0).contains(u' '));
    });
}

std::vector<qsizetype> placesNear(const QList<RuleRow>& rows, const Near& near, int steps) {
    std::vector<qsizetype> places;
    for (auto element = near.steps.cbegin(); element != near.steps.cend(); ++element) {
        if (element.value() > steps) continue;
        const auto first = std::lower_bound(rows.begin(), rows.end(), element.key(),
                                            [](const RuleRow& row, const QString& id) { return row.word(0) < id; });
        for (auto row = first; row != rows.end() && row->word(0) == element.key(); ++row) places.push_back(row - rows.begin());
    }
    std::sort(places.begin(), places.end());
    return places;
}

QList<RuleRow> replaced(const QList<RuleRow>& rows, const std::vector<qsizetype>& places, const QList<RuleRow>& instead) {
    QList<RuleRow> all;
    all.reserve(rows.size() + instead.size());
    auto gone = places.begin();
    auto come = instead.begin();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (gone != places.end() && *gone == i) {
            ++gone;
            continue;
        }
        while (come != instead.end() && byElements(*come, rows.at(i)) < 0) all.append(*come++);
        all.append(rows.at(i));
    }
    while (come != instead.end()) all.append(*come++);
    return all;
}

void putInOrder(QStringList& elements) {
    // They come in a few long runs that are in order, one from each SELECT.
    auto end = std::is_sorted_until(elements.begin(), elements.end());
    int runs = 1;
    while (end != elements.end() && runs < 8) {
        const auto next = std::is_sorted_until(end, elements.end());
        std::inplace_merge(elements.begin(), end, next);
        end = next;
        ++runs;
    }
    if (end != elements.end()) std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
}

bool isAnchored(const QStringList& elements) {
    return std::none_of(elements.begin(), elements.end(),
                        [](const QString& element) { return element.isEmpty() || element.contains(u' '); });
}

QStringList replaced(const QStringList& elements, const Near& near, int steps, const QStringList& instead) {
    QStringList others;
    others.reserve(elements.size());
    for (const QString& element : elements)
        if (near.steps.value(element, steps + 1) > steps) others.append(element);
    QStringList all;
    all.reserve(others.size() + instead.size());
    std::merge(others.begin(), others.end(), instead.begin(), instead.end(), std::back_inserter(all));
    return all;
}

} // namespace sallyport::rules
