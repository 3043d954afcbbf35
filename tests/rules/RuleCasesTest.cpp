// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"
#include "rules/FrameworkChoice.h"

#include "document/Document.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace sallyport;
using namespace sallyport::tests;

class RuleCasesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ruleSaysWhatItMust_data();
    void ruleSaysWhatItMust();
    void everyRuleHasItsCases();
    void wordsOfSentencesAreColumns();
    void asksAreAnswerable();
    void editsMendWhatTheyAreOfferedFor();
    void onlyWhoMattersIsAsked_data();
    void onlyWhoMattersIsAsked();

private:
    static void verifyElementsResolve(const RuleCase& it, const Bench& bench);

    std::vector<RuleCase> cases_ = ruleCases();
};

void RuleCasesTest::ruleSaysWhatItMust_data() {
    QTest::addColumn<int>("at");
    for (std::size_t i = 0; i < cases_.size(); i += static_cast<std::size_t>(oneOf()))
        QTest::newRow(qPrintable(cases_[i].rule + ": " + cases_[i].name)) << static_cast<int>(i);
}

void RuleCasesTest::ruleSaysWhatItMust() {
    QFETCH(int, at);
    const RuleCase& it = cases_[static_cast<std::size_t>(at)];
    Bench bench(it.model, it.blasts);
    verifyElementsResolve(it, bench);
    const auto findings = bench.runner.findings(it.model, day);
    const rules::Finding* found = nullptr;
    for (const rules::Finding& finding : findings)
        if (finding.rule == it.rule &&
            (it.rule == u"TBM-607" ? finding.elements.contains(it.elements.front()) : finding.elements == it.elements))
            found = &finding;
    // TBM-607 has no query: it is the list of what the others could not decide.
    if (it.rule != u"TBM-607") QCOMPARE(bench.verdict(it.rule, it.elements), it.expect);
    const rules::Rule* rule = ownPack()->find(it.rule);
    const bool isCheck = rule && rule->isCheck(); // checks are counted, never listed
    QCOMPARE(found != nullptr, it.expect != u"satisfied" && it.listed && !isCheck);
    if (!found) return;
    QCOMPARE(rules::findingStatusWord(found->status), it.expect);
    if (!it.severity.isEmpty()) QCOMPARE(rules::severityWord(found->severity), it.severity);
    QVERIFY2(found->text.contains(it.says), qPrintable(found->text));
    QVERIFY2(!found->text.contains(u'{'), qPrintable(found->text));
    QVERIFY(!found->fix.isEmpty() && !found->severityReason.isEmpty());
    QVERIFY(!rule || !ownPack()->controlsOf(*rule).empty());
    for (const rules::ControlRef& control : found->controls) QVERIFY(rules::isEnabled(it.model, control.framework));
    if (found->status == rules::FindingStatus::Unknown && !bench.runner.readsBlast(it.rule))
        QVERIFY2(!found->asks.empty(), qPrintable(found->text));
}

void RuleCasesTest::everyRuleHasItsCases() {
    std::map<QString, std::set<QString>> seen;
    for (const RuleCase& it : cases_) seen[it.rule].insert(it.expect);
    for (const rules::Rule& rule : ownPack()->rules()) {
        const std::set<QString>& expected = seen[rule.id];
        // These only say that an answer is missing.
        const bool canFire = rule.id != u"CHK-009" && rule.id != u"CHK-077";
        QVERIFY2(expected.contains(QStringLiteral("violated")) == canFire && expected.contains(QStringLiteral("satisfied")),
                 qPrintable(rule.id));
        // What rests on records and links alone is never unknown.
        if (!rule.asks.isEmpty()) QVERIFY2(expected.contains(QStringLiteral("unknown")), qPrintable(rule.id));
    }
}

void RuleCasesTest::wordsOfSentencesAreColumns() {
    Bench bench({});
    static const QRegularExpression word(QStringLiteral("\\{([a-z_]+)\\}"));
    for (const rules::RuleResult& result : bench.runner.results()) {
        QVERIFY2(!result.problem, qPrintable(result.rule->id + ": " + (result.problem ? result.problem->what : QString())));
        for (auto at = word.globalMatch(result.rule->says); at.hasNext();) {
            const QString name = at.next().captured(1);
            QVERIFY2(result.columns.contains(name), qPrintable(result.rule->id + " has no column " + name));
        }
    }
}

/// Whatever a rule says of a case, its own or another's, it says of elements that there are.
void RuleCasesTest::verifyElementsResolve(const RuleCase& it, const Bench& bench) {
    for (const rules::RuleResult& result : bench.runner.results())
        for (const rules::RuleRow& row : result.rows)
            for (const QString& id : row.elements())
                QVERIFY2(model::elementKind(it.model, id) != model::ElementKind::None || it.model.attestations.contains({id}),
                         qPrintable(result.rule->id + " names " + id));
}

