// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineTest.h"
#include "RandomFacts.h"

#include "analysis/AttackFactsCheck.h"
#include "analysis/AttackFactsJson.h"
#include "analysis/BlastJson.h"
#include "analysis/Engine.h"
#include "analysis/Seeds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

AttackFacts facts(const char* json) {
    const auto read = readAttackFacts(json, QStringLiteral("facts.json"));
    if (!read) qFatal("%s", qPrintable(read.error().text()));
    return *read;
}

constexpr const char* small = R"({
    "attacker_zones": ["internet"],
    "zones": [{"id": "internet", "flat": true}, {"id": "inside"}],
    "data": [{"id": "orders", "weight": 5, "users": 100}],
    "identities": [{"id": "svc"}, {"id": "shop", "per_user": true}],
    "secrets": [{"id": "key", "identity": "svc"}, {"id": "cookie", "identity": "shop", "lifetime_s": 600}],
    "components": [{"id": "browser", "zone": "internet", "many": true}, {"id": "api", "zone": "inside", "holds": ["key"]},
                   {"id": "db", "zone": "inside", "stores": ["orders"]}, {"id": "a:one", "zone": "inside"},
                   {"id": "shop", "zone": "inside"}],
    "grants": [{"id": "rw", "identity": "svc", "target": "db", "reads": ["orders"], "writes": ["orders"]}],
    "flows": [{"id": "call", "from": "browser", "to": "api", "as": "shop", "carries": ["cookie"]},
              {"id": "sql", "from": "api", "to": "db", "as": "svc", "data": ["orders"]}]})";

} // namespace

