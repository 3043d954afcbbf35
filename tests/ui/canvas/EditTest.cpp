// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditTest.h"

#include "CanvasFixture.h"

#include <QLineEdit>

namespace sallyport::tests {

void EditTest::renamingInPlace() {
    CanvasFixture fixture;
    for (const QString& id : {QString("web-bff"), QString("apps"), QString("f1")}) {
        fixture.workspace.select({id});
        fixture.canvas.setFocus();
        fixture.key(Qt::Key_F2);
        fixture.typeName("new " + id);
        QCOMPARE(fixture.model().nameOf(id), "new " + id);
    }
    QCOMPARE(fixture.steps(), 3);
    QTest::mouseDClick(fixture.canvas.viewport(), Qt::LeftButton, {}, fixture.centreOf("gateway"));
    fixture.typeName("entry");
    QCOMPARE(fixture.model().nameOf("gateway"), "entry");
    QCOMPARE(fixture.canvas.drawing().card({"gateway"})->name, "entry");
}

void EditTest::renamingKeepsTheOldNameOnEscape() {
    CanvasFixture fixture;
    fixture.workspace.select({"web-bff"});
    fixture.key(Qt::Key_F2);
    QTest::keyClicks(fixture.canvas.inlineEditor().field(), "something");
    QTest::keyClick(fixture.canvas.inlineEditor().field(), Qt::Key_Escape);
    QVERIFY(!fixture.canvas.inlineEditor().isOpen());
    QCOMPARE(fixture.model().nameOf("web-bff"), "web-bff");
    QCOMPARE(fixture.workspace.selection(), QStringList{"web-bff"});
    fixture.key(Qt::Key_F2);
    QTest::keyClick(fixture.canvas.inlineEditor().field(), Qt::Key_Delete);
    QTest::keyClick(fixture.canvas.inlineEditor().field(), Qt::Key_Return);
    QCOMPARE(fixture.model().nameOf("web-bff"), "web-bff"); // no name is no name
    QVERIFY(!fixture.document().canUndo());
    fixture.key(Qt::Key_F2);
    QTest::keyClicks(fixture.canvas.inlineEditor().field(), "kept");
    fixture.click(fixture.at({500, 60})); // going elsewhere keeps it
    QCOMPARE(fixture.model().nameOf("web-bff"), "kept");
}

void EditTest::writingANote() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_T);
    fixture.click(fixture.at({600, 40}));
    const QString made = fixture.workspace.current();
    QVERIFY(fixture.canvas.inlineEditor().isOpen());
    QTest::keyClicks(fixture.canvas.inlineEditor().field(), "First");
    QTest::keyClick(fixture.canvas.inlineEditor().field(), Qt::Key_Return);
    fixture.typeName("Second");
    QCOMPARE(fixture.model().notes.find({made})->text, "First\nSecond");
}

void EditTest::deletingAndUndoing() {
    CanvasFixture fixture;
    const QByteArray before = fixture.document().dump();
    fixture.click(fixture.centreOf("gateway"));
    fixture.key(Qt::Key_Delete);
    QVERIFY(!fixture.model().components.contains({"gateway"}));
    QVERIFY(fixture.model().flows.isEmpty());
    QVERIFY(fixture.workspace.selection().isEmpty());
    QVERIFY(!fixture.canvas.drawing().card({"gateway"}));
    fixture.actions.undo->trigger();
    QCOMPARE(fixture.document().dump(), before);
    QVERIFY(fixture.canvas.drawing().card({"gateway"}));
    QVERIFY(fixture.canvas.drawing().flow({"f1"}));
    fixture.click(fixture.centreOf("browser"));
    fixture.key(Qt::Key_Backspace);
    QVERIFY(!fixture.model().components.contains({"browser"}));
}

void EditTest::deletingAZoneKeepsItsContent() {
    CanvasFixture fixture;
    fixture.click(fixture.titleOf("apps"));
    fixture.key(Qt::Key_Delete);
    QVERIFY(!fixture.model().zones.contains({"apps"}));
    QVERIFY(fixture.model().components.contains({"api"}));
    QVERIFY(!fixture.model().components.find({"api"})->zone);
}

