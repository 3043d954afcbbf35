// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomFacts.h"

#include <algorithm>
#include <numeric>

namespace sallyport::test {

using namespace analysis;

namespace {

class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    AttackFacts run() {
        sizes();
        zones();
        data();
        identities();
        secrets();
        components();
        grants();
        flows();
        return std::move(facts_);
    }

private:
    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool chance(int percent) { return upTo(99) < percent; }

    template <class List>
    Index any(const List& list) {
        return static_cast<Index>(upTo(static_cast<int>(list.size()) - 1));
    }
    template <class List>
    Index maybe(int percent, const List& list) {
        return chance(percent) ? any(list) : none;
    }
    template <class List>
    Indices some(int percent, const List& list) {
        Indices chosen;
        for (Index i = 0; i < count(list); ++i)
            if (chance(percent)) chosen.push_back(i);
        return chosen;
    }
    template <class List>
    void fill(List& list, int size, QChar letter) {
        list.resize(static_cast<std::size_t>(size));
        for (int i = 0; i < size; ++i) list[static_cast<std::size_t>(i)].id = letter + QString::number(i);
    }

    void sizes() {
        fill(facts_.zones, between(1, 6), u'z');
        fill(facts_.components, between(2, 8), u'c');
        fill(facts_.identities, between(1, 5), u'i');
        fill(facts_.secrets, between(1, 8), u's');
        fill(facts_.grants, between(1, 8), u'g');
        fill(facts_.flows, between(1, 10), u'f');
        fill(facts_.data, between(1, 4), u'd');
        // Sparse and dense models fail in different ways.
        density_ = between(5, 30);
    }

    void zones() {
        // In a random order, each below one before it or below none.
        Indices order(facts_.zones.size());
        std::iota(order.begin(), order.end(), 0);
        std::shuffle(order.begin(), order.end(), random_);
        for (std::size_t i = 0; i < order.size(); ++i) {
            ZoneFacts& zone = at(facts_.zones, order[i]);
            if (i > 0 && chance(70)) zone.parent = order[static_cast<std::size_t>(upTo(static_cast<int>(i) - 1))];
            zone.flat = chance(30);
            zone.implicitTrust = chance(20);
            zone.sealed = chance(30);
        }
        facts_.attackerZones = some(25, facts_.zones);
    }

    void data() {
        for (DataFacts& data : facts_.data) {
            data.weight = chance(20) ? 0 : between(1, 20) / 2.0;
            data.users = chance(30) ? 1 : between(1, 1000);
            if (chance(40)) data.live = between(1, static_cast<int>(data.users));
            data.key = maybe(50, facts_.secrets);
        }
    }

    void identities() {
        for (IdentityFacts& identity : facts_.identities) {
            identity.perUser = chance(40);
            identity.issuer = maybe(20, facts_.components);
        }
    }

    void secrets() {
        constexpr qint64 lifetimes[] = {0, 60, 3600, 3601, 86400, 86401, 1000000};
        for (SecretFacts& secret : facts_.secrets) {
            secret.identity = maybe(75, facts_.identities);
            if (chance(30)) secret.perUser = chance(50);
            secret.proof = chance(20);
            secret.liveOnly = chance(25);
            secret.boundTo = maybe(25, facts_.secrets);
            if (chance(30)) secret.only = some(40, facts_.grants);
            secret.signsFor = maybe(15, facts_.components);
            if (chance(60)) secret.lifetimeSeconds = lifetimes[upTo(6)];
        }
    }

    void components() {
        for (ComponentFacts& component : facts_.components) {
            component.zone = any(facts_.zones);
            component.many = chance(30);
            component.weight = between(0, 3);
            component.holds = some(density_, facts_.secrets);
            component.stores = some(density_, facts_.data);
            for (const Index data : some(30, facts_.data))
                if (at(facts_.data, data).key != none) component.locked.push_back(data);
            component.codeFrom = some(4, facts_.components);
            component.obeys = some(6, facts_.data);
            component.openTo = some(8, facts_.zones);
            component.exploitable = chance(6);
        }
    }

    void grants() {
        for (GrantFacts& grant : facts_.grants) {
            grant.identity = any(facts_.identities);
            grant.also = maybe(30, facts_.identities);
            grant.target = any(facts_.components);
            grant.ownOnly = chance(40);
            grant.reads = some(density_ + 10, facts_.data);
            grant.writes = some(density_, facts_.data);
            grant.reveals = some(density_ / 2, facts_.secrets);
            grant.assumes = some(density_ / 2, facts_.identities);
            grant.admin = chance(15);
        }
    }

    void flows() {
        for (FlowFacts& flow : facts_.flows) {
            flow.from = any(facts_.components);
            flow.to = any(facts_.components);
            flow.as = maybe(60, facts_.identities);
            flow.checked = chance(75);
            flow.encrypted = chance(70);
            flow.carries = some(density_, facts_.secrets);
            flow.data = some(density_, facts_.data);
        }
        for (FlowFacts& flow : facts_.flows)
            for (const Index leg : some(50, facts_.flows))
                if (at(facts_.flows, leg).to == flow.from) flow.continues.push_back(leg);
    }

