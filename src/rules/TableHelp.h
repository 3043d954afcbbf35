// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"

#include <QStringList>

#include <vector>

namespace sallyport::rules {

/// A column a rule may read.
struct ColumnHelp {
    QString name;
    QString type; ///< "text", "integer", "real"; "0 or 1"; "id of component"; words: "one of"
    QString null; ///< What NULL means; empty: never NULL.
    QStringList words;
};

/// A table a rule may read, told from the descriptions of the model's tables and the queries of the derived ones.
struct TableHelp {
    QString name;
    QString text; ///< One or two sentences.
    std::vector<ColumnHelp> columns;
    bool derived = false;
};

/// All of Sandbox::tables(): the model's, then the derived ones. Refused only if the program's own resources do not fit
/// its schema.
Expected<std::vector<TableHelp>> tableHelp();

/// As plain text for a terminal; as Markdown for resources/help/rules.md, which holds it between two marks.
QString tableHelpText(const std::vector<TableHelp>& tables);
QString tableHelpMarkdown(const std::vector<TableHelp>& tables);

/// The help page on rules and frameworks, Markdown, with worked examples.
QString rulesHelpPage();

} // namespace sallyport::rules
