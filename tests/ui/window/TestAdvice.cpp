// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenedWindow.h"

#include "CopyView.h"
#include "Workbench.h"
#include "canvas/Canvas.h"
#include "panels/AdvicePanel.h"
#include "panels/ComparisonPanel.h"
#include "panels/ComparisonRows.h"
#include "panels/RowList.h"
#include "panels/UnknownList.h"
#include "style/SegmentedControl.h"
#include "workspace/WhatIf.h"

#include <QPushButton>
#include <QTabBar>

using namespace sallyport;
using Opened = sallyport::tests::OpenedWindow;

/// Changes offered are tried on a copy, compared, and done or not done.
class TestAdvice : public QObject {
    Q_OBJECT

private:
    static bool waitForAdvice(Opened& opened) {
        opened.window.workspace().setLens(ui::Lens::Advice);
        return opened.waitForReview() && QTest::qWaitFor([&] { return opened.window.workbench().advice().isCurrent(); }, 60000);
    }
    static ui::RowList& offers(Opened& opened) { return *opened.window.workbench().advice().findChild<ui::RowList*>(); }
    static void click(ui::RowList& list, int row) {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(row, 0)).center());
    }
    static bool waitForCopy(Opened& opened) {
        ui::WhatIf& whatIf = opened.window.workbench().whatIf();
        return whatIf.isActive() && QTest::qWaitFor([&] { return whatIf.copy().isReviewCurrent(); }, 20000);
    }
    static QPushButton& button(Opened& opened, const char* text) {
        for (QPushButton* each : opened.window.findChildren<QPushButton*>())
            if (each->text() == QLatin1StringView(text) && each->isVisible()) return *each;
        qFatal("no button %s", text);
    }

private Q_SLOTS:
    void splittingTheGatewayIsOfferedTriedAndDone();
    void discardingLeavesTheModel();
    void theCopyIsEditableAndAppliedAsOneStep();
    void aModelChangedMeanwhileKeepsItsChange();
    void aQuestionIsAnsweredInPlace();
    void nothingToLoseIsSaid();
    void anotherDocumentEndsTheCopy();
};

void TestAdvice::splittingTheGatewayIsOfferedTriedAndDone() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(waitForAdvice(opened));
    ui::Workspace& workspace = opened.window.workspace();
    const QByteArray before = workspace.document().dump();
    QVERIFY(offers(opened).rows().front().name.startsWith("Split"));
    QCOMPARE(offers(opened).rows().front().value, QString("3.36 to 3.04"));
    click(offers(opened), 0);
    QVERIFY(waitForCopy(opened));
    QCOMPARE(workspace.document().dump(), before);
    QVERIFY(opened.window.workbench().copyView()->isVisible());
    const double promised = opened.window.workbench().whatIf().copy().review()->asStated.ranking.concentration;
    auto* compared = opened.window.findChild<ui::ComparisonList*>();
    QVERIFY(QTest::qWaitFor([&] { return compared->rows().size() == 2; }, 5000));
    QCOMPARE(compared->rows().front().before, std::optional<double>(1.0));
    QVERIFY(!compared->rows().back().before); // the second part is new
    QTRY_VERIFY(opened.window.workbench().copyView()->canvas().overlay().has(diagram::Change::Added));
    QTRY_VERIFY(opened.window.workbench().canvas().overlay().has(diagram::Change::Changed));
    QTest::mouseClick(&button(opened, "Apply as one edit"), Qt::LeftButton);
    QCOMPARE(workspace.model().components.size(), 9);
    QVERIFY(!opened.window.workbench().whatIf().isActive());
    QVERIFY(!opened.window.workbench().copyView()->isVisible());
    QVERIFY(opened.waitForReview());
    QCOMPARE(workspace.review()->asStated.ranking.concentration, promised);
    QTest::keyClick(&opened.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(workspace.document().dump(), before);
}

void TestAdvice::discardingLeavesTheModel() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(waitForAdvice(opened));
    const QByteArray before = opened.window.workspace().document().dump();
    click(offers(opened), 0);
    QVERIFY(waitForCopy(opened));
    QTest::mouseClick(&button(opened, "Discard the copy"), Qt::LeftButton);
    QVERIFY(!opened.window.workbench().whatIf().isActive());
    QCOMPARE(opened.window.workspace().document().dump(), before);
    QVERIFY(!opened.window.workspace().document().canUndo());
}