    std::mt19937 random_;
    int density_ = 20;
    AttackFacts facts_;
};

/// Puts a list into another order and tells where each element went.
template <class List>
Indices shuffleList(List& list, std::mt19937& random) {
    Indices order(list.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    Indices moved(list.size());
    List result(list.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        result[i] = std::move(at(list, order[i]));
        at(moved, order[i]) = static_cast<Index>(i);
    }
    list = std::move(result);
    return moved;
}

void move(Index& reference, const Indices& moved) {
    if (reference != none) reference = at(moved, reference);
}

template <class References>
void moveAll(References& references, const Indices& moved, std::mt19937& random) {
    for (Index& reference : references) move(reference, moved);
    std::shuffle(references.begin(), references.end(), random);
}

} // namespace

AttackFacts randomFacts(unsigned seed) { return Generator(seed).run(); }

std::vector<Seed> randomSeeds(const AttackFacts& facts, std::mt19937& random) {
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    std::vector<Seed> seeds;
    for (int i = upTo(3); i > 0; --i) {
        const FactKind kind = std::array{FactKind::Control, FactKind::Have, FactKind::Act}[static_cast<std::size_t>(upTo(2))];
        const Index elements = kind == FactKind::Control ? count(facts.components)
                               : kind == FactKind::Have  ? count(facts.secrets)
                                                         : count(facts.identities);
        seeds.push_back({kind, upTo(elements - 1), breadths[static_cast<std::size_t>(upTo(2))]});
    }
    return seeds;
}

AttackFacts shuffled(const AttackFacts& original, std::mt19937& random) {
    AttackFacts facts = original;
    const Indices zones = shuffleList(facts.zones, random);
    const Indices components = shuffleList(facts.components, random);
    const Indices identities = shuffleList(facts.identities, random);
    const Indices secrets = shuffleList(facts.secrets, random);
    const Indices grants = shuffleList(facts.grants, random);
    const Indices flows = shuffleList(facts.flows, random);
    const Indices data = shuffleList(facts.data, random);
    moveAll(facts.attackerZones, zones, random);
    for (ZoneFacts& zone : facts.zones) move(zone.parent, zones);
    for (ComponentFacts& c : facts.components) {
        move(c.zone, zones);
        moveAll(c.holds, secrets, random);
        moveAll(c.stores, data, random);
        moveAll(c.locked, data, random);
        moveAll(c.codeFrom, components, random);
        moveAll(c.obeys, data, random);
        moveAll(c.openTo, zones, random);
    }
    for (IdentityFacts& identity : facts.identities) move(identity.issuer, components);
    for (SecretFacts& secret : facts.secrets) {
        move(secret.identity, identities);
        move(secret.boundTo, secrets);
        if (secret.only) moveAll(*secret.only, grants, random);
        move(secret.signsFor, components);
    }
    for (GrantFacts& grant : facts.grants) {
        move(grant.identity, identities);
        move(grant.also, identities);
        move(grant.target, components);
        moveAll(grant.reads, data, random);
        moveAll(grant.writes, data, random);
        moveAll(grant.reveals, secrets, random);
        moveAll(grant.assumes, identities, random);
    }
    for (FlowFacts& flow : facts.flows) {
        move(flow.from, components);
        move(flow.to, components);
        move(flow.as, identities);
        moveAll(flow.carries, secrets, random);
        moveAll(flow.data, data, random);
        moveAll(flow.continues, flows, random);
    }
    for (DataFacts& d : facts.data) move(d.key, secrets);
    return facts;
}

QString plainText(const AttackFacts& facts, const Fact& fact) {
    QString args;
    switch (fact.kind) {
        case FactKind::Control:
        case FactKind::Reach:
        case FactKind::Issuer:
        case FactKind::Touch:
            args = at(facts.components, fact.element).id;
            break;
        case FactKind::Foothold:
            args = at(facts.zones, fact.element).id;
            break;
        case FactKind::Open:
        case FactKind::Path:
            args = at(facts.flows, fact.element).id;
            break;
        case FactKind::Have:
            args = at(facts.secrets, fact.element).id;
            break;
        case FactKind::Act:
            args = at(facts.identities, fact.element).id;
            break;
        case FactKind::Use:
            args = at(facts.grants, fact.element).id;
            break;
        case FactKind::Get:
        case FactKind::Read:
        case FactKind::Write:
            args = at(facts.data, fact.element).id;
            break;
        case FactKind::Claim:
            args = at(facts.grants, fact.element).id + u',' + at(facts.identities, fact.second).id;
            break;
        case FactKind::Trusted:
            args = at(facts.identities, fact.element).id + u',' + at(facts.components, fact.second).id;
            break;
    }
    if (fact.breadth != Breadth::None) args += u',' + QString::number(static_cast<int>(fact.breadth));
    return factWord(fact.kind) + u'(' + args + u')';
}

} // namespace sallyport::test
