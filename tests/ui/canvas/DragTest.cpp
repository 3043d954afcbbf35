// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DragTest.h"

#include "CanvasFixture.h"

#include "diagram/Painting.h"

namespace sallyport::tests {

using model::ComponentKind;

void DragTest::droppingAKindPlacesIt() {
    CanvasFixture fixture;
    fixture.drop(ui::placeableMimeType, "component:data_store", fixture.at({800, 440}));
    QCOMPARE(fixture.model().components.size(), 5);
    const QString made = fixture.workspace.current();
    QCOMPARE(fixture.model().components.find({made})->kind, ComponentKind::DataStore);
    QCOMPARE(fixture.model().components.find({made})->zone, model::ZoneId{"apps"});
    QCOMPARE(fixture.rectOf(made).topLeft(), QPointF(712, 408));
    QCOMPARE(fixture.steps(), 1);
    fixture.document().undo();
    QCOMPARE(fixture.model().components.size(), 4);
}

void DragTest::droppingAtTheBorderGrowsTheZone() {
    CanvasFixture fixture;
    const QRectF before = fixture.rectOf("apps");
    fixture.drop(ui::placeableMimeType, "component:cache", fixture.at({900, 300}));
    const QRectF card = fixture.rectOf(fixture.workspace.current());
    QVERIFY(!before.contains(card));
    QVERIFY(fixture.rectOf("apps").contains(card.adjusted(-16, -28, 16, 16)));
    QCOMPARE(fixture.steps(), 1);
    fixture.document().undo();
    QCOMPARE(fixture.rectOf("apps"), before);
}

void DragTest::letterThenClickPlaces() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_S);
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Place);
    fixture.click(fixture.at({600, 400}));
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Select);
    QCOMPARE(fixture.model().components.find({fixture.workspace.current()})->kind, ComponentKind::Backend);
    fixture.key(Qt::Key_B);
    fixture.key(Qt::Key_Escape);
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Select);
    QCOMPARE(fixture.model().components.size(), 5);
    fixture.key(Qt::Key_Y);
    fixture.key(Qt::Key_Return); // where there is room
    QCOMPARE(fixture.model().components.size(), 6);
    QCOMPARE(fixture.model().components.find({fixture.workspace.current()})->kind, ComponentKind::SecretStore);
}

void DragTest::shiftPlacesMore() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_D);
    fixture.click(fixture.at({600, 100}), Qt::ShiftModifier);
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Place);
    fixture.click(fixture.at({850, 100}));
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Select);
    QCOMPARE(fixture.model().components.size(), 6);
}

void DragTest::movingIsOneStep() {
    CanvasFixture fixture;
    const QRectF before = fixture.rectOf("web-bff");
    const QPoint from = fixture.centreOf("web-bff");
    fixture.drag(from, from + QPoint(40, 64));
    QCOMPARE(fixture.rectOf("web-bff").topLeft(), before.topLeft() + QPointF(40, 64));
    QCOMPARE(fixture.steps(), 1);
    QCOMPARE(fixture.document().undoText(), "Move web-bff");
    QCOMPARE(fixture.workspace.selection(), QStringList{"web-bff"});
    fixture.document().undo();
    QCOMPARE(fixture.rectOf("web-bff"), before);
    fixture.document().redo();
    QCOMPARE(fixture.rectOf("web-bff").topLeft(), before.topLeft() + QPointF(40, 64));
}

void DragTest::movingAZoneCarriesItsContent() {
    CanvasFixture fixture;
    const QPointF bff = fixture.rectOf("web-bff").topLeft(), api = fixture.rectOf("api").topLeft(),
                  gateway = fixture.rectOf("gateway").topLeft();
    fixture.drag(fixture.titleOf("apps"), fixture.titleOf("apps") + QPoint(24, -48));
    QCOMPARE(fixture.rectOf("apps").topLeft(), QPointF(464, 152));
    QCOMPARE(fixture.rectOf("web-bff").topLeft(), bff + QPointF(24, -48));
    QCOMPARE(fixture.rectOf("api").topLeft(), api + QPointF(24, -48));
    QCOMPARE(fixture.rectOf("gateway").topLeft(), gateway);
    QCOMPARE(fixture.steps(), 1);
}

