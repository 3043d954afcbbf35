// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Steps.h"

#include "model/Architecture.h"
#include "model/Tables.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

bool isId(const model::Column& column) {
    return column.type == model::ValueType::Reference || QLatin1StringView(column.name) == QLatin1StringView("id");
}

bool isElement(const model::Table& table) { return QLatin1StringView(table.columns.front().name) == QLatin1StringView("id"); }

} // namespace

std::int32_t Steps::number(const QString& id) {
    const auto at = numbers_.constFind(id);
    if (at != numbers_.constEnd()) return *at;
    const auto next = static_cast<std::int32_t>(ids_.size());
    numbers_.insert(id, next);
    ids_.push_back(id);
    neighbours_.emplace_back();
    return next;
}

void Steps::link(std::int32_t a, std::int32_t b) {
    if (a == b) return;
    neighbours_[static_cast<std::size_t>(a)].push_back(b);
    neighbours_[static_cast<std::size_t>(b)].push_back(a);
}

/// The elements of the row: itself, if it is one, and those it refers to.
std::vector<std::int32_t> Steps::putRow(const model::Table& table, const void* row) {
    std::vector<std::int32_t> all;
    for (const model::Column& column : table.columns) {
        if (!isId(column)) continue;
        const model::Value value = column.get(row);
        if (const auto* id = std::get_if<QString>(&value)) all.push_back(number(*id));
    }
    const std::size_t ends = isElement(table) ? std::min<std::size_t>(all.size(), 1) : all.size();
    for (std::size_t i = 0; i < ends; ++i)
        for (std::size_t k = i + 1; k < all.size(); ++k) link(all[i], all[k]);
    return all;
}

void Steps::takeAll(const model::Model& model) {
    *this = {};
    for (const model::Table& table : model::tables())
        if (model::isArchitecture(table.id)) table.each(model, [&](const void* row) { putRow(table, row); });
}

void Steps::note(const document::RowChange& change, const model::Model& model) {
    if (!model::isArchitecture(change.table)) return;
    const model::Table& table = model::table(change.table);
    // Who reads a row of an element is with it; who reads one of a relation is with one of those it puts together.
    for (std::size_t i = 0; i < change.key.size(); ++i)
        if (const auto* id = std::get_if<QString>(&change.key[i]); id && isId(table.columns[i]))
            changed_.push_back(number(*id));
    if (change.kind == document::RowChange::Kind::Deleted) return;
    const void* row = table.find(model, change.key);
    if (!row) return;
    const std::vector<std::int32_t> all = putRow(table, row);
    if (!isElement(table)) changed_.insert(changed_.end(), all.begin(), all.end());
}

void Steps::put(std::span<const QString> row) {
    for (std::size_t i = 0; i < row.size(); ++i)
        for (std::size_t k = i + 1; k < row.size(); ++k)
            if (numbers_.contains(row[i]) && numbers_.contains(row[k])) link(number(row[i]), number(row[k]));
}

bool Steps::note(std::span<const QString> row) {
    put(row);
    const std::size_t before = changed_.size();
    for (const QString& id : row)
        if (const auto at = numbers_.constFind(id); at != numbers_.constEnd()) changed_.push_back(*at);
    return changed_.size() > before;
}

Near Steps::near(int steps, std::size_t limit) const {
    Near near;
    std::vector<char> isIn(neighbours_.size());
    std::vector<std::int32_t> layer, next;
    const auto add = [&](std::int32_t element) {
        if (std::exchange(isIn[static_cast<std::size_t>(element)], 1) == 0) next.push_back(element);
    };
    for (const std::int32_t element : changed_) add(element);
    while (near.elements.size() + next.size() <= limit) {
        for (const std::int32_t element : next) near.elements.push_back(ids_[static_cast<std::size_t>(element)]);
        near.countWithin.push_back(near.elements.size());
        if (near.complete() >= steps) break;
        layer.swap(next);
        next.clear();
        for (const std::int32_t element : layer)
            for (const std::int32_t neighbour : neighbours_[static_cast<std::size_t>(element)]) add(neighbour);
    }
    return near;
}

} // namespace sallyport::rules
