// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Desk.h"

#include "style/SallyportStyle.h"

#include <QFile>
#include <QLabel>

using namespace sallyport;
using namespace sallyport::tests;

/// Keeping rules: in the document as one step, in files as a whole; nothing written is lost unasked.
class RuleKeepingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void savingIntoTheDocumentIsOneStep();
    void whatOneWroteRuns();
    void undoInTheDocumentIsFollowed();
    void aFileIsWrittenAndPickedUp();
    void aFileChangedUnderneathIsNotReplacedUnasked();
    void aFileChangedUnderneathIsReadAgain();
    void theTeamsFolderIsChosen();
    void unsavedTextIsAskedAbout();
    void discardedTextIsAsItWas();
    void closingAsks();
    void anotherDocumentClosesTheRule();
    void deletingFromTheDocumentIsUndoable();
    void aDeletedFileGoesToTheTrash();
    void anIdThatIsTakenIsSaid();
    void aBrokenRuleIsSaidInTheList();
    void exportsWhatIsShown();
};

void RuleKeepingTest::initTestCase() { ui::SallyportStyle::apply(diagram::Theme::light()); }

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QString said(const Desk& desk, const QString& rule) {
    const QTreeWidgetItem* row = desk.row(rule);
    return row ? row->data(0, Qt::AccessibleTextRole).toString() : QString();
}

} // namespace

void RuleKeepingTest::savingIntoTheDocumentIsOneStep() {
    Desk desk;
    const int before = desk.shop.steps();
    desk.editor->newInDocument->trigger();
    desk.type(backendRule(QStringLiteral("ORG-007")).trimmed());
    QCOMPARE(desk.shop.steps(), before); // not while one types
    QVERIFY(said(desk, QStringLiteral("ORG-007 Backend without owner")).contains(u"not saved"));
    QTest::keyClick(&desk.text(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(desk.shop.steps(), before + 1);
    QCOMPARE(desk.workspace.document().undoText(), QStringLiteral("Add rule ORG-007"));
    QCOMPARE(desk.workspace.model().customRules.size(), 1);
    QCOMPARE(desk.workspace.model().customRules.begin()->text, backendRule(QStringLiteral("ORG-007")).trimmed());
    QVERIFY(!desk.editor->isWindowModified());
    QVERIFY(desk.text().document()->isUndoAvailable()); // the text's own undo goes on
    // Changed and saved again: one more step, of the same row.
    desk.type(backendRule(QStringLiteral("ORG-007"), QStringLiteral("c.criticality is null")).trimmed());
    QTest::keyClick(&desk.text(), Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(desk.shop.steps(), before + 2);
    QCOMPARE(desk.workspace.model().customRules.size(), 1);
    QVERIFY(desk.text().document()->isUndoAvailable());
    desk.shop.undo();
    desk.shop.undo();
    QCOMPARE(desk.workspace.model().customRules.size(), 0);
}

void RuleKeepingTest::whatOneWroteRuns() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    desk.editor->save->trigger();
    QVERIFY(desk.workspace.ruleSources().isApproved(backendRule(QStringLiteral("ORG-007"))));
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto review = desk.workspace.review();
            if (!review || !desk.workspace.isReviewCurrent()) return false;
            return std::any_of(review->findings.begin(), review->findings.end(),
                               [](const rules::Finding& finding) { return finding.rule == u"ORG-007"; });
        },
        20000));
}

void RuleKeepingTest::undoInTheDocumentIsFollowed() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    desk.editor->save->trigger();
    const QString changed = backendRule(QStringLiteral("ORG-007"), QStringLiteral("0"));
    desk.paste(changed);
    desk.editor->save->trigger();
    desk.shop.undo();
    QCOMPARE(desk.text().toPlainText(), backendRule(QStringLiteral("ORG-007")));
    desk.workspace.document().redo();
    QCOMPARE(desk.text().toPlainText(), changed);
    // Text that is being written stays, whatever happens to the row; saving brings it back.
    desk.paste(changed + QStringLiteral("-- more"));
    desk.shop.undo();
    desk.shop.undo();
    QCOMPARE(desk.workspace.model().customRules.size(), 0);
    QCOMPARE(desk.text().toPlainText(), changed + QStringLiteral("-- more"));
    desk.editor->save->trigger();
    QCOMPARE(desk.workspace.model().customRules.size(), 1);
}

