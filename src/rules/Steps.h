// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ShortIndices.h"
#include "document/Changes.h"
#include "model/Model.h"

#include <QHash>

#include <span>
#include <vector>

namespace sallyport::rules {

/// The elements near what has changed.
struct Near {
    QHash<QString, int> steps; ///< How many it is away.
    int complete = -1;         ///< All that are so many steps away, or fewer, are among them.
};

/// How many steps the elements of a model are from what has changed in it. It is a step from an element to one it refers to,
/// or that refers to it, and between elements that one row of a relation or of a derived table puts together. A rule that
/// says how near it looks (Rule::near) runs again for the elements within so many steps alone.
///
/// What once stood next to each other stays so: an element may count as nearer than it is by now, never as further away.
class Steps {
public:
    /// A step further nobody looks: by then most of a model is near.
    static constexpr int most = 4;

    void takeAll(const model::Model& model);
    /// A row has changed; if it is still there, it is as in `model` by now.
    void note(const document::RowChange& change, const model::Model& model);
    /// A row of a derived table: the ids in it.
    void put(std::span<const QString> row);
    /// It has come, or gone.
    void note(std::span<const QString> row);

    /// Up to so many of them.
    Near near(std::size_t limit) const;
    std::size_t count() const { return neighbours_.size(); }
    /// From now on, what has changed so far has not.
    void settle() { changed_.clear(); }

private:
    std::int32_t number(const QString& id);
    void link(std::int32_t a, std::int32_t b);
    std::vector<std::int32_t> putRow(const model::Table& table, const void* row);

    QHash<QString, std::int32_t> numbers_;
    std::vector<QString> ids_;
    std::vector<analysis::ShortIndices> neighbours_; ///< Each maybe more than once.
    std::vector<std::int32_t> changed_;
};

} // namespace sallyport::rules
