// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/RowList.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace sallyport::ui {

void RowListModel::setRows(std::vector<ListRow> rows) {
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
}

int RowListModel::find(const QString& id) const {
    if (id.isEmpty()) return -1;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].id == id) return static_cast<int>(i);
    return -1;
}

int RowListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

QVariant RowListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const ListRow& of = row(index);
    switch (role) {
        case Qt::DisplayRole:
            return of.name;
        case Qt::AccessibleTextRole:
            return of.spoken.isEmpty() ? of.name : of.spoken;
        case Qt::ToolTipRole:
            return of.tip.isEmpty() ? QVariant() : plainTip(of.tip);
        default:
            return {};
    }
}

class RowList::Delegate : public QStyledItemDelegate {
public:
    Delegate(RowList& list, Painter painter, Height height)
        : QStyledItemDelegate(&list), list_(list), painter_(std::move(painter)), height_(std::move(height)) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        painter->save();
        list_.style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, &list_);
        painter_(*painter, QRectF(option.rect), list_.model_->row(index), themeOf(list_));
        if ((option.state & QStyle::State_HasFocus) && list_.hasFocus())
            paintFocusRing(*painter, option.rect, themeOf(list_), 3);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const int width = list_.viewport()->width();
        return {width, height_(list_.model_->row(index), width)};
    }

private:
    RowList& list_;
    Painter painter_;
    Height height_;
};

RowList::RowList(const QString& accessibleName, Painter painter, Height height, QWidget* parent)
    : QListView(parent), model_(new RowListModel(this)), height_(height) {
    setModel(model_);
    setItemDelegate(new Delegate(*this, std::move(painter), std::move(height)));
    setAccessibleName(accessibleName);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true); // rows answer to the pointer
    setUniformItemSizes(false);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    const auto choose = [this](const QModelIndex& index) {
        if (index.isValid()) Q_EMIT chosen(model_->row(index).id, index.row());
    };
    connect(this, &QListView::clicked, this, choose);
    // Where a single click activates by itself, clicked() has chosen already.
    connect(this, &QListView::activated, this, [this, choose](const QModelIndex& index) {
        if (!style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, this)) choose(index);
    });
}

void RowList::setRows(std::vector<ListRow> rows) {
    const QString kept = currentIndex().isValid() ? model_->row(currentIndex()).id : QString();
    const int scrolled = verticalScrollBar()->value();
    model_->setRows(std::move(rows));
    mark(kept);
    verticalScrollBar()->setValue(scrolled); // new results do not move what is being read
    if (most_ >= 0) fitToContent(most_);
}

void RowList::mark(const QString& id) {
    const int row = model_->find(id);
    const QSignalBlocker quiet(this);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    const QModelIndex index = model_->index(row);
    if (currentIndex() != index || !selectionModel()->isSelected(index)) setCurrentIndex(index);
    scrollTo(index);
}

int RowList::contentHeight() const {
    int height = 0;
    const int width = viewport()->width();
    for (const ListRow& row : model_->rows()) height += height_(row, width);
    return height;
}

void RowList::fitToContent(int mostHeight) {
    most_ = mostHeight;
    const int wanted = contentHeight() + 2;
    setMaximumHeight(std::min(wanted, mostHeight));
    setMinimumHeight(std::min(wanted, 60));
    updateGeometry();
}

void RowList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows that wrap are higher in a narrower list
    if (most_ >= 0) fitToContent(most_);
}

void RowList::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) viewport()->update();
}

void paintNamed(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme, bool bold) {
    double x = rect.left();
    if (!row.icon.isEmpty()) {
        diagram::paintIcon(painter, QRectF(x, rect.center().y() - 8, 16, 16), row.icon,
                           row.iconColour.isValid() ? row.iconColour : theme.ink2);
        x += 23;
    }
    const QFont hintFont = typeFont(Type::Caption);
    const double hintWidth = row.hint.isEmpty() ? 0 : QFontMetricsF(hintFont).horizontalAdvance(row.hint) + 6;
    painter.setFont(typeFont(Type::Question, bold));
    painter.setPen(theme.ink);
    const QFontMetricsF metrics(painter.font());
    const QString name = metrics.elidedText(row.name, Qt::ElideMiddle, std::max(20.0, rect.right() - x - hintWidth));
    painter.drawText(QRectF(x, rect.top(), rect.right() - x, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, name);
    if (row.hint.isEmpty()) return;
    const double after = x + metrics.horizontalAdvance(name) + 5;
    painter.setFont(hintFont);
    painter.setPen(theme.ink2);
    painter.drawText(QRectF(after, rect.top(), rect.right() - after, rect.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     row.hint);
}

} // namespace sallyport::ui
