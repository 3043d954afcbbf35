// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/BlastCharts.h"
#include "charts/Overlays.h"
#include "diagram/Drawing.h"
#include "report/Report.h"
#include "report/Table.h"

#include <QCoreApplication>

#include <memory>

/// What the chapters are written from, and what they share.
namespace sallyport::report {

/// Words of the report.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

struct Material {
    Material(const model::Model& model, const rules::Review& review, const ReportOptions& options);

    const model::Model& model;
    const rules::Review& review;
    const ReportOptions& options;
    const diagram::Theme& theme = diagram::Theme::light();
    QDate today;
    QString title;
    QString digest; ///< of the canonical model, shortened
    std::vector<charts::RankedRow> ranked;
    /// The diagrams with something in them, in their order.
    std::vector<diagram::Drawing> drawings;

    bool has(Section section) const { return options.sections.contains(section); }
    /// The diagram that shows most of these elements; null if there is none at all.
    const diagram::Drawing* bestDrawing(const diagram::Overlay& overlay) const;
    QString nameOf(const QString& id) const { return model.nameOf(id); }
    QString namesOf(const QStringList& ids, int most = 0) const;
    /// "The gateway falls", and the compromise itself: the nth of the ranking that adds something.
    struct Worst {
        charts::RankedRow row;
        analysis::Seed seed;
        analysis::Blast blast;
        QString title;
        QString data;                     ///< the asset that loses most
        std::optional<charts::Path> path; ///< to it
    };
    std::vector<Worst> worst;
};

/// A cell with an element's drawing and name.
Cell elementCell(const Material& material, const QString& id, const Style& style = style::text);
/// A sign for a cell.
std::function<void(QPainter&, const QRectF&)> iconSign(const QString& icon, const QColor& colour);

/// Paints a chart over the text's width; the book's paints keep it alive.
void putChart(Book& book, std::shared_ptr<charts::RowChart> chart, const QRectF& rect);

/// A figure that is never cut: on this page, else on one of its own, upright or wide, at no less than 6-point type;
/// else an overview of it all, and behind it what is too small to read there: the part around these elements if some are
/// named, else everything in numbered parts. `following`: points to leave for what belongs under it, if it may.
void putFigure(Book& book, const Material& material, const diagram::Drawing& drawing, const diagram::Overlay& overlay,
               const QString& caption, double following = 0, const QStringList& focus = {});

/// Whether the figure needs a page on its side: begin one before the heading that belongs to it.
bool asksForWidePage(Book& book, const Material& material, const diagram::Drawing& drawing, const diagram::Overlay& overlay);

void writeCover(Book& book, const Material& material);
void writeSummary(Book& book, const Material& material);
void writeDiagrams(Book& book, const Material& material);
void writeBlast(Book& book, const Material& material);
void writePaths(Book& book, const Material& material);
void writeFindings(Book& book, const Material& material);
void writeCoverage(Book& book, const Material& material);
void writeInventory(Book& book, const Material& material);
void writeUnknowns(Book& book, const Material& material);
void writeDecisions(Book& book, const Material& material);
/// The contents: all entries with their pages, as links. `before`: of these entries, those of pages in front of it.
/// The entries' pages are those of the whole.
void writeContents(Book& book, const std::vector<Entry>& entries, int before);

} // namespace sallyport::report