void FactsJsonTest::refusals_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("what");
    const auto row = [](const char* name, const char* json, const char* where, const char* what) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(where) << QString::fromUtf8(what);
    };
    row("not JSON", "{", "f.json", "not JSON");
    row("not an object", "[]", "f.json", "object of lists");
    row("unknown list", R"({"zone": []})", "f.json", "no list \"zone\"");
    row("not a list", R"({"zones": {}})", "f.json: zones", "must be a list");
    row("not an element", R"({"zones": [1]})", "f.json: zones, element 1", "must be an object");
    row("no id", R"({"zones": [{}]})", "f.json: zones, element 1", "\"id\" is missing");
    row("id no text", R"({"zones": [{"id": 3}]})", "f.json: zones, element 1", "must be text");
    row("empty id", R"({"zones": [{"id": ""}]})", "f.json: zones, element 1", "empty");
    row("id twice", R"({"zones": [{"id": "z"}, {"id": "z"}]})", "f.json: zones \"z\"", "used twice");
    row("unknown field", R"({"zones": [{"id": "z", "colour": 1}]})", "f.json: zones \"z\"", "no field \"colour\"");
    row("unknown zone", R"({"components": [{"id": "c", "zone": "z"}]})", "f.json: components \"c\"",
        "\"z\", which is not in zones");
    row("no zone", R"({"components": [{"id": "c"}]})", "f.json: components \"c\"", "\"zone\" is missing");
    row("zone null", R"({"components": [{"id": "c", "zone": null}]})", "f.json: components \"c\"", "\"zone\" is missing");
    row("unknown attacker zone", R"({"attacker_zones": ["z"]})", "f.json", "\"z\", which is not in zones");
    row("attacker zones no list", R"({"attacker_zones": "z"})", "f.json", "must be a list");
    row("flag no flag", R"({"zones": [{"id": "z", "flat": 1}]})", "f.json: zones \"z\"", "\"flat\" must be true or false");
    row("flag null", R"({"zones": [{"id": "z", "flat": null}]})", "f.json: zones \"z\"", "\"flat\" must be true or false");
    row("reference no id", R"({"zones": [{"id": "z", "parent": 1}]})", "f.json: zones \"z\"", "\"parent\" must be an id");
    row("kind no text", R"({"identities": [{"id": "i", "kind": 1}]})", "f.json: identities \"i\"", "\"kind\" must be text");
    row("list no list", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z", "holds": "s"}]})",
        "f.json: components \"c\"", "\"holds\" must be a list");
    row("list null", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z", "holds": null}]})",
        "f.json: components \"c\"", "\"holds\" must be a list");
    row("member no id", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z", "holds": [1]}]})",
        "f.json: components \"c\"", "\"holds\" must be an id");
    row("weight no number", R"({"data": [{"id": "d", "weight": "5"}]})", "f.json: data \"d\"", "\"weight\" must be a number");
    row("users no whole number", R"({"data": [{"id": "d", "users": 1.5}]})", "f.json: data \"d\"",
        "\"users\" must be a whole number");
    row("zone in itself", R"({"zones": [{"id": "z", "parent": "z"}]})", "f.json: zones \"z\"", "encloses itself");
    row("zones in a circle",
        R"({"zones": [{"id": "w", "parent": "x"}, {"id": "x", "parent": "y"}, {"id": "y", "parent": "x"}]})",
        "f.json: zones \"x\"", "encloses itself");
    row("no from", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z"}], "flows": [{"id": "f", "to": "c"}]})",
        "f.json: flows \"f\"", "\"from\" is missing");
    row("no to", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z"}], "flows": [{"id": "f", "from": "c"}]})",
        "f.json: flows \"f\"", "\"to\" is missing");
    row("no identity",
        R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z"}], "grants": [{"id": "g", "target": "c"}]})",
        "f.json: grants \"g\"", "\"identity\" is missing");
    row("no target", R"({"identities": [{"id": "i"}], "grants": [{"id": "g", "identity": "i"}]})", "f.json: grants \"g\"",
        "\"target\" is missing");
    row("leg of another flow",
        R"({"zones": [{"id": "z"}], "components": [{"id": "a", "zone": "z"}, {"id": "b", "zone": "z"}],
            "flows": [{"id": "f", "from": "a", "to": "b"}, {"id": "g", "from": "a", "to": "b", "continues": ["f"]}]})",
        "f.json: flows \"g\"", "continues \"f\", which ends at \"b\"");
    row("negative weight of data", R"({"data": [{"id": "d", "weight": -1}]})", "f.json: data \"d\"", "weight");
    row("negative weight of a component", R"({"zones": [{"id": "z"}], "components": [{"id": "c", "zone": "z", "weight": -1}]})",
        "f.json: components \"c\"", "weight");
    row("weight not finite", R"({"data": [{"id": "d", "weight": 1e999}]})", "f.json", "");
    row("weight not a number", R"({"data": [{"id": "d", "weight": NaN}]})", "f.json", "not JSON");
    row("more users than can be told apart", R"({"data": [{"id": "d", "users": 1e300}]})", "f.json: data \"d\"",
        "\"users\" must be a whole number");
    row("no users", R"({"data": [{"id": "d", "users": 0}]})", "f.json: data \"d\"", "below 1");
    row("none live", R"({"data": [{"id": "d", "users": 5, "live": 0}]})", "f.json: data \"d\"", "not between 1 and");
    row("more live than users", R"({"data": [{"id": "d", "users": 5, "live": 6}]})", "f.json: data \"d\"", "not between 1 and");
    row("negative lifetime", R"({"secrets": [{"id": "s", "lifetime_s": -1}]})", "f.json: secrets \"s\"", "negative");
    row("locked without key",
        R"({"zones": [{"id": "z"}], "data": [{"id": "d"}], "components": [{"id": "c", "zone": "z", "locked": ["d"]}]})",
        "f.json: components \"c\"", "\"d\", which has no key");
}

void FactsJsonTest::refusals() {
    QFETCH(QByteArray, json);
    QFETCH(QString, where);
    QFETCH(QString, what);
    const auto read = readAttackFacts(json, QStringLiteral("f.json"));
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().where.startsWith(where), qPrintable(read.error().text()));
    QVERIFY2(read.error().what.contains(what), qPrintable(read.error().text()));
}

