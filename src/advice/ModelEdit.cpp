// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/ModelEdit.h"

#include <algorithm>
#include <set>
#include <span>

namespace sallyport::advice {

namespace {

bool isClient(model::ComponentKind kind) {
    return kind == model::ComponentKind::ClientBrowser || kind == model::ComponentKind::ClientNative ||
           kind == model::ComponentKind::ClientMachine;
}

} // namespace

void ModelEdit::append(const ModelEdit& later) { writes_.insert(writes_.end(), later.writes_.begin(), later.writes_.end()); }

Price ModelEdit::price(const model::Model& before) const {
    Price price;
    std::set<QString> counted;
    for (const RowWrite& write : writes_) {
        if (write.erases || (write.table != model::TableId::Component && write.table != model::TableId::Secret)) continue;
        const model::Table& table = model::table(write.table);
        const auto& id = std::get<QString>(write.values.front());
        if (table.find(before, std::span(write.values).first(1)) != nullptr || !counted.insert(id).second) continue;
        if (write.table == model::TableId::Secret) {
            ++price.secrets;
            continue;
        }
        ++price.components;
        const auto kind = model::fromWord<model::ComponentKind>(
            std::get<QString>(write.values[static_cast<std::size_t>(table.column(u"kind"))]));
        if (kind && !isClient(*kind)) ++price.deployments;
    }
    return price;
}

void ModelEdit::write(document::Editor& editor) const {
    for (const RowWrite& write : writes_) {
        if (write.erases)
            editor.eraseKey(write.table, write.values);
        else
            editor.putValues(write.table, write.values);
    }
}

ModelEdit ModelEdit::applyTo(model::Model& model) const {
    ModelEdit back;
    for (const RowWrite& write : writes_) {
        const model::Table& table = model::table(write.table);
        const auto key = std::span(write.values).first(static_cast<std::size_t>(table.keyColumns));
        const void* old = table.find(model, key);
        if (old != nullptr)
            back.writes_.push_back({write.table, false, table.values(old)});
        else if (!write.erases)
            back.writes_.push_back({write.table, true, {key.begin(), key.end()}});
        if (write.erases)
            table.erase(model, key);
        else if (!table.put(model, write.values))
            qFatal("An edit of our own does not fit the model.");
    }
    std::reverse(back.writes_.begin(), back.writes_.end());
    return back;
}

} // namespace sallyport::advice
