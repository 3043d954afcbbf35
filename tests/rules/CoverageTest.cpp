// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"
#include "rules/CoverageJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;
using rules::CoverageStatus;

class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyModelSatisfiesNothing();
    void everyControlCanFail();
    void namesOnlyAreSatisfiedNowhereTheyAreUnknown();
    void whatMayBeInScopeIsInScope();
    void rollUp();
    void attestationIsAskedForAndExpires();
    void missingRulesMakeUnknown();
    void cookieInABrowserIsSanctioned();
    void acceptanceChangesNoStatus();
    void matrixPutsElementsAtComponents();
    void bothWaysUnion();
    void jsonIsAsPromised();
};

namespace {
const rules::ControlRef inTransit{QStringLiteral("nist-csf-2.0"), QStringLiteral("PR.DS-02")};
const rules::ControlRef leakage{QStringLiteral("owasp-nhi-2025"), QStringLiteral("NHI2:2025")};

const QByteArray twoFlows =
    R"({"components": [{"id": "a", "name": "A", "kind": "backend"}, {"id": "b", "name": "B", "kind": "backend"}],
    "flows": [{"id": "f", "source": "a", "target": "b", "tls": "1.3"}, {"id": "g", "source": "b", "target": "a", "tls": "1.2"}]%1})";

model::Model flows(const QByteArray& more = {}) { return modelOf(QByteArray(twoFlows).replace("%1", more)); }

/// Of all frameworks there are, those that are off by default too.
rules::Coverage coverageOf(model::Model model) {
    for (const rules::ControlMapping& mapping : rules::controlMappings())
        model.frameworks.put({mapping.control.framework, true});
    Bench bench(model);
    return bench.runner.coverage(model, day);
}
} // namespace

void CoverageTest::anEmptyModelSatisfiesNothing() {
    const rules::Coverage coverage = coverageOf({});
    QCOMPARE(coverage.frameworks.size(), std::size_t(9));
    for (const rules::FrameworkCoverage& framework : coverage.frameworks) {
        QCOMPARE(framework.counts.satisfied, 0);
        for (const rules::ControlCoverage& control : framework.controls) {
            QCOMPARE(control.status, CoverageStatus::NotApplicable);
            QVERIFY2(!control.title.isEmpty(), qPrintable(control.control.id));
        }
    }
}

/// A control that nothing can violate and nobody must vouch for would be satisfied by drawing anything.
void CoverageTest::everyControlCanFail() {
    for (const rules::ControlMapping& mapping : rules::controlMappings()) {
        const QString name = mapping.control.framework + u' ' + mapping.control.id;
        QVERIFY2(!mapping.violated.isEmpty() || !mapping.partial.isEmpty() || !mapping.attest.isEmpty(), qPrintable(name));
        for (const QString& rule : mapping.violated + mapping.partial)
            QVERIFY2(ownPack()->find(rule), qPrintable(name + " rests on " + rule));
    }
    const Bench bench({});
    for (const rules::RuleResult& result : bench.runner.results()) QVERIFY2(result.rows.empty(), qPrintable(result.rule->id));
}

void CoverageTest::namesOnlyAreSatisfiedNowhereTheyAreUnknown() {
    const model::Model model =
        modelOf(R"({"components": [{"id": "a", "name": "A", "kind": "backend"}, {"id": "b", "name": "B", "kind": "data_store"}],
        "flows": [{"id": "f", "source": "a", "target": "b"}], "secrets": [{"id": "s", "name": "S", "kind": "db_password"}],
        "holdings": [{"secret": "s", "component": "a"}]})");
    const rules::Coverage coverage = coverageOf(model);
    QCOMPARE(coverage.find(inTransit)->status, CoverageStatus::Unknown);
    QCOMPARE(coverage.find(leakage)->status, CoverageStatus::Unknown);
    for (const rules::FrameworkCoverage& framework : coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls)
            QVERIFY2(control.status != CoverageStatus::Satisfied, qPrintable(control.control.id));
    // Nor is any element, but where what is drawn is the answer: nothing stands in a zone, so nothing crosses one.
    for (const rules::FrameworkCoverage& framework : coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls)
            for (const rules::CoverageElement& element : control.elements)
                QVERIFY2(element.status != CoverageStatus::Satisfied || control.control.id == u"AC-4" ||
                             control.control.id == u"ID.RA-04", // without blasts
                         qPrintable(control.control.id + " of " + element.id));
}