void EditTest::alignAndDistribute() {
    CanvasFixture fixture;
    QVERIFY(!fixture.actions.alignLeft->isEnabled());
    fixture.workspace.select({"browser", "gateway", "api"});
    fixture.actions.alignTop->trigger();
    QCOMPARE(fixture.rectOf("api").top(), fixture.rectOf("browser").top());
    QCOMPARE(fixture.rectOf("gateway").top(), fixture.rectOf("browser").top());
    QCOMPARE(fixture.model().components.find({"gateway"})->zone, model::ZoneId{"edge"}); // aligning moves nothing into a zone
    fixture.document().undo();
    fixture.workspace.select({"gateway", "web-bff", "api"});
    fixture.actions.distributeAcross->trigger();
    const double first = fixture.rectOf("web-bff").left() - fixture.rectOf("gateway").right();
    QCOMPARE(fixture.rectOf("api").left() - fixture.rectOf("web-bff").right(), first);
}

void EditTest::fitZoneToContent() {
    CanvasFixture fixture;
    fixture.workspace.select({"apps"});
    fixture.actions.shrink->trigger();
    const QRectF content = fixture.rectOf("web-bff").united(fixture.rectOf("api"));
    QCOMPARE(fixture.rectOf("apps"), content.adjusted(-16, -28, 16, 16));
}

void EditTest::collapsingAZone() {
    CanvasFixture fixture;
    fixture.workspace.select({"apps"});
    fixture.actions.collapse->trigger();
    QVERIFY(fixture.canvas.drawing().zone({"apps"})->collapsed);
    QCOMPARE(fixture.rectOf("apps"), QRectF({440, 200}, diagram::cardSize));
    QVERIFY(!fixture.canvas.drawing().card({"api"}));
    QVERIFY(fixture.actions.collapse->isChecked());
    fixture.drag(fixture.centreOf("apps"), fixture.centreOf("apps") + QPoint(0, 80)); // what it hides comes along
    fixture.actions.collapse->trigger();
    QVERIFY(fixture.canvas.drawing().card({"api"}));
    QCOMPARE(fixture.rectOf("api").topLeft(), QPointF(712, 464));
    QVERIFY(fixture.rectOf("apps").contains(fixture.rectOf("api")));
}

void EditTest::hidingAndShowing() {
    CanvasFixture fixture;
    int hidden = -1;
    QObject::connect(&fixture.canvas, &ui::Canvas::hiddenChanged, &fixture.canvas, [&](int count) { hidden = count; });
    fixture.workspace.select({"gateway"});
    fixture.actions.hide->trigger();
    QCOMPARE(hidden, 1);
    QVERIFY(!fixture.canvas.drawing().card({"gateway"}));
    QVERIFY(!fixture.canvas.drawing().flow({"f1"}));
    QVERIFY(!fixture.document().canUndo());
    fixture.actions.showHidden->trigger();
    QVERIFY(fixture.canvas.drawing().card({"gateway"}));
    QVERIFY(!fixture.actions.showHidden->isEnabled());
}

void EditTest::takingOutOfADiagramKeepsTheElement() {
    CanvasFixture fixture;
    fixture.workspace.select({"api"});
    fixture.actions.takeOut->trigger();
    QVERIFY(fixture.model().components.contains({"api"}));
    QVERIFY(!fixture.canvas.drawing().card({"api"}));
    fixture.drop(ui::elementsMimeType, "api", fixture.at({600, 420}));
    QVERIFY(fixture.canvas.drawing().card({"api"}));
    QCOMPARE(fixture.workspace.selection(), QStringList{"api"});
}

