// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"

#include "rules/Decisions.h"
#include "rules/PackSources.h"
#include "rules/Review.h"
#include "rules/RuleApprovals.h"

#include "document/Edits.h"
#include "document/Json.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

/// The people's part: decisions, attestations, evidence, and which rules somebody has looked at.
class DecisionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expiry_data();
    void expiry();
    void aDecisionSurvivesRenameAndEdits();
    void aDecisionOutlivesItsElements();
    void decisionsAreRefused_data();
    void decisionsAreRefused();
    void attestationsAreChangedAndWithdrawn();
    void attestationsAreRefused_data();
    void attestationsAreRefused();
    void evidenceIsNameAndHash();
    void questions();
    void documentRulesRunWhenSeen();
    void aChangedRuleMustBeSeenAgain();
    void foldersOfUserAndTeam();
};

namespace {

/// A backend that nobody owns: TBM-601 names it.
const QByteArray unowned = R"({"components": [{"id": "c", "name": "Orders", "kind": "backend"}]})";
const QString rule = QStringLiteral("TBM-601");

std::unique_ptr<document::Document> documentOf(const QByteArray& json) {
    auto made = document::Document::fromModel(modelOf(json), QStringLiteral("test"));
    if (!made) qFatal("%s", qPrintable(made.error().text()));
    return std::move(*made);
}

std::optional<rules::Finding> findingOf(const document::Document& document, const QDate& today) {
    const auto review = rules::reviewOf(document, ownPack(), today);
    for (const rules::Finding& finding : review->findings)
        if (finding.rule == rule) return finding;
    return std::nullopt;
}

model::Decision accepted() {
    return {rule,
            QStringLiteral("c"),
            model::DecisionStatus::Accepted,
            QStringLiteral("small"),
            QStringLiteral("Ada"),
            {},
            QStringLiteral("Grace"),
            {},
            QStringLiteral("2026-06-30")};
}

model::Attestation tested() {
    model::Attestation attestation;
    attestation.framework = QStringLiteral("nist-csf-2.0");
    attestation.control = QStringLiteral("PR.DS-02");
    attestation.statement = QStringLiteral("Certificates are managed.");
    attestation.byWhom = QStringLiteral("Ada");
    attestation.expiresAt = QStringLiteral("2026-06-30");
    return attestation;
}

const rules::Catalogue& csf() { return *rules::Catalogues::builtIn().find(u"nist-csf-2.0"); }

} // namespace

void DecisionsTest::expiry_data() {
    QTest::addColumn<model::Text>("last");
    QTest::addColumn<rules::Expiry::State>("state");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* last, rules::Expiry::State state, const char* text) {
        QTest::newRow(last) << (*last ? model::Text(QString::fromLatin1(last)) : model::Text()) << state
                            << QString::fromLatin1(text);
    };
    using enum rules::Expiry::State;
    row("", None, "does not expire");
    row("2026-05-31", Expired, "expired 1 day ago");
    row("2025-06-01", Expired, "expired 365 days ago");
    row("2026-06-01", Soon, "expires today");
    row("2026-06-02", Soon, "expires in 1 day");
    row("2026-07-01", Soon, "expires in 30 days");
    row("2026-07-02T08:00:00Z", Later, "expires in 31 days");
    row("some day", Expired, "expired");
}

void DecisionsTest::expiry() {
    QFETCH(model::Text, last);
    QFETCH(rules::Expiry::State, state);
    const rules::Expiry expiry = rules::expiryOf(last, day);
    QCOMPARE(expiry.state, state);
    QTEST(rules::expiryText(expiry), "text");
}

void DecisionsTest::aDecisionSurvivesRenameAndEdits() {
    const auto document = documentOf(unowned);
    const QString id = findingOf(*document, day)->id();
    QVERIFY(rules::decide(*document, accepted(), day));
    const auto decided = findingOf(*document, day);
    QVERIFY(decided->decisionStands && decided->status == rules::FindingStatus::Violated);
    QCOMPARE(*decided->decision->decidedAt, QStringLiteral("2026-06-01"));
    const auto renamed = document->edit(QStringLiteral("Rename"), [](document::Editor& editor) {
        document::rename(editor, QStringLiteral("c"), QStringLiteral("Payments"));
    });
    QVERIFY(renamed);
    QVERIFY(findingOf(*document, day)->decisionStands);
    QCOMPARE(findingOf(*document, day)->id(), id);
    // Changed: the same finding, another reason; then lapsed, then taken back, then all undone.
    model::Decision changed = accepted();
    changed.reason = QStringLiteral("smaller");
    QVERIFY(rules::decide(*document, changed, day));
    QCOMPARE(document->model().decisions.size(), 1);
    const auto lapsed = findingOf(*document, QDate(2026, 7, 1));
    QVERIFY(lapsed->decision && !lapsed->decisionStands && lapsed->isOpen());
    QVERIFY(rules::withdrawDecision(*document, rule, QStringLiteral("c")));
    QVERIFY(!findingOf(*document, day)->decision);
    QVERIFY(!rules::withdrawDecision(*document, rule, QStringLiteral("c")));
    document->undo();
    QCOMPARE(*findingOf(*document, day)->decision->reason, QStringLiteral("smaller"));
}

