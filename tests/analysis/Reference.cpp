// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Reference.h"

#include <algorithm>

namespace sallyport::test {

using namespace analysis;

namespace {

QString f(const char* kind, const QString& id) { return QStringLiteral("%1(%2)").arg(QLatin1StringView(kind), id); }
QString f(const char* kind, const QString& id, int b) {
    return QStringLiteral("%1(%2,%3)").arg(QLatin1StringView(kind), id).arg(b);
}
QString f(const char* kind, const QString& id, const QString& other, int b) { return f(kind, id + u',' + other, b); }

bool in(std::span<const Index> list, Index index) { return std::count(list.begin(), list.end(), index) > 0; }

QString instanceText(int rule, const QString& head, QStringList premises) {
    premises.sort();
    return QString::number(rule) + u' ' + head + QStringLiteral(" <- ") + premises.join(u' ');
}

} // namespace

Reference::Reference(const AttackFacts& facts, const std::vector<Seed>& seeds, int tier, const QStringList& without)
    : facts_(facts), tier_(tier) {
    for (const Index zone : facts.attackerZones) add(0, f("foothold", at(facts.zones, zone).id), {});
    for (const Seed& seed : seeds) {
        int effort = 0;
        QString head;
        const int b = static_cast<int>(seed.breadth);
        if (seed.kind == FactKind::Control) head = f("control", at(facts.components, seed.element).id, b);
        if (seed.kind == FactKind::Act) head = f("act", at(facts.identities, seed.element).id, b);
        if (seed.kind == FactKind::Have) {
            const SecretFacts& secret = at(facts.secrets, seed.element);
            head = f("have", secret.id, b);
            if (secret.lifetimeSeconds) effort = *secret.lifetimeSeconds <= 3600 ? 2 : *secret.lifetimeSeconds <= 86400 ? 1 : 0;
        }
        add(0, head, {}, 0, effort);
    }
    emitAll();
    emitFlows();
    emitSecrets();
    emitGrants();
    emitBreadths();
    std::erase_if(clauses_, [&](const Clause& clause) { return without.contains(clause.head); });
    iterate();
}

void Reference::add(int rule, QString head, QStringList premises, int steps, int effort) {
    if (effort > tier_) return;
    instances_.emplace(instanceText(rule, head, premises), clauses_.size());
    clauses_.push_back({rule, std::move(head), std::move(premises), steps, effort});
}

void Reference::emitAll() {
    for (const ZoneFacts& z : facts_.zones)
        if (z.parent != none && !z.sealed) add(1, f("foothold", at(facts_.zones, z.parent).id), {f("foothold", z.id)});
    for (Index i = 0; i < count(facts_.components); ++i) {
        const ComponentFacts& c = at(facts_.components, i);
        const ZoneFacts& zone = at(facts_.zones, c.zone);
        add(1, f("foothold", zone.id), {f("control", c.id, 1)});
        bool listens = !c.openTo.empty();
        for (const FlowFacts& flow : facts_.flows) listens |= flow.to == i;
        for (const GrantFacts& grant : facts_.grants) listens |= grant.target == i;
        if (listens && zone.flat) add(3, f("touch", c.id), {f("foothold", zone.id)});
        for (const Index z : c.openTo) add(3, f("touch", c.id), {f("foothold", at(facts_.zones, z).id)});
        add(3, f("reach", c.id), {f("touch", c.id)});
        for (int b = 1; b <= 3; ++b) {
            const QString control = f("control", c.id, b);
            for (const Index s : c.holds)
                if (const SecretFacts& secret = at(facts_.secrets, s); !secret.liveOnly || b < 3)
                    add(4, f("have", secret.id, b), {control}, 1, 1);
            for (const Index d : c.stores) {
                add(4, f(in(c.locked, d) ? "get" : "read", at(facts_.data, d).id, b), {control}, 1, 1);
                add(4, f("write", at(facts_.data, d).id, b), {control}, 1, 1);
            }
        }
        for (const Index x : c.codeFrom) add(12, f("control", c.id, 2), {f("control", at(facts_.components, x).id, 1)}, 1, 2);
        for (const Index d : c.obeys) add(12, f("control", c.id, 2), {f("write", at(facts_.data, d).id, 1)}, 1, 2);
        if (c.exploitable) add(15, f("control", c.id, 3), {f("reach", c.id)}, 1, 3);
    }
}

bool Reference::isUnchecked(const FlowFacts& flow) const {
    if (!flow.checked) return true;
    std::vector<Index> around;
    for (Index z = at(facts_.components, flow.from).zone; z != none; z = at(facts_.zones, z).parent) around.push_back(z);
    for (Index z = at(facts_.components, flow.to).zone; z != none; z = at(facts_.zones, z).parent)
        if (std::find(around.begin(), around.end(), z) != around.end()) return at(facts_.zones, z).implicitTrust;
    return false;
}

void Reference::emitFlows() {
    for (const FlowFacts& flow : facts_.flows) {
        const ComponentFacts& from = at(facts_.components, flow.from);
        const ComponentFacts& to = at(facts_.components, flow.to);
        const QString open = f("open", flow.id);
        add(2, open, {f("control", from.id, 1)});
        if (at(facts_.zones, from.zone).flat) add(2, open, {f("foothold", at(facts_.zones, from.zone).id)});
        add(2, open, {f("touch", to.id)});
        add(3, f("path", flow.id), {open});
        for (const Index l : flow.continues) {
            const FlowFacts& leg = at(facts_.flows, l);
            if (isUnchecked(leg)) add(2, open, {f("open", leg.id)});
            add(3, f("path", flow.id), {f("path", leg.id)});
        }
        add(3, f("reach", to.id), {f("path", flow.id)});
        if (flow.as != none && isUnchecked(flow))
            add(9, QStringLiteral("trusted(%1,%2)").arg(at(facts_.identities, flow.as).id, to.id), {open});
        for (const ComponentFacts* end : {&from, &to}) {
            const ZoneFacts& zone = at(facts_.zones, end->zone);
            const bool clients = end->zone == from.zone && from.many && to.zone != end->zone;
            const int heard = clients ? 1 : 2;
            const bool canHear = !flow.encrypted && zone.flat;
            for (const Index s : flow.carries) {
                const SecretFacts& secret = at(facts_.secrets, s);
                if (secret.proof) continue;
                for (int b = 1; b < 3; ++b) add(5, f("have", secret.id, b), {f("control", end->id, b)}, 1, 1);
                if (canHear) add(6, f("have", secret.id, heard), {f("foothold", zone.id)}, 1, 2);
            }
            for (const Index d : flow.data) {
                const QString& data = at(facts_.data, d).id;
                for (int b = 1; b < 3; ++b) {
                    add(5, f(in(end->locked, d) ? "get" : "read", data, b), {f("control", end->id, b)}, 1, 1);
                    if (!in(end->locked, d)) add(5, f("write", data, b), {f("control", end->id, b)}, 1, 1);
                }
                if (!canHear) continue;
                const bool wrapped = in(from.locked, d) || in(to.locked, d);
                add(6, f(wrapped ? "get" : "read", data, heard), {f("foothold", zone.id)}, 1, 2);
                if (!wrapped) add(6, f("write", data, heard), {f("foothold", zone.id)}, 1, 2);
            }
        }
    }
}

void Reference::emitSecrets() {
    for (const SecretFacts& secret : facts_.secrets) {
        if (secret.signsFor != none) add(8, f("issuer", at(facts_.components, secret.signsFor).id), {f("have", secret.id, 1)});
        if (secret.identity == none) continue;
        const QString& identity = at(facts_.identities, secret.identity).id;
        for (int b = 1; b <= 3; ++b) {
            QStringList shown{f("have", secret.id, b)};
            if (secret.boundTo != none && at(facts_.secrets, secret.boundTo).id != secret.id)
                shown.push_back(f("have", at(facts_.secrets, secret.boundTo).id, b));
            if (!secret.only) {
                add(7, f("act", identity, b), shown);
                continue;
            }
            for (const Index g : *secret.only) add(7, f("claim", at(facts_.grants, g).id, identity, b), shown);
        }
    }
    for (const IdentityFacts& identity : facts_.identities) {
        if (identity.issuer == none) continue;
        const QString& issuer = at(facts_.components, identity.issuer).id;
        add(8, f("issuer", issuer), {f("control", issuer, 1)});
        add(8, f("act", identity.id, 3), {f("issuer", issuer)}, 1, 2);
    }
    for (const DataFacts& data : facts_.data)
        for (int b = 1; b <= 3 && data.key != none; ++b)
            add(13, f("read", data.id, b), {f("get", data.id, b), f("have", at(facts_.secrets, data.key).id, b)}, 1, 1);
}

void Reference::emitGrants() {
    for (const GrantFacts& grant : facts_.grants) {
        const ComponentFacts& target = at(facts_.components, grant.target);
        QStringList asked{at(facts_.identities, grant.identity).id};
        if (grant.also != none && grant.also != grant.identity) asked.push_back(at(facts_.identities, grant.also).id);
        for (int b = 1; b <= 3; ++b) {
            QStringList premises{f("reach", target.id)};
            for (const QString& identity : asked) {
                premises.push_back(f("claim", grant.id, identity, b));
                add(10, f("claim", grant.id, identity, b), {f("act", identity, b)});
            }
            const QString use = f("use", grant.id, b);
            add(10, use, premises, 1, 1);
            for (const Index s : grant.reveals)
                if (const SecretFacts& secret = at(facts_.secrets, s); !secret.liveOnly || b < 3)
                    add(11, f("have", secret.id, b), {use});
            for (const Index i : grant.assumes) add(11, f("act", at(facts_.identities, i).id, b), {use});
            const int yields = grant.ownOnly ? b : 3;
            for (const Index d : grant.reads)
                add(11, f(in(target.locked, d) ? "get" : "read", at(facts_.data, d).id, yields), {use});
            for (const Index d : grant.writes) add(11, f("write", at(facts_.data, d).id, yields), {use});
        }
        if (grant.admin) add(11, f("control", target.id, 3), {f("use", grant.id, 1)});
        for (const QString& identity : asked)
            add(9, f("claim", grant.id, identity, 3), {QStringLiteral("trusted(%1,%2)").arg(identity, target.id)});
    }
}

void Reference::emitBreadths() {
    const auto narrower = [&](const char* kind, const QString& id) {
        for (int b = 2; b <= 3; ++b) add(14, f(kind, id, b - 1), {f(kind, id, b)});
    };
    const auto whole = [&](const char* kind, const QString& id) { add(14, f(kind, id, 3), {f(kind, id, 1)}); };
    for (const ComponentFacts& c : facts_.components) {
        narrower("control", c.id);
        if (!c.many) whole("control", c.id);
    }
    for (const SecretFacts& s : facts_.secrets) {
        narrower("have", s.id);
        const bool perUser = s.perUser ? *s.perUser : s.identity != none && at(facts_.identities, s.identity).perUser;
        if (!perUser) whole("have", s.id);
    }
    for (const IdentityFacts& i : facts_.identities) {
        narrower("act", i.id);
        if (!i.perUser) whole("act", i.id);
        for (const GrantFacts& g : facts_.grants) narrower("claim", g.id + u',' + i.id);
    }
    for (const GrantFacts& g : facts_.grants) narrower("use", g.id);
    for (const DataFacts& d : facts_.data)
        for (const char* kind : {"get", "read", "write"}) narrower(kind, d.id);
}

void Reference::iterate() {
    for (bool changed = true; changed;) {
        changed = false;
        for (const Clause& clause : clauses_) {
            Costs cost;
            bool holds = true;
            for (const QString& premise : clause.premises) {
                const auto found = costs_.constFind(premise);
                holds = holds && found != costs_.constEnd();
                if (!holds) break;
                cost.steps = std::max(cost.steps, found->steps);
                cost.effort = std::max(cost.effort, found->effort);
            }
            if (!holds) continue;
            cost = {cost.steps + clause.steps, std::max(cost.effort, clause.effort)};
            const auto known = costs_.find(clause.head);
            if (known == costs_.end()) {
                costs_.insert(clause.head, cost);
                changed = true;
            } else if (cost.steps < known->steps || cost.effort < known->effort) {
                *known = {std::min(cost.steps, known->steps), std::min(cost.effort, known->effort)};
                changed = true;
            }
        }
    }
}

const Reference::Clause* Reference::instance(int rule, const QString& head, QStringList premises) const {
    const auto found = instances_.find(instanceText(rule, head, std::move(premises)));
    return found == instances_.end() ? nullptr : &clauses_[found->second];
}

bool Reference::hasFact(const QString& kind, const QString& id, int breadth) const {
    return costs_.contains(QStringLiteral("%1(%2,%3)").arg(kind, id).arg(breadth));
}

int Reference::widest(const QString& kind, const QString& id) const {
    for (int b = 3; b >= 1; --b)
        if (hasFact(kind, id, b)) return b;
    return 0;
}

double Reference::share(const QString& kind) const {
    double total = 0;
    double lost = 0;
    for (const DataFacts& d : facts_.data) {
        total += d.weight;
        const double users = static_cast<double>(d.users);
        const double live = d.live ? static_cast<double>(*d.live) : std::max(1.0, static_cast<double>(d.users / 10));
        const double hit[] = {0, 1, live, users};
        lost += d.weight * hit[widest(kind, d.id)] / users;
    }
    return total > 0 ? lost / total : 0;
}

QString Reference::level(Index component) const {
    const ComponentFacts& c = at(facts_.components, component);
    if (const int b = widest(QStringLiteral("control"), c.id)) return QStringLiteral("controlled/%1").arg(b);
    int called = 0;
    int exposed = 0;
    for (const GrantFacts& grant : facts_.grants) {
        const int use = widest(QStringLiteral("use"), grant.id);
        if (grant.target != component || use == 0) continue;
        called = std::max(called, use);
        const int most = grant.ownOnly ? use : 3;
        for (const Index d : grant.reads)
            exposed = std::max(exposed, std::min(most, widest(QStringLiteral("read"), at(facts_.data, d).id)));
        for (const Index d : grant.writes)
            exposed = std::max(exposed, std::min(most, widest(QStringLiteral("write"), at(facts_.data, d).id)));
    }
    if (exposed) return QStringLiteral("exposed/%1").arg(exposed);
    if (called) return QStringLiteral("callable/%1").arg(called);
    return costs_.contains(QStringLiteral("reach(%1)").arg(c.id)) ? QStringLiteral("reachable/1") : QStringLiteral("none/0");
}

double Reference::controlled() const {
    double sum = 0;
    for (const ComponentFacts& c : facts_.components)
        if (hasFact(QStringLiteral("control"), c.id, 2)) sum += c.weight;
    return sum;
}

qint64 Reference::users() const {
    qint64 most = 0;
    for (const DataFacts& d : facts_.data) {
        const qint64 hit[] = {0, 1, d.live ? *d.live : std::max<qint64>(1, d.users / 10), d.users};
        for (const char* kind : {"read", "write"}) most = std::max(most, hit[widest(QLatin1StringView(kind), d.id)]);
    }
    return most;
}

} // namespace sallyport::test
