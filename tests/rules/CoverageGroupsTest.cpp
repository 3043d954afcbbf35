// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "rules/CoverageGaps.h"
#include "rules/CoverageGroups.h"
#include "rules/CoverageReasons.h"

#include <QFile>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;
using rules::CoverageStatus;

/// Why coverage is as it is, and what it comes to in groups.
class CoverageGroupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyStatusHasAReasonWithNames();
    void rowsAreThoseOfTheRule();
    void aMissingRuleIsNamed();
    void groupsAddUp();
    void theCsfHasSixFunctions();
    void zonesAndOwners();
    void gapsAreRanked();

private:
    std::unique_ptr<document::Document> document_;
    std::shared_ptr<const rules::Review> review_;
};

namespace {
int sum(const rules::CoverageCounts& counts) { return counts.total() + counts.notApplicable; }
} // namespace

void CoverageGroupsTest::initTestCase() {
    QFile fixture(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/models/shared-gateway.json"));
    QVERIFY(fixture.open(QIODevice::ReadOnly));
    auto made = document::Document::fromModel(modelOf(fixture.readAll()), QStringLiteral("test"));
    QVERIFY(made);
    document_ = std::move(*made);
    review_ = rules::reviewOf(*document_, ownPack(), day);
}

void CoverageGroupsTest::everyStatusHasAReasonWithNames() {
    const model::Model& model = document_->model();
    const rules::CoverageReasons reasons(model, review_->coverage);
    int told = 0;
    for (const rules::FrameworkCoverage& framework : review_->coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls) {
            QVERIFY2(reasons.of(control).endsWith(u'.'), qPrintable(reasons.of(control)));
            for (const rules::CoverageElement& element : control.elements) {
                const rules::CoverageReason reason = reasons.of(control, element);
                const QString where = control.control.id + u' ' + element.id + QStringLiteral(": ") + reason.text;
                QVERIFY2(reason.text.endsWith(u'.'), qPrintable(where));
                const bool byRow = element.status == CoverageStatus::Violated || element.status == CoverageStatus::Partial;
                QVERIFY2(!byRow || !reason.rows.empty(), qPrintable(where));
                QVERIFY2(element.status != CoverageStatus::Satisfied || reason.rows.empty(), qPrintable(where));
                ++told;
            }
        }
    QVERIFY(told > 100);
}

void CoverageGroupsTest::rowsAreThoseOfTheRule() {
    const rules::CoverageReasons reasons(document_->model(), review_->coverage);
    const rules::ControlCoverage* leakage =
        review_->coverage.find({QStringLiteral("owasp-nhi-2025"), QStringLiteral("NHI2:2025")});
    QVERIFY(leakage);
    for (const rules::CoverageElement& element : leakage->elements) {
        if (element.id != u"web-client-secret") continue;
        QCOMPARE(element.status, CoverageStatus::Violated);
        const rules::CoverageReason reason = reasons.of(*leakage, element);
        const auto pooled = std::find_if(reason.rows.begin(), reason.rows.end(),
                                         [](const rules::ReasonRow& row) { return row.rule == u"TBM-101"; });
        QVERIFY(pooled != reason.rows.end());
        QCOMPARE(pooled->elements, (QStringList{QStringLiteral("gateway"), QStringLiteral("web-client-secret")}));
        QVERIFY(reason.text.contains(QStringLiteral("gateway holds web-client-secret")));
        return;
    }
    QFAIL("the secret is not in the control's scope");
}

void CoverageGroupsTest::aMissingRuleIsNamed() {
    auto pack = std::make_shared<const rules::RulePack>();
    Bench bench(document_->model(), {}, pack);
    const rules::Coverage coverage = bench.runner.coverage(document_->model(), day);
    const rules::CoverageReasons reasons(document_->model(), coverage);
    const rules::ControlCoverage* leakage = coverage.find({QStringLiteral("owasp-nhi-2025"), QStringLiteral("NHI2:2025")});
    QVERIFY(leakage && !leakage->elements.empty());
    QVERIFY(reasons.of(*leakage, leakage->elements.front()).text.contains(QStringLiteral("TBM-101")));
}

void CoverageGroupsTest::groupsAddUp() {
    const auto frameworks = rules::byFramework(review_->coverage);
    QCOMPARE(frameworks.size(), review_->coverage.frameworks.size());
    for (std::size_t i = 0; i < frameworks.size(); ++i) {
        const rules::FrameworkCoverage& framework = review_->coverage.frameworks[i];
        QCOMPARE(frameworks[i].controls, framework.counts);
        for (const auto& groups : {rules::byCategory(framework), rules::byFunction(framework)}) {
            rules::CoverageCounts controls, elements;
            int all = 0, each = 0;
            for (const rules::CoverageGroup& group : groups) {
                all += sum(group.controls);
                each += sum(group.elements);
            }
            QCOMPARE(all, static_cast<int>(framework.controls.size()));
            QCOMPARE(each, sum(frameworks[i].elements));
        }
    }
}

void CoverageGroupsTest::theCsfHasSixFunctions() {
    QStringList ids;
    for (const rules::CoverageGroup& group : rules::byFunction(*review_->coverage.find(u"nist-csf-2.0"))) ids.append(group.id);
    QCOMPARE(ids, (QStringList{QStringLiteral("GV"), QStringLiteral("ID"), QStringLiteral("PR"), QStringLiteral("DE"),
                               QStringLiteral("RS"), QStringLiteral("RC")}));
}

void CoverageGroupsTest::zonesAndOwners() {
    const model::Model model = modelOf(R"({
        "zones": [{"id": "z", "name": "Inside"}],
        "components": [{"id": "a", "name": "A", "kind": "backend", "zone": "z", "owner": "Ada"}, {"id": "b", "name": "B", "kind": "backend"}],
        "flows": [{"id": "f", "source": "a", "target": "b", "tls": "none"}, {"id": "g", "source": "b", "target": "a", "tls": "1.3"}]})");
    Bench bench(model);
    rules::Coverage coverage = bench.runner.coverage(model, day);
    std::erase_if(coverage.frameworks, [](const auto& framework) { return framework.id != u"nist-csf-2.0"; });
    std::erase_if(coverage.frameworks.front().controls, [](const auto& control) { return control.control.id != u"PR.DS-02"; });
    const auto zones = rules::byZone(model, coverage);
    QCOMPARE(zones.size(), std::size_t(2));
    QCOMPARE(zones[0].title, QStringLiteral("no zone"));
    QCOMPARE(zones[0].elements.violated, 1); // f ends at B, which is in no zone
    QCOMPARE(zones[0].controls.violated, 1);
    QCOMPARE(zones[1].title, QStringLiteral("Inside"));
    QCOMPARE(zones[1].elements.satisfied, 1);
    const auto owners = rules::byOwner(model, coverage);
    QCOMPARE(owners.size(), std::size_t(2));
    QCOMPARE(owners[0].title, QStringLiteral("no owner named"));
    QCOMPARE(owners[0].elements.violated, 1);
    QCOMPARE(owners[1].title, QStringLiteral("Ada"));
}

void CoverageGroupsTest::gapsAreRanked() {
    const auto gaps = rules::coverageGaps(document_->model(), *review_);
    QVERIFY(gaps.size() > 5);
    for (std::size_t i = 1; i < gaps.size(); ++i) {
        const bool later = gaps[i - 1].status == CoverageStatus::Violated && gaps[i].status != CoverageStatus::Violated;
        QVERIFY2(later || gaps[i - 1].blast >= gaps[i].blast, qPrintable(gaps[i].control.id));
        QVERIFY2(later || gaps[i].status != CoverageStatus::Violated || gaps[i - 1].status == CoverageStatus::Violated,
                 qPrintable(gaps[i].control.id));
    }
    for (const rules::CoverageGap& gap : gaps) {
        QVERIFY(gap.status != CoverageStatus::Satisfied && gap.status != CoverageStatus::NotApplicable);
        QVERIFY(gap.largestBlast <= gap.blast);
    }
    QVERIFY(gaps.front().largestBlast > 0);
    QVERIFY(rules::coverageGaps({}, rules::Review()).empty());
}

QObject* newCoverageGroupsTest() { return new CoverageGroupsTest; }
#include "CoverageGroupsTest.moc"
