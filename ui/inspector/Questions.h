// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <span>

namespace sallyport::ui {

/// How the answer is given, where the column's type alone does not say it.
enum class Form {
    Auto,     ///< by type: segments or a list, a number, a line of text, an element
    Duration, ///< seconds, entered in a unit people think in
    Date,
    LongText,
    Lines, ///< free text members of a set
};

/// One question of the inspector: about a column of a table, or about one of its sets.
struct Question {
    model::TableId table;
    const char* name;    ///< of the column, or the set's prefix
    const char* section; ///< sections stand in the order in which they first appear
    const char* text;
    const char* hint;
    Form form = Form::Auto;
    /// Whether the row is asked it; null: always. Components are also asked only what rules::appliesTo their kind.
    bool (*asked)(const model::Model& model, const void* row) = nullptr;
    /// Has a sound answer where nobody gave one, and so is not counted as unknown.
    bool optional = false;

    const model::Column* column() const; ///< null for a set
    const model::SetColumn* set() const; ///< null for a column
};

/// All there are, table by table.
std::span<const Question> questions();
const Question* questionFor(model::TableId table, QStringView name);

/// A column or set that is deliberately not asked about, and where it is dealt with instead.
struct Unasked {
    model::TableId table;
    const char* name;
    const char* because;
};
std::span<const Unasked> unasked();

/// Whether it is asked about this row.
bool isAsked(const Question& question, const model::Model& model, const void* row);
/// Whether nobody has answered it, asked or not: of a set, if nothing at all is known of it.
bool isOpen(const Question& question, const model::Model& model, const void* row);
/// Whether nobody has answered it, and that counts: of a set, if nothing at all is known of it.
bool isUnknown(const Question& question, const model::Model& model, const void* row);
/// Unanswered questions of an element, those of its holdings, handlings and transfers included: as rules::unknownCounts.
int unknownCount(const model::Model& model, const QString& id);

/// "Yes", "Client secret", "web-bff", "8 h"; nothing if it is unknown or not there.
QString valueText(const model::Model& model, const model::Column& column, const model::Value& value, Form form = Form::Auto);

} // namespace sallyport::ui
