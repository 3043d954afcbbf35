// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QList>
#include <QSet>

#include <bitset>

namespace sallyport::document {

/// One row that an edit, an undo or a redo has inserted, changed or deleted.
struct RowChange {
    enum class Kind { Inserted, Updated, Deleted };
    model::TableId table = model::TableId::Meta;
    Kind kind = Kind::Updated;
    std::vector<model::Value> key; ///< primary key, in column order
    std::bitset<64> columns;       ///< of an update: the columns changed, by index

    /// Id of the element the row belongs to: the first key value, as text.
    QString firstKey() const { return key.empty() ? QString() : std::get<QString>(key.front()); }
};

/// What one step changed, each row once.
struct Changes {
    std::vector<RowChange> rows;
    bool everything = false; ///< a whole document was replaced: forget all that was known

    bool touches(model::TableId table) const {
        if (everything) return true;
        for (const RowChange& row : rows)
            if (row.table == table) return true;
        return false;
    }
};

} // namespace sallyport::document
