// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What RuleEditor is put together from: actions, bars and columns.
#include "diagram/Icons.h"
#include "panels/PanelParts.h"
#include "ruleeditor/RuleEditor.h"
#include "ruleeditor/RuleList.h"
#include "ruleeditor/RuleTextEdit.h"
#include "ruleeditor/SchemaPanel.h"
#include "ruleeditor/TrialPanel.h"
#include "style/ElidedLabel.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int splitterWidth = 5;
} // namespace

QAction* RuleEditor::action(const QString& text, const char* drawing, const QKeySequence& keys,
                            const std::function<void()>& run) {
    auto* made = new QAction(text, this);
    made->setShortcut(keys);
    if (drawing) made->setProperty("drawing", QString::fromLatin1(drawing));
    connect(made, &QAction::triggered, this, run);
    addAction(made);
    return made;
}

void RuleEditor::buildActions() {
    newInDocument = action(tr("In this &document"), nullptr, QKeySequence::New, [this] { startNew(Shelf::Document); });
    newInFolder = action(tr("In &your folder"), nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
                         [this] { startNew(Shelf::User); });
    duplicateInDocument =
        action(tr("Into this &document"), nullptr, QKeySequence(Qt::CTRL | Qt::Key_D), [this] { duplicate(Shelf::Document); });
    duplicateInFolder = action(tr("Into &your folder"), nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                               [this] { duplicate(Shelf::User); });
    save = action(tr("&Save"), "act-save", QKeySequence::Save, [this] { saveOpen(); });
    remove = action(tr("D&elete rule"), "act-delete", {}, [this] { removeOpen(); });
    importInDocument = action(tr("Into this &document…"), nullptr, {}, [this] { importRule(Shelf::Document); });
    importInFolder = action(tr("Into &your folder…"), nullptr, {}, [this] { importRule(Shelf::User); });
    exportFile = action(tr("E&xport as file…"), "act-export", {}, [this] { exportRule(); });
    allow =
        action(tr("I have &looked at it: let it run"), nullptr, QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { letRun(); });
    chooseTeamFolder = action(tr("Choose the &team's folder…"), "act-open", {}, [this] {
        RuleSources& sources = workspace_.ruleSources();
        const QString start = sources.teamFolder().isEmpty() ? QDir::homePath() : sources.teamFolder();
        if (const auto folder = dialogs_.chooseFolder(tr("Team's folder of rules"), start)) sources.setTeamFolder(*folder);
    });
    noTeamFolder = action(tr("&No team's folder"), nullptr, {}, [this] { workspace_.ruleSources().setTeamFolder({}); });
    openFolder = action(tr("&Open your folder"), nullptr, {}, [this] {
        const QString folder = workspace_.ruleSources().userFolder();
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return dialogs_.refuse(tr("Open your folder"),
                                   {tr("The folder of rules could not be made."), folder, tr("Keep rules in the document.")});
        workspace_.ruleSources().reload();
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
    });
    undo_ = action(tr("&Undo"), "act-undo", QKeySequence::Undo, [this] { text_->undo(); });
    redo_ = action(tr("&Redo"), "act-redo", QKeySequence::Redo, [this] { text_->redo(); });
}

void RuleEditor::buildMenus() {
    const QMenu* rule = buildRuleMenu();
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({undo_, redo_});
    edit->addSeparator();
    edit->addAction(action(tr("&Words that may stand here"), nullptr, {}, [this] { text_->offerWords(); }));
    edit->addAction(action(tr("&Go to the mistake"), nullptr, QKeySequence(Qt::Key_F8), [this] { text_->goToMark(); }));
    buildViewMenu();
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(action(tr("&Form of a rule"), "act-help", QKeySequence(Qt::Key_F1), [this] { schema_->showForm(); }));
    buildToolBar(*rule);
}

QMenu* RuleEditor::buildRuleMenu() {
    QMenu* rule = menuBar()->addMenu(tr("&Rule"));
    const auto addSubmenu = [rule](const QString& title, const char* drawing, const QList<QAction*>& actions) {
        QMenu* menu = rule->addMenu(title);
        menu->menuAction()->setProperty("drawing", QString::fromLatin1(drawing));
        menu->addActions(actions);
    };
    addSubmenu(tr("&New rule"), "act-new", {newInDocument, newInFolder});
    addSubmenu(tr("&Duplicate"), "act-copy", {duplicateInDocument, duplicateInFolder});
    addSubmenu(tr("&Import"), "act-import", {importInDocument, importInFolder});
    rule->addActions({exportFile});
    rule->addSeparator();
    rule->addActions({save, allow, remove});
    rule->addSeparator();
    addSubmenu(tr("&Folders"), "act-open", {openFolder, chooseTeamFolder, noTeamFolder});
    rule->addSeparator();
    rule->addAction(action(tr("&Close"), nullptr, QKeySequence::Close, [this] { close(); }));
    return rule;
}

void RuleEditor::buildViewMenu() {
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(action(tr("&Find a rule"), "act-search", QKeySequence::Find, [this] { list_->search().setFocus(); }));
    view->addAction(action(tr("Find a &table or column"), nullptr, QKeySequence(Qt::CTRL | Qt::Key_T),
                           [this] { schema_->search().setFocus(); }));
    view->addAction(action(tr("Next &part of the window"), nullptr, QKeySequence(Qt::Key_F6), [this] { focusNextPart(); }));
    view->addSeparator();
    QAction* larger = action(tr("&Larger text"), "act-zoom_in", {}, [this] { text_->setZoom(text_->zoom() + 1); });
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    view->addAction(larger);
    view->addAction(
        action(tr("&Smaller text"), "act-zoom_out", QKeySequence::ZoomOut, [this] { text_->setZoom(text_->zoom() - 1); }));
    view->addAction(action(tr("&Usual text"), nullptr, QKeySequence(Qt::CTRL | Qt::Key_0), [this] { text_->setZoom(0); }));
}

