// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Replica.h"

#include <QSet>

namespace sallyport::document {
namespace {

std::optional<Error> zoneInItself(const model::Model& model) {
    for (const model::Zone& zone : model.zones) {
        QSet<QString> seen{zone.id.value};
        for (auto parent = zone.parent; parent;) {
            if (seen.contains(parent->value))
                return Error{"The zone '" + zone.name + "' (" + zone.id.value + ") encloses itself.",
                             {},
                             "Move one of the zones out of the other."};
            seen.insert(parent->value);
            const model::Zone* outer = model.zones.find(*parent);
            parent = outer ? outer->parent : std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<Error> legThatDoesNotJoin(const model::Model& model) {
    for (const model::FlowContinues& row : model.flowContinues) {
        const model::Flow* flow = model.flows.find(row.from);
        const model::Flow* leg = model.flows.find(row.to);
        if (flow && leg && leg->target != flow->source)
            return Error{"The flow '" + model.nameOf(row.from.value) + "' (" + row.from.value + ") continues '" +
                             model.nameOf(row.to.value) + "' (" + row.to.value + "), which does not end where it starts.",
                         {},
                         "A flow can continue only flows that end at its source."};
    }
    return std::nullopt;
}

std::optional<Error> placementOfNothing(const model::Model& model, const model::Placement& placement) {
    if (model.components.contains({placement.element}) || model.zones.contains({placement.element})) return std::nullopt;
    return Error{"The diagram '" + model.nameOf(placement.diagram.value) + "' places '" + placement.element +
                     "', which is no zone or component.",
                 {},
                 "Remove the placement."};
}

/// Whether a choice is a member of one of its table's sets.
bool isInVocabulary(model::TableId choices, const QString& what, bool present) {
    const auto dot = what.indexOf('.');
    const QStringView prefix = QStringView(what).left(dot);
    const QStringView member = QStringView(what).mid(dot + 1);
    for (const model::Table& table : model::tables())
        for (const model::SetColumn& set : table.sets) {
            if (set.choices != choices || prefix != QLatin1StringView(set.prefix)) continue;
            if (set.words.empty()) return member == u"*" ? !present : !set.relation && !member.isEmpty();
            return std::any_of(set.words.begin(), set.words.end(),
                               [&](const model::Word& word) { return member == QLatin1StringView(word.word); });
        }
    return false;
}

template <class T>
std::optional<Error> brokenChoice(const model::Model& model, const T& row) {
    if (isInVocabulary(model::tableOf<T>, row.what, row.present)) return std::nullopt;
    return Error{"The answer '" + row.what + "' of '" + model.nameOf(row.element.value) + "' (" + row.element.value +
                     ") is not in the vocabulary.",
                 {},
                 "Remove this row."};
}

template <class T>
std::optional<Error> brokenChoices(const model::Model& model, const model::Rows<T>& rows) {
    for (const T& row : rows)
        if (auto broken = brokenChoice(model, row)) return broken;
    return std::nullopt;
}

template <class T>
std::optional<Error> brokenChoiceOf(const model::Model& model, const model::Rows<T>& rows, const RowChange& change) {
    if (change.table != model::tableOf<T>) return std::nullopt;
    const T* row = rows.find({{std::get<QString>(change.key[0])}, std::get<QString>(change.key[1])});
    return row ? brokenChoice(model, *row) : std::nullopt;
}

template <class T>
std::optional<Error> takeIds(const model::Rows<T>& rows, QSet<QString>& taken) {
    for (const T& row : rows) {
        if (taken.contains(row.id.value))
            return Error{
                "The id '" + row.id.value + "' is used for two elements.", {}, "Every element needs an id of its own."};
        taken.insert(row.id.value);
    }
    return std::nullopt;
}

std::optional<Error> idUsedTwice(const model::Model& model) {
    QSet<QString> taken;
    if (auto broken = takeIds(model.zones, taken)) return broken;
    if (auto broken = takeIds(model.components, taken)) return broken;
    if (auto broken = takeIds(model.flows, taken)) return broken;
    if (auto broken = takeIds(model.identities, taken)) return broken;
    if (auto broken = takeIds(model.secrets, taken)) return broken;
    if (auto broken = takeIds(model.grants, taken)) return broken;
    if (auto broken = takeIds(model.data, taken)) return broken;
    if (auto broken = takeIds(model.diagrams, taken)) return broken;
    return takeIds(model.notes, taken);
}

std::optional<Error> brokenByChanges(const model::Model& model, const Changes& changes) {
    bool zones = false;
    bool legs = false;
    for (const RowChange& row : changes.rows) {
        if (row.kind == RowChange::Kind::Deleted) continue;
        zones |= row.table == model::TableId::Zone;
        legs |= row.table == model::TableId::FlowContinues || row.table == model::TableId::Flow;
        if (auto broken = brokenChoiceOf(model, model.zoneHas, row)) return broken;
        if (auto broken = brokenChoiceOf(model, model.componentHas, row)) return broken;
        if (auto broken = brokenChoiceOf(model, model.flowHas, row)) return broken;
        if (row.table != model::TableId::Placement) continue;
        const auto* placement = model.placements.find({{std::get<QString>(row.key[0])}, std::get<QString>(row.key[1])});
        if (!placement) continue;
        if (auto broken = placementOfNothing(model, *placement)) return broken;
    }
    if (zones)
        if (auto broken = zoneInItself(model)) return broken;
    return legs ? legThatDoesNotJoin(model) : std::nullopt;
}

} // namespace

std::optional<Error> brokenRule(const model::Model& model, const Changes* changes) {
    if (changes && !changes->everything) return brokenByChanges(model, *changes);
    if (auto broken = idUsedTwice(model)) return broken;
    if (auto broken = zoneInItself(model)) return broken;
    if (auto broken = legThatDoesNotJoin(model)) return broken;
    if (auto broken = brokenChoices(model, model.zoneHas)) return broken;
    if (auto broken = brokenChoices(model, model.componentHas)) return broken;
    if (auto broken = brokenChoices(model, model.flowHas)) return broken;
    for (const model::Placement& placement : model.placements)
        if (auto broken = placementOfNothing(model, placement)) return broken;
    return std::nullopt;
}

} // namespace sallyport::document
