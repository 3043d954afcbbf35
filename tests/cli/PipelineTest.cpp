// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

namespace {

constexpr const char* everybody = R"(-- OWN-001   Components are called something
-- high      this rule finds every component
-- says      {component} has a name.
-- fix       None.
select c.id as component, length(c.name) > 0 as violated from component c
)";

/// A fixture with another value of one text.
QByteArray changed(const QString& name, const QByteArray& from, const QByteArray& to) {
    const QByteArray sound = contentOf(fixtureFile(name));
    if (!sound.contains(from)) qFatal("%s has no %s", qPrintable(name), from.constData());
    return QByteArray(sound).replace(from, to);
}

} // namespace

/// What pipelines live on: SARIF, baselines and their exit codes.
class PipelineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sarifTellsWhere();
    void sarifIsTheSameTwice();
    void nothingIsNewAgainstItself_data();
    void nothingIsNewAgainstItself();
    void onlyNewFindingsFail();
    void renamingMakesNothingNew();
    void aLapsedDecisionIsWorse();
    void badBaselines_data();
    void badBaselines();
    void wrongWords_data();
    void wrongWords();
    void documentRulesOnlyWhenAskedFor();
    void aHostilePackIsStoppedRuleByRule();
    void aBarNeedsEveryRule();
    void aSwitchedOffFrameworkIsShownWhenNamed();
    void tablesAsCsv();
    void tablesWithRulesOfOnesOwn();
    void queryTables();
};

void PipelineTest::sarifTellsWhere() {
    const QString file = fixtureFile("shared-gateway");
    const Ran ran = run({"check", file, "--format", "sarif"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    const QJsonObject run0 = ran.json()["runs"].toArray()[0].toObject();
    const QList<QByteArray> lines = contentOf(file).split('\n');
    bool found = false;
    for (const QJsonValue& value : run0["results"].toArray()) {
        const QJsonObject result = value.toObject();
        if (result["ruleId"] != "TBM-101") continue;
        found = true;
        const QJsonObject location = result["locations"].toArray()[0].toObject();
        const QJsonObject physical = location["physicalLocation"].toObject();
        QCOMPARE(physical["artifactLocation"].toObject()["uri"].toString(), "file://" + file);
        const int line = physical["region"].toObject()["startLine"].toInt();
        QVERIFY(lines.value(line - 1).contains("\"id\": \"gateway\""));
        QCOMPARE(location["logicalLocations"].toArray()[0].toObject()["fullyQualifiedName"].toString(), "component:gateway");
        QVERIFY(!result["relatedLocations"].toArray().isEmpty());
        QCOMPARE(result["level"].toString(), "error");
        const QJsonObject rule =
            run0["tool"].toObject()["driver"].toObject()["rules"].toArray()[result["ruleIndex"].toInt()].toObject();
        QCOMPARE(rule["id"].toString(), "TBM-101");
        QVERIFY(rule["help"].toObject()["text"].toString().contains("Move the secret"));
        QCOMPARE(rule["properties"].toObject()["security-severity"].toString(), "8.0");
    }
    QVERIFY(found);
    const Ran binary = run({"check", modelFile("shared-gateway"), "--format", "sarif"});
    QVERIFY(!binary.out.contains("startLine")); // there are no lines in a database
}

void PipelineTest::sarifIsTheSameTwice() {
    const QStringList words{"check", modelFile("eshop"), "--format", "sarif"};
    QCOMPARE(run(words).out, run(words).out);
}

void PipelineTest::nothingIsNewAgainstItself_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("format");
    for (const char* model : {"shared-gateway", "bff-per-app", "gateway-and-bffs", "eshop"})
        for (const char* format : {"json", "sarif"}) QTest::addRow("%s %s", model, format) << model << format;
}

void PipelineTest::nothingIsNewAgainstItself() {
    QFETCH(QString, model);
    QFETCH(QString, format);
    const QTemporaryDir folder;
    const QString old = folder.filePath("old");
    writeTo(old, run({"check", modelFile(model), "--format", format}).out);
    const Ran ran = run({"check", modelFile(model), "--format", "json", "--baseline", old, "--fail-on", "info"});
    QCOMPARE(ran.code, 0);
    const QJsonObject baseline = ran.json()["baseline"].toObject();
    QCOMPARE(baseline["new"].toInt(-1), 0);
    QCOMPARE(baseline["worse"].toInt(-1), 0);
    QCOMPARE(baseline["gone"].toArray().size(), 0);
    QCOMPARE(baseline["unchanged"].toInt(-1), static_cast<int>(ran.json()["findings"].toArray().size()));
}

void PipelineTest::onlyNewFindingsFail() {
    const QTemporaryDir folder, kept;
    const QString old = kept.filePath("old.json"), model = modelFile("shared-gateway");
    writeTo(old, run({"check", model, "--format", "json"}).out);
    writeTo(folder.filePath("own.sql"), everybody);
    const QStringList words{"check", model, "--baseline", old, "--rules", folder.path(), "--fail-on"};
    QCOMPARE(run(words + QStringList{"high"}).code, 1);
    QCOMPARE(run(words + QStringList{"critical"}).code, 0); // there are critical ones, but none is new
    QVERIFY(run(words + QStringList{"critical"}).out.contains("Against the baseline: 8 new, 0 worse,"));
    // The other way round the eight are gone.
    writeTo(old, run({"check", model, "--format", "sarif", "--rules", folder.path()}).out);
    const Ran back = run({"check", model, "--format", "json", "--baseline", old, "--fail-on", "info"});
    QCOMPARE(back.code, 0);
    QCOMPARE(back.json()["baseline"].toObject()["gone"].toArray().size(), 8);
}

void PipelineTest::renamingMakesNothingNew() {
    const QTemporaryDir folder;
    const QString old = folder.filePath("old.json"), model = folder.filePath("model.json");
    writeTo(old, run({"check", fixtureFile("shared-gateway"), "--format", "json"}).out);
    writeTo(model, changed("shared-gateway", "\"name\": \"gateway\"", "\"name\": \"front door\""));
    const Ran ran = run({"check", model, "--format", "json", "--baseline", old, "--fail-on", "info"});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.json()["baseline"].toObject()["new"].toInt(-1), 0);
}

