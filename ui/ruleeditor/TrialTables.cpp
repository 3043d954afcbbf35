// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/TrialTables.h"

#include "charts/Signs.h"
#include "diagram/Icons.h"
#include "rules/Sentences.h"
#include "style/SallyportStyle.h"

#include <QHeaderView>
#include <QTableView>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 26;

/// One line of it, for a cell.
QString oneLine(const QString& text) { return text.left(400).simplified(); }

} // namespace

void TrialRows::show(const rules::RuleTrial& trial, const model::Model& model, const diagram::Theme& theme) {
    beginResetModel();
    rows_ = trial.rows;
    isCheck_ = trial.isCheck;
    theme_ = &theme;
    names_.clear();
    rules::Names known(model);
    for (const rules::TrialRow& row : rows_) names_ << known.of(row.elements);
    endResetModel();
}

int TrialRows::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int TrialRows::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString TrialRows::signText(const rules::TrialRow& row) const {
    if (row.status == rules::FindingStatus::Unknown) return tr("Unknown");
    return isCheck_ ? tr("Violated") : rules::severityLabel(row.severity);
}

QVariant TrialRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const rules::TrialRow& of = row(index.row());
    const bool isUnknown = of.status == rules::FindingStatus::Unknown;
    if (role == Qt::DisplayRole) {
        if (index.column() == Sign) return signText(of);
        return oneLine(index.column() == Sentence ? of.text : names_[index.row()]);
    }
    if (role == Qt::DecorationRole && index.column() == Sign) {
        const bool asStatus = isUnknown || isCheck_;
        const QString drawing = isUnknown  ? diagram::iconOf(diagram::Status::Unknown)
                                : asStatus ? diagram::iconOf(diagram::Status::Violated)
                                           : diagram::iconOf(charts::toDiagram(of.severity));
        const QColor colour = isUnknown  ? theme_->unk
                              : asStatus ? theme_->bad
                                         : theme_->severity(charts::toDiagram(of.severity));
        return diagram::icon(drawing, colour, 16);
    }
    if (role == Qt::FontRole) {
        QFont font = typeFont(Type::Table);
        font.setItalic(isUnknown && index.column() == Sign);
        return font;
    }
    if (role == Qt::ForegroundRole && index.column() == Elements) return theme_->ink2;
    if (role == Qt::ToolTipRole && index.column() == Sentence) return plainTip(of.text.left(600));
    return {};
}

QVariant TrialRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    if (role == Qt::TextAlignmentRole) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    return section == Sign ? tr("Severity") : section == Sentence ? tr("Sentence") : tr("Elements");
}

void TrialCells::show(const rules::RuleTrial& trial, const diagram::Theme& theme) {
    beginResetModel();
    columns_ = trial.columns;
    cells_ = trial.cells;
    theme_ = &theme;
    endResetModel();
}

int TrialCells::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(cells_.size()); }
int TrialCells::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant TrialCells::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& cell = cells_[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole) return cell ? oneLine(*cell) : QStringLiteral("NULL");
    if (role == Qt::FontRole) {
        QFont font = typeFont(Type::Table);
        font.setItalic(!cell);
        return font;
    }
    if (role == Qt::ForegroundRole && !cell) return theme_->unk;
    return {};
}

QVariant TrialCells::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::DisplayRole)
        return orientation == Qt::Horizontal ? oneLine(columns_[section]) : QString::number(section + 1);
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

QTableView* trialTable(const QString& accessibleName, QAbstractItemModel* model) {
    auto* table = new QTableView;
    table->setModel(model);
    table->setAccessibleName(accessibleName);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setMouseTracking(true);
    table->setIconSize({16, 16});
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMaximumSectionSize(600);
    return table;
}

} // namespace sallyport::ui
