// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>

namespace {

QString rounded(double value) { return QString::number(value, 'f', 4); }

/// Score by seed.
std::map<QString, QString> scores(const Ran& ran) {
    std::map<QString, QString> all;
    for (const QJsonValue& each : ran.json()["ranking"].toArray())
        all[each.toObject()["seed"].toString()] = rounded(each.toObject()["score"].toDouble());
    return all;
}

} // namespace

/// The three designs of the source article say what the definition's worked example says, as models and as attack facts.
class BlastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void table_data();
    void table();
    void factsOfAModelGiveItsAnswers_data();
    void factsOfAModelGiveItsAnswers();
    void jsonHasItsShape();
    void proofsRestOnFacts();
    void severalSeedsAtOnce();
    void namesAndBreadths();
    void textIsForPeople();
    void theWorstCaseContainsTheStated();
};

void BlastTest::table_data() {
    QTest::addColumn<QString>("facts");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("concentration");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("webBff");
    QTest::addColumn<QString>("partnerBff");
    QTest::newRow("A") << "A"
                       << "shared-gateway"
                       << "3.3600"
                       << "1.0000"
                       << ""
                       << "";
    QTest::newRow("B") << "B"
                       << "bff-per-app"
                       << "3.0400"
                       << ""
                       << "0.2000"
                       << "0.8000";
    QTest::newRow("C") << "C"
                       << "gateway-and-bffs"
                       << "3.0500"
                       << "0.1000"
                       << "0.2000"
                       << "0.8000";
}

void BlastTest::table() {
    QFETCH(QString, facts);
    QFETCH(QString, model);
    QFETCH(QString, concentration);
    QFETCH(QString, gateway);
    QFETCH(QString, webBff);
    QFETCH(QString, partnerBff);
    const Ran ofFacts = run({"blast", "--facts", exampleFacts(facts), "--all", "--json"});
    const Ran ofModel = run({"blast", modelFile(model), "--all", "--json"});
    QCOMPARE(ofFacts.code, 0);
    QCOMPARE(ofModel.code, 0);
    QCOMPARE(scores(ofModel), scores(ofFacts));
    std::map<QString, QString> expected{{"control:orders-api:all", "0.2000"},
                                        {"control:payouts-api:all", "0.8000"},
                                        {"control:orders-db:all", "0.2000"},
                                        {"control:payouts-db:all", "0.8000"},
                                        {"control:idp:all", "1.0000"},
                                        {"have:idp-signing-key:all", "1.0000"},
                                        {"control:browser:one", rounded(0.2 / 10000)},
                                        {"control:portal:one", rounded(0.8 / 500)},
                                        {"have:web-client-secret:all", "0.0000"},
                                        {"have:partner-client-secret:all", "0.0000"}};
    if (!gateway.isEmpty()) expected["control:gateway:all"] = gateway;
    if (!webBff.isEmpty()) expected["control:web-bff:all"] = webBff;
    if (!partnerBff.isEmpty()) expected["control:partner-bff:all"] = partnerBff;
    auto found = scores(ofModel);
    for (const auto& [seed, score] : expected) QCOMPARE(std::pair(seed, found[seed]), std::pair(seed, score));
    for (const Ran* ran : {&ofFacts, &ofModel}) {
        // Four digits: small terms (one user's share squared) stay below.
        QCOMPARE(rounded(ran->json()["concentration"].toDouble()), concentration);
        QCOMPARE(ran->json()["baseline"].toObject()["score"].toDouble(), 0.0);
    }
}

void BlastTest::factsOfAModelGiveItsAnswers_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QStringList>("reading");
    for (const char* name : {"shared-gateway", "bff-per-app", "gateway-and-bffs", "eshop"}) {
        QTest::addRow("%s as stated", name) << QString(name) << QStringList();
        QTest::addRow("%s worst case", name) << QString(name) << QStringList{"--worst-case"};
    }
}

void BlastTest::factsOfAModelGiveItsAnswers() {
    QFETCH(QString, model);
    QFETCH(QStringList, reading);
    const QTemporaryDir folder;
    const QString path = folder.filePath("facts.json");
    const Ran facts = run(QStringList{"facts", modelFile(model)} + reading);
    QCOMPARE(facts.code, 0);
    writeTo(path, facts.out);
    QCOMPARE(run({"blast", "--facts", path, "--all", "--json"}).out,
             run(QStringList{"blast", modelFile(model), "--all", "--json"} + reading).out);
    QCOMPARE(run({"blast", "--facts", path, "--json", "--proof"}).out,
             run(QStringList{"blast", modelFile(model), "--json", "--proof"} + reading).out);
}

