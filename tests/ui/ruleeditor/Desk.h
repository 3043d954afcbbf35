// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../FakeDialogs.h"
#include "../inspector/Shop.h"

#include "ruleeditor/RuleEditor.h"
#include "ruleeditor/RuleList.h"
#include "ruleeditor/RuleText.h"
#include "ruleeditor/RuleTextEdit.h"
#include "ruleeditor/SchemaPanel.h"
#include "ruleeditor/TrialPanel.h"
#include "rules/RuleApprovals.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

namespace sallyport::tests {

/// A rule about every backend; `condition` is what it asks of c.
inline QString backendRule(const QString& id, const QString& condition = QStringLiteral("c.owner is null"),
                           const QString& says = QStringLiteral("{backend} has no owner.")) {
    return QStringLiteral(
               "-- %1 Backend without owner\n-- medium nobody answers for it\n-- says %2\n"
               "select c.id as backend, %3 as violated\nfrom component c\nwhere c.kind = 'backend'\n")
        .arg(id, says, condition);
}

/// A rule editor over a small model, with settings and a user's folder of its own, shown.
struct Desk {
    FakeDialogs dialogs;
    QTemporaryDir folder;
    QSettings settings{folder.filePath("settings.ini"), QSettings::IniFormat};
    Shop shop;
    ui::Workspace& workspace = shop.workspace;
    std::unique_ptr<ui::RuleEditor> editor;

    Desk() {
        QDir(userFolder()).removeRecursively();
        workspace.ruleSources().setSettings(&settings);
        editor = std::make_unique<ui::RuleEditor>(workspace, dialogs);
        editor->show();
        if (!QTest::qWaitForWindowExposed(editor.get())) qFatal("no window");
        editor->activateWindow();
    }
    static QString userFolder() {
        return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/sallyport/rules");
    }

    /// As a document brings it: nobody has looked at it.
    QString addDocumentRule(const QString& text) {
        const auto id = document::Editor::newId<model::CustomRule>();
        workspace.edit("Bring a rule", [&](document::Editor& edit) { edit.put(model::CustomRule{id, text}); });
        return id.value;
    }
    void addUserFile(const QString& name, const QByteArray& text) {
        QDir().mkpath(userFolder());
        QFile file(userFolder() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) qFatal("cannot write");
        file.close();
        workspace.ruleSources().reload();
    }

    ui::RuleTextEdit& text() const { return editor->text(); }
    /// Key by key, after what is there is taken away.
    void type(const QString& words) const {
        QTest::keyClick(&text(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&text(), Qt::Key_Delete);
        const QStringList lines = words.split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0) QTest::keyClick(&text(), Qt::Key_Return);
            QTest::keyClicks(&text(), lines[i]);
        }
    }
    /// All at once, in place of what is there.
    void paste(const QString& words) const {
        QApplication::clipboard()->setText(words);
        QTest::keyClick(&text(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&text(), Qt::Key_V, Qt::ControlModifier);
    }
    QTreeWidgetItem* row(const QString& ruleId) const {
        QTreeWidget& tree = editor->list().tree();
        for (int i = 0; i < tree.topLevelItemCount(); ++i)
            for (int j = 0; j < tree.topLevelItem(i)->childCount(); ++j) {
                QTreeWidgetItem* item = tree.topLevelItem(i)->child(j);
                if (item->data(0, Qt::AccessibleTextRole).toString().startsWith(ruleId)) return item;
            }
        return nullptr;
    }
    /// Presses the mouse on the row of a rule; false if there is none.
    bool click(const QString& ruleId) const {
        QTreeWidgetItem* item = row(ruleId);
        if (!item) return false;
        QTreeWidget& tree = editor->list().tree();
        tree.scrollToItem(item);
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(item).center());
        QCoreApplication::processEvents();
        return true;
    }
    QPushButton* button(const QString& text) const {
        for (QPushButton* one : editor->findChildren<QPushButton*>())
            if (one->text() == text && one->isVisible()) return one;
        return nullptr;
    }
    bool waitForTrial() const {
        return QTest::qWaitFor([this] { return editor->trialPanel().trial() && !editor->trial().isRunning(); }, 10000);
    }
    /// Long enough for a trial to have been there, had one been begun.
    static void waitLong() { QTest::qWait(3 * ui::LiveTrial::settledAfter); }
    const rules::RuleTrial& trial() const { return *editor->trialPanel().trial(); }
};

inline const QString letItRun = QStringLiteral("I have looked at it: let it run");

} // namespace sallyport::tests
