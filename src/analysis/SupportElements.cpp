// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Support.h"

#include <algorithm>
#include <set>

namespace sallyport::analysis {

namespace {

/// Gathers the elements whose rows decide whether a clause is there: those its facts are about, and those that these
/// are read with when clauses are made.
class Dependencies {
public:
    explicit Dependencies(const Program& program) : program_(program), facts_(program.facts) {}

    void clause(Atom trigger, Atom head) {
        const Fact from = add(trigger);
        const Fact to = add(head);
        if (from.kind == FactKind::Foothold) overheard(from.element, to);
    }
    Fact add(Atom atom) {
        const Fact fact = program_.atoms.factOf(facts_, atom, Breadth::All);
        if (seen_.insert(atom).second) about(fact);
        return fact;
    }
    std::vector<QString> ids() const { return {ids_.begin(), ids_.end()}; }

private:
    void about(const Fact& fact) {
        switch (fact.kind) {
            case FactKind::Foothold:
                return zone(fact.element);
            case FactKind::Open:
            case FactKind::Path:
                return flow(fact.element);
            case FactKind::Have:
                return secret(fact.element);
            case FactKind::Act:
                return identity(fact.element);
            case FactKind::Use:
            case FactKind::Claim:
                return grant(fact.element);
            case FactKind::Get:
            case FactKind::Read:
            case FactKind::Write:
                return data(fact.element);
            case FactKind::Trusted:
                identity(fact.element);
                return component(fact.second);
            default:
                return component(fact.element);
        }
    }

    void zone(Index index) {
        for (; index != none; index = at(facts_.zones, index).parent) ids_.insert(at(facts_.zones, index).id);
    }
    void component(Index index) {
        const ComponentFacts& c = at(facts_.components, index);
        if (ids_.insert(c.id).second) zone(c.zone);
    }
    void identity(Index index) {
        if (index == none) return;
        const IdentityFacts& i = at(facts_.identities, index);
        if (ids_.insert(i.id).second && i.issuer != none) component(i.issuer);
    }
    void secret(Index index) {
        if (index == none) return;
        const SecretFacts& s = at(facts_.secrets, index);
        if (!ids_.insert(s.id).second) return;
        identity(s.identity);
        secret(s.boundTo);
        if (s.signsFor != none) component(s.signsFor);
        for (Index i = 0; i < count(facts_.components); ++i)
            if (contains(at(facts_.components, i).holds, index)) component(i);
    }
    void grant(Index index) {
        const GrantFacts& g = at(facts_.grants, index);
        ids_.insert(g.id);
        identity(g.identity);
        identity(g.also);
        component(g.target);
    }
    void data(Index index) {
        const DataFacts& d = at(facts_.data, index);
        ids_.insert(d.id);
        secret(d.key);
    }
    void flow(Index index) {
        const FlowFacts& f = at(facts_.flows, index);
        if (!ids_.insert(f.id).second) return;
        component(f.from);
        component(f.to);
        identity(f.as);
        for (const Index s : f.carries) secret(s);
        for (const Index leg : f.continues) flow(leg);
    }
    /// R6 tells of the zone and of what is heard, not of the call.
    void overheard(Index zoneIndex, const Fact& heard) {
        for (Index i = 0; i < count(facts_.flows); ++i) {
            const FlowFacts& f = at(facts_.flows, i);
            if (f.encrypted) continue;
            if (at(facts_.components, f.from).zone != zoneIndex && at(facts_.components, f.to).zone != zoneIndex) continue;
            if (contains(heard.kind == FactKind::Have ? f.carries : f.data, heard.element)) flow(i);
        }
    }

    const Program& program_;
    const AttackFacts& facts_;
    std::set<Atom> seen_;
    std::set<QString> ids_;
};

} // namespace

std::vector<QString> Support::elements() const {
    Dependencies dependencies(scores_->program());
    const Clauses& clauses = scores_->clauses();
    for (Atom atom = 0; atom < static_cast<Atom>(usedTriggers_.size()); ++atom) {
        if (at(baselineUsed_, atom)) dependencies.add(atom);
        if (!at(usedTriggers_, atom)) continue;
        const auto a = static_cast<std::size_t>(atom);
        for (std::int32_t i = clauses.oneStart[a]; i < clauses.oneStart[a + 1]; ++i)
            if (at(usedOne_, i)) dependencies.clause(atom, at(clauses.oneHead, i));
        for (std::int32_t i = clauses.allStart[a]; i < clauses.allStart[a + 1]; ++i) {
            if (!at(usedAll_, i)) continue;
            const Conjunction& clause = at(clauses.all, i);
            dependencies.clause(atom, clause.head);
            dependencies.add(clause.other);
            dependencies.add(clause.another);
        }
    }
    return dependencies.ids();
}

} // namespace sallyport::analysis