void DecisionsTest::aDecisionOutlivesItsElements() {
    const auto document = documentOf(unowned);
    QVERIFY(rules::decide(*document, accepted(), day));
    QVERIFY(rules::settledDecisions(document->model(), rules::reviewOf(*document, ownPack(), day)->findings).empty());
    const auto erased = document->edit(
        QStringLiteral("Delete"), [](document::Editor& editor) { document::eraseElements(editor, {QStringLiteral("c")}); });
    QVERIFY(erased);
    const auto settled = rules::settledDecisions(document->model(), rules::reviewOf(*document, ownPack(), day)->findings);
    QCOMPARE(settled.size(), std::size_t(1));
    QCOMPARE(settled.front(), *document->model().decisions.begin());
}

void DecisionsTest::decisionsAreRefused_data() {
    QTest::addColumn<QString>("where");
    for (const char* where : {"rule", "reason", "owner", "expires_at"}) QTest::newRow(where) << QString::fromLatin1(where);
}

void DecisionsTest::decisionsAreRefused() {
    QFETCH(QString, where);
    const auto document = documentOf(unowned);
    model::Decision decision = accepted();
    if (where == u"rule") decision.rule.clear();
    if (where == u"reason") decision.reason = QStringLiteral("  ");
    if (where == u"owner") decision.owner.reset();
    if (where == u"expires_at") decision.expiresAt = QStringLiteral("2026-05-31");
    const auto done = rules::decide(*document, decision, day);
    QVERIFY(!done);
    QCOMPARE(done.error().where, where);
    QVERIFY(document->model().decisions.size() == 0 && !document->canUndo());
}

void DecisionsTest::attestationsAreChangedAndWithdrawn() {
    const auto document = documentOf(unowned);
    const auto id = rules::attest(*document, tested(), csf(), day);
    QVERIFY2(id, qPrintable(id ? QString() : id.error().text()));
    QCOMPARE(*document->model().attestations.find(*id)->givenAt, QStringLiteral("2026-06-01"));
    model::Attestation changed = *document->model().attestations.find(*id);
    changed.statement = QStringLiteral("Certificates are renewed by a machine.");
    QCOMPARE(*rules::attest(*document, changed, csf(), day), *id);
    QCOMPARE(document->model().attestations.size(), 1);
    QVERIFY(rules::isExpiring(changed, day, 30) && !rules::isExpiring(changed, day, 7));
    QVERIFY(rules::isOf(changed, QStringLiteral("ada ")) && !rules::isOf(changed, QStringLiteral("Grace")));
    QVERIFY(rules::withdrawAttestation(*document, *id));
    QVERIFY(!rules::withdrawAttestation(*document, *id));
    QVERIFY(!rules::attest(*document, changed, csf(), day)); // its id is gone
}

