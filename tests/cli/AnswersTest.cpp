// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QStringList severities{"critical", "high", "medium", "low", "info"};

constexpr const char* ownRule = R"(-- OWN-001   Components are called something
-- high      this rule finds every component
-- says      {component} has a name.
-- fix       None.
select c.id as component, length(c.name) > 0 as violated from component c
)";

} // namespace

/// What info, check, coverage and query say.
class AnswersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void info();
    void theDigestIsOfTheContent();
    void checkJson();
    void checkText();
    void theBarDecidesTheExitCode();
    void ownRules();
    void rulesThatCannotBeUsedAreSaid();
    void coverage();
    void queryText();
    void queryJson();
    void queriesOnlyRead_data();
    void queriesOnlyRead();
    void runawayQueriesEnd();
};

void AnswersTest::info() {
    const Ran ran = run({"info", modelFile("eshop"), "--json"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    const QJsonObject info = ran.json();
    QCOMPARE(info["title"].toString(), "eShopOnContainers");
    QCOMPARE(info["schema"].toInt(), 1);
    QCOMPARE(info["digest"].toString().size(), 64);
    QCOMPARE(info["counts"].toObject()["components"].toInt(), 25);
    QVERIFY(info["unknown"].toInt() > 100);
    const Ran text = run({"info", modelFile("eshop")});
    QVERIFY(text.out.contains(info["digest"].toString().toUtf8()));
}

void AnswersTest::theDigestIsOfTheContent() {
    const auto digest = [](const QString& file) { return run({"info", file, "--json"}).json()["digest"].toString(); };
    QCOMPARE(digest(modelFile("bff-per-app")), digest(fixtureFile("bff-per-app")));
    QVERIFY(digest(modelFile("bff-per-app")) != digest(modelFile("shared-gateway")));
}

void AnswersTest::checkJson() {
    const Ran ran = run({"check", modelFile("shared-gateway"), "--format", "json"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    const QJsonObject all = ran.json();
    QCOMPARE(all.keys(), QStringList({"counts", "findings"}));
    QJsonObject counted;
    bool found = false;
    for (const QJsonValue& value : all["findings"].toArray()) {
        const QJsonObject finding = value.toObject();
        for (const char* member : {"rule", "status", "severity", "elements", "text", "fix", "controls", "decision"})
            QVERIFY2(finding.contains(QLatin1StringView(member)), member);
        QVERIFY(finding["decision"].isNull());
        if (finding["status"] == "violated")
            counted[finding["severity"].toString()] = counted[finding["severity"].toString()].toInt() + 1;
        QCOMPARE(finding.contains("asks"), finding["status"] == "unknown");
        found = found || (finding["rule"] == "TBM-101" && finding["elements"] == QJsonArray({"gateway", "web-client-secret"}));
    }
    QVERIFY(found);
    for (const QString& severity : severities)
        QCOMPARE(all["counts"].toObject()[severity].toInt(-1), counted[severity].toInt());
}

void AnswersTest::checkText() {
    const Ran ran = run({"check", modelFile("shared-gateway")});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains("critical  TBM-101  Application secret held by a shared gateway\n"));
    QVERIFY(ran.out.contains("gateway holds web-client-secret, and serves browser and portal."));
}

void AnswersTest::theBarDecidesTheExitCode() {
    const QString model = modelFile("shared-gateway");
    for (const QString& severity : severities) QCOMPARE(run({"check", model, "--fail-on", severity}).code, 1);
    const QTemporaryDir folder;
    const QString empty = folder.filePath("empty.sallyport");
    QCOMPARE(run({"new", empty}).code, 0);
    QCOMPARE(run({"check", empty, "--fail-on", "info"}).code, 0);
}

void AnswersTest::ownRules() {
    const QTemporaryDir folder;
    writeTo(folder.filePath("own.sql"), ownRule);
    const Ran ran = run({"check", modelFile("shared-gateway"), "--format", "json", "--rules", folder.path()});
    QCOMPARE(ran.code, 0);
    int count = 0;
    for (const QJsonValue& finding : ran.json()["findings"].toArray()) count += finding.toObject()["rule"] == "OWN-001" ? 1 : 0;
    QCOMPARE(count, 8);
    const Ran missing = run({"check", modelFile("shared-gateway"), "--rules", folder.filePath("nothing")});
    QCOMPARE(missing.code, 3);
    QVERIFY2(missing.isOneSentence(), missing.err.constData());
}

void AnswersTest::rulesThatCannotBeUsedAreSaid() {
    const QTemporaryDir folder;
    writeTo(folder.filePath("bad.sql"), QByteArray(ownRule).replace("select", "delete from component; select"));
    const Ran ran = run({"check", modelFile("shared-gateway"), "--format", "json", "--rules", folder.path()});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.contains("bad.sql") && ran.err.contains("not used"), ran.err.constData());
    QVERIFY(!ran.json()["findings"].toArray().isEmpty());
}

void AnswersTest::coverage() {
    const Ran ran = run({"coverage", modelFile("gateway-and-bffs"), "--json"});
    QCOMPARE(ran.code, 0);
    const QJsonArray frameworks = ran.json()["frameworks"].toArray();
    QVERIFY(frameworks.size() > 1);
    const QStringList statuses{"satisfied", "violated", "partial", "unknown", "not_applicable"};
    for (const QJsonValue& framework : frameworks)
        for (const QJsonValue& value : framework.toObject()["controls"].toArray()) {
            const QJsonObject control = value.toObject();
            QVERIFY(statuses.contains(control["status"].toString()));
            QCOMPARE(control["counts"].toObject().keys(), QStringList({"partial", "satisfied", "unknown", "violated"}));
            for (const QJsonValue& element : control["elements"].toArray())
                QVERIFY(statuses.contains(element.toObject()["status"].toString()));
        }
    const QString first = frameworks[0].toObject()["id"].toString();
    const QJsonArray one =
        run({"coverage", modelFile("gateway-and-bffs"), "--framework", first, "--json"}).json()["frameworks"].toArray();
    QCOMPARE(one, QJsonArray({frameworks[0]}));
    QVERIFY(run({"coverage", modelFile("gateway-and-bffs")}).out.contains("the model indicates"));
}

void AnswersTest::queryText() {
    const Ran ran = run({"query", modelFile("eshop"),
                         "select c.name as holder, s.lifetime_s from holding h join component c on c.id = h.component "
                         "join secret s on s.id = h.secret where s.id = 'sa-password' order by 1"});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.startsWith(
                 "holder                    lifetime_s\n------------------------  ----------\ncatalog-api               ?\n"),
             ran.out.constData());
    QVERIFY(ran.out.endsWith("\n5 rows\n"));
}

void AnswersTest::queryJson() {
    const QString model = modelFile("shared-gateway");
    const QJsonObject answer =
        run({"query", model, "select source, score, worst_score from blast where source = 'gateway'", "--json"}).json();
    QCOMPARE(answer, QJsonObject({{"columns", QJsonArray{"source", "score", "worst_score"}},
                                  {"rows", QJsonArray{QJsonArray{"gateway", 1, 1}}}}));
    const QJsonObject levels =
        run({"query", model, "select level, breadth from blast_component where seed = 'gateway' and component = 'orders-api'",
             "--json"})
            .json();
    QCOMPARE(levels["rows"].toArray(), QJsonArray({QJsonArray{"exposed", "all"}}));
    const QJsonObject unknown =
        run({"query", model, "select storage_form from holding where secret = 'web-client-secret'", "--json"}).json();
    QCOMPARE(unknown["rows"].toArray(), QJsonArray({QJsonArray{QJsonValue()}}));
    QCOMPARE(run({"query", model, "select days(:today, :today) as d", "--json"}).json()["rows"].toArray(),
             QJsonArray({QJsonArray{0}}));
}

void AnswersTest::queriesOnlyRead_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("nothing") << "";
    QTest::newRow("no SQL") << "which secrets leak?";
    QTest::newRow("delete") << "delete from secret";
    QTest::newRow("two statements") << "select 1; select 2";
    QTest::newRow("pragma") << "pragma user_version";
    QTest::newRow("attach") << "attach 'x.db' as x";
    QTest::newRow("schema") << "select * from sqlite_schema";
    QTest::newRow("meta") << "select * from meta";
    QTest::newRow("function") << "select load_extension('x')";
    QTest::newRow("parameter") << "select :nobody_knows";
}

void AnswersTest::queriesOnlyRead() {
    QFETCH(QString, sql);
    const Ran ran = run({"query", modelFile("shared-gateway"), sql});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
}

void AnswersTest::runawayQueriesEnd() {
    const Ran ran = run({"query", modelFile("shared-gateway"),
                         "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
    // Within the bounds of rows, time and memory, and still more than anybody reads.
    for (const QStringList& how : {QStringList{}, QStringList{"--json"}}) {
        const Ran wide = run(QStringList{"query", modelFile("shared-gateway"),
                                         "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000), "
                                         "t(x) as (select group_concat('0123456789012345678901234567890123456789') from n) "
                                         "select x from t, n limit 500"} +
                             how);
        QCOMPARE(wide.code, 3);
        QVERIFY(wide.out.isEmpty());
        QVERIFY2(wide.isOneSentence() && wide.err.contains("16 million"), wide.err.constData());
    }
}

QObject* newAnswersTest() { return new AnswersTest; }
#include "AnswersTest.moc"
