// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/TableModel.h"

#include <QFrame>
#include <QStyledItemDelegate>

class QLineEdit;
class QListWidget;

namespace sallyport::ui {

class Workspace;

/// Editors of a table's cells: lists for words, searchable lists for elements, a check list for links, else a line.
class TableDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TableDelegate(Workspace& workspace, TableModel& model, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

Q_SIGNALS:
    /// A cell of links wants its check list.
    void linksAsked(const QModelIndex& index) const;

private:
    Workspace& workspace_;
    TableModel& model_;
};

/// Several elements to choose, as a popup: type to find, Space ticks, Enter takes, Escape leaves.
class LinksChooser : public QFrame {
    Q_OBJECT

public:
    LinksChooser(Workspace& workspace, model::TableId table, const QStringList& chosen, const QString& what, QWidget* parent);
    void openAt(const QRect& cell);

Q_SIGNALS:
    void taken(const QStringList& ids);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void take();
    QLineEdit* search_;
    QListWidget* list_;
};

} // namespace sallyport::ui
