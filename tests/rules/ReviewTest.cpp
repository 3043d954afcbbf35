// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"
#include "rules/CheckJson.h"
#include "rules/CoverageJson.h"
#include "rules/ReviewWorker.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace sallyport;
using namespace sallyport::tests;

class ReviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReviewHasAllItsParts();
    void oneGatewayForTwoFrontends();
    void sameModelSameBytes();
    void jsonIsAsPromised();
    void onlyWhatAnEditTouchedRunsAgain();
    void whatIsKeptIsWhatWouldBeMadeAnew_data();
    void whatIsKeptIsWhatWouldBeMadeAnew();
    void severalThreadsSayWhatOneSays();
    void idsThatAreGoneAreForgotten();
    void findingsHaveIdsOfTheirOwn();
    void renamingIsToldEverywhere();
    void unknownsAreThoseThatMatter();
    void workerFollows();
    void workerSurvivesEditsAndClosing();
};

namespace {

/// A gateway that holds the client secrets of two frontends' calls: the design the program argues against.
const QByteArray sharedGateway = R"({
    "zones": [{"id": "net", "name": "Internet", "kind": "internet", "trust": 0}, {"id": "in", "name": "Inside", "kind": "application", "trust": 3}],
    "components": [
      {"id": "web", "name": "Web", "kind": "client_browser", "zone": "net"}, {"id": "app", "name": "App", "kind": "client_native", "zone": "net"},
      {"id": "gw", "name": "Gateway", "kind": "api_gateway", "zone": "in"},
      {"id": "orders", "name": "Orders", "kind": "backend", "zone": "in"}, {"id": "payouts", "name": "Payouts", "kind": "backend", "zone": "in"}],
    "data_assets": [{"id": "d1", "name": "Orders", "sensitivity": "confidential", "per_user": true, "users": 1000},
                    {"id": "d2", "name": "Payouts", "sensitivity": "regulated", "per_user": true, "users": 100}],
    "handlings": [{"component": "orders", "data": "d1", "stored": true}, {"component": "payouts", "data": "d2", "stored": true}],
    "identities": [{"id": "i1", "name": "Web client", "kind": "oauth_client"}, {"id": "i2", "name": "App client", "kind": "oauth_client"}],
    "secrets": [{"id": "s1", "name": "Web secret", "kind": "client_secret", "purpose": "downstream", "identity": "i1"},
                {"id": "s2", "name": "App secret", "kind": "client_secret", "purpose": "downstream", "identity": "i2"}],
    "holdings": [{"secret": "s1", "component": "gw", "storage_form": "env_var"}, {"secret": "s2", "component": "gw", "storage_form": "env_var"}],
    "grants": [{"id": "g1", "identity": "i1", "target": "orders", "scope": "orders", "reads": ["d1"], "writes": ["d1"], "own_only": false},
               {"id": "g2", "identity": "i2", "target": "payouts", "scope": "payouts", "reads": ["d2"], "own_only": false}],
    "flows": [{"id": "f1", "source": "web", "target": "gw", "tls": "1.3", "authn": "bearer", "data": [{"data": "d1", "direction": "both"}]},
              {"id": "f2", "source": "app", "target": "gw", "tls": "1.3", "authn": "bearer", "data": [{"data": "d2", "direction": "both"}]},
              {"id": "f3", "source": "gw", "target": "orders", "caller_identity": "i1", "continues": ["f1"], "carries": ["s1"], "data": [{"data": "d1", "direction": "both"}]},
              {"id": "f4", "source": "gw", "target": "payouts", "caller_identity": "i2", "continues": ["f2"], "carries": ["s2"], "data": [{"data": "d2", "direction": "both"}]}]})";

std::unique_ptr<document::Document> documentOf(const QByteArray& json) {
    auto made = document::Document::fromModel(modelOf(json), QStringLiteral("test"));
    if (!made) qFatal("%s", qPrintable(made.error().text()));
    return std::move(*made);
}

const rules::Finding* find(const rules::Review& review, const QString& rule, const QStringList& elements) {
    for (const rules::Finding& finding : review.findings)
        if (finding.rule == rule && finding.elements == elements) return &finding;
    return nullptr;
}

} // namespace

