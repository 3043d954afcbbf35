// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RoutingTest.h"

#include "Sketch.h"

#include <QTest>

#include <cmath>

using namespace sallyport;
using namespace sallyport::diagram;

namespace {

bool isHorizontal(const QPointF& a, const QPointF& b) { return std::abs(a.y() - b.y()) < 0.01; }

QRectF boxOf(const QPointF& a, const QPointF& b) { return QRectF(a, b).normalized(); }

/// Goes through the inside of a box.
bool enters(const FlowShape& flow, const QRectF& rect) {
    const QRectF inside = rect.adjusted(1, 1, -1, -1);
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        const QRectF piece = boxOf(flow.points[i - 1], flow.points[i]);
        if (piece.left() < inside.right() && piece.right() > inside.left() && piece.top() < inside.bottom() &&
            piece.bottom() > inside.top())
            return true;
    }
    return false;
}

bool onBorder(const QPointF& point, const QRectF& rect) {
    const bool within = rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(point);
    return within && !rect.adjusted(0.5, 0.5, -0.5, -0.5).contains(point);
}

/// Pixels two routes run on top of each other.
double overlap(const FlowShape& one, const FlowShape& other) {
    double along = 0;
    for (std::size_t i = 1; i < one.points.size(); ++i)
        for (std::size_t j = 1; j < other.points.size(); ++j) {
            const QRectF a = boxOf(one.points[i - 1], one.points[i]), b = boxOf(other.points[j - 1], other.points[j]);
            const bool horizontal = isHorizontal(one.points[i - 1], one.points[i]);
            if (horizontal != isHorizontal(other.points[j - 1], other.points[j])) continue;
            if (std::abs(horizontal ? a.top() - b.top() : a.left() - b.left()) > 1) continue;
            along += std::max(0.0, horizontal ? std::min(a.right(), b.right()) - std::max(a.left(), b.left())
                                              : std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top()));
        }
    return along;
}

} // namespace

void RoutingTest::routesAreOrthogonalAndKeepOffTheirEnds() {
    for (const quint32 seed : {1U, 2U, 3U, 4U}) {
        qInfo("seed %u", seed);
        const Drawing drawing = scattered(36, 60, seed).drawing();
        for (const auto& [id, flow] : drawing.flows()) {
            for (std::size_t i = 1; i < flow.points.size(); ++i) {
                const QPointF a = flow.points[i - 1], b = flow.points[i];
                QVERIFY2(isHorizontal(a, b) || std::abs(a.x() - b.x()) < 0.01, qPrintable(id.value));
                if (i >= 2) QVERIFY2(isHorizontal(a, b) != isHorizontal(flow.points[i - 2], a), qPrintable(id.value));
            }
            const QRectF source = drawing.card(flow.source)->rect, target = drawing.card(flow.target)->rect;
            QVERIFY2(!enters(flow, source) && !enters(flow, target), qPrintable(id.value));
            QVERIFY2(onBorder(flow.points.front(), source) && onBorder(flow.points.back(), target), qPrintable(id.value));
            QVERIFY(!flow.line.isEmpty() && qAbs(std::hypot(flow.direction.x(), flow.direction.y()) - 1) < 1e-6);
        }
    }
}

void RoutingTest::routesAvoidCardsWhereThereIsRoom() {
    int routes = 0, through = 0;
    for (const quint32 seed : {11U, 12U, 13U}) {
        const Drawing drawing = scattered(36, 60, seed).drawing();
        for (const auto& [id, flow] : drawing.flows()) {
            ++routes;
            for (const auto& [other, card] : drawing.cards())
                if (enters(flow, card.rect)) {
                    ++through;
                    break;
                }
        }
    }
    QVERIFY2(through == 0, qPrintable(QStringLiteral("%1 of %2 run through a card").arg(through).arg(routes)));
}

void RoutingTest::parallelFlowsDoNotLieOnEachOther() {
    const Drawing drawing = sharedGateway().drawing();
    for (const auto& [one, flow] : drawing.flows())
        for (const auto& [other, second] : drawing.flows())
            if (one < other) QVERIFY2(overlap(flow, second) < 1, qPrintable(one.value + ' ' + other.value));
    double together = 0, length = 0;
    const Drawing crowd = scattered(36, 40, 21).drawing();
    for (const auto& [one, flow] : crowd.flows()) {
        for (std::size_t i = 1; i < flow.points.size(); ++i) length += QLineF(flow.points[i - 1], flow.points[i]).length();
        for (const auto& [other, second] : crowd.flows())
            if (one < other && !(flow.bundled > 1 && second.bundled > 1)) together += overlap(flow, second);
    }
    QVERIFY2(together < length * 0.02, qPrintable(QStringLiteral("%1 of %2").arg(together).arg(length)));
}

void RoutingTest::straightWhereStraightIsPossible() {
    const Drawing drawing = sharedGateway().drawing();
    for (const char* id : {"f5", "f6", "f7", "f8"}) QCOMPARE(drawing.flow({QString::fromLatin1(id)})->points.size(), 2U);
    for (const char* id : {"f1", "f2", "f3", "f4"}) QCOMPARE(drawing.flow({QString::fromLatin1(id)})->points.size(), 4U);
}

