// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/RuleEditor.h"

#include "panels/PanelParts.h"
#include "ruleeditor/RuleList.h"
#include "ruleeditor/RuleText.h"
#include "ruleeditor/RuleTextEdit.h"
#include "ruleeditor/SchemaPanel.h"
#include "ruleeditor/TrialPanel.h"
#include "style/ElidedLabel.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace sallyport::ui {

namespace {

enum Page { Text, Empty };

QString hiddenWarning(const QString& text) {
    const QStringList hidden = hiddenCharacters(text);
    return hidden.isEmpty() ? QString()
                            : RuleEditor::tr(
                                  "Beware: it has characters that do not show (%1), so it may do something else than "
                                  "it seems to say.")
                                  .arg(hidden.join(QStringLiteral(", ")));
}

} // namespace

RuleEditor::RuleEditor(Workspace& workspace, IDialogs& dialogs, QWidget* parent)
    : QMainWindow(parent, Qt::Window), workspace_(workspace), dialogs_(dialogs), trial_(workspace) {
    // The program's own resources; that they do not fit is a defect, and no reason to have no window.
    if (auto tables = rules::tableHelp())
        tables_ = std::move(*tables);
    else
        dialogs_.refuse(tr("Rules"), tables.error());
    setWindowTitle(tr("Rules[*]"));
    setAccessibleName(tr("Rules"));
    setMinimumSize(900, 560);
    resize(QSize(1360, 860).boundedTo(roomOnScreen(*this)));
    buildActions();
    buildParts();
    buildMenus();
    connectParts();
    applyTheme();
    restoreFromSettings();
    followShelves();
    showNone();
}

RuleEditor::~RuleEditor() { saveToSettings(); }

void RuleEditor::connectParts() {
    // Queued: saving what is open on the way makes the list anew, which must not happen inside its own signal.
    connect(list_, &RuleList::chosen, this, &RuleEditor::choose, Qt::QueuedConnection);
    connect(text_, &QPlainTextEdit::textChanged, this, &RuleEditor::followText);
    connect(text_->document(), &QTextDocument::modificationChanged, this, &RuleEditor::showState);
    connect(text_, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const QTextCursor cursor = text_->textCursor();
        cursor_->setText(tr("line %1, column %2").arg(cursor.blockNumber() + 1).arg(cursor.positionInBlock() + 1));
    });
    connect(text_, &RuleTextEdit::tooLong, this, [this] {
        dialogs_.refuse(tr("Paste"),
                        {tr("With this, the rule would be longer than 64 KB."), {}, tr("Split it into several rules.")});
    });
    connect(schema_, &SchemaPanel::nameChosen, text_, &RuleTextEdit::insertName);
    connect(&trial_, &LiveTrial::started, panel_, &TrialPanel::showRunning);
    connect(&trial_, &LiveTrial::finished, this, &RuleEditor::takeTrial);
    connect(panel_, &TrialPanel::asked, this, &RuleEditor::askedFor);
    connect(panel_, &TrialPanel::placeAsked, text_, &RuleTextEdit::goToMark);
    connect(empty_, &EmptyState::asked, this, [this] { startNew(Shelf::Document); });
    connect(&workspace_.ruleSources(), &RuleSources::changed, this, &RuleEditor::followShelves);
    connect(&workspace_, &Workspace::documentReplaced, this, &RuleEditor::followShelves);
    connect(&workspace_, &Workspace::reviewChanged, this, &RuleEditor::followReview);
    connect(&workspace_, &Workspace::themeChanged, this, &RuleEditor::applyTheme);
}

bool RuleEditor::isModified() const { return open_ && text_->document()->isModified(); }

QString RuleEditor::currentText() const { return isModified() ? text_->toPlainText() : stored_; }

void RuleEditor::choose(const RulePlace& place) {
    if (open_ == place) return;
    if (!mayLeave()) return list_->mark(open_);
    openRule(place);
}