/// Where nobody has said whether there is a third party, an administrative call or an owner of the decision, that is not
/// the same as there being none.
void CoverageTest::whatMayBeInScopeIsInScope() {
    const QByteArray json = R"({"components": [{"id": "a", "name": "A", "kind": "backend"%1},
            {"id": "b", "name": "B", "kind": "backend"%1}],
        "identities": [{"id": "i", "name": "I", "kind": "workload"%2}], "assignments": [{"identity": "i", "component": "a"}],
        "flows": [{"id": "f", "source": "a", "target": "b"%3}]})";
    const auto status = [](const rules::Coverage& coverage, const char* framework, const char* control) {
        return coverage.find({QString::fromLatin1(framework), QString::fromLatin1(control)})->status;
    };
    const rules::Coverage unsaid = coverageOf(modelOf(QByteArray(json).replace("%1", "").replace("%2", "").replace("%3", "")));
    const rules::Coverage none = coverageOf(modelOf(QByteArray(json)
                                                        .replace("%1", ", \"third_party\": false")
                                                        .replace("%2", ", \"credential_type\": \"platform\"")
                                                        .replace("%3", ", \"operation\": \"write\"")));
    const std::pair<const char*, const char*> all[] = {{"owasp-nhi-2025", "NHI3:2025"},  {"nist-csf-2.0", "ID.AM-04"},
                                                       {"nist-csf-2.0", "GV.SC-07"},     {"nist-sp-800-53-r5", "SA-9"},
                                                       {"owasp-api-2023", "API10:2023"}, {"owasp-nhi-2025", "NHI6:2025"},
                                                       {"owasp-api-2023", "API5:2023"},  {"nist-sp-800-53-r5", "SC-2"}};
    for (const auto& [framework, control] : all) {
        const CoverageStatus said = status(unsaid, framework, control);
        QVERIFY2(said == CoverageStatus::Unknown || said == CoverageStatus::Partial, control);
        QVERIFY2(status(none, framework, control) == CoverageStatus::NotApplicable, control);
    }
    QCOMPARE(status(unsaid, "nist-sp-800-53-r5", "AC-3"), CoverageStatus::Unknown);
    QCOMPARE(status(unsaid, "nist-sp-800-207", "Tenet 4"), CoverageStatus::Unknown);
}

void CoverageTest::rollUp() {
    const auto status = [](const char* tls, const char* other) {
        model::Model model = flows();
        model.flows.find({QStringLiteral("f")})->tls = model::fromWord<model::Tls>(QString::fromLatin1(tls));
        model.flows.find({QStringLiteral("g")})->tls = model::fromWord<model::Tls>(QString::fromLatin1(other));
        model.attestations.put(
            {{QStringLiteral("t")}, inTransit.framework, inTransit.id, {}, QStringLiteral("managed"), {}, {}, {}, {}, {}});
        return coverageOf(model).find(inTransit)->status;
    };
    QCOMPARE(status("1.3", "1.2"), CoverageStatus::Satisfied);
    QCOMPARE(status("1.3", "none"), CoverageStatus::Violated);
    QCOMPARE(status("", "none"), CoverageStatus::Violated);
    QCOMPARE(status("1.3", ""), CoverageStatus::Partial);
    QCOMPARE(status("", ""), CoverageStatus::Unknown);
}

void CoverageTest::attestationIsAskedForAndExpires() {
    const rules::Coverage without = coverageOf(flows());
    const rules::ControlCoverage* control = without.find(inTransit);
    QCOMPARE(control->counts.satisfied, 2);
    QCOMPARE(control->status, CoverageStatus::Partial);
    QVERIFY(!control->attest.isEmpty() && !control->attested);
    const char* attestation =
        R"(, "attestations": [{"id": "t", "framework": "nist-csf-2.0", "control": "PR.DS-02", "element": "", "statement": "managed", "expires_at": "%1"}])";
    const rules::Coverage valid = coverageOf(flows(QByteArray(attestation).replace("%1", "2026-06-01")));
    QCOMPARE(valid.find(inTransit)->status, CoverageStatus::Satisfied);
    const rules::Coverage expired = coverageOf(flows(QByteArray(attestation).replace("%1", "2026-05-31")));
    QCOMPARE(expired.find(inTransit)->status, CoverageStatus::Partial);
    QVERIFY(expired.find(inTransit)->attestationExpired);
}

void CoverageTest::missingRulesMakeUnknown() {
    const model::Model model = modelOf(R"({"components": [{"id": "p", "name": "P", "kind": "ci_cd", "owner": "team"}]})");
    Bench bench(model, {}, std::make_shared<const rules::RulePack>());
    const rules::Coverage coverage = bench.runner.coverage(model, day);
    const rules::ControlCoverage* control = coverage.find({QStringLiteral("owasp-nhi-2025"), QStringLiteral("NHI6:2025")});
    QCOMPARE(control->status, CoverageStatus::Unknown);
    QCOMPARE(control->elements.size(), qsizetype(1));
    QVERIFY(control->elements.front().because.contains(QStringLiteral("not among the rules")));
}

void CoverageTest::cookieInABrowserIsSanctioned() {
    const QByteArray model = R"({"components": [{"id": "web", "name": "Web", "kind": "client_browser"}],
        "secrets": [{"id": "cookie", "name": "Cookie", "kind": "session_cookie", "purpose": "session"}],
        "holdings": [{"secret": "cookie", "component": "web", "storage_form": "%1"}]})";
    const auto status = [&model](const char* form) {
        return coverageOf(modelOf(QByteArray(model).replace("%1", form))).find(leakage)->elements.front().status;
    };
    QCOMPARE(status("http_only_cookie"), CoverageStatus::Satisfied);
    QCOMPARE(status("script_cookie"), CoverageStatus::Partial);
}