void ReviewTest::aReviewHasAllItsParts() {
    const auto document = documentOf(sharedGateway);
    const auto review = rules::reviewOf(*document, ownPack(), day);
    QVERIFY(review && review->findingsAreCurrent);
    QVERIFY(review->problems.empty());
    QCOMPARE(review->coverage.frameworks.size(), std::size_t(4)); // those on by default
    QVERIFY(!review->asStated.ranking.sources.empty());
    QVERIFY(review->worstCase.ranking.concentration >= review->asStated.ranking.concentration);
    QVERIFY(review->unknownsOf(QStringLiteral("gw")) > 0);
    QVERIFY(std::is_sorted(review->findings.begin(), review->findings.end(), rules::findingBefore));
    QVERIFY(rules::reaches(review->findings, rules::Severity::High));
}

void ReviewTest::oneGatewayForTwoFrontends() {
    const auto document = documentOf(sharedGateway);
    const auto review = rules::reviewOf(*document, ownPack(), day);
    const rules::Finding* pooled = find(*review, QStringLiteral("TBM-101"), {QStringLiteral("gw"), QStringLiteral("s1")});
    QVERIFY(pooled);
    QCOMPARE(pooled->text, QStringLiteral("Gateway holds Web secret, and serves App and Web."));
    // The engine says the gateway's compromise crosses frontends; TBM-101 says so already.
    Bench bench(document->model());
    QVERIFY(!find(*review, QStringLiteral("TBM-702"), {QStringLiteral("gw")}));
    const rules::Finding* orders = find(*review, QStringLiteral("TBM-702"), {QStringLiteral("orders")});
    QVERIFY(!orders || orders->status == rules::FindingStatus::Unknown);
}

void ReviewTest::sameModelSameBytes() {
    const auto one = documentOf(sharedGateway);
    const auto two = documentOf(sharedGateway);
    QCOMPARE(rules::checkJson(*rules::reviewOf(*one, ownPack(), day)),
             rules::checkJson(*rules::reviewOf(*two, ownPack(), day)));
}

void ReviewTest::jsonIsAsPromised() {
    const auto document = documentOf(sharedGateway);
    const auto review = rules::reviewOf(*document, ownPack(), day);
    const QJsonObject object = QJsonDocument::fromJson(rules::checkJson(*review)).object();
    QCOMPARE(static_cast<std::size_t>(object["findings"].toArray().size()), review->findings.size());
    for (const QJsonValue& each : object["findings"].toArray()) {
        const QJsonObject finding = each.toObject();
        for (const char* member : {"rule", "status", "severity", "elements", "text", "fix", "controls", "decision"})
            QVERIFY2(finding.contains(QLatin1StringView(member)), member);
        QCOMPARE(finding.contains(u"asks"), finding["status"].toString() == u"unknown");
        QVERIFY(finding["decision"].isNull());
    }
    QCOMPARE(object["counts"].toObject()["high"].toInt(), review->counts()[rules::Severity::High]);
    QVERIFY(rules::checkText(document->model(), *review).contains(QStringLiteral("TBM-101")));
}

void ReviewTest::onlyWhatAnEditTouchedRunsAgain() {
    const auto document = documentOf(sharedGateway);
    Bench bench(document->model());
    connect(document.get(), &document::Document::changed, document.get(),
            [&](const document::Changes&, const QByteArray& changeset) {
                bench.runner.note(bench.replica->apply(changeset).value());
            });
    const auto rerun = [&](const char* column, const model::Value& value) {
        const auto done = document->edit(QStringLiteral("edit"), [&](document::Editor& editor) {
            editor.set(model::TableId::Component, QStringLiteral("gw"), column, value);
        });
        if (!done) qFatal("%s", qPrintable(done.error().text()));
        bench.run();
        return bench.runner.lastRun();
    };
    QCOMPARE(rerun("name", QStringLiteral("Front door")), QStringList());
    bench.blasts.rows.push_back({QStringLiteral("gw"), 0.5, 0.5, 1, 1, {}, 0, 0, 0, {}, {}, {}});
    bench.run();
    QCOMPARE(bench.runner.lastRun(),
             QStringList({QStringLiteral("CHK-073"), QStringLiteral("TBM-701"), QStringLiteral("TBM-702")}));
    const QStringList owner = rerun("owner", QStringLiteral("team"));
    QVERIFY(owner.contains(QStringLiteral("TBM-601")));
    // This one reads owners, but of frontends alone, through a derived table, which has the same rows as before.
    QVERIFY(bench.runner.columnsRead(u"TBM-105").contains(QStringLiteral("component.owner")));
    QVERIFY(!owner.contains(QStringLiteral("TBM-105")));
    QVERIFY(!owner.contains(QStringLiteral("TBM-301")) && !owner.contains(QStringLiteral("TBM-501")));
    const QStringList isolation = rerun("session_isolation", QStringLiteral("shared"));
    QVERIFY(isolation.contains(QStringLiteral("TBM-102")) && !isolation.contains(QStringLiteral("TBM-601")));
}