void PipelineTest::aLapsedDecisionIsWorse() {
    const QTemporaryDir folder;
    const QString old = folder.filePath("old.json"), model = folder.filePath("model.json");
    QJsonObject content = QJsonDocument::fromJson(contentOf(fixtureFile("shared-gateway"))).object();
    content["decisions"] = QJsonArray{QJsonObject{{"rule", "TBM-101"},
                                                  {"elements", QJsonArray{"gateway", "web-client-secret"}},
                                                  {"status", "accepted"},
                                                  {"reason", "until spring"},
                                                  {"owner", "Ada"},
                                                  {"expires_at", "2026-03-01"}}};
    writeTo(model, QJsonDocument(content).toJson());
    const auto day = [](const char* seconds) {
        QProcessEnvironment environment;
        environment.insert("SOURCE_DATE_EPOCH", seconds);
        return environment;
    };
    const QProcessEnvironment before = day("1767225600"), after = day("1780272000"); // 2026-01-01, 2026-06-01
    writeTo(old, run({"check", model, "--format", "json"}, -1, before).out);
    const QStringList words{"check", model, "--baseline", old, "--format", "json", "--fail-on", "critical"};
    QCOMPARE(run(words, -1, before).code, 0);
    const Ran lapsed = run(words, -1, after);
    QCOMPARE(lapsed.code, 1);
    QCOMPARE(lapsed.json()["baseline"].toObject()["worse"].toInt(-1), 1);
}