void TestAdvice::theCopyIsEditableAndAppliedAsOneStep() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(waitForAdvice(opened));
    click(offers(opened), 0);
    QVERIFY(waitForCopy(opened));
    ui::WhatIf& whatIf = opened.window.workbench().whatIf();
    ui::Canvas& canvas = opened.window.workbench().copyView()->canvas();
    const auto count = whatIf.copy().model().components.size();
    canvas.setFocus();
    whatIf.copy().select({"portal"});
    QTest::keyClick(&canvas, Qt::Key_Delete);
    QCOMPARE(whatIf.copy().model().components.size(), count - 1);
    QTest::keyClick(&canvas, Qt::Key_Z, Qt::ControlModifier); // the copy's own undo
    QCOMPARE(whatIf.copy().model().components.size(), count);
    QVERIFY(!opened.window.workspace().document().canUndo());
    whatIf.copy().select({"portal"});
    QTest::keyClick(&canvas, Qt::Key_Delete);
    QVERIFY(whatIf.hasOwnEdits());
    QVERIFY(whatIf.apply());
    QCOMPARE(opened.window.workspace().model().components.size(), count - 1);
    opened.window.workspace().document().undo();
    QCOMPARE(opened.window.workspace().model().components.size(), count - 1); // eight again, with the portal
    QVERIFY(opened.window.workspace().model().components.contains({"portal"}));
    QVERIFY(!opened.window.workspace().document().canUndo());
}

void TestAdvice::aModelChangedMeanwhileKeepsItsChange() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(waitForAdvice(opened));
    click(offers(opened), 0);
    QVERIFY(waitForCopy(opened));
    ui::Workspace& workspace = opened.window.workspace();
    QVERIFY(workspace.edit("Rename", [](document::Editor& editor) {
        editor.set(model::TableId::Component, QStringLiteral("portal"), "name", QStringLiteral("Partners' portal"));
    }));
    ui::WhatIf& whatIf = opened.window.workbench().whatIf();
    QVERIFY(whatIf.isOutdated());
    QVERIFY(whatIf.apply());
    QCOMPARE(workspace.model().nameOf("portal"), QString("Partners' portal"));
    QCOMPARE(workspace.model().components.size(), 9);
}

void TestAdvice::aQuestionIsAnsweredInPlace() {
    Opened opened;
    QVERIFY(opened.open("eshop"));
    QVERIFY(waitForAdvice(opened));
    ui::Workspace& workspace = opened.window.workspace();
    const auto gap = [&] {
        return workspace.review()->worstCase.ranking.concentration - workspace.review()->asStated.ranking.concentration;
    };
    const double before = gap();
    QVERIFY(before > 0);
    opened.window.workbench().advice().findChild<QTabBar*>()->setCurrentIndex(1);
    QVERIFY(QTest::qWaitFor([&] { return opened.window.workbench().advice().isCurrent(); }, 60000));
    auto* list = opened.window.findChild<ui::UnknownList*>();
    QVERIFY(list->count() > 0);
    auto* answers = list->findChild<ui::SegmentedControl*>();
    auto* badly = answers->findChildren<QAbstractButton*>().at(1); // what is stated then comes nearer the worst case
    QVERIFY(badly->isEnabled());
    QTest::mouseClick(badly, Qt::LeftButton);
    QVERIFY(workspace.document().canUndo());
    QVERIFY(opened.waitForReview());
    QVERIFY(gap() < before);
    QVERIFY(QTest::qWaitFor([&] { return opened.window.workbench().advice().isCurrent(); }, 60000));
    workspace.document().undo();
    QVERIFY(!workspace.document().canUndo());
}

void TestAdvice::nothingToLoseIsSaid() {
    Opened opened;
    opened.window.files().createNew->trigger();
    opened.window.workspace().setLens(ui::Lens::Advice);
    QVERIFY(button(opened, "Add a data asset").isVisible());
}

void TestAdvice::anotherDocumentEndsTheCopy() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(waitForAdvice(opened));
    click(offers(opened), 0);
    QVERIFY(waitForCopy(opened));
    QVERIFY(opened.open("bff-per-app"));
    QVERIFY(!opened.window.workbench().whatIf().isActive());
    QVERIFY(waitForAdvice(opened));
}

QObject* newTestAdvice() { return new TestAdvice; }
#include "TestAdvice.moc"