namespace {

/// One edit of a random row of a random table: an answer erased or taken from another row, the row erased, or its double.
void editSomething(document::Editor& editor, QRandomGenerator& random) {
    const auto& tables = model::tables();
    const model::Table& table = *std::next(tables.begin(), random.bounded(static_cast<int>(tables.size())));
    std::vector<std::vector<model::Value>> rows;
    table.each(editor.model(), [&](const void* row) { rows.push_back(table.values(row)); });
    if (rows.empty() || table.id == model::TableId::Meta) return;
    const auto any = [&] { return rows[static_cast<std::size_t>(random.bounded(static_cast<int>(rows.size())))]; };
    std::vector<model::Value> row = any();
    const auto keys = static_cast<std::size_t>(table.keyColumns);
    switch (random.bounded(6)) {
        case 0:
            row.resize(keys);
            return editor.eraseKey(table.id, row);
        case 1:
            if (keys == 1) row[0] = document::Editor::newId(table.id);
            return editor.putValues(table.id, row);
        default:
            if (row.size() == keys) return;
            const auto column = keys + static_cast<std::size_t>(random.bounded(static_cast<int>(row.size() - keys)));
            row[column] = random.bounded(3) == 0 ? model::Value() : any()[column];
            return editor.putValues(table.id, row);
    }
}

} // namespace

namespace {

/// All that a review says; ids of findings are their own besides.
void verifySame(const model::Model& model, const rules::Review& a, const rules::Review& b) {
    QCOMPARE(rules::checkJson(a), rules::checkJson(b));
    QCOMPARE(rules::coverageJson({model, a, {}}), rules::coverageJson({model, b, {}}));
    QVERIFY(a.problems == b.problems);
    QVERIFY(a.unknowns == b.unknowns);
    QCOMPARE(a.unknownTotal, b.unknownTotal);
    QVERIFY(a.coverage.said && b.coverage.said && a.coverage.said->size() == b.coverage.said->size());
    for (const auto& [rule, statement] : *a.coverage.said) {
        const rules::RuleStatement& other = b.coverage.said->at(rule);
        QCOMPARE(statement.usable, other.usable);
        QCOMPARE(statement.rows.size(), other.rows.size());
        for (qsizetype i = 0; i < statement.rows.size(); ++i) QVERIFY(statement.rows[i] == other.rows[i]);
    }
    for (const rules::FrameworkCoverage& framework : a.coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls) {
            const rules::ControlCoverage* other = b.coverage.find(control.control);
            QVERIFY(other && control.counts == other->counts && control.attestations == other->attestations);
            QVERIFY(control.attested == other->attested && control.attestationExpired == other->attestationExpired);
            QCOMPARE(control.elements.size(), other->elements.size());
            for (qsizetype i = 0; i < control.elements.size(); ++i)
                QCOMPARE(control.elements[i].because, other->elements[i].because);
        }
    QSet<QString> ids;
    for (const rules::Finding& finding : a.findings) ids.insert(finding.id());
    QCOMPARE(static_cast<std::size_t>(ids.size()), a.findings.size());
}

} // namespace

void ReviewTest::whatIsKeptIsWhatWouldBeMadeAnew_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= (oneOf() == 1 ? 8U : 1U); ++seed) QTest::addRow("seed %u", seed) << seed;
}

