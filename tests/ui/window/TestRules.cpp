// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OpenedWindow.h"

#include "ruleeditor/RuleEditor.h"
#include "ruleeditor/RuleTextEdit.h"
#include "style/MessageBar.h"

#include <QMenuBar>
#include <QPushButton>
#include <QTest>

using namespace sallyport;
using Opened = sallyport::tests::OpenedWindow;

/// The window and the rules a document brings: it says so, leads to them, and loses nothing that is being written.
class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDocumentWithRulesIsAnnounced();
    void nothingIsAnnouncedWithoutRules();
    void whatIsLookedAtIsAnnouncedNoMore();
    void leavingAsksAboutRuleText();
    void theEditorClosesWithTheWindow();
};

namespace {

const QString ruleText = QStringLiteral(
    "-- DOC-00%1 Backend without owner\n-- medium a\n-- says {backend} has none.\n"
    "select id as backend, owner is null as violated from component\n");

/// A model on disk that brings rules.
QString modelWithRules(Opened& opened, int count) {
    document::Document document;
    const auto edited = document.edit("Bring rules", [count](document::Editor& editor) {
        for (int i = 1; i <= count; ++i)
            editor.put(model::CustomRule{document::Editor::newId<model::CustomRule>(), ruleText.arg(i)});
    });
    const QString path = opened.folder.filePath("rules.sallyport");
    if (!edited || !document.save(path)) qFatal("not saved");
    return path;
}

QPushButton* offerButton(const Opened& opened) {
    for (QPushButton* button : opened.window.findChildren<QPushButton*>())
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Look at"))) return button;
    return nullptr;
}

QAction* rulesAction(const Opened& opened) {
    for (QAction* action : opened.window.findChildren<QAction*>())
        if (action->text().startsWith(QStringLiteral("R&ules"))) return action;
    return nullptr;
}

} // namespace

void TestRules::aDocumentWithRulesIsAnnounced() {
    Opened opened;
    QVERIFY(opened.window.files().openFile(modelWithRules(opened, 2)));
    ui::MessageBar& messages = opened.window.messages();
    QVERIFY(messages.isVisible());
    QCOMPARE(messages.text(),
             QStringLiteral("This model brings 2 rules of its own. They do not run before you have looked at them."));
    QVERIFY(rulesAction(opened)->text().contains(QStringLiteral("2 not looked at")));
    QVERIFY(opened.waitForReview());
    for (const rules::Finding& finding : opened.window.workspace().review()->findings)
        QVERIFY(!finding.rule.startsWith(QStringLiteral("DOC-")));
    // What else is told does not take it away.
    messages.showNotice(QStringLiteral("Something else."), 50);
    QVERIFY(!messages.isOffering());
    QTRY_VERIFY(messages.isOffering());
    messages.showError({QStringLiteral("Wrong"), {}, {}});
    QTest::keyClick(&messages, Qt::Key_Escape);
    QVERIFY(messages.isOffering());
    QVERIFY(offerButton(opened));
    QTest::mouseClick(offerButton(opened), Qt::LeftButton);
    const ui::RuleEditor* editor = opened.window.ruleEditor();
    QVERIFY(editor && editor->isVisible());
    QVERIFY(editor->openPlace());
    QCOMPARE(editor->openPlace()->shelf, ui::Shelf::Document);
    QVERIFY(!editor->mayRun());
    QCOMPARE(editor->text().toPlainText(), ruleText.arg(1));
    // Looked at, and not allowed: it is still said.
    QVERIFY(!messages.isOffering());
    opened.window.ruleEditor()->close();
    QVERIFY(messages.isOffering());
}

void TestRules::nothingIsAnnouncedWithoutRules() {
    Opened opened;
    QVERIFY(opened.window.files().openFile(modelWithRules(opened, 1)));
    QVERIFY(opened.window.messages().isOffering());
    QCOMPARE(opened.window.messages().text(),
             QStringLiteral("This model brings a rule of its own. It does not run before you have looked at it."));
    QVERIFY(opened.open("gateway-and-bffs"));
    QVERIFY(!opened.window.messages().isOffering());
    QCOMPARE(rulesAction(opened)->text(), QStringLiteral("R&ules…"));
}

void TestRules::whatIsLookedAtIsAnnouncedNoMore() {
    Opened opened;
    const QString path = modelWithRules(opened, 1);
    QVERIFY(opened.window.files().openFile(path));
    opened.window.showRules();
    opened.window.ruleEditor()->showFirstUnseen();
    opened.window.ruleEditor()->allow->trigger();
    QVERIFY(!opened.window.messages().isOffering());
    QVERIFY(opened.window.files().openFile(path)); // remembered, for this text
    QVERIFY(!opened.window.messages().isOffering());
}

void TestRules::leavingAsksAboutRuleText() {
    Opened opened;
    opened.window.files().newDocument();
    opened.window.showRules();
    ui::RuleEditor& editor = *opened.window.ruleEditor();
    editor.newInDocument->trigger();
    QTest::keyClicks(&editor.text(), QStringLiteral("x"));
    opened.dialogs->unsavedAnswer = ui::UnsavedAnswer::Cancel;
    QVERIFY(!opened.window.files().newDocument());
    QVERIFY(!opened.window.close());
    QCOMPARE(opened.dialogs->asked, 2);
    QVERIFY(editor.text().toPlainText().startsWith(u'x'));
    opened.dialogs->unsavedAnswer = ui::UnsavedAnswer::Discard;
    QVERIFY(opened.window.files().newDocument());
}

void TestRules::theEditorClosesWithTheWindow() {
    Opened opened;
    opened.window.files().newDocument();
    opened.window.showRules();
    QVERIFY(opened.window.ruleEditor()->isVisible());
    QVERIFY(opened.window.close());
    QVERIFY(!opened.window.ruleEditor()->isVisible());
}

QObject* newTestRules() { return new TestRules; }
#include "TestRules.moc"
