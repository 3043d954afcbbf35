// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoveragePlaces.h"

namespace sallyport::rules {

namespace {

std::set<QString> at(const std::map<QString, std::set<QString>>& map, const QString& id) {
    const auto found = map.find(id);
    return found == map.end() ? std::set<QString>() : found->second;
}

} // namespace

CoveragePlaces::CoveragePlaces(const model::Model& model) : model_(model) {
    for (const model::Holding& holding : model.holdings) holders_[holding.secret.value].insert(holding.component.value);
    for (const model::Assignment& assignment : model.assignments)
        components_[assignment.from.value].insert(assignment.to.value);
    for (const model::Handling& handling : model.handlings)
        if (handling.stored == true) stores_[handling.data.value].insert(handling.component.value);
}

std::set<QString> CoveragePlaces::of(const QString& id) const {
    switch (model::elementKind(model_, id)) {
        case model::ElementKind::Component:
        case model::ElementKind::Zone:
            return {id};
        case model::ElementKind::Flow:
            return {model_.flows.find({id})->target.value};
        case model::ElementKind::Secret:
            return at(holders_, id);
        case model::ElementKind::Identity:
            return at(components_, id);
        case model::ElementKind::Grant:
            return at(components_, model_.grants.find({id})->identity.value);
        case model::ElementKind::Data:
            return at(stores_, id);
        default:
            return {};
    }
}

std::set<QString> CoveragePlaces::zonesOf(const QString& element) const {
    std::set<QString> zones;
    for (const QString& place : of(element)) {
        const model::Component* component = model_.components.find({place});
        zones.insert(component ? (component->zone ? component->zone->value : QString()) : place);
    }
    return zones.empty() ? std::set<QString>{QString()} : zones;
}

std::set<QString> CoveragePlaces::ownersOf(const QString& element) const {
    if (const model::Identity* identity = model_.identities.find({element}); identity && identity->owner)
        return {*identity->owner};
    std::set<QString> owners;
    const auto add = [&](const QString& place) {
        const model::Component* component = model_.components.find({place});
        owners.insert(component ? component->owner.value_or(QString()) : QString());
    };
    const model::Secret* secret = model_.secrets.find({element});
    if (secret && secret->ownerComponent)
        add(secret->ownerComponent->value);
    else
        for (const QString& place : of(element)) add(place);
    return owners.empty() ? std::set<QString>{QString()} : owners;
}

} // namespace sallyport::rules
