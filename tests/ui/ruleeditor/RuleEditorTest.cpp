// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../inspector/AccessibleNames.h"
#include "Desk.h"

#include "style/SallyportStyle.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTextBlock>
#include <QTextLayout>
#include <QWheelEvent>

using namespace sallyport;
using namespace sallyport::tests;

/// Writing a rule: it runs while one writes, says what is wrong and where, and nobody's rule runs unseen.
class RuleEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aTypedRuleShowsItsResult();
    void aMistakeIsSaidAndMarked();
    void theResultFollowsTheModel();
    void newerTextStopsOlder();
    void aFindingLeadsToItsElement();
    void aRuleOfTheDocumentRunsOnlyWhenLookedAt();
    void whatIsHiddenInARuleIsSaid();
    void anImportedRuleRunsOnlyWhenLookedAt();
    void ownRulesAreReadOnly();
    void theSchemaIsPutIntoTheText();
    void theSchemaIsSearched();
    void wordsAreOffered();
    void returnIsANewLineWhileWordsAreOffered();
    void longTextIsRefused();
    void textIsNeverMarkup();
    void rulesAreSearched();
    void theTextGrows();
    void theKeyboardGoesAround();
    void everythingHasAName();
    void bothThemesAreFollowed();
};

void RuleEditorTest::initTestCase() { ui::SallyportStyle::apply(diagram::Theme::light()); }

void RuleEditorTest::aTypedRuleShowsItsResult() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(backendRule(QStringLiteral("ORG-007")).trimmed());
    QCOMPARE(desk.text().toPlainText(), backendRule(QStringLiteral("ORG-007")).trimmed());
    QVERIFY(desk.waitForTrial());
    QVERIFY2(!desk.trial().refusal, qPrintable(desk.editor->trialPanel().summary()));
    QCOMPARE(desk.editor->trialPanel().summary(), QStringLiteral("1 violated · 0 unknown · 0 not violated"));
    const QAbstractItemModel& table = *desk.editor->trialPanel().findings().model();
    QCOMPARE(table.rowCount(), 1);
    QCOMPARE(table.index(0, 0).data().toString(), QStringLiteral("Medium"));
    const QString name = desk.shop.component(desk.shop.api).name;
    QCOMPARE(table.index(0, 1).data().toString(), name + QStringLiteral(" has no owner."));
    QCOMPARE(table.index(0, 2).data().toString(), name);
    QCOMPARE(desk.trial().columns, QStringList({"backend", "violated"}));
    QVERIFY(desk.trial().milliseconds > 0);
}

void RuleEditorTest::aMistakeIsSaidAndMarked() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(backendRule(QStringLiteral("ORG-007"), QStringLiteral("c.ownr is null")).trimmed());
    QVERIFY(desk.waitForTrial());
    QVERIFY(desk.trial().refusal);
    QVERIFY2(desk.trial().refusal->what.contains(QStringLiteral("c.ownr")), qPrintable(desk.trial().refusal->what));
    QCOMPARE(desk.text().markedPlace().line, 4);
    bool isUnderlined = false;
    for (const QTextEdit::ExtraSelection& mark : desk.text().extraSelections())
        isUnderlined = isUnderlined || (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline &&
                                        mark.cursor.block().blockNumber() == 3 && mark.cursor.hasSelection());
    QVERIFY(isUnderlined);
    QPushButton* go = desk.button(QStringLiteral("Go to ") + desk.trial().place.text());
    QVERIFY(go);
    QTest::mouseClick(go, Qt::LeftButton);
    QCOMPARE(desk.text().textCursor().blockNumber(), 3);
    // Mended, the mark goes at once.
    desk.type(backendRule(QStringLiteral("ORG-007")).trimmed());
    QCOMPARE(desk.text().markedPlace().line, 0);
    QVERIFY(desk.waitForTrial() && QTest::qWaitFor([&] { return !desk.trial().refusal; }, 10000));
}