void RoutingTest::storedBendsAreRespected() {
    Sketch sketch = sharedGateway();
    sketch.bends("f7", "20,440 20,470");
    const Drawing drawing = sketch.drawing();
    const FlowShape* flow = drawing.flow({"f7"});
    QVERIFY(flow->routed);
    for (const QPointF& bend : {QPointF(20, 440), QPointF(20, 470)})
        QVERIFY(std::ranges::find(flow->points, bend) != flow->points.end());
    QVERIFY(onBorder(flow->points.front(), drawing.card({"orders-api"})->rect));
    QVERIFY(onBorder(flow->points.back(), drawing.card({"orders-db"})->rect));
}

void RoutingTest::draggedSegmentsGiveTheirBends() {
    Sketch sketch = sharedGateway();
    Drawing drawing = sketch.drawing();
    const FlowShape before = *drawing.flow({"f3"});
    const QPointF middle = (before.points[1] + before.points[2]) / 2;
    const int segment = drawing.segmentAt({"f3"}, middle + QPointF(0, 3));
    QCOMPARE(segment, 1);
    QCOMPARE(drawing.segmentAt({"f3"}, middle + QPointF(0, 300)), -1);
    sketch.bends("f3", drawing.bendsWithSegmentMoved({"f3"}, segment, 16));
    drawing.update(sketch.model, {"f3"});
    QCOMPARE(drawing.flow({"f3"})->points[1].y(), before.points[1].y() + 16);
    QCOMPARE(drawing.flow({"f3"})->points.size(), before.points.size());

    // A straight one has no bends to move: it gets some, and stays straight while both ends allow it.
    sketch.bends("f7", drawing.bendsWithSegmentMoved({"f7"}, 0, 24));
    const double x = drawing.flow({"f7"})->points.front().x();
    drawing.update(sketch.model, {"f7"});
    QCOMPARE(drawing.flow({"f7"})->points.front().x(), x + 24);
    QCOMPARE(drawing.flow({"f7"})->points.back().x(), x + 24);
}

void RoutingTest::manyAlikeShareOneTrunk() {
    Sketch sketch;
    sketch.identity("sa");
    sketch.card("db", {600, 400});
    for (int i = 0; i < 5; ++i) {
        const QString name = QStringLiteral("s%1").arg(i);
        sketch.card(name, {200.0 + i * 200, 100});
        sketch.flow("f" + name, name, "db", i < 4 ? "sa" : QString());
    }
    const Drawing drawing = sketch.drawing();
    int leads = 0;
    for (int i = 0; i < 4; ++i) {
        const FlowShape* flow = drawing.flow({QStringLiteral("fs%1").arg(i)});
        QCOMPARE(flow->bundled, 4);
        QCOMPARE(flow->tip, drawing.flow({"fs0"})->tip);
        leads += flow->bundleLead;
        if (!flow->bundleLead) QVERIFY(flow->label.rect.isNull() && !flow->branch.isEmpty());
        if (flow->bundleLead) QCOMPARE(flow->label.parts[1].value, QStringLiteral("4"));
    }
    QCOMPARE(leads, 1);
    QCOMPARE(drawing.flow({"fs4"})->bundled, 0);
    QVERIFY(drawing.flow({"fs4"})->tip != drawing.flow({"fs0"})->tip);
}

void RoutingTest::horizontalsHop() {
    Sketch sketch;
    sketch.card("left", {0, 200});
    sketch.card("right", {600, 200});
    sketch.card("above", {300, 0});
    sketch.card("below", {300, 400});
    sketch.flow("across", "left", "right");
    sketch.flow("down", "above", "below");
    const Drawing drawing = sketch.drawing();
    QCOMPARE(drawing.flow({"across"})->hops.size(), 1U);
    QVERIFY(drawing.flow({"down"})->hops.empty());
    const Hop hop = drawing.flow({"across"})->hops.front();
    QCOMPARE(hop.to - hop.from, 14.0);
    QVERIFY(drawing.flow({"across"})->line.boundingRect().top() < hop.y - 6);
}

void RoutingTest::labelsStandOnTheirOwnFlowAndOnNothingElse() {
    Sketch crowded = scattered(36, 60, 31);
    const std::vector<Drawing> drawings{sharedGateway().drawing(), crowded.drawing()};
    for (const Drawing& drawing : drawings) {
        int shown = 0;
        for (const auto& [id, flow] : drawing.flows()) {
            const QRectF& label = flow.label.rect;
            if (label.isNull()) continue;
            ++shown;
            QCOMPARE(label.height(), 18.0);
            bool own = false;
            for (std::size_t i = 1; i < flow.points.size(); ++i) {
                const QPointF a = flow.points[i - 1], b = flow.points[i];
                const QRectF piece = boxOf(a, b);
                // Centred on the piece, and wholly beside its corners along it.
                if (isHorizontal(a, b))
                    own = own || (std::abs(label.center().y() - a.y()) <= 1 && label.left() >= piece.left() &&
                                  label.right() <= piece.right());
                else
                    own = own || (std::abs(label.center().x() - a.x()) <= 1 && label.top() >= piece.top() &&
                                  label.bottom() <= piece.bottom());
            }
            QVERIFY2(own, qPrintable(id.value));
            for (const auto& [other, card] : drawing.cards())
                QVERIFY2(!label.intersects(card.rect), qPrintable(id.value + " on " + other.value));
            for (const auto& [other, second] : drawing.flows())
                if (other != id) QVERIFY2(!label.intersects(second.label.rect), qPrintable(id.value + " on " + other.value));
            for (const auto& [other, zone] : drawing.zones())
                QVERIFY2(zone.rect.contains(label) || !zone.rect.intersects(label),
                         qPrintable(id.value + " on the border of " + other.value));
        }
        QVERIFY(shown >= 8);
    }
}
