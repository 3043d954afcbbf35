// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PanelTools.h"
#include "panels/ChartView.h"
#include "panels/ControlList.h"
#include "panels/ControlPanel.h"
#include "panels/CoveragePanel.h"
#include "panels/FindingsPanel.h"
#include "rules/CoverageGaps.h"
#include "rules/CoveragePlaces.h"
#include "rules/FrameworkChoice.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>

using namespace sallyport;
using namespace sallyport::ui;
using namespace sallyport::tests;

namespace {

QComboBox* rollUps(QWidget& panel) {
    for (auto* box : panel.findChildren<QComboBox*>())
        if (box->accessibleName() == "Bars of the chart") return box;
    return nullptr;
}

void rollUp(QWidget& panel, const QString& text) {
    QComboBox* box = rollUps(panel);
    const int at = box->findText(text, Qt::MatchContains);
    QVERIFY2(at >= 0, qPrintable(text));
    box->setCurrentIndex(at);
    Q_EMIT box->activated(at);
}

void clickBar(QWidget& panel, int row) {
    auto* view = panel.findChild<ChartView*>();
    auto* graphics = view->findChild<QChartView*>();
    const QPointF at = view->chart()->mapToScene(view->chart()->track(row).center());
    QTest::mouseClick(graphics->viewport(), Qt::LeftButton, {}, graphics->mapFromScene(at));
}

} // namespace