void DragTest::movingIntoAnotherZoneChangesTheParent() {
    CanvasFixture fixture;
    fixture.press(fixture.centreOf("browser"));
    fixture.moveTo(fixture.centreOf("browser") + QPoint(10, 10));
    fixture.moveTo(fixture.at({600, 420}));
    QVERIFY2(fixture.canvas.hint().contains("into apps · trust 30"), qPrintable(fixture.canvas.hint()));
    fixture.release(fixture.at({600, 420}));
    QCOMPARE(fixture.model().components.find({"browser"})->zone, model::ZoneId{"apps"});
    QCOMPARE(fixture.steps(), 1);
    fixture.drag(fixture.centreOf("browser"), fixture.at({600, 60}));
    QVERIFY(!fixture.model().components.find({"browser"})->zone);
}

void DragTest::movingWhatIsPutOverTheBorderGrowsTheZone() {
    CanvasFixture fixture;
    const QPoint from = fixture.centreOf("api");
    fixture.drag(from, from + QPoint(104, 0), Qt::AltModifier);
    QCOMPARE(fixture.model().components.find({"api"})->zone, model::ZoneId{"apps"});
    QVERIFY(fixture.rectOf("apps").contains(fixture.rectOf("api").adjusted(-16, -28, 16, 16)));
}

void DragTest::escapeCancelsADrag() {
    CanvasFixture fixture;
    const QByteArray before = fixture.document().dump();
    const QRectF rect = fixture.rectOf("web-bff");
    const QPoint from = fixture.centreOf("web-bff");
    fixture.press(from);
    fixture.moveTo(from + QPoint(50, 50));
    fixture.moveTo(from + QPoint(100, 100));
    QVERIFY(fixture.rectOf("web-bff") != rect);
    fixture.key(Qt::Key_Escape);
    QCOMPARE(fixture.rectOf("web-bff"), rect);
    fixture.moveTo(from + QPoint(150, 100));
    fixture.release(from + QPoint(150, 100));
    QCOMPARE(fixture.document().dump(), before);
    QVERIFY(!fixture.document().canUndo());
}

void DragTest::draggingOverTheBorderScrolls() {
    CanvasFixture fixture;
    const double left = fixture.canvas.visibleArea().left();
    const QPoint from = fixture.centreOf("api");
    fixture.press(from);
    fixture.moveTo(from + QPoint(20, 0));
    fixture.moveTo({1040, from.y()});
    QTRY_VERIFY(fixture.canvas.visibleArea().left() > left + 60);
    QVERIFY(fixture.rectOf("api").left() > 900);
    fixture.key(Qt::Key_Escape);
    fixture.release({1040, from.y()});
    QVERIFY(!fixture.document().canUndo());
}

void DragTest::movingSnapsToTheGrid() {
    CanvasFixture fixture;
    const QPoint from = fixture.centreOf("browser");
    fixture.drag(from, from + QPoint(301, -29));
    QCOMPARE(std::fmod(fixture.rectOf("browser").x(), 8), 0.0);
    QCOMPARE(std::fmod(fixture.rectOf("browser").y(), 8), 0.0);
    fixture.document().undo();
    fixture.actions.snap->trigger();
    fixture.drag(from, from + QPoint(301, -29));
    QCOMPARE(fixture.rectOf("browser").topLeft(), QPointF(96 + 301, 40 - 29));
}

void DragTest::bendsMoveAlong() {
    CanvasFixture fixture;
    fixture.workspace.edit("flow", [](document::Editor& editor) {
        model::Flow flow;
        flow.id = {"f3"};
        flow.source = {"web-bff"};
        flow.target = {"api"};
        editor.put(flow);
        editor.put(model::Route{{"v"}, {"f3"}, "560,352 800,352"});
    });
    fixture.drag(fixture.titleOf("apps"), fixture.titleOf("apps") + QPoint(0, -80));
    QCOMPARE(fixture.model().routes.find({{"v"}, {"f3"}})->bends, "560,272 800,272");
}

