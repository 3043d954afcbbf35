// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/OutlinePanel.h"

#include "canvas/Arranging.h"
#include "canvas/OutlineModel.h"
#include "canvas/Placeable.h"
#include "diagram/Geometry.h"
#include "diagram/Icons.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 24};
    }
};

} // namespace

OutlinePanel::OutlinePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      filter_(new QLineEdit),
      tree_(new QTreeView),
      model_(new OutlineModel(workspace, this)),
      shown_(new QSortFilterProxyModel(this)) {
    setMinimumWidth(160);
    shown_->setSourceModel(model_);
    shown_->setRecursiveFilteringEnabled(true);
    shown_->setAutoAcceptChildRows(true);
    shown_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    filter_->setPlaceholderText(tr("Filter elements"));
    filter_->setAccessibleName(tr("Filter elements"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(new QAction(filter_), QLineEdit::LeadingPosition);
    tree_->setAccessibleName(tr("Outline"));
    tree_->setModel(shown_);
    tree_->setHeaderHidden(true);
    tree_->setItemDelegate(new RowDelegate(tree_));
    tree_->setFrameShape(QFrame::NoFrame);
    tree_->setUniformRowHeights(true);
    tree_->setIndentation(14);
    tree_->setIconSize({16, 16});
    tree_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    tree_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    tree_->setExpandsOnDoubleClick(false);
    tree_->setDragEnabled(true);
    tree_->setAcceptDrops(true);
    tree_->setDropIndicatorShown(true);
    tree_->setDragDropMode(QAbstractItemView::DragDrop);
    tree_->setDefaultDropAction(Qt::MoveAction);
    tree_->setContextMenuPolicy(Qt::CustomContextMenu);
    tree_->setTextElideMode(Qt::ElideMiddle);
    tree_->viewport()->setAutoFillBackground(false);
    tree_->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(6);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(9, 0, 9, 0);
    top->addWidget(filter_);
    column->addLayout(top);
    column->addWidget(tree_, 1);

    connect(tree_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutlinePanel::takeSelection);
    connect(tree_, &QWidget::customContextMenuRequested, this, &OutlinePanel::showMenu);
    connect(&workspace, &Workspace::selectionChanged, this, &OutlinePanel::showSelection);
    connect(filter_, &QLineEdit::textChanged, this, &OutlinePanel::applyFilter);
    connect(model_, &QAbstractItemModel::modelAboutToBeReset, this, &OutlinePanel::keepExpanded);
    connect(model_, &QAbstractItemModel::modelReset, this, &OutlinePanel::expandAgain);
    connect(model_, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& above, int first, int last) {
        for (int row = first; row <= last; ++row) expandIfZone(model_->index(row, 0, above));
        showSelection();
    });
    const auto restyle = [this] {
        for (QAction* action : filter_->actions())
            action->setIcon(diagram::actionIcon("act-search", workspace_.theme().ink3, workspace_.theme().disabled));
    };
    connect(&workspace, &Workspace::themeChanged, this, restyle);
    restyle();
    expandAgain();
}

QModelIndex OutlinePanel::indexOf(const QString& id) const { return shown_->mapFromSource(model_->indexOf(id)); }

// ---- what is expanded

void OutlinePanel::expandIfZone(const QModelIndex& source) {
    if (workspace_.model().zones.contains({model_->idOf(source)})) tree_->expand(shown_->mapFromSource(source));
}

void OutlinePanel::keepExpanded() {
    if (isFiltered_) return; // everything is open then, which nobody asked for
    folded_.clear();
    opened_.clear();
    const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
        for (int row = 0; row < model_->rowCount(parent); ++row) {
            const QModelIndex index = model_->index(row, 0, parent);
            const bool isOpen = tree_->isExpanded(shown_->mapFromSource(index)),
                       isZone = workspace_.model().zones.contains({model_->idOf(index)});
            if (isZone && !isOpen) folded_.insert(model_->idOf(index));
            if (!isZone && isOpen) opened_.insert(model_->idOf(index));
            walk(index);
        }
    };
    walk({});
}

void OutlinePanel::expandAgain() {
    const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
        for (int row = 0; row < model_->rowCount(parent); ++row) {
            const QModelIndex index = model_->index(row, 0, parent);
            const QString id = model_->idOf(index);
            const bool isZone = workspace_.model().zones.contains({id});
            tree_->setExpanded(shown_->mapFromSource(index), isZone ? !folded_.contains(id) : opened_.contains(id));
            walk(index);
        }
    };
    walk({});
    showSelection();
}

