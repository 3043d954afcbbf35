// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PaintingTest.h"

#include "Sketch.h"
#include "diagram/Glyphs.h"
#include "diagram/Painting.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <functional>

using namespace sallyport;
using namespace sallyport::diagram;

namespace {

const Theme& theme = Theme::light();

/// What a function paints into a part of the scene, at that scale.
QImage painted(const QRectF& scene, const std::function<void(QPainter&)>& paint, double scale = 1,
               const QColor& ground = Theme::light().canvas) {
    QImage image((scene.size() * scale).toSize(), QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.translate(-scene.topLeft());
    paint(painter);
    return image;
}

bool alike(const QColor& one, const QColor& other, int tolerance = 6) {
    return qAbs(one.red() - other.red()) <= tolerance && qAbs(one.green() - other.green()) <= tolerance &&
           qAbs(one.blue() - other.blue()) <= tolerance;
}

int count(const QImage& image, const QColor& colour, int tolerance = 6) {
    int found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) found += alike(image.pixelColor(x, y), colour, tolerance);
    return found;
}

CardShape plainCard() {
    CardShape card;
    card.id = {"card"};
    card.rect = QRectF(0, 0, 176, 64);
    card.name = "card";
    card.secondLine = "Backend";
    return card;
}

QImage paintedCard(const CardShape& card, const Overlay& overlay, double scale = 1) {
    return painted(
        paintedRect(card), [&](QPainter& painter) { paintCard(painter, card, Look(theme, overlay, scale)); }, scale);
}

Overlay blast(Level level, Breadth breadth, bool anyway = false) {
    Overlay overlay;
    overlay.lens = Lens::Blast;
    ComponentMark& mark = overlay.components["card"];
    mark.level = level;
    mark.breadth = breadth;
    mark.openAnyway = anyway;
    return overlay;
}

} // namespace

void PaintingTest::levelsFillTheirCards() {
    const CardShape card = plainCard();
    for (const Level level : {Level::Reachable, Level::Callable, Level::Exposed, Level::Controlled}) {
        const QImage hot = paintedCard(card, blast(level, Breadth::All));
        const LevelStyle style = levelStyle(theme, level, false);
        QVERIFY2(count(hot, style.fill) > 4000, qPrintable(word(level)));
        QVERIFY2(count(hot, style.line, 60) > 300, qPrintable(word(level)));
        const QImage cold = paintedCard(card, blast(level, Breadth::All, true));
        QVERIFY(count(cold, theme.anywayTint) > 4000);
        QCOMPARE(count(cold, style.fill, 1), 0);
    }
}

void PaintingTest::metersCountBreadth() {
    int last = 0;
    for (const Breadth breadth : {Breadth::One, Breadth::Live, Breadth::All}) {
        const QImage meter = painted(QRectF(0, 0, 7, 48), [&](QPainter& painter) {
            paintLevelMeter(painter, QRectF(0, 0, 7, 48), Level::Controlled, breadth, false, theme);
        });
        const int filled = count(meter, theme.ctrl, 2);
        QVERIFY(filled > last + 40);
        last = filled;
    }
}

void PaintingTest::lensesDimWhatTheyDoNotShow() {
    const CardShape card = plainCard();
    QVERIFY(count(paintedCard(card, Overlay{}), theme.ink) > 20);
    for (const Lens lens : {Lens::Blast, Lens::Coverage}) {
        Overlay overlay;
        overlay.lens = lens;
        const QImage dim = paintedCard(card, overlay);
        QCOMPARE(count(dim, theme.ink, 20), 0);
        QVERIFY(count(dim, dimmed(theme.ink, theme.canvas), 20) > 20);
    }
    Overlay coverage;
    coverage.lens = Lens::Coverage;
    for (const Status status : {Status::Satisfied, Status::Violated, Status::Partial}) {
        coverage.components["card"].status = status;
        const QImage image = paintedCard(card, coverage);
        QVERIFY(count(image, theme.statusTint(status)) > 4000);
        QVERIFY(count(image, theme.status(status), 60) > 200);
    }
}

