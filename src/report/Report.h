// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "rules/Review.h"

#include <QByteArray>
#include <QDate>

#include <set>

namespace sallyport::report {

enum class Section { Summary, Contents, Diagrams, Blast, Paths, Findings, Coverage, Inventory, Unknowns, Decisions };

/// How much a report says: the summary alone, what a review board reads, or all there is.
enum class Extent { Summary, Review, Full };
/// "summary", "review", "full".
std::optional<Extent> extentFromWord(QStringView word);

struct ReportOptions {
    std::set<Section> sections = sectionsOf(Extent::Review);
    QDate today;                      ///< printed on the cover, and the file's date; the review's own day if it is not valid
    QString organisation;             ///< beside the logo; may be empty
    QString owner, reviewers, status; ///< under the cover's picture; left out where empty
    int paths = 3;                    ///< how many compromises are told in full
    bool allElements = false; ///< name every element of a control and every unanswered question, not only the first ones

    static std::set<Section> sectionsOf(Extent extent);
    static ReportOptions of(Extent extent);
};

/// The review report as a PDF: A4, vectors throughout, text that can be searched, outline, links, page numbers. Needs a
/// QApplication (charts). The same model, review and options give the same bytes.
Expected<QByteArray> reportPdf(const model::Model& model, const rules::Review& review, const ReportOptions& options = {});

/// The same as a file, replaced as a whole: if it cannot be written, an old one stays as it was.
Expected<void> writeReport(const model::Model& model, const rules::Review& review, const ReportOptions& options,
                           const QString& path);

} // namespace sallyport::report
