// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/TableColumns.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace sallyport::ui {

class Workspace;

/// All elements of a kind, one a row; new ones at the end.
class TableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int idRole = Qt::UserRole;
    static constexpr int sortRole = Qt::UserRole + 1;
    static constexpr int unknownRole = Qt::UserRole + 2;

    TableModel(Workspace& workspace, model::TableId table, QObject* parent);

    model::TableId table() const { return table_; }
    const std::vector<TableColumn>& columns() const { return columns_; }
    const TableColumn& columnAt(int column) const { return columns_[static_cast<std::size_t>(column)]; }
    QString idAt(int row) const { return ids_.value(row); }
    int rowOf(const QString& id) const { return static_cast<int>(ids_.indexOf(id)); }
    /// Brings the rows in step with the model.
    void follow();
    void reset();

    /// One step. False if it was refused.
    bool write(const QModelIndex& index, const model::Value& value);
    bool writeOthers(const QModelIndex& index, const QStringList& others);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Text as a person types it.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

private:
    QStringList idsNow() const;
    QString stepText(const QModelIndex& index) const;
    Workspace& workspace_;
    model::TableId table_;
    std::vector<TableColumn> columns_;
    QStringList ids_;
};

/// Numbers by size, text as people sort it, what is unknown last.
class TableOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
};

} // namespace sallyport::ui
