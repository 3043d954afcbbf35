// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ControlMatrix.h"

#include "style/SallyportStyle.h"

#include <algorithm>
#include <map>
#include <set>

namespace sallyport::ui {

namespace {

bool takes(const ControlMatrix::Filter& filter, const rules::ControlCoverage& control) {
    if (filter.status && control.status != *filter.status) return false;
    return filter.text.isEmpty() || control.control.id.contains(filter.text, Qt::CaseInsensitive) ||
           control.title.contains(filter.text, Qt::CaseInsensitive);
}

QString statusWord(rules::CoverageStatus status) { return rules::coverageStatusLabel(status).toLower(); }

} // namespace

void ControlMatrix::show(const model::Model& model, const rules::Coverage& coverage, const Filter& filter) {
    beginResetModel();
    rows_.clear();
    elements_.clear();
    names_.clear();
    controls_ = 0;
    std::map<QString, rules::CoverageMatrix> matrices;
    std::set<QString> used;
    if (filter.hasMatrix) {
        for (const rules::FrameworkCoverage& framework : coverage.frameworks) {
            if (!filter.framework.isEmpty() && framework.id != filter.framework) continue;
            const rules::CoverageMatrix& matrix = matrices[framework.id] = rules::coverageMatrix(model, framework);
            for (std::size_t row = 0; row < static_cast<std::size_t>(matrix.rows.size()); ++row)
                for (std::size_t column = 0; column < matrix.columns.size(); ++column)
                    if (matrix.at(row, column).status != rules::CoverageStatus::NotApplicable) {
                        used.insert(matrix.rows[static_cast<qsizetype>(row)]);
                        break;
                    }
        }
        // Components first, then zones, each by name.
        elements_.assign(used.begin(), used.end());
        std::sort(elements_.begin(), elements_.end(), [&](const QString& a, const QString& b) {
            const bool zoneA = model.zones.contains({a}), zoneB = model.zones.contains({b});
            return zoneA != zoneB ? zoneB : model.nameOf(a) < model.nameOf(b);
        });
        for (const QString& id : elements_) names_.push_back(model.nameOf(id));
    }
    for (const rules::FrameworkCoverage& framework : coverage.frameworks) {
        if (!filter.framework.isEmpty() && framework.id != filter.framework) continue;
        std::vector<Row> rows;
        for (const rules::ControlCoverage& control : framework.controls) {
            if (!takes(filter, control)) continue;
            Row row{false, control.control.id, control.title, control.control, control.status, {}};
            const auto matrix = matrices.find(framework.id);
            if (matrix != matrices.end()) {
                const auto& columns = matrix->second.columns;
                const auto column = std::find(columns.begin(), columns.end(), control.control);
                for (const QString& id : elements_) {
                    const qsizetype at = matrix->second.rows.indexOf(id);
                    row.cells.push_back(
                        at < 0 || column == columns.end()
                            ? rules::CoverageStatus::NotApplicable
                            : matrix->second
                                  .at(static_cast<std::size_t>(at), static_cast<std::size_t>(column - columns.begin()))
                                  .status);
                }
            }
            rows.push_back(std::move(row));
        }
        if (rows.empty()) continue;
        controls_ += static_cast<int>(rows.size());
        rows_.push_back({true, framework.title, framework.counts.text(), {framework.id, {}}, {}, {}});
        std::move(rows.begin(), rows.end(), std::back_inserter(rows_));
    }
    endResetModel();
}

int ControlMatrix::find(const rules::ControlRef& control) const {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!rows_[i].isFramework && rows_[i].control == control) return static_cast<int>(i);
    return -1;
}

QStringList ControlMatrix::heads() const {
    QStringList heads{tr("Control"), tr("Title"), tr("Status")};
    for (const QString& name : names_) heads << name;
    return heads;
}

QStringList ControlMatrix::cells(int nth) const {
    const Row& of = row(nth);
    QStringList cells{of.name, of.title, of.isFramework ? QString() : statusWord(of.status)};
    for (const rules::CoverageStatus status : of.cells)
        cells << (status == rules::CoverageStatus::NotApplicable ? QString() : statusWord(status));
    return cells;
}

int ControlMatrix::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }

/// At least one, so that rows without any element can be chosen all the same.
int ControlMatrix::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : std::max(1, static_cast<int>(elements_.size()));
}

QString ControlMatrix::told(const QModelIndex& index) const {
    const Row& of = row(index.row());
    if (of.isFramework) return QStringLiteral("%1, %2").arg(of.name, of.title);
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= of.cells.size()) return QStringLiteral("%1 %2, %3").arg(of.name, of.title, statusWord(of.status));
    return QStringLiteral("%1 %2, %3: %4").arg(of.name, of.title, names_[column], statusWord(of.cells[column]));
}

QVariant ControlMatrix::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    if (role == Qt::AccessibleTextRole) return told(index);
    return role == Qt::ToolTipRole ? QVariant(plainTip(told(index))) : QVariant();
}

QVariant ControlMatrix::headerData(int section, Qt::Orientation orientation, int role) const {
    const bool isTip = role == Qt::ToolTipRole;
    if (orientation == Qt::Vertical && section < rowCount()) {
        const Row& of = row(section);
        if (role == Qt::DisplayRole) return of.name;
        if (!isTip && role != Qt::AccessibleTextRole) return {};
        const QString said = of.isFramework ? of.name + QStringLiteral(", ") + of.title
                                            : QStringLiteral("%1 %2, %3").arg(of.name, of.title, statusWord(of.status));
        return isTip ? plainTip(said) : said;
    }
    if (orientation == Qt::Horizontal && section < static_cast<int>(names_.size())) {
        const QString& name = names_[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole) return name;
        if (isTip) return plainTip(name);
    }
    return {};
}

Qt::ItemFlags ControlMatrix::flags(const QModelIndex& index) const {
    if (!index.isValid() || row(index.row()).isFramework) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace sallyport::ui
