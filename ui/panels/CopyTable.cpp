// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/CopyTable.h"

#include "document/Csv.h"
#include "panels/RowList.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QTableView>

#include <set>

namespace sallyport::ui {

namespace {

struct CopyTables {
    Q_DECLARE_TR_FUNCTIONS(CopyTables)
};

QString tabLine(const QStringList& cells) {
    QStringList safe;
    for (const QString& cell : cells) safe << document::safeCell(cell).simplified();
    return safe.join(u'\t') + u'\n';
}

std::set<int> chosenRows(const QAbstractItemView& view) {
    std::set<int> rows;
    for (const QModelIndex& index : view.selectionModel()->selectedIndexes()) rows.insert(index.row());
    if (rows.empty() && view.currentIndex().isValid()) rows.insert(view.currentIndex().row());
    return rows;
}

std::set<int> allRows(const QAbstractItemView& view) {
    std::set<int> rows;
    for (int row = 0; row < view.model()->rowCount(); ++row) rows.insert(row);
    return rows;
}

void copy(const CopyTable& table, const std::set<int>& rows) {
    if (rows.empty()) return;
    QString text = tabLine(table.heads());
    QByteArray csv = document::csvLine(table.heads());
    for (const int row : rows) {
        const QStringList cells = table.cells(row);
        text += tabLine(cells);
        csv += document::csvLine(cells);
    }
    auto* data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("text/csv"), csv);
    QGuiApplication::clipboard()->setMimeData(data);
}

void addAction(QAbstractItemView& view, const QString& text, const QKeySequence& keys, const CopyTable& table,
               std::set<int> (*rows)(const QAbstractItemView&)) {
    auto* action = new QAction(text, &view);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(action, &QAction::triggered, &view, [&view, table, rows] { copy(table, rows(view)); });
    view.addAction(action);
}

} // namespace

void makeCopyable(QAbstractItemView& view, const CopyTable& table) {
    addAction(view, CopyTables::tr("&Copy"), QKeySequence::Copy, table, chosenRows);
    addAction(view, CopyTables::tr("Copy the &whole table"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), table, allRows);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void makeCopyable(QTableView& view) {
    const QAbstractItemModel* model = view.model();
    CopyTable table;
    table.heads = [model] {
        QStringList heads;
        for (int column = 0; column < model->columnCount(); ++column)
            heads << model->headerData(column, Qt::Horizontal).toString();
        return heads;
    };
    table.cells = [model](int row) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) cells << model->index(row, column).data().toString();
        return cells;
    };
    makeCopyable(view, table);
}

void makeCopyable(RowList& list, const QStringList& heads) {
    const auto taken = [heads](const QStringList& all) {
        QStringList some;
        for (qsizetype i = 0; i < heads.size(); ++i)
            if (!heads[i].isEmpty()) some << all[i];
        return some;
    };
    makeCopyable(list, {[taken, heads] { return taken(heads); },
                        [&list, taken](int nth) {
                            const ListRow& row = list.rows()[static_cast<std::size_t>(nth)];
                            return taken({row.name, row.hint, row.value, row.note});
                        }});
}

} // namespace sallyport::ui