void PipelineTest::badBaselines_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QByteArray& content, const QByteArray& says) {
        QTest::newRow(name) << content << says;
    };
    row("empty", "", "JSON");
    row("no JSON", "high  TBM-101", "JSON");
    row("a list", "[]", "object");
    row("something else", "{\"components\": []}", "findings");
    row("no list", "{\"findings\": 1}", "findings");
    row("no rule", R"({"findings": [{"elements": [], "status": "violated", "severity": "low"}]})", "findings[0].rule");
    row("an odd severity", R"({"findings": [{"rule": "X", "elements": [], "status": "violated", "severity": "awful"}]})",
        "findings[0].severity");
    row("an odd status", R"({"findings": [{"rule": "X", "elements": [], "status": "fine", "severity": "low"}]})",
        "findings[0].status");
    row("an odd element", R"({"findings": [{"rule": "X", "elements": [1], "status": "violated", "severity": "low"}]})",
        "findings[0].elements");
    row("another SARIF", R"({"version": "2.0.0", "runs": []})", "2.1.0");
    row("another tool", R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Other"}}, "results": []}]})",
        "Sallyport");
    row("no fingerprint",
        R"({"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "Sallyport"}}, "results": [{"ruleId": "X"}]}]})",
        "runs[0].results[0].partialFingerprints");
    row("deep", QByteArray("[").repeated(5000), "JSON");
}

void PipelineTest::badBaselines() {
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const QTemporaryDir folder;
    const QString old = folder.filePath("old");
    writeTo(old, content);
    const Ran ran = run({"check", modelFile("shared-gateway"), "--baseline", old});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
    QVERIFY2(ran.err.contains(old.toUtf8()) && ran.err.contains(says), ran.err.constData());
}

void PipelineTest::wrongWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    const QString model = modelFile("shared-gateway");
    QTest::newRow("format") << QStringList{"check", model, "--format", "xml"} << 2;
    QTest::newRow("severity") << QStringList{"check", model, "--fail-on", "awful"} << 2;
    QTest::newRow("none is no bar") << QStringList{"check", model, "--fail-on", "none"} << 2;
    QTest::newRow("no baseline") << QStringList{"check", model, "--baseline", "/nowhere/old.json"} << 3;
    QTest::newRow("a folder as baseline") << QStringList{"check", model, "--baseline", "/tmp"} << 3;
    QTest::newRow("csv to standard output") << QStringList{"export", model, "-f", "csv", "-o", "-"} << 2;
    QTest::newRow("no question") << QStringList{"query", model, " -- nothing"} << 3;
    QTest::newRow("a folder without rules") << QStringList{"check", model, "--rules", SALLYPORT_SOURCE_DIR "/models"} << 3;
    QTest::newRow("no rules") << QStringList{"check", model, "--rules", "/nowhere/rules"} << 3;
}

void PipelineTest::wrongWords() {
    QFETCH(QStringList, words);
    QFETCH(int, code);
    const Ran ran = run(words);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
}

void PipelineTest::documentRulesOnlyWhenAskedFor() {
    const QTemporaryDir folder;
    const QString model = folder.filePath("model.json");
    QJsonObject content = QJsonDocument::fromJson(contentOf(fixtureFile("shared-gateway"))).object();
    content["rules"] = QJsonArray{QJsonObject{{"id", "u1"}, {"text", everybody}}};
    writeTo(model, QJsonDocument(content).toJson());
    const Ran without = run({"check", model});
    QCOMPARE(without.code, 0);
    QVERIFY(!without.out.contains("OWN-001"));
    QVERIFY2(without.err.contains("--document-rules"), without.err.constData());
    const Ran with = run({"check", model, "--document-rules"});
    QVERIFY(with.out.contains("OWN-001") && with.err.isEmpty());
}

void PipelineTest::aHostilePackIsStoppedRuleByRule() {
    const QString pack = QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/rules-hostile");
    const Ran alone = run({"check", modelFile("shared-gateway"), "--format", "json"});
    const Ran ran = run({"check", modelFile("shared-gateway"), "--format", "json", "--rules", pack});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.count('\n') >= 27);
    QJsonArray rest;
    for (const QJsonValue& finding : ran.json()["findings"].toArray())
        if (finding["title"] != "Rule cannot be used" && finding["rule"] != "ORG-01") rest.append(finding);
    QCOMPARE(rest, alone.json()["findings"].toArray());
}

