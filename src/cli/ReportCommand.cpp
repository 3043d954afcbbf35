// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"
#include "cli/Packs.h"

#include "report/Report.h"

namespace sallyport::cli {

namespace {

Outcome run(const Arguments& arguments) {
    const QString path = arguments.value(QStringLiteral("output"));
    if (path.isEmpty()) return Outcome::wrongUse(QStringLiteral("report needs -o OUT.pdf."));
    const QString level =
        arguments.has(QStringLiteral("level")) ? arguments.value(QStringLiteral("level")) : QStringLiteral("review");
    const auto extent = report::extentFromWord(level);
    if (!extent)
        return Outcome::wrongUse(QStringLiteral("There is no level \"%1\"; there are: summary, review, full.").arg(level));
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const auto pack = packOf(arguments, (*document)->model());
    if (!pack) return Outcome::refused(pack.error());
    const auto review = rules::reviewOf(**document, *pack, today());
    report::ReportOptions options = report::ReportOptions::of(*extent);
    options.today = today();
    const auto pdf = report::reportPdf((*document)->model(), *review, options);
    if (!pdf) return Outcome::notWritten(pdf.error());
    if (const auto written = writeFile(path, *pdf); !written) return Outcome::notWritten(written.error());
    return {Exit::Done, {}, packMessages(**pack, review->problems)};
}

} // namespace

Command reportCommand() {
    std::vector<Option> options{
        {QStringLiteral("output"), u'o', QStringLiteral("OUT.pdf"), QStringLiteral("where to")},
        {QStringLiteral("level"), {}, QStringLiteral("LEVEL"), QStringLiteral("summary, review (usual) or full")}};
    for (Option& option : packOptions()) options.push_back(std::move(option));
    return {QStringLiteral("report"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("write the review report, a PDF"),
            std::move(options),
            QStringLiteral("The same model on the same day gives the same bytes; SOURCE_DATE_EPOCH sets the day."),
            true,
            run};
}

} // namespace sallyport::cli
