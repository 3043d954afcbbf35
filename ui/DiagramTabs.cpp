// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DiagramTabs.h"

#include "diagram/Icons.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace sallyport::ui {

DiagramTabs::DiagramTabs(Workspace& workspace, IDialogs& dialogs, QWidget* parent)
    : QWidget(parent), workspace_(workspace), dialogs_(dialogs), tabs_(new QTabBar), add_(new QToolButton) {
    setFixedHeight(30);
    tabs_->setDrawBase(false);
    tabs_->setExpanding(false);
    tabs_->setMovable(true);
    tabs_->setDocumentMode(true);
    tabs_->setUsesScrollButtons(true);
    tabs_->setAccessibleName(tr("Diagrams"));
    tabs_->setContextMenuPolicy(Qt::CustomContextMenu);
    add_->setAutoRaise(true);
    add_->setToolTip(tr("Add a diagram"));
    add_->setAccessibleName(tr("Add a diagram"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(4);
    row->addWidget(tabs_);
    row->addWidget(add_);
    row->addStretch(1);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int index) {
        if (!following_ && index >= 0) workspace_.setDiagram({tabs_->tabData(index).toString()});
    });
    connect(tabs_, &QTabBar::tabBarDoubleClicked, this, &DiagramTabs::rename);
    connect(tabs_, &QTabBar::tabMoved, this, [this] {
        workspace_.edit(tr("Order diagrams"), [this](document::Editor& editor) {
            for (int i = 0; i < tabs_->count(); ++i)
                editor.set(model::TableId::Diagram, tabs_->tabData(i).toString(), "ordinal", model::Value(qint64(i)));
        });
    });
    connect(tabs_, &QWidget::customContextMenuRequested, this, &DiagramTabs::showMenu);
    connect(add_, &QToolButton::clicked, this, &DiagramTabs::addDiagram);
    connect(&workspace, &Workspace::documentReplaced, this, &DiagramTabs::follow);
    connect(&workspace, &Workspace::diagramChanged, this, &DiagramTabs::follow);
    connect(&workspace, &Workspace::changed, this, [this](const document::Changes& changes) {
        if (changes.touches(model::TableId::Diagram)) follow();
    });
    connect(&workspace, &Workspace::themeChanged, this, &DiagramTabs::restyle);
    follow();
    restyle();
}

void DiagramTabs::restyle() {
    add_->setIcon(diagram::actionIcon("act-plus", workspace_.theme().ink2, workspace_.theme().disabled));
}

void DiagramTabs::follow() {
    std::vector<model::Diagram> diagrams(workspace_.model().diagrams.begin(), workspace_.model().diagrams.end());
    std::stable_sort(diagrams.begin(), diagrams.end(), [](const auto& a, const auto& b) { return a.ordinal < b.ordinal; });
    following_ = true;
    while (tabs_->count() > static_cast<int>(diagrams.size())) tabs_->removeTab(tabs_->count() - 1);
    for (int i = 0; i < static_cast<int>(diagrams.size()); ++i) {
        const model::Diagram& diagram = diagrams[static_cast<std::size_t>(i)];
        if (i >= tabs_->count()) tabs_->addTab({});
        tabs_->setTabText(i, diagram.title);
        tabs_->setTabData(i, diagram.id.value);
        if (diagram.id == workspace_.diagram()) tabs_->setCurrentIndex(i);
    }
    following_ = false;
}

void DiagramTabs::addDiagram() {
    const model::DiagramId id = document::Editor::newId<model::Diagram>();
    const bool added = workspace_.edit(tr("Add diagram"), [&](document::Editor& editor) {
        editor.put(model::Diagram{id, tr("Diagram %1").arg(tabs_->count() + 1), tabs_->count()});
    });
    if (added) workspace_.setDiagram(id);
}

void DiagramTabs::rename(int index) {
    if (index < 0) return;
    const QString id = tabs_->tabData(index).toString();
    const auto title = dialogs_.askText(tr("Rename diagram"), tr("Title"), tabs_->tabText(index));
    if (title) workspace_.edit(tr("Rename diagram"), [&](document::Editor& editor) { document::rename(editor, id, *title); });
}

void DiagramTabs::remove(int index) {
    const QString id = tabs_->tabData(index).toString();
    workspace_.edit(tr("Delete diagram"), [&](document::Editor& editor) { document::eraseElements(editor, {id}); });
}

void DiagramTabs::showMenu(const QPoint& at) {
    const int index = tabs_->tabAt(at);
    if (index < 0) return;
    QMenu menu;
    menu.addAction(tr("Rename…"), this, [this, index] { rename(index); });
    // A model without a diagram could not be drawn in; its elements stay in the model whatever diagram goes.
    menu.addAction(tr("Delete diagram"), this, [this, index] { remove(index); })->setEnabled(tabs_->count() > 1);
    menu.exec(tabs_->mapToGlobal(at));
}

} // namespace sallyport::ui
