// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/DrawnCalls.h"

#include "analysis/Closure.h"
#include "analysis/Program.h"

#include <algorithm>

namespace sallyport::advice {

using namespace analysis;

namespace {

constexpr int ordinaryUse = 1;

AttackFacts legitimate(AttackFacts facts) {
    facts.attackerZones.clear();
    for (ZoneFacts& zone : facts.zones) zone.flat = false;
    for (GrantFacts& grant : facts.grants) grant.admin = false;
    for (ComponentFacts& component : facts.components) {
        component.openTo.clear();
        component.codeFrom.clear();
        component.obeys.clear();
        component.exploitable = false;
    }
    return facts;
}

/// The sources of the call and of the calls it forwards are in the hands of their owners.
std::vector<Atom> ownersOf(const Program& program, Index flow) {
    const AttackFacts& facts = program.facts;
    Indices chain{flow};
    std::vector<Atom> owners;
    for (std::size_t next = 0; next < chain.size(); ++next) {
        const FlowFacts& call = at(facts.flows, chain[next]);
        owners.push_back(program.atoms[FactKind::Control].atom(call.from, defaultBreadth(facts, FactKind::Control, call.from)));
        for (const Index leg : call.continues)
            if (!contains(chain, leg)) chain.push_back(leg);
    }
    return owners;
}

} // namespace

std::optional<DrawnCalls> DrawnCalls::find(const model::Model& model, AttackFacts ofModel, const std::stop_token& stop) {
    constexpr Index stopEvery = 64;
    const auto program = compileProgram(legitimate(std::move(ofModel)), stop);
    if (!program) return std::nullopt;
    const Clauses clauses = program->clauses.upTo(ordinaryUse);
    const AttackFacts& facts = program->facts;
    std::vector<Indices> grantsAt(facts.components.size());
    for (Index i = 0; i < count(facts.grants); ++i) at(grantsAt, at(facts.grants, i).target).push_back(i);
    Spread spread(clauses, program->baseline); // Of nothing: no attacker stands anywhere.
    DrawnCalls calls;
    for (Index i = 0; i < count(facts.flows); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested()) return std::nullopt;
        const FlowFacts& call = at(facts.flows, i);
        std::set<QString>& brought = calls.brought_[call.id];
        if (call.as == none || call.data.empty()) continue;
        spread.run(ownersOf(*program, i));
        const auto carries = [&](Index data, model::Direction otherWay) {
            const auto* moved = model.flowData.find({{call.id}, {at(facts.data, data).id}});
            return moved != nullptr && moved->direction != otherWay;
        };
        for (const Index index : at(grantsAt, call.to)) {
            const GrantFacts& grant = at(facts.grants, index);
            if (grant.identity != call.as && grant.also != call.as) continue;
            if (!spread.holds(program->atoms[FactKind::Use].atom(index, Breadth::One))) continue;
            for (const Index data : grant.reads)
                if (carries(data, model::Direction::ToTarget)) brought.insert(u'r' + at(facts.data, data).id);
            for (const Index data : grant.writes)
                if (carries(data, model::Direction::FromTarget)) brought.insert(u'w' + at(facts.data, data).id);
        }
    }
    return calls;
}

bool DrawnCalls::areKeptIn(const DrawnCalls& other) const {
    return std::all_of(brought_.begin(), brought_.end(), [&](const auto& call) {
        const auto same = other.brought_.find(call.first);
        return same != other.brought_.end() &&
               std::includes(same->second.begin(), same->second.end(), call.second.begin(), call.second.end());
    });
}

} // namespace sallyport::advice
