// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bars of MainWindow: menus, toolbar, status bar, and what they show.
#include "BottomPanel.h"
#include "FileActions.h"
#include "LensSwitch.h"
#include "MainWindow.h"
#include "Workbench.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasActions.h"
#include "diagram/Icons.h"
#include "dialogs/AboutDialog.h"
#include "dialogs/CommandPalette.h"
#include "dialogs/FrameworksDialog.h"
#include "dialogs/PolicyDialog.h"
#include "dialogs/ShortcutsDialog.h"
#include "inspector/Inspector.h"
#include "style/SallyportStyle.h"

#include <QActionGroup>
#include <QApplication>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

namespace sallyport::ui {

QAction* MainWindow::action(const QString& text, const char* icon, const QKeySequence& keys, const std::function<void()>& run) {
    auto* made = new QAction(text, this);
    made->setShortcut(keys);
    if (icon) made->setProperty("drawing", QString::fromLatin1(icon));
    connect(made, &QAction::triggered, this, run);
    return made;
}

void MainWindow::buildActions() {
    canvasActions_ = new CanvasActions(workbench_->canvas(), this);
    find_ = action(tr("&Find or run…"), "act-search", QKeySequence::Find, [this] { palette_->open(); });
    viewActions_ = {
        action(tr("&Left panel"), nullptr, QKeySequence(Qt::Key_F9), [this] { workbench_->toggleLeft(); }),
        action(tr("&Tables below"), nullptr, QKeySequence(Qt::SHIFT | Qt::Key_F9), [this] { workbench_->toggleBottom(); }),
        action(tr("&Right panel"), nullptr, QKeySequence(Qt::CTRL | Qt::Key_F9), [this] { workbench_->toggleRight(); }),
        action(tr("Next &part of the window"), nullptr, QKeySequence(Qt::Key_F6), [this] { workbench_->focusNextPart(); })};
    helpActions_ = {action(tr("&Keyboard…"), nullptr, QKeySequence(Qt::Key_F1),
                           [this] {
                               ShortcutsDialog dialog({ShortcutGroup::of(tr("Everything"), allActions())}, this);
                               dialog.exec();
                           }),
                    action(tr("&Welcome page"), nullptr, {}, [this] { showWelcome(); }),
                    action(tr("&About Sallyport"), nullptr, {}, [this] {
                        AboutDialog dialog(this);
                        dialog.exec();
                    })};
}

void MainWindow::buildMenus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addActions({files_->createNew, files_->open});
    recentMenu_ = file->addMenu(tr("Open &recent"));
    connect(recentMenu_, &QMenu::aboutToShow, this, [this] {
        recentMenu_->clear();
        for (const RecentFile& recent : files_->recent().list())
            recentMenu_
                ->addAction(QFileInfo(recent.path).fileName(), this, [this, path = recent.path] { files_->openFile(path); })
                ->setToolTip(recent.path);
        recentMenu_->addSeparator();
        recentMenu_->addAction(tr("Clear"), this, [this] { files_->recent().clear(); });
    });
    file->addActions({files_->importModel});
    file->addSeparator();
    file->addActions(
        {files_->save, files_->saveAs, files_->exportJson, files_->exportPicture, files_->exportTables, files_->report});
    file->addSeparator();
    file->addAction(action(tr("&Quit"), nullptr, QKeySequence::Quit, [this] { close(); }));

    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    canvasActions_->fillEditMenu(*edit);
    edit->addSeparator();
    edit->addAction(find_);
    QMenu* view = menuBar()->addMenu(tr("&View"));
    lenses_ = new LensSwitch(workspace_);
    for (QAction* lens : lenses_->actions()) view->addAction(lens);
    view->addSeparator();
    canvasActions_->fillViewMenu(*view);
    view->addSeparator();
    for (QAction* one : viewActions_) view->addAction(one);
    QMenu* theme = view->addMenu(tr("T&heme"));
    auto* themes = new QActionGroup(this);
    for (const auto& [word, text] :
         {std::pair("system", tr("As the desktop")), std::pair("light", tr("Light")), std::pair("dark", tr("Dark"))}) {
        QAction* choice = theme->addAction(text);
        choice->setCheckable(true);
        choice->setChecked(settings_->value("window/theme", "system").toString() == word);
        themes->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, word = QString::fromLatin1(word)] {
            settings_->setValue("window/theme", word);
            workspace_.setTheme(themeFrom(*settings_));
        });
    }

    QMenu* insert = menuBar()->addMenu(tr("&Insert"));
    canvasActions_->fillInsertMenu(*insert);
    QMenu* arrange = menuBar()->addMenu(tr("&Arrange"));
    canvasActions_->fillArrangeMenu(*arrange);
    QMenu* review = menuBar()->addMenu(tr("&Review"));
    review->addAction(action(tr("&Policy of this model…"), nullptr, {}, [this] {
        PolicyDialog dialog(workspace_, this);
        dialog.exec();
    }));
    auto* frameworks = action(tr("&Frameworks of this model…"), nullptr, {}, [this] {
        FrameworksDialog dialog(workspace_, this);
        dialog.exec();
    });
    connect(workbench_, &Workbench::frameworksAsked, frameworks, &QAction::trigger);
    review->addAction(frameworks);
    rulesAction_ = action(tr("R&ules…"), nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { showRules(); });
    review->addAction(rulesAction_);
    review->addAction(action(tr("&Unanswered questions"), nullptr, {}, [this] { unknown_->click(); }));
    review->addAction(action(tr("&Findings"), nullptr, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                             [this] { workbench_->bottom().show(0); }));
    review->addAction(files_->report);
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    for (QAction* one : helpActions_) help->addAction(one);
}