namespace {

/// A model with something of all that people add to one: attestations, decisions, choices and parameters.
std::unique_ptr<document::Document> shopWithPeople() {
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/fixtures/models/eshop.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the model is missing");
    model::Model model = modelOf(file.readAll());
    const auto expires = QStringLiteral("2026-06-20");
    int count = 0;
    const auto attest = [&](const rules::ControlRef& control, const QString& element) {
        model.attestations.put({{QStringLiteral("t%1").arg(++count)},
                                control.framework,
                                control.id,
                                element,
                                QStringLiteral("so it is"),
                                {},
                                {},
                                QStringLiteral("Ann"),
                                {},
                                expires});
    };
    for (const rules::ControlMapping& mapping : rules::controlMappings()) {
        attest(mapping.control, {});
        attest(mapping.control, model.components.begin()->id.value);
    }
    for (const char* framework : {"nist-csf-2.0", "owasp-api-2023", "ietf-rfc9700"})
        model.frameworks.put({QString::fromLatin1(framework), true});
    model.policy.put({QStringLiteral("max_blast_components"), 3});
    const auto first = rules::reviewOf(**document::Document::fromModel(model, QStringLiteral("test")), ownPack(), day);
    for (std::size_t i = 0; i < first->findings.size(); i += 20) {
        model::Decision decision;
        decision.rule = first->findings[i].rule;
        decision.elements = first->findings[i].elementKey();
        decision.status = model::DecisionStatus::Accepted;
        decision.expiresAt = expires;
        model.decisions.put(decision);
    }
    return std::move(*document::Document::fromModel(model, QStringLiteral("test")));
}

} // namespace

/// After every edit, and on another day, a reviewer that keeps what these cannot have touched says what a new one says.
void ReviewTest::whatIsKeptIsWhatWouldBeMadeAnew() {
    QFETCH(quint32, seed);
    const auto document = shopWithPeople();
    const auto replica = document::Replica::ofImage(document->image());
    rules::Reviewer keeping(*replica, ownPack());
    connect(document.get(), &document::Document::changed, document.get(),
            [&](const document::Changes&, const QByteArray& changeset) { keeping.note(replica->apply(changeset).value()); });
    QRandomGenerator random(seed);
    (void)keeping.review(document->revision(), day);
    int edits = 0;
    for (int i = 0; i < 25; ++i) {
        const auto done =
            document->edit(QStringLiteral("Edit"), [&](document::Editor& editor) { editSomething(editor, random); });
        if (done) ++edits;
        const QDate today = day.addDays(i % 5 == 4 ? 30 : 0);
        const auto kept = keeping.review(document->revision(), today);
        verifySame(document->model(), *kept, *rules::reviewOf(*document, ownPack(), today));
        if (QTest::currentTestFailed()) return;
    }
    QVERIFY(edits > 10);
}

/// Rules that run on copies of the database, on several cores, return what they return one after the other.
void ReviewTest::severalThreadsSayWhatOneSays() {
    const auto document = shopWithPeople();
    const auto replica = document::Replica::ofImage(document->image());
    const auto other = document::Replica::ofImage(document->image());
    rules::RuleRunner alone(replica->handle(), ownPack(), {1e9, 0, false});
    rules::RuleRunner shared(other->handle(), ownPack(), {0, 1, true});
    connect(document.get(), &document::Document::changed, document.get(),
            [&](const document::Changes&, const QByteArray& changeset) {
                alone.note(replica->apply(changeset).value());
                shared.note(other->apply(changeset).value());
            });
    QRandomGenerator random(7);
    for (int i = 0; i < 60; ++i) {
        QVERIFY(alone.run(replica->model(), rules::BlastRows(), day) && shared.run(other->model(), rules::BlastRows(), day));
        QCOMPARE(shared.lastRun(), alone.lastRun());
        for (std::size_t rule = 0; rule < alone.results().size(); ++rule) {
            const rules::RuleResult& a = alone.results()[rule];
            const rules::RuleResult& b = shared.results()[rule];
            QVERIFY2(a.problem == b.problem && a.rows.size() == b.rows.size(), qPrintable(a.rule->id));
            for (qsizetype row = 0; row < a.rows.size(); ++row) QVERIFY(b.rows[row] == a.rows[row]);
        }
        (void)document->edit(QStringLiteral("Edit"), [&](document::Editor& editor) { editSomething(editor, random); });
    }
}

