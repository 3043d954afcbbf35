// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Datalog.h"

#include "RandomFacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace sallyport::test {

using namespace analysis;

namespace {

class Datalog {
public:
    explicit Datalog(unsigned model) : model_(QByteArray::number(model) + ':') {}

    QByteArray write(const AttackFacts& facts, const std::vector<Seed>& seeds) {
        for (const Index zone : facts.attackerZones) say("stands", at(facts.zones, zone));
        for (const ZoneFacts& z : facts.zones) zone(facts, z);
        for (const ComponentFacts& c : facts.components) component(facts, c);
        for (const IdentityFacts& i : facts.identities) identity(facts, i);
        for (const SecretFacts& s : facts.secrets) secret(facts, s);
        for (const GrantFacts& g : facts.grants) grant(facts, g);
        for (const FlowFacts& f : facts.flows) flow(facts, f);
        for (const DataFacts& d : facts.data)
            if (d.key != none) say("encrypted_with", d, at(facts.secrets, d.key));
        for (const Seed& seed : seeds) {
            const QString text = test::plainText(facts, {seed.kind, seed.element, none, seed.breadth});
            text_ += text.section(u'(', 0, 0).toUtf8() + "(\"" + model_ +
                     text.section(u'(', 1).replace(u',', QStringLiteral("\",")).toUtf8() + ".\n";
        }
        return text_;
    }

private:
    template <class... Elements>
    void say(const char* predicate, const Elements&... elements) {
        QByteArray args;
        ((args += (args.isEmpty() ? "\"" : ",\"") + model_ + elements.id.toUtf8() + '"'), ...);
        text_ += QByteArray(predicate) + '(' + args + ").\n";
    }
    template <class Element, class List>
    void sayEach(const char* predicate, const Element& element, std::span<const Index> indices, const List& list) {
        for (const Index index : indices) say(predicate, element, at(list, index));
    }

    void zone(const AttackFacts& facts, const ZoneFacts& z) {
        say("zone", z);
        if (z.parent != none) say("parent", z, at(facts.zones, z.parent));
        if (z.flat) say("flat", z);
        if (z.implicitTrust) say("implicit_trust", z);
        if (z.sealed) say("sealed", z);
    }
    void component(const AttackFacts& facts, const ComponentFacts& c) {
        say("in", c, at(facts.zones, c.zone));
        if (c.many) say("many", c);
        if (c.exploitable) say("exploitable", c);
        sayEach("holds", c, c.holds, facts.secrets);
        sayEach("stores", c, c.stores, facts.data);
        sayEach("locked", c, c.locked, facts.data);
        sayEach("code_from", c, c.codeFrom, facts.components);
        sayEach("obeys", c, c.obeys, facts.data);
        sayEach("open_to", c, c.openTo, facts.zones);
    }
    void identity(const AttackFacts& facts, const IdentityFacts& i) {
        if (i.perUser) say("per_user", i);
        if (i.issuer != none) say("issued_by", i, at(facts.components, i.issuer));
    }
    void secret(const AttackFacts& facts, const SecretFacts& s) {
        say("secret", s);
        const bool perUser = s.perUser ? *s.perUser : s.identity != none && at(facts.identities, s.identity).perUser;
        if (perUser) say("per_user_secret", s);
        if (s.proof) say("proof", s);
        if (s.liveOnly) say("live_only", s);
        if (s.identity != none) say("speaks_for", s, at(facts.identities, s.identity));
        if (s.boundTo != none) say("bound_to", s, at(facts.secrets, s.boundTo));
        if (s.only) say("scoped", s);
        if (s.only) sayEach("only", s, *s.only, facts.grants);
        if (s.signsFor != none) say("signs_for", s, at(facts.components, s.signsFor));
    }
    void grant(const AttackFacts& facts, const GrantFacts& g) {
        say("asks", g, at(facts.identities, g.identity));
        if (g.also != none) say("asks", g, at(facts.identities, g.also));
        say("target", g, at(facts.components, g.target));
        if (g.ownOnly) say("own_only", g);
        if (g.admin) say("admin", g);
        sayEach("reads", g, g.reads, facts.data);
        sayEach("writes", g, g.writes, facts.data);
        sayEach("reveals", g, g.reveals, facts.secrets);
        sayEach("assumes", g, g.assumes, facts.identities);
    }
    void flow(const AttackFacts& facts, const FlowFacts& f) {
        say("flow", f, at(facts.components, f.from), at(facts.components, f.to));
        if (f.as != none) say("as", f, at(facts.identities, f.as));
        if (!f.checked) say("unchecked", f);
        if (!f.encrypted) say("plaintext", f);
        sayEach("carries", f, f.carries, facts.secrets);
        sayEach("carries_data", f, f.data, facts.data);
        sayEach("continues", f, f.continues, facts.flows);
    }

    QByteArray model_, text_;
};

} // namespace

QByteArray datalog(unsigned model, const AttackFacts& facts, const std::vector<Seed>& seeds) {
    return Datalog(model).write(facts, seeds);
}

QHash<unsigned, QSet<QString>> clingo(const QString& path, const QByteArray& program) {
    QProcess process;
    process.start(path, {QStringLiteral("--outf=2"), QStringLiteral("--warn=none"),
                         QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/analysis/blast-radius.lp"), QStringLiteral("-")});
    process.write(program);
    process.closeWriteChannel();
    if (!process.waitForFinished(200'000)) return {};
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QHash<unsigned, QSet<QString>> facts;
    const QJsonArray witnesses = answer.value(u"Call").toArray().at(0).toObject().value(u"Witnesses").toArray();
    for (const QJsonValue& value : witnesses.at(0).toObject().value(u"Value").toArray()) {
        QString fact = value.toString().remove(u'"');
        const QString model = fact.section(u'(', 1).section(u':', 0, 0);
        facts[model.toUInt()].insert(fact.remove(model + u':'));
    }
    return facts;
}

} // namespace sallyport::test
