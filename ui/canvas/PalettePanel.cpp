// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/PalettePanel.h"

#include "canvas/PaletteModel.h"
#include "diagram/Icons.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QDrag>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// A list that drags a card rather than a picture of its row.
class PaletteList : public QListView {
public:
    using QListView::QListView;

protected:
    void startDrag(Qt::DropActions actions) override {
        const QModelIndex index = currentIndex();
        QMimeData* data = index.isValid() ? model()->mimeData({index}) : nullptr;
        if (!data) return;
        auto* drag = new QDrag(this);
        drag->setMimeData(data);
        // The canvas shows what would be placed; the pointer needs no picture beside it.
        QPixmap none(1, 1);
        none.fill(Qt::transparent);
        drag->setPixmap(none);
        drag->exec(actions, Qt::CopyAction);
    }
};

} // namespace

PalettePanel::PalettePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), filter_(new QLineEdit), list_(new PaletteList), model_(new PaletteModel(this)) {
    setMinimumWidth(160);
    filter_->setPlaceholderText(tr("Filter kinds"));
    filter_->setAccessibleName(tr("Filter kinds"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(new QAction(filter_), QLineEdit::LeadingPosition);
    filter_->installEventFilter(this);
    list_->setAccessibleName(tr("Palette"));
    list_->setModel(model_);
    list_->setItemDelegate(new PaletteDelegate(*model_, list_));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setDragEnabled(true);
    list_->setDragDropMode(QAbstractItemView::DragOnly);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setMouseTracking(true);
    list_->viewport()->setAutoFillBackground(false);
    list_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(9, 0, 9, 0);
    top->addWidget(filter_);
    column->addLayout(top);
    column->addWidget(list_, 1);
    connect(filter_, &QLineEdit::textChanged, model_, &PaletteModel::setFilter);
    connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (const Placeable* what = model_->at(index)) Q_EMIT placingRequested(*what);
    });
    connect(list_, &QListView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const Placeable* what = model_->at(index)) Q_EMIT placeRequested(*what);
    });
    connect(&workspace, &Workspace::themeChanged, this, &PalettePanel::restyle);
    model_->build();
    restyle();
}

void PalettePanel::restyle() {
    for (QAction* action : filter_->actions())
        action->setIcon(diagram::actionIcon("act-search", workspace_.theme().ink3, workspace_.theme().disabled));
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == filter_ && (key == Qt::Key_Down || isEnter)) {
        // The first that was found, at once or to go on from.
        const QModelIndex first = model_->index(0);
        list_->setCurrentIndex(first);
        if (!isEnter)
            list_->setFocus(Qt::TabFocusReason);
        else if (const Placeable* what = model_->at(first))
            Q_EMIT placeRequested(*what);
        return true;
    }
    if (watched == filter_ && key == Qt::Key_Escape && !filter_->text().isEmpty()) {
        filter_->clear();
        return true;
    }
    if (watched == list_ && isEnter) {
        if (const Placeable* what = model_->at(list_->currentIndex())) Q_EMIT placeRequested(*what);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sallyport::ui