void CoverageTest::acceptanceChangesNoStatus() {
    model::Model model = flows();
    model.flows.find({QStringLiteral("f")})->tls = model::Tls::None;
    model::Decision accepted;
    accepted.rule = QStringLiteral("TBM-301");
    accepted.elements = QStringLiteral("f");
    accepted.status = model::DecisionStatus::Accepted;
    model.decisions.put(accepted);
    Bench bench(model);
    const auto findings = bench.runner.findings(model, day);
    const auto at =
        std::find_if(findings.begin(), findings.end(), [](const rules::Finding& f) { return f.rule == u"TBM-301"; });
    QVERIFY(at != findings.end() && at->decisionStands && !at->isOpen());
    QCOMPARE(bench.runner.coverage(model, day).find(inTransit)->status, CoverageStatus::Violated);
    model.decisions.find({accepted.rule, accepted.elements})->expiresAt = QStringLiteral("2026-05-31");
    const auto later = Bench(model).runner.findings(model, day);
    const auto expired = std::find_if(later.begin(), later.end(), [](const rules::Finding& f) { return f.rule == u"TBM-301"; });
    QVERIFY(expired != later.end() && expired->decision && !expired->decisionStands && expired->isOpen());
}

void CoverageTest::matrixPutsElementsAtComponents() {
    model::Model model = flows();
    model.flows.find({QStringLiteral("f")})->tls = model::Tls::None;
    const rules::Coverage coverage = coverageOf(model);
    const rules::CoverageMatrix matrix = rules::coverageMatrix(model, *coverage.find(u"nist-csf-2.0"));
    const auto row = static_cast<std::size_t>(matrix.rows.indexOf(QStringLiteral("b")));
    const auto column =
        static_cast<std::size_t>(std::find(matrix.columns.begin(), matrix.columns.end(), inTransit) - matrix.columns.begin());
    QCOMPARE(matrix.at(row, column).status, CoverageStatus::Violated); // f ends at b
    QCOMPARE(matrix.at(static_cast<std::size_t>(matrix.rows.indexOf(QStringLiteral("a"))), column).status,
             CoverageStatus::Satisfied);
}

void CoverageTest::bothWaysUnion() {
    const rules::Coverage coverage = coverageOf({});
    // TBM-202 is only named by the mapping of NHI7, TBM-307 only by its own controls for API2.
    QVERIFY(coverage.find({QStringLiteral("owasp-nhi-2025"), QStringLiteral("NHI7:2025")})
                ->rules.contains(QStringLiteral("TBM-202")));
    const auto controls = ownPack()->controlsOf(*ownPack()->find(u"TBM-602"));
    QVERIFY(std::count(controls.begin(), controls.end(),
                       rules::ControlRef{QStringLiteral("nist-sp-800-207"), QStringLiteral("Tenet 5")}) == 1);
    QVERIFY(std::count(controls.begin(), controls.end(),
                       rules::ControlRef{QStringLiteral("owasp-api-2023"), QStringLiteral("API9:2023")}) == 1);
}

void CoverageTest::jsonIsAsPromised() {
    const model::Model model = flows();
    rules::Review review;
    review.coverage = coverageOf(model);
    const QJsonObject object = QJsonDocument::fromJson(rules::coverageJson({model, review, {}})).object();
    const QJsonArray frameworks = object["frameworks"].toArray();
    QCOMPARE(static_cast<std::size_t>(frameworks.size()), review.coverage.frameworks.size());
    for (const QJsonValue& framework : frameworks)
        for (const QJsonValue& control : framework["controls"].toArray()) {
            const QJsonObject counts = control["counts"].toObject();
            QVERIFY(control["id"].isString() && control["status"].isString() && !control["reason"].toString().isEmpty());
            QCOMPARE(counts.keys(), (QStringList{"partial", "satisfied", "unknown", "violated"}));
            const int total = counts["partial"].toInt() + counts["satisfied"].toInt() + counts["unknown"].toInt() +
                              counts["violated"].toInt();
            QCOMPARE(static_cast<int>(control["elements"].toArray().size()), total);
            for (const QJsonValue& element : control["elements"].toArray())
                QVERIFY2(!element["reason"].toString().isEmpty(), qPrintable(control["id"].toString()));
        }
    // Every subcategory of the CSF has a status or a reason why it has none.
    for (const QJsonValue& framework : frameworks) {
        if (framework["id"] != QStringLiteral("nist-csf-2.0")) continue;
        QCOMPARE(framework["controls"].toArray().size() + framework["unmapped"].toArray().size(), qsizetype(106));
        for (const char* list : {"controls", "unmapped"})
            for (const QJsonValue& control : framework[QLatin1StringView(list)].toArray())
                QVERIFY2(
                    rules::modelabilityFromWord(control["modelability"].toString()) && !control["reason"].toString().isEmpty(),
                    qPrintable(control["id"].toString()));
    }
    const QJsonObject one =
        QJsonDocument::fromJson(rules::coverageJson({model, review, QStringLiteral("owasp-nhi-2025")})).object();
    QCOMPARE(one["frameworks"].toArray().size(), 1);
}

QObject* newCoverageTest() { return new CoverageTest; }
#include "CoverageTest.moc"
