// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenedWindow.h"

#include "BottomPanel.h"
#include "FileActions.h"
#include "LensSwitch.h"
#include "Workbench.h"
#include "canvas/Canvas.h"
#include "dialogs/CommandPalette.h"
#include "document/Edits.h"
#include "inspector/Inspector.h"
#include "panels/ControlPanel.h"

#include "inspector/QuestionBox.h"
#include "panels/FindingsPanel.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sallyport;
using Opened = sallyport::tests::OpenedWindow;

/// The window as a whole: files come and go without loss, the lens decides what stands where, and what is searched for
/// is found.
class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheWelcomePage();
    void opensAModelAndReviewsIt();
    void aRefusedFileLeavesTheOpenDocument();
    void changesAreNotLostOnTheWay();
    void aFileChangedUnderneathIsNotOverwrittenUnasked();
    void lensesChangeWhatStandsWhere();
    void selectingInTheBlastLensShowsItsBlast();
    void anEditIsReviewedAgain();
    void theArticlesReferencesAreFound();
    void keysWorkInTheWindow();
    void tablesFoldAndOpen();
    void noShortcutIsGivenTwice();
    void goesAwayWithTheKeyboardInTheCanvas();
    void tablesAreExportedAndReplacedOnlyIfAsked();
    void everyQuestionLeadsToItsAnswer();
};

void TestWindow::startsWithTheWelcomePage() {
    Opened opened;
    QVERIFY(opened.window.isWelcomeShown());
    opened.window.files().createNew->trigger();
    QVERIFY(!opened.window.isWelcomeShown());
    QCOMPARE(opened.window.workspace().model().components.size(), 0);
}

void TestWindow::opensAModelAndReviewsIt() {
    Opened opened;
    QVERIFY(opened.open("gateway-and-bffs"));
    QVERIFY(!opened.window.isWelcomeShown());
    QVERIFY(opened.window.windowTitle().contains("gateway-and-bffs.sallyport"));
    QVERIFY(!opened.window.isWindowModified());
    QVERIFY(opened.waitForReview());
    QVERIFY(!opened.window.workspace().review()->asStated.ranking.sources.empty());
}

