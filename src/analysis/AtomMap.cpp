// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/AtomMap.h"

#include <QHash>

namespace sallyport::analysis {

namespace {

constexpr std::size_t stopEvery = 4096;

/// Lists mostly keep their order, so the next element is mostly the one asked for.
template <class Element>
Indices positions(const std::vector<Element>& from, const std::vector<Element>& to, const std::stop_token& stop) {
    Indices found(from.size(), none);
    QHash<QString, Index> byId;
    Index next = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (i % stopEvery == 0 && stop.stop_requested()) return found;
        if (next < count(to) && at(to, next).id == from[i].id) {
            found[i] = next++;
            continue;
        }
        if (byId.isEmpty())
            for (Index j = 0; j < count(to); ++j) byId.insert(at(to, j).id, j);
        found[i] = byId.value(from[i].id, none);
        if (found[i] != none) next = found[i] + 1;
    }
    return found;
}

} // namespace

AtomMap::AtomMap(const Program& from, const Program& to, const std::stop_token& stop)
    : map_(static_cast<std::size_t>(from.atoms.count()), -1) {
    const auto family = [&](FactKind kind, auto same) {
        const Family& here = from.atoms[kind];
        const Family& there = to.atoms[kind];
        for (Index element = 0; element < here.elements(); ++element) {
            if (element % static_cast<Index>(stopEvery) == 0 && stop.stop_requested()) return;
            const Index target = same(element);
            if (target == none || here.isWhole(element) != there.isWhole(target)) continue;
            for (const Breadth breadth : breadths) {
                at(map_, here.atom(element, breadth)) = there.atom(target, breadth);
                if (here.isWhole(element)) break;
            }
        }
    };
    const auto each = [&](const Indices& same, std::initializer_list<FactKind> kinds) {
        for (const FactKind kind : kinds) family(kind, [&](Index element) { return at(same, element); });
    };
    using enum FactKind;
    const AttackFacts& a = from.facts;
    const AttackFacts& b = to.facts;
    const Indices components = positions(a.components, b.components, stop);
    const Indices identities = positions(a.identities, b.identities, stop);
    const Indices grants = positions(a.grants, b.grants, stop);
    each(components, {Control, Reach, Issuer, Touch});
    each(identities, {Act});
    each(grants, {Use});
    each(positions(a.zones, b.zones, stop), {Foothold});
    each(positions(a.flows, b.flows, stop), {Open, Path});
    each(positions(a.secrets, b.secrets, stop), {Have});
    each(positions(a.data, b.data, stop), {Get, Read, Write});
    family(Claim, [&](Index claim) {
        const Index grant = at(grants, claim / 2);
        return grant == none ? none : 2 * grant + claim % 2;
    });
    family(Trusted, [&](Index pair) {
        const Atoms::Trusted& trusted = at(from.atoms.trusted(), pair);
        const Index identity = at(identities, trusted.identity);
        const Index component = at(components, trusted.component);
        return identity == none || component == none ? none : to.atoms.trustedIndex(identity, component);
    });
}

} // namespace sallyport::analysis