/// The left panel of the Coverage lens, the reasons at its right, and what of all lists goes to the clipboard.
class CoverageTest : public QObject, private OpenedModel {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(samples::sharedGateway()); }
    void cleanup() { end(); }

    void looksAtOneFramework() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, panel.sizeHint());
        RowList* gaps = listNamed(panel, "Gaps");
        const std::size_t all = gaps->rows().size();
        clickBar(panel, 0);
        QVERIFY(!selection_->framework().isEmpty());
        QVERIFY(gaps->rows().size() < all);
        clickRow(*gaps, gaps->rows()[1].id);
        QVERIFY(selection_->control());
    }

    void theSixFunctionsAlwaysHaveABar() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, panel.sizeHint());
        rollUp(panel, "function");
        const auto& rows = panel.findChild<ChartView*>()->chart()->rows();
        QCOMPARE(rows.size(), std::size_t(6));
        for (const auto& row : rows) QVERIFY2(!row.name.isEmpty() && !row.hint.isEmpty(), qPrintable(row.id));
    }

    void aBarNarrowsTheGaps() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, {312, 1200});
        RowList* gaps = listNamed(panel, "Gaps");
        const std::size_t all = gaps->rows().size();
        rollUp(panel, "zone");
        const auto& rows = panel.findChild<ChartView*>()->chart()->rows();
        QVERIFY(rows.size() > 1);
        const QString zone = rows.front().id;
        clickBar(panel, 0);
        QVERIFY(!gaps->rows().empty() && gaps->rows().size() <= all);
        const rules::CoveragePlaces places(workspace_->model());
        std::size_t there = 0;
        for (const rules::CoverageGap& gap : rules::coverageGaps(workspace_->model(), *workspace_->review()))
            there += std::any_of(gap.elements.begin(), gap.elements.end(),
                                 [&](const QString& id) { return places.zonesOf(id).contains(zone); });
        QCOMPARE(gaps->rows().size(), there);
        if (!zone.isEmpty()) QCOMPARE(workspace_->current(), zone);
        clickBar(panel, 0); // once more: all again
        QCOMPARE(gaps->rows().size(), all);
    }

    void gapsAreRankedAsAsked() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, panel.sizeHint());
        RowList* gaps = listNamed(panel, "Gaps");
        const auto ids = [&](rules::GapOrder order) {
            QStringList all;
            for (const rules::CoverageGap& gap : rules::coverageGaps(workspace_->model(), *workspace_->review(), order))
                all << gap.control.framework + '\n' + gap.control.id;
            return all;
        };
        const auto shown = [gaps] {
            QStringList all;
            for (const ListRow& row : gaps->rows()) all << row.id;
            return all;
        };
        QCOMPARE(shown(), ids(rules::GapOrder::Blast));
        QTest::mouseClick(buttonNamed(panel, "By elements"), Qt::LeftButton);
        QCOMPARE(shown(), ids(rules::GapOrder::Elements));
        QVERIFY(ids(rules::GapOrder::Elements) != ids(rules::GapOrder::Blast));
    }

    void frameworksSwitchedOffLeaveTheChart() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, panel.sizeHint());
        auto* view = panel.findChild<ChartView*>();
        const std::size_t all = view->chart()->rows().size();
        const auto& pack = *workspace_->ruleSources().pack();
        QVERIFY(rules::setEnabled(workspace_->document(), pack, {{"owasp-nhi-2025", false}}));
        waitForReview();
        QCOMPARE(view->chart()->rows().size(), all - 1);
        std::map<QString, bool> none;
        for (const rules::FrameworkState& state : rules::frameworkStates(workspace_->model(), pack)) none[state.id] = false;
        QVERIFY(rules::setEnabled(workspace_->document(), pack, none));
        waitForReview();
        QVERIFY(!view->isVisible());
        bool told = false;
        for (const auto* label : panel.findChildren<QLabel*>())
            told |= label->isVisible() && label->text().contains("asked about no framework");
        QVERIFY(told);
        QSignalSpy asked(&panel, &CoveragePanel::frameworksAsked);
        QTest::mouseClick(buttonNamed(panel, QString::fromUtf8("Choose…")), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void anElementSaysWhy() {
        selection_->setControl({"owasp-nhi-2025", "NHI2:2025"});
        ControlPanel panel(*workspace_, *selection_, dialogs_);
        show(panel, {344, 900});
        RowList* elements = listNamed(panel, "Elements of this control");
        QVERIFY(elements && !elements->rows().empty());
        clickRow(*elements, elements->rows().front().id);
        bool told = false;
        for (const auto* label : panel.findChildren<QLabel*>())
            told |=
                label->isVisibleTo(&panel) && label->text() == QStringLiteral("Why, for %1").arg(elements->rows().front().name);
        QVERIFY(told);
    }

    void listsAreCopied() {
        CoveragePanel panel(*workspace_, *selection_);
        show(panel, panel.sizeHint());
        RowList* gaps = listNamed(panel, "Gaps");
        gaps->setFocus();
        gaps->setCurrentIndex(gaps->model()->index(0, 0));
        QTest::keyClick(gaps, Qt::Key_C, Qt::ControlModifier);
        QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].section('\t', 0, 0), QStringLiteral("Control"));
        QCOMPARE(lines[1].section('\t', 0, 0), gaps->rows().front().name);
        QTest::keyClick(gaps, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(static_cast<std::size_t>(lines.size()), gaps->rows().size() + 1);
    }

    void copiedTablesRunNoFormula() {
        QVERIFY(workspace_->edit("Rename", [](document::Editor& editor) {
            editor.set(model::TableId::Component, "gateway", "name", QStringLiteral("=cmd()"));
        }));
        waitForReview();
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        panel.showElement("gateway");
        auto* table = panel.findChild<QTableView*>();
        QVERIFY(table->model()->rowCount() > 0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QMimeData* data = QGuiApplication::clipboard()->mimeData();
        const QString csv = QString::fromUtf8(data->data("text/csv"));
        QVERIFY(csv.contains("=cmd()"));
        for (const QString& text : {data->text(), csv})
            for (const QChar before : {QChar('\t'), QChar(','), QChar('\n'), QChar('"')})
                QVERIFY2(!text.contains(before + QStringLiteral("=cmd()")), qPrintable(text));
    }

    void theMatrixIsCopiedWithItsHeads() {
        ControlList list(*workspace_, *selection_);
        show(list, {900, 600});
        auto* table = list.findChild<QTableView*>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split('\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), table->model()->rowCount() + 1);
        QCOMPARE(lines[0].count('\t'), 2 + table->model()->columnCount());
        QVERIFY(lines[0].startsWith("Control\tTitle\tStatus\t"));
    }
};

QObject* newCoverageTest() { return new CoverageTest; }

#include "CoverageTest.moc"
