// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/ControlMatrix.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>

/// The frozen heads and the cells of the matrix of controls, as they are painted.
namespace sallyport::ui {

class Workspace;

inline constexpr int matrixColumn = 48;

/// The rows' names at the left: id, title, status in the whole model.
class ControlNames : public QHeaderView {
    Q_OBJECT

public:
    ControlNames(const ControlMatrix& matrix, QWidget* parent);
    void setCurrent(int row);
    void setRoom(int width);
    QSize sizeHint() const override { return {room_, 0}; }

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const ControlMatrix& matrix_;
    int current_ = -1;
    int room_ = 380;
};

/// The elements' names, upright, with their drawings under them.
class ElementNames : public QHeaderView {
    Q_OBJECT

public:
    ElementNames(const ControlMatrix& matrix, const Workspace& workspace, QWidget* parent);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;

private:
    const ControlMatrix& matrix_;
    const Workspace& workspace_;
};

/// Status on its tint, 42 x 20; a framework's row spans all columns with its counts.
class ControlCells : public QStyledItemDelegate {
    Q_OBJECT

public:
    ControlCells(const ControlMatrix& matrix, QTableView& view) : QStyledItemDelegate(&view), matrix_(matrix), view_(view) {}
    void setCurrent(int row) { current_ = row; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ControlMatrix& matrix_;
    QTableView& view_;
    int current_ = -1;
};

} // namespace sallyport::ui
