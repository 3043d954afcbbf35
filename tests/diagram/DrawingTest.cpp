// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DrawingTest.h"

#include "Sketch.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::diagram;

namespace {

template <class Id, class Shape>
QSet<Id> different(const std::map<Id, Shape>& one, const std::map<Id, Shape>& other) {
    QSet<Id> found;
    for (const auto& [id, shape] : one)
        if (!other.contains(id) || !(other.at(id) == shape)) found.insert(id);
    for (const auto& [id, shape] : other)
        if (!one.contains(id)) found.insert(id);
    return found;
}

template <class Id>
QString names(const QSet<Id>& ids) {
    QStringList all;
    for (const Id& id : ids) all.append(id.value);
    all.sort();
    return all.join(' ');
}

} // namespace

void DrawingTest::showsWhatIsPlaced() {
    Sketch sketch = sharedGateway();
    sketch.model.placements.erase({sketch.view, "idp"});
    const Drawing drawing = sketch.drawing();
    QCOMPARE(drawing.cards().size(), 7U);
    QVERIFY(drawing.card({"idp"}) == nullptr);
    QVERIFY(drawing.flow({"f5"}) == nullptr);
    QCOMPARE(drawing.flows().size(), 6U);
    QVERIFY(Drawing(sketch.model, {"another"}).isEmpty());
}

void DrawingTest::saysWhatTheModelSays() {
    const Drawing drawing = sharedGateway().drawing();
    const ZoneShape* edge = drawing.zone({"edge"});
    QCOMPARE(edge->outsideTrust, QStringLiteral("10"));
    QCOMPARE(edge->insideTrust, QStringLiteral("20"));
    QCOMPARE(edge->depth, 2);
    QCOMPARE(edge->nesting, 1);
    QCOMPARE(drawing.zone({"internet"})->depth, 0);
    QVERIFY(drawing.zone({"internet"})->outsideTrust.isEmpty());
    QVERIFY(drawing.zone({"internet"})->chips.back().text.contains("outsider"));
    QCOMPARE(drawing.card({"payouts-db"})->data, 1);
    QCOMPARE(drawing.card({"gateway"})->silhouette, Silhouette::Entry);

    // Into more trust, out of it, and by whom with what.
    const FlowShape* flow = drawing.flow({"f3"});
    QCOMPARE(flow->crossings.size(), 2U);
    QCOMPARE(flow->crossings[0].step, TrustStep::Less);
    QCOMPARE(flow->crossings[1].step, TrustStep::More);
    QVERIFY(flow->label.text.contains("web-client") && flow->label.text.contains("orders"));
    for (const Crossing& crossing : drawing.flow({"f1"})->crossings) QCOMPARE(crossing.step, TrustStep::More);
}

void DrawingTest::headsSayWhetherCallersAreChecked() {
    using model::Authn;
    Sketch sketch = sharedGateway();
    model::Flow& flow = *sketch.model.flows.find({"f7"});
    const auto head = [&] { return sketch.drawing().flow({"f7"})->head; };
    flow.authn = std::nullopt;
    QCOMPARE(head(), Head::Unknown);
    flow.authn = Authn::None;
    QCOMPARE(head(), Head::NotChecked);
    flow.authn = Authn::Basic;
    QCOMPARE(head(), Head::Checked);
    flow.authn = Authn::Bearer;
    QCOMPARE(head(), Head::Unknown);
    sketch.model.componentHas.put({{"orders-db"}, "token_check.signature_or_introspection", false});
    QCOMPARE(head(), Head::NotChecked);
    sketch.model.componentHas.put({{"orders-db"}, "token_check.signature_or_introspection", true});
    QCOMPARE(head(), Head::Checked);
    sketch.model.zones.find({"company"})->implicitTrust = true;
    QCOMPARE(head(), Head::NotChecked);
}