void PaintingTest::lostBadgesTurnOver() {
    CardShape card = plainCard();
    card.data = 2;
    Overlay overlay = blast(Level::None, Breadth::One);
    QCOMPARE(count(paintedCard(card, overlay), theme.expo, 3), 0);
    overlay.components["card"].data = {2, Breadth::All, false, false};
    const QImage lost = paintedCard(card, overlay);
    QVERIFY(count(lost, theme.expo, 3) > 300);
    QVERIFY(count(lost, theme.ink) > 20); // no longer dimmed
    overlay.components["card"].data.start = true;
    QVERIFY(count(paintedCard(card, overlay), theme.seed, 3) > 300);
}

void PaintingTest::linesTellEncryptionAndHeadsTellChecks() {
    Sketch sketch;
    sketch.card("a", {0, 0});
    sketch.card("b", {400, 0});
    model::Flow& flow = sketch.flow("f", "a", "b");
    const QRectF line(180, 20, 200, 24), head(384, 20, 16, 24);
    const auto inked = [&](const QRectF& part) {
        const Drawing drawing = sketch.drawing();
        const Overlay overlay;
        return count(painted(part, [&](QPainter& painter) { paintFlow(painter, *drawing.flow({"f"}), Look(theme, overlay)); }),
                     theme.flow, 40);
    };
    const int whole = inked(line);
    QVERIFY(whole >= 380);
    flow.tls = model::Tls::None;
    const int dashed = inked(line);
    QVERIFY(dashed > whole * 0.5 && dashed < whole * 0.75);
    flow.tls = std::nullopt;
    QVERIFY(inked(line) < dashed);
    const int solid = inked(head);
    flow.authn = model::Authn::None;
    const int hollow = inked(head);
    QVERIFY(hollow < solid * 0.9);
    flow.authn = std::nullopt;
    QVERIFY(inked(head) < hollow);
}

void PaintingTest::pathsAndStopsAreLit() {
    const Drawing drawing = sharedGateway().drawing();
    Overlay overlay = gatewayBlast();
    const auto places = pathStopPlaces(drawing, overlay);
    QCOMPARE(places.size(), overlay.path.size());
    for (const auto& place : places) QVERIFY(place.has_value());
    const auto blackAt = [&](const QPointF& at) {
        return count(painted(QRectF(at - QPointF(9, 9), QSizeF(18, 18)),
                             [&](QPainter& painter) { paintPathStops(painter, drawing, Look(theme, overlay)); }),
                     theme.path, 4);
    };
    for (const auto& place : places) QVERIFY(blackAt(*place) > 120);
    overlay.pathShown = 1; // step by step
    QVERIFY(blackAt(*places[0]) > 120);
    QCOMPARE(blackAt(*places[2]), 0);
    overlay.pathShown = -1;
    const QImage line =
        painted(drawing.bounds(), [&](QPainter& painter) { paintFlow(painter, *drawing.flow({"f4"}), Look(theme, overlay)); });
    QVERIFY(count(line, theme.pathCore) > 200);
    QVERIFY(count(line, theme.path) > 300);
    overlay.path.push_back({9, StopAt::Component, "nobody", false});
    QVERIFY(!pathStopPlaces(drawing, overlay).back());
}

void PaintingTest::detailFollowsTheZoom() {
    QCOMPARE(detailFor(1.0), Detail::Full);
    QCOMPARE(detailFor(0.70), Detail::Full);
    QCOMPARE(detailFor(0.69), Detail::Reduced);
    QCOMPARE(detailFor(0.35), Detail::Reduced);
    QCOMPARE(detailFor(0.34), Detail::Overview);
    CardShape card = plainCard();
    card.secrets = 3;
    const Overlay overlay;
    // The second line and the badge are gone, the name is not.
    const QImage full = paintedCard(card, overlay, 1), reduced = paintedCard(card, overlay, 0.5);
    QVERIFY(count(full, theme.ink2, 30) > 60);
    QVERIFY(count(reduced, theme.ink2, 10) < 10);
    QVERIFY(count(reduced, theme.ink, 60) > 20);
}