void DecisionsTest::attestationsAreRefused_data() {
    QTest::addColumn<QString>("where");
    for (const char* where : {"control", "element", "statement", "by", "evidence_sha256", "expires_at"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void DecisionsTest::attestationsAreRefused() {
    QFETCH(QString, where);
    const auto document = documentOf(unowned);
    model::Attestation attestation = tested();
    if (where == u"control") attestation.control = QStringLiteral("PR.XX-99");
    if (where == u"element") attestation.element = QStringLiteral("nothing");
    if (where == u"statement") attestation.statement = QStringLiteral(" ");
    if (where == u"by") attestation.byWhom.reset();
    if (where == u"evidence_sha256") attestation.evidenceSha256 = QStringLiteral("abc");
    if (where == u"expires_at") attestation.expiresAt = QStringLiteral("soon");
    const auto done = rules::attest(*document, attestation, csf(), day);
    QVERIFY(!done);
    QCOMPARE(done.error().where, where);
    QVERIFY(document->model().attestations.size() == 0 && !document->canUndo());
}

void DecisionsTest::evidenceIsNameAndHash() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("minutes.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("abc");
    file.close();
    const auto evidence = rules::evidenceOf(path);
    QVERIFY(evidence);
    QCOMPARE(evidence->name, QStringLiteral("minutes.txt"));
    // The SHA-256 of "abc" is the standard's own example (FIPS 180-4).
    QCOMPARE(evidence->sha256, QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    model::Attestation attestation = tested();
    attestation.evidence = evidence->name;
    attestation.evidenceSha256 = evidence->sha256;
    const auto document = documentOf(unowned);
    QVERIFY(rules::attest(*document, attestation, csf(), day));
    QCOMPARE(*rules::isEvidence(attestation, path), true);
    QVERIFY(file.open(QIODevice::Append) && file.write("d") == 1);
    file.close();
    QCOMPARE(*rules::isEvidence(attestation, path), false);
    QVERIFY(!rules::evidenceOf(folder.path()) && !rules::evidenceOf(folder.filePath(QStringLiteral("none"))));
}

void DecisionsTest::questions() {
    const auto document = documentOf(unowned);
    QVERIFY(rules::isUndecided(*findingOf(*document, day)));
    QVERIFY(!rules::isExpiring(*findingOf(*document, day), day, 30));
    QVERIFY(rules::decide(*document, accepted(), day));
    const auto finding = findingOf(*document, day);
    QVERIFY(!rules::isUndecided(*finding));
    QVERIFY(rules::isExpiring(*finding, day, 29) && !rules::isExpiring(*finding, day, 28));
    QVERIFY(rules::isOf(*finding, QStringLiteral("ADA")) && rules::isOf(*finding, QStringLiteral("Grace")));
    QVERIFY(!rules::isOf(*finding, QStringLiteral("Linus")) && !rules::isOf(*finding, QString()));
    const QDate later(2026, 7, 1);
    QVERIFY(rules::isUndecided(*findingOf(*document, later)) && rules::isExpiring(*findingOf(*document, later), later, 0));
}

void DecisionsTest::documentRulesRunWhenSeen() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    rules::RuleApprovals approvals(settings);
    const QString text = QStringLiteral(
        "-- DOC-1  Named\n-- low  x\n-- says  {component}\nselect id as component, 1 as violated from component");
    model::Model model = modelOf(unowned);
    model.customRules.put({{QStringLiteral("u1")}, text});
    model.customRules.put({{QStringLiteral("u2")},
                           QStringLiteral("-- TBM-601  Silenced\n-- low  x\n-- says  {component}\nselect id as "
                                          "component, 0 as violated from component")});
    const auto approved = [&approvals](const QString& rule) { return approvals.isApproved(rule); };
    const rules::PackSources sources;
    QCOMPARE(sources.pack(model, approved)->unseen(), 2);
    QVERIFY(!sources.pack(model, approved)->find(u"DOC-1"));
    for (const model::CustomRule& each : model.customRules) approvals.approve(each.text);
    const auto pack = sources.pack(model, approved);
    QCOMPARE(pack->unseen(), 0);
    QVERIFY(pack->find(u"DOC-1") && !pack->find(u"DOC-1")->own);
    QVERIFY(pack->find(u"TBM-601")->own); // a document silences no rule of the program
    QCOMPARE(pack->problems().size(), std::size_t(1));
    // They travel with the document, and its canonical JSON.
    const auto back = document::readJson(document::writeJson(model), QStringLiteral("back"));
    QVERIFY(back && back->customRules == model.customRules);
}

void DecisionsTest::aChangedRuleMustBeSeenAgain() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    rules::RuleApprovals approvals(settings);
    approvals.approve(QStringLiteral("select 1"));
    QVERIFY(approvals.isApproved(QStringLiteral("select 1")));
    QVERIFY(!approvals.isApproved(QStringLiteral("select 1 ")));
    settings.sync();
    QSettings again(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QVERIFY(rules::RuleApprovals(again).isApproved(QStringLiteral("select 1")));
    approvals.withdraw(QStringLiteral("select 1"));
    QVERIFY(!approvals.isApproved(QStringLiteral("select 1")));
}

void DecisionsTest::foldersOfUserAndTeam() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QFile file(folder.filePath(QStringLiteral("org.sql")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("-- ORG-1  Named\n-- low  x\n-- says  {component}\nselect id as component, 1 as violated from component");
    file.close();
    const auto none = [](const QString&) { return false; };
    rules::PackSources sources = rules::PackSources::ofUser(settings);
    QVERIFY(sources.userFolder.endsWith(QStringLiteral("/sallyport/rules")) && sources.teamFolder.isEmpty());
    sources.userFolder = folder.filePath(QStringLiteral("nothing")); // not having one is no problem
    QVERIFY(sources.pack({}, none)->problems().empty() && !sources.pack({}, none)->find(u"ORG-1"));
    rules::PackSources::setTeamFolder(settings, folder.path());
    sources.teamFolder = rules::PackSources::ofUser(settings).teamFolder;
    QVERIFY(sources.pack({}, none)->find(u"ORG-1"));
    sources.teamFolder = folder.filePath(QStringLiteral("nothing"));
    QCOMPARE(sources.pack({}, none)->problems().size(), std::size_t(1)); // the team's folder was there once
}

QObject* newDecisionsTest() { return new DecisionsTest; }
#include "DecisionsTest.moc"
