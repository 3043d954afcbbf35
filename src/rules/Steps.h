// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ShortIndices.h"
#include "document/Changes.h"
#include "model/Model.h"

#include <QHash>

#include <memory>
#include <span>
#include <vector>

namespace sallyport::rules {

/// The elements near what has changed.
struct Near {
    std::vector<QString> elements;        ///< The nearest first.
    std::vector<std::size_t> countWithin; ///< By number of steps: how many of them are so many away, or fewer.

    /// All that are so many steps away, or fewer, are among them.
    int complete() const { return static_cast<int>(countWithin.size()) - 1; }
    /// Those; not more than are complete.
    std::span<const QString> within(int steps) const {
        return std::span(elements).first(countWithin[static_cast<std::size_t>(steps)]);
    }
};

/// Those that a query looks at again. Empty: all there are.
struct NearElements {
    std::shared_ptr<const Near> near;
    int steps = 0;

    explicit operator bool() const { return near != nullptr; }
    std::span<const QString> elements() const { return near->within(steps); }
};

/// How many steps the elements of a model are from what has changed in it. It is a step from an element to one it refers to,
/// or that refers to it, and between elements that one row of a relation or of a derived table puts together. A rule that
/// says how near it looks (Rule::near) runs again for the elements within so many steps alone.
///
/// What once stood next to each other stays so: an element may count as nearer than it is by now, never as further away.
class Steps {
public:
    void takeAll(const model::Model& model);
    /// A row has changed; if it is still there, it is as in `model` by now.
    void note(const document::RowChange& change, const model::Model& model);
    /// A row of a derived table: the ids in it.
    void put(std::span<const QString> row);
    /// It has come, or gone. False if there is no element in it: then what has changed is near nothing, or everything.
    bool note(std::span<const QString> row);

    /// Those within so many steps; up to `limit` of them, and then of fewer steps.
    Near near(int steps, std::size_t limit) const;
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