void RuleEditorTest::theResultFollowsTheModel() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(backendRule(QStringLiteral("ORG-007")).trimmed());
    QVERIFY(desk.waitForTrial());
    QCOMPARE(desk.trial().violated, 1);
    desk.workspace.edit(QStringLiteral("Own it"), [&](document::Editor& edit) {
        edit.set(model::TableId::Component, desk.shop.api, "owner", QStringLiteral("Ada"));
    });
    QVERIFY(QTest::qWaitFor([&] { return desk.trial().violated == 0; }, 10000));
    QCOMPARE(desk.trial().notViolated, 1);
}

void RuleEditorTest::newerTextStopsOlder() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(QStringLiteral(
        "-- ORG-007 Endless\n-- low a\n-- says {backend}\nwith recursive n(x) as (select 1 union all select x + 1 "
        "from n) select c.id as backend, count(*) > 0 as violated from n, component c"));
    QSignalSpy started(&desk.editor->trial(), &ui::LiveTrial::started);
    QVERIFY(started.wait(5000));
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    QVERIFY(desk.waitForTrial());
    QVERIFY2(!desk.trial().refusal, qPrintable(desk.editor->trialPanel().summary()));
    QCOMPARE(desk.trial().violated, 1);
}

void RuleEditorTest::aFindingLeadsToItsElement() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    QVERIFY(desk.waitForTrial());
    QSignalSpy gone(&desk.workspace, &ui::Workspace::goToRequested);
    QTableView& table = desk.editor->trialPanel().findings();
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(gone.size(), 1);
    QCOMPARE(gone[0][0].toString(), desk.shop.api);
}

void RuleEditorTest::aRuleOfTheDocumentRunsOnlyWhenLookedAt() {
    Desk desk;
    const QString text = backendRule(QStringLiteral("DOC-001"));
    desk.addDocumentRule(text);
    QVERIFY(desk.row(QStringLiteral("DOC-001"))->data(0, Qt::AccessibleTextRole).toString().contains(u"not looked at"));
    QSignalSpy started(&desk.editor->trial(), &ui::LiveTrial::started);
    QVERIFY(desk.click(QStringLiteral("DOC-001")));
    QCOMPARE(desk.text().toPlainText(), text);
    QVERIFY(!desk.editor->mayRun());
    Desk::waitLong();
    // Neither looking at it nor changing a letter is enough.
    QTest::keyClicks(&desk.text(), QStringLiteral(" "));
    QTest::keyClick(&desk.text(), Qt::Key_Backspace);
    desk.workspace.edit(QStringLiteral("Own it"), [&](document::Editor& edit) {
        edit.set(model::TableId::Component, desk.shop.api, "owner", QStringLiteral("Ada"));
    });
    Desk::waitLong();
    QCOMPARE(started.size(), 0);
    QVERIFY(!desk.editor->trialPanel().trial());
    QVERIFY(!desk.workspace.ruleSources().pack()->find(u"DOC-001"));
    QVERIFY(!desk.editor->duplicateInFolder->isEnabled()); // there it would run

    desk.text().undo();
    desk.text().document()->setModified(false);
    QPushButton* allow = desk.button(letItRun);
    QVERIFY(allow);
    QTest::mouseClick(allow, Qt::LeftButton);
    QVERIFY(desk.waitForTrial());
    QCOMPARE(desk.trial().notViolated, 1);
    QVERIFY(desk.workspace.ruleSources().isApproved(text));
    QVERIFY(desk.workspace.ruleSources().pack()->find(u"DOC-001"));
    QCOMPARE(desk.workspace.ruleSources().pack()->unseen(), 0);
    QVERIFY(!desk.row(QStringLiteral("DOC-001"))->data(0, Qt::AccessibleTextRole).toString().contains(u"not looked at"));
}

void RuleEditorTest::whatIsHiddenInARuleIsSaid() {
    Desk desk;
    desk.addDocumentRule(backendRule(QStringLiteral("DOC-001"), QStringLiteral("c.owner is null /* \u202E */")));
    QVERIFY(desk.click(QStringLiteral("DOC-001")));
    bool isSaid = false;
    for (const QLabel* label : desk.editor->findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("U+202E in line 4")));
    QVERIFY(isSaid);
}

