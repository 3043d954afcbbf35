// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

namespace sallyport::advice {

namespace {

void encrypt(const Surroundings& around, Index flow, ModelEdit& edit) {
    model::Flow row = *around.row(at(around.facts.flows, flow));
    row.tls = model::Tls::Tls13;
    edit.put(row);
}

/// Calls that are heard in the zone.
std::vector<Indices> heardByZone(const Surroundings& around) {
    std::vector<Indices> heard(around.facts.zones.size());
    for (Index i = 0; i < count(around.facts.flows) && !around.isStopped(); ++i) {
        const analysis::FlowFacts& flow = at(around.facts.flows, i);
        if (flow.encrypted) continue;
        const Index from = at(around.facts.components, flow.from).zone;
        const Index to = at(around.facts.components, flow.to).zone;
        if (at(around.facts.zones, from).flat) at(heard, from).push_back(i);
        if (to != from && at(around.facts.zones, to).flat) at(heard, to).push_back(i);
    }
    return heard;
}

} // namespace

/// Each call that can be heard alone, and all that a zone hears together: one open call is enough to lose what ten carry.
void encryptCalls(const Surroundings& around, Changes& changes) {
    Indices offered;
    const std::vector<Indices> heard = heardByZone(around);
    for (const Indices& flows : heard)
        for (const Index flow : flows) {
            if (contains(offered, flow)) continue;
            offered.push_back(flow);
            Change change{Family::Encrypt,
                          Surroundings::tr("Encrypt the call %1").arg(around.flowName(flow)),
                          {at(around.facts.flows, flow).id},
                          {},
                          {},
                          {}};
            encrypt(around, flow, change.edit);
            offer(around, changes, std::move(change));
        }
    for (Index zone = 0; zone < count(around.facts.zones); ++zone) {
        const Indices& flows = at(heard, zone);
        if (flows.size() < 2) continue;
        Change change{Family::Encrypt,
                      Surroundings::tr("Encrypt the %1 calls that can be heard in %2")
                          .arg(QString::number(flows.size()), around.zoneName(zone)),
                      {at(around.facts.zones, zone).id},
                      {},
                      {},
                      {}};
        for (const Index flow : flows) {
            change.elements << at(around.facts.flows, flow).id;
            encrypt(around, flow, change.edit);
        }
        offer(around, changes, std::move(change));
    }
}

} // namespace sallyport::advice
