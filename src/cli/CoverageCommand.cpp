// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"
#include "cli/Packs.h"

#include "rules/CoverageJson.h"
#include "rules/FrameworkChoice.h"

namespace sallyport::cli {

namespace {

/// The framework is shown whether the model is asked about it or not: in this copy of the model it is.
Expected<void> show(document::Document& document, const rules::RulePack& pack, const QString& framework) {
    QStringList ids;
    for (const rules::FrameworkState& state : rules::frameworkStates(document.model(), pack))
        if (state.mapped > 0) ids << state.id;
    if (!ids.contains(framework))
        return refuse(
            QStringLiteral("There is no framework \"%1\"; there are: %2.").arg(framework, ids.join(QStringLiteral(", "))));
    if (rules::isEnabled(document.model(), framework)) return {};
    return rules::setEnabled(document, pack, {{framework, true}});
}

Outcome run(const Arguments& arguments) {
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const auto pack = packOf(arguments, (*document)->model());
    if (!pack) return Outcome::refused(pack.error());
    const QString framework = arguments.value(QStringLiteral("framework"));
    if (arguments.has(QStringLiteral("framework")))
        if (const auto shown = show(**document, **pack, framework); !shown) return Outcome::wrongUse(shown.error().text());
    const auto review = rules::reviewOf(**document, *pack, today());
    const rules::CoverageReport report{(*document)->model(), *review, framework};
    Outcome outcome =
        Outcome::of(arguments.has(QStringLiteral("json")) ? rules::coverageJson(report) : rules::coverageText(report).toUtf8());
    outcome.messages = packMessages(**pack, review->problems);
    return outcome;
}

} // namespace

Command coverageCommand() {
    std::vector<Option> options{
        {QStringLiteral("framework"), {}, QStringLiteral("ID"), QStringLiteral("of one framework alone, switched off or not")},
        {QStringLiteral("json"), {}, {}, QStringLiteral("as JSON")}};
    for (Option& option : packOptions()) options.push_back(std::move(option));
    return {
        QStringLiteral("coverage"),
        QStringLiteral("FILE"),
        1,
        1,
        QStringLiteral("tell what the model indicates about controls"),
        std::move(options),
        QStringLiteral("Unknown never counts as satisfied, and nothing here says \"compliant\". Of the frameworks the model\n"
                       "is asked about; gaps are ranked by the blast radius they touch, then by how many elements."),
        false,
        run};
}

} // namespace sallyport::cli
