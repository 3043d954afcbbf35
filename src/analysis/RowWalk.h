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

/// Visits every row in key order, or the first ones if stopped. fetch(row) asks for what visit(row) will read of it,
/// with fetchSoon.
template <class Row, template <class> class Rows, class Fetch, class Visit>
void eachRow(const std::stop_token& stop, const Rows<Row>& rows, Fetch fetch, Visit visit) {
    constexpr std::size_t blockSize = 32;
    std::array<const Row*, blockSize> block;
    auto next = rows.begin();
    const auto end = rows.end();
    while (next != end && !stop.stop_requested()) {
        std::size_t size = 0;
        for (; size < blockSize && next != end; ++next) block[size++] = &*next;
        for (std::size_t i = 0; i < size; ++i) fetch(*block[i]);
        for (std::size_t i = 0; i < size; ++i) visit(*block[i]);
    }
}

} // namespace sallyport::analysis