/// Of a runner that forgets ids as soon as another one comes up: it says the same, and what was told before can be read still.
void ReviewTest::idsThatAreGoneAreForgotten() {
    const auto document = shopWithPeople();
    const auto replica = document::Replica::ofImage(document->image());
    const auto other = document::Replica::ofImage(document->image());
    rules::RuleRunner keeping(replica->handle(), ownPack());
    rules::RuleRunner forgetting(other->handle(), ownPack(), {4, 0.25, false, 0});
    connect(document.get(), &document::Document::changed, document.get(),
            [&](const document::Changes&, const QByteArray& changeset) {
                keeping.note(replica->apply(changeset).value());
                forgetting.note(other->apply(changeset).value());
            });
    std::set<std::shared_ptr<const rules::KnownIds>> tables, kept;
    std::vector<rules::Review> before;
    QRandomGenerator random(11);
    for (int i = 0; i < 15; ++i) {
        rules::Review reviews[2];
        for (const bool forgets : {false, true}) {
            rules::RuleRunner& runner = forgets ? forgetting : keeping;
            const model::Model& model = forgets ? other->model() : replica->model();
            QVERIFY(runner.run(model, rules::BlastRows(), day));
            rules::RuleRunner::Told told = runner.tell(model, day);
            reviews[forgets].findings = std::move(told.findings);
            reviews[forgets].problems = std::move(told.problems);
            reviews[forgets].coverage = std::move(told.coverage);
            (forgets ? tables : kept).insert(runner.results().front().ids);
        }
        verifySame(document->model(), reviews[0], reviews[1]);
        if (QTest::currentTestFailed()) return;
        before.push_back(std::move(reviews[1]));
        (void)document->edit(QStringLiteral("Edit"), [&](document::Editor& editor) { editSomething(editor, random); });
    }
    QCOMPARE(kept.size(), std::size_t(1));
    QVERIFY(tables.size() > 1);
    tables.clear();
    for (const auto& [rule, statement] : *before.front().coverage.said)
        for (const rules::RuleRow& row : statement.rows) QVERIFY(!row.elements().isEmpty());
}

/// Two answers that the same elements lack are one finding: rule and elements tell findings apart.
void ReviewTest::findingsHaveIdsOfTheirOwn() {
    const auto document = documentOf(R"({"components": [{"id": "x", "name": "X", "kind": "backend"}],
        "secrets": [{"id": "k", "name": "K", "kind": "api_key"}]})");
    const auto review = rules::reviewOf(*document, ownPack(), day);
    QSet<QString> ids;
    QString said;
    for (const rules::Finding& finding : review->findings) {
        QVERIFY2(!ids.contains(finding.id()), qPrintable(finding.id()));
        ids.insert(finding.id());
        if (finding.rule == u"TBM-607" && finding.elements == QStringList{QStringLiteral("k")}) said = finding.text;
    }
    QVERIFY2(said.contains(QStringLiteral("of K;")) && said.contains(QStringLiteral("of the same;")), qPrintable(said));
}

/// Names of flows and grants are made of others' names.
void ReviewTest::renamingIsToldEverywhere() {
    const auto document = documentOf(sharedGateway);
    const auto replica = document::Replica::ofImage(document->image());
    rules::Reviewer keeping(*replica, ownPack());
    connect(document.get(), &document::Document::changed, document.get(),
            [&](const document::Changes&, const QByteArray& changeset) { keeping.note(replica->apply(changeset).value()); });
    (void)keeping.review(document->revision(), day);
    int step = 0;
    const std::pair<model::TableId, const char*> named[] = {
        {model::TableId::Component, "gw"}, {model::TableId::Component, "orders"}, {model::TableId::Identity, "i1"},
        {model::TableId::Secret, "s1"},    {model::TableId::DataAsset, "d1"},     {model::TableId::Zone, "in"},
        {model::TableId::Flow, "f3"}};
    for (const auto& [table, id] : named) {
        const QString name = QStringLiteral("Renamed %1").arg(++step);
        QVERIFY(document->edit(QStringLiteral("Rename"), [&, table = table, id = id](document::Editor& editor) {
            editor.set(table, QString::fromLatin1(id), "name", name);
        }));
        const auto kept = keeping.review(document->revision(), day);
        verifySame(document->model(), *kept, *rules::reviewOf(*document, ownPack(), day));
        if (QTest::currentTestFailed()) return;
        QVERIFY2(rules::checkJson(*kept).contains(name.toUtf8()), id);
    }
}

