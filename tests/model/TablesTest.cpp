// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Document.h"
#include "document/Replica.h"
#include "document/Sqlite.h"
#include "model/Tables.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace sallyport;
using model::Column;
using model::ColumnKind;
using model::Table;
using model::ValueType;

namespace {

using Line = std::vector<model::Value>;

/// All rows of a query, as values.
std::vector<Line> ask(sqlite3* handle, const QString& sql) {
    document::Statement statement(handle, sql.toUtf8());
    std::vector<Line> lines;
    while (statement.step() == SQLITE_ROW) {
        Line line;
        for (int i = 0; i < sqlite3_column_count(statement.get()); ++i) line.push_back(statement.value(i));
        lines.push_back(std::move(line));
    }
    return lines;
}

QString text(const Line& line, std::size_t column) {
    const auto* found = std::get_if<QString>(&line[column]);
    return found ? *found : QString();
}
qint64 number(const Line& line, std::size_t column) { return std::get<qint64>(line[column]); }

QString sqlType(ValueType type) {
    switch (type) {
        case ValueType::Integer:
        case ValueType::Boolean:
            return "INTEGER";
        case ValueType::Real:
            return "REAL";
        case ValueType::Blob:
            return "BLOB";
        default:
            return "TEXT";
    }
}

/// The words of "NAME ... check(NAME in ('a', 'b'))".
QStringList checkedWords(const QString& schema, const QString& column) {
    const QRegularExpression check("\\b" + column + " in \\(([^)]*)\\)");
    QStringList words;
    for (QString word : check.match(schema).captured(1).split(',', Qt::SkipEmptyParts)) words << word.trimmed().remove('\'');
    return words;
}

} // namespace

/// The description of the tables in C++ and the schema in SQL say the same.
class TablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTableIsDescribed();
    void columns();
    void enumerations();
    void references();
    void referencesHaveIndexes();
    void tablesAreAsTheSessionExtensionWantsThem();
    void lettersAndListsAreUnique();
    void wordsAreUnique();
    void rowsGoThroughValues();

private:
    document::Replica replica_;
};

void TablesTest::everyTableIsDescribed() {
    QSet<QString> described, present;
    for (const Table& table : model::tables()) described << table.name;
    for (const Line& line : ask(replica_.handle(), "select name from sqlite_schema where type = 'table'"))
        present << text(line, 0);
    QCOMPARE(described, present);
    QCOMPARE(described.size(), static_cast<qsizetype>(model::tables().size()));
    for (const Table& table : model::tables()) QCOMPARE(model::tableNamed(QString(table.name)), &model::table(table.id));
}

void TablesTest::columns() {
    for (const Table& table : model::tables()) {
        const auto lines =
            ask(replica_.handle(), QString("select name, type, \"notnull\", pk from pragma_table_info('%1')").arg(table.name));
        QCOMPARE(lines.size(), table.columns.size());
        int keys = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Column& column = table.columns[i];
            const QByteArray place = QByteArray(table.name) + '.' + column.name;
            QVERIFY2(text(lines[i], 0) == column.name, place);
            QVERIFY2(text(lines[i], 1) == sqlType(column.type), place);
            const bool always = column.kind == ColumnKind::Key || column.kind == ColumnKind::Fixed;
            QVERIFY2((number(lines[i], 2) == 1) == always, place);
            const bool key = column.kind == ColumnKind::Key;
            keys += key ? 1 : 0;
            QVERIFY2(number(lines[i], 3) == (key ? keys : 0), place);
            QVERIFY2(*column.label != 0, place);
        }
        QCOMPARE(table.keyColumns, keys);
    }
}

void TablesTest::enumerations() {
    for (const Table& table : model::tables()) {
        const QString schema =
            text(ask(replica_.handle(), QString("select sql from sqlite_schema where name = '%1'").arg(table.name)).front(), 0);
        for (const Column& column : table.columns) {
            QStringList words;
            for (const model::Word& word : column.words) words << word.word;
            if (column.type == ValueType::Boolean) words = QStringList{"0", "1"};
            if (column.type == ValueType::Enumeration || column.type == ValueType::Boolean)
                QCOMPARE(checkedWords(schema, column.name), words);
        }
    }
}