// The law of update(): what it leaves is what drawing the model anew gives, and it names every shape that differs.
void DrawingTest::updateEqualsDrawingAnew() {
    constexpr quint32 seed = 20260723;
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    Sketch sketch = sharedGateway();
    Drawing drawing = sketch.drawing();
    for (int round = 0; round < 150; ++round) {
        const Drawing before = drawing;
        model::Model& model = sketch.model;
        const QStringList cards{"browser", "gateway", "orders-api", "payouts-api", "idp", "orders-db"};
        const QString card = cards[random.bounded(static_cast<int>(cards.size()))];
        QSet<QString> changed;
        switch (random.bounded(9)) {
            case 0:
            case 1:
                if (auto* placement = model.placements.find({sketch.view, card})) {
                    placement->x += 8 * (random.bounded(21) - 10);
                    placement->y += 8 * (random.bounded(21) - 10);
                }
                changed = {card};
                break;
            case 2:
                model.components.find({card})->name = QStringLiteral("name %1").arg(round);
                changed = {card};
                break;
            case 3: {
                const QString id = QStringLiteral("f%1").arg(1 + random.bounded(12));
                if (model.flows.contains({id}))
                    model.flows.erase({id});
                else
                    sketch.flow(id, card, cards[random.bounded(static_cast<int>(cards.size()))], "web-client");
                changed = {id};
                break;
            }
            case 4:
                if (model.placements.contains({sketch.view, card}))
                    model.placements.erase({sketch.view, card});
                else
                    sketch.place(card, QRectF(8 * random.bounded(80), 8 * random.bounded(80), 176, 64));
                changed = {card};
                break;
            case 5:
                model.zones.find({"apps"})->trust = random.bounded(60);
                changed = {"apps"};
                break;
            case 6: {
                auto* apps = model.placements.find({sketch.view, "apps"});
                apps->collapsed = !apps->collapsed;
                changed = {"apps"};
                break;
            }
            case 7:
                if (model.routes.contains({sketch.view, {"f7"}}))
                    model.routes.erase({sketch.view, {"f7"}});
                else
                    sketch.bends("f7", QStringLiteral("%1,470").arg(60 + random.bounded(100)));
                changed = {"f7"};
                break;
            default:
                model.identities.find({"web-client"})->name = QStringLiteral("client %1").arg(round);
                changed = {"web-client"};
                break;
        }
        const Touched touched = drawing.update(model, changed);
        const Drawing anew = sketch.drawing();
        for (const auto& [id, flow] : anew.flows()) {
            if (flow.bundled == 0) continue;
            const auto members = std::ranges::count_if(
                anew.flows(), [&](const auto& other) { return other.second.bundled > 0 && other.second.tip == flow.tip; });
            QVERIFY2(members == flow.bundled && members >= 3, qPrintable(QStringLiteral("round %1: %2 is one of %3, not %4")
                                                                             .arg(round)
                                                                             .arg(id.value)
                                                                             .arg(members)
                                                                             .arg(flow.bundled)));
        }
        const auto context = [&](const QString& what) {
            return QStringLiteral("round %1, %2: %3")
                .arg(round)
                .arg(names(changed.isEmpty() ? QSet<model::FlowId>() : QSet<model::FlowId>{{*changed.begin()}}), what);
        };
        QVERIFY2(different(drawing.zones(), anew.zones()).isEmpty(),
                 qPrintable(context(names(different(drawing.zones(), anew.zones())))));
        QVERIFY2(different(drawing.cards(), anew.cards()).isEmpty(),
                 qPrintable(context(names(different(drawing.cards(), anew.cards())))));
        QVERIFY2(different(drawing.flows(), anew.flows()).isEmpty(),
                 qPrintable(context(names(different(drawing.flows(), anew.flows())))));
        QVERIFY2(touched.flows.contains(different(before.flows(), drawing.flows())),
                 qPrintable(context(names(different(before.flows(), drawing.flows()) - touched.flows))));
        QVERIFY(touched.cards.contains(different(before.cards(), drawing.cards())));
        QVERIFY(touched.zones.contains(different(before.zones(), drawing.zones())));
    }
}

void DrawingTest::updateTouchesLittle() {
    Sketch sketch = scattered(200, 300, 5);
    Drawing drawing = sketch.drawing();
    sketch.model.components.find({"c0007"})->name = "renamed";
    const Touched renamed = drawing.update(sketch.model, {"c0007"});
    QCOMPARE(renamed.cards.size(), 1);
    for (const model::FlowId& id : renamed.flows) // they say the name
        QVERIFY(drawing.flow(id)->source.value == "c0007" || drawing.flow(id)->target.value == "c0007");
    QVERIFY(renamed.zones.isEmpty());
    QVERIFY(drawing.update(sketch.model, {"c0007", "nobody"}).isEmpty());

    sketch.model.placements.find({sketch.view, "c0007"})->x += 8;
    const Touched moved = drawing.update(sketch.model, {"c0007"});
    QVERIFY(moved.flows.size() < 150);
    QCOMPARE(moved.cards.size(), 1);
}