void ReviewTest::unknownsAreThoseThatMatter() {
    QVERIFY(rules::appliesTo(model::ComponentKind::Bff, QStringLiteral("cookie_secure")));
    QVERIFY(!rules::appliesTo(model::ComponentKind::DataStore, QStringLiteral("cookie_secure")));
    QVERIFY(rules::appliesTo(model::ComponentKind::DataStore, QStringLiteral("encryption_at_rest")));
    QVERIFY(!rules::appliesTo(model::ComponentKind::ClientBrowser, QStringLiteral("token_check")));
    model::Model model = modelOf(
        R"({"components": [{"id": "b", "name": "B", "kind": "bff"}], "secrets": [{"id": "s", "name": "S", "kind": "api_key"}]})");
    const int before = rules::unknownCount(rules::unknownCounts(model), QStringLiteral("b"));
    model.components.find({QStringLiteral("b")})->cookieSecure = true;
    QCOMPARE(rules::unknownCount(rules::unknownCounts(model), QStringLiteral("b")), before - 1);
    model.componentHas.put({{QStringLiteral("b")}, QStringLiteral("function.rate_limit"), true});
    QCOMPARE(rules::unknownCount(rules::unknownCounts(model), QStringLiteral("b")), before - 2);
    const int secret = rules::unknownCount(rules::unknownCounts(model), QStringLiteral("s"));
    model.secrets.find({QStringLiteral("s")})->expires = false;
    QCOMPARE(rules::unknownCount(rules::unknownCounts(model), QStringLiteral("s")),
             secret - 2); // its lifetime is no question any more
}

void ReviewTest::workerFollows() {
    const auto document = documentOf(sharedGateway);
    rules::ReviewWorker worker(ownPack());
    QSignalSpy spy(&worker, &rules::ReviewWorker::reviewed);
    worker.follow(document.get());
    QVERIFY(QTest::qWaitFor([&] { return worker.isCurrent(); }, 10000));
    QVERIFY(spy.size() >= 2); // the blast first, then all
    QVERIFY(find(*worker.review(), QStringLiteral("TBM-101"), {QStringLiteral("gw"), QStringLiteral("s1")}));
    const auto done = document->edit(QStringLiteral("Answer"), [](document::Editor& editor) {
        editor.set(model::TableId::Secret, QStringLiteral("s1"), "purpose", QStringLiteral("own_identity"));
    });
    QVERIFY(done);
    QVERIFY(!worker.isCurrent());
    QVERIFY(QTest::qWaitFor([&] { return worker.isCurrent(); }, 10000));
    QVERIFY(!find(*worker.review(), QStringLiteral("TBM-101"), {QStringLiteral("gw"), QStringLiteral("s1")}));
    document->undo();
    QVERIFY(QTest::qWaitFor([&] { return worker.isCurrent(); }, 10000));
    QVERIFY(find(*worker.review(), QStringLiteral("TBM-101"), {QStringLiteral("gw"), QStringLiteral("s1")}));
    // What the worker says is what a fresh review says.
    QCOMPARE(worker.review()->findings.size(), rules::reviewOf(*document, ownPack(), QDate::currentDate())->findings.size());
}

void ReviewTest::workerSurvivesEditsAndClosing() {
    auto document = documentOf(sharedGateway);
    rules::ReviewWorker worker(ownPack());
    worker.follow(document.get());
    for (int i = 0; i < 50; ++i) {
        const auto done = document->edit(QStringLiteral("Rename"), [i](document::Editor& editor) {
            editor.set(model::TableId::Component, QStringLiteral("gw"), "owner", QStringLiteral("team %1").arg(i));
        });
        QVERIFY(done);
    }
    QVERIFY(QTest::qWaitFor([&] { return worker.isCurrent(); }, 10000));
    QCOMPARE(worker.review()->revision, document->revision());
    document.reset();
    QVERIFY(!worker.isCurrent());
    worker.setPack(std::make_shared<const rules::RulePack>());
    const auto other = documentOf(R"({"components": [{"id": "x", "name": "X", "kind": "backend"}]})");
    worker.follow(other.get());
    QVERIFY(QTest::qWaitFor([&] { return worker.isCurrent(); }, 10000));
    QVERIFY(worker.review()->findings.empty());
    worker.follow(nullptr);
}

QObject* newReviewTest() { return new ReviewTest; }
#include "ReviewTest.moc"
