// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

namespace {

bool moves(const Surroundings& around, Index flow, Index data) { return contains(at(around.facts.flows, flow).data, data); }

/// Whether everything the component does with the data is to pass it on: each call that brings it is continued by one
/// that takes it further, the other way about too, and no right at the component yields it.
bool onlyForwards(const Surroundings& around, Index component, Index data) {
    // A key that proves something too is not to be handed to more people.
    if (const Index key = at(around.facts.data, data).key; key != none && at(around.facts.secrets, key).identity != none)
        return false;
    const analysis::ComponentFacts& c = at(around.facts.components, component);
    if (contains(c.stores, data) || contains(c.locked, data) || contains(c.obeys, data)) return false;
    for (const Index grant : around.grantsAt(component)) {
        // A right that is only drawn by a call says what passes, not that it stays.
        const analysis::GrantFacts& g = at(around.facts.grants, grant);
        if (around.row(g) != nullptr && (contains(g.reads, data) || contains(g.writes, data))) return false;
    }
    bool any = false;
    const auto carriedOn = [&](std::span<const Index> flows) {
        return std::any_of(flows.begin(), flows.end(), [&](Index flow) { return moves(around, flow, data); });
    };
    for (const Index flow : around.callsTo(component)) {
        if (!moves(around, flow, data)) continue;
        any = true;
        if (!carriedOn(around.continuationsOf(flow))) return false;
    }
    for (const Index flow : around.callsFrom(component))
        if (moves(around, flow, data) && !carriedOn(at(around.facts.flows, flow).continues)) return false;
    return any;
}

/// Where the data is in the clear before and after it passes the component: the other ends of its chains.
void addEnds(const Surroundings& around, Index component, Index data, bool upwards, Indices& ends, Indices& visited) {
    if (contains(visited, component)) return;
    visited.push_back(component);
    for (const Index flow : upwards ? around.callsTo(component) : around.callsFrom(component)) {
        if (!moves(around, flow, data)) continue;
        const Index end = upwards ? at(around.facts.flows, flow).from : at(around.facts.flows, flow).to;
        if (onlyForwards(around, end, data) || contains(at(around.facts.components, end).locked, data))
            addEnds(around, end, data, upwards, ends, visited);
        else if (!contains(ends, end))
            ends.push_back(end);
    }
}

Indices farEnds(const Surroundings& around, Index component, Index data) {
    Indices ends;
    for (const bool upwards : {true, false}) {
        Indices visited;
        addEnds(around, component, data, upwards, ends, visited);
    }
    return ends;
}

void seal(const Surroundings& around, Index component, Index index, ModelEdit& edit) {
    const analysis::DataFacts& data = at(around.facts.data, index);
    const Indices ends = farEnds(around, component, index);
    model::SecretId key;
    if (data.key != none) {
        key.value = at(around.facts.secrets, data.key).id;
    } else {
        model::Secret row;
        row.id = document::Editor::newId<model::Secret>();
        row.name = Surroundings::tr("key of %1").arg(displayName(data));
        row.kind = model::SecretKind::EncryptionKey;
        row.purpose = model::SecretPurpose::DataEncryption;
        row.perUser = data.users > 1;
        edit.put(row);
        model::DataAsset asset = *around.model.data.find({data.id});
        asset.keySecret = row.id;
        edit.put(asset);
        key = row.id;
    }
    for (const Index end : ends) {
        const model::ComponentId id{at(around.facts.components, end).id};
        if (data.key != none && contains(at(around.facts.components, end).holds, data.key)) continue;
        edit.put(model::Holding{key, id, std::nullopt, std::nullopt});
    }
    const model::ComponentId id{at(around.facts.components, component).id};
    edit.put(model::Handling{id, {data.id}, false, model::HandlingForm::Locked});
}

} // namespace

void sealForwardedData(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.components) && !around.isStopped(); ++i) {
        Indices forwarded;
        for (const Index flow : around.callsTo(i))
            for (const Index data : at(around.facts.flows, flow).data)
                if (!contains(forwarded, data) && onlyForwards(around, i, data)) forwarded.push_back(data);
        if (forwarded.empty()) continue;
        Change change{Family::SealData,
                      Surroundings::tr("Seal what %1 only forwards, end to end: %2")
                          .arg(around.words.component(i), Surroundings::names(around.facts.data, forwarded)),
                      {at(around.facts.components, i).id},
                      {},
                      {},
                      {}};
        for (const Index data : forwarded) {
            change.elements << at(around.facts.data, data).id;
            seal(around, i, data, change.edit);
        }
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