/// A bar says what may not pass: where a rule that was asked for could not look, nobody knows.
void PipelineTest::aBarNeedsEveryRule() {
    const QTemporaryDir folder, kept;
    const QString old = kept.filePath("old.json"), model = modelFile("shared-gateway");
    writeTo(old, run({"check", model, "--format", "json"}).out);
    writeTo(folder.filePath("broken.sql"), QByteArray(everybody).replace("from component", "from componant"));
    const QStringList words{"check", model, "--baseline", old, "--rules", folder.path()};
    const Ran listed = run(words);
    QCOMPARE(listed.code, 0);
    QVERIFY(listed.out.contains("Rule cannot be used"));
    QCOMPARE(run(words + QStringList{"--fail-on", "critical"}).code, 3);
    QCOMPARE(run({"check", model, "--rules", folder.path(), "--fail-on", "critical"}).code, 1); // that there is one is known
}

void PipelineTest::aSwitchedOffFrameworkIsShownWhenNamed() {
    const QTemporaryDir folder;
    const QString model = folder.filePath("model.json"), nhi = "owasp-nhi-2025";
    QJsonObject content = QJsonDocument::fromJson(contentOf(fixtureFile("shared-gateway"))).object();
    content["frameworks"] = QJsonArray{QJsonObject{{"id", nhi}, {"enabled", false}}};
    writeTo(model, QJsonDocument(content).toJson());
    const auto ids = [](const Ran& ran) {
        QStringList all;
        for (const QJsonValue& framework : ran.json()["frameworks"].toArray()) all << framework["id"].toString();
        return all;
    };
    QVERIFY(!ids(run({"coverage", model, "--json"})).contains(nhi));
    QCOMPARE(ids(run({"coverage", model, "--json", "--framework", nhi})), QStringList{nhi});
    const Ran unknown = run({"coverage", model, "--framework", "castles"});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.isOneSentence() && unknown.err.contains(nhi.toUtf8()), unknown.err.constData());
}

void PipelineTest::tablesAsCsv() {
    const QTemporaryDir folder;
    const QString out = folder.filePath("tables"), file = folder.filePath("file");
    const Ran ran = run({"export", modelFile("eshop"), "-f", "csv", "-o", out});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.isEmpty());
    for (const char* name : {"findings", "coverage", "gaps", "ranking", "component", "identity", "secret", "holding", "flow"})
        QVERIFY2(contentOf(out + '/' + name + ".csv").count("\r\n") > 1, name);
    QCOMPARE(contentOf(out + "/component.csv").count("\r\n"), 1 + 25);
    writeTo(file, "in the way");
    QCOMPARE(run({"export", modelFile("eshop"), "-f", "csv", "-o", file}).code, 4);
    QCOMPARE(contentOf(file), QByteArray("in the way"));
}

void PipelineTest::tablesWithRulesOfOnesOwn() {
    const QTemporaryDir folder, rules;
    writeTo(rules.filePath("own.sql"), everybody);
    const auto said = [&](const QStringList& more) {
        const Ran ran = run(QStringList{"export", modelFile("shared-gateway"), "-f", "csv", "-o", folder.path()} + more);
        return ran.code == 0 ? contentOf(folder.filePath("findings.csv")).count("OWN-001,") : -1;
    };
    QCOMPARE(said({}), qsizetype(0));
    QCOMPARE(said({"--rules", rules.path()}), qsizetype(8));
    QCOMPARE(run({"export", modelFile("shared-gateway"), "-f", "csv", "-o", folder.path(), "--rules", "/nowhere"}).code, 3);
    // The canonical text form has no findings: there rules are a mistake.
    QCOMPARE(run({"export", modelFile("shared-gateway"), "-f", "json", "-o", "-", "--rules", rules.path()}).code, 2);
}

void PipelineTest::queryTables() {
    const Ran ran = run({"query", "--tables"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains("\nblast_component\n") && ran.out.contains("function.rate_limit"));
    QCOMPARE(run({"query", modelFile("eshop")}).code, 2);
}

QObject* newPipelineTest() { return new PipelineTest; }
#include "PipelineTest.moc"
