// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <functional>

class QAbstractItemView;
class QTableView;

namespace sallyport::ui {

class RowList;

/// What goes to the clipboard: heads and the cells of rows, as people read them.
struct CopyTable {
    std::function<QStringList()> heads;
    std::function<QStringList(int row)> cells;
};

/// Gives a view two actions, by keyboard and context menu: "Copy" (Ctrl+C) takes the chosen rows, "Copy the whole table"
/// (Ctrl+Shift+C) all of them; under their heads, as tab-separated text and as CSV, safe for spreadsheets (document/Csv.h).
void makeCopyable(QAbstractItemView& view, const CopyTable& table);
/// What its model displays, under its horizontal heads.
void makeCopyable(QTableView& view);
/// Name, hint, value and note of its rows, each under the head given; empty heads are left out.
void makeCopyable(RowList& list, const QStringList& heads);

} // namespace sallyport::ui