void TestWindow::aRefusedFileLeavesTheOpenDocument() {
    Opened opened;
    QVERIFY(opened.open("gateway-and-bffs"));
    const QByteArray before = opened.window.workspace().document().dump();
    QFile broken(opened.folder.filePath("broken.sallyport"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("not a model");
    broken.close();
    QVERIFY(!opened.window.files().openFile(broken.fileName()));
    QCOMPARE(opened.dialogs->refusals.size(), std::size_t(1));
    QVERIFY(opened.dialogs->refusals[0].where.contains("broken.sallyport"));
    QCOMPARE(opened.window.workspace().document().dump(), before);
    QVERIFY(!opened.window.isWelcomeShown());
}

void TestWindow::changesAreNotLostOnTheWay() {
    Opened opened;
    opened.window.files().newDocument();
    QVERIFY(opened.window.workspace().edit("Title", [](document::Editor& editor) {
        editor.put(model::Meta{"title", "Mine"});
    }));
    QVERIFY(opened.window.isWindowModified());
    opened.dialogs->unsavedAnswer = ui::UnsavedAnswer::Cancel;
    QVERIFY(!opened.window.files().newDocument());
    QCOMPARE(opened.window.workspace().model().title(), QString("Mine"));
    QVERIFY(!opened.window.close());
    opened.dialogs->unsavedAnswer = ui::UnsavedAnswer::Save;
    opened.dialogs->fileAnswer = opened.folder.filePath("mine.sallyport");
    QVERIFY(opened.window.close());
    const auto kept = document::Document::open(opened.folder.filePath("mine.sallyport"));
    QVERIFY(kept.has_value());
    QCOMPARE((*kept)->model().title(), QString("Mine"));
}

void TestWindow::aFileChangedUnderneathIsNotOverwrittenUnasked() {
    Opened opened;
    const QString path = opened.folder.filePath("shared.sallyport");
    QVERIFY(QFile::copy(opened.example("bff-per-app"), path));
    QVERIFY(opened.window.files().openFile(path));
    document::Document other;
    QVERIFY(other.save(path));
    QVERIFY(opened.window.workspace().edit("Title", [](document::Editor& editor) { editor.put(model::Meta{"title", "x"}); }));
    opened.dialogs->confirmAnswer = false;
    QVERIFY(!opened.window.files().saveFile());
    QCOMPARE(opened.dialogs->asked, 1);
    QCOMPARE((*document::Document::open(path))->dump(), other.dump());
    opened.dialogs->confirmAnswer = true;
    QVERIFY(opened.window.files().saveFile());
    QCOMPARE((*document::Document::open(path))->model().title(), QString("x"));
}

void TestWindow::lensesChangeWhatStandsWhere() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(opened.window.workbench().inspector().isVisible());
    QTest::keyClick(&opened.window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(opened.window.workspace().lens() == ui::Lens::Coverage);
    QVERIFY(opened.window.workbench().controlPanel().isVisible());
    QVERIFY(!opened.window.workbench().canvas().isVisible());
    QTest::keyClick(&opened.window, Qt::Key_2, Qt::ControlModifier);
    QVERIFY(opened.window.workbench().canvas().isVisible());
    QVERIFY(!opened.window.workbench().inspector().isVisible());
}

void TestWindow::selectingInTheBlastLensShowsItsBlast() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(opened.waitForReview());
    opened.window.workspace().setLens(ui::Lens::Blast);
    opened.window.workspace().select({"gateway"});
    QVERIFY(opened.window.workspace().blast());
    QVERIFY(qAbs(opened.window.workspace().blast()->shares.score - 1.0) < 1e-9);
    QCoreApplication::processEvents();
    const auto& overlay = opened.window.workbench().canvas().overlay();
    QVERIFY(overlay.isBlast());
    QVERIFY(overlay.components.value("gateway").start);
    QVERIFY(overlay.components.value("payouts-api").level == diagram::Level::Exposed);
}

void TestWindow::anEditIsReviewedAgain() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(opened.waitForReview());
    const auto before = opened.window.workspace().review();
    QVERIFY(opened.window.workspace().edit("Delete", [](document::Editor& editor) {
        document::eraseElements(editor, {"payouts-db", "payouts-api"});
    }));
    QVERIFY(!opened.window.workspace().isReviewCurrent());
    QVERIFY(opened.waitForReview());
    QVERIFY(opened.window.workspace().review()->asStated.ranking.sources.size() < before->asStated.ranking.sources.size());
    opened.window.canvasActions();
    opened.window.workspace().document().undo();
    QVERIFY(opened.waitForReview());
    QCOMPARE(opened.window.workspace().review()->asStated.ranking.sources.size(), before->asStated.ranking.sources.size());
}

void TestWindow::theArticlesReferencesAreFound() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    QVERIFY(opened.waitForReview());
    for (const auto& [cited, today] : {std::pair("NHI-02", "NHI2:2025"), std::pair("PR.AC-4", "PR.AA-05")}) {
        const auto hits = opened.window.palette().find(cited);
        QVERIFY(!hits.empty());
        QVERIFY(hits.front().kind == ui::PaletteHit::Kind::Control);
        QCOMPARE(hits.front().control.id, QString(today));
    }
    QVERIFY(!opened.window.palette().find("SP 800-207 SC-4").empty());
    QTest::keyClick(&opened.window, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(opened.window.palette().isVisible());
    auto* field = opened.window.palette().findChild<QLineEdit*>();
    QTest::keyClicks(field, "NHI-02");
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(opened.window.workspace().lens() == ui::Lens::Coverage);
}

