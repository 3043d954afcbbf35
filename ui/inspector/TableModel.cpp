// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/TableModel.h"

#include "diagram/Icons.h"
#include "style/ElementLook.h"
#include "style/SallyportStyle.h"
#include "workspace/Workspace.h"

#include <QColor>
#include <QFont>

namespace sallyport::ui {

using model::Value;

TableModel::TableModel(Workspace& workspace, model::TableId table, QObject* parent)
    : QAbstractTableModel(parent), workspace_(workspace), table_(table), columns_(tableColumns(table)), ids_(idsNow()) {}

QStringList TableModel::idsNow() const {
    QStringList ids;
    const model::Table& description = model::table(table_);
    description.each(workspace_.model(),
                     [&](const void* row) { ids << std::get<QString>(description.columns.front().get(row)); });
    return ids;
}

void TableModel::reset() {
    beginResetModel();
    ids_ = idsNow();
    endResetModel();
}

void TableModel::follow() {
    const QStringList now = idsNow();
    const QSet<QString> there(now.begin(), now.end());
    for (int row = static_cast<int>(ids_.size()) - 1; row >= 0; --row)
        if (!there.contains(ids_[row])) {
            beginRemoveRows({}, row, row);
            ids_.removeAt(row);
            endRemoveRows();
        }
    QStringList fresh;
    const QSet<QString> known(ids_.begin(), ids_.end());
    for (const QString& id : now)
        if (!known.contains(id)) fresh << id;
    if (!fresh.isEmpty()) {
        const int at = static_cast<int>(ids_.size());
        beginInsertRows({}, at, at + static_cast<int>(fresh.size()) - 1);
        ids_ << fresh;
        endInsertRows();
    }
    if (!ids_.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(ids_.size()) - 1, columnCount() - 1));
}

int TableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(ids_.size()); }
int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

Qt::ItemFlags TableModel::flags(const QModelIndex&) const {
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable;
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) return {};
    const TableColumn& column = columnAt(section);
    if (role == Qt::DisplayRole) return column.label;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && column.question)
        return QString::fromUtf8(column.question->text) + QLatin1Char('\n') + QString::fromUtf8(column.question->hint);
    return {};
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QString id = idAt(index.row());
    const TableColumn& column = columnAt(index.column());
    const model::Model& model = workspace_.model();
    if (column.links && (role == Qt::ForegroundRole || role == unknownRole)) return {};
    switch (role) {
        case idRole:
            return id;
        case Qt::EditRole:
            return cellText(model, table_, column, id).text;
        case Qt::TextAlignmentRole:
            return static_cast<int>((column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            const CellText cell = cellText(model, table_, column, id);
            if (role == Qt::AccessibleTextRole)
                return column.label + QStringLiteral(": ") + (cell.unknown ? tr("unknown") : cell.text);
            if (role == Qt::ToolTipRole) return cell.text.size() > 20 ? plainTip(cell.text) : QString();
            return cell.unknown ? tr("unknown") : !cell.asked && cell.text.isEmpty() ? QStringLiteral("–") : cell.text;
        }
        case unknownRole:
            return cellText(model, table_, column, id).unknown;
        case Qt::FontRole: {
            QFont made = typeFont(Type::Table, column.column && QLatin1StringView(column.column->name) == u"name");
            made.setItalic(!column.links && cellText(model, table_, column, id).unknown);
            return made;
        }
        case Qt::ForegroundRole: {
            const CellText cell = cellText(model, table_, column, id);
            if (cell.unknown || !cell.asked) return workspace_.theme().ink2;
            return {};
        }
        case Qt::DecorationRole: {
            const diagram::Theme& theme = workspace_.theme();
            if (index.column() == 0) return elementIcon(theme, model, id);
            if (!column.links && cellText(model, table_, column, id).unknown)
                return diagram::actionIcon(QStringLiteral("cov-unknown"), theme.ink2, theme.disabled);
            return {};
        }
        case sortRole: {
            if (!column.column) return cellText(model, table_, column, id).text;
            const Value value = cellValue(model, table_, column, id);
            if (model::isNull(value)) return {};
            if (const auto* whole = std::get_if<qint64>(&value); whole && column.isNumber()) return *whole;
            if (const auto* real = std::get_if<double>(&value)) return *real;
            return cellText(model, table_, column, id).text;
        }
        default:
            return {};
    }
}

QString TableModel::stepText(const QModelIndex& index) const {
    return tr("%1 of %2").arg(columnAt(index.column()).label, workspace_.model().nameOf(idAt(index.row())));
}

bool TableModel::write(const QModelIndex& index, const Value& value) {
    const QString id = idAt(index.row());
    return workspace_.edit(stepText(index),
                           [&](document::Editor& editor) { writeCell(editor, table_, columnAt(index.column()), id, value); });
}

bool TableModel::writeOthers(const QModelIndex& index, const QStringList& others) {
    const QString id = idAt(index.row());
    return workspace_.edit(stepText(index),
                           [&](document::Editor& editor) { writeLinks(editor, columnAt(index.column()), id, others); });
}

bool TableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const TableColumn& column = columnAt(index.column());
    if (value.toString() == data(index, Qt::EditRole).toString()) return true;
    if (column.links) {
        const auto others = readLinks(workspace_.model(), column, value.toString());
        if (!others) {
            workspace_.refuse(others.error());
            return false;
        }
        return writeOthers(index, *others);
    }
    const auto read = readCell(workspace_.model(), column, value.toString());
    if (!read) {
        workspace_.refuse(read.error());
        return false;
    }
    return write(index, *read);
}

bool TableOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const QVariant a = left.data(TableModel::sortRole), b = right.data(TableModel::sortRole);
    if (!a.isValid() || !b.isValid()) {
        // Whichever way it is sorted, what is unknown stands at the end.
        if (a.isValid() == b.isValid()) return false;
        return (sortOrder() == Qt::AscendingOrder) == a.isValid();
    }
    if (a.typeId() == QMetaType::QString) return a.toString().localeAwareCompare(b.toString()) < 0;
    return a.toDouble() < b.toDouble();
}

} // namespace sallyport::ui
