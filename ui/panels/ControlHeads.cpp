// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlHeads.h"

#include "charts/Signs.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QPainter>

namespace sallyport::ui {

namespace {
constexpr int rowHeight = 26;
constexpr int headHeight = 118;
constexpr int statusRoom = 108;
} // namespace

ControlNames::ControlNames(const ControlMatrix& matrix, QWidget* parent) : QHeaderView(Qt::Vertical, parent), matrix_(matrix) {
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(rowHeight);
    setDefaultSectionSize(rowHeight);
    setSectionsClickable(true);
    setHighlightSections(false);
}

void ControlNames::setCurrent(int row) {
    current_ = row;
    viewport()->update();
}

void ControlNames::setRoom(int width) {
    room_ = width;
    setFixedWidth(width);
}

void ControlNames::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const diagram::Theme& theme = themeOf(*this);
    const ControlMatrix::Row& row = matrix_.row(section);
    painter->save();
    const bool isCurrent = section == current_;
    painter->fillRect(rect, row.isFramework ? theme.alt : isCurrent ? theme.accentTint : theme.base);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    painter->setPen(theme.ink);
    const QRect inner = rect.adjusted(12, 0, -10, 0);
    if (row.isFramework) {
        painter->setFont(typeFont(Type::Question, true));
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(row.name, Qt::ElideRight, inner.width()));
    } else {
        painter->setFont(typeFont(Type::Table, true));
        const QString id = painter->fontMetrics().elidedText(row.name, Qt::ElideMiddle, 84);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, id);
        painter->setFont(typeFont(Type::Table, isCurrent));
        const QRect title = inner.adjusted(90, 0, -statusRoom, 0);
        painter->drawText(title, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(row.title, Qt::ElideRight, title.width()));
        const diagram::Status status = charts::toDiagram(row.status);
        painter->setFont(typeFont(Type::Hint, row.status == rules::CoverageStatus::Violated));
        painter->setPen(status == diagram::Status::NotApplicable ? theme.ink3 : theme.ink);
        painter->drawText(inner.adjusted(0, 0, -20, 0), Qt::AlignVCenter | Qt::AlignRight, diagram::word(status));
        diagram::paintStatus(*painter, QRectF(inner.right() - 14, rect.center().y() - 6.5, 14, 14), status, theme);
    }
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.lineStrong);
    painter->restore();
}

ElementNames::ElementNames(const ControlMatrix& matrix, const Workspace& workspace, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), matrix_(matrix), workspace_(workspace) {
    setSectionResizeMode(Fixed);
    setMinimumSectionSize(matrixColumn);
    setDefaultSectionSize(matrixColumn);
    setSectionsClickable(true);
    setFixedHeight(headHeight);
}

void ElementNames::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const diagram::Theme& theme = themeOf(*this);
    painter->save();
    painter->fillRect(rect, theme.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.lineStrong);
    const QString name = matrix_.headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    if (!name.isEmpty()) {
        const QString& id = matrix_.element(section);
        diagram::paintIcon(*painter, QRectF(rect.center().x() - 7.5, rect.bottom() - 24, 16, 16),
                           charts::iconOfElement(workspace_.model(), id),
                           charts::colourOfElement(workspace_.model(), id, theme));
        painter->translate(rect.center().x(), rect.bottom() - 30);
        painter->rotate(-90);
        painter->setFont(typeFont(Type::Table, workspace_.isSelected(id)));
        painter->setPen(theme.ink);
        painter->drawText(QRect(0, -10, headHeight - 38, 20), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(name, Qt::ElideMiddle, headHeight - 38));
    }
    painter->restore();
}

void ControlCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const diagram::Theme& theme = themeOf(view_);
    const ControlMatrix::Row& row = matrix_.row(index.row());
    const QRect& rect = option.rect;
    painter->save();
    painter->fillRect(rect, row.isFramework ? theme.alt : index.row() == current_ ? theme.accentTint : theme.base);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.line);
    const auto column = static_cast<std::size_t>(index.column());
    if (column < row.cells.size()) {
        const diagram::Status status = charts::toDiagram(row.cells[column]);
        const QRectF cell(rect.center().x() - 20.5, rect.center().y() - 9.5, 42, 20);
        if (status != diagram::Status::NotApplicable && status != diagram::Status::Unknown)
            paintBox(*painter, cell, theme.statusTint(status), {}, 3);
        diagram::paintStatus(*painter, QRectF(cell.center().x() - 7, cell.center().y() - 7, 14, 14), status, theme);
        painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), theme.line);
        const bool isHere = (option.state & QStyle::State_HasFocus) && view_.hasFocus();
        const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
        if (isHere)
            paintFocusRing(*painter, cell.adjusted(-1, -1, 1, 1), theme, 3);
        else if (isHovered)
            paintBox(*painter, cell, {}, theme.accent, 3, 1);
    } else if (row.isFramework && index.column() == 0) {
        painter->setFont(typeFont(Type::Hint));
        painter->setPen(theme.ink2);
        painter->drawText(QRect(rect.left() + 10, rect.top(), view_.viewport()->width(), rect.height()),
                          Qt::AlignVCenter | Qt::AlignLeft, row.title);
    } else if (!row.isFramework && (option.state & QStyle::State_HasFocus) && view_.hasFocus()) {
        paintFocusRing(*painter, QRectF(rect).adjusted(2, 2, -2, -2), theme, 3);
    }
    painter->restore();
}

} // namespace sallyport::ui
