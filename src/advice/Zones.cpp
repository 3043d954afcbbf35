// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

#include <algorithm>

namespace sallyport::advice {

namespace {

template <class Alter>
Change zoneChange(const Surroundings& around, Index zone, Family family, const QString& title, Alter alter) {
    Change change{family, title.arg(around.zoneName(zone)), {at(around.facts.zones, zone).id}, {}, {}, {}};
    model::Zone row = *around.row(at(around.facts.zones, zone));
    alter(row);
    change.edit.put(row);
    return change;
}

bool isInside(const Surroundings& around, Index zone, Index outer) {
    for (; zone != none; zone = at(around.facts.zones, zone).parent)
        if (zone == outer) return true;
    return false;
}

} // namespace

void segmentZones(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.zones); ++i) {
        const analysis::ZoneFacts& zone = at(around.facts.zones, i);
        const model::Zone* row = around.row(zone);
        // Nobody segments the internet.
        if (!zone.flat || row == nullptr || row->kind == model::ZoneKind::Internet) continue;
        offer(around, changes,
              zoneChange(around, i, Family::Segment, Surroundings::tr("Segment the network of %1"),
                         [](model::Zone& z) { z.flat = false; }));
    }
}

void sealZones(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.zones); ++i) {
        const analysis::ZoneFacts& zone = at(around.facts.zones, i);
        if (zone.sealed || zone.parent == none || around.row(zone) == nullptr) continue;
        offer(around, changes,
              zoneChange(around, i, Family::SealZone, Surroundings::tr("Seal %1, so that a foothold inside is none outside"),
                         [](model::Zone& z) { z.sealed = true; }));
    }
}

/// Only to zones in which no caller of the component stands.
void closeComponents(const Surroundings& around, Changes& changes) {
    for (const model::ComponentOpenTo& open : around.model.openTo) {
        if (around.isStopped()) return;
        const auto& components = around.facts.components;
        const Index index = around.indexOf(open.from);
        const Index to = around.indexOf(open.to);
        if (index == none || to == none) continue;
        const Indices& calls = around.callsTo(index);
        if (std::any_of(calls.begin(), calls.end(), [&](Index flow) {
                return isInside(around, at(components, at(around.facts.flows, flow).from).zone, to);
            }))
            continue;
        Change change{Family::Close,
                      Surroundings::tr("Close %1 to %2, where nobody calls it from")
                          .arg(around.words.component(index), around.zoneName(to)),
                      {open.from.value, open.to.value},
                      {},
                      {},
                      {}};
        change.edit.erase(open);
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