void RuleEditor::openRule(const RulePlace& place) {
    const auto text = ruleText(workspace_, place);
    if (!text) {
        showNone(text.error().what + u' ' + text.error().remedy);
        return;
    }
    open_ = place;
    mayRun_ = place.shelf != Shelf::Document || workspace_.ruleSources().isApproved(*text);
    setText(*text, !isWritable());
    followShelves();
    run();
}

void RuleEditor::setText(const QString& text, bool isReadOnly) {
    stored_ = text;
    isSetting_ = true;
    text_->markPlace({});
    text_->setPlainText(text);
    text_->document()->setModified(false);
    text_->setReadOnly(isReadOnly);
    pages_->setCurrentIndex(open_ ? Text : Empty);
    isSetting_ = false;
}

bool RuleEditor::isWritable() const {
    if (!open_ || open_->shelf == Shelf::Own) return false;
    return open_->shelf == Shelf::Document || isDraft() || QFileInfo(open_->key).isWritable();
}

void RuleEditor::showNone(const QString& why) {
    open_.reset();
    trial_.cancel();
    setText({}, true);
    empty_->say(why.isEmpty() ? tr("Choose a rule at the left, or write one.") : why,
                why.isEmpty() ? tr("New rule") : QString());
    panel_->showWaiting({});
    list_->mark({});
    showState();
}

void RuleEditor::showFirstUnseen() {
    for (const ShelfRule& rule : rules_)
        if (rule.unseen) {
            choose(rule.place);
            return text_->setFocus();
        }
}

void RuleEditor::askedFor() {
    if (open_ && !mayRun_) letRun();
}

void RuleEditor::letRun() {
    if (!open_ || mayRun_) return;
    mayRun_ = true;
    if (open_->shelf == Shelf::Document && !isDraft() && !isModified()) workspace_.ruleSources().approve({stored_});
    followShelves();
    run();
}

void RuleEditor::followText() {
    if (!open_ || isSetting_) return;
    text_->markPlace({});
    if (isDraft()) list_->renameDraft(headingOf(text_->toPlainText()));
    showState();
    run();
}

void RuleEditor::run() {
    if (!open_) return;
    if (!mayRun_) {
        trial_.cancel();
        const QString from = open_->key.isEmpty() ? tr("This rule comes from a file, and nobody has looked at it yet.")
                                                  : tr("This rule came with the document, and you have not looked at it yet.");
        panel_->showWaiting(from + u' ' + tr("It does not run before.") + u' ' + hiddenWarning(currentText()),
                            tr("I have looked at it: let it run"));
    } else {
        trial_.ask(currentText(), open_->shelf == Shelf::Own);
    }
}

void RuleEditor::takeTrial(const rules::RuleTrial& trial) {
    if (!open_ || !mayRun_) return;
    panel_->showTrial(trial);
    panel_->setNote(noteOnOpen());
    text_->markPlace(trial.refusal ? trial.place : rules::TextPlace{}, trial.refusal ? trial.refusal->what : QString());
}

QString RuleEditor::noteOnOpen() const {
    QStringList notes;
    const QString id = headingOf(currentText()).word;
    const auto other = std::find_if(rules_.begin(), rules_.end(),
                                    [&](const ShelfRule& rule) { return rule.id == id && rule.place != *open_; });
    const auto self = std::find_if(rules_.begin(), rules_.end(), [&](const ShelfRule& rule) { return rule.place == *open_; });
    if (open_->shelf != Shelf::Own && other != rules_.end() && other->place.shelf == Shelf::Own)
        notes << tr("%1 is the id of one of Sallyport's own rules, so a review leaves this one out. Change the first line.")
                     .arg(id);
    else if (open_->shelf == Shelf::Document && other != rules_.end())
        notes << tr("There is another rule %1, so a review leaves this one out. Change the first line.").arg(id);
    else if (self != rules_.end() && !self->problem.isEmpty() && !isModified())
        notes << self->problem + u' ' + self->remedy;
    const auto& trial = panel_->trial();
    if (trial && !trial->givesWay.isEmpty())
        notes << tr("A review leaves out rows that %1 has, too; here they are all shown.").arg(trial->givesWay.join(u", "));
    if (trial && trial->isCheck) notes << tr("This is a check: controls count it, and no review lists it as a finding.");
    notes << hiddenWarning(currentText());
    notes.removeAll(QString());
    return notes.join(u'\n').left(rules::TrialBench::mostText);
}

