// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/ExportTables.h"
#include "cli/Files.h"
#include "cli/Packs.h"

#include "document/Json.h"

#include <QFileInfo>

namespace sallyport::cli {

namespace {

/// What is wrong with the format asked for; empty if nothing.
QString objection(const Arguments& arguments, const QString& path, const QString& verb, const QString& formats) {
    const bool said = arguments.has(QStringLiteral("format"));
    const QString format = said ? arguments.value(QStringLiteral("format")) : QFileInfo(path).suffix().toLower();
    if (format == QStringLiteral("json")) return {};
    if (said) return QStringLiteral("There is no format \"%1\" to %2; there is: %3.").arg(format, verb, formats);
    return QStringLiteral("%1: say the format to %2 with -f: %3.").arg(path, verb, formats);
}

std::vector<Option> options(const QString& out, const QString& where) {
    return {
        {QStringLiteral("output"), u'o', out, where},
        {QStringLiteral("format"), u'f', QStringLiteral("FORMAT"), QStringLiteral("json; told by the name's end if not said")}};
}

Outcome runImport(const Arguments& arguments) {
    const QString in = arguments.operands().first(), out = arguments.value(QStringLiteral("output"));
    if (out.isEmpty()) return Outcome::wrongUse(QStringLiteral("import needs -o OUT."));
    if (const QString spoken = objection(arguments, in, QStringLiteral("read"), QStringLiteral("json")); !spoken.isEmpty())
        return Outcome::wrongUse(spoken);
    const auto bytes = readFile(in);
    if (!bytes) return Outcome::refused(bytes.error());
    const auto model = document::readJson(*bytes, in);
    if (!model) return Outcome::refused(model.error());
    const auto document = document::Document::fromModel(*model, in);
    if (!document) return Outcome::refused(document.error());
    if (const auto saved = (*document)->save(out); !saved) return Outcome::notWritten(saved.error());
    return {Exit::Done, {}, {QStringLiteral("%1: nothing was guessed, nothing was left out.").arg(in)}};
}

Outcome runExportTables(const Arguments& arguments, const QString& in, const QString& out) {
    if (out == QStringLiteral("-"))
        return Outcome::wrongUse(QStringLiteral("csv is a file for each table, and goes into a folder: -o FOLDER."));
    const auto document = openModel(in);
    if (!document) return Outcome::refused(document.error());
    const auto pack = packOf(arguments, (*document)->model());
    return pack ? exportTables(**document, *pack, out) : Outcome::refused(pack.error());
}

Outcome runExport(const Arguments& arguments) {
    const QString in = arguments.operands().first(), out = arguments.value(QStringLiteral("output"));
    if (out.isEmpty()) return Outcome::wrongUse(QStringLiteral("export needs -o OUT (- is standard output)."));
    if (arguments.value(QStringLiteral("format")) == QStringLiteral("csv")) return runExportTables(arguments, in, out);
    for (const Option& option : packOptions())
        if (arguments.has(option.name))
            return Outcome::wrongUse(QStringLiteral("--%1 is for -f csv alone: json has no findings.").arg(option.name));
    if (const QString spoken = objection(arguments, out, QStringLiteral("write"), QStringLiteral("json, csv"));
        !spoken.isEmpty())
        return Outcome::wrongUse(spoken);
    const auto document = openModel(in);
    if (!document) return Outcome::refused(document.error());
    Outcome outcome;
    if (const auto kept = (*document)->model().snapshots.size(); kept > 0)
        outcome.messages << QStringLiteral("%1: left out: %2 snapshots.").arg(in).arg(kept);
    const QByteArray json = document::writeJson((*document)->model());
    if (out == QStringLiteral("-")) {
        outcome.output = json;
    } else if (const auto written = writeFile(out, json); !written) {
        return Outcome::notWritten(written.error());
    }
    return outcome;
}

} // namespace

Command importCommand() {
    return {QStringLiteral("import"),
            QStringLiteral("IN"),
            1,
            1,
            QStringLiteral("make a model of a file in another format"),
            options(QStringLiteral("OUT"), QStringLiteral("where to; replaced if it exists")),
            QStringLiteral("Formats: json, the canonical text form. Says what was guessed and what was left out."),
            false,
            runImport};
}

Command exportCommand() {
    std::vector<Option> all = options(QStringLiteral("OUT"), QStringLiteral("where to; - is standard output"));
    for (Option& option : packOptions()) all.push_back(std::move(option));
    return {QStringLiteral("export"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("write a model in another format"),
            std::move(all),
            QStringLiteral(
                "Formats: json, the canonical text form: one member a line, so that a line diff shows a change of the model;\n"
                "csv, a file for each table of the model, for findings, coverage, its gaps and the ranking, in the folder OUT; "
                "the\n"
                "findings are those of check with the same rules."),
            false,
            runExport};
}

} // namespace sallyport::cli
