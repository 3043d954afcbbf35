// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Atoms.h"

#include <algorithm>

namespace sallyport::analysis {

void Family::lay(Atom begin, Index elements, int stride) {
    begin_ = begin;
    elements_ = elements;
    stride_ = stride;
    end_ = begin + elements * stride;
    first_.clear();
}

void Family::mixed(Atom begin, std::span<const char> whole) {
    begin_ = begin;
    elements_ = static_cast<Index>(whole.size());
    first_.resize(whole.size() + 1);
    Atom next = begin;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        first_[i] = next;
        next += whole[i] ? 1 : 3;
    }
    first_.back() = next;
    end_ = next;
}

Index Family::elementOf(Atom atom) const {
    if (first_.empty()) return (atom - begin_) / stride_;
    return static_cast<Index>(std::upper_bound(first_.begin(), first_.end(), atom) - first_.begin()) - 1;
}

namespace {

template <class List, class IsWhole>
std::vector<char> wholeness(const List& list, IsWhole isWhole) {
    std::vector<char> whole(list.size());
    std::transform(list.begin(), list.end(), whole.begin(), [&](const auto& element) { return char(isWhole(element)); });
    return whole;
}

/// A use is as whole as the claims it needs.
std::vector<char> wholeUses(const AttackFacts& facts, std::span<const char> wholeClaims) {
    std::vector<char> whole(facts.grants.size());
    for (std::size_t i = 0; i < whole.size(); ++i)
        whole[i] = wholeClaims[2 * i] && (facts.grants[i].also == none || wholeClaims[2 * i + 1]);
    return whole;
}

} // namespace

// Control comes first and read and write last, so that adding up a blast needs two comparisons an atom.
Atoms Atoms::number(const AttackFacts& facts, std::vector<Trusted> trusted, std::span<const char> wholeClaims) {
    Atoms atoms;
    atoms.trusted_ = std::move(trusted);
    Atom next = 0;
    const auto family = [&](FactKind kind) -> Family& { return atoms.families_[static_cast<std::size_t>(kind)]; };
    const auto lay = [&](FactKind kind, auto&& how) {
        how(family(kind));
        next = family(kind).end();
    };
    const auto plain = [&](FactKind kind, std::size_t elements) {
        lay(kind, [&](Family& f) { f.plain(next, static_cast<Index>(elements)); });
    };
    const auto broad = [&](FactKind kind) {
        lay(kind, [&](Family& f) { f.broad(next, static_cast<Index>(facts.data.size())); });
    };
    const auto mixed = [&](FactKind kind, std::span<const char> whole) { lay(kind, [&](Family& f) { f.mixed(next, whole); }); };

    mixed(FactKind::Control, wholeness(facts.components, [](const auto& c) { return !c.many; }));
    plain(FactKind::Foothold, facts.zones.size());
    plain(FactKind::Open, facts.flows.size());
    plain(FactKind::Path, facts.flows.size());
    plain(FactKind::Reach, facts.components.size());
    plain(FactKind::Touch, facts.components.size());
    plain(FactKind::Issuer, facts.components.size());
    plain(FactKind::Trusted, atoms.trusted_.size());
    mixed(FactKind::Have, wholeness(facts.secrets, [&](const auto& s) { return !isPerUser(facts, s); }));
    mixed(FactKind::Act, wholeness(facts.identities, [](const auto& i) { return !i.perUser; }));
    mixed(FactKind::Claim, wholeClaims);
    mixed(FactKind::Use, wholeUses(facts, wholeClaims));
    broad(FactKind::Get);
    broad(FactKind::Read);
    broad(FactKind::Write);
    atoms.count_ = next;
    return atoms;
}

Index Atoms::trustedIndex(Index identity, Index component) const {
    const Trusted sought{identity, component};
    const auto found = std::lower_bound(trusted_.begin(), trusted_.end(), sought);
    return found != trusted_.end() && *found == sought ? static_cast<Index>(found - trusted_.begin()) : none;
}

FactKind Atoms::kindOf(Atom atom) const {
    std::size_t kind = 0;
    while (!families_[kind].contains(atom)) ++kind;
    return static_cast<FactKind>(kind);
}

Atom Atoms::atomOf(const AttackFacts& facts, const Fact& fact) const {
    Index element = fact.element;
    if (fact.kind == FactKind::Trusted) {
        element = trustedIndex(fact.element, fact.second);
        if (element == none) return -1;
    } else if (fact.kind == FactKind::Claim) {
        const GrantFacts& grant = at(facts.grants, fact.element);
        if (fact.second != grant.identity && fact.second != grant.also) return -1;
        element = 2 * fact.element + (fact.second == grant.identity ? 0 : 1);
    }
    return (*this)[fact.kind].atom(element, fact.breadth);
}

Fact Atoms::factOf(const AttackFacts& facts, Atom atom, Breadth breadth) const {
    Fact fact;
    fact.kind = kindOf(atom);
    const Family& family = (*this)[fact.kind];
    fact.element = family.elementOf(atom);
    if (hasBreadth(fact.kind))
        fact.breadth =
            family.isWhole(fact.element) ? breadth : static_cast<Breadth>(atom - family.atom(fact.element, Breadth::One) + 1);
    if (fact.kind == FactKind::Trusted) {
        const Trusted& pair = trusted_[static_cast<std::size_t>(fact.element)];
        fact.element = pair.identity;
        fact.second = pair.component;
    } else if (fact.kind == FactKind::Claim) {
        const GrantFacts& grant = at(facts.grants, fact.element / 2);
        fact.second = fact.element % 2 == 0 ? grant.identity : grant.also;
        fact.element /= 2;
    }
    return fact;
}

} // namespace sallyport::analysis