void PaintingTest::overviewShowsLevelsAndSelection() {
    const Drawing drawing = sharedGateway().drawing();
    const Overlay overlay = gatewayBlast();
    const Look look(theme, overlay, 0.25);
    QCOMPARE(look.detail, Detail::Overview);
    const QImage image = painted(
        drawing.bounds(), [&](QPainter& painter) { paintOverview(painter, drawing, look, {}, {"idp"}); }, 0.25);
    QVERIFY(count(image, theme.ctrl) > 300);
    QVERIFY(count(image, theme.expo) > 600);
    QVERIFY(count(image, theme.accent) > 60);
    QVERIFY(count(image, theme.seed) > 60);
    const Overlay nothing;
    const QImage plain = painted(
        drawing.bounds(), [&](QPainter& painter) { paintOverview(painter, drawing, Look(theme, nothing, 0.25)); }, 0.25);
    QCOMPARE(count(plain, theme.ctrl, 2), 0);
    QVERIFY(count(plain, theme.familyColour(model::ComponentKind::Backend)) > 40);
}

void PaintingTest::decorationsStandBesideTheCard() {
    const CardShape card = plainCard();
    const Overlay overlay;
    const Look look(theme, overlay);
    const QRectF around = card.rect.adjusted(-20, -20, 20, 20);
    const QImage selected = painted(around, [&](QPainter& painter) { paintSelection(painter, card, look, true); });
    const QImage focused = painted(around, [&](QPainter& painter) { paintFocus(painter, card.rect, look); });
    QVERIFY(count(selected, theme.accent) > 600);
    QVERIFY(count(focused, theme.focus) > 200);
    // The card's own inside stays untouched.
    for (const QImage& image : {selected, focused}) QCOMPARE(count(image.copy(30, 30, 156, 44), theme.canvas, 1), 156 * 44);
    const auto grips = handles(card.rect, 1);
    QCOMPARE(grips[0].center(), QPointF(-4, -4));
    QCOMPARE(grips[4].center(), QPointF(180, 68));
    QCOMPARE(handles(card.rect, 0.5)[0].width(), 14.0);
    QCOMPARE(edgeDots(card.rect, 1)[1].center(), QPointF(176, 32));
}

void PaintingTest::nothingPaintsOutsideItsRect() {
    const Drawing drawing = sharedGateway().drawing();
    const Overlay overlay = gatewayBlast();
    const Look look(theme, overlay);
    const auto verifyInside = [&](const QRectF& rect, const QString& name, const std::function<void(QPainter&)>& paint) {
        const QRectF wide = rect.adjusted(-40, -40, 40, 40).toAlignedRect();
        QImage image = painted(wide, paint);
        {
            QPainter painter(&image);
            painter.translate(-wide.topLeft());
            painter.fillRect(rect, theme.canvas);
        }
        QVERIFY2(count(image, theme.canvas, 0) == image.width() * image.height(), qPrintable(name));
    };
    for (const auto& [id, card] : drawing.cards())
        verifyInside(paintedRect(card), id.value, [&](QPainter& painter) { paintCard(painter, card, look); });
    for (const auto& [id, zone] : drawing.zones())
        verifyInside(paintedRect(zone), id.value, [&](QPainter& painter) {
            paintZone(painter, zone, look);
            paintZoneTag(painter, zone, look);
        });
    for (const auto& [id, flow] : drawing.flows())
        verifyInside(paintedRect(flow), id.value, [&](QPainter& painter) {
            paintFlow(painter, flow, look);
            paintFlowLabel(painter, flow, look);
        });
}

// Grey print: every sign must differ from every other by shape.
void PaintingTest::glyphsDifferInGrey() {
    std::vector<QImage> signs;
    const auto add = [&](const std::function<void(QPainter&)>& paint) {
        signs.push_back(painted(QRectF(0, 0, 20, 20), paint, 1, Qt::white).convertToFormat(QImage::Format_Grayscale8));
    };
    const QRectF rect(0, 0, 20, 20);
    for (int i = 0; i < 5; ++i) add([&](QPainter& painter) { paintSeverity(painter, rect, static_cast<Severity>(i), theme); });
    for (int i = 0; i < 5; ++i) add([&](QPainter& painter) { paintStatus(painter, rect, static_cast<Status>(i), theme); });
    for (std::size_t i = 0; i < signs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            int different = 0;
            for (int y = 0; y < 20; ++y)
                for (int x = 0; x < 20; ++x) // black or white only, so that shades do not count
                    different += (signs[i].pixelColor(x, y).value() < 180) != (signs[j].pixelColor(x, y).value() < 180);
            QVERIFY2(different > 25, qPrintable(QStringLiteral("%1 and %2 differ by %3").arg(i).arg(j).arg(different)));
        }
}
