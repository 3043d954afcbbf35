// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Editor.h"
#include "model/Model.h"
#include "model/Tables.h"

#include <vector>

namespace sallyport::advice {

/// What an edit adds that somebody has to build and run. deployments: the components among them that run on a server.
struct Price {
    int components = 0;
    int secrets = 0;
    int deployments = 0;

    bool isCheaperThan(const Price& other) const { return components + secrets < other.components + other.secrets; }
    friend auto operator<=>(const Price&, const Price&) = default;
};

/// An edit of a model as a value: rows written and erased, one after the other. The same rows are tried on a copy of the
/// model and, when somebody applies the edit, written to the document, so that what was promised is what is done. An edit
/// fits the model it was made for; ids of new elements are part of it.
class ModelEdit {
public:
    /// values: the whole row, or the key of the row to erase.
    struct RowWrite {
        model::TableId table;
        bool erases;
        std::vector<model::Value> values;
    };
    const std::vector<RowWrite>& writes() const { return writes_; }

    /// Inserts the row, or replaces the row with the same key.
    template <class T>
    void put(const T& row) {
        const model::Table& table = model::table(model::tableOf<T>);
        writes_.push_back({table.id, false, table.values(&row)});
    }
    /// Rows that refer to it are the caller's to erase first.
    template <class T>
    void erase(const T& row) {
        const model::Table& table = model::table(model::tableOf<T>);
        std::vector<model::Value> key = table.values(&row);
        key.resize(static_cast<std::size_t>(table.keyColumns));
        writes_.push_back({table.id, true, std::move(key)});
    }
    /// First this, then `later`, which was made for the model that this leaves.
    void append(const ModelEdit& later);

    bool isEmpty() const { return writes_.empty(); }
    Price price(const model::Model& before) const;
    /// Inside one Document::edit.
    void write(document::Editor& editor) const;
    /// Gives the edit that takes it back.
    ModelEdit applyTo(model::Model& model) const;

private:
    std::vector<RowWrite> writes_;
};

} // namespace sallyport::advice
