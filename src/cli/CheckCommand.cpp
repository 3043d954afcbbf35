// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"
#include "cli/Packs.h"

#include "rules/CheckJson.h"
#include "rules/Sarif.h"

#include <QCoreApplication>

namespace sallyport::cli {

namespace {

constexpr const char* severities = "critical, high, medium, low, info";

/// What the words ask for, before any file is read.
struct Request {
    QString format = QStringLiteral("text");
    std::optional<rules::Severity> bar;
};

Expected<Request> requestOf(const Arguments& arguments) {
    Request request;
    if (arguments.has(QStringLiteral("format"))) request.format = arguments.value(QStringLiteral("format"));
    const QStringList formats{QStringLiteral("text"), QStringLiteral("json"), QStringLiteral("sarif")};
    if (!formats.contains(request.format))
        return refuse(QStringLiteral("There is no format \"%1\"; there are: %2.")
                          .arg(request.format, formats.join(QStringLiteral(", "))));
    if (!arguments.has(QStringLiteral("fail-on"))) return request;
    request.bar = rules::severityFromWord(arguments.value(QStringLiteral("fail-on")));
    if (!request.bar || *request.bar == rules::Severity::None)
        return refuse(QStringLiteral("\"%1\" is no severity; they are: %2.")
                          .arg(arguments.value(QStringLiteral("fail-on")), QLatin1StringView(severities)));
    return request;
}

Expected<std::optional<rules::Baseline>> baselineOf(const Arguments& arguments) {
    if (!arguments.has(QStringLiteral("baseline"))) return std::nullopt;
    const QString path = arguments.value(QStringLiteral("baseline"));
    const auto bytes = readFile(path);
    if (!bytes) return tl::make_unexpected(bytes.error());
    auto baseline = rules::Baseline::read(*bytes, path);
    if (!baseline) return tl::make_unexpected(baseline.error());
    return std::move(*baseline);
}

/// Where elements stand in the model's file, if that is text.
QHash<QString, int> linesOf(const QString& path) {
    if (!path.endsWith(QStringLiteral(".json"))) return {};
    const auto bytes = readFile(path);
    return bytes ? rules::elementLines(*bytes) : QHash<QString, int>();
}

Outcome run(const Arguments& arguments) {
    const auto request = requestOf(arguments);
    if (!request) return Outcome::wrongUse(request.error().text());
    const QString path = arguments.operands().first();
    const auto document = openModel(path);
    if (!document) return Outcome::refused(document.error());
    const model::Model& model = (*document)->model();
    const auto pack = packOf(arguments, model);
    if (!pack) return Outcome::refused(pack.error());
    const auto baseline = baselineOf(arguments);
    if (!baseline) return Outcome::refused(baseline.error());
    const auto review = rules::reviewOf(**document, *pack, today());
    std::optional<rules::Comparison> against;
    if (*baseline) against = rules::compare(review->findings, **baseline);
    const rules::Comparison* comparison = against ? &*against : nullptr;
    Outcome outcome;
    outcome.messages = packMessages(**pack, review->problems);
    if (request->format == QStringLiteral("sarif"))
        outcome.output =
            rules::sarif(model, *review, **pack, {path, QCoreApplication::applicationVersion(), linesOf(path), comparison});
    else if (request->format == QStringLiteral("json"))
        outcome.output = rules::checkJson(*review, comparison);
    else
        outcome.output = rules::checkText(model, *review, comparison).toUtf8();
    const bool failed = request->bar && (comparison ? comparison->reaches(review->findings, *request->bar)
                                                    : rules::reaches(review->findings, *request->bar));
    // A bar says what may not pass; where a rule that was asked for did not look, nobody knows.
    if (request->bar && !review->problems.empty()) outcome.exit = Exit::Refused;
    if (failed) outcome.exit = Exit::Found;
    return outcome;
}

} // namespace

Command checkCommand() {
    std::vector<Option> options{
        {QStringLiteral("fail-on"),
         {},
         QStringLiteral("SEVERITY"),
         QStringLiteral("end with 1 if an open finding is that bad or worse")},
        {QStringLiteral("format"), {}, QStringLiteral("FORMAT"), QStringLiteral("text (usual), json or sarif")},
        {QStringLiteral("baseline"),
         {},
         QStringLiteral("OLD"),
         QStringLiteral("an earlier output, json or sarif: only what is new or worse fails")}};
    for (Option& option : packOptions()) options.push_back(std::move(option));
    return {QStringLiteral("check"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("list the findings"),
            std::move(options),
            QStringLiteral(
                "Severities: critical, high, medium, low, info. A finding that cannot be decided because an answer is\n"
                "missing is listed as unknown and never reaches the bar; nor does one that somebody has accepted.\n"
                "A rule that cannot be used is listed, and ends a check with --fail-on with 3 where it does not end with 1.\n"
                "A finding of the baseline is worse if it was decided, unknown or less severe there. Folders of rules that\n"
                "the window uses are not used here: a pipeline says the same on every machine."),
            false,
            run};
}

} // namespace sallyport::cli
