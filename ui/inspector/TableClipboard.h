// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/TableColumns.h"

namespace sallyport::ui {

/// Cells as tab-separated text, and such text as rows. A spreadsheet's quoting is understood.
QList<QStringList> fromTabs(const QString& text);
QString toTabs(const QList<QStringList>& rows);

/// What is pasted where: ids from the row pasted into downwards (rows beyond them are new elements), columns from the
/// one pasted into rightwards, as they are shown. A first row that only names columns says which those are.
struct Paste {
    model::TableId table = model::TableId::Secret;
    std::vector<const TableColumn*> columns;
    QStringList ids;
    QList<QStringList> rows;
};
/// Everything read before anything is written, so that a paste is one step or none. Names row and column of what it
/// refuses.
Expected<void> preparePaste(const model::Model& model, const std::vector<TableColumn>& all, Paste& paste);
/// The ids of the elements written, new ones included.
QStringList writePaste(document::Editor& editor, const Paste& paste);

} // namespace sallyport::ui