void DragTest::resizingACard() {
    CanvasFixture fixture;
    fixture.click(fixture.centreOf("web-bff"));
    const QRectF before = fixture.rectOf("web-bff");
    const QRectF handle = diagram::handles(before, 1)[4];
    fixture.drag(fixture.at(handle.center()), fixture.at(handle.center() + QPointF(32, 24)));
    QCOMPARE(fixture.rectOf("web-bff"), before.adjusted(0, 0, 32, 24));
    const QPointF left = diagram::handles(fixture.rectOf("web-bff"), 1)[7].center();
    fixture.drag(fixture.at(left), fixture.at(left + QPointF(400, 0)));
    QCOMPARE(fixture.rectOf("web-bff").width(), diagram::smallestCard.width());
    QCOMPARE(fixture.rectOf("web-bff").right(), before.right() + 32);
    QCOMPARE(fixture.steps(), 2);
}

void DragTest::aZoneIsNotSmallerThanItsContent() {
    CanvasFixture fixture;
    fixture.click(fixture.titleOf("apps"));
    QCOMPARE(fixture.workspace.selection(), QStringList{"apps"});
    const QPointF handle = diagram::handles(fixture.rectOf("apps"), 1)[4].center();
    fixture.drag(fixture.at(handle), fixture.at({460, 220}));
    const QRectF content = fixture.rectOf("web-bff").united(fixture.rectOf("api"));
    QCOMPARE(fixture.rectOf("apps").right(), content.right() + 16);
    QCOMPARE(fixture.rectOf("apps").bottom(), content.bottom() + 16);
}

void DragTest::handlesAreOfTheDesignLens() {
    CanvasFixture fixture;
    fixture.workspace.setLens(ui::Lens::Blast);
    fixture.click(fixture.centreOf("web-bff"));
    QCOMPARE(fixture.workspace.seed(), "web-bff");
    const QRectF before = fixture.rectOf("web-bff");
    const QPointF handle = diagram::handles(before, 1)[3].center() + QPointF(2, 0);
    fixture.drag(fixture.at(handle), fixture.at(handle + QPointF(40, 0)));
    QCOMPARE(fixture.rectOf("web-bff"), before);
}

void DragTest::connectingFromAnEdgeDot() {
    CanvasFixture fixture;
    QTest::mouseMove(fixture.canvas.viewport(), fixture.centreOf("web-bff"));
    QCOMPARE(fixture.canvas.hovered(), "web-bff");
    const QPointF dot = diagram::edgeDots(fixture.rectOf("web-bff"), 1)[2].center();
    fixture.drag(fixture.at(dot), fixture.centreOf("api"));
    QCOMPARE(fixture.model().flows.size(), 3);
    const QString made = fixture.workspace.current();
    QCOMPARE(fixture.model().flows.find({made})->source, model::ComponentId{"web-bff"});
    QCOMPARE(fixture.model().flows.find({made})->target, model::ComponentId{"api"});
    fixture.typeName("read orders");
    QCOMPARE(fixture.model().flows.find({made})->name, "read orders");
    QVERIFY(fixture.canvas.hasFocus());
    fixture.document().undo();
    fixture.document().undo();
    QCOMPARE(fixture.model().flows.size(), 2);
}

void DragTest::connectingFromASelectedCard() {
    CanvasFixture fixture;
    fixture.click(fixture.centreOf("web-bff"));
    QTest::mouseMove(fixture.canvas.viewport(), fixture.centreOf("web-bff") + QPoint(3, 3));
    const QRectF rect = fixture.rectOf("web-bff");
    fixture.drag(fixture.at({rect.center().x(), rect.bottom() + 16}), fixture.centreOf("api"));
    QCOMPARE(fixture.model().flows.size(), 3);
    QCOMPARE(fixture.rectOf("web-bff"), rect);
}

void DragTest::connectToolTakesTwoClicks() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_C);
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Connect);
    fixture.click(fixture.centreOf("api"));
    QTest::mouseMove(fixture.canvas.viewport(), fixture.centreOf("gateway"));
    fixture.click(fixture.centreOf("gateway"));
    QCOMPARE(fixture.model().flows.size(), 3);
    QVERIFY(fixture.canvas.inlineEditor().isOpen());
}

void DragTest::connectingToNothingDoesNothing() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_C);
    fixture.drag(fixture.centreOf("api"), fixture.at({600, 60}));
    fixture.drag(fixture.centreOf("api"), fixture.centreOf("api") + QPoint(30, 10));
    QVERIFY(!fixture.document().canUndo());
}

