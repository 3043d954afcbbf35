// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QByteArray>
#include <QStringList>

/// Tables as comma-separated values (RFC 4180, UTF-8 without a mark, lines end in CR LF), for spreadsheets.
namespace sallyport::document {

/// A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a line break, and is no number) with
/// an apostrophe in front: names come from anywhere, and a list of findings is opened by the careful.
QString safeCell(const QString& cell);

/// One line, of safe cells.
QByteArray csvLine(const QStringList& cells);

/// Lines of cells under a head.
class CsvTable {
public:
    explicit CsvTable(const QStringList& heads) : text_(csvLine(heads)) {}
    void add(const QStringList& cells) { text_ += csvLine(cells); }
    QByteArray text() const { return text_; }

private:
    QByteArray text_;
};

/// A table of the model, in key order: its columns by their names in the database, behind each reference the name of
/// what it refers to ("zone", "zone_name"). An unanswered question is an empty cell; yes and no are 1 and 0. Bytes (a
/// snapshot's content) are left out.
QByteArray csvOf(const model::Model& model, const model::Table& table);

} // namespace sallyport::document
