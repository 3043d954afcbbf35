// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CompileModel.h"
#include "analysis/Engine.h"
#include "document/Document.h"
#include "welcome/WelcomePage.h"

#include <QFileInfo>

namespace sallyport::ui {

namespace {

/// The component whose compromise loses most.
std::optional<std::pair<QString, double>> worstComponent(const analysis::Engine& engine, const analysis::Ranking& ranking) {
    std::optional<std::pair<QString, double>> worst;
    for (const analysis::RankedSource& source : ranking.sources) {
        if (source.seed.kind != analysis::FactKind::Control) continue;
        if (worst && source.shares.score <= worst->second) continue;
        worst = {engine.facts().components[static_cast<std::size_t>(source.seed.element)].id, source.shares.score};
    }
    return worst;
}

} // namespace

Expected<ExampleModel> exampleFrom(const QString& path, const QString& line) {
    auto document = document::Document::open(path);
    if (!document) return tl::unexpected(document.error());
    const model::Model& model = (*document)->model();
    ExampleModel example;
    example.path = path;
    example.line = line;
    example.title = model.title().isEmpty() ? QFileInfo(path).completeBaseName() : model.title();
    const model::Diagram* first = nullptr;
    for (const model::Diagram& diagram : model.diagrams)
        if (!first || diagram.ordinal < first->ordinal) first = &diagram;
    if (first) example.drawing = diagram::Drawing(model, first->id);
    const auto engine = analysis::Engine::compile(analysis::attackFacts(model, analysis::Reading::AsStated));
    const auto ranking = engine.ranking();
    if (ranking) {
        if (const auto worst = worstComponent(engine, *ranking))
            example.figures.push_back(
                {QString::number(worst->second, 'f', 2), WelcomePage::tr("%1 falls").arg(model.nameOf(worst->first))});
        example.figures.push_back({QString::number(ranking->concentration, 'f', 2), WelcomePage::tr("concentration")});
    }
    return example;
}

} // namespace sallyport::ui
