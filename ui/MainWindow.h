// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LensOverlay.h"
#include "dialogs/IDialogs.h"
#include "panels/ControlSelection.h"
#include "workspace/Workspace.h"

#include <QMainWindow>
#include <QSettings>

class QApplication;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolButton;

namespace sallyport::ui {

class CanvasActions;
class CommandPalette;
class FileActions;
class LensSwitch;
class MessageBar;
class RuleEditor;
class WelcomePage;
class Workbench;

/// One window over one document. Assembles the parts and joins what one of them asks for to the part that does it;
/// decides nothing itself.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// dialogs: null for the real ones; settings: null for the user's.
    explicit MainWindow(std::unique_ptr<IDialogs> dialogs = nullptr, std::unique_ptr<QSettings> settings = nullptr);
    ~MainWindow() override;

    Workspace& workspace() { return workspace_; }
    Workbench& workbench() { return *workbench_; }
    FileActions& files() { return *files_; }
    CanvasActions& canvasActions() { return *canvasActions_; }
    CommandPalette& palette() { return *palette_; }
    bool isWelcomeShown() const;
    void showWelcome();
    /// Opens the window to write rules in.
    void showRules();
    /// Null before it was first opened.
    RuleEditor* ruleEditor() const { return rules_; }
    MessageBar& messages() const { return *messages_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildWelcome();
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void buildStatusBar();
    void connectParts();
    void applyTheme();
    void followDocument();
    void followReview();
    void followRules();
    void offerUnseenRules();
    void showControl(const rules::ControlRef& control);
    QList<QAction*> allActions() const;
    QAction* action(const QString& text, const char* icon, const QKeySequence& keys, const std::function<void()>& run);

    std::unique_ptr<QSettings> settings_;
    std::unique_ptr<IDialogs> dialogs_;
    Workspace workspace_;
    ControlSelection selection_;
    LensOverlay overlay_;
    FileActions* files_;
    Workbench* workbench_;
    CanvasActions* canvasActions_ = nullptr;
    LensSwitch* lenses_ = nullptr;
    WelcomePage* welcome_ = nullptr;
    CommandPalette* palette_ = nullptr;
    MessageBar* messages_ = nullptr;
    RuleEditor* rules_ = nullptr;
    QAction* rulesAction_ = nullptr;
    QStackedWidget* pages_;
    QAction* find_ = nullptr;
    std::vector<QAction*> viewActions_, helpActions_;
    QMenu* recentMenu_ = nullptr;
    QLabel *selected_ = nullptr, *saved_ = nullptr, *fresh_ = nullptr, *zoom_ = nullptr;
    QToolButton* unknown_ = nullptr;
};

/// The theme the user asked for: "light", "dark" or, by the desktop, "system".
const diagram::Theme& themeFrom(const QSettings& settings);

/// Opens a window for each file (one with the welcome page for none) and runs the application to its end. A file that is
/// refused is told in its window.
int runWindow(QApplication& application, const QStringList& files);

} // namespace sallyport::ui
