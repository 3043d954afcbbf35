// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"
#include "model/Model.h"
#include "model/Tables.h"

#include <QIcon>

/// How an element is shown in lists, headers and choosers.
namespace sallyport::ui {

/// Name of its drawing; empty if there is no such element.
QString iconOfElement(const model::Model& model, const QString& id);
/// The colour of that drawing on the base colour.
QColor colourOfElement(const diagram::Theme& theme, const model::Model& model, const QString& id);
/// "BFF", "Client secret", "Data asset"; of a flow "Flow".
QString kindOfElement(const model::Model& model, const QString& id);
/// The second line: "BFF · apps · trust 30", "OAuth client · issued by idp · 2 grants".
QString describeElement(const model::Model& model, const QString& id);
/// The name; of a note its first line.
QString titleOfElement(const model::Model& model, const QString& id);

/// The drawing as an icon for views, in a colour that reads on them.
QIcon elementIcon(const diagram::Theme& theme, const model::Model& model, const QString& id);
/// Name of the drawing of a kind of element: "secret", "grant" ...
QString iconOfTable(model::TableId table);
/// "3 secrets".
QString countText(qsizetype count, const QString& one, const QString& many);
/// "90 s", "15 min", "12 h", "30 days".
QString durationText(qint64 seconds);

} // namespace sallyport::ui
