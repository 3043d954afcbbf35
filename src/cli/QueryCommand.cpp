// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Command.h"
#include "cli/Files.h"
#include "cli/TextTable.h"

#include "analysis/CompileModel.h"
#include "rules/BlastInput.h"
#include "rules/DerivedTables.h"
#include "rules/RuleParameters.h"
#include "rules/SqlFunctions.h"
#include "rules/TableHelp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

namespace sallyport::cli {

namespace {

/// As of a rule: SQLite bounds one text, and how many rows there are.
constexpr qsizetype mostText = 16 * 1024 * 1024;

bool reads(const rules::Prepared& prepared, const QString& table) {
    return std::any_of(prepared.reads.begin(), prepared.reads.end(), [&](const auto& read) { return read.table == table; });
}

QJsonValue jsonValue(sqlite3_stmt* row, int column) {
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            return static_cast<qint64>(sqlite3_column_int64(row, column));
        case SQLITE_FLOAT:
            return sqlite3_column_double(row, column);
        case SQLITE_NULL:
            return {};
        default:
            return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, column)));
    }
}

/// In bytes; a number is small.
qsizetype sizeOf(sqlite3_stmt* row, int column) {
    const int type = sqlite3_column_type(row, column);
    return type == SQLITE_TEXT || type == SQLITE_BLOB ? sqlite3_column_bytes(row, column) : 1;
}

QString textValue(sqlite3_stmt* row, int column) {
    if (sqlite3_column_type(row, column) == SQLITE_NULL) return QStringLiteral("?");
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(row, column)));
}

Expected<QByteArray> answer(const document::Replica& replica, const QByteArray& sql, bool json) {
    const model::Model& model = replica.model();
    rules::addSqlFunctions(replica.handle());
    const auto derived = rules::DerivedTables::create(replica.handle());
    if (!derived) return tl::make_unexpected(derived.error());
    const rules::Sandbox sandbox(replica.handle());
    const auto prepared = sandbox.prepare(sql);
    if (!prepared) return tl::make_unexpected(prepared.error());
    const QString missing = rules::bindParameters(prepared->statement.get(), prepared->parameters, model, today());
    if (!missing.isEmpty()) return refuse(QStringLiteral("There is no parameter :%1.").arg(missing));
    if (!(*derived)->refresh((*derived)->neededBy(prepared->reads)))
        return refuse(QStringLiteral("The tables made from the model could not be filled."));
    const bool byComponent = reads(*prepared, QStringLiteral("blast_component"));
    if (byComponent || reads(*prepared, QStringLiteral("blast"))) {
        const auto stated = analysis::Engine::compile(analysis::attackFacts(model, analysis::Reading::AsStated));
        const auto worst = analysis::Engine::compile(analysis::attackFacts(model, analysis::Reading::WorstCase));
        if (const auto rows = rules::blastRows(model, stated, worst, byComponent)) (*derived)->fillBlast(*rows, byComponent);
    }
    TextTable table(prepared->columns);
    QJsonArray rows;
    qint64 count = 0;
    qsizetype size = 0;
    const int columns = static_cast<int>(prepared->columns.size());
    const auto ran = sandbox.run(prepared->statement.get(), [&](sqlite3_stmt* row) {
        QStringList cells;
        QJsonArray values;
        for (int i = 0; i < columns; ++i) {
            size += sizeOf(row, i);
            if (json)
                values.append(jsonValue(row, i));
            else
                cells << textValue(row, i);
        }
        if (size > mostText) return false;
        ++count;
        if (json)
            rows.append(values);
        else
            table.add(cells);
        return true;
    });
    if (!ran) return tl::make_unexpected(ran.error());
    if (size > mostText)
        return refuse(QStringLiteral("It returns more than 16 million characters."), {},
                      QStringLiteral("Ask for fewer columns or rows."));
    if (json)
        return QJsonDocument(QJsonObject{{QStringLiteral("columns"), QJsonArray::fromStringList(prepared->columns)},
                                         {QStringLiteral("rows"), rows}})
            .toJson();
    return (table.text() +
            QStringLiteral("%1 %2\n").arg(count).arg(count == 1 ? QStringLiteral("row") : QStringLiteral("rows")))
        .toUtf8();
}

Outcome listTables() {
    const auto tables = rules::tableHelp();
    if (!tables) return Outcome::refused(tables.error());
    return Outcome::of(rules::tableHelpText(*tables).toUtf8());
}

Outcome run(const Arguments& arguments) {
    if (arguments.has(QStringLiteral("tables"))) return listTables();
    if (arguments.operands().size() < 2)
        return Outcome::wrongUse(QStringLiteral("query needs FILE SQL, or --tables. See: sallyport query --help"));
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const std::unique_ptr<document::Replica> replica = document::Replica::ofImage((*document)->image());
    auto answered = answer(*replica, arguments.operands().at(1).toUtf8(), arguments.has(QStringLiteral("json")));
    if (!answered) {
        answered.error().where = QStringLiteral("the query");
        return Outcome::refused(answered.error());
    }
    return Outcome::of(*answered);
}

} // namespace

Command queryCommand() {
    return {QStringLiteral("query"),
            QStringLiteral("FILE SQL"),
            0,
            2,
            QStringLiteral("ask a model in SQL, read only"),
            {{QStringLiteral("tables"), {}, {}, QStringLiteral("list the tables and columns there are, and what they mean")},
             {QStringLiteral("json"), {}, {}, QStringLiteral("as JSON: {\"columns\": [...], \"rows\": [[...], ...]}")}},
            QStringLiteral(
                "One SELECT, in the sandbox rules run in: listed tables and functions, 2 seconds, 64 MB, 100,000 rows,\n"
                "16 million characters. NULL is an unanswered question, shown as \"?\". The table of grants is called grant_.\n"
                "Beside SQLite's own functions there are some(c), every(c), at_least(n, c) and days(from, to), and the\n"
                "parameter :today."),
            false,
            run};
}

} // namespace sallyport::cli