void TablesTest::references() {
    for (const Table& table : model::tables()) {
        QHash<QString, Line> lines;
        for (const Line& line :
             ask(replica_.handle(),
                 QString("select \"from\", \"table\", on_delete from pragma_foreign_key_list('%1')").arg(table.name)))
            lines[text(line, 0)] = line;
        for (const Column& column : table.columns) {
            const QByteArray place = QByteArray(table.name) + '.' + column.name;
            QVERIFY2(lines.contains(column.name) == column.references.has_value(), place);
            if (!column.references) continue;
            const Line line = lines[column.name];
            QVERIFY2(text(line, 1) == model::table(*column.references).name, place);
            const bool always = column.kind == ColumnKind::Key || column.kind == ColumnKind::Fixed;
            QVERIFY2(text(line, 2) == (always ? "CASCADE" : "SET NULL"), place);
        }
    }
}

/// Without one, deleting an element would look through the whole table.
void TablesTest::referencesHaveIndexes() {
    for (const Table& table : model::tables()) {
        QSet<QString> leading;
        for (const Line& index : ask(replica_.handle(), QString("select name from pragma_index_list('%1')").arg(table.name)))
            for (const Line& line :
                 ask(replica_.handle(),
                     QString("select name from pragma_index_info('%1') where seqno = 0").arg(text(index, 0))))
                leading << text(line, 0);
        leading << table.columns.front().name; // The primary key is the table itself.
        for (const Line& line :
             ask(replica_.handle(), QString("select \"from\" from pragma_foreign_key_list('%1')").arg(table.name)))
            QVERIFY2(leading.contains(text(line, 0)), qPrintable(QString("%1.%2").arg(table.name, text(line, 0))));
    }
}

void TablesTest::tablesAreAsTheSessionExtensionWantsThem() {
    QVERIFY(ask(replica_.handle(), "select 1 from sqlite_schema where type in ('trigger', 'view')").empty());
    for (const Line& line :
         ask(replica_.handle(),
             "select name, wr, strict from pragma_table_list where schema = 'main' and name not like 'sqlite_%'")) {
        QVERIFY2(number(line, 1) == 1, qPrintable(text(line, 0)));
        QVERIFY2(number(line, 2) == 1, qPrintable(text(line, 0)));
    }
    QVERIFY(ask(replica_.handle(), "select 1 from sqlite_schema s, pragma_table_xinfo(s.name) x where x.hidden <> 0").empty());
}

void TablesTest::lettersAndListsAreUnique() {
    QSet<char> letters;
    QSet<QString> lists;
    for (const Table& table : model::tables()) {
        if (table.letter) QVERIFY2(!letters.contains(table.letter), table.name);
        letters << table.letter;
        if (table.list) QVERIFY2(!lists.contains(table.list), table.name);
        if (table.list) lists << table.list;
        QSet<QString> members;
        for (const Column& column : table.columns) members << column.json;
        for (const model::SetColumn& set : table.sets) members << set.name;
        QCOMPARE(members.size(), static_cast<qsizetype>(table.columns.size() + table.sets.size()));
    }
}

void TablesTest::wordsAreUnique() {
    for (const Table& table : model::tables())
        for (const Column& column : table.columns) {
            QSet<QString> words, labels;
            for (const model::Word& word : column.words) words << word.word;
            for (const model::Word& word : column.words) labels << word.label;
            QCOMPARE(words.size(), static_cast<qsizetype>(column.words.size()));
            QCOMPARE(labels.size(), static_cast<qsizetype>(column.words.size()));
        }
}

/// What each() gives, values() reads and put() takes is the same row.
void TablesTest::rowsGoThroughValues() {
    for (const char* name : {"shared-gateway", "bff-per-app", "gateway-and-bffs", "eshop"}) {
        const auto document = document::Document::open(QString(SALLYPORT_SOURCE_DIR "/models/%1.sallyport").arg(name));
        QVERIFY(document.has_value());
        const model::Model& whole = (*document)->model();
        model::Model copy;
        for (const Table& table : model::tables()) {
            table.each(whole, [&](const void* row) {
                const std::vector<model::Value> values = table.values(row);
                QVERIFY(table.put(copy, values));
                QVERIFY(table.find(copy, std::span(values).first(static_cast<std::size_t>(table.keyColumns))));
            });
            QCOMPARE(table.count(copy), table.count(whole));
        }
        QVERIFY(copy == whole);
        for (const Table& table : model::tables())
            table.each(whole, [&](const void* row) {
                const std::vector<model::Value> values = table.values(row);
                QVERIFY(table.erase(copy, std::span(values).first(static_cast<std::size_t>(table.keyColumns))));
            });
        QVERIFY(copy == model::Model());
    }
}

QObject* newTablesTest() { return new TablesTest; }

#include "TablesTest.moc"
