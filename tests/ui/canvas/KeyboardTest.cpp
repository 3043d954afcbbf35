// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeyboardTest.h"

#include "CanvasFixture.h"
#include "canvas/ElementOrder.h"

#include <QLineEdit>

namespace sallyport::tests {

void KeyboardTest::nudgingIsOneStep() {
    CanvasFixture fixture;
    const QRectF before = fixture.rectOf("web-bff");
    fixture.click(fixture.centreOf("web-bff"));
    for (int i = 0; i < 3; ++i) fixture.key(Qt::Key_Right);
    fixture.key(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(fixture.rectOf("web-bff"), before.translated(24, 1));
    QCOMPARE(fixture.steps(), 1);
    fixture.document().undo();
    QCOMPARE(fixture.rectOf("web-bff"), before);
}

void KeyboardTest::nudgingElsewhereIsAnother() {
    CanvasFixture fixture;
    fixture.click(fixture.centreOf("web-bff"));
    fixture.key(Qt::Key_Right);
    fixture.click(fixture.centreOf("api"));
    fixture.key(Qt::Key_Right);
    QCOMPARE(fixture.steps(), 2);
}

void KeyboardTest::arrowsPanWithoutASelection() {
    CanvasFixture fixture;
    const QPointF before = fixture.canvas.visibleArea().topLeft();
    fixture.key(Qt::Key_Right);
    QVERIFY(fixture.canvas.visibleArea().left() > before.x());
    QVERIFY(!fixture.document().canUndo());
}

void KeyboardTest::tabWalksTheElements() {
    CanvasFixture fixture;
    QStringList walked;
    for (int i = 0; i < 9; ++i) {
        fixture.key(Qt::Key_Tab);
        walked << fixture.canvas.focusedElement();
    }
    QCOMPARE(walked.mid(0, 8), ui::elementOrder(fixture.canvas.drawing()).mid(0, 8));
    QCOMPARE(walked.first(), "browser"); // topmost, then its flow
    QCOMPARE(walked[1], "f1");
    QCOMPARE(walked.mid(0, 8).last(), "api");
    QCOMPARE(walked.last(), "n1");
    fixture.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(fixture.workspace.selection(), QStringList{"api"});
}

void KeyboardTest::escapeForgetsTheSelection() {
    CanvasFixture fixture;
    fixture.workspace.select({"api"});
    fixture.key(Qt::Key_Escape);
    QVERIFY(fixture.workspace.selection().isEmpty());
}

void KeyboardTest::lettersChooseTools() {
    CanvasFixture fixture;
    const std::pair<int, ui::ToolKind> keys[] = {{Qt::Key_H, ui::ToolKind::Pan},
                                                 {Qt::Key_C, ui::ToolKind::Connect},
                                                 {Qt::Key_Z, ui::ToolKind::Zone},
                                                 {Qt::Key_T, ui::ToolKind::Note},
                                                 {Qt::Key_V, ui::ToolKind::Select}};
    for (const auto& [key, kind] : keys) {
        fixture.key(key);
        QCOMPARE(fixture.canvas.tool(), kind);
        QVERIFY(fixture.actions.tools->checkedAction());
        QCOMPARE(fixture.actions.tools->checkedAction()->data().toInt(), static_cast<int>(kind));
    }
    for (const ui::Placeable& what : ui::placeables()) {
        if (!what.isComponent()) continue;
        fixture.key(what.key.unicode());
        QCOMPARE(fixture.canvas.placing(), std::optional(what));
    }
}

void KeyboardTest::lettersAreTheFieldsWhileTyping() {
    CanvasFixture fixture;
    fixture.workspace.select({"api"});
    fixture.key(Qt::Key_F2);
    fixture.typeName("bnmg");
    QCOMPARE(fixture.model().nameOf("api"), "bnmg");
    QCOMPARE(fixture.canvas.tool(), ui::ToolKind::Select);
}

void KeyboardTest::zoomKeys() {
    CanvasFixture fixture;
    fixture.key(Qt::Key_Plus, Qt::ControlModifier);
    QTRY_COMPARE(fixture.canvas.zoom(), 1.1);
    fixture.key(Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(fixture.canvas.zoom(), 1.0);
    fixture.key(Qt::Key_Minus, Qt::ControlModifier);
    QTRY_COMPARE(fixture.canvas.zoom(), 0.9);
}

void KeyboardTest::selectAllThenDelete() {
    CanvasFixture fixture;
    const QByteArray before = fixture.document().dump();
    fixture.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(fixture.workspace.selection().size(), 9);
    fixture.key(Qt::Key_Delete);
    QVERIFY(fixture.canvas.drawing().isEmpty());
    QCOMPARE(fixture.steps(), 1);
    fixture.document().undo();
    QCOMPARE(fixture.document().dump(), before);
}

void KeyboardTest::theFocusedElementIsAnnounced() {
    CanvasFixture fixture;
    QVERIFY(!fixture.canvas.accessibleName().isEmpty());
    fixture.workspace.select({"web-bff"});
    QVERIFY2(fixture.canvas.accessibleDescription().startsWith("web-bff, BFF, in apps"),
             qPrintable(fixture.canvas.accessibleDescription()));
    fixture.workspace.select({"f2"});
    QVERIFY(fixture.canvas.accessibleDescription().contains("flow from gateway to web-bff"));
}

void KeyboardTest::everyActionHasItsWords() {
    CanvasFixture fixture;
    QHash<QString, QString> keys;
    for (const QAction* action : fixture.actions.findChildren<QAction*>()) {
        QVERIFY2(!action->text().isEmpty() && !action->statusTip().isEmpty(), qPrintable(action->text()));
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString() + action->text() + keys.value(key.toString())));
            keys.insert(key.toString(), action->text());
        }
    }
}

} // namespace sallyport::tests
