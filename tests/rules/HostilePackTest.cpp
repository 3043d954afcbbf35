// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

/// A pack made to do harm (tests/fixtures/rules-hostile), next to one good rule and one good framework: each file of it is
/// refused or stopped by itself, and everything else answers as if it were not there.
class HostilePackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachFileIsOneFinding_data();
    void eachFileIsOneFinding();
    void theRestAnswers();
    void theGoodNeighboursAnswer();
    void nothingWasChanged();

private:
    model::Model model_;
    std::unique_ptr<Bench> bench_;
    rules::FindingList findings_;
    QByteArray before_;
};

namespace {
const QString folder = QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/rules-hostile");
const QString attached = QStringLiteral("/tmp/sallyport-hostile.db");
} // namespace

void HostilePackTest::initTestCase() {
    QFile fixture(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/models/shared-gateway.json"));
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    model_ = modelOf(fixture.readAll());
    QFile::remove(attached);
    rules::RulePack pack = rules::RulePack::builtIn();
    QVERIFY(pack.addDirectory(folder));
    before_ = (*document::Replica::ofModel(model_))->dump();
    bench_ = std::make_unique<Bench>(model_, rules::BlastRows{}, std::make_shared<const rules::RulePack>(std::move(pack)));
    findings_ = bench_->runner.findings(model_, day);
}

void HostilePackTest::eachFileIsOneFinding_data() {
    QTest::addColumn<QString>("rule");
    const QStringList files = QDir(folder).entryList({QStringLiteral("HOS-*"), QStringLiteral("TBM-*")}, QDir::Files);
    QVERIFY(files.size() >= 27);
    for (const QString& file : files) QTest::newRow(qPrintable(file)) << QFileInfo(file).completeBaseName();
}

void HostilePackTest::eachFileIsOneFinding() {
    QFETCH(QString, rule);
    QStringList said;
    for (const rules::Finding& finding : findings_)
        if (finding.rule == rule && finding.title == u"Rule cannot be used") said.append(finding.text);
    QVERIFY2(said.size() == 1, qPrintable(said.join(u'\n')));
    QVERIFY2(said.front().contains(folder), qPrintable(said.front()));
    const rules::RuleResult* result = bench_->result(rule);
    QVERIFY(!result || result->rule->own || (result->problem && result->rows.empty()));
}

void HostilePackTest::theRestAnswers() {
    Bench alone(model_);
    const auto expected = alone.runner.findings(model_, day);
    std::vector<rules::Finding> own;
    for (const rules::Finding& finding : findings_)
        if (finding.title != u"Rule cannot be used" && finding.rule != u"ORG-01") own.push_back(finding);
    QVERIFY(expected.size() > 10);
    QCOMPARE(own.size(), expected.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        QCOMPARE(own[i].id(), expected[i].id());
        QCOMPARE(own[i].text, expected[i].text);
    }
}

void HostilePackTest::theGoodNeighboursAnswer() {
    const auto bobs = std::count_if(findings_.begin(), findings_.end(),
                                    [](const rules::Finding& finding) { return finding.rule == u"ORG-01"; });
    QCOMPARE(bobs, static_cast<std::ptrdiff_t>(model_.components.size()));
    const rules::Coverage coverage = bench_->runner.coverage(model_, day);
    const QString framework = QStringLiteral("org-hostile-neighbour");
    const rules::FrameworkCoverage* own = coverage.find(framework);
    QVERIFY(own);
    QCOMPARE(own->title, QStringLiteral("Our own controls"));
    QCOMPARE(own->controls.size(), std::size_t(2)); // the third is in no catalogue
    QCOMPARE(coverage.find({framework, QStringLiteral("O-1")})->status, rules::CoverageStatus::Violated);
    const rules::ControlCoverage* schema = coverage.find({framework, QStringLiteral("O-2")});
    QCOMPARE(schema->status, rules::CoverageStatus::Unknown);
    QVERIFY2(schema->problem.contains(QStringLiteral("sqlite_")), qPrintable(schema->problem));
}

void HostilePackTest::nothingWasChanged() {
    QCOMPARE(bench_->replica->dump(), before_);
    QVERIFY(!QFile::exists(attached));
}

QObject* newHostilePackTest() { return new HostilePackTest; }
#include "HostilePackTest.moc"