void TestWindow::keysWorkInTheWindow() {
    Opened opened;
    QVERIFY(opened.open("bff-per-app"));
    opened.window.workbench().canvas().setFocus();
    opened.window.workspace().select({"web-bff"});
    QTest::keyClick(&opened.window.workbench().canvas(), Qt::Key_Delete);
    QVERIFY(!opened.window.workspace().model().components.contains({"web-bff"}));
    QTest::keyClick(&opened.window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(opened.window.workspace().model().components.contains({"web-bff"}));
    QTest::keyClick(&opened.window, Qt::Key_F6);
    QVERIFY(opened.window.focusWidget() != &opened.window.workbench().canvas());
}

void TestWindow::tablesFoldAndOpen() {
    Opened opened;
    QVERIFY(opened.open("bff-per-app"));
    QVERIFY(opened.window.workbench().bottom().isFolded());
    QTest::keyClick(&opened.window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(!opened.window.workbench().bottom().isFolded());
    QTest::keyClick(&opened.window, Qt::Key_F9, Qt::ShiftModifier);
    QVERIFY(opened.window.workbench().bottom().isFolded());
}

void TestWindow::noShortcutIsGivenTwice() {
    Opened opened;
    QHash<QString, QString> taken;
    for (const QAction* action : opened.window.findChildren<QAction*>())
        for (const QKeySequence& keys : action->shortcuts()) {
            if (action->shortcutContext() == Qt::WidgetShortcut || action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                continue;
            QVERIFY2(!taken.contains(keys.toString()),
                     qPrintable(keys.toString() + ": " + action->text() + " and " + taken.value(keys.toString())));
            taken.insert(keys.toString(), action->text());
        }
    QVERIFY(taken.size() > 15);
}

void TestWindow::tablesAreExportedAndReplacedOnlyIfAsked() {
    Opened opened;
    QVERIFY(opened.open("shared-gateway"));
    const QTemporaryDir folder;
    opened.dialogs->fileAnswer = folder.path();
    opened.window.files().exportTables->trigger();
    const QDir into(folder.path());
    for (const char* name : {"findings", "coverage", "gaps", "ranking", "component", "secret"})
        QVERIFY2(into.exists(QStringLiteral("%1.csv").arg(name)), name);
    QCOMPARE(opened.dialogs->asked, 0);
    QFile findings(into.filePath("findings.csv"));
    QVERIFY(findings.open(QIODevice::WriteOnly) && findings.write("mine") == 4);
    findings.close();
    opened.window.files().exportTables->trigger(); // the answer is no
    QCOMPARE(opened.dialogs->asked, 1);
    QVERIFY(findings.open(QIODevice::ReadOnly));
    QCOMPARE(findings.readAll(), QByteArray("mine"));
}

void TestWindow::goesAwayWithTheKeyboardInTheCanvas() {
    auto opened = std::make_unique<Opened>();
    QVERIFY(opened->open("bff-per-app"));
    opened->window.activateWindow();
    opened->window.workbench().canvas().setFocus();
    QVERIFY(QTest::qWaitFor([&] { return opened->window.workbench().canvas().hasFocus(); }, 5000));
    opened.reset(); // without having been closed before
}

/// Each kind of question that findings of an example ask: its element is selected, and the keyboard is where it is answered.
void TestWindow::everyQuestionLeadsToItsAnswer() {
    Opened opened;
    QVERIFY(opened.open("eshop") && opened.waitForReview());
    ui::Workspace& workspace = opened.window.workspace();
    auto* panel = opened.window.findChild<ui::FindingsPanel*>();
    auto* inspector = opened.window.findChild<ui::Inspector*>();
    std::map<QString, rules::Question> questions;
    for (const rules::Finding& finding : workspace.review()->findings)
        for (const rules::Question& question : finding.asks) questions.emplace(question.attribute, question);
    QVERIFY(questions.size() > 30);
    for (const auto& [attribute, question] : questions) {
        workspace.setLens(ui::Lens::Coverage);
        Q_EMIT panel->questionFollowed(question.element, attribute);
        QCOMPARE(workspace.lens(), ui::Lens::Design);
        QCOMPARE(workspace.selection(), QStringList{question.element});
        QWidget* at = inspector->focusWidget();
        QWidget* box = at;
        while (box && !qobject_cast<ui::QuestionBox*>(box)) box = box->parentWidget();
        if (attribute == u"flow.continues") {
            QVERIFY(qobject_cast<QPushButton*>(at)); // draws it
            continue;
        }
        QVERIFY2(box, qPrintable(question.label));
        const QString named = box->objectName(), wanted = attribute.section(u'.', 0, 1);
        QVERIFY2(named == wanted || named == QString(wanted).replace("grant.", "grant_."),
                 qPrintable(named + " for " + attribute));
        QVERIFY(static_cast<ui::QuestionBox*>(box)->isUnknownHere() || attribute.count(u'.') > 1);
    }
}

QObject* newTestWindow() { return new TestWindow; }
#include "TestWindow.moc"