void RuleEditorTest::anImportedRuleRunsOnlyWhenLookedAt() {
    Desk desk;
    const QString path = desk.folder.filePath("other.sql");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(backendRule(QStringLiteral("IMP-001")).toUtf8());
    file.close();
    desk.dialogs.fileAnswer = path;
    QSignalSpy started(&desk.editor->trial(), &ui::LiveTrial::started);
    desk.editor->importInFolder->trigger();
    Desk::waitLong();
    QCOMPARE(started.size(), 0);
    QVERIFY(!desk.editor->mayRun());
    desk.editor->allow->trigger();
    QVERIFY(desk.waitForTrial());
    QCOMPARE(desk.trial().violated, 1);
    QVERIFY(QDir(Desk::userFolder()).isEmpty()); // not before it is saved
    desk.editor->save->trigger();
    QVERIFY(QFile::exists(Desk::userFolder() + QStringLiteral("/IMP-001.sql")));
}

void RuleEditorTest::ownRulesAreReadOnly() {
    Desk desk;
    QVERIFY(desk.click(QStringLiteral("TBM-118")));
    QVERIFY(desk.text().isReadOnly());
    const QString before = desk.text().toPlainText();
    QTest::keyClicks(&desk.text(), QStringLiteral("x"));
    QCOMPARE(desk.text().toPlainText(), before);
    QVERIFY(!desk.editor->save->isEnabled() && !desk.editor->remove->isEnabled());
    QVERIFY(desk.waitForTrial()); // with its "edit", which no other rule may have
    QVERIFY2(!desk.trial().refusal, qPrintable(desk.editor->trialPanel().summary()));

    desk.editor->duplicateInDocument->trigger();
    QVERIFY(!desk.text().isReadOnly());
    QVERIFY(desk.text().toPlainText().startsWith(QStringLiteral("-- ORG-118   Internet-facing entry")));
    QVERIFY(!desk.text().toPlainText().contains(QStringLiteral("insert or replace")));
    desk.editor->save->trigger();
    QVERIFY(desk.workspace.ruleSources().pack()->find(u"ORG-118"));
    QCOMPARE(desk.workspace.model().customRules.size(), 1);
    QVERIFY(desk.workspace.ruleSources().pack()->problems().empty());
}

void RuleEditorTest::theSchemaIsPutIntoTheText() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(QStringLiteral("select"));
    QTreeWidget& tree = desk.editor->schema().tree();
    const auto tables = tree.findItems(QStringLiteral("component"), Qt::MatchExactly);
    QCOMPARE(tables.size(), 1);
    tables[0]->setExpanded(true);
    QTreeWidgetItem* owner = nullptr;
    for (int i = 0; i < tables[0]->childCount(); ++i)
        if (tables[0]->child(i)->text(0) == QStringLiteral("owner")) owner = tables[0]->child(i);
    QVERIFY(owner);
    QVERIFY2(owner->text(1).contains(QStringLiteral("NULL")), qPrintable(owner->text(1)));
    tree.setFocus();
    tree.setCurrentItem(owner);
    QTest::keyClick(&tree, Qt::Key_Return);
    QCOMPARE(desk.text().toPlainText(), QStringLiteral("select owner"));
    tree.scrollToItem(owner);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(owner).center());
    QTest::mouseDClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(owner).center());
    QCOMPARE(desk.text().toPlainText(), QStringLiteral("select owner owner"));
}

void RuleEditorTest::theSchemaIsSearched() {
    Desk desk;
    QTest::keyClicks(&desk.editor->schema().search(), QStringLiteral("residenc"));
    const QTreeWidget& tree = desk.editor->schema().tree();
    int shown = 0;
    for (int i = 0; i < tree.topLevelItemCount(); ++i) shown += tree.topLevelItem(i)->isHidden() ? 0 : 1;
    QCOMPARE(shown, 0);
    desk.editor->schema().search().clear();
    QTest::keyClicks(&desk.editor->schema().search(), QStringLiteral("rate_limit")); // a word a column may hold
    QStringList names;
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        if (!tree.topLevelItem(i)->isHidden()) names << tree.topLevelItem(i)->text(0);
    QCOMPARE(names, QStringList(QStringLiteral("component_has")));
}