void EditTest::anotherDiagramShowsItsOwn() {
    CanvasFixture fixture;
    fixture.workspace.edit("diagram", [](document::Editor& editor) {
        editor.put(model::Diagram{{"w"}, "Second", 1});
        editor.put(model::Placement{{"w"}, "api", 0, 0, 176, 64, false});
    });
    fixture.workspace.setDiagram({"w"});
    QVERIFY(fixture.canvas.drawing().card({"api"}));
    QVERIFY(!fixture.canvas.drawing().card({"gateway"}));
    QCOMPARE(fixture.rectOf("api"), QRectF(0, 0, 176, 64));
    fixture.workspace.setDiagram({"v"});
    QVERIFY(fixture.canvas.drawing().card({"gateway"}));
}

void EditTest::onlyWhatDiffersIsPainted() {
    CanvasFixture fixture;
    fixture.canvas.repaint();
    QCoreApplication::processEvents();
    ui::CanvasScene& scene = fixture.canvas.elements();
    scene.takePainted();
    diagram::Overlay overlay;
    overlay.components["api"].unknown = 3;
    fixture.canvas.setOverlay(overlay);
    QCoreApplication::processEvents();
    QVERIFY(scene.takePainted() > 0);
    fixture.canvas.setOverlay(overlay); // nothing differs
    QCoreApplication::processEvents();
    QCOMPARE(scene.takePainted(), 0);
    overlay.components["api"].unknown = 4;
    fixture.canvas.setOverlay(overlay);
    QCoreApplication::processEvents();
    const int few = scene.takePainted();
    QVERIFY2(few > 0 && few <= 4, qPrintable(QString::number(few))); // the card, its zone, a flow that ends there
}

void EditTest::aDragPaintsOnlyWhatMoves() {
    CanvasFixture fixture;
    const QPoint from = fixture.centreOf("n1");
    fixture.press(from);
    fixture.moveTo(from + QPoint(0, 8));
    fixture.moveTo(from + QPoint(0, 16));
    QCoreApplication::processEvents();
    fixture.canvas.elements().takePainted();
    fixture.moveTo(from + QPoint(40, 56));
    QCoreApplication::processEvents();
    const int painted = fixture.canvas.elements().takePainted();
    QVERIFY2(painted > 0 && painted <= 5, // of 15: the note, and what a snap line goes through
             qPrintable(QString::number(painted)));
    fixture.release(from + QPoint(40, 56));
}

void EditTest::farAwayNoItemIsPainted() {
    CanvasFixture fixture;
    fixture.canvas.camera().zoomBy(0.3, {500, 350});
    fixture.canvas.repaint();
    fixture.canvas.elements().takePainted();
    fixture.canvas.viewport()->repaint();
    QCOMPARE(fixture.canvas.elements().takePainted(), 0);
    fixture.click(fixture.centreOf("api"));
    QCOMPARE(fixture.workspace.selection(), QStringList{"api"});
}

void EditTest::emptyDiagramSaysWhatToDo() {
    CanvasFixture fixture;
    fixture.workspace.setDocument(std::make_unique<document::Document>());
    fixture.canvas.repaint();
    const QImage empty = fixture.canvas.viewport()->grab().toImage();
    int inked = 0;
    for (int x = 0; x < empty.width(); x += 2)
        for (int y = empty.height() / 2 - 12; y < empty.height() / 2 + 12; ++y)
            inked += empty.pixelColor(x, y).lightness() < 160;
    QVERIFY(inked > 50);
    fixture.key(Qt::Key_B);
    fixture.click({400, 300});
    QCOMPARE(fixture.model().components.size(), 1);
}

void EditTest::goingToAnElementBringsItIntoView() {
    CanvasFixture fixture;
    fixture.canvas.camera().centreOn({3000, 3000});
    QVERIFY(!fixture.canvas.visibleArea().intersects(fixture.rectOf("api")));
    fixture.workspace.goTo("api");
    QTRY_VERIFY(fixture.canvas.visibleArea().contains(fixture.rectOf("api")));
    QCOMPARE(fixture.workspace.selection(), QStringList{"api"});
    fixture.canvas.camera().fit(false);
    QVERIFY(fixture.canvas.visibleArea().contains(fixture.canvas.drawing().bounds()));
}

} // namespace sallyport::tests
