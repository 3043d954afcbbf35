// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PanelTools.h"
#include "panels/BlastPanel.h"
#include "panels/ChartView.h"
#include "panels/ControlList.h"
#include "panels/ControlPanel.h"
#include "panels/ControlSelection.h"
#include "panels/CoveragePanel.h"
#include "panels/DecisionDialog.h"
#include "panels/FindingDetails.h"
#include "panels/FindingsModel.h"
#include "panels/FindingsPanel.h"
#include "panels/HistoryPanel.h"
#include "panels/LegendBar.h"
#include "panels/PanelParts.h"
#include "panels/RankingPanel.h"
#include "panels/RowList.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

using namespace sallyport;
using namespace sallyport::ui;
using namespace sallyport::tests;

class PanelsTest : public QObject, private OpenedModel {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(samples::sharedGateway()); }
    void cleanup() { end(); }

    void rankingChoosesTheSeed() {
        workspace_->setLens(Lens::Blast);
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        QVERIFY(list);
        QCOMPARE(list->rows().front().id, QStringLiteral("gateway"));
        QCOMPARE(list->rows().front().value, QStringLiteral("1.00"));
        QSignalSpy goTo(workspace_.get(), &Workspace::goToRequested);
        clickRow(*list, "payouts-db");
        QCOMPARE(workspace_->seed(), QStringLiteral("payouts-db"));
        QCOMPARE(goTo.size(), 1);
        QVERIFY(workspace_->blast());
    }

    void rankingByKeyboard() {
        workspace_->setLens(Lens::Blast);
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(workspace_->seed(), list->rows()[1].id);
    }

    void rowsThatAddNothingAreFolded() {
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        const std::size_t folded = list->rows().size();
        QVERIFY(list->rows().back().name.endsWith("more with 0.00"));
        clickRow(*list, "fold:");
        QVERIFY(list->rows().size() > folded);
        QVERIFY(workspace_->seed().isEmpty());
        clickRow(*list, "fold:");
        QCOMPARE(list->rows().size(), folded);
    }

    void rankingIsFilteredByKind() {
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        QTest::mouseClick(buttonNamed(panel, "Secrets"), Qt::LeftButton);
        for (const ListRow& row : list->rows()) QVERIFY(row.id == "fold:" || workspace_->model().secrets.contains({row.id}));
        QVERIFY(rowOf(*list, "idp-signing-key") >= 0);
    }

    void effortNarrowsTheRanking() {
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        QVERIFY(rowOf(*list, "idp") >= 0);
        QTest::mouseClick(buttonNamed(panel, "Opportunist"), Qt::LeftButton);
        QCOMPARE(workspace_->tier(), 1);
        QCOMPARE(rowOf(*list, "idp"), -1); // vouching for others is intrusive
    }

    void rankingAsAChart() {
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        QTest::mouseClick(buttonNamed(panel, "Show the ranking as a chart"), Qt::LeftButton);
        auto* view = panel.findChild<ChartView*>();
        QVERIFY(view && view->isVisible() && view->chart());
        auto* graphics = view->findChild<QChartView*>();
        const QPointF at = view->chart()->mapToScene(view->chart()->track(1).center());
        QTest::mouseClick(graphics->viewport(), Qt::LeftButton, {}, graphics->mapFromScene(at));
        QCOMPARE(workspace_->seed(), view->chart()->rows()[1].id);
        graphics->setFocus();
        QTest::keyClick(graphics, Qt::Key_Down);
        QTest::keyClick(graphics, Qt::Key_Return);
        QCOMPARE(workspace_->seed(), view->chart()->rows()[0].id);
    }

    void nothingToLoseYet() {
        open({});
        RankingPanel ranking(*workspace_);
        show(ranking, ranking.sizeHint());
        QSignalSpy asked(&ranking, &RankingPanel::addDataAsked);
        QAbstractButton* add = buttonNamed(ranking, "Add a data asset");
        QVERIFY(add);
        QTest::mouseClick(add, Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        BlastPanel blast(*workspace_);
        show(blast, blast.sizeHint());
        QVERIFY(buttonNamed(blast, "Add a data asset"));
    }

    void blastTellsThePath() {
        workspace_->setLens(Lens::Blast);
        BlastPanel panel(*workspace_);
        show(panel, {356, 780});
        QVERIFY(!panel.path());
        workspace_->setSeed("gateway");
        RowList* fallen = listNamed(panel, "What falls");
        QVERIFY(rowOf(*fallen, "payouts-api") >= 0);
        clickRow(*fallen, "payouts-api");
        QCOMPARE(workspace_->target(), QStringLiteral("payouts-api"));
        QCOMPARE(workspace_->seed(), QStringLiteral("gateway")); // looking at what falls does not move the start
        QVERIFY(panel.path());
        RowList* steps = listNamed(panel, "How it falls, step by step");
        QCOMPARE(steps->rows().size(), panel.path()->sentences.size());
        const diagram::Overlay overlay =
            charts::blastOverlay(workspace_->model(), *workspace_->engine(), *workspace_->blast(), &*panel.path());
        for (const diagram::PathStop& stop : overlay.path)
            QCOMPARE(steps->rows()[static_cast<std::size_t>(stop.number - 1)].number, stop.number);
        QSignalSpy step(&panel, &BlastPanel::stepChosen);
        const QModelIndex second = steps->model()->index(1, 0);
        steps->scrollTo(second);
        QTest::mouseClick(steps->viewport(), Qt::LeftButton, {}, steps->visualRect(second).center());
        QCOMPARE(step.size(), 1);
        QCOMPARE(step.first().first().toInt(), 2);
    }

    void worstCaseIsOneClickAway() {
        workspace_->setLens(Lens::Blast);
        workspace_->setSeed("orders-api");
        BlastPanel panel(*workspace_);
        show(panel, {356, 780});
        QTest::mouseClick(buttonNamed(panel, "Worst case"), Qt::LeftButton);
        QCOMPARE(workspace_->reading(), analysis::Reading::WorstCase);
    }

    void oldResultsStayWhileNewOnesCome() {
        workspace_->setLens(Lens::Blast);
        RankingPanel panel(*workspace_);
        show(panel, panel.sizeHint());
        RowList* list = listNamed(panel, "Most dangerous single compromises");
        const std::size_t before = list->rows().size();
        QVERIFY(workspace_->edit("Rename", [](document::Editor& editor) {
            editor.set(model::TableId::Component, "gateway", "name", QString("front door"));
        }));
        QCOMPARE(list->rows().size(), before);
        QTRY_VERIFY(workspace_->isReviewCurrent());
        QCOMPARE(list->rows().front().name, QStringLiteral("front door"));
    }

    void citedControlsAreFound_data() {
        QTest::addColumn<QString>("cited");
        QTest::addColumn<QString>("framework");
        QTest::addColumn<QString>("id");
        QTest::newRow("NHI-02") << "NHI-02"
                                << "owasp-nhi-2025"
                                << "NHI2:2025";
        QTest::newRow("PR.AC-4") << "PR.AC-4"
                                 << "nist-csf-2.0"
                                 << "PR.AA-05";
        QTest::newRow("SP 800-207 SC-4") << "SP 800-207 SC-4" << QString() << QString();
        QTest::newRow("by words") << "secret leakage"
                                  << "owasp-nhi-2025"
                                  << "NHI2:2025";
    }

    void citedControlsAreFound() {
        QFETCH(QString, cited);
        QFETCH(QString, framework);
        QFETCH(QString, id);
        ControlPanel panel(*workspace_, *selection_, dialogs_);
        show(panel, panel.sizeHint());
        panel.focusSearch();
        auto* search = panel.findChild<QLineEdit*>();
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, cited);
        RowList* found = listNamed(panel, "Controls found");
        QVERIFY(found->isVisible());
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(selection_->control());
        if (!id.isEmpty()) QCOMPARE(selection_->control()->id, id);
        if (!framework.isEmpty()) QCOMPARE(selection_->control()->framework, framework);
        QVERIFY(!found->isVisible());
    }

    void unknownControlsAreSaidToBe() {
        ControlPanel panel(*workspace_, *selection_, dialogs_);
        show(panel, panel.sizeHint());
        auto* search = panel.findChild<QLineEdit*>();
        QTest::keyClicks(search, "zzz-no-such-thing");
        RowList* found = listNamed(panel, "Controls found");
        QVERIFY(found->isVisible());
        QCOMPARE(found->rows().size(), std::size_t{1});
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!selection_->control());
    }

    void controlLeadsToItsElements() {
        selection_->setControl({"owasp-nhi-2025", "NHI2:2025"});
        ControlPanel panel(*workspace_, *selection_, dialogs_);
        show(panel, {344, 900});
        RowList* elements = listNamed(panel, "Elements of this control");
        QVERIFY(!elements->rows().empty());
        QCOMPARE(elements->rows().front().status, diagram::Status::Violated);
        QSignalSpy goTo(workspace_.get(), &Workspace::goToRequested);
        clickRow(*elements, elements->rows().front().id);
        QCOMPARE(goTo.size(), 1);
        QCOMPARE(workspace_->current(), elements->rows().front().id);
    }

    void controlListChoosesAndFilters() {
        ControlList list(*workspace_, *selection_);
        show(list, {760, 600});
        auto* table = list.findChild<QTableView*>();
        const int all = table->model()->rowCount();
        QVERIFY(all > 30);
        auto* text = list.findChild<QLineEdit*>();
        QTest::keyClicks(text, "NHI2");
        QCOMPARE(table->model()->rowCount(), 2); // the framework and the control
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        QVERIFY(selection_->control());
        QCOMPARE(selection_->control()->id, QStringLiteral("NHI2:2025"));
        text->clear();
        QTest::mouseClick(buttonNamed(list, "violated"), Qt::LeftButton);
        QVERIFY(table->model()->rowCount() < all);
        list.setMatrixShown(false);
        QCOMPARE(table->model()->columnCount(), 1);
    }

    void findingsAreFiltered() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 260});
        auto* table = panel.findChild<QTableView*>();
        int open = 0;
        for (const rules::Finding& finding : workspace_->review()->findings) open += finding.isOpen();
        QCOMPARE(table->model()->rowCount(), open);
        QCOMPARE(panel.tabText(), QStringLiteral("Findings %1").arg(open));
        const int high = workspace_->review()->counts()[rules::Severity::High];
        QTest::mouseClick(buttonNamed(panel, QStringLiteral("High %1").arg(high)), Qt::LeftButton);
        QCOMPARE(table->model()->rowCount(), high);
        QTest::mouseClick(buttonNamed(panel, QStringLiteral("High %1").arg(high)), Qt::LeftButton);
        auto* text = panel.findChild<QLineEdit*>();
        QTest::keyClicks(text, "TBM-101");
        QVERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < open);
        text->clear();
        panel.showElement("idp-signing-key");
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(table->model()->index(row, FindingsModel::Elements).data().toString().contains("idp-signing-key"));
    }

    void findingLeadsToElementsAndControls() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        const auto& findings = workspace_->review()->findings;
        const auto finding = std::find_if(findings.begin(), findings.end(), [](const auto& f) { return f.rule == "TBM-101"; });
        QVERIFY(finding != findings.end());
        panel.showFinding(finding->id());
        auto* details = panel.findChild<FindingDetails*>();
        QVERIFY(details->finding());
        QCOMPARE(details->finding()->id(), finding->id());
        QSignalSpy followed(&panel, &FindingsPanel::controlFollowed);
        for (auto* label : details->findChildren<QLabel*>()) {
            if (!label->text().contains("href=\"control:") || !label->isVisible()) continue;
            label->setFocus();
            QTest::keyClick(label, Qt::Key_Tab); // to the first link
            QTest::keyClick(label, Qt::Key_Return);
            break;
        }
        QCOMPARE(followed.size(), 1);
        QVERIFY(selection_->control());
        QSignalSpy goTo(workspace_.get(), &Workspace::goToRequested);
        auto* table = panel.findChild<QTableView*>();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(goTo.size(), 1);
        QCOMPARE(goTo.first().first().toString(), finding->elements.first());
    }

    void aQuestionLeadsToItsAnswer() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        const auto& findings = workspace_->review()->findings;
        const auto finding = std::find_if(findings.begin(), findings.end(), [](const auto& f) { return !f.asks.isEmpty(); });
        QVERIFY(finding != findings.end());
        panel.showFinding(finding->id());
        QSignalSpy followed(&panel, &FindingsPanel::questionFollowed);
        auto* details = panel.findChild<FindingDetails*>();
        for (auto* label : details->findChildren<QLabel*>())
            if (label->text().contains("href=\"question:")) {
                label->setFocus();
                QTest::keyClick(label, Qt::Key_Tab); // to the first link
                QTest::keyClick(label, Qt::Key_Return);
            }
        QCOMPARE(followed.size(), 1);
        QCOMPARE(followed.first().at(0).toString(), finding->asks.front().element);
        QCOMPARE(followed.first().at(1).toString(), finding->asks.front().attribute);
    }

    void fixIsOneUndoableEdit() {
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 400});
        const auto review = workspace_->review();
        const auto finding = std::find_if(review->findings.begin(), review->findings.end(), [](const auto& f) {
            return f.edit.has_value() && f.status == rules::FindingStatus::Violated;
        });
        if (finding == review->findings.end()) QSKIP("no finding of this model can be fixed by one edit");
        const model::Model before = workspace_->model();
        panel.showFinding(finding->id());
        QSignalSpy fixed(&panel, &FindingsPanel::fixed);
        QTest::mouseClick(buttonNamed(panel, "Apply the fix"), Qt::LeftButton);
        QVERIFY(workspace_->model() != before);
        QCOMPARE(fixed.size(), 1);
        QCOMPARE(fixed.first().at(0).toString(), finding->rule);
        QVERIFY2(fixed.first().at(1).toString().contains(" of "), qPrintable(fixed.first().at(1).toString()));
        workspace_->document().undo();
        QVERIFY(workspace_->model() == before);
    }

    void noFindingIsNeverAllGood() {
        open({});
        FindingsPanel panel(*workspace_, *selection_);
        show(panel, {1080, 260});
        for (auto* label : panel.findChildren<QLabel*>())
            if (label->isVisible()) QVERIFY(!label->text().contains("good", Qt::CaseInsensitive));
    }

    void historyGoesBackAndForth() {
        HistoryPanel panel(*workspace_);
        show(panel, {600, 240});
        RowList* steps = panel.findChild<RowList*>();
        QCOMPARE(steps->rows().size(), std::size_t{1});
        for (const char* name : {"one", "two", "three"})
            workspace_->edit(QStringLiteral("Rename to %1").arg(QLatin1StringView(name)), [name](document::Editor& editor) {
                editor.set(model::TableId::Component, "gateway", "name", QString::fromLatin1(name));
            });
        QCOMPARE(steps->rows().size(), std::size_t{4});
        clickRow(*steps, "1");
        QCOMPARE(workspace_->model().nameOf("gateway"), QStringLiteral("one"));
        QCOMPARE(workspace_->document().historyPosition(), 1);
        clickRow(*steps, "3");
        QCOMPARE(workspace_->model().nameOf("gateway"), QStringLiteral("three"));
        clickRow(*steps, "0");
        QCOMPARE(workspace_->model().nameOf("gateway"), QStringLiteral("gateway"));
        QCOMPARE(steps->rows().size(), std::size_t{4});
    }

    void legendExplainsTheLens() {
        LegendBar bar(*workspace_);
        bar.setOverlay({});
        QVERIFY(bar.isHidden());
        diagram::Overlay overlay;
        overlay.lens = Lens::Blast;
        bar.setOverlay(overlay);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.heightForWidth(2000), 36);
        QVERIFY(bar.heightForWidth(300) > 36);
    }

    void everythingFocusableHasAName() {
        workspace_->setSeed("gateway");
        workspace_->setTarget("payouts");
        selection_->setControl({"owasp-nhi-2025", "NHI2:2025"});
        RankingPanel ranking(*workspace_);
        BlastPanel blast(*workspace_);
        CoveragePanel coverage(*workspace_, *selection_);
        ControlPanel control(*workspace_, *selection_, dialogs_);
        ControlList list(*workspace_, *selection_);
        FindingsPanel findings(*workspace_, *selection_);
        HistoryPanel history(*workspace_);
        for (QWidget* panel :
             std::initializer_list<QWidget*>{&ranking, &blast, &coverage, &control, &list, &findings, &history}) {
            show(*panel, {700, 700});
            for (QWidget* child : panel->findChildren<QWidget*>()) {
                if (!child->isVisible() || !(child->focusPolicy() & Qt::TabFocus)) continue;
                if (child->inherits("QScrollBar") || child->inherits("QHeaderView")) continue;
                QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(child);
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(QStringLiteral("%1 in %2")
                                        .arg(QLatin1StringView(child->metaObject()->className()), panel->accessibleName())));
            }
        }
    }
};

QObject* newPanelsTest() { return new PanelsTest; }

#include "PanelsTest.moc"
