// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MainWindow.h"

#include "BottomPanel.h"
#include "FileActions.h"
#include "LensSwitch.h"
#include "Workbench.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasActions.h"
#include "diagram/Icons.h"
#include "dialogs/CommandPalette.h"
#include "panels/ControlPanel.h"
#include "ruleeditor/RuleEditor.h"
#include "style/MessageBar.h"
#include "style/SallyportStyle.h"
#include "welcome/WelcomePage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QMimeData>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport::ui {

const diagram::Theme& themeFrom(const QSettings& settings) {
    // Asked once: afterwards the application's palette is ours.
    static const bool darkDesktop = desktopIsDark();
    const QString wanted = settings.value("window/theme", "system").toString();
    const bool dark = wanted == "dark" || (wanted == "system" && darkDesktop);
    return dark ? diagram::Theme::dark() : diagram::Theme::light();
}

MainWindow::MainWindow(std::unique_ptr<IDialogs> dialogs, std::unique_ptr<QSettings> settings)
    : settings_(settings ? std::move(settings) : std::make_unique<QSettings>()),
      dialogs_(dialogs ? std::move(dialogs) : std::make_unique<Dialogs>(this)),
      overlay_(workspace_, selection_),
      files_(new FileActions(workspace_, *dialogs_, *settings_, overlay_, this)),
      workbench_(new Workbench(workspace_, selection_, overlay_, *dialogs_)),
      pages_(new QStackedWidget) {
    setObjectName("MainWindow");
    workspace_.setSettings(settings_.get());
    workspace_.setTheme(themeFrom(*settings_));
    setMinimumSize(QSize(1024, 640).boundedTo(roomOnScreen(*this)));
    resize(QSize(1440, 900).boundedTo(roomOnScreen(*this)));
    setAcceptDrops(true);
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    messages_ = new MessageBar;
    column->addWidget(messages_);
    column->addWidget(pages_, 1);
    setCentralWidget(middle);
    buildWelcome();
    pages_->addWidget(workbench_);
    palette_ = new CommandPalette(workspace_, this);
    buildActions();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectParts();
    applyTheme();
    restoreGeometry(settings_->value("window/geometry").toByteArray());
    workbench_->restoreFrom(*settings_);
    followDocument();
    showWelcome();
}

MainWindow::~MainWindow() {
    // The views go before what they look at: losing the keyboard is the last thing that some of them answer to.
    hide();
    delete rules_;
    delete takeCentralWidget();
}

bool MainWindow::isWelcomeShown() const { return pages_->currentWidget() == welcome_; }

void MainWindow::showWelcome() {
    welcome_->setRecent(files_->recent().list());
    pages_->setCurrentWidget(welcome_);
}

void MainWindow::buildWelcome() {
    welcome_ = new WelcomePage;
    welcome_->setSixQuestionsOffered(false);
    welcome_->setExamplesLine(tr("The same shop three ways, and a real one with its real faults"));
    pages_->addWidget(welcome_);
    connect(welcome_, &WelcomePage::newRequested, this, [this] { files_->newDocument(); });
    connect(welcome_, &WelcomePage::openRequested, this, [this](const QString& path) { files_->openFile(path); });
    connect(welcome_, &WelcomePage::importRequested, this,
            [this](const QString& path) { path.isEmpty() ? files_->importModel->trigger() : void(files_->openFile(path)); });
    connect(welcome_, &WelcomePage::exampleRequested, this, [this](const QString& path) { files_->openExample(path); });
    // After the window is up: reading and analysing the examples takes some milliseconds each.
    QTimer::singleShot(0, this, [this] {
        const QString folder = examplesFolder();
        const std::pair<const char*, QString> shown[] = {{"shared-gateway", tr("One gateway holds both client secrets")},
                                                         {"bff-per-app", tr("A BFF for each application")},
                                                         {"gateway-and-bffs", tr("A gateway in front of the BFFs")},
                                                         {"eshop", tr("A public reference application, as deployed")}};
        std::vector<ExampleModel> examples;
        for (const auto& [name, line] : shown) {
            auto example = exampleFrom(QDir(folder).filePath(QString::fromLatin1(name) + ".sallyport"), line);
            if (example) examples.push_back(std::move(*example));
        }
        welcome_->setExamples(examples);
    });
}