void RuleEditorTest::wordsAreOffered() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(QStringLiteral("-- ORG-001 A\nselect c.cookie_pa"));
    QVERIFY(!desk.text().isOffering()); // c stands for nothing yet
    desk.type(QStringLiteral("-- ORG-001 A\nselect id from compo"));
    QVERIFY(desk.text().isOffering());
    QTest::keyClick(&desk.text(), Qt::Key_Tab);
    QVERIFY(desk.text().toPlainText().endsWith(QStringLiteral("from component")));
    QVERIFY(!desk.text().isOffering());
    QTest::keyClicks(&desk.text(), QStringLiteral(" c where c.cookie_pa"));
    QVERIFY(desk.text().isOffering());
    QTest::keyClick(&desk.text(), Qt::Key_Escape);
    QTest::keyClick(&desk.text(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(desk.text().isOffering());
    QTest::keyClick(&desk.text(), Qt::Key_Tab);
    QVERIFY(desk.text().toPlainText().endsWith(QStringLiteral("c.cookie_path")));
}

void RuleEditorTest::returnIsANewLineWhileWordsAreOffered() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.type(QStringLiteral("select 1\n  fro"));
    QVERIFY(desk.text().isOffering());
    QTest::keyClick(&desk.text(), Qt::Key_Return);
    QCOMPARE(desk.text().toPlainText(), QStringLiteral("select 1\n  fro\n  ")); // indented as the line above
    QVERIFY(!desk.text().isOffering());
}

