// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Coverage.h"

#include <QTest>

using namespace sallyport::rules;

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void referencesResolve_data();
    void referencesResolve();
    void wordsFind();
    void mappedControlsAreInTheirCatalogue();
    void everyCatalogueHasItsCredit();
};

void CatalogueTest::referencesResolve_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("framework");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("note");
    const auto row = [](const char* text, const char* framework, const char* id, const char* note) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(framework) << QString::fromLatin1(id)
                            << QString::fromLatin1(note);
    };
    row("NHI-02", "owasp-nhi-2025", "NHI2:2025", "Official spelling");
    row("nhi2", "owasp-nhi-2025", "NHI2:2025", "");
    row("NHI10:2025", "owasp-nhi-2025", "NHI10:2025", "");
    row("API-4", "owasp-api-2023", "API4:2023", "");
    row("PR.AC-4", "nist-csf-2.0", "PR.AA-05", "CSF 1.1");
    row("PR.AC-04", "nist-csf-2.0", "PR.AA-05", "CSF 1.1");
    row("PR.PT-1", "nist-csf-2.0", "PR.PS-04", "CSF 1.1");
    row("CSF PR.PT-1", "nist-csf-2.0", "PR.PS-04", "CSF 1.1");
    row("PR.AA-05", "nist-csf-2.0", "PR.AA-05", "");
    row("pr.ds-02", "nist-csf-2.0", "PR.DS-02", "");
    row("SC-4", "nist-sp-800-53-r5", "SC-4", "");
    row("SC-04", "nist-sp-800-53-r5", "SC-4", "");
    row("SP 800-207 SC-4", "nist-sp-800-207", "Tenet 2", "no control identifiers");
    row("NIST Zero Trust (SP 800-207): SC-4", "nist-sp-800-207", "Tenet 2", "no control identifiers");
    row("SC-7(21)", "nist-sp-800-53-r5", "SC-7(21)", "");
    row("SP 800-53 SC-4", "nist-sp-800-53-r5", "SC-4", "");
    row("Tenet 3", "nist-sp-800-207", "Tenet 3", "");
    row("V10.1.1", "owasp-asvs-5.0.0", "V10.1.1", "");
    row("v5.0.0-10.1.1", "owasp-asvs-5.0.0", "V10.1.1", "");
}

void CatalogueTest::referencesResolve() {
    QFETCH(QString, text);
    QFETCH(QString, framework);
    QFETCH(QString, id);
    QFETCH(QString, note);
    const auto found = Catalogues::builtIn().findControl(text);
    QVERIFY(!found.empty());
    QCOMPARE(found.front().control.framework, framework);
    QCOMPARE(found.front().control.id, id);
    QVERIFY2(found.front().note.contains(note), qPrintable(found.front().note));
    QVERIFY(!found.front().title.isEmpty());
}

void CatalogueTest::wordsFind() {
    const auto found = Catalogues::builtIn().findControl(QStringLiteral("secret leakage"));
    QVERIFY(!found.empty());
    const auto leak = [](const ControlMatch& match) { return match.control.id == u"NHI2:2025"; };
    QVERIFY(std::any_of(found.begin(), found.end(), leak));
    QVERIFY(Catalogues::builtIn().findControl(QStringLiteral("zebra crossing")).empty());
    QVERIFY(Catalogues::builtIn().findControl(QStringLiteral("  ")).empty());
}

void CatalogueTest::mappedControlsAreInTheirCatalogue() {
    QCOMPARE(controlMappings().size(), std::size_t(82));
    for (const ControlMapping& mapping : controlMappings())
        QVERIFY2(Catalogues::builtIn().find(mapping.control),
                 qPrintable(mapping.control.framework + u' ' + mapping.control.id));
    const RulePack pack = RulePack::builtIn();
    for (const Rule& rule : pack.rules())
        for (const ControlRef& control : rule.controls)
            QVERIFY2(Catalogues::builtIn().find(control), qPrintable(rule.id + u' ' + control.framework + u' ' + control.id));
}

void CatalogueTest::everyCatalogueHasItsCredit() {
    QCOMPARE(Catalogues::builtIn().all().size(), std::size_t(9));
    for (const Catalogue& catalogue : Catalogues::builtIn().all()) {
        QVERIFY2(!catalogue.title.isEmpty() && !catalogue.licence.isEmpty() && !catalogue.source.isEmpty(),
                 qPrintable(catalogue.id));
        QVERIFY(!catalogue.controls.empty());
    }
}

QObject* newCatalogueTest() { return new CatalogueTest; }
#include "CatalogueTest.moc"