void MainWindow::connectParts() {
    connect(files_, &FileActions::documentShown, this, [this] {
        pages_->setCurrentWidget(workbench_);
        workbench_->canvas().setFocus();
        followDocument();
    });
    connect(files_, &FileActions::recentChanged, this, [this] { welcome_->setRecent(files_->recent().list()); });
    connect(files_, &FileActions::noticed, messages_, [this](const QString& text) { messages_->showNotice(text); });
    connect(workbench_, &Workbench::noticed, messages_, [this](const QString& text) { messages_->showNotice(text); });
    connect(&workspace_, &Workspace::refused, messages_, &MessageBar::showError);
    connect(&workspace_, &Workspace::historyChanged, this, &MainWindow::followDocument);
    connect(&workspace_, &Workspace::reviewChanged, this, &MainWindow::followReview);
    connect(&workspace_, &Workspace::selectionChanged, this, &MainWindow::followReview);
    connect(&workspace_, &Workspace::changed, this, &MainWindow::followReview);
    connect(&workspace_, &Workspace::themeChanged, this, &MainWindow::applyTheme);
    connect(&workbench_->canvas(), &Canvas::hintChanged, this, &MainWindow::followReview);
    connect(&workbench_->canvas(), &Canvas::zoomChanged, this, &MainWindow::followReview);
    connect(palette_, &CommandPalette::controlChosen, this, &MainWindow::showControl);
    palette_->setActions([this] { return allActions(); });
    connect(&workspace_, &Workspace::documentReplaced, this, &MainWindow::offerUnseenRules);
    connect(&workspace_.ruleSources(), &RuleSources::changed, this, &MainWindow::followRules);
    files_->setGuard([this] { return !rules_ || rules_->mayLeave(); });
}

void MainWindow::showRules() {
    if (!rules_) {
        rules_ = new RuleEditor(workspace_, *dialogs_, this);
        connect(rules_, &RuleEditor::closed, this, &MainWindow::offerUnseenRules); // what was looked at may still not run
    }
    rules_->show();
    rules_->raise();
    rules_->activateWindow();
}

void MainWindow::offerUnseenRules() {
    const int unseen = workspace_.ruleSources().pack()->unseen();
    if (unseen == 0) return messages_->withdrawOffer();
    messages_->showOffer(
        unseen == 1 ? tr("This model brings a rule of its own. It does not run before you have looked at it.")
                    : tr("This model brings %1 rules of its own. They do not run before you have looked at them.").arg(unseen),
        unseen == 1 ? tr("Look at it") : tr("Look at them"), [this] {
            showRules();
            rules_->showFirstUnseen();
        });
}

void MainWindow::followRules() {
    const int unseen = workspace_.ruleSources().pack()->unseen();
    rulesAction_->setText(unseen == 0 ? tr("R&ules…") : tr("R&ules (%1 not looked at)…").arg(unseen));
    if (unseen == 0) messages_->withdrawOffer();
}

void MainWindow::showControl(const rules::ControlRef& control) {
    pages_->setCurrentWidget(workbench_);
    workspace_.setLens(Lens::Coverage);
    selection_.setControl(control);
}

QList<QAction*> MainWindow::allActions() const {
    QList<QAction*> all;
    const std::function<void(const QMenu*)> gather = [&](const QMenu* menu) {
        for (QAction* action : menu->actions()) action->menu() ? gather(action->menu()) : void(all << action);
    };
    for (const QAction* title : menuBar()->actions())
        if (title->menu()) gather(title->menu());
    return all;
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayLeave()) return event->ignore();
    if (rules_) rules_->close();
    settings_->setValue("window/geometry", saveGeometry());
    workbench_->saveTo(*settings_);
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) { files_->openFile(event->mimeData()->urls().first().toLocalFile()); }

int runWindow(QApplication& application, const QStringList& files) {
    QApplication::setApplicationName("sallyport");
    QApplication::setApplicationDisplayName("Sallyport");
    QApplication::setOrganizationName("Sallyport");
    QApplication::setDesktopFileName("org.sallyport.Sallyport");
    const QSettings settings;
    SallyportStyle::apply(themeFrom(settings));
    QApplication::setWindowIcon(
        diagram::actionIcon("app-sallyport", diagram::Theme::light().accent, diagram::Theme::light().disabled));
    std::vector<std::unique_ptr<MainWindow>> windows;
    for (const QString& file : files.isEmpty() ? QStringList{QString()} : files) {
        auto& window = windows.emplace_back(std::make_unique<MainWindow>());
        window->show();
        if (!file.isEmpty()) window->files().openFile(file);
    }
    return application.exec();
}

} // namespace sallyport::ui
