// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Editor.h"

#include <random>

namespace sallyport::tests {

/// Random rows and edits over all tables, from a fixed seed: the same seed gives the same sequence but for ids.
class RandomRows {
public:
    explicit RandomRows(unsigned seed) : random_(seed) {}

    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    bool oneIn(int n) { return below(n) == 0; }

    /// A row of the table whose references exist in the model; nothing if there is nothing to refer to.
    std::optional<std::vector<model::Value>> row(const model::Model& model, const model::Table& table);
    /// The key of an existing row; nothing if the table is empty.
    std::optional<std::vector<model::Value>> key(const model::Model& model, const model::Table& table);
    model::Value value(const model::Model& model, const model::Table& table, const model::Column& column);

    /// One to four random writes: inserts, changes, deletes of elements (with cascades) and links.
    void edit(document::Editor& editor);
    /// A model with some of everything.
    model::Model model(int edits);

private:
    std::optional<QString> what(const model::Table& table, bool& present);

    std::mt19937 random_;
};

} // namespace sallyport::tests
