// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Program.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace sallyport::analysis {

namespace {

using enum FactKind;

/// Steps and effort of each rule. Clauses whose head is a claim or an issuer cost nothing.
struct Cost {
    std::uint8_t steps;
    std::uint8_t effort;
};
constexpr std::array<Cost, ruleCount> costs = {{{0, 0},
                                                {0, 0},
                                                {0, 0},
                                                {0, 0},
                                                {1, 1},
                                                {1, 1},
                                                {1, 2},
                                                {0, 0},
                                                {1, 2},
                                                {0, 0},
                                                {1, 1},
                                                {0, 0},
                                                {1, 2},
                                                {1, 1},
                                                {0, 0},
                                                {1, 3}}};

/// A fact without its breadth.
struct Place {
    FactKind kind;
    Index element;
};

struct OnePremise {
    Atom premise;
    Atom head;
    ClauseTag tag;
};
struct SeveralPremises {
    std::array<Atom, 3> premises; // The last is -1 if there are two.
    Atom head;
    ClauseTag tag;
};

class Grounder {
public:
    Grounder(const AttackFacts& facts, const Atoms& atoms, const std::vector<char>& unchecked, Instances instances,
             const std::stop_token& stop, Origins origins)
        : facts_(facts),
          atoms_(atoms),
          unchecked_(unchecked),
          every_(instances == Instances::Every),
          stop_(stop),
          keepsOrigins_(origins == Origins::Kept),
          rows_(facts),
          accepts_(facts.components.size(), 0) {
        one_.reserve(6 * (facts.flows.size() + facts.components.size() + facts.grants.size() + facts.secrets.size()));
        several_.reserve(2 * facts.grants.size());
        locked_.reserve(facts.components.size());
        for (const ComponentFacts& component : facts.components) locked_.emplace_back(component.locked);
    }

    Clauses run();

private:
    bool isWhole(Place place) const { return atoms_[place.kind].isWhole(place.element); }
    Atom atom(Place place, Breadth breadth = Breadth::None) const { return atoms_[place.kind].atom(place.element, breadth); }
    bool isLocked(Index component, Index data) const { return at(locked_, component).contains(data); }
    bool isProof(Index secret) const { return at(facts_.secrets, secret).proof; }

    void add(const OnePremise& clause) {
        one_.push_back(clause);
        if (keepsOrigins_) oneOrigin_.push_back(origin_);
    }
    void add(const SeveralPremises& clause) {
        several_.push_back(clause);
        if (keepsOrigins_) severalOrigin_.push_back(origin_);
    }
    template <class At>
    static void upTo(Breadth widest, At at) {
        for (const Breadth b : breadths)
            if (b <= widest) at(b);
    }
    static ClauseTag tag(int rule, FactKind head, Breadth headBreadth, Breadth premiseBreadth);
    void clause(int rule, Atom premise, Breadth premiseBreadth, Place head, Breadth headBreadth);
    void plain(int rule, Place premise, Place head) { clause(rule, atom(premise), Breadth::None, head, Breadth::None); }
    void fromOne(int rule, Place premise, Place head, Breadth headBreadth = Breadth::None) {
        clause(rule, atom(premise, Breadth::One), Breadth::One, head, headBreadth);
    }
    void sameBreadth(int rule, Place premise, Place head, Breadth widest = Breadth::All);
    void sameBreadthAll(int rule, std::initializer_list<Place> narrow, std::initializer_list<Place> broad, Place head);

    void zones();
    void components();
    void component(Index index);
    void flows();
    void connection(Index index);
    void endSees(Index flow, Index component);
    void overheard(Index flow, Index component);
    void secrets();
    void identities();
    void grants();
    void claimed(Index grant, int slot);
    void yields(Index grant);
    void lockedData();
    void narrower();
    Clauses assemble() const;
    void assembleOne(Clauses& clauses) const;
    void assembleSeveral(Clauses& clauses) const;
    static constexpr std::size_t stopEvery = 65536; // Clauses.
    /// Asked for every element; looks now and then.
    bool stopped(Index index) const { return index % 1024 == 0 && stop_.stop_requested(); }

