// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BottomPanel.h"

#include "diagram/Icons.h"
#include "workspace/Workspace.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>

namespace sallyport::ui {

BottomPanel::BottomPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      fold_(new QToolButton),
      tabs_(new QButtonGroup(this)),
      strip_(new QWidget),
      pages_(new QStackedWidget) {
    auto* row = new QHBoxLayout(strip_);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(4);
    fold_->setAutoRaise(true);
    fold_->setAccessibleName(tr("Open or fold the tables"));
    fold_->setToolTip(tr("Open or fold the tables (Shift+F9)"));
    row->addWidget(fold_);
    row->addStretch(1);
    strip_->setFixedHeight(32);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(strip_);
    column->addWidget(pages_, 1);
    pages_->hide();
    tabs_->setExclusive(true);
    connect(fold_, &QToolButton::clicked, this, [this] { setFolded(!isFolded()); });
    connect(&workspace, &Workspace::themeChanged, this, &BottomPanel::restyle);
    restyle();
}

int BottomPanel::addPage(QWidget* page, const QString& icon, const QString& text) {
    const int index = pages_->addWidget(page);
    auto* tab = new QToolButton;
    tab->setText(text);
    tab->setCheckable(true);
    tab->setChecked(index == 0);
    tab->setAutoRaise(true);
    tab->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setMinimumHeight(28);
    tabs_->addButton(tab, index);
    auto* row = static_cast<QHBoxLayout*>(strip_->layout());
    row->insertWidget(row->count() - 1, tab);
    icons_.push_back(icon);
    connect(tab, &QToolButton::clicked, this, [this, index] {
        const bool again = !isFolded() && pages_->currentIndex() == index;
        again ? setFolded(true) : show(index);
    });
    restyle();
    return index;
}

void BottomPanel::setText(int page, const QString& text) {
    if (auto* tab = tabs_->button(page)) tab->setText(text);
}

bool BottomPanel::isFolded() const { return pages_->isHidden(); }

void BottomPanel::setFolded(bool folded) {
    if (folded == isFolded()) return;
    pages_->setHidden(folded);
    setMaximumHeight(folded ? 32 : QWIDGETSIZE_MAX);
    restyle();
    Q_EMIT foldedChanged(folded);
}

void BottomPanel::show(int page) {
    pages_->setCurrentIndex(page);
    if (auto* tab = tabs_->button(page)) tab->setChecked(true);
    setFolded(false);
}

int BottomPanel::current() const { return pages_->currentIndex(); }

void BottomPanel::restyle() {
    const diagram::Theme& theme = workspace_.theme();
    fold_->setIcon(diagram::actionIcon(isFolded() ? "chev-up" : "chev-down", theme.ink2, theme.disabled));
    for (int i = 0; i < static_cast<int>(icons_.size()); ++i)
        tabs_->button(i)->setIcon(diagram::actionIcon(icons_[static_cast<std::size_t>(i)], theme.ink2, theme.disabled));
}

} // namespace sallyport::ui
