// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/IDialogs.h"
#include "ruleeditor/LiveTrial.h"
#include "ruleeditor/RuleShelf.h"
#include "rules/RulePack.h"
#include "rules/TableHelp.h"

#include <QMainWindow>

#include <optional>

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace sallyport::ui {

class ElidedLabel;
class EmptyState;
class RuleList;
class RuleTextEdit;
class SchemaPanel;
class TrialPanel;

/// The window to write rules in: left the rules there are, in the middle the text of one and below it what it says about the
/// open model, at the right what a rule may be written with.
///
/// A rule that came from elsewhere (with the document, or from an imported file) does not run before the user has said that
/// he has looked at it, or saves it. Texts are anybody's: they are shown as they are, never as rich text, up to a bound.
class RuleEditor : public QMainWindow {
    Q_OBJECT

public:
    /// Both must outlive it.
    RuleEditor(Workspace& workspace, IDialogs& dialogs, QWidget* parent = nullptr);
    ~RuleEditor() override;

    /// Asks about text that is not saved; false: stay.
    bool mayLeave();
    /// Opens the first rule of the document that nobody has looked at, or else stays.
    void showFirstUnseen();
    void openRule(const RulePlace& place);
    void startNew(Shelf shelf);

    const std::optional<RulePlace>& openPlace() const { return open_; }
    /// Whether the open rule may run: it did not come from elsewhere, or has been looked at.
    bool mayRun() const { return mayRun_; }

    RuleList& list() const { return *list_; }
    RuleTextEdit& text() const { return *text_; }
    SchemaPanel& schema() const { return *schema_; }
    TrialPanel& trialPanel() const { return *panel_; }
    const LiveTrial& trial() const { return trial_; }

    QAction *newInDocument, *newInFolder, *duplicateInDocument, *duplicateInFolder, *save, *remove, *importInDocument,
        *importInFolder, *exportFile, *allow, *chooseTeamFolder, *noTeamFolder, *openFolder;

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

Q_SIGNALS:
    void closed();

private:
    // RuleEditorBars.cpp
    void buildActions();
    void buildMenus();
    QMenu* buildRuleMenu();
    void buildViewMenu();
    void buildToolBar(const QMenu& ruleMenu);
    void buildParts();
    QWidget* buildHead();
    QAction* action(const QString& text, const char* drawing, const QKeySequence& keys, const std::function<void()>& run);
    void applyTheme();
    void focusNextPart();
    void restoreFromSettings();
    void saveToSettings() const;

    void connectParts();
    void choose(const RulePlace& place);
    void startDraft(Shelf shelf, const QString& text, bool mayRun, bool isModified);
    void duplicate(Shelf shelf);
    void importRule(Shelf shelf);
    void exportRule();
    bool saveOpen();
    void removeOpen();
    void askedFor();
    void letRun();
    /// No rule is open; `why`, if there is a reason to tell.
    void showNone(const QString& why = {});
    void setText(const QString& text, bool isReadOnly);

    bool isDraft() const { return open_ && open_->key.isEmpty(); }
    bool isModified() const;
    bool isWritable() const;
    QString currentText() const;
    void followText();
    void followShelves();
    void followReview();
    void run();
    void takeTrial(const rules::RuleTrial& trial);
    QString noteOnOpen() const;
    void showState();

    Workspace& workspace_;
    IDialogs& dialogs_;
    std::vector<rules::TableHelp> tables_;
    LiveTrial trial_;
    std::vector<ShelfRule> rules_;
    std::vector<rules::RuleProblem> knownProblems_;
    std::optional<RulePlace> open_;
    QString stored_; ///< As it is kept; what is shown unless it was modified.
    bool mayRun_ = true;
    bool isSetting_ = false; ///< The text changes, and nobody has written it.
    bool isSaving_ = false;  ///< What is kept and what is shown differ on the way.

    RuleList* list_ = nullptr;
    RuleTextEdit* text_ = nullptr;
    SchemaPanel* schema_ = nullptr;
    TrialPanel* panel_ = nullptr;
    QSplitter *columns_ = nullptr, *rows_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    ElidedLabel *heading_ = nullptr, *place_ = nullptr;
    QLabel *state_ = nullptr, *cursor_ = nullptr;
    QAction *undo_ = nullptr, *redo_ = nullptr;
};

} // namespace sallyport::ui