void RuleEditorTest::longTextIsRefused() {
    Desk desk;
    desk.addUserFile(QStringLiteral("long.sql"), "-- ORG-001 Long\n" + QByteArray(10 * 1024 * 1024, 'x'));
    QSignalSpy started(&desk.editor->trial(), &ui::LiveTrial::started);
    QVERIFY(desk.click(QStringLiteral("long")));
    QVERIFY(!desk.editor->openPlace());
    QVERIFY(desk.text().toPlainText().isEmpty());
    bool isSaid = false;
    for (const QLabel* label : desk.editor->findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("longer than 64 KB")));
    QVERIFY(isSaid);
    // The longest that a document can bring is more bytes than any rule has.
    desk.addDocumentRule(QStringLiteral("-- DOC-001 Wide\n") + QString(40000, QChar(0x20ac)));
    QVERIFY(desk.click(QStringLiteral("DOC-001")));
    QVERIFY(!desk.editor->openPlace());
    Desk::waitLong();
    QCOMPARE(started.size(), 0);

    desk.editor->newInDocument->trigger();
    const QString before = desk.text().toPlainText();
    QApplication::clipboard()->setText(QString(70000, u'x'));
    QTest::keyClick(&desk.text(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(desk.text().toPlainText(), before);
    QCOMPARE(desk.dialogs.refusals.size(), std::size_t(1));
    QVERIFY(!desk.dialogs.refusals[0].remedy.isEmpty());
}

void RuleEditorTest::textIsNeverMarkup() {
    Desk desk;
    const QString markup = QStringLiteral("<b>bold</b><img src='file:///etc/hostname'>");
    desk.addDocumentRule(QStringLiteral("-- <i>DOC</i> %1\n-- %1 x\nselect %1").arg(markup));
    desk.addUserFile(
        QStringLiteral("ORG-001.sql"),
        backendRule(QStringLiteral("ORG-001"), QStringLiteral("1"), markup + QStringLiteral(" {backend}")).toUtf8());
    QVERIFY(desk.click(QStringLiteral("<i>DOC</i>")));
    desk.editor->allow->trigger();
    QVERIFY(desk.waitForTrial());
    QVERIFY(desk.trial().refusal);
    const auto check = [&desk] {
        for (const QLabel* label : desk.editor->findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()), qPrintable(label->text()));
        QVERIFY(!Qt::mightBeRichText(desk.editor->windowTitle()));
    };
    check();
    const QString tip = desk.row(QStringLiteral("<i>DOC</i>"))->toolTip(0);
    QVERIFY(!tip.contains(QStringLiteral("<b>")) && !tip.contains(QStringLiteral("<img")));
    QVERIFY(desk.click(QStringLiteral("ORG-001")));
    QVERIFY(desk.waitForTrial() && QTest::qWaitFor([&] { return !desk.trial().refusal; }, 5000));
    check();
    const QModelIndex said = desk.editor->trialPanel().findings().model()->index(0, 1);
    QVERIFY(said.data().toString().startsWith(QStringLiteral("<b>bold</b>"))); // as it is written
    QVERIFY(!said.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
}

void RuleEditorTest::rulesAreSearched() {
    Desk desk;
    desk.addUserFile(QStringLiteral("ORG-001.sql"), backendRule(QStringLiteral("ORG-001")).toUtf8());
    const auto shown = [&desk] {
        QStringList ids;
        const QTreeWidget& tree = desk.editor->list().tree();
        for (int i = 0; i < tree.topLevelItemCount(); ++i)
            for (int j = 0; j < tree.topLevelItem(i)->childCount(); ++j)
                if (!tree.topLevelItem(i)->isHidden() && !tree.topLevelItem(i)->child(j)->isHidden())
                    ids << tree.topLevelItem(i)->child(j)->data(0, Qt::AccessibleTextRole).toString().section(u' ', 0, 0);
        return ids;
    };
    QVERIFY(shown().size() > 100);
    QTest::keyClick(desk.editor.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(desk.editor->list().search().hasFocus());
    QTest::keyClicks(&desk.editor->list().search(), QStringLiteral("backend without own"));
    QCOMPARE(shown(), QStringList(QStringLiteral("ORG-001")));
}

void RuleEditorTest::theTextGrows() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    const double before = desk.text().font().pointSizeF();
    QWheelEvent wheel(QPointF(5, 5), desk.text().mapToGlobal(QPointF(5, 5)), {}, QPoint(0, 120), Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(desk.text().viewport(), &wheel);
    QCOMPARE(desk.text().font().pointSizeF(), before + 1);
    QTest::keyClick(&desk.text(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(desk.text().font().pointSizeF(), before + 2);
    QTest::keyClick(&desk.text(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(desk.text().font().pointSizeF(), before + 1);
    desk.editor.reset(); // kept for the next time
    desk.editor = std::make_unique<ui::RuleEditor>(desk.workspace, desk.dialogs);
    QCOMPARE(desk.text().zoom(), 1);
}

void RuleEditorTest::theKeyboardGoesAround() {
    Desk desk;
    QVERIFY(QTest::qWaitForWindowActive(desk.editor.get()));
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    QVERIFY(desk.waitForTrial());
    desk.text().setFocus();
    const auto next = [&desk] {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        return QApplication::focusWidget();
    };
    QCOMPARE(next(), static_cast<QWidget*>(&desk.editor->trialPanel().findings()));
    QCOMPARE(next(), static_cast<QWidget*>(&desk.editor->schema().tree()));
    QCOMPARE(next(), static_cast<QWidget*>(&desk.editor->list().tree()));
    QCOMPARE(next(), static_cast<QWidget*>(&desk.text()));
    // Tab leaves the text: nobody is caught in it.
    QTest::keyClick(&desk.text(), Qt::Key_Tab);
    QVERIFY(!desk.text().hasFocus());
}

void RuleEditorTest::everythingHasAName() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    desk.paste(backendRule(QStringLiteral("ORG-007")));
    QVERIFY(desk.waitForTrial());
    QCOMPARE(namelessWidgets(*desk.editor), QStringList());
}

void RuleEditorTest::bothThemesAreFollowed() {
    Desk desk;
    desk.editor->newInDocument->trigger();
    const auto keyword = [&desk] {
        const QTextBlock block = desk.text().document()->findBlockByNumber(0);
        const auto formats = block.layout()->formats();
        return formats.isEmpty() ? QColor() : formats.at(1).format.foreground().color();
    };
    QCOMPARE(keyword(), diagram::Theme::light().accent);
    ui::SallyportStyle::apply(diagram::Theme::dark());
    desk.workspace.setTheme(diagram::Theme::dark());
    QCoreApplication::processEvents();
    QCOMPARE(keyword(), diagram::Theme::dark().accent);
    ui::SallyportStyle::apply(diagram::Theme::light());
}

QObject* newRuleEditorTest() { return new RuleEditorTest; }
#include "RuleEditorTest.moc"
