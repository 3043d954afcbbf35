// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workbench.h"

#include "BottomPanel.h"
#include "CopyView.h"
#include "DiagramTabs.h"
#include "LensOverlay.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/Navigator.h"
#include "canvas/OutlinePanel.h"
#include "canvas/PalettePanel.h"
#include "diagram/Icons.h"
#include "inspector/Inspector.h"
#include "inspector/TablePanel.h"
#include "panels/AdvicePanel.h"
#include "panels/BlastPanel.h"
#include "panels/ComparisonPanel.h"
#include "panels/ControlList.h"
#include "panels/ControlPanel.h"
#include "panels/ControlSelection.h"
#include "panels/CoveragePanel.h"
#include "panels/FindingsPanel.h"
#include "panels/HistoryPanel.h"
#include "panels/LegendBar.h"
#include "panels/RankingPanel.h"
#include "workspace/WhatIf.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int narrow = 1200; ///< below this width the left column folds away
constexpr int leftWidths[] = {208, 322, 312, 312};
constexpr int rightWidths[] = {316, 356, 344, 344};
constexpr int lenses = 4;

QVBoxLayout* columnOf(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

Workbench::Workbench(Workspace& workspace, ControlSelection& selection, LensOverlay& overlay, IDialogs& dialogs,
                     QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      selection_(selection),
      overlay_(overlay),
      columns_(new QSplitter(Qt::Horizontal)),
      middle_(new QSplitter(Qt::Vertical)),
      left_(new QStackedWidget),
      sides_(new QSplitter(Qt::Horizontal)),
      centre_(new QStackedWidget),
      right_(new QStackedWidget),
      whatIf_(new WhatIf(workspace, this)) {
    columnOf(this)->addWidget(columns_);
    columns_->setHandleWidth(5);
    middle_->setHandleWidth(5);
    buildMiddle(dialogs);
    buildLeft();
    buildRight(dialogs);
    buildBottom();
    columns_->addWidget(left_);
    columns_->addWidget(middle_);
    columns_->addWidget(right_);
    columns_->setStretchFactor(1, 1);
    for (int i = 0; i < 3; ++i) columns_->setCollapsible(i, false);
    left_->setMinimumWidth(180);
    right_->setMinimumWidth(260);
    connectParts();
    for (int lens = 0; lens < lenses; ++lens) widths_[lens] = {leftWidths[lens], 900, rightWidths[lens]};
    followLens();
}

void Workbench::buildLeft() {
    auto* design = new QWidget;
    auto* column = columnOf(design);
    auto* tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    auto* palette = new PalettePanel(workspace_);
    connect(palette, &PalettePanel::placingRequested, canvas_, [this](const Placeable& what) {
        canvas_->startPlacing(what);
        canvas_->setFocus();
    });
    connect(palette, &PalettePanel::placeRequested, canvas_,
            [this](const Placeable& what) { canvas_->commands().placeSomewhere(what); });
    tabs->addTab(palette, tr("Palette"));
    outline_ = new OutlinePanel(workspace_);
    tabs->addTab(outline_, tr("Outline"));
    column->addWidget(tabs, 1);
    column->addWidget(new Navigator(*canvas_));
    left_->addWidget(design);

    auto* ranking = new RankingPanel(workspace_);
    connect(ranking, &RankingPanel::addDataAsked, this, &Workbench::addData);
    left_->addWidget(ranking);
    auto* coverage = new CoveragePanel(workspace_, selection_);
    connect(coverage, &CoveragePanel::frameworksAsked, this, &Workbench::frameworksAsked);
    left_->addWidget(coverage);
    advice_ = new AdvicePanel(workspace_, *whatIf_);
    connect(advice_, &AdvicePanel::addDataAsked, this, &Workbench::addData);
    left_->addWidget(advice_);
}

void Workbench::buildMiddle(IDialogs& dialogs) {
    auto* drawn = new QWidget;
    auto* column = columnOf(drawn);
    auto* original = new QWidget;
    auto* originalColumn = columnOf(original);
    canvas_ = new Canvas(workspace_);
    legend_ = new LegendBar(workspace_);
    controlList_ = new ControlList(workspace_, selection_);
    centre_->addWidget(canvas_);
    centre_->addWidget(controlList_);
    diagramTabs_ = new DiagramTabs(workspace_, dialogs);
    coverageTabs_ = new QTabBar;
    coverageTabs_->setDrawBase(false);
    coverageTabs_->setExpanding(false);
    coverageTabs_->setDocumentMode(true);
    coverageTabs_->setFixedHeight(30);
    coverageTabs_->setAccessibleName(tr("Coverage as"));
    coverageTabs_->addTab(tr("Matrix"));
    coverageTabs_->addTab(tr("On the diagram"));
    connect(coverageTabs_, &QTabBar::currentChanged, this, &Workbench::followLens);
    originalColumn->addWidget(diagramTabs_);
    originalColumn->addWidget(coverageTabs_);
    originalColumn->addWidget(centre_, 1);
    original->setMinimumWidth(240); // no page of the middle keeps the copy from standing beside it
    sides_->addWidget(original);
    sides_->setHandleWidth(5);
    sides_->setChildrenCollapsible(false);
    column->addWidget(sides_, 1);
    column->addWidget(legend_);
    middle_->addWidget(drawn);
    middle_->setStretchFactor(0, 1);
}

void Workbench::buildRight(IDialogs& dialogs) {
    inspector_ = new Inspector(workspace_);
    blast_ = new BlastPanel(workspace_);
    controls_ = new ControlPanel(workspace_, selection_, dialogs);
    right_->addWidget(inspector_);
    right_->addWidget(blast_);
    right_->addWidget(controls_);
    auto* comparison = new ComparisonPanel(workspace_, *whatIf_);
    connect(comparison, &ComparisonPanel::applied, this,
            [this](const QString& title) { Q_EMIT noticed(tr("Done: %1. Undo (Ctrl+Z) takes it back.").arg(title)); });
    right_->addWidget(comparison);
}

void Workbench::buildBottom() {
    bottom_ = new BottomPanel(workspace_);
    findings_ = new FindingsPanel(workspace_, selection_);
    findingsPage_ = bottom_->addPage(findings_, "sev-medium", findings_->tabText());
    connect(findings_, &FindingsPanel::tabTextChanged, this, [this] { bottom_->setText(findingsPage_, findings_->tabText()); });
    for (const model::TableId id :
         {model::TableId::Identity, model::TableId::Secret, model::TableId::Grant, model::TableId::DataAsset}) {
        auto* table = new TablePanel(workspace_, id);
        const int page = bottom_->addPage(table, table->tabIcon(), table->tabText());
        connect(table, &TablePanel::tabTextChanged, this, [this, table, page] { bottom_->setText(page, table->tabText()); });
        if (id == model::TableId::DataAsset) {
            data_ = table;
            dataPage_ = page;
        }
    }
    bottom_->addPage(new HistoryPanel(workspace_), "act-history", tr("History"));
    middle_->addWidget(bottom_);
    middle_->setCollapsible(0, false);
    middle_->setCollapsible(1, false);
    bottom_->setMaximumHeight(32);
    connect(bottom_, &BottomPanel::foldedChanged, this, [this](bool folded) {
        const int all = middle_->height();
        middle_->setSizes({all - (folded ? 32 : 252), folded ? 32 : 252});
    });
}

void Workbench::connectParts() {
    overlay_.setPathSource([this]() -> const charts::Path* {
        const auto& path = blast_->path();
        return path ? &*path : nullptr;
    });
    overlay_.compareWith(*whatIf_, LensOverlay::Side::Original);
    connect(&overlay_, &LensOverlay::changed, this, [this] {
        canvas_->setOverlay(overlay_.overlay());
        followOverlays();
    });
    connect(blast_, &BlastPanel::addDataAsked, this, &Workbench::addData);
    connect(blast_, &BlastPanel::closeAsked, this, [this] { workspace_.setLens(Lens::Design); });
    connect(inspector_, &Inspector::findingRequested, this, [this](const QString& id) {
        bottom_->show(findingsPage_);
        findings_->showFinding(id);
    });
    connect(findings_, &FindingsPanel::controlFollowed, this, [this] { workspace_.setLens(Lens::Coverage); });
    connect(findings_, &FindingsPanel::fixed, this, [this](const QString& rule, const QString& what) {
        Q_EMIT noticed(tr("Fixed %1: %2. Undo (Ctrl+Z) takes it back.").arg(rule, what));
    });
    // The matrix has no place for most elements.
    connect(findings_, &FindingsPanel::elementFollowed, this, [this] {
        if (workspace_.lens() == Lens::Coverage) coverageTabs_->setCurrentIndex(1);
    });
    connect(findings_, &FindingsPanel::questionFollowed, this, [this](const QString& element, const QString& attribute) {
        workspace_.setLens(Lens::Design);
        right_->show();
        inspector_->ask(element, attribute);
    });
    connect(findings_, &FindingsPanel::unknownsAsked, this, [this] {
        workspace_.setLens(Lens::Design);
        workspace_.select({});
        inspector_->setUnknownOnly(true);
    });
    connect(&workspace_, &Workspace::lensChanged, this, &Workbench::followLens);
    connect(whatIf_, &WhatIf::changed, this, &Workbench::followWhatIf);
}

void Workbench::followWhatIf() {
    const bool isShown = whatIf_->isActive() && workspace_.lens() == Lens::Advice;
    if (isShown && !copyView_) {
        copyView_ = new CopyView(*whatIf_);
        connect(copyView_, &CopyView::overlayChanged, this, &Workbench::followOverlays);
        sides_->addWidget(copyView_);
    }
    if (!copyView_ || copyView_->isVisibleTo(sides_) == isShown) return;
    copyView_->setVisible(isShown);
    followOverlays();
    if (isShown) {
        // Beside or below: whichever shows the drawing larger.
        const QSizeF drawn = canvas_->drawing().bounds().size();
        const QSizeF room = sides_->size();
        const double beside = std::min(room.width() / 2 / drawn.width(), room.height() / drawn.height());
        const double below = std::min(room.width() / drawn.width(), room.height() / 2 / drawn.height());
        sides_->setOrientation(below > beside ? Qt::Vertical : Qt::Horizontal);
        sides_->setSizes({sides_->width(), sides_->width()});
    }
    // Once both have their sizes.
    QTimer::singleShot(0, canvas_, [this] { canvas_->camera().fit(false); });
}

/// One legend explains both drawings.
void Workbench::followOverlays() {
    diagram::Overlay both = overlay_.overlay();
    if (copyView_ && copyView_->isVisibleTo(sides_)) {
        const diagram::Overlay& copy = copyView_->canvas().overlay();
        const auto take = [](auto& marks, const auto& more) {
            for (auto at = more.begin(); at != more.end(); ++at)
                if (at->change != diagram::Change::Same) marks.insert(at.key(), *at);
        };
        take(both.components, copy.components);
        take(both.flows, copy.flows);
        take(both.zones, copy.zones);
    }
    legend_->setOverlay(both);
}

void Workbench::followLens() {
    if (isVisible()) widths_[static_cast<int>(shown_)] = columns_->sizes();
    shown_ = workspace_.lens();
    const int lens = static_cast<int>(shown_);
    left_->setCurrentIndex(lens);
    right_->setCurrentIndex(lens);
    const bool coverage = shown_ == Lens::Coverage;
    diagramTabs_->setVisible(!coverage);
    coverageTabs_->setVisible(coverage);
    centre_->setCurrentIndex(coverage && coverageTabs_->currentIndex() == 0 ? 1 : 0);
    QList<int> widths = widths_[lens];
    const int all = columns_->width() > 0 ? columns_->width() : 1440;
    widths[1] = std::max(300, all - widths[0] - widths[2]);
    columns_->setSizes(widths);
    followWhatIf();
}

void Workbench::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    left_->setVisible(leftWanted_ && width() >= narrow);
}

void Workbench::toggleLeft() {
    leftWanted_ = left_->isHidden();
    left_->setVisible(leftWanted_);
}

void Workbench::toggleBottom() { bottom_->setFolded(!bottom_->isFolded()); }

void Workbench::toggleRight() { right_->setVisible(right_->isHidden()); }

void Workbench::focusNextPart() {
    QWidget* const parts[] = {left_, centre_, right_, bottom_};
    int now = -1;
    for (int i = 0; i < 4; ++i)
        if (parts[i]->isAncestorOf(focusWidget())) now = i;
    for (int i = 1; i <= 4; ++i) {
        QWidget* part = parts[(now + i) % 4];
        if (!part->isVisible()) continue;
        auto* stack = qobject_cast<QStackedWidget*>(part);
        QWidget* target = stack ? stack->currentWidget() : part;
        if (target->focusPolicy() == Qt::NoFocus)
            for (QWidget* child : target->findChildren<QWidget*>())
                if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus)) {
                    target = child;
                    break;
                }
        target->setFocus(Qt::TabFocusReason);
        return;
    }
}

void Workbench::addData() {
    bottom_->show(dataPage_);
    data_->addRow();
}

void Workbench::saveTo(QSettings& settings) const {
    settings.setValue("window/columns", columns_->saveState());
    settings.setValue("window/bottomFolded", bottom_->isFolded());
    settings.setValue("window/bottomPage", bottom_->current());
}

void Workbench::restoreFrom(const QSettings& settings) {
    if (settings.contains("window/columns")) columns_->restoreState(settings.value("window/columns").toByteArray());
    if (!settings.value("window/bottomFolded", true).toBool()) bottom_->show(settings.value("window/bottomPage").toInt());
}

} // namespace sallyport::ui
