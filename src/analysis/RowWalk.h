// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <stop_token>

/// Walking the rows of a large model. Rows and the texts of their ids lie scattered in memory, and waiting for one after
/// the other is most of what compiling costs; a block of rows asked for together is waited for together.
namespace sallyport::analysis {

inline void fetchSoon(const QString& text) { __builtin_prefetch(text.constData()); }
template <class Id>
void fetchSoon(const Id& id) {
    fetchSoon(id.value);
}
template <class Id>
void fetchSoon(const std::optional<Id>& id) {
    if (id) fetchSoon(*id);
}

/// Rows that are asked for together.
inline constexpr std::size_t rowBlock = 32;

/// Visits every row in key order, or the first ones if stopped. fetch(row) asks for what is read of it, with fetchSoon;
/// place(row, i) may then read it and ask for what visit(row, i) reads beyond; i is its place among those asked for together.
template <class Row, template <class> class Rows, class Fetch, class Place, class Visit>
void eachRowPlaced(const std::stop_token& stop, const Rows<Row>& rows, Fetch fetch, Place place, Visit visit) {
    std::array<const Row*, rowBlock> block;
    auto next = rows.begin();
    const auto end = rows.end();
    while (next != end && !stop.stop_requested()) {
        std::size_t size = 0;
        for (; size < rowBlock && next != end; ++next) block[size++] = &*next;
        for (std::size_t i = 0; i < size; ++i) fetch(*block[i]);
        for (std::size_t i = 0; i < size; ++i) place(*block[i], i);
        for (std::size_t i = 0; i < size; ++i) visit(*block[i], i);
    }
}

/// The same without anything to be asked for beyond the rows.
template <class Row, template <class> class Rows, class Fetch, class Visit>
void eachRow(const std::stop_token& stop, const Rows<Row>& rows, Fetch fetch, Visit visit) {
    eachRowPlaced(
        stop, rows, fetch, [](const Row&, std::size_t) {}, [&](const Row& row, std::size_t) { visit(row); });
}

} // namespace sallyport::analysis