    const AttackFacts& facts_;
    const Atoms& atoms_;
    const std::vector<char>& unchecked_;
    bool every_;
    const std::stop_token& stop_;
    bool keepsOrigins_;
    FactsRows rows_;
    FactsRows::Number origin_ = none; // The row at hand.
    std::vector<FactsRows::Number> oneOrigin_, severalOrigin_;
    std::vector<char> accepts_;    // By component: whether it accepts calls.
    std::vector<IndexSet> locked_; // By component: data.
    std::vector<OnePremise> one_;
    std::vector<SeveralPremises> several_;
};

ClauseTag Grounder::tag(int rule, FactKind head, Breadth headBreadth, Breadth premiseBreadth) {
    const bool free = head == Claim || head == Issuer;
    const Cost cost = free ? Cost{0, 0} : costs[static_cast<std::size_t>(rule)];
    return {static_cast<std::uint8_t>(rule), cost.steps, cost.effort, headBreadth, premiseBreadth};
}

void Grounder::clause(int rule, Atom premise, Breadth premiseBreadth, Place head, Breadth headBreadth) {
    add(OnePremise{premise, atom(head, headBreadth), tag(rule, head.kind, headBreadth, premiseBreadth)});
}

/// head(b) <- premise(b) for every b up to the widest. Where either is whole one clause says it all; the others follow
/// from it by R14, which costs nothing.
void Grounder::sameBreadth(int rule, Place premise, Place head, Breadth widest) {
    const auto at = [&](Breadth b) { clause(rule, atom(premise, b), b, head, b); };
    if (isWhole(premise)) {
        if (isWhole(head) && widest == Breadth::All)
            add(OnePremise{atom(premise), atom(head, Breadth::All), tag(rule, head.kind, Breadth::None, Breadth::None)});
        else if (every_ && !isWhole(head))
            upTo(widest, at);
        else
            at(widest);
    } else if (isWhole(head)) {
        at(Breadth::One);
    } else {
        upTo(widest, at);
    }
}

/// The same for several premises: `narrow` have no breadth, `broad` have the head's.
void Grounder::sameBreadthAll(int rule, std::initializer_list<Place> narrow, std::initializer_list<Place> broad, Place head) {
    const auto at = [&](Breadth named, Breadth b) {
        SeveralPremises clause{{-1, -1, -1}, atom(head, b), tag(rule, head.kind, named, named)};
        std::size_t next = 0;
        for (const Place place : narrow) clause.premises[next++] = atom(place);
        for (const Place place : broad) clause.premises[next++] = atom(place, b);
        add(clause);
    };
    const bool wholePremises = std::all_of(broad.begin(), broad.end(), [&](Place p) { return isWhole(p); });
    if (wholePremises && !(every_ && !isWhole(head))) {
        at(isWhole(head) ? Breadth::None : Breadth::All, Breadth::All);
    } else if (isWhole(head)) {
        at(Breadth::One, Breadth::One);
    } else {
        for (const Breadth b : breadths) at(b, b);
    }
}

void Grounder::zones() {
    for (Index zone = 0; zone < count(facts_.zones) && !stopped(zone); ++zone) {
        origin_ = rows_.zone(zone);
        const ZoneFacts& z = at(facts_.zones, zone);
        if (z.parent != none && !z.sealed) plain(1, {Foothold, zone}, {Foothold, z.parent});
    }
}

void Grounder::components() {
    for (const FlowFacts& flow : facts_.flows) at(accepts_, flow.to) = 1;
    for (const GrantFacts& grant : facts_.grants) at(accepts_, grant.target) = 1;
    for (Index i = 0; i < count(facts_.components) && !stopped(i); ++i) component(i);
}

void Grounder::component(Index index) {
    origin_ = rows_.component(index);
    const ComponentFacts& c = at(facts_.components, index);
    const Place control{Control, index};
    fromOne(1, control, {Foothold, c.zone});
    if (at(facts_.zones, c.zone).flat && (at(accepts_, index) || !c.openTo.empty()))
        plain(3, {Foothold, c.zone}, {Touch, index});
    for (const Index zone : c.openTo) plain(3, {Foothold, zone}, {Touch, index});
    plain(3, {Touch, index}, {Reach, index});
    for (const Index secret : c.holds)
        sameBreadth(4, control, {Have, secret}, at(facts_.secrets, secret).liveOnly ? Breadth::Live : Breadth::All);
    for (const Index data : c.stores) {
        sameBreadth(4, control, {isLocked(index, data) ? Get : Read, data});
        sameBreadth(4, control, {Write, data});
    }
    for (const Index source : c.codeFrom) fromOne(12, {Control, source}, control, Breadth::Live);
    for (const Index data : c.obeys) fromOne(12, {Write, data}, control, Breadth::Live);
    if (c.exploitable) clause(15, atom({Reach, index}), Breadth::None, control, Breadth::All);
}

void Grounder::flows() {
    for (Index i = 0; i < count(facts_.flows) && !stopped(i); ++i) {
        origin_ = rows_.flow(i);
        const FlowFacts& flow = at(facts_.flows, i);
        connection(i);
        endSees(i, flow.from);
        if (flow.to != flow.from) endSees(i, flow.to);
        if (flow.encrypted) continue;
        overheard(i, flow.from);
        if (at(facts_.components, flow.to).zone != at(facts_.components, flow.from).zone) overheard(i, flow.to);
    }
}

void Grounder::connection(Index index) {
    const FlowFacts& flow = at(facts_.flows, index);
    const Place open{Open, index};
    fromOne(2, {Control, flow.from}, open);
    const Index zone = at(facts_.components, flow.from).zone;
    if (at(facts_.zones, zone).flat) plain(2, {Foothold, zone}, open);
    plain(2, {Touch, flow.to}, open);
    plain(3, open, {Path, index});
    for (const Index leg : flow.continues) {
        if (at(unchecked_, leg)) plain(2, {Open, leg}, open);
        plain(3, {Path, leg}, {Path, index});
    }
    plain(3, {Path, index}, {Reach, flow.to});
    if (at(unchecked_, index) && flow.as != none) plain(9, open, {Trusted, atoms_.trustedIndex(flow.as, flow.to)});
}

/// R5 at one end.
void Grounder::endSees(Index flow, Index component) {
    const FlowFacts& f = at(facts_.flows, flow);
    const Place control{Control, component};
    for (const Index secret : f.carries)
        if (!isProof(secret)) sameBreadth(5, control, {Have, secret}, Breadth::Live);
    for (const Index data : f.data) {
        if (isLocked(component, data)) {
            sameBreadth(5, control, {Get, data}, Breadth::Live);
        } else {
            sameBreadth(5, control, {Read, data}, Breadth::Live);
            sameBreadth(5, control, {Write, data}, Breadth::Live);
        }
    }
}

/// R6 from the zone of one end.
void Grounder::overheard(Index flow, Index component) {
    const FlowFacts& f = at(facts_.flows, flow);
    const Index zone = at(facts_.components, component).zone;
    if (!at(facts_.zones, zone).flat) return;
    const ComponentFacts& from = at(facts_.components, f.from);
    const bool clientsSide = from.zone == zone && from.many && at(facts_.components, f.to).zone != zone;
    const Breadth heard = clientsSide ? Breadth::One : Breadth::Live;
    const auto hear = [&](Place what) { clause(6, atom({Foothold, zone}), Breadth::None, what, heard); };
    for (const Index secret : f.carries)
        if (!isProof(secret)) hear({Have, secret});
    for (const Index data : f.data) {
        if (isLocked(f.from, data) || isLocked(f.to, data)) {
            hear({Get, data});
        } else {
            hear({Read, data});
            hear({Write, data});
        }
    }
}

/// R7, and R8 for signing keys.
void Grounder::secrets() {
    for (Index i = 0; i < count(facts_.secrets) && !stopped(i); ++i) {
        origin_ = rows_.secret(i);
        const SecretFacts& secret = at(facts_.secrets, i);
        if (secret.signsFor != none) fromOne(8, {Have, i}, {Issuer, secret.signsFor});
        if (secret.identity == none) continue;
        const auto speaks = [&](Place head) {
            if (secret.boundTo == none || secret.boundTo == i)
                sameBreadth(7, {Have, i}, head);
            else
                sameBreadthAll(7, {}, {{Have, i}, {Have, secret.boundTo}}, head);
        };
        if (!secret.only) {
            speaks({Act, secret.identity});
            continue;
        }
        // A claim on a grant that asks for someone else leads nowhere.
        for (const Index grant : *secret.only) {
            if (at(facts_.grants, grant).identity == secret.identity)
                speaks({Claim, 2 * grant});
            else if (at(facts_.grants, grant).also == secret.identity)
                speaks({Claim, 2 * grant + 1});
        }
    }
}

/// R8.
void Grounder::identities() {
    std::vector<char> issues(facts_.components.size(), 0);
    for (Index i = 0; i < count(facts_.identities) && !stopped(i); ++i) {
        origin_ = rows_.identity(i);
        const Index issuer = at(facts_.identities, i).issuer;
        if (issuer == none) continue;
        clause(8, atom({Issuer, issuer}), Breadth::None, {Act, i}, Breadth::All);
        // The same whoever it is emitted for first.
        origin_ = none;
        if (std::exchange(at(issues, issuer), 1) == 0) fromOne(8, {Control, issuer}, {Issuer, issuer});
    }
}

void Grounder::grants() {
    for (Index i = 0; i < count(facts_.grants) && !stopped(i); ++i) {
        origin_ = rows_.grant(i);
        const GrantFacts& grant = at(facts_.grants, i);
        const Place reach{Reach, grant.target};
        const bool joint = grant.also != none && grant.also != grant.identity;
        claimed(i, 0);
        if (joint) {
            claimed(i, 1);
            sameBreadthAll(10, {reach}, {{Claim, 2 * i}, {Claim, 2 * i + 1}}, {Use, i});
        } else {
            sameBreadthAll(10, {reach}, {{Claim, 2 * i}}, {Use, i});
        }
        yields(i);
    }
}

/// R9 and R10: what makes a claim.
void Grounder::claimed(Index grant, int slot) {
    const GrantFacts& g = at(facts_.grants, grant);
    const Index identity = slot == 0 ? g.identity : g.also;
    const Place claim{Claim, 2 * grant + slot};
    sameBreadth(10, {Act, identity}, claim);
    const Index trusted = atoms_.trustedIndex(identity, g.target);
    if (trusted != none) clause(9, atom({Trusted, trusted}), Breadth::None, claim, Breadth::All);
}

/// R11.
void Grounder::yields(Index index) {
    const GrantFacts& grant = at(facts_.grants, index);
    const Place use{Use, index};
    for (const Index secret : grant.reveals)
        sameBreadth(11, use, {Have, secret}, at(facts_.secrets, secret).liveOnly ? Breadth::Live : Breadth::All);
    for (const Index identity : grant.assumes) sameBreadth(11, use, {Act, identity});
    if (grant.admin) fromOne(11, use, {Control, grant.target}, Breadth::All);
    // Everyone's data follows from the narrowest use; a whole use is shown at its widest.
    const Breadth any = isWhole(use) ? Breadth::All : Breadth::One;
    const auto yield = [&](Place data) {
        if (grant.ownOnly)
            sameBreadth(11, use, data);
        else
            clause(11, atom(use, any), any, data, Breadth::All);
    };
    for (const Index data : grant.reads) yield({isLocked(grant.target, data) ? Get : Read, data});
    for (const Index data : grant.writes) yield({Write, data});
}

/// R13.
void Grounder::lockedData() {
    for (Index i = 0; i < count(facts_.data) && !stopped(i); ++i) {
        origin_ = rows_.data(i);
        const Index key = at(facts_.data, i).key;
        if (key != none) sameBreadthAll(13, {}, {{Get, i}, {Have, key}}, {Read, i});
    }
}

/// R14 where the breadths are atoms of their own.
void Grounder::narrower() {
    origin_ = none;
    for (const FactKind kind : {Control, Have, Act, Claim, Use, Get, Read, Write}) {
        const Family& family = atoms_[kind];
        for (Index i = 0; i < family.elements() && !stopped(i); ++i) {
            if (family.isWhole(i)) continue;
            for (const Breadth wide : {Breadth::All, Breadth::Live}) {
                const auto narrow = static_cast<Breadth>(static_cast<int>(wide) - 1);
                clause(14, atom({kind, i}, wide), wide, {kind, i}, narrow);
            }
        }
    }
}

/// Ordered by premise, keeping the order of emission below it. Empty if stopped: these are the longest stretches of all, so
/// that each looks now and then.
Clauses Grounder::assemble() const {
    Clauses clauses;
    assembleOne(clauses);
    if (!stop_.stop_requested()) assembleSeveral(clauses);
    if (stop_.stop_requested()) return {};
    return clauses;
}

namespace {

/// From how many clauses there are under each atom to where they start.
void startsFrom(std::vector<std::int32_t>& start) {
    for (std::size_t i = 1; i < start.size(); ++i) start[i] += start[i - 1];
}

} // namespace

void Grounder::assembleOne(Clauses& clauses) const {
    const auto each = [this](auto visit) {
        for (std::size_t i = 0; i < one_.size(); ++i) {
            if (i % stopEvery == 0 && stop_.stop_requested()) return;
            visit(i, one_[i]);
        }
    };
    clauses.oneStart.assign(static_cast<std::size_t>(atoms_.count()) + 1, 0);
    each([&](std::size_t, const OnePremise& c) { ++at(clauses.oneStart, c.premise + 1); });
    startsFrom(clauses.oneStart);
    clauses.oneHead.resize(one_.size());
    if (stop_.stop_requested()) return;
    clauses.oneTag.resize(one_.size());
    clauses.oneOrigin.resize(oneOrigin_.size());
    std::vector<std::int32_t> next(clauses.oneStart.begin(), clauses.oneStart.end() - 1);
    each([&](std::size_t i, const OnePremise& c) {
        const std::int32_t to = at(next, c.premise)++;
        at(clauses.oneHead, to) = c.head;
        at(clauses.oneTag, to) = c.tag;
        if (keepsOrigins_) at(clauses.oneOrigin, to) = oneOrigin_[i];
    });
}

void Grounder::assembleSeveral(Clauses& clauses) const {
    const auto each = [this](auto visit) {
        for (std::size_t i = 0; i < several_.size(); ++i) {
            if (i % stopEvery == 0 && stop_.stop_requested()) return;
            visit(i, several_[i]);
        }
    };
    clauses.allStart.assign(static_cast<std::size_t>(atoms_.count()) + 1, 0);
    each([&](std::size_t, const SeveralPremises& c) {
        for (const Atom premise : c.premises)
            if (premise >= 0) ++at(clauses.allStart, premise + 1);
    });
    startsFrom(clauses.allStart);
    clauses.all.resize(static_cast<std::size_t>(clauses.allStart.back()));
    if (stop_.stop_requested()) return;
    clauses.allTag.resize(clauses.all.size());
    if (keepsOrigins_) clauses.allOrigin.resize(clauses.all.size());
    std::vector<std::int32_t> next(clauses.allStart.begin(), clauses.allStart.end() - 1);
    each([&](std::size_t i, const SeveralPremises& c) {
        const auto [a, b, third] = c.premises;
        const auto under = [&](Atom premise, Atom other, Atom another) {
            const std::int32_t to = at(next, premise)++;
            at(clauses.all, to) = {other, another, c.head};
            at(clauses.allTag, to) = c.tag;
            if (keepsOrigins_) at(clauses.allOrigin, to) = severalOrigin_[i];
        };
        under(a, b, third < 0 ? b : third);
        under(b, a, third < 0 ? a : third);
        if (third >= 0) under(third, a, b);
    });
}

Clauses Grounder::run() {
    using Step = void (Grounder::*)();
    for (const Step step : {&Grounder::zones, &Grounder::components, &Grounder::flows, &Grounder::secrets,
                            &Grounder::identities, &Grounder::grants, &Grounder::lockedData, &Grounder::narrower}) {
        (this->*step)();
        if (stop_.stop_requested()) return {};
    }
    return assemble();
}

} // namespace

Clauses ground(const AttackFacts& facts, const Atoms& atoms, const std::vector<char>& unchecked, Instances instances,
               const std::stop_token& stop, Origins origins) {
    return Grounder(facts, atoms, unchecked, instances, stop, origins).run();
}

} // namespace sallyport::analysis
