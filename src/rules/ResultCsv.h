// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"

#include <QByteArray>

#include <vector>

/// What a review says, as CSV (document/Csv.h). Elements are given by their ids and, in a column beside them, by name.
namespace sallyport::rules {

struct ResultTable {
    QString name; ///< "findings"
    QByteArray csv;
};

QByteArray findingsCsv(const model::Model& model, const Review& review);
/// A line for each element of each control, with the reason.
QByteArray coverageCsv(const model::Model& model, const Review& review);
QByteArray gapsCsv(const model::Model& model, const Review& review);
/// Every single compromise, as stated, the most dangerous first.
QByteArray rankingCsv(const model::Model& model, const Review& review);

/// All of these.
std::vector<ResultTable> resultTables(const model::Model& model, const Review& review);

/// These, and every table of the model that has rows; where things stand on the canvas is nothing for a spreadsheet.
std::vector<ResultTable> exportedTables(const model::Model& model, const Review& review);

} // namespace sallyport::rules
