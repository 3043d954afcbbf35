// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"

#include "rules/CheckJson.h"

namespace sallyport::cli {

namespace {

constexpr const char* severities = "critical, high, medium, low, info";

Outcome run(const Arguments& arguments) {
    const QString format =
        arguments.has(QStringLiteral("format")) ? arguments.value(QStringLiteral("format")) : QStringLiteral("text");
    if (format == QStringLiteral("sarif"))
        return Outcome::wrongUse(QStringLiteral("SARIF is not available yet; use --format json."));
    if (format != QStringLiteral("text") && format != QStringLiteral("json"))
        return Outcome::wrongUse(QStringLiteral("There is no format \"%1\"; there are: text, json.").arg(format));
    std::optional<rules::Severity> bar;
    if (arguments.has(QStringLiteral("fail-on"))) {
        bar = rules::severityFromWord(arguments.value(QStringLiteral("fail-on")));
        if (!bar || *bar == rules::Severity::None)
            return Outcome::wrongUse(QStringLiteral("\"%1\" is no severity; they are: %2.")
                                         .arg(arguments.value(QStringLiteral("fail-on")), QLatin1StringView(severities)));
    }
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    auto pack = std::make_shared<rules::RulePack>(rules::RulePack::builtIn());
    if (arguments.has(QStringLiteral("rules")))
        if (const auto added = pack->addDirectory(arguments.value(QStringLiteral("rules"))); !added)
            return Outcome::refused(added.error());
    const auto review = rules::reviewOf(**document, pack, today());
    Outcome outcome;
    for (const rules::RuleProblem& problem : review->problems)
        outcome.messages << QStringLiteral("%1: %2 is not used: %3")
                                .arg(problem.file, problem.rule.isEmpty() ? QStringLiteral("the rule") : problem.rule,
                                     problem.what);
    outcome.output =
        format == QStringLiteral("json") ? rules::checkJson(*review) : rules::checkText((*document)->model(), *review).toUtf8();
    if (bar && rules::reaches(review->findings, *bar)) outcome.exit = Exit::Found;
    return outcome;
}

} // namespace

Command checkCommand() {
    return {
        QStringLiteral("check"),
        QStringLiteral("FILE"),
        1,
        1,
        QStringLiteral("list the findings"),
        {{QStringLiteral("fail-on"),
          {},
          QStringLiteral("SEVERITY"),
          QStringLiteral("end with 1 if an open finding is that bad or worse")},
         {QStringLiteral("format"), {}, QStringLiteral("FORMAT"), QStringLiteral("text (usual) or json")},
         {QStringLiteral("rules"), {}, QStringLiteral("DIR"), QStringLiteral("use the rules (*.sql) of a folder too")}},
        QStringLiteral("Severities: critical, high, medium, low, info. A finding that cannot be decided because an answer is\n"
                       "missing is listed as unknown and never reaches the bar; nor does one that somebody has accepted."),
        false,
        run};
}

} // namespace sallyport::cli
