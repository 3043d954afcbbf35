// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/Book.h"

namespace sallyport::report {

struct Column {
    QString title;
    double share = 1; ///< of the width left over by fixed columns
    double fixed = 0; ///< points; then share does not count
    charts::Side side = charts::Side::Left;
};

/// Text of one or more paragraphs, each with its style; before it a sign (a drawing of about the text's height).
struct Cell {
    struct Run {
        QString text;
        Style style = style::text;
    };
    std::vector<Run> runs;
    std::function<void(QPainter&, const QRectF&)> sign;

    Cell() = default;
    Cell(const QString& text, const Style& style = style::text) { // NOLINT(google-explicit-constructor): tables read as data
        if (!text.isEmpty()) runs.push_back({text, style});
    }
    static Cell unknown(); ///< the word "unknown", as an unanswered question reads
};

struct Row {
    std::vector<Cell> cells;
    int linksTo = -1; ///< an entry the whole row leads to
};

/// Rows ruled off by hairlines, without vertical lines; a row is never split, and the heads stand again on every page.
/// A cell too long for a page is cut with an ellipsis.
void writeTable(Book& book, const std::vector<Column>& columns, const std::vector<Row>& rows);

} // namespace sallyport::report