void OutlinePanel::applyFilter(const QString& text) {
    keepExpanded();
    isFiltered_ = !text.isEmpty();
    shown_->setFilterFixedString(text.simplified());
    if (!isFiltered_)
        expandAgain();
    else
        tree_->expandAll();
    showSelection();
}

// ---- the selection

void OutlinePanel::showSelection() {
    if (following_) return;
    following_ = true;
    QItemSelection selection;
    QModelIndex current;
    for (const QString& id : workspace_.selection()) {
        const QModelIndex index = indexOf(id);
        if (!index.isValid()) continue;
        selection.select(index, index);
        current = index;
    }
    tree_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (current.isValid()) {
        tree_->selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        tree_->scrollTo(current);
    }
    following_ = false;
}

void OutlinePanel::takeSelection() {
    if (following_) return;
    following_ = true;
    QStringList ids;
    for (const QModelIndex& index : tree_->selectionModel()->selectedIndexes())
        ids << index.data(OutlineModel::IdRole).toString();
    const QString current = tree_->currentIndex().data(OutlineModel::IdRole).toString();
    if (ids.removeAll(current) > 0) ids << current;
    workspace_.select(ids);
    following_ = false;
}

// ---- editing

void OutlinePanel::removeSelected() {
    QStringList ids;
    for (const QModelIndex& index : tree_->selectionModel()->selectedIndexes())
        ids << index.data(OutlineModel::IdRole).toString();
    if (ids.isEmpty()) return;
    workspace_.edit(editText(tr("Delete"), workspace_.model(), ids),
                    [&](document::Editor& editor) { document::eraseElements(editor, ids); });
}

void OutlinePanel::placeHere(const QStringList& ids) {
    const diagram::Drawing drawing(workspace_.model(), workspace_.diagram());
    QHash<QString, QRectF> rects;
    for (const QString& id : ids) {
        const model::Component* component = workspace_.model().components.find({id});
        const QSizeF size = component ? diagram::cardSize : placeableOf(model::ZoneKind::Application).size();
        const auto zone = component ? component->zone : workspace_.model().zones.find({id})->parent;
        const auto* around = zone ? drawing.zone(*zone) : nullptr;
        QRectF rect = diagram::freePlace(drawing, around ? zone : std::nullopt, size,
                                         around ? around->rect.center() : drawing.bounds().center());
        for (const QRectF& other : std::as_const(rects))
            if (other.intersects(rect)) rect.moveTop(other.bottom() + 16);
        if (around) growFor(rects, drawing, *zone, rect);
        rects.insert(id, rect);
    }
    const bool done = workspace_.edit(editText(tr("Show"), workspace_.model(), ids), [&](document::Editor& editor) {
        for (const auto& [id, rect] : rects.asKeyValueRange()) document::place(editor, workspace_.diagram(), id, rect);
    });
    if (done && !ids.isEmpty()) workspace_.goTo(ids.last());
}

void OutlinePanel::showMenu(const QPoint& at) {
    const QModelIndex index = tree_->indexAt(at);
    QMenu menu;
    if (index.isValid()) {
        QStringList unplaced;
        for (const QString& id : workspace_.selection())
            if ((workspace_.model().components.contains({id}) || workspace_.model().zones.contains({id})) &&
                !workspace_.model().placements.contains({workspace_.diagram(), id}))
                unplaced << id;
        menu.addAction(tr("&Go to"), this, [this] { workspace_.goTo(workspace_.current()); })->setEnabled(unplaced.isEmpty());
        if (!unplaced.isEmpty()) menu.addAction(tr("&Show in this diagram"), this, [this, unplaced] { placeHere(unplaced); });
        menu.addAction(tr("&Rename"), this, [this, index] { tree_->edit(index); });
        menu.addAction(tr("&Delete"), this, &OutlinePanel::removeSelected);
        menu.addSeparator();
    }
    menu.addAction(tr("&Expand all"), tree_, &QTreeView::expandAll);
    menu.addAction(tr("&Collapse all"), tree_, &QTreeView::collapseAll);
    menu.exec(tree_->viewport()->mapToGlobal(at));
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != tree_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            removeSelected();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!workspace_.current().isEmpty()) workspace_.goTo(workspace_.current());
            return true;
        default:
            return false;
    }
}

} // namespace sallyport::ui
