// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include "document/Document.h"

#include <QJsonArray>
#include <QRectF>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace sallyport;

namespace {

std::unique_ptr<document::Document> opened(const QString& path) {
    auto document = document::Document::open(path);
    if (!document) qFatal("%s", qPrintable(document.error().text()));
    return std::move(*document);
}

std::map<QString, double> added(const Ran& ran) {
    std::map<QString, double> all;
    for (const QJsonValue& each : ran.json()["ranking"].toArray())
        all[each.toObject()["seed"].toString()] = each.toObject()["adds"].toDouble();
    return all;
}

QSet<QString> rulesViolated(const Ran& ran) {
    QSet<QString> rules;
    for (const QJsonValue& each : ran.json()["findings"].toArray())
        if (each.toObject()["status"] == "violated") rules << each.toObject()["rule"].toString();
    return rules;
}

} // namespace

/// The models that come with the program.
class ModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void areTheirFixturesRowForRow();
    void importGivesTheSameModel();
    void drawingsDoNotOverlap();
    void zonesContainTheirOwn();
    void everythingIsDrawn();
    void theSharedGatewayIsFound();
    void eshopsFaultsAreFound();
    void eshopsPasswordIsAmongTheWorst();
};

void ModelsTest::initTestCase_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"shared-gateway", "bff-per-app", "gateway-and-bffs", "eshop"})
        QTest::newRow(name) << QString(name);
}

void ModelsTest::areTheirFixturesRowForRow() {
    QFETCH_GLOBAL(QString, name);
    QCOMPARE(opened(modelFile(name))->dump(), opened(fixtureFile(name))->dump());
}

void ModelsTest::importGivesTheSameModel() {
    QFETCH_GLOBAL(QString, name);
    const QTemporaryDir folder;
    const QString made = folder.filePath("made.sallyport"), back = folder.filePath("back.json");
    QCOMPARE(run({"import", fixtureFile(name), "-o", made}).code, 0);
    QCOMPARE(opened(made)->dump(), opened(modelFile(name))->dump());
    QCOMPARE(run({"export", made, "-o", back, "-f", "json"}).code, 0);
    QCOMPARE(contentOf(back), contentOf(fixtureFile(name)));
}

void ModelsTest::drawingsDoNotOverlap() {
    QFETCH_GLOBAL(QString, name);
    const auto document = opened(modelFile(name));
    std::vector<std::pair<QString, QRectF>> cards;
    for (const model::Placement& at : document->model().placements)
        if (document->model().components.contains({at.element})) cards.emplace_back(at.element, QRectF(at.x, at.y, at.w, at.h));
    for (const auto& [id, rect] : cards) {
        QCOMPARE(std::fmod(rect.x(), 8), 0.0);
        QCOMPARE(std::fmod(rect.y(), 8), 0.0);
        for (const auto& [other, there] : cards)
            QVERIFY2(id == other || !rect.adjusted(-8, -8, 8, 8).intersects(there), qPrintable(id + " and " + other));
    }
}

void ModelsTest::zonesContainTheirOwn() {
    QFETCH_GLOBAL(QString, name);
    const auto document = opened(modelFile(name));
    const model::Model& model = document->model();
    const auto rect = [&](const QString& element) {
        const model::Placement* at = model.placements.find({model.diagrams.begin()->id, element});
        return at ? QRectF(at->x, at->y, at->w, at->h) : QRectF();
    };
    for (const model::Component& component : model.components)
        QVERIFY2(rect(component.zone->value).adjusted(16, 28, -16, -16).contains(rect(component.id.value)),
                 qPrintable(component.name));
    for (const model::Zone& zone : model.zones)
        if (zone.parent)
            QVERIFY2(rect(zone.parent->value).adjusted(16, 28, -16, -16).contains(rect(zone.id.value)), qPrintable(zone.name));
}

void ModelsTest::everythingIsDrawn() {
    QFETCH_GLOBAL(QString, name);
    const auto document = opened(modelFile(name));
    const model::Model& model = document->model();
    QCOMPARE(model.diagrams.size(), 1);
    QCOMPARE(model.placements.size(), model.zones.size() + model.components.size());
    QVERIFY(!model.title().isEmpty());
    QVERIFY(model.meta.contains("notes"));
}

void ModelsTest::theSharedGatewayIsFound() {
    QFETCH_GLOBAL(QString, name);
    if (name == "eshop") return;
    QCOMPARE(rulesViolated(run({"check", modelFile(name), "--format", "json"})).contains("TBM-101"), name == "shared-gateway");
}

void ModelsTest::eshopsFaultsAreFound() {
    QFETCH_GLOBAL(QString, name);
    if (name != "eshop") return;
    const Ran ran = run({"check", modelFile(name), "--format", "json", "--fail-on", "high"});
    QCOMPARE(ran.code, 1);
    const QSet<QString> rules = rulesViolated(ran);
    QVERIFY(rules.contains("TBM-403") || rules.contains("TBM-503"));
    for (const char* rule : {"TBM-501", "TBM-301", "TBM-302", "TBM-405"}) QVERIFY2(rules.contains(rule), rule);
}

void ModelsTest::eshopsPasswordIsAmongTheWorst() {
    QFETCH_GLOBAL(QString, name);
    if (name != "eshop") return;
    auto adds = added(run({"blast", modelFile(name), "--all", "--json", "--tier", "1"}));
    double most = 0;
    for (const auto& [seed, gain] : adds) most = std::max(most, gain);
    QVERIFY(most > 0.8);
    for (const char* seed : {"have:sa-password:all", "control:identity-api:all", "control:catalog-api:all",
                             "control:ordering-api:all", "control:ordering-backgroundtasks:all", "control:webhooks-api:all"})
        QCOMPARE(adds[seed], most);
}

QObject* newModelsTest() { return new ModelsTest; }
#include "ModelsTest.moc"
