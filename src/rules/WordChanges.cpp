// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WordChanges.h"

namespace sallyport::rules {

namespace {

enum class Effect { None, Name, All };

/// Of one changed column.
Effect effectOf(const model::Column& column) {
    using namespace Qt::StringLiterals;
    const QLatin1StringView name(column.name);
    // By its kind a gateway's legs are asked which calls they forward.
    if (column.type == model::ValueType::Reference || name == "kind"_L1) return Effect::All;
    return name == "name"_L1 || name == "scope"_L1 || name == "title"_L1 || name == "control"_L1 ? Effect::Name : Effect::None;
}

Effect effectOf(const document::RowChange& change) {
    using enum model::TableId;
    switch (change.table) {
        case Framework: // whose controls findings name
            return Effect::All;
        case Meta:
        case Policy:
        case ZoneHas:
        case ComponentHas:
        case FlowHas:
        case Placement:
        case Route:
        case Note:
        case Decision:
        case Snapshot:
            return Effect::None;
        default:
            break;
    }
    if (change.kind != document::RowChange::Kind::Updated) return Effect::All;
    const model::Table& table = model::table(change.table);
    Effect worst = Effect::None;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (change.columns.test(i)) worst = std::max(worst, effectOf(table.columns[i]));
    return worst;
}

} // namespace

void WordChanges::note(const document::RowChange& change) {
    const Effect effect = effectOf(change);
    all_ = all_ || effect == Effect::All;
    if (effect == Effect::Name) renamed_.insert(change.firstKey());
}

QSet<QString> WordChanges::renamed(const model::Model& model) const {
    QSet<QString> all = renamed_;
    if (renamed_.isEmpty()) return all;
    // As Model::nameOf has it: a flow may be called after its ends, a grant is called after who has it and where.
    for (const model::Flow& flow : model.flows)
        if (renamed_.contains(flow.source.value) || renamed_.contains(flow.target.value)) all.insert(flow.id.value);
    for (const model::Grant& grant : model.grants)
        if (renamed_.contains(grant.identity.value) || renamed_.contains(grant.target.value)) all.insert(grant.id.value);
    return all;
}

} // namespace sallyport::rules