void RuleCasesTest::asksAreAnswerable() {
    const Bench bench({});
    for (const rules::Rule& rule : ownPack()->rules()) {
        for (const QString& column : rule.askedOf)
            QVERIFY2(bench.result(rule.id)->columns.contains(column), qPrintable(rule.id + " asks of " + column));
        for (const QString& attribute : rule.asks) {
            const QString table = attribute.section(u'.', 0, 0);
            const model::Table* described = model::tableNamed(table == u"grant" ? QStringLiteral("grant_") : table);
            QVERIFY2(described, qPrintable(rule.id + u' ' + attribute));
            const QString name = attribute.section(u'.', 1, 1);
            const bool set = std::any_of(described->sets.begin(), described->sets.end(),
                                         [&name](const model::SetColumn& s) { return name == QLatin1StringView(s.prefix); });
            QVERIFY2(set || described->column(name) >= 0 || attribute == u"flow.continues",
                     qPrintable(rule.id + u' ' + attribute));
        }
    }
}

/// A fix that is one click away leaves no violation of its rule on the elements it was offered for.
void RuleCasesTest::editsMendWhatTheyAreOfferedFor() {
    std::set<QString> mended;
    for (const RuleCase& it : cases_) {
        if (it.expect != u"violated" || ownPack()->find(it.rule) == nullptr || ownPack()->find(it.rule)->edit.isEmpty())
            continue;
        for (const rules::Finding& finding : Bench(it.model, it.blasts).runner.findings(it.model, day)) {
            if (finding.rule != it.rule || finding.elements != it.elements) continue;
            QVERIFY2(finding.edit, qPrintable(it.rule + ": " + it.name));
            const auto document = document::Document::fromModel(it.model, QStringLiteral("case"));
            QVERIFY(document);
            const auto done = (*document)->edit(QStringLiteral("fix"), [&](document::Editor& editor) {
                editor.run(finding.edit->sql, finding.edit->parameters);
            });
            QVERIFY2(done, qPrintable(it.rule + ": " + it.name));
            const Bench after((*document)->model(), it.blasts);
            QVERIFY2(after.verdict(it.rule, it.elements) != u"violated", qPrintable(it.rule + ": " + it.name));
            mended.insert(it.rule);
        }
    }
    for (const rules::Rule& rule : ownPack()->rules())
        QVERIFY2(rule.edit.isEmpty() || mended.contains(rule.id), qPrintable(rule.id + " is offered in no case"));
}

void RuleCasesTest::onlyWhoMattersIsAsked_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QStringList>("asked");
    QTest::newRow("the receiver verifies") << QStringLiteral("TBM-214")
                                           << QStringList{
                                                  QStringLiteral("component.token_check.audience api"),
                                                  QStringLiteral("component.token_check.expiry api"),
                                                  QStringLiteral("component.token_check.issuer api"),
                                                  QStringLiteral("component.token_check.signature_or_introspection api")};
    QTest::newRow("the target decides") << QStringLiteral("TBM-304")
                                        << QStringList{QStringLiteral("component.decision_owner api"),
                                                       QStringLiteral("flow.authz_at_target call"),
                                                       QStringLiteral("flow.operation call")};
    QTest::newRow("the server limits the rate")
        << QStringLiteral("TBM-118")
        << QStringList{QStringLiteral("component.function.rate_limit api"), QStringLiteral("zone.kind outside")};
    QTest::newRow("calls go out") << QStringLiteral("TBM-112")
                                  << QStringList{QStringLiteral("component.egress_control api"),
                                                 QStringLiteral("flow.destination_control on")};
    QTest::newRow("a secret is not a call")
        << QStringLiteral("TBM-107") << QStringList{QStringLiteral("secret.owner_component k")};
}

/// Not the other end of a call, whose answer would change nothing.
void RuleCasesTest::onlyWhoMattersIsAsked() {
    QFETCH(QString, rule);
    QFETCH(QStringList, asked);
    const model::Model model = modelOf(R"({"zones": [{"id": "outside", "name": "Outside"}, {"id": "inside", "name": "Inside"}],
        "components": [{"id": "web", "name": "Web", "kind": "client_browser", "zone": "outside"},
            {"id": "api", "name": "Api", "kind": "backend", "zone": "inside"},
            {"id": "db", "name": "Db", "kind": "data_store", "zone": "inside"}],
        "secrets": [{"id": "k", "name": "K", "kind": "db_password"}], "holdings": [{"secret": "k", "component": "api"}],
        "flows": [{"id": "call", "source": "web", "target": "api", "authn": "bearer"},
            {"id": "on", "source": "api", "target": "db", "authn": "basic", "carries": ["k"]}]})");
    QStringList found;
    for (const rules::Finding& finding : Bench(model).runner.findings(model, day))
        if (finding.rule == rule && (finding.elements.contains(u"api") || finding.elements.contains(u"call")))
            for (const rules::Question& question : finding.asks) found.append(question.attribute + u' ' + question.element);
    found.sort();
    QCOMPARE(found, asked);
}

QObject* newRuleCasesTest() { return new RuleCasesTest; }
#include "RuleCasesTest.moc"
