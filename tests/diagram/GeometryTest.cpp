// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GeometryTest.h"

#include "Sketch.h"
#include "diagram/Geometry.h"

#include <QTest>

using namespace sallyport::diagram;

namespace {

std::vector<QRectF> randomRects(QRandomGenerator& random, int count) {
    std::vector<QRectF> rects;
    for (int i = 0; i < count; ++i)
        rects.emplace_back(random.bounded(1000), random.bounded(1000), 40 + random.bounded(200), 40 + random.bounded(100));
    return rects;
}

} // namespace

void GeometryTest::alignmentMovesToTheCommonLine() {
    QRandomGenerator random(1);
    for (int round = 0; round < 50; ++round) {
        const std::vector<QRectF> rects = randomRects(random, 2 + round % 5);
        const QRectF box = boundsOf(rects);
        for (const QRectF& rect : aligned(rects, Alignment::Left)) QCOMPARE(rect.left(), box.left());
        for (const QRectF& rect : aligned(rects, Alignment::Right)) QCOMPARE(rect.right(), box.right());
        for (const QRectF& rect : aligned(rects, Alignment::Middle)) QCOMPARE(rect.center().y(), box.center().y());
        const std::vector<QRectF> bottom = aligned(rects, Alignment::Bottom);
        for (std::size_t i = 0; i < rects.size(); ++i) {
            QCOMPARE(bottom[i].bottom(), box.bottom());
            QCOMPARE(bottom[i].size(), rects[i].size());
            QCOMPARE(bottom[i].left(), rects[i].left());
        }
    }
}

void GeometryTest::distributionMakesEqualGaps() {
    QRandomGenerator random(2);
    for (int round = 0; round < 50; ++round) {
        std::vector<QRectF> moved = distributed(randomRects(random, 3 + round % 4), Qt::Horizontal);
        std::ranges::sort(moved, {}, [](const QRectF& rect) { return rect.center().x(); });
        const double gap = moved[1].left() - moved[0].right();
        for (std::size_t i = 1; i < moved.size(); ++i) QVERIFY(qAbs(moved[i].left() - moved[i - 1].right() - gap) < 1e-6);
    }
}

void GeometryTest::snappingFindsEdgesCentresAndGaps() {
    const std::vector<QRectF> others{QRectF(0, 0, 176, 64), QRectF(400, 0, 176, 64)};
    const Snap edge = snapMove(QRectF(3, 200, 176, 64), others, 6);
    QCOMPARE(edge.offset.x(), -3.0);
    QVERIFY(!edge.lines.empty());
    QCOMPARE(edge.lines.front().distance, 136.0);

    // A third card between two, one pixel off the middle of the gap.
    const Snap gap = snapMove(QRectF(231, 2, 116, 60), others, 6, false);
    QCOMPARE(gap.offset.x(), -1.0);
    QCOMPARE(gap.offset.y(), -0.0);
    QVERIFY(std::ranges::any_of(gap.lines, [](const SnapLine& line) { return line.distance == 54; }));
    // Beyond them, at the gap they have.
    const Snap next = snapMove(QRectF(797, 0, 176, 64), others, 6, false);
    QCOMPARE(next.offset.x(), 3.0);
}

void GeometryTest::snappingFallsBackToTheGrid() {
    const Snap snap = snapMove(QRectF(13, 21, 100, 50), {}, 6);
    QCOMPARE(snap.offset, QPointF(3, 3));
    QVERIFY(snap.lines.empty());
    QCOMPARE(onGrid(QRectF(3, 5, 10, 10), smallestCard), QRectF(0, 8, 144, 64));
}

void GeometryTest::resizingSnapsOnlyTheMovedEdge() {
    const std::vector<QRectF> others{QRectF(0, 0, 176, 64)};
    const Snap snap = snapResize(QRectF(0, 100, 173, 60), Qt::RightEdge, others, 6);
    QCOMPARE(snap.offset, QPointF(3, 0));
}

void GeometryTest::pointsFallIntoTheInnermostZone() {
    const Drawing drawing = sharedGateway().drawing();
    QCOMPARE(zoneAt(drawing, {250, 240})->value, QStringLiteral("edge"));
    QCOMPARE(zoneAt(drawing, {490, 300})->value, QStringLiteral("company"));
    QVERIFY(!zoneAt(drawing, {-50, 0}));
    QCOMPARE(zoneAt(drawing, {250, 240}, {"edge"})->value, QStringLiteral("company"));
    QVERIFY(!zoneAt(drawing, {250, 240}, {"company"}));
    QCOMPARE(cardAt(drawing, {170, 220})->value, QStringLiteral("gateway"));
}

void GeometryTest::zonesCarryTheirContentByParent() {
    Sketch sketch = sharedGateway();
    sketch.card("stray", {60, 230}, "internet"); // stands in the edge, belongs to the internet
    const Drawing drawing = sketch.drawing();
    QCOMPARE(carriedWith(sketch.model, drawing, {"edge"}), (QSet<QString>{"edge", "gateway"}));
    const QSet<QString> company = carriedWith(sketch.model, drawing, {"company"});
    QVERIFY(company.contains("orders-db") && company.contains("identity") && !company.contains("stray"));
    QVERIFY(carriedWith(sketch.model, drawing, {"internet"}).contains("stray"));
}

void GeometryTest::freePlacesAreFree() {
    const Drawing drawing = sharedGateway().drawing();
    QRandomGenerator random(3);
    for (int round = 0; round < 40; ++round) {
        const QPointF near(random.bounded(900) - 100, random.bounded(800) - 100);
        const QRectF place = freePlace(drawing, std::nullopt, cardSize, near);
        for (const auto& [id, card] : drawing.cards()) QVERIFY(!place.intersects(card.rect));
        for (const auto& [id, zone] : drawing.zones()) QVERIFY(!place.intersects(zone.rect));
        QCOMPARE(place.topLeft(), onGrid(place.topLeft()));
    }
    const QRectF inside = freePlace(drawing, sallyport::model::ZoneId{"company"}, cardSize, {600, 500});
    QVERIFY(drawing.zone({"company"})->rect.contains(inside));
    for (const auto& [id, card] : drawing.cards()) QVERIFY(!inside.intersects(card.rect));
}

void GeometryTest::fullZonesGrow() {
    const Drawing drawing = sharedGateway().drawing();
    const QRectF place = freePlace(drawing, sallyport::model::ZoneId{"edge"}, QSizeF(300, 64), {250, 240});
    QVERIFY(!drawing.zone({"edge"})->rect.contains(place));
    const auto grown = grownFor(drawing, {"edge"}, place);
    QCOMPARE(grown.front().first.value, QStringLiteral("edge"));
    QVERIFY(grown.front().second.contains(place.adjusted(-zonePadding, -zoneFirstCard, zonePadding, zonePadding)));
    QVERIFY(grownFor(drawing, {"edge"}, drawing.card({"gateway"})->rect.adjusted(10, 10, -10, -10)).empty());
    QVERIFY(smallestAround(drawing, {"apps"}).contains(contentOf(drawing, {"apps"})));
}

void GeometryTest::bendsSurviveTheirText() {
    const std::vector<QPointF> bends{{10, 20}, {-30, 40}};
    QCOMPARE(bendsFromText(bendsText(bends)).value(), bends);
    for (const char* wrong : {"", "10", "10,x", "1,2,3", "nan,1", "1e300,2", "10,20;30,40"})
        QVERIFY(!bendsFromText(QString::fromLatin1(wrong)));
}
