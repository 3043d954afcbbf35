// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/Report.h"

#include "report/Finish.h"
#include "report/Material.h"

#include <QBuffer>
#include <QHashSeed>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace sallyport::report {

namespace {

/// Qt writes fonts and resources in the order of its hashes; with a fixed seed two runs agree byte for byte.
class SameOrder {
public:
    SameOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SameOrder() { QHashSeed::resetRandomGlobalSeed(); }
    SameOrder(const SameOrder&) = delete;
    SameOrder& operator=(const SameOrder&) = delete;
};

/// The whole report laid out: what stands before the contents, the contents, and the rest.
Book bookOf(const Material& material) {
    Book front;
    writeCover(front, material);
    if (material.has(Section::Summary)) writeSummary(front, material);
    Book body;
    const std::pair<Section, void (*)(Book&, const Material&)> chapters[] = {
        {Section::Diagrams, writeDiagrams}, {Section::Blast, writeBlast},        {Section::Paths, writePaths},
        {Section::Findings, writeFindings}, {Section::Coverage, writeCoverage},  {Section::Inventory, writeInventory},
        {Section::Unknowns, writeUnknowns}, {Section::Decisions, writeDecisions}};
    for (const auto& [section, write] : chapters)
        if (material.has(section)) write(body, material);
    if (!material.has(Section::Contents)) {
        front.append(std::move(body));
        return front;
    }
    // The contents are as long with wrong numbers as with right ones.
    const auto contents = [&](int pages) {
        std::vector<Entry> entries = front.entries();
        const int before = static_cast<int>(entries.size());
        entries.push_back({Words::tr("Contents"), 0, front.pageCount(), 0});
        for (Entry entry : body.entries()) {
            entry.page += front.pageCount() + pages;
            entries.push_back(entry);
        }
        Book book;
        writeContents(book, entries, before);
        return book;
    };
    Book listed = contents(contents(1).pageCount());
    front.append(std::move(listed));
    front.append(std::move(body));
    return front;
}

void paintHeadAndFoot(QPainter& painter, const Material& material, const Page& page, int number, int of) {
    const double left = page::margin, right = page.size().width() - page::margin, bottom = page.size().height();
    const Style& small = style::caption;
    const double headWidth = (right - left) * 0.6;
    charts::paintText(painter, QPointF(left, page::headRule - 7), charts::cut(material.title, headWidth, small.size),
                      small.colour, small.size);
    charts::paintText(painter, QPointF(right, page::headRule - 7), page.head, small.colour, small.size, charts::Weight::Regular,
                      charts::Side::Right);
    rulePaint(left, right, page::headRule)(painter);
    rulePaint(left, right, bottom - page::footRule)(painter);
    const double line = bottom - page::footRule + 14;
    charts::paintText(painter, QPointF(left, line), Words::tr("Sallyport review · model digest %1").arg(material.digest),
                      small.colour, small.size);
    charts::paintText(painter, QPointF(right, line), Words::tr("%1 / %2").arg(number).arg(of), material.theme.ink, small.size,
                      charts::Weight::Regular, charts::Side::Right);
}

QPageLayout layoutOf(const Page& page) {
    return {QPageSize(QPageSize::A4), page.isWide ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF(),
            QPageLayout::Point};
}

Expected<QByteArray> painted(const Material& material, const Book& book) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return refuse(Words::tr("The report could not be written to memory."));
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(1200);
    writer.setTitle(material.title);
    writer.setPageLayout(layoutOf(book.pages().front()));
    QPainter painter;
    if (!painter.begin(&writer)) return refuse(Words::tr("The report could not be begun."));
    for (int i = 0; i < book.pageCount(); ++i) {
        const Page& page = book.pages()[static_cast<std::size_t>(i)];
        if (i > 0) {
            writer.setPageLayout(layoutOf(page));
            writer.newPage();
        }
        painter.resetTransform();
        painter.scale(1200 / 72.0, 1200 / 72.0);
        for (const Paint& paint : page.paints) {
            painter.save();
            paint(painter);
            painter.restore();
        }
        if (!page.isBare) paintHeadAndFoot(painter, material, page, i + 1, book.pageCount());
    }
    painter.end();
    return bytes;
}

} // namespace

std::optional<Extent> extentFromWord(QStringView word) {
    if (word == u"summary") return Extent::Summary;
    if (word == u"review") return Extent::Review;
    if (word == u"full") return Extent::Full;
    return std::nullopt;
}

std::set<Section> ReportOptions::sectionsOf(Extent extent) {
    if (extent == Extent::Summary) return {Section::Summary, Section::Diagrams};
    return {Section::Summary,  Section::Contents, Section::Diagrams,  Section::Blast,    Section::Paths,
            Section::Findings, Section::Coverage, Section::Inventory, Section::Unknowns, Section::Decisions};
}

ReportOptions ReportOptions::of(Extent extent) {
    ReportOptions options;
    options.sections = sectionsOf(extent);
    options.allElements = extent == Extent::Full;
    if (extent == Extent::Full) options.paths = 6;
    return options;
}

Expected<QByteArray> reportPdf(const model::Model& model, const rules::Review& review, const ReportOptions& options) {
    const SameOrder sameOrder;
    const Material material(model, review, options);
    const Book book = bookOf(material);
    const Expected<QByteArray> pdf = painted(material, book);
    if (!pdf) return pdf;
    const QDateTime written(material.today.isValid() ? material.today : QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
    const QString subject = Words::tr("Trust-boundary review, model digest %1").arg(material.digest);
    return finished(*pdf, book, {material.title, subject, written});
}

Expected<void> writeReport(const model::Model& model, const rules::Review& review, const ReportOptions& options,
                           const QString& path) {
    const Expected<QByteArray> pdf = reportPdf(model, review, options);
    if (!pdf) return tl::unexpected(pdf.error());
    const auto refused = [&](const QString& why) {
        return refuse(Words::tr("The report could not be written: %1.").arg(why), path,
                      Words::tr("Choose another place, or make room and try again. An older file there is as it was."));
    };
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return refused(file.errorString());
    if (file.write(*pdf) != pdf->size()) {
        const QString why = file.errorString();
        file.cancelWriting();
        return refused(why);
    }
    if (!file.commit()) return refused(file.errorString());
    return {};
}

} // namespace sallyport::report
