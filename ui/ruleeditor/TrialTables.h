// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"
#include "rules/RuleTrial.h"

#include <QAbstractTableModel>

namespace sallyport::model {
struct Model;
}

class QTableView;

namespace sallyport::ui {

/// What a review would list: severity, sentence, elements.
class TrialRows : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Sign, Sentence, Elements, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void show(const rules::RuleTrial& trial, const model::Model& model, const diagram::Theme& theme);
    const rules::TrialRow& row(int nth) const { return rows_[static_cast<std::size_t>(nth)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString signText(const rules::TrialRow& row) const;
    std::vector<rules::TrialRow> rows_;
    QStringList names_;
    bool isCheck_ = false;
    const diagram::Theme* theme_ = &diagram::Theme::light();
};

/// What the query returns, NULL told from an empty text.
class TrialCells : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const rules::RuleTrial& trial, const diagram::Theme& theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList columns_;
    std::vector<std::vector<std::optional<QString>>> cells_;
    const diagram::Theme* theme_ = &diagram::Theme::light();
};

/// A table as all of the program's are.
QTableView* trialTable(const QString& accessibleName, QAbstractItemModel* model);

} // namespace sallyport::ui