void RuleKeepingTest::aFileIsWrittenAndPickedUp() {
    Desk desk;
    QVERIFY(!QDir(Desk::userFolder()).exists());
    desk.editor->newInFolder->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    desk.editor->save->trigger();
    const QString path = Desk::userFolder() + QStringLiteral("/ORG-007.sql");
    QCOMPARE(contentOf(path), backendRule(QStringLiteral("ORG-007")).toUtf8());
    const rules::Rule* rule = desk.workspace.ruleSources().pack()->find(u"ORG-007");
    QVERIFY(rule);
    QCOMPARE(rule->file, path);
    QCOMPARE(desk.workspace.model().customRules.size(), 0);
    QVERIFY(!said(desk, QStringLiteral("ORG-007")).contains(u"not saved"));
    // A second one of that id gets a file of its own.
    desk.editor->newInFolder->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007"), QStringLiteral("1")));
    desk.editor->save->trigger();
    QVERIFY(QFile::exists(Desk::userFolder() + QStringLiteral("/ORG-007-2.sql")));
    QCOMPARE(contentOf(path), backendRule(QStringLiteral("ORG-007")).toUtf8());
}

void RuleKeepingTest::aFileChangedUnderneathIsNotReplacedUnasked() {
    Desk desk;
    desk.addUserFile(QStringLiteral("ORG-007.sql"), backendRule(QStringLiteral("ORG-007")).toUtf8());
    const QString path = Desk::userFolder() + QStringLiteral("/ORG-007.sql");
    QVERIFY(desk.click(QStringLiteral("ORG-007")));
    QTest::keyClicks(&desk.text(), QStringLiteral(" "));
    overwrite(path, "somebody else's");
    desk.dialogs.confirmAnswer = false;
    desk.editor->save->trigger();
    QCOMPARE(desk.dialogs.asked, 1);
    QCOMPARE(contentOf(path), QByteArray("somebody else's"));
    QVERIFY(desk.editor->isWindowModified());
    desk.dialogs.confirmAnswer = true;
    desk.editor->save->trigger();
    QVERIFY(contentOf(path).startsWith(" -- ORG-007"));
}

void RuleKeepingTest::aFileChangedUnderneathIsReadAgain() {
    Desk desk;
    desk.addUserFile(QStringLiteral("ORG-007.sql"), backendRule(QStringLiteral("ORG-007")).toUtf8());
    QVERIFY(desk.click(QStringLiteral("ORG-007")));
    overwrite(Desk::userFolder() + QStringLiteral("/ORG-007.sql"), backendRule(QStringLiteral("ORG-008")).toUtf8());
    QVERIFY(QTest::qWaitFor([&] { return desk.text().toPlainText() == backendRule(QStringLiteral("ORG-008")); }, 10000));
}

void RuleKeepingTest::theTeamsFolderIsChosen() {
    Desk desk;
    QVERIFY(QDir(desk.folder.path()).mkdir("team"));
    overwrite(desk.folder.filePath("team/TEAM-001.sql"), backendRule(QStringLiteral("TEAM-001")).toUtf8());
    desk.dialogs.fileAnswer = desk.folder.filePath("team");
    desk.editor->chooseTeamFolder->trigger();
    QVERIFY(desk.click(QStringLiteral("TEAM-001")));
    QCOMPARE(desk.editor->openPlace()->shelf, ui::Shelf::Team);
    QVERIFY(desk.workspace.ruleSources().pack()->find(u"TEAM-001"));
    QVERIFY(desk.editor->noTeamFolder->isEnabled());
    desk.editor->noTeamFolder->trigger();
    QVERIFY(!desk.row(QStringLiteral("TEAM-001")));
    QVERIFY(!desk.editor->openPlace());
}

