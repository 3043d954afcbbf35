// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/TableHelp.h"

#include "document/Replica.h"
#include "document/Sqlite.h"
#include "rules/DerivedTables.h"
#include "rules/SqlFunctions.h"

#include <QFile>

static void initialiseHelp() { Q_INIT_RESOURCE(rules_files); }

namespace sallyport::rules {

namespace {

using model::Column;
using model::ColumnKind;
using model::TableId;
using model::ValueType;

QString resource(const QString& path) {
    initialiseHelp();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString typeOf(const Column& column) {
    switch (column.type) {
        case ValueType::Integer:
            return QStringLiteral("integer");
        case ValueType::Real:
            return QStringLiteral("real");
        case ValueType::Boolean:
            return QStringLiteral("0 or 1");
        case ValueType::Enumeration:
            return QStringLiteral("one of");
        case ValueType::Reference:
            return QStringLiteral("id of ") + QString::fromLatin1(model::table(*column.references).name);
        case ValueType::Text:
        case ValueType::Blob:
            break;
    }
    return QStringLiteral("text");
}

QString nullOf(const Column& column) {
    switch (column.kind) {
        case ColumnKind::Answer:
            return QStringLiteral("nobody has answered");
        case ColumnKind::Record:
            return QStringLiteral("there is no record");
        case ColumnKind::Link:
            return QStringLiteral("not drawn");
        case ColumnKind::Key:
        case ColumnKind::Fixed:
            break;
    }
    return {};
}

/// The members a table of choices can have: "function.rate_limit"; a free or drawn set has "set.*" alone.
QStringList choicesOf(TableId choices) {
    QStringList all;
    for (const model::Table& table : model::tables())
        for (const model::SetColumn& set : table.sets) {
            if (set.choices != choices) continue;
            const QString prefix = QString::fromLatin1(set.prefix) + u'.';
            for (const model::Word& word : set.words) all << prefix + QString::fromLatin1(word.word);
            if (set.words.empty())
                all << prefix + (set.relation ? QStringLiteral("*") : QStringLiteral("(any text), ") + prefix + u'*');
        }
    return all;
}

bool isChoices(TableId id) { return id == TableId::ZoneHas || id == TableId::ComponentHas || id == TableId::FlowHas; }

TableHelp helpOf(const model::Table& table) {
    TableHelp help{QString::fromLatin1(table.name), {}, {}, false};
    if (isChoices(table.id))
        help.text = QStringLiteral(
            "A row for each answered member of a set: present 1 or 0. No row: nobody has answered, so a left "
            "join gives NULL. \"set.*\" with present 0: there are no others.");
    else if (table.id == TableId::Decision)
        help.text = QStringLiteral("What people decided about findings.");
    else
        help.text = QStringLiteral("A row for each %1.").arg(QString::fromUtf8(table.label));
    for (const Column& column : table.columns) {
        ColumnHelp each{QString::fromLatin1(column.name), typeOf(column), nullOf(column), {}};
        for (const model::Word& word : column.words) each.words << QString::fromLatin1(word.word);
        if (isChoices(table.id) && each.name == u"what") {
            each.type = QStringLiteral("one of");
            each.words = choicesOf(table.id);
        }
        help.columns.push_back(std::move(each));
    }
    return help;
}

/// The comment at the head of a derived table's query.
QString commentOf(const QString& name) {
    const QString file = name.startsWith(u"blast") ? QStringLiteral("compromise") : name;
    QStringList text;
    for (const QString& line : resource(QStringLiteral(":/rules/derived/%1.sql").arg(file)).split(u'\n'))
        if (line.startsWith(u"-- ") && !line.contains(u"SPDX")) text << line.mid(3).trimmed();
    return text.join(u' ');
}

TableHelp derivedHelp(sqlite3* handle, const QString& name) {
    TableHelp help{name, commentOf(name), {}, true};
    document::Statement columns(handle,
                                "select name, type, \"notnull\" from pragma_table_info('" + name.toUtf8() + "', 'temp')");
    while (columns.step() == SQLITE_ROW) {
        const bool never = std::get<qint64>(columns.value(2)) != 0;
        help.columns.push_back({std::get<QString>(columns.value(0)),
                                std::get<QString>(columns.value(1)).toLower(),
                                never ? QString() : QStringLiteral("unknown, or there is none"),
                                {}});
    }
    return help;
}

QString lineOf(const ColumnHelp& column) {
    QString text = column.type;
    if (!column.words.isEmpty()) text += QStringLiteral(": ") + column.words.join(QStringLiteral(", "));
    if (!column.null.isEmpty()) text += QStringLiteral("; NULL: ") + column.null;
    return text;
}

} // namespace

Expected<std::vector<TableHelp>> tableHelp() {
    const document::Replica empty;
    addSqlFunctions(empty.handle());
    const auto derived = DerivedTables::create(empty.handle());
    if (!derived) return tl::make_unexpected(derived.error());
    std::vector<TableHelp> all;
    for (const model::Table& table : model::tables())
        if (Sandbox::tables().contains(QString::fromLatin1(table.name))) all.push_back(helpOf(table));
    for (const QString& name : derivedTableNames()) all.push_back(derivedHelp(empty.handle(), name));
    return all;
}

QString tableHelpText(const std::vector<TableHelp>& tables) {
    QString text;
    for (const TableHelp& table : tables) {
        text += QStringLiteral("%1\n  %2\n").arg(table.name, table.text);
        for (const ColumnHelp& column : table.columns)
            text += QStringLiteral("    %1 %2\n").arg(column.name.leftJustified(26), lineOf(column));
        text += u'\n';
    }
    return text;
}

QString tableHelpMarkdown(const std::vector<TableHelp>& tables) {
    QString text;
    for (const TableHelp& table : tables) {
        text += QStringLiteral("### %1\n\n%2\n\n").arg(table.name, table.text);
        for (const ColumnHelp& column : table.columns) text += QStringLiteral("* `%1` %2\n").arg(column.name, lineOf(column));
        text += u'\n';
    }
    return text.trimmed() + u'\n';
}

QString rulesHelpPage() { return resource(QStringLiteral(":/help/rules.md")); }

} // namespace sallyport::rules
