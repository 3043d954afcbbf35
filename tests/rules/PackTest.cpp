// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

class PackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownRulesAreWhole();
    void aDirectoryAddsAndReplaces();
    void brokenRulesAreFindings_data();
    void brokenRulesAreFindings();
    void rulesReadWhatTheyAskFor();
    void severityReasonsFollowTheRow();
    void policyIsTheModels();
};

namespace {
const QByteArray goodRule =
    "-- ORG-001   Every component is called Bob\n-- low       it is the custom\n"
    "-- says      {component} is not called Bob,\n--           but should be.\n-- fix       Rename it.\n"
    "select id as component, kind <> 'bff' as violated from component\n";

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& text) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
}

model::Model oneComponent() { return modelOf(R"({"components": [{"id": "c", "name": "Orders", "kind": "backend"}]})"); }
} // namespace

void PackTest::ownRulesAreWhole() {
    const auto pack = ownPack();
    QVERIFY(pack->problems().empty());
    int rules = 0;
    for (const rules::Rule& rule : pack->rules()) {
        if (rule.isCheck()) continue;
        ++rules;
        QVERIFY2(!rule.title.isEmpty() && !rule.fix.isEmpty() && !rule.controls.empty() && !rule.source.isEmpty(),
                 qPrintable(rule.id));
        for (const rules::SeverityReason& reason : rule.severities) QVERIFY2(!reason.reason.isEmpty(), qPrintable(rule.id));
    }
    QCOMPARE(rules, 78); // and TBM-607
}

void PackTest::aDirectoryAddsAndReplaces() {
    QTemporaryDir folder;
    write(folder, QStringLiteral("org.sql"), goodRule);
    rules::RulePack pack = rules::RulePack::builtIn();
    const std::size_t before = pack.rules().size();
    QVERIFY(pack.addDirectory(folder.path()));
    QVERIFY(pack.addDirectory(folder.path()));
    QCOMPARE(pack.rules().size(), before + 1);
    QVERIFY(!pack.addDirectory(folder.filePath(QStringLiteral("nowhere"))));
    const model::Model model = oneComponent();
    Bench bench(model, {}, std::make_shared<const rules::RulePack>(pack));
    const auto findings = bench.runner.findings(model, day);
    const auto at =
        std::find_if(findings.begin(), findings.end(), [](const rules::Finding& f) { return f.rule == u"ORG-001"; });
    QVERIFY(at != findings.end());
    QCOMPARE(at->text, QStringLiteral("Orders is not called Bob, but should be."));
    QCOMPARE(at->id(), QStringLiteral("ORG-001 c"));
}

void PackTest::brokenRulesAreFindings_data() {
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
    row("empty", "");
    row("no header", "select id, 1 as violated from component");
    row("no title", "-- X-1\n-- low x\n-- says y\nselect id, 1 as violated from component");
    row("unknown key", "-- X-1 t\n-- low x\n-- says y\n-- wat z\nselect id, 1 as violated from component");
    row("no severity", "-- X-1 t\n-- says y\nselect id, 1 as violated from component");
    row("no says", "-- X-1 t\n-- low x\nselect id, 1 as violated from component");
    row("no select", "-- X-1 t\n-- low x\n-- says y\n");
    row("syntax", "-- X-1 t\n-- low x\n-- says y\nselect from where");
    row("no violated", "-- X-1 t\n-- low x\n-- says y\nselect id from component");
    row("no ids", "-- X-1 t\n-- low x\n-- says y\nselect 1 as violated from component");
    row("text as a condition", "-- X-1 t\n-- low x\n-- says y\nselect id, kind as violated from component");
    row("a row without ids", "-- X-1 t\n-- low x\n-- says y\nselect null as x, 1 as violated from component");
    row("no such parameter", "-- X-1 t\n-- low x\n-- says y\nselect id, :wat > 1 as violated from component");
    row("a sentence of nothing", "-- X-1 t\n-- low x\n-- says {who}\nselect id, 1 as violated from component");
    row("a question of nothing", "-- X-1 t\n-- low x\n-- says y\n-- asks zone.knd\nselect id, 1 as violated from component");
    row("a member of nothing",
        "-- X-1 t\n-- low x\n-- says y\n-- asks component.function.dance\nselect id, 1 as violated from component");
    row("a name for an id", "-- X-1 t\n-- low x\n-- says y\nselect name, 1 as violated from component");
    row("no such severity", "-- X-1 t\n-- low x\n-- says y\nselect id, 1 as violated, 'dire' as severity from component");
    row("writes", "-- X-1 t\n-- low x\n-- says y\ndelete from component");
    row("binary", QByteArray(3000, '\xff'));
    row("too large", "-- X-1 t\n-- low x\n-- says y\nselect id, 1 as violated from component" + QByteArray(100000, ' '));
}

void PackTest::brokenRulesAreFindings() {
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    write(folder, QStringLiteral("X-1.sql"), text);
    rules::RulePack pack;
    QVERIFY(pack.addDirectory(folder.path()));
    const model::Model model = oneComponent();
    Bench bench(model, {}, std::make_shared<const rules::RulePack>(pack));
    const auto findings = bench.runner.findings(model, day);
    QCOMPARE(findings.size(), std::size_t(1));
    QCOMPARE(findings.front().rule, QStringLiteral("X-1"));
    QCOMPARE(findings.front().status, rules::FindingStatus::Unknown);
    QVERIFY2(findings.front().text.contains(QStringLiteral("cannot be used")), qPrintable(findings.front().text));
}

/// A finding is kept while its rule need not run again; so what it asks must be among what its rule reads.
void PackTest::rulesReadWhatTheyAskFor() {
    const Bench bench{model::Model()};
    for (const rules::Rule& rule : ownPack()->rules()) {
        const QStringList reads = bench.runner.columnsRead(rule.id);
        for (const QString& attribute : rule.asks) {
            const QString table =
                attribute.section(u'.', 0, 0) == u"grant" ? QStringLiteral("grant_") : attribute.section(u'.', 0, 0);
            const QString column = table + u'.' + attribute.section(u'.', 1, 1);
            const bool isRead = reads.contains(column) || reads.contains(table + QStringLiteral("_has.present")) ||
                                (attribute == u"flow.continues" && reads.contains(QStringLiteral("flow_continues.leg")));
            QVERIFY2(isRead, qPrintable(rule.id + u' ' + attribute));
        }
    }
}

void PackTest::severityReasonsFollowTheRow() {
    const model::Model model = modelOf(
        R"({"components": [{"id": "g", "name": "G", "kind": "api_gateway"}, {"id": "b", "name": "B", "kind": "backend"}]})");
    const auto findings = Bench(model).runner.findings(model, day);
    for (const rules::Finding& finding : findings) {
        if (finding.rule != u"TBM-601") continue;
        const bool gateway = finding.elements.front() == u"g";
        QCOMPARE(finding.severity, gateway ? rules::Severity::Medium : rules::Severity::Low);
        QVERIFY(finding.severityReason.contains(gateway ? QStringLiteral("gateway") : QStringLiteral("nobody")));
    }
}

void PackTest::policyIsTheModels() {
    model::Model model;
    const auto& all = rules::policyParameters();
    const auto at =
        std::find_if(all.begin(), all.end(), [](const auto& p) { return QLatin1StringView(p.name) == u"max_secret_days"; });
    QVERIFY(at != all.end());
    QCOMPARE(rules::policyValue(model, *at), 90);
    model.policy.put({QStringLiteral("max_secret_days"), 30});
    QCOMPARE(rules::policyValue(model, *at), 30);
}

QObject* newPackTest() { return new PackTest; }
#include "PackTest.moc"