void RuleEditor::followShelves() {
    if (isSaving_) return;
    rules_ = rulesOnShelves(workspace_);
    std::optional<ShelfRule> draft;
    if (isDraft()) {
        const FormWord heading = headingOf(currentText());
        draft = ShelfRule{*open_, heading.word, heading.text, false, {}, {}};
    }
    const RuleSources& sources = workspace_.ruleSources();
    QString team = sources.teamFolder().isEmpty() ? tr("No folder chosen.") : QDir::toNativeSeparators(sources.teamFolder());
    for (const rules::RuleProblem& problem : sources.pack()->problems())
        if (problem.file == sources.teamFolder() && !problem.file.isEmpty()) team = problem.what;
    list_->setRules(rules_, draft,
                    {tr("None. They travel with it."),
                     sources.userFolder().isEmpty() ? tr("No folder.") : QDir::toNativeSeparators(sources.userFolder()), team,
                     tr("They come with the program.")});
    if (open_ && !isDraft() && !isModified()) {
        // Undo, another program or another document may have changed it meanwhile.
        const bool isThere =
            std::any_of(rules_.begin(), rules_.end(), [this](const ShelfRule& rule) { return rule.place == *open_; });
        const auto text = ruleText(workspace_, *open_);
        if (!isThere || !text) return showNone();
        if (*text != stored_) {
            mayRun_ = open_->shelf != Shelf::Document || workspace_.ruleSources().isApproved(*text);
            setText(*text, !isWritable());
            run();
        }
    }
    list_->mark(open_);
    showState();
}

void RuleEditor::followReview() {
    const auto review = workspace_.review();
    if (!review || !workspace_.isReviewCurrent() || review->problems == knownProblems_) return;
    knownProblems_ = review->problems;
    followShelves();
}

void RuleEditor::showState() {
    const bool isOpen = open_.has_value();
    const bool isOwn = isOpen && open_->shelf == Shelf::Own;
    const FormWord heading = isOpen ? headingOf(currentText()) : FormWord{};
    heading_->setText((heading.word + QStringLiteral("  ") + heading.text).left(300).simplified());
    place_->setText(!isOpen                           ? QString()
                    : open_->shelf == Shelf::Document ? tr("in this document")
                    : isOwn                           ? tr("comes with the program")
                    : isDraft()                       ? tr("new in your folder")
                                                      : QDir::toNativeSeparators(open_->key));
    state_->setText(!isOpen               ? QString()
                    : isOwn               ? tr("Read only: duplicate it to change it")
                    : text_->isReadOnly() ? tr("Read only")
                    : isModified()        ? tr("Not saved")
                    : isDraft()           ? tr("New")
                    : !mayRun_            ? tr("Not looked at")
                                          : tr("Saved"));
    setWindowModified(isModified());
    save->setEnabled(isOpen && !text_->isReadOnly() && (isDraft() || isModified()));
    remove->setEnabled(isOpen && !isOwn);
    exportFile->setEnabled(isOpen);
    duplicateInDocument->setEnabled(isOpen);
    // From there it would run without being looked at.
    duplicateInFolder->setEnabled(isOpen && mayRun_);
    allow->setEnabled(isOpen && !mayRun_);
    noTeamFolder->setEnabled(!workspace_.ruleSources().teamFolder().isEmpty());
    undo_->setEnabled(isOpen && text_->document()->isUndoAvailable());
    redo_->setEnabled(isOpen && text_->document()->isRedoAvailable());
}

void RuleEditor::closeEvent(QCloseEvent* event) {
    if (!mayLeave()) return event->ignore();
    trial_.cancel(); // nobody looks
    saveToSettings();
    event->accept();
    Q_EMIT closed();
}

void RuleEditor::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    followShelves();
    run();
}

} // namespace sallyport::ui
