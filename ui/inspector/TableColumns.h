// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Links.h"
#include "inspector/Questions.h"
#include "model/Error.h"

#include <QStringList>

#include <vector>

namespace sallyport::document {
class Editor;
}

namespace sallyport::ui {

/// One column of a table of elements: an attribute, or the elements linked in one way.
struct TableColumn {
    QString label;
    const model::Column* column = nullptr; ///< or null, and then:
    const Links* links = nullptr;
    const Question* question = nullptr; ///< of the attribute; null for a name

    Form form() const { return question ? question->form : Form::Auto; }
    bool isNumber() const;
    bool canBeUnknown() const { return column && column->kind != model::ColumnKind::Fixed; }
};
/// Name and kind first, then links, then everything else the table has.
std::vector<TableColumn> tableColumns(model::TableId table);

/// What a cell says. unknown: nobody has answered; asked: false where the question has no meaning for that row.
struct CellText {
    QString text;
    bool unknown = false;
    bool asked = true;
};
CellText cellText(const model::Model& model, model::TableId table, const TableColumn& column, const QString& id);
model::Value cellValue(const model::Model& model, model::TableId table, const TableColumn& column, const QString& id);

/// Reads what a person typed or pasted: words or labels, names or ids, "8 h", dates as 2026-10-31; empty, "?" and
/// "unknown" are unknown. Refuses what it cannot read, saying what it would take.
Expected<model::Value> readCell(const model::Model& model, const TableColumn& column, const QString& text);
/// The linked elements, by names or ids, separated by commas or semicolons.
Expected<QStringList> readLinks(const model::Model& model, const TableColumn& column, const QString& text);

void writeCell(document::Editor& editor, model::TableId table, const TableColumn& column, const QString& id,
               const model::Value& value);
void writeLinks(document::Editor& editor, const TableColumn& column, const QString& id, const QStringList& others);

/// A new element of the table. A grant has no identity and component yet: write them before the edit ends.
QString newElement(document::Editor& editor, model::TableId table, const QString& name);
/// A copy of an element with what it is linked with; its name says that it is one.
QString copyElement(document::Editor& editor, model::TableId table, const QString& id);

} // namespace sallyport::ui
