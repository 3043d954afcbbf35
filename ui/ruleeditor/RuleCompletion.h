// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/TableHelp.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport::ui {

/// What may stand at a place of a rule's text.
struct Completions {
    qsizetype start = 0; ///< Where the word begun there begins; up to the place it is to be replaced.
    QStringList words;   ///< Sorted; all that may stand there, whatever has been typed of it.
};

/// Header keys at the start of a header's line, the columns of a table behind its alias, parameters behind a colon, else
/// tables, columns, functions and SQL. None in texts and comments.
Completions completionsAt(const QString& text, qsizetype place, const std::vector<rules::TableHelp>& tables);

} // namespace sallyport::ui