void FactsJsonTest::refusesAbsurdFiles() {
    const QByteArray deep = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    QVERIFY(!readAttackFacts(deep, QStringLiteral("f.json")).has_value());
    QByteArray nested = R"({"zones": [{"id": "z0"})";
    for (int i = 1; i < 2000; ++i) nested += QStringLiteral(R"(, {"id": "z%1", "parent": "z%2"})").arg(i).arg(i - 1).toUtf8();
    const auto read = readAttackFacts(nested + "]}", QStringLiteral("f.json"));
    QVERIFY(!read.has_value() && read.error().what.contains(u"zones deep"));
}

/// Text of any length is text.
void FactsJsonTest::takesLongTexts() {
    const QByteArray longText(10 << 20, 'x');
    const QByteArray json = R"({"zones": [{"id": ")" + longText + R"("}], "data": [{"id": "d"}], "identities": [{"id": "i"}],
        "components": [{"id": "c", "zone": ")" +
                            longText + R"(", "stores": ["d"]}],
        "grants": [{"id": "g", "identity": "i", "target": "c", "scope": ")" +
                            longText + R"("}]})";
    const auto read = readAttackFacts(json, QStringLiteral("f.json"));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text().left(1000)));
    const Engine engine = Engine::compile(*read);
    const Seed seed = *parseSeed(*read, QStringLiteral("c"));
    QCOMPARE(engine.blast({&seed, 1}).shares.score, 1.0);
    const auto unknown =
        readAttackFacts(R"({"zones": [{"id": "z", "parent": ")" + longText + R"("}]})", QStringLiteral("f.json"));
    QVERIFY(!unknown.has_value());
}

void FactsJsonTest::takesAMillionElements() {
    const int elements = qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 100'000 : 1'000'000;
    QByteArray json = R"({"zones": [{"id": "z"}], "components": [)";
    for (int i = 0; i < elements; ++i)
        json += (i ? ",{\"id\":\"c" : "{\"id\":\"c") + QByteArray::number(i) + R"(","zone":"z"})";
    auto read = readAttackFacts(json + "]}", QStringLiteral("f.json"));
    QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text()));
    QCOMPARE(read->components.size(), static_cast<std::size_t>(elements));
    const auto ranking = Engine::compile(std::move(*read)).ranking();
    QCOMPARE(ranking->sources.size(), static_cast<std::size_t>(elements));
    QCOMPARE(ranking->sources.front().controlled, 1.0);
}

/// Lists that name everything must not be searched once for each of their members.
void FactsJsonTest::takesListsThatNameEverything() {
    constexpr Index many = 100'000;
    AttackFacts facts;
    facts.zones.push_back({QStringLiteral("z"), {}, none, true, true, false});
    ComponentFacts& hub = facts.components.emplace_back();
    hub.id = QStringLiteral("hub");
    hub.zone = 0;
    facts.secrets.emplace_back().id = QStringLiteral("key");
    for (Index i = 0; i < many; ++i) {
        DataFacts& data = facts.data.emplace_back();
        data.id = QString::number(i);
        data.key = 0;
        hub.stores.push_back(i);
        hub.locked.push_back(i);
        hub.obeys.push_back(i);
    }
    QVERIFY(!unsound(facts, QStringLiteral("hub")));
    const Engine engine = Engine::compile(facts);
    const Seed seed{FactKind::Control, 0, Breadth::All};
    const Blast blast = engine.blast({&seed, 1});
    QVERIFY(std::abs(blast.shares.write - 1) < 1e-9 && blast.shares.read == 0);
    Reaches reaches = engine.reaches();
    QCOMPARE(reaches.of(seed).shares.write, blast.shares.write);
    QVERIFY(engine.ranking().has_value());
}

