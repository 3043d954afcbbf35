// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WordChanges.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

using model::TableId;

/// From so many on, looking for what they concern is more work than telling all anew.
constexpr qsizetype mostChanged = 200;

std::size_t place(TableId table) { return static_cast<std::size_t>(table); }

/// What stands in no sentence and in no question.
bool isSilent(TableId table) {
    using enum TableId;
    return table == Meta || table == Policy || table == Rule || table == Diagram || table == Placement || table == Route ||
           table == Note || table == Decision || table == Snapshot;
}

bool isName(const model::Column& column) {
    using namespace Qt::StringLiterals;
    const QLatin1StringView name(column.name);
    return name == "name"_L1 || name == "scope"_L1 || name == "title"_L1 || name == "control"_L1;
}

/// By its kind a gateway's legs are asked which calls they forward.
bool moves(const model::Column& column) {
    return column.type == model::ValueType::Reference || QLatin1StringView(column.name) == QLatin1StringView("kind");
}

/// The table and the name of an attribute as rules ask for it, without the member of a set.
QString attribute(const QString& table, const QString& name) {
    return (table == u"grant_" ? QStringLiteral("grant") : table) + u'.' + name;
}

/// Of a row about a member of a set: "component.function".
QString setOf(const document::RowChange& change) {
    const QString table = QString::fromLatin1(model::table(change.table).name);
    const auto* what = change.key.size() < 2 ? nullptr : std::get_if<QString>(&change.key[1]);
    return attribute(table.chopped(4), what ? what->section(u'.', 0, 0) : QString());
}

} // namespace

void WordChanges::note(const document::RowChange& change) {
    all_ = all_ || change.table == TableId::Framework;
    if (isSilent(change.table)) return;
    for (const model::Value& key : change.key)
        if (const auto* text = std::get_if<QString>(&key)) changed_.insert(*text);
    if (change.table == TableId::ZoneHas || change.table == TableId::ComponentHas || change.table == TableId::FlowHas) {
        answered_.insert(setOf(change));
        return;
    }
    if (change.kind != document::RowChange::Kind::Updated) {
        moved_.set(place(change.table));
        return;
    }
    const model::Table& table = model::table(change.table);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!change.columns.test(i)) continue;
        answered_.insert(attribute(QString::fromLatin1(table.name), QString::fromLatin1(table.columns[i].name)));
        if (moves(table.columns[i])) moved_.set(place(change.table));
        if (isName(table.columns[i])) renamed_.insert(change.firstKey());
    }
}

bool WordChanges::concernAll() const { return all_ || changed_.size() > mostChanged; }

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

bool WordChanges::concern(const QStringList& asks) const {
    if (moved_.any() || !renamed_.isEmpty()) return true;
    return std::any_of(asks.begin(), asks.end(),
                       [this](const QString& asked) { return answered_.contains(asked.section(u'.', 0, 1)); });
}

} // namespace sallyport::rules