void DrawingTest::previewEndsWhereItBegan() {
    const Sketch sketch = sharedGateway();
    const Drawing before = sketch.drawing();
    Drawing drawing = before;
    const QRectF home = before.card({"gateway"})->rect;
    const Touched moved = drawing.preview({{"gateway", home.translated(40, 16)}});
    QCOMPARE(names(moved.cards), QStringLiteral("gateway"));
    QCOMPARE(names(moved.flows), QStringLiteral("f1 f2 f3 f4 f5 f6"));
    QCOMPARE(drawing.card({"gateway"})->rect, home.translated(40, 16));
    const FlowShape* flow = drawing.flow({"f3"});
    QVERIFY(home.translated(40, 16).adjusted(-1, -1, 1, 1).contains(flow->points.front()));
    QCOMPARE(drawing.flow({"f7"})->points, before.flow({"f7"})->points);

    // Both ends move alike: the route moves along.
    drawing.preview({{"orders-api", before.card({"orders-api"})->rect.translated(8, 24)},
                     {"orders-db", before.card({"orders-db"})->rect.translated(8, 24)}});
    QCOMPARE(drawing.card({"gateway"})->rect, home);
    QCOMPARE(drawing.flow({"f7"})->points.front(), before.flow({"f7"})->points.front() + QPointF(8, 24));

    const Touched ended = drawing.preview({});
    QVERIFY(ended.cards.contains({"orders-db"}));
    QVERIFY(different(drawing.flows(), before.flows()).isEmpty());
    QVERIFY(different(drawing.cards(), before.cards()).isEmpty());
    QVERIFY(drawing.preview({}).isEmpty());
}

void DrawingTest::copiesAreIndependent() {
    Sketch sketch = sharedGateway();
    Drawing drawing = sketch.drawing();
    const Drawing copy = drawing;
    sketch.model.placements.find({sketch.view, "gateway"})->x += 80;
    drawing.update(sketch.model, {"gateway"});
    QVERIFY(copy.card({"gateway"})->rect != drawing.card({"gateway"})->rect);
    const Drawing taken = std::move(drawing);
    QCOMPARE(taken.cards().size(), 8U);
}

void DrawingTest::hiddenAndCollapsedContentIsGone() {
    Sketch sketch = sharedGateway();
    Drawing drawing = sketch.drawing();
    drawing.setHidden(sketch.model, {"apps"});
    QVERIFY(drawing.zone({"apps"}) == nullptr && drawing.card({"orders-api"}) == nullptr && drawing.flow({"f3"}) == nullptr);
    drawing.setHidden(sketch.model, {});
    QCOMPARE(drawing.flows().size(), 8U);

    sketch.place("apps", QRectF(40, 336, 176, 64), true);
    drawing.update(sketch.model, {"apps"});
    QVERIFY(drawing.card({"orders-api"}) == nullptr);
    QCOMPARE(drawing.zone({"apps"})->components, 2);
    const FlowShape* flow = drawing.flow({"f3"});
    QVERIFY(flow != nullptr);
    QVERIFY(drawing.zone({"apps"})->rect.adjusted(-1, -1, 1, 1).contains(flow->points.back()));
}

void DrawingTest::survivesNonsense() {
    Sketch sketch = sharedGateway();
    model::Model& model = sketch.model;
    model.zones.find({"edge"})->parent = model::ZoneId{"apps"};
    model.zones.find({"apps"})->parent = model::ZoneId{"edge"};
    model.placements.find({sketch.view, "gateway"})->x = 1e300;
    model.placements.find({sketch.view, "idp"})->w = -5;
    model.placements.find({sketch.view, "browser"})->y = std::numeric_limits<double>::quiet_NaN();
    sketch.bends("f1", "not bends");
    sketch.bends("f2", "300,60 300,60");
    sketch.flow("f9", "idp", "idp");
    model.components.find({"portal"})->name = QString(100'000, QChar('x'));
    const Drawing drawing = sketch.drawing();
    QVERIFY(drawing.bounds().width() < 1e6);
    for (const auto& [id, flow] : drawing.flows()) QVERIFY(flow.points.size() >= 2);
}
