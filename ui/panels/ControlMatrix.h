// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"
#include "rules/Finding.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace sallyport::ui {

/// Controls by element: a row for each framework and each of its controls, a column for each component (and zone that a
/// control is about). Cells hold the status there.
class ControlMatrix : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Row {
        bool isFramework = false;
        QString name;  ///< the control's id, or the framework's title
        QString title; ///< the control's, or the counts
        rules::ControlRef control;
        rules::CoverageStatus status = rules::CoverageStatus::Unknown;
        std::vector<rules::CoverageStatus> cells;
    };
    struct Filter {
        QString text;
        std::optional<rules::CoverageStatus> status;
        QString framework;
        bool hasMatrix = true;
    };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const model::Model& model, const rules::Coverage& coverage, const Filter& filter);
    const Row& row(int nth) const { return rows_[static_cast<std::size_t>(nth)]; }
    const QString& element(int column) const { return elements_[static_cast<std::size_t>(column)]; }
    const QString& elementName(int column) const { return names_[static_cast<std::size_t>(column)]; }
    int find(const rules::ControlRef& control) const;
    int controlCount() const { return controls_; }

    /// As text: framework or control, title, status, and the status at each element.
    QStringList heads() const;
    QStringList cells(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    /// What a cell says, in words.
    QString told(const QModelIndex& index) const;
    std::vector<Row> rows_;
    std::vector<QString> elements_, names_;
    int controls_ = 0;
};

} // namespace sallyport::ui