/// Weights at the ends of what a number can be still make shares of the whole.
void FactsJsonTest::takesExtremeWeights_data() {
    QTest::addColumn<double>("weight");
    QTest::addColumn<double>("score");
    QTest::newRow("the largest") << std::numeric_limits<double>::max() << 0.5;
    QTest::newRow("the smallest") << std::numeric_limits<double>::denorm_min() << 0.5;
    QTest::newRow("none") << 0.0 << 0.0;
}

void FactsJsonTest::takesExtremeWeights() {
    QFETCH(double, weight);
    QFETCH(double, score);
    AttackFacts made = facts(R"({"zones": [{"id": "z"}], "data": [{"id": "d"}, {"id": "e"}],
                                 "components": [{"id": "c", "zone": "z", "stores": ["d"]}]})");
    for (DataFacts& data : made.data) data.weight = weight;
    QVERIFY(!unsound(made, QStringLiteral("f.json")));
    const Engine engine = Engine::compile(made);
    const Seed seed{FactKind::Control, 0, Breadth::All};
    const Blast blast = engine.blast({&seed, 1});
    QCOMPARE(blast.shares.score, score);
    // A score of nothing says so.
    QCOMPARE(blast.hasData, weight > 0);
}

void FactsJsonTest::readsBackWhatItWrote() {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const QByteArray once = writeAttackFacts(test::randomFacts(seed));
        const auto read = readAttackFacts(once, QStringLiteral("again.json"));
        QVERIFY2(read.has_value(), qPrintable(read ? QString() : read.error().text()));
        QCOMPARE(writeAttackFacts(*read), once);
    }
    AttackFacts odd;
    odd.zones.push_back({QStringLiteral("a\"\\\n\u00e9\x01"), {}, none, false, false, false});
    const auto read = readAttackFacts(writeAttackFacts(odd), QStringLiteral("odd.json"));
    QVERIFY(read.has_value());
    QCOMPARE(read->zones[0].id, odd.zones[0].id);
}

void FactsJsonTest::readsSeeds_data() {
    QTest::addColumn<QString>("seed");
    const auto row = [](const char* text, const char* seed) { QTest::newRow(text) << QString::fromLatin1(seed); };
    row("control:api", "control:api:all");
    row("control:api:one", "control:api:one");
    row("control:browser", "control:browser:one");
    row("control:browser:live", "control:browser:live");
    row("have:cookie", "have:cookie:one");
    row("have:key", "have:key:all");
    row("act:shop", "act:shop:one");
    row("api", "control:api:all");
    row("api@live", "control:api:live");
    row("Orders API", "control:api:all");
    row("Orders API@one", "control:api:one");
    row("control:Orders API:one", "control:api:one");
    row("cookie", "have:cookie:one");
    row("control:a:one", "control:a:one:all");
    row("control:a:one:live", "control:a:one:live");
    row("a:one", "control:a:one:all");
}

