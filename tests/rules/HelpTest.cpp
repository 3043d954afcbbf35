// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "rules/Sandbox.h"
#include "rules/TableHelp.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

/// The help page on rules: it says what is so, and its examples work.
class HelpTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesEveryTableAndColumn();
    void thePageHasThisList();
    void theExamplesWork();
};

namespace {

const QString pagePath = QStringLiteral(SALLYPORT_SOURCE_DIR "/resources/help/rules.md");

QString between(const QString& text, const QString& from, const QString& to, qsizetype at = 0) {
    const qsizetype start = text.indexOf(from, at);
    const qsizetype end = text.indexOf(to, start + from.size());
    return start < 0 || end < 0 ? QString() : text.sliced(start + from.size(), end - start - from.size());
}

void write(const QTemporaryDir& folder, const QString& name, const QString& text) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text.toUtf8());
}

} // namespace

void HelpTest::namesEveryTableAndColumn() {
    const auto help = rules::tableHelp();
    QVERIFY(help);
    QSet<QString> named;
    for (const rules::TableHelp& table : *help) {
        named.insert(table.name);
        QVERIFY2(table.text.endsWith(u'.'), qPrintable(table.name + QStringLiteral(": ") + table.text));
        QVERIFY2(!table.columns.empty(), qPrintable(table.name));
    }
    QCOMPARE(named, rules::Sandbox::tables());
    // What it names can be read, all of it.
    const Bench bench(modelOf("{}"));
    const rules::Sandbox sandbox(bench.replica->handle());
    for (const rules::TableHelp& table : *help)
        for (const rules::ColumnHelp& column : table.columns) {
            const auto prepared =
                sandbox.prepare(QStringLiteral("select \"%1\" from %2").arg(column.name, table.name).toUtf8());
            QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().what));
            QVERIFY2(prepared->reads.contains({table.name, column.name}), qPrintable(table.name + u'.' + column.name));
        }
}

void HelpTest::thePageHasThisList() {
    QFile file(pagePath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString page = QString::fromUtf8(file.readAll());
    QCOMPARE(rules::rulesHelpPage(), page);
    const QString start = QStringLiteral("<!-- tables: written by the program, see the test of it -->\n");
    const QString end = QStringLiteral("<!-- end of tables -->");
    const auto help = rules::tableHelp();
    QVERIFY(help);
    const QString list = rules::tableHelpMarkdown(*help);
    if (qEnvironmentVariableIsSet("SALLYPORT_WRITE_HELP")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write((page.first(page.indexOf(start)) + start + list + end + u'\n').toUtf8());
        QSKIP("the page was written; build again");
    }
    QVERIFY2(between(page, start, end) == list, "run test_rules once with SALLYPORT_WRITE_HELP set, and build again");
}

void HelpTest::theExamplesWork() {
    const QString page = rules::rulesHelpPage();
    const QTemporaryDir folder;
    write(folder, QStringLiteral("rule.sql"), between(page, QStringLiteral("```sql\n"), QStringLiteral("```")));
    const qsizetype first = page.indexOf(QStringLiteral("```json\n"));
    write(folder, QStringLiteral("catalogue.json"), between(page, QStringLiteral("```json\n"), QStringLiteral("```")));
    write(folder, QStringLiteral("mapping.json"), between(page, QStringLiteral("```json\n"), QStringLiteral("```"), first + 8));
    auto pack = std::make_shared<rules::RulePack>(rules::RulePack::builtIn());
    QVERIFY(pack->addDirectory(folder.path()));
    QVERIFY2(pack->problems().empty(), qPrintable(pack->problems().empty() ? QString() : pack->problems().front().what));
    const model::Model model = modelOf(R"({
        "zones": [{"id": "net", "name": "Internet", "kind": "internet"}, {"id": "q", "name": "Somewhere"}],
        "components": [{"id": "web", "name": "Web", "kind": "client_browser", "zone": "net"}, {"id": "app", "name": "App", "kind": "client_native", "zone": "q"},
            {"id": "a", "name": "Orders", "kind": "backend", "criticality": 4}, {"id": "b", "name": "Payments", "kind": "backend", "criticality": 2, "owner": "Ada"}],
        "flows": [{"id": "f", "source": "web", "target": "a"}, {"id": "g", "source": "web", "target": "b"}, {"id": "h", "source": "app", "target": "a"}]})");
    Bench bench(model, {}, pack);
    QCOMPARE(bench.verdict(QStringLiteral("ORG-001"), {QStringLiteral("a"), QStringLiteral("f")}), QStringLiteral("violated"));
    QCOMPARE(bench.verdict(QStringLiteral("ORG-001"), {QStringLiteral("b"), QStringLiteral("g")}), QStringLiteral("satisfied"));
    QCOMPARE(bench.verdict(QStringLiteral("ORG-001"), {QStringLiteral("a"), QStringLiteral("h")}), QStringLiteral("unknown"));
    for (const rules::Finding& finding : bench.runner.findings(model, day))
        if (finding.rule == u"ORG-001" && finding.status == rules::FindingStatus::Violated) {
            QCOMPARE(finding.severity, rules::Severity::High);
            QCOMPARE(finding.text,
                     QStringLiteral("Orders is called from Web by Web to Orders, and nobody owns it or nobody has rated it."));
        }
    const rules::Coverage coverage = bench.runner.coverage(model, day);
    const rules::ControlCoverage* control = coverage.find({QStringLiteral("our-controls"), QStringLiteral("OUR-1")});
    QVERIFY(control);
    QCOMPARE(control->counts.violated, 1);
    QCOMPARE(control->counts.satisfied, 1);
}

QObject* newHelpTest() { return new HelpTest; }
#include "HelpTest.moc"