void DragTest::bendingAFlow() {
    CanvasFixture fixture;
    const auto* flow = fixture.canvas.drawing().flow({"f2"});
    QVERIFY(flow);
    const QPointF on = (flow->points[0] + flow->points[1]) / 2;
    const bool across = std::abs(flow->points[0].y() - flow->points[1].y()) < 0.1;
    const QPoint by = across ? QPoint(0, 48) : QPoint(48, 0);
    fixture.drag(fixture.at(on), fixture.at(on) + by);
    QCOMPARE(fixture.workspace.selection(), QStringList{"f2"});
    QVERIFY(fixture.model().routes.contains({{"v"}, {"f2"}}));
    QCOMPARE(fixture.steps(), 1);
    QVERIFY(fixture.actions.straighten->isEnabled());
    fixture.actions.straighten->trigger();
    QVERIFY(!fixture.model().routes.contains({{"v"}, {"f2"}}));
}

void DragTest::rubberBandSelects() {
    CanvasFixture fixture;
    fixture.drag(fixture.at({460, 236}), fixture.at({910, 470})); // inside the zone
    QCOMPARE(QSet<QString>(fixture.workspace.selection().begin(), fixture.workspace.selection().end()),
             QSet<QString>({"web-bff", "api"}));
    fixture.drag(fixture.at({60, 20}), fixture.at({300, 120}), Qt::ControlModifier);
    QCOMPARE(fixture.workspace.selection().size(), 3);
    fixture.click(fixture.centreOf("api"), Qt::ShiftModifier);
    QCOMPARE(fixture.workspace.selection().size(), 2);
    fixture.click(fixture.at({500, 60}));
    QVERIFY(fixture.workspace.selection().isEmpty());
    QVERIFY(!fixture.document().canUndo());
}

void DragTest::drawingAZoneTakesInWhatItSurrounds() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_Z);
    fixture.drag(fixture.at({64, 8}), fixture.at({304, 128}));
    QCOMPARE(fixture.model().zones.size(), 3);
    const QString made = fixture.workspace.current();
    QCOMPARE(fixture.rectOf(made), QRectF(64, 8, 240, 120));
    QCOMPARE(fixture.model().components.find({"browser"})->zone, model::ZoneId{made});
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Select);
    fixture.typeName("internet");
    QCOMPARE(fixture.model().nameOf(made), "internet");
}

void DragTest::middleButtonAndSpacePan() {
    CanvasFixture fixture;
    const QPointF before = fixture.canvas.visibleArea().topLeft();
    QWidget* viewport = fixture.canvas.viewport();
    const QPoint from = fixture.at({500, 60});
    QTest::mousePress(viewport, Qt::MiddleButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPoint(40, 30), viewport->mapToGlobal(from + QPoint(40, 30)), Qt::NoButton,
                     Qt::MiddleButton, {});
    QCoreApplication::sendEvent(viewport, &move);
    QTest::mouseRelease(viewport, Qt::MiddleButton, {}, from + QPoint(40, 30));
    QCOMPARE(fixture.canvas.visibleArea().topLeft(), before - QPointF(40, 30));
    QTest::keyPress(&fixture.canvas, Qt::Key_Space);
    fixture.drag(from, from + QPoint(-40, -30));
    QTest::keyRelease(&fixture.canvas, Qt::Key_Space);
    QCOMPARE(fixture.canvas.visibleArea().topLeft(), before);
    QVERIFY(!fixture.document().canUndo());
}

void DragTest::wheelZoomsAroundThePointer() {
    CanvasFixture fixture;
    QWidget* viewport = fixture.canvas.viewport();
    const QPoint pointer(300, 200);
    const QPointF under = fixture.canvas.mapToScene(pointer);
    QWheelEvent wheel(pointer, viewport->mapToGlobal(pointer), {}, {0, -240}, {}, Qt::ControlModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(viewport, &wheel);
    QVERIFY(fixture.canvas.zoom() < 0.75);
    const QPointF now = fixture.canvas.viewportTransform().inverted().map(QPointF(pointer));
    QVERIFY2(QLineF(under, now).length() < 2.0, qPrintable(QString::number(QLineF(under, now).length())));
}

} // namespace sallyport::tests