void MainWindow::buildToolBar() {
    auto* bar = addToolBar(tr("Tools"));
    bar->setObjectName("Tools");
    bar->setMovable(false);
    bar->setFloatable(false);
    bar->setIconSize({20, 20});
    bar->setFixedHeight(48);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({files_->open, files_->save});
    bar->addSeparator();
    bar->addActions({canvasActions_->undo, canvasActions_->redo});
    bar->addSeparator();
    bar->addActions(canvasActions_->tools->actions());
    bar->addSeparator();
    bar->addActions({canvasActions_->snap, canvasActions_->fit});
    const auto addSpace = [bar] {
        auto* space = new QWidget;
        space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        bar->addWidget(space);
    };
    addSpace();
    bar->addWidget(lenses_);
    addSpace();
    auto* find = new QPushButton(tr("Find or run…    %1").arg(find_->shortcut().toString(QKeySequence::NativeText)));
    find->setProperty("drawing", "act-search");
    find->setMinimumWidth(220);
    connect(find, &QPushButton::clicked, find_, &QAction::trigger);
    bar->addWidget(find);
    auto* gap = new QWidget;
    gap->setFixedWidth(12);
    bar->addWidget(gap);
    auto* report = new QPushButton(tr("Report…"));
    report->setProperty("drawing", "act-report");
    connect(report, &QPushButton::clicked, files_->report, &QAction::trigger);
    bar->addWidget(report);
    auto* end = new QWidget;
    end->setFixedWidth(8);
    bar->addWidget(end);
    for (QToolButton* button : bar->findChildren<QToolButton*>()) {
        button->setFixedSize(32, 32);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

void MainWindow::buildStatusBar() {
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFixedHeight(26);
    selected_ = new QLabel;
    selected_->setContentsMargins(8, 0, 8, 0);
    statusBar()->addWidget(selected_, 1);
    unknown_ = new QToolButton;
    unknown_->setAutoRaise(true);
    unknown_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    unknown_->setToolTip(tr("Show the unanswered questions"));
    connect(unknown_, &QToolButton::clicked, this, [this] {
        workspace_.setLens(Lens::Design);
        workbench_->inspector().setUnknownOnly(true);
    });
    fresh_ = new QLabel;
    saved_ = new QLabel;
    zoom_ = new QLabel;
    for (QWidget* one : {static_cast<QWidget*>(unknown_), static_cast<QWidget*>(fresh_), static_cast<QWidget*>(saved_),
                         static_cast<QWidget*>(zoom_)}) {
        one->setContentsMargins(6, 0, 6, 0);
        statusBar()->addPermanentWidget(one);
    }
}

void MainWindow::followDocument() {
    const document::Document& document = workspace_.document();
    setWindowTitle(files_->displayName() + "[*]");
    setWindowModified(document.isModified());
    saved_->setText(document.isModified() ? tr("Not saved") : document.path().isEmpty() ? tr("No changes") : tr("Saved"));
    followReview();
}

void MainWindow::followReview() {
    const model::Model& model = workspace_.model();
    const QString counts =
        tr("%1 components, %2 flows, %3 zones").arg(model.components.size()).arg(model.flows.size()).arg(model.zones.size());
    const QStringList& selection = workspace_.selection();
    const QString& hint = workbench_->canvas().hint();
    selected_->setText(!hint.isEmpty()         ? hint
                       : selection.isEmpty()   ? counts
                       : selection.size() == 1 ? tr("1 selected: %1 · %2").arg(model.nameOf(selection.first()), counts)
                                               : tr("%1 selected · %2").arg(selection.size()).arg(counts));
    const auto review = workspace_.review();
    unknown_->setText(review ? tr("%1 unknown").arg(review->unknownTotal) : QString());
    unknown_->setVisible(review && review->unknownTotal > 0);
    fresh_->setText(workspace_.isReviewCurrent() ? tr("Results are current") : tr("Analysing…"));
    zoom_->setText(QString("%1 %").arg(qRound(workbench_->canvas().zoom() * 100)));
}

void MainWindow::applyTheme() {
    const diagram::Theme& theme = workspace_.theme();
    SallyportStyle::apply(theme);
    const auto dress = [&](auto* one) {
        const QString drawing = one->property("drawing").toString();
        if (!drawing.isEmpty()) one->setIcon(diagram::actionIcon(drawing, theme.ink, theme.disabled));
    };
    for (QAction* one : findChildren<QAction*>()) dress(one);
    for (QPushButton* one : findChildren<QPushButton*>()) dress(one);
    unknown_->setIcon(diagram::actionIcon("cov-unknown", theme.unk, theme.disabled));
}

} // namespace sallyport::ui
