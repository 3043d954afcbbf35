// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How RuleEditor makes, keeps and takes away rules.
#include "ruleeditor/RuleEditor.h"
#include "ruleeditor/RuleText.h"
#include "ruleeditor/RuleTextEdit.h"
#include "workspace/Workspace.h"

#include <QDir>
#include <QStatusBar>

namespace sallyport::ui {

namespace {

constexpr int toldFor = 6000; // ms

const QList<FileFilter>& ruleFilters() {
    static const QList<FileFilter> filters{{RuleEditor::tr("Rules in SQL"), {QStringLiteral("*.sql")}}};
    return filters;
}

} // namespace

void RuleEditor::startNew(Shelf shelf) {
    if (!mayLeave()) return;
    startDraft(shelf, workedExample(freeRuleId({}, takenIds(workspace_))), true, false);
}

void RuleEditor::startDraft(Shelf shelf, const QString& text, bool mayRun, bool isModified) {
    open_ = RulePlace{shelf, {}};
    mayRun_ = mayRun;
    setText(text, false);
    text_->document()->setModified(isModified);
    followShelves();
    run();
    text_->setFocus();
}

void RuleEditor::duplicate(Shelf shelf) {
    if (!open_) return;
    const QString text = currentText();
    const bool ran = mayRun_;
    if (!mayLeave()) return;
    startDraft(shelf, copyUnder(text, freeRuleId(headingOf(text).word, takenIds(workspace_))), ran, true);
}

void RuleEditor::importRule(Shelf shelf) {
    const auto path = dialogs_.openFile(tr("Import rule"), QDir::homePath(), ruleFilters());
    if (!path || !mayLeave()) return;
    const auto text = readRuleFile(*path);
    if (!text) return dialogs_.refuse(tr("Import rule"), text.error());
    startDraft(shelf, *text, false, true);
}

void RuleEditor::exportRule() {
    if (!open_) return;
    const QString name = headingOf(currentText()).word.left(40).replace(u'/', u'-');
    const QString suggested = QDir(QDir::homePath()).filePath((name.isEmpty() ? tr("rule") : name) + QStringLiteral(".sql"));
    const auto path = dialogs_.saveFile(tr("Export rule"), suggested, ruleFilters());
    if (!path) return;
    if (const auto written = writeRuleFile(*path, currentText()); !written)
        return dialogs_.refuse(tr("Export rule"), written.error());
    statusBar()->showMessage(tr("Written: %1").arg(*path), toldFor);
}

bool RuleEditor::saveOpen() {
    if (!open_ || text_->isReadOnly()) return false;
    const QString text = currentText();
    const bool isFile = open_->shelf != Shelf::Document && !isDraft();
    if (isFile) {
        const auto there = readRuleFile(open_->key);
        if ((!there || *there != stored_) &&
            !dialogs_.confirm({tr("Save rule"),
                               tr("'%1' was changed or removed by somebody else since you opened it. Saving replaces what is "
                                  "there now.")
                                   .arg(open_->key),
                               tr("Replace"), true}))
            return false;
    }
    isSaving_ = true;
    const auto saved = saveRule(workspace_, *open_, text);
    isSaving_ = false;
    if (!saved) {
        dialogs_.refuse(tr("Save rule"), saved.error());
        return false;
    }
    open_ = *saved;
    stored_ = text;
    mayRun_ = true;
    text_->document()->setModified(false);
    followShelves();
    run();
    statusBar()->showMessage(open_->shelf == Shelf::Document ? tr("Saved in the document; Undo there takes it back.")
                                                             : tr("Saved: %1").arg(open_->key),
                             toldFor);
    return true;
}

void RuleEditor::removeOpen() {
    if (!open_ || open_->shelf == Shelf::Own) return;
    const RulePlace place = *open_;
    const bool isFile = place.shelf != Shelf::Document && !isDraft();
    if (isFile && !dialogs_.confirm({tr("Delete rule"), tr("'%1' goes to the trash.").arg(place.key), tr("Delete"), true}))
        return;
    const QString id = headingOf(currentText()).word;
    if (!isDraft()) {
        text_->document()->setModified(false);
        if (const auto deleted = deleteRule(workspace_, place); !deleted)
            return dialogs_.refuse(tr("Delete rule"), deleted.error());
    }
    showNone();
    followShelves();
    statusBar()->showMessage(isFile ? tr("In the trash: %1").arg(place.key) : tr("Deleted: %1").arg(id), toldFor);
}

bool RuleEditor::mayLeave() {
    if (!isModified()) return true;
    const QString id = headingOf(currentText()).word.left(60);
    switch (dialogs_.askToSave(id.isEmpty() ? tr("the rule") : id)) {
        case UnsavedAnswer::Save:
            return saveOpen();
        case UnsavedAnswer::Discard:
            if (isDraft())
                showNone();
            else
                openRule(RulePlace(*open_)); // as it is kept
            return true;
        case UnsavedAnswer::Cancel:
            break;
    }
    return false;
}

} // namespace sallyport::ui