/// The submenus of the rule menu are buttons here, too.
void RuleEditor::buildToolBar(const QMenu& ruleMenu) {
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName("Tools");
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize({20, 20});
    bar->setFixedHeight(48);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    for (QAction* one : ruleMenu.actions()) {
        if (!one->menu()) continue;
        auto* button = new QToolButton;
        button->setDefaultAction(one);
        button->setPopupMode(QToolButton::InstantPopup);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAccessibleName(one->menu()->title().remove(u'&'));
        bar->addWidget(button);
    }
    bar->addSeparator();
    bar->addActions({save, undo_, redo_});
    bar->addSeparator();
    bar->addActions({exportFile, remove});
    for (QToolButton* button : bar->findChildren<QToolButton*>()) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setMinimumSize(32, 32);
    }
}

QWidget* RuleEditor::buildHead() {
    auto* head = new QWidget;
    auto* grid = new QGridLayout(head);
    grid->setContentsMargins(12, 6, 12, 6);
    grid->setVerticalSpacing(0);
    heading_ = new ElidedLabel;
    heading_->setFont(typeFont(Type::Body, true));
    place_ = new ElidedLabel({}, Qt::ElideMiddle);
    place_->setFont(typeFont(Type::Hint));
    makeFaint(place_);
    state_ = textLabel({}, Type::Hint);
    grid->addWidget(heading_, 0, 0);
    grid->addWidget(place_, 1, 0);
    grid->addWidget(state_, 0, 1, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    return head;
}

void RuleEditor::buildParts() {
    list_ = new RuleList;
    text_ = new RuleTextEdit(tables_);
    schema_ = new SchemaPanel(tables_);
    panel_ = new TrialPanel(workspace_);
    auto* middle = new QWidget;
    auto* column = columnIn(middle, 0, 0);
    column->addWidget(buildHead());
    column->addWidget(hairline());
    pages_ = new QStackedWidget;
    empty_ = new EmptyState;
    pages_->addWidget(text_);
    pages_->addWidget(empty_);
    rows_ = new QSplitter(Qt::Vertical);
    rows_->addWidget(pages_);
    rows_->addWidget(panel_);
    rows_->setStretchFactor(0, 3);
    rows_->setStretchFactor(1, 2);
    rows_->setSizes({460, 280});
    column->addWidget(rows_, 1);
    columns_ = new QSplitter(Qt::Horizontal);
    columns_->addWidget(list_);
    columns_->addWidget(middle);
    columns_->addWidget(schema_);
    columns_->setSizes({280, 740, 340});
    columns_->setStretchFactor(1, 1);
    for (QSplitter* splitter : {rows_, columns_}) {
        splitter->setHandleWidth(splitterWidth);
        splitter->setChildrenCollapsible(false);
    }
    list_->setMinimumWidth(200);
    schema_->setMinimumWidth(220);
    panel_->setMinimumHeight(120);
    setCentralWidget(columns_);
    statusBar()->setSizeGripEnabled(false);
    cursor_ = new QLabel;
    cursor_->setContentsMargins(8, 0, 8, 0);
    statusBar()->addPermanentWidget(cursor_);
    // Del takes a rule away where the list has the keyboard.
    auto* deleteKey = new QAction(this);
    deleteKey->setShortcut(QKeySequence::Delete);
    deleteKey->setShortcutContext(Qt::WidgetShortcut);
    connect(deleteKey, &QAction::triggered, remove, &QAction::trigger);
    list_->tree().addAction(deleteKey);
}

void RuleEditor::applyTheme() {
    const diagram::Theme& theme = workspace_.theme();
    for (QAction* one : findChildren<QAction*>()) {
        const QString drawing = one->property("drawing").toString();
        if (!drawing.isEmpty()) one->setIcon(diagram::actionIcon(drawing, theme.ink, theme.disabled));
    }
}

void RuleEditor::focusNextPart() {
    QWidget* const parts[] = {&list_->tree(), text_, &panel_->findings(), &schema_->tree()};
    const QWidget* const rooms[] = {list_, text_, panel_, schema_};
    std::size_t now = 0;
    const QWidget* focused = QApplication::focusWidget();
    for (std::size_t i = 0; i < std::size(rooms); ++i)
        if (focused && (rooms[i] == focused || rooms[i]->isAncestorOf(focused))) now = i + 1;
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        QWidget* next = parts[(now + i) % std::size(parts)];
        if (!next->isVisible()) continue;
        next->setFocus(Qt::TabFocusReason);
        return;
    }
}

void RuleEditor::restoreFromSettings() {
    const QSettings* settings = workspace_.ruleSources().settings();
    if (!settings) return;
    restoreGeometry(settings->value("rules/window").toByteArray());
    columns_->restoreState(settings->value("rules/columns").toByteArray());
    rows_->restoreState(settings->value("rules/rows").toByteArray());
    text_->setZoom(settings->value("rules/text_size").toInt());
}

void RuleEditor::saveToSettings() const {
    QSettings* settings = workspace_.ruleSources().settings();
    if (!settings) return;
    settings->setValue("rules/window", saveGeometry());
    settings->setValue("rules/columns", columns_->saveState());
    settings->setValue("rules/rows", rows_->saveState());
    settings->setValue("rules/text_size", text_->zoom());
}

} // namespace sallyport::ui