void FactsJsonTest::readsSeeds() {
    QFETCH(QString, seed);
    AttackFacts known = facts(small);
    known.components[1].name = QStringLiteral("Orders API");
    const auto parsed = parseSeed(known, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY2(parsed.has_value(), qPrintable(parsed ? QString() : parsed.error().text()));
    QCOMPARE(seedText(known, *parsed), seed);
    QVERIFY(*parseSeed(known, seed) == *parsed);
}

void FactsJsonTest::refusesSeeds_data() {
    QTest::addColumn<QString>("said");
    const auto row = [](const char* text, const char* said) { QTest::newRow(text) << QString::fromLatin1(said); };
    row("nobody", "no component, secret or identity");
    row("", "no component, secret or identity");
    row("control:key", "no component, secret or identity");
    row("api@some", "no component, secret or identity");
    row("shop", "control:shop, act:shop");
    row("Twin", "control:api, control:db");
}

void FactsJsonTest::refusesSeeds() {
    QFETCH(QString, said);
    AttackFacts known = facts(small);
    known.components[1].name = known.components[2].name = QStringLiteral("Twin");
    const auto parsed = parseSeed(known, QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!parsed.has_value());
    QVERIFY2(parsed.error().text().contains(said), qPrintable(parsed.error().text()));
}

void FactsJsonTest::writesBlasts() {
    const Engine engine = Engine::compile(facts(small));
    const Seed api = *parseSeed(engine.facts(), QStringLiteral("api"));
    QJsonParseError error;
    const QJsonObject json =
        QJsonDocument::fromJson(blastJson(engine.facts(), engine.blast({&api, 1}), WithProof::No), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(json.keys(),
             QStringList({QStringLiteral("adds"), QStringLiteral("baseline"), QStringLiteral("controlled"),
                          QStringLiteral("facts"), QStringLiteral("levels"), QStringLiteral("read"), QStringLiteral("score"),
                          QStringLiteral("seed"), QStringLiteral("users"), QStringLiteral("write")}));
    QCOMPARE(json[u"seed"].toString(), QStringLiteral("control:api:all"));
    QCOMPARE(json[u"score"].toDouble(), 1.0);
    QCOMPARE(json[u"users"].toInt(), 100);
    QCOMPARE(json[u"levels"].toObject().size(), 5);
    QCOMPARE(json[u"levels"][u"shop"].toObject(), QJsonObject({{QStringLiteral("level"), QStringLiteral("none")}}));
    QCOMPARE(json[u"levels"][u"db"][u"level"].toString(), QStringLiteral("exposed"));
    QCOMPARE(json[u"levels"][u"db"][u"breadth"].toString(), QStringLiteral("all"));
    bool outsider = false;
    for (const QJsonValue& fact : json[u"facts"].toArray()) {
        const bool broad = fact[u"breadth"].isString();
        QCOMPARE(fact.toObject().size(), broad ? 6 : 5);
        if (fact[u"fact"].toString() == u"foothold" && fact[u"args"][0].toString() == u"internet")
            outsider = !fact[u"new"].toBool();
    }
    QVERIFY(outsider);
}

void FactsJsonTest::writesProofs() {
    const Engine engine = Engine::compile(facts(small));
    const Seed api = *parseSeed(engine.facts(), QStringLiteral("api"));
    const QJsonArray all = QJsonDocument::fromJson(blastJson(engine.facts(), engine.blast({&api, 1}), WithProof::Yes))
                               .object()[u"facts"]
                               .toArray();
    bool claimed = false;
    for (const QJsonValue& fact : all) {
        QVERIFY(fact[u"rule"].isString());
        for (const QJsonValue& because : fact[u"because"].toArray())
            QVERIFY(because.toInt(-1) >= 0 && because.toInt() < all.size());
        if (fact[u"fact"].toString() != u"claim") continue;
        claimed = true;
        QCOMPARE(fact[u"args"].toArray(), QJsonArray({QStringLiteral("rw"), QStringLiteral("svc")}));
    }
    QVERIFY(claimed);
}

void FactsJsonTest::writesRankings() {
    const Engine engine = Engine::compile(facts(small));
    const QJsonObject json = QJsonDocument::fromJson(rankingJson(engine.facts(), *engine.ranking())).object();
    QCOMPARE(json.keys(),
             QStringList({QStringLiteral("baseline"), QStringLiteral("concentration"), QStringLiteral("ranking")}));
    const QJsonArray ranking = json[u"ranking"].toArray();
    QCOMPARE(ranking.size(), 9);
    // All three are worth everything once the database can be reached, and only then.
    QCOMPARE(ranking[0][u"seed"].toString(), QStringLiteral("control:api:all"));
    QCOMPARE(ranking[1][u"seed"].toString(), QStringLiteral("control:db:all"));
    QCOMPARE(ranking[0].toObject().size(), 7);
}