void BlastTest::jsonHasItsShape() {
    const Ran ran = run({"blast", modelFile("shared-gateway"), "--from", "gateway", "--json"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    const QJsonObject blast = ran.json();
    QStringList members = blast.keys();
    QCOMPARE(members,
             QStringList({"adds", "baseline", "controlled", "facts", "levels", "read", "score", "seed", "users", "write"}));
    QCOMPARE(blast["seed"].toString(), "control:gateway:all");
    QCOMPARE(blast["score"].toDouble(), 1.0);
    QCOMPARE(blast["users"].toInt(), 10000);
    QCOMPARE(blast["levels"].toObject()["orders-api"].toObject(), QJsonObject({{"level", "exposed"}, {"breadth", "all"}}));
    QCOMPARE(blast["levels"].toObject()["browser"].toObject(), QJsonObject({{"level", "none"}}));
    bool found = false;
    for (const QJsonValue& fact : blast["facts"].toArray())
        found = found || fact.toObject() == QJsonObject({{"fact", "have"},
                                                         {"args", QJsonArray{"web-client-secret"}},
                                                         {"breadth", "all"},
                                                         {"steps", 1},
                                                         {"effort", 1},
                                                         {"new", true}});
    QVERIFY(found);
}

void BlastTest::proofsRestOnFacts() {
    const QJsonArray facts =
        run({"blast", modelFile("eshop"), "--from", "sa-password", "--json", "--proof"}).json()["facts"].toArray();
    QVERIFY(!facts.isEmpty());
    for (const QJsonValue& fact : facts) {
        QVERIFY(fact.toObject()["rule"].toString().startsWith('R'));
        for (const QJsonValue& reason : fact.toObject()["because"].toArray())
            QVERIFY(reason.toInt(-1) >= 0 && reason.toInt() < facts.size());
    }
}

void BlastTest::severalSeedsAtOnce() {
    const QJsonObject both =
        run({"blast", modelFile("gateway-and-bffs"), "--from", "web-bff", "--from", "partner-bff", "--json"}).json();
    QCOMPARE(both["seed"].toString(), "control:web-bff:all,control:partner-bff:all");
    QCOMPARE(rounded(both["score"].toDouble()), "1.0000");
    const QJsonObject none = run({"blast", modelFile("gateway-and-bffs"), "--json"}).json();
    QCOMPARE(none["seed"].toString(), "");
    QCOMPARE(none["score"].toDouble(), 0.0);
}

void BlastTest::namesAndBreadths() {
    const QString model = modelFile("eshop");
    const auto seed = [&](const QString& from) {
        return run({"blast", model, "--from", from, "--json"}).json()["seed"].toString();
    };
    QCOMPARE(seed("Mobile app"), "control:mobile-app:one");
    QCOMPARE(seed("Mobile app@live"), "control:mobile-app:live");
    QCOMPARE(seed("act:customer:all"), "act:customer:all");
    QCOMPARE(seed("sa-password"), "have:sa-password:all");
}

void BlastTest::textIsForPeople() {
    const Ran one = run({"blast", modelFile("shared-gateway"), "--from", "gateway"});
    QCOMPARE(one.code, 0);
    for (const char* words : {"1.00 (read 1.00, written 1.00)", "users hit", "10,000", "exposed, all",
                              "orders-api, payouts-api", "How payouts falls", "[R0]"})
        QVERIFY2(one.out.contains(words), words);
    const Ran all = run({"blast", modelFile("eshop"), "--all", "--tier", "1"});
    for (const char* words : {"sa-password", "secret leaks", "effort up to tier 1", "Concentration"})
        QVERIFY2(all.out.contains(words), words);
    const Ran outsider = run({"blast", modelFile("eshop")});
    QVERIFY(outsider.out.contains("How baskets falls"));
}

void BlastTest::theWorstCaseContainsTheStated() {
    for (const char* name : {"shared-gateway", "bff-per-app", "gateway-and-bffs", "eshop"}) {
        const auto stated = scores(run({"blast", modelFile(name), "--all", "--json"}));
        auto worst = scores(run({"blast", modelFile(name), "--all", "--json", "--worst-case"}));
        for (const auto& [seed, score] : stated)
            QVERIFY2(worst.contains(seed) && worst[seed].toDouble() >= score.toDouble(), qPrintable(seed));
    }
}

QObject* newBlastTest() { return new BlastTest; }
#include "BlastTest.moc"
