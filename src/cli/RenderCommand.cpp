// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BlastQuestion.h"
#include "cli/Command.h"
#include "cli/Files.h"

#include "charts/Overlays.h"
#include "diagram/Render.h"

#include <QFileInfo>

namespace sallyport::cli {

namespace {

/// By title or id; the first one if none is asked for.
Expected<model::DiagramId> diagramOf(const model::Model& model, const QString& wanted) {
    const model::Diagram* first = nullptr;
    QStringList titles;
    for (const model::Diagram& diagram : model.diagrams) {
        if (!wanted.isEmpty() && (diagram.id.value == wanted || diagram.title == wanted)) return diagram.id;
        if (!first || diagram.ordinal < first->ordinal) first = &diagram;
        titles << diagram.title;
    }
    if (!first) return refuse(QStringLiteral("The model has no diagram."));
    if (!wanted.isEmpty())
        return refuse(
            QStringLiteral("There is no diagram \"%1\"; there are: %2.").arg(wanted, titles.join(QStringLiteral(", "))));
    return first->id;
}

Expected<diagram::Overlay> overlayOf(const document::Document& document, const Arguments& arguments) {
    const model::Model& model = document.model();
    const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    const auto review = rules::reviewOf(document, pack, today());
    if (!arguments.has(QStringLiteral("from"))) return charts::designOverlay(model, review.get());
    const rules::BlastReview& reading = arguments.has(QStringLiteral("worst-case")) ? review->worstCase : review->asStated;
    const auto seeds = seedsOf(reading.engine->facts(), arguments.values(QStringLiteral("from")));
    if (!seeds) return tl::make_unexpected(seeds.error());
    const analysis::Blast blast = reading.engine->blast(*seeds);
    const auto path = charts::pathTo(*reading.engine, blast, charts::worstData(*reading.engine, blast));
    return charts::blastOverlay(model, *reading.engine, blast, path ? &*path : nullptr, review.get());
}

Outcome run(const Arguments& arguments) {
    const QString path = arguments.value(QStringLiteral("output"));
    if (path.isEmpty()) return Outcome::wrongUse(QStringLiteral("render needs -o OUT.svg, OUT.png or OUT.pdf."));
    const QString format = QFileInfo(path).suffix().toLower();
    const auto render = format == QStringLiteral("svg")   ? diagram::toSvg
                        : format == QStringLiteral("pdf") ? diagram::toPdf
                                                          : nullptr;
    if (!render && format != QStringLiteral("png"))
        return Outcome::wrongUse(QStringLiteral("%1: the name must end in .svg, .png or .pdf.").arg(path));
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const model::Model& model = (*document)->model();
    const auto which = diagramOf(model, arguments.value(QStringLiteral("diagram")));
    if (!which) return Outcome::wrongUse(which.error().text());
    auto overlay = overlayOf(**document, arguments);
    if (!overlay) return Outcome::wrongUse(overlay.error().text());
    diagram::RenderOptions options;
    options.overlay = std::move(*overlay);
    const diagram::Drawing drawing(model, *which);
    const auto bytes = render ? render(drawing, options) : diagram::toPng(drawing, options, 2.0);
    if (!bytes) return Outcome::refused(bytes.error());
    if (const auto written = writeFile(path, *bytes); !written) return Outcome::notWritten(written.error());
    return {};
}

} // namespace

Command renderCommand() {
    return {
        QStringLiteral("render"),
        QStringLiteral("FILE"),
        1,
        1,
        QStringLiteral("draw a diagram"),
        {{QStringLiteral("output"), u'o', QStringLiteral("OUT"),
          QStringLiteral("where to; the name ends in .svg, .png or .pdf")},
         {QStringLiteral("diagram"), {}, QStringLiteral("NAME"), QStringLiteral("which diagram; the first one if not said")},
         {QStringLiteral("from"), {}, QStringLiteral("WHAT"), QStringLiteral("with the blast radius of this compromise"), true},
         {QStringLiteral("worst-case"), {}, {}, QStringLiteral("read every unanswered question as bad as can be")}},
        QStringLiteral("WHAT is as for sallyport blast. The path to the data that loses most is lit."),
        true,
        run};
}

} // namespace sallyport::cli