void RuleKeepingTest::unsavedTextIsAskedAbout() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(QStringLiteral("-- ORG-007 Mine"));
    desk.dialogs.unsavedAnswer = ui::UnsavedAnswer::Cancel;
    QVERIFY(desk.click(QStringLiteral("TBM-101")));
    QCOMPARE(desk.dialogs.asked, 1);
    QCOMPARE(desk.text().toPlainText(), QStringLiteral("-- ORG-007 Mine"));
    QVERIFY(desk.editor->openPlace()->key.isEmpty());
    desk.editor->newInFolder->trigger();
    QCOMPARE(desk.dialogs.asked, 2);
    QCOMPARE(desk.text().toPlainText(), QStringLiteral("-- ORG-007 Mine"));
    desk.dialogs.unsavedAnswer = ui::UnsavedAnswer::Save;
    QVERIFY(desk.click(QStringLiteral("TBM-101")));
    QCOMPARE(desk.dialogs.asked, 3);
    QCOMPARE(desk.editor->openPlace()->shelf, ui::Shelf::Own);
    QCOMPARE(desk.workspace.model().customRules.begin()->text, QStringLiteral("-- ORG-007 Mine"));
    QVERIFY(desk.click(QStringLiteral("TBM-102"))); // nothing to lose: nothing is asked
    QCOMPARE(desk.dialogs.asked, 3);
}

void RuleKeepingTest::discardedTextIsAsItWas() {
    Desk desk;
    desk.addUserFile(QStringLiteral("ORG-007.sql"), backendRule(QStringLiteral("ORG-007")).toUtf8());
    QVERIFY(desk.click(QStringLiteral("ORG-007")));
    QTest::keyClicks(&desk.text(), QStringLiteral("x"));
    desk.dialogs.unsavedAnswer = ui::UnsavedAnswer::Discard;
    QVERIFY(desk.editor->mayLeave());
    QCOMPARE(desk.text().toPlainText(), backendRule(QStringLiteral("ORG-007")));
    QVERIFY(!desk.editor->isWindowModified());
    QCOMPARE(contentOf(Desk::userFolder() + QStringLiteral("/ORG-007.sql")), backendRule(QStringLiteral("ORG-007")).toUtf8());
}

void RuleKeepingTest::closingAsks() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(QStringLiteral("-- ORG-007 Mine"));
    desk.dialogs.unsavedAnswer = ui::UnsavedAnswer::Cancel;
    QVERIFY(!desk.editor->close());
    QVERIFY(desk.editor->isVisible());
    desk.dialogs.unsavedAnswer = ui::UnsavedAnswer::Discard;
    QVERIFY(desk.editor->close());
    QCOMPARE(desk.dialogs.asked, 2);
    QCOMPARE(desk.workspace.model().customRules.size(), 0);
}

void RuleKeepingTest::anotherDocumentClosesTheRule() {
    Desk desk;
    desk.addDocumentRule(backendRule(QStringLiteral("DOC-001")));
    QVERIFY(desk.click(QStringLiteral("DOC-001")));
    desk.workspace.setDocument(std::make_unique<document::Document>());
    QVERIFY(!desk.editor->openPlace());
    QVERIFY(desk.text().toPlainText().isEmpty());
    QVERIFY(!desk.row(QStringLiteral("DOC-001")));
}

