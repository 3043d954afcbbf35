// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/NearRows.h"

#include <algorithm>
#include <iterator>

namespace sallyport::rules {

bool isAnchored(const QList<RuleRow>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const RuleRow& row) { return row.idCount() > 0 && row.id(0).isOne; });
}

std::vector<qsizetype> placesNear(const QList<RuleRow>& rows, std::span<const QString> elements) {
    std::vector<qsizetype> places;
    for (const QString& element : elements) {
        const auto first = std::lower_bound(rows.begin(), rows.end(), element,
                                            [](const RuleRow& row, const QString& id) { return row.id(0).text < id; });
        for (auto row = first; row != rows.end() && row->id(0).text == element; ++row) places.push_back(row - rows.begin());
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
        while (come != instead.end() && std::is_lt(byElements(*come, rows.at(i)))) all.append(*come++);
        all.append(rows.at(i));
    }
    while (come != instead.end()) all.append(*come++);
    return all;
}

namespace {

bool isBefore(const KnownId* a, const KnownId* b) { return a != b && a->text < b->text; }

} // namespace

void putInOrder(ScopeElements& elements) {
    // They come in a few long runs that are in order, one from each SELECT.
    auto end = std::is_sorted_until(elements.begin(), elements.end(), isBefore);
    int runs = 1;
    while (end != elements.end() && runs < 8) {
        const auto next = std::is_sorted_until(end, elements.end(), isBefore);
        std::inplace_merge(elements.begin(), end, next, isBefore);
        end = next;
        ++runs;
    }
    if (end != elements.end()) std::sort(elements.begin(), elements.end(), isBefore);
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
}

bool isAnchored(const ScopeElements& elements) {
    return std::all_of(elements.begin(), elements.end(), [](const KnownId* element) { return element->isOne; });
}

ScopeElements replaced(const ScopeElements& all, std::span<const QString> elements, const ScopeElements& instead) {
    std::vector<qsizetype> gone;
    for (const QString& element : elements) {
        const auto at = std::lower_bound(all.begin(), all.end(), element,
                                         [](const KnownId* each, const QString& text) { return each->text < text; });
        if (at != all.end() && (*at)->text == element) gone.push_back(at - all.begin());
    }
    std::sort(gone.begin(), gone.end());
    ScopeElements others;
    others.reserve(all.size() + instead.size());
    qsizetype from = 0;
    for (const qsizetype place : gone) {
        others.append(all.sliced(from, place - from));
        from = place + 1;
    }
    others.append(all.sliced(from));
    const qsizetype middle = others.size();
    others.append(instead);
    std::inplace_merge(others.begin(), others.begin() + middle, others.end(), isBefore);
    return others;
}

} // namespace sallyport::rules
