// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CompileModel.h"
#include "analysis/Engine.h"
#include "document/Document.h"
#include "welcome/WelcomePage.h"

#include <QFileInfo>

namespace sallyport::ui {

namespace {

/// Of the entry layer the component whose compromise loses most: a gateway; without any, a BFF; without both, whatever
/// is worst. (An identity provider that falls loses everything in every design.)
std::optional<std::pair<QString, double>> worstEntry(const model::Model& model, const analysis::Engine& engine,
                                                     const analysis::Ranking& ranking) {
    using enum model::ComponentKind;
    for (const auto& wanted : {std::optional(ApiGateway), std::optional(Bff), std::optional<model::ComponentKind>()}) {
        std::optional<std::pair<QString, double>> worst;
        for (const analysis::RankedSource& source : ranking.sources) {
            if (source.seed.kind != analysis::FactKind::Control) continue;
            const QString id = engine.facts().components[static_cast<std::size_t>(source.seed.element)].id;
            const model::Component* component = model.components.find({id});
            if (!component || (wanted && component->kind != *wanted)) continue;
            if (!worst || source.shares.score > worst->second) worst = {id, source.shares.score};
        }
        if (worst) return worst;
    }
    return std::nullopt;
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
        if (const auto worst = worstEntry(model, engine, *ranking))
            example.figures.push_back(
                {QString::number(worst->second, 'f', 2), WelcomePage::tr("%1 falls").arg(model.nameOf(worst->first))});
        example.figures.push_back({QString::number(ranking->concentration, 'f', 2), WelcomePage::tr("concentration")});
    }
    return example;
}

} // namespace sallyport::ui
