// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QJsonArray>
#include <QTest>

#include <cmath>

/// The best changes of the worked examples, as people and as programs read them.
class AdviseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSharedGatewayIsSplitFirst();
    void aPairWhereNoSingleChangeIsEnough();
    void textSaysWhatAndWhatItCosts();
    void unknownsOpenTheGap();
    void refusals_data();
    void refusals();
};

namespace {

double hundredths(const QJsonValue& value) { return std::round(value.toDouble() * 100) / 100; }

QStringList familiesOf(const QJsonValue& offer) {
    QStringList families;
    for (const QJsonValue& change : offer.toObject()["changes"].toArray()) families << change.toObject()["family"].toString();
    families.sort();
    return families;
}

} // namespace

void AdviseTest::theSharedGatewayIsSplitFirst() {
    const Ran whole = run({"advise", modelFile("shared-gateway"), "--json"});
    QCOMPARE(whole.code, 0);
    QCOMPARE(whole.json()["measure"].toString(), QString("concentration"));
    const QJsonObject best = whole.json()["changes"].toArray().first().toObject();
    QCOMPARE(familiesOf(best), QStringList{"split"});
    QCOMPARE(hundredths(best["before"]), 3.36);
    QCOMPARE(hundredths(best["after"]), 3.04);
    QCOMPARE(best["gain"].toDouble(), best["before"].toDouble() - best["after"].toDouble());

    const QJsonObject seeded = run({"advise", modelFile("shared-gateway"), "--from", "gateway", "--json"}).json();
    QCOMPARE(seeded["seeds"].toArray(), QJsonArray{"control:gateway:all"});
    QCOMPARE(familiesOf(seeded["changes"].toArray().first()), QStringList{"split"});
    QCOMPARE(hundredths(seeded["before"]), 1.0);
}

void AdviseTest::aPairWhereNoSingleChangeIsEnough() {
    const QJsonObject json = run({"advise", modelFile("gateway-and-bffs"), "--from", "gateway", "--json"}).json();
    QCOMPARE(hundredths(json["before"]), 0.1);
    QCOMPARE(hundredths(json["changes"].toArray().first().toObject()["after"]), 0.08);
    QCOMPARE(familiesOf(json["pair"]), (QStringList{"bind", "seal_data"}));
    QCOMPARE(json["pair"].toObject()["after"].toDouble(), 0.0);
    QVERIFY(json["pair"].toObject()["clears"].toBool());
    const QByteArray text = run({"advise", modelFile("gateway-and-bffs"), "--from", "gateway"}).out;
    QVERIFY2(text.contains("No single change clears gateway: the best leaves 0.08."), text);
    QVERIFY2(text.contains("0.10 -> 0.00"), text);
}

void AdviseTest::textSaysWhatAndWhatItCosts() {
    const QByteArray text = run({"advise", modelFile("shared-gateway")}).out;
    for (const char* said : {"1  Split the gateway: one for browser, one for portal.", "3.36 -> 3.04", "1 component more"})
        QVERIFY2(text.contains(said), text);
    // Nothing in it is made up at the moment: the same words every time.
    QCOMPARE(run({"advise", modelFile("shared-gateway")}).out, text);
}

void AdviseTest::unknownsOpenTheGap() {
    const QJsonObject json = run({"advise", modelFile("eshop"), "--unknowns", "--json"}).json();
    const QJsonObject stated = run({"blast", modelFile("eshop"), "--all", "--json"}).json();
    const QJsonObject worst = run({"blast", modelFile("eshop"), "--all", "--worst-case", "--json"}).json();
    QCOMPARE(json["stated"].toDouble(), stated["concentration"].toDouble());
    QCOMPARE(json["worst"].toDouble(), worst["concentration"].toDouble());
    QVERIFY(json["open"].toArray().size() <= json["unanswered"].toInt());
    const QByteArray text = run({"advise", modelFile("eshop"), "--unknowns"}).out;
    QVERIFY2(text.contains("unknowns are bad"), text);
}

void AdviseTest::refusals_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString model = modelFile("shared-gateway");
    QTest::newRow("nobody") << QStringList{"advise", model, "--from", "nobody"} << 2;
    QTest::newRow("tier") << QStringList{"advise", model, "--tier", "4"} << 2;
    QTest::newRow("both readings") << QStringList{"advise", model, "--unknowns", "--worst-case"} << 2;
    QTest::newRow("no file") << QStringList{"advise"} << 2;
    QTest::newRow("missing") << QStringList{"advise", "/nowhere/model.sallyport"} << 3;
}

void AdviseTest::refusals() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const Ran ran = run(words);
    QCOMPARE(ran.code, code);
    QVERIFY(ran.isOneSentence());
}

QObject* newAdviseTest() { return new AdviseTest; }

#include "AdviseTest.moc"
