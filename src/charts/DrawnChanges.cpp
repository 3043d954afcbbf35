// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/DrawnChanges.h"

#include "model/Architecture.h"
#include "rules/CoveragePlaces.h"

namespace sallyport::charts {

namespace {

using diagram::Change;
using model::TableId;
using model::Value;

bool isDrawn(TableId id) { return id == TableId::Component || id == TableId::Zone || id == TableId::Flow; }

/// The drawn elements of one model that a row of it is about.
class Places {
public:
    explicit Places(const model::Model& model) : at_(model) {}

    std::set<QString> of(const model::Table& table, const std::vector<Value>& row) const {
        if (isDrawn(table.id)) return {std::get<QString>(row.front())};
        if (table.letter != 0) return at_.of(std::get<QString>(row.front()));
        // The first drawn element a row names is the one it says something of: "is open to that zone".
        std::set<QString> others;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const auto* id = std::get_if<QString>(&row[i]);
            if (!table.columns[i].references || id == nullptr) continue;
            if (isDrawn(*table.columns[i].references)) return {*id};
            others.merge(at_.of(*id));
        }
        return others;
    }

private:
    rules::CoveragePlaces at_;
};

/// Marks on the side of `from` what `to` does not have, or has otherwise.
void compare(const model::Model& from, const model::Model& to, Change missing, QHash<QString, Change>& marks) {
    const Places places(from);
    for (const model::Table& table : model::tables()) {
        if (!model::isArchitecture(table.id)) continue;
        const auto keys = static_cast<std::size_t>(table.keyColumns);
        table.each(from, [&](const void* row) {
            const std::vector<Value> values = table.values(row);
            const void* other = table.find(to, std::span(values).first(keys));
            if (other && table.values(other) == values) return;
            const bool isGone = other == nullptr && isDrawn(table.id);
            for (const QString& id : places.of(table, values)) {
                Change& mark = marks[id];
                if (mark != missing) mark = isGone ? missing : Change::Changed;
            }
        });
    }
}

/// A right taken away leaves no row on the other side: what stands on both is changed on both.
void share(const model::Model& model, const QHash<QString, Change>& from, QHash<QString, Change>& to) {
    for (auto at = from.begin(); at != from.end(); ++at)
        if (*at == Change::Changed && !to.contains(at.key()) && model::elementKind(model, at.key()) != model::ElementKind::None)
            to.insert(at.key(), Change::Changed);
}

} // namespace

DrawnChanges drawnChanges(const model::Model& before, const model::Model& after) {
    DrawnChanges changes;
    compare(before, after, Change::Removed, changes.before);
    compare(after, before, Change::Added, changes.after);
    share(after, changes.before, changes.after);
    share(before, changes.after, changes.before);
    return changes;
}

void mark(diagram::Overlay& overlay, const model::Model& model, const QHash<QString, Change>& changes) {
    for (auto at = changes.begin(); at != changes.end(); ++at) {
        switch (model::elementKind(model, at.key())) {
            case model::ElementKind::Component:
                overlay.components[at.key()].change = *at;
                break;
            case model::ElementKind::Zone:
                overlay.zones[at.key()].change = *at;
                break;
            case model::ElementKind::Flow:
                overlay.flows[at.key()].change = *at;
                break;
            default:
                break;
        }
    }
}

} // namespace sallyport::charts
