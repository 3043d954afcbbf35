// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Rows.h"

#include <QHash>
#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace sallyport::advice {

/// The rows of one table by the element that one of their columns names, each list in the order of the table. It holds as
/// long as the table does not change. Short if stopped.
template <class Row>
class RowsBy {
public:
    using List = std::vector<const Row*>;

    template <class Id>
    RowsBy(const model::Rows<Row>& rows, Id Row::*column, const std::stop_token& stop) {
        constexpr int stopEvery = 1024;
        int next = 0;
        for (const Row& row : rows) {
            if (next++ % stopEvery == 0 && stop.stop_requested()) return;
            add(row.*column, row);
        }
    }

    const List& of(const QString& id) const {
        static const List empty;
        const auto found = lists_.constFind(id);
        return found == lists_.constEnd() ? empty : *found;
    }
    template <class Id>
    const List& of(const Id& id) const {
        return of(id.value);
    }

private:
    void add(const QString& id, const Row& row) { lists_[id].push_back(&row); }
    template <class Id>
    void add(const Id& id, const Row& row) {
        add(id.value, row);
    }
    template <class Id>
    void add(const std::optional<Id>& id, const Row& row) {
        if (id) add(id->value, row);
    }

    QHash<QString, List> lists_;
};

} // namespace sallyport::advice