void RuleKeepingTest::deletingFromTheDocumentIsUndoable() {
    Desk desk;
    desk.addDocumentRule(backendRule(QStringLiteral("DOC-001")));
    QVERIFY(desk.click(QStringLiteral("DOC-001")));
    QTest::keyClick(&desk.editor->list().tree(), Qt::Key_Delete);
    QCOMPARE(desk.dialogs.asked, 0);
    QCOMPARE(desk.workspace.model().customRules.size(), 0);
    QVERIFY(!desk.editor->openPlace());
    QCOMPARE(desk.workspace.document().undoText(), QStringLiteral("Delete rule DOC-001"));
    desk.shop.undo();
    QVERIFY(desk.row(QStringLiteral("DOC-001")));
}

void RuleKeepingTest::aDeletedFileGoesToTheTrash() {
    Desk desk;
    desk.addUserFile(QStringLiteral("ORG-007.sql"), backendRule(QStringLiteral("ORG-007")).toUtf8());
    const QString path = Desk::userFolder() + QStringLiteral("/ORG-007.sql");
    QVERIFY(desk.click(QStringLiteral("ORG-007")));
    desk.dialogs.confirmAnswer = false;
    desk.editor->remove->trigger();
    QCOMPARE(desk.dialogs.asked, 1);
    QVERIFY(QFile::exists(path));
    desk.dialogs.confirmAnswer = true;
    desk.editor->remove->trigger();
    QVERIFY(desk.dialogs.refusals.empty());
    QVERIFY(!QFile::exists(path));
    QVERIFY(!desk.workspace.ruleSources().pack()->find(u"ORG-007"));
    QVERIFY(!desk.row(QStringLiteral("ORG-007")));
    const QDir trash(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/Trash/files"));
    QVERIFY(trash.exists(QStringLiteral("ORG-007.sql")));
}

void RuleKeepingTest::anIdThatIsTakenIsSaid() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("TBM-101")));
    QVERIFY(desk.waitForTrial());
    const auto isSaid = [&desk](const QString& what) {
        for (const QLabel* label : desk.editor->trialPanel().findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(what)) return true;
        return false;
    };
    QVERIFY(isSaid(QStringLiteral("the id of one of Sallyport's own rules")));
    desk.editor->save->trigger();
    QCOMPARE(desk.workspace.ruleSources().pack()->problems().size(), std::size_t(1));
    bool inList = false;
    const QTreeWidgetItem* shelf = desk.editor->list().tree().topLevelItem(0);
    for (int i = 0; i < shelf->childCount(); ++i)
        inList = inList || shelf->child(i)->data(0, Qt::AccessibleTextRole).toString().contains(u"Change the first line");
    QVERIFY(inList);
}

void RuleKeepingTest::aBrokenRuleIsSaidInTheList() {
    Desk desk;
    desk.addUserFile(QStringLiteral("broken.sql"), "-- ORG-009 Broken\n-- low a\n-- says a\n-- nonsense x\nselect 1");
    QVERIFY(said(desk, QStringLiteral("ORG-009")).contains(u"nonsense"));
    // One that breaks while it runs, too, once a review has met it.
    desk.addUserFile(QStringLiteral("runs.sql"), backendRule(QStringLiteral("ORG-010"), QStringLiteral("'text'")).toUtf8());
    QVERIFY(QTest::qWaitFor([&] { return said(desk, QStringLiteral("ORG-010")).contains(u"is text"); }, 20000));
}

void RuleKeepingTest::exportsWhatIsShown() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    desk.dialogs.fileAnswer = desk.folder.filePath("out.sql");
    desk.editor->exportFile->trigger();
    QCOMPARE(contentOf(desk.folder.filePath("out.sql")), backendRule(QStringLiteral("ORG-007")).toUtf8());
    desk.dialogs.fileAnswer = desk.folder.filePath("no/such/folder.sql");
    desk.editor->exportFile->trigger();
    QCOMPARE(desk.dialogs.refusals.size(), std::size_t(1));
    QVERIFY(!desk.dialogs.refusals[0].remedy.isEmpty());
}

QObject* newRuleKeepingTest() { return new RuleKeepingTest; }
#include "RuleKeepingTest.moc"
