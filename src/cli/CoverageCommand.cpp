// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"

#include "rules/CheckJson.h"

namespace sallyport::cli {

namespace {

Outcome run(const Arguments& arguments) {
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    const auto review = rules::reviewOf(**document, pack, today());
    const QString framework = arguments.value(QStringLiteral("framework"));
    if (arguments.has(QStringLiteral("framework")) && !review->coverage.find(framework)) {
        QStringList ids;
        for (const rules::FrameworkCoverage& each : review->coverage.frameworks) ids << each.id;
        return Outcome::wrongUse(
            QStringLiteral("There is no framework \"%1\"; there are: %2.").arg(framework, ids.join(QStringLiteral(", "))));
    }
    return Outcome::of(arguments.has(QStringLiteral("json"))
                           ? rules::coverageJson(review->coverage, framework)
                           : rules::coverageText((*document)->model(), review->coverage, framework).toUtf8());
}

} // namespace

Command coverageCommand() {
    return {QStringLiteral("coverage"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("tell what the model indicates about controls"),
            {{QStringLiteral("framework"), {}, QStringLiteral("ID"), QStringLiteral("of one framework alone")},
             {QStringLiteral("json"), {}, {}, QStringLiteral("as JSON")}},
            QStringLiteral("Unknown never counts as satisfied, and nothing here says \"compliant\"."),
            false,
            run};
}

} // namespace sallyport::cli
