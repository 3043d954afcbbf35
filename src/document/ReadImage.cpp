// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Replica.h"
#include "document/Sqlite.h"

#include <QElapsedTimer>
#include <QMap>
#include <QtEndian>

namespace sallyport::document {

namespace {

using model::Table;
using model::Value;

constexpr qsizetype largestFile = qsizetype(1) << 30;
constexpr int secondsAllowed = 30;

/// The foreign database, closed again whatever happens.
struct Foreign {
    sqlite3* handle = nullptr;
    QElapsedTimer clock;
    ~Foreign() { sqlite3_close_v2(handle); }
};

quint32 headerWord(const QByteArray& image, int offset) { return qFromBigEndian<quint32>(image.constData() + offset); }

/// What can be told from the first 100 bytes, before SQLite sees any.
std::optional<Error> refusedHeader(const QByteArray& image, const QString& where) {
    if (image.isEmpty()) return Error{"The file is empty.", where, "Open another copy of the document."};
    if (image.size() > largestFile)
        return Error{"The file is larger than 1 GiB.", where, "A Sallyport document is never that large."};
    if (!image.startsWith(QByteArray("SQLite format 3\0", 16)))
        return Error{"This is not a Sallyport document.", where, "Open a .sallyport file, or a model's canonical JSON."};
    const quint32 pageSize = image.size() >= 18 ? qFromBigEndian<quint16>(image.constData() + 16) : 0;
    if (image.size() < 512) return Error{"The file is damaged: it ends early.", where, "Open another copy of the document."};
    if (headerWord(image, 68) != static_cast<quint32>(applicationId))
        return Error{"This is an SQLite file of another application.", where, "Open a file that Sallyport has saved."};
    const quint32 version = headerWord(image, 60);
    if (version > static_cast<quint32>(schemaVersion))
        return Error{
            QString("The document is of version %1; this program reads versions up to %2.").arg(version).arg(schemaVersion),
            where, "Open it with a newer Sallyport."};
    if (version == 0) return Error{"The document has no version.", where, "Open another copy of the document."};
    if (image[18] != 1 || image[19] != 1)
        return Error{"The file was left in write-ahead mode by another program, so that its newest rows may be elsewhere.",
                     where, "Run 'pragma journal_mode = delete' on it in that program."};
    const qint64 page = pageSize == 1 ? 65536 : pageSize;
    if (page < 512 || qint64(headerWord(image, 28)) * page > image.size())
        return Error{"The file is damaged: it ends early.", where, "Open another copy of the document."};
    return std::nullopt;
}

int outOfTime(void* foreign) { return static_cast<Foreign*>(foreign)->clock.hasExpired(secondsAllowed * 1000) ? 1 : 0; }

/// Opens the bytes read-only with everything switched off that a schema could use against us.
bool openForeign(Foreign& foreign, const QByteArray& image) {
    if (sqlite3_open_v2(":memory:", &foreign.handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK)
        return false;
    const struct {
        int option;
        int value;
    } settings[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},        {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}, {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0}};
    for (const auto& setting : settings) sqlite3_db_config(foreign.handle, setting.option, setting.value, nullptr);
    sqlite3_limit(foreign.handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(foreign.handle, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
    sqlite3_limit(foreign.handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(foreign.handle, SQLITE_LIMIT_LENGTH, 256 << 20);
    foreign.clock.start();
    sqlite3_progress_handler(foreign.handle, 10000, outOfTime, &foreign);
    // Read-only: the image is copied by no one, and never written to.
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(image.constData()));
    return sqlite3_deserialize(foreign.handle, "main", bytes, image.size(), image.size(), SQLITE_DESERIALIZE_READONLY) ==
           SQLITE_OK;
}

/// name -> "type sql" of every object in a database; nothing if it cannot be read.
std::optional<QMap<QString, QString>> objects(sqlite3* handle) {
    sqlite3_stmt* select = nullptr;
    if (sqlite3_prepare_v2(handle, "select type, name, tbl_name, sql from sqlite_schema", -1, &select, nullptr) != SQLITE_OK)
        return std::nullopt;
    QMap<QString, QString> found;
    const auto text = [&](int column) {
        return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(select, column)));
    };
    int rc = SQLITE_ROW;
    while ((rc = sqlite3_step(select)) == SQLITE_ROW && found.size() < 1000)
        found[text(1)] += text(0) + '\n' + text(2) + '\n' + text(3);
    sqlite3_finalize(select);
    return rc == SQLITE_DONE ? std::optional(found) : std::nullopt;
}

std::optional<Error> refusedSchema(sqlite3* theirs, sqlite3* ours, const QString& where) {
    const auto found = objects(theirs);
    if (!found) return Error{"The file is damaged: its schema cannot be read.", where, "Open another copy of the document."};
    const auto expected = objects(ours).value_or(QMap<QString, QString>());
    for (auto at = found->begin(); at != found->end(); ++at)
        if (!expected.contains(at.key()))
            return Error{"The file holds a " + at.value().section('\n', 0, 0) + " '" + at.key() +
                             "' that does not belong to a Sallyport document.",
                         where, "Open a copy that no other program has changed."};
    for (auto at = expected.begin(); at != expected.end(); ++at)
        if (found->value(at.key()) != at.value())
            return Error{"The file's " + at.value().section('\n', 0, 0) + " '" + at.key() +
                             "' is missing or not as a Sallyport document has it.",
                         where, "Open a copy that no other program has changed."};
    return std::nullopt;
}

std::optional<Error> refusedPages(sqlite3* handle, const QString& where) {
    const Error damaged{"The file is damaged.", where, "Open another copy of the document."};
    sqlite3_stmt* check = nullptr;
    // Structure only: the rules of the rows are checked where they are copied, one by one.
    execute(handle, "pragma cell_size_check = on; pragma ignore_check_constraints = on");
    if (sqlite3_prepare_v2(handle, "pragma quick_check(1)", -1, &check, nullptr) != SQLITE_OK) return damaged;
    const bool answered = sqlite3_step(check) == SQLITE_ROW;
    const QByteArray found = answered ? reinterpret_cast<const char*>(sqlite3_column_text(check, 0)) : "";
    sqlite3_finalize(check);
    // A row that breaks a rule is found again when it is copied, and can be named there.
    const bool sound = found == "ok" || found.contains(" value in ");
    return sound ? std::nullopt : std::optional(damaged);
}

QString rowName(const Table& table, std::span<const Value> row) {
    QStringList key;
    for (const Value& value : row.first(static_cast<std::size_t>(table.keyColumns)))
        key << (std::holds_alternative<QString>(value) ? std::get<QString>(value) : QString("?"));
    return QString("%1 '%2'").arg(QString::fromUtf8(table.label), key.join(" / "));
}

/// Copies the rows of one table, one by one; the refusal names the row. Slow, because a statement that checks dozens of
/// columns costs more to start than to run: for files that copyAll() did not take.
std::optional<Error> copyTable(sqlite3* theirs, sqlite3* ours, const Table& table, const QString& where) {
    Statement select(theirs, selectSql(table));
    Statement insert(ours, insertSql(table));
    std::vector<Value> row(table.columns.size());
    int rc = SQLITE_ROW;
    while ((rc = select.step()) == SQLITE_ROW) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            row[i] = select.value(static_cast<int>(i));
            insert.bind(static_cast<int>(i) + 1, row[i]);
        }
        if (insert.step() != SQLITE_DONE)
            return Error{"The " + rowName(table, row) + " breaks a rule of the document: " + message(ours) + '.', where,
                         "Correct this row where it was changed, or open another copy."};
        insert.reset();
    }
    if (rc != SQLITE_DONE)
        return Error{"The file is damaged: the rows of '" + QString::fromUtf8(table.name) + "' cannot be read.", where,
                     "Open another copy of the document."};
    return std::nullopt;
}

/// Copies all rows at once, each through the checks of our schema; false if one of them fails. The image is one whose
/// schema was found to be ours, word for word.
bool copyAll(sqlite3* ours, const QByteArray& image) {
    if (execute(ours, "attach ':memory:' as theirs") != SQLITE_OK) return false;
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(image.constData()));
    bool copied =
        sqlite3_deserialize(ours, "theirs", bytes, image.size(), image.size(), SQLITE_DESERIALIZE_READONLY) == SQLITE_OK;
    execute(ours, "begin");
    for (const Table& table : model::tables()) {
        const QByteArray select = selectSql(table);
        const auto from = select.indexOf(" from ") + 6;
        const QByteArray columns = select.mid(7, from - 13);
        copied = copied && execute(ours, ("insert into main." + QByteArray(table.name) + '(' + columns + ") select " + columns +
                                          " from theirs." + select.mid(from))
                                             .constData()) == SQLITE_OK;
    }
    execute(ours, copied ? "commit" : "rollback");
    execute(ours, "detach theirs");
    return copied;
}

} // namespace

Expected<std::unique_ptr<Replica>> readImage(const QByteArray& image, const QString& where) {
    if (const auto refused = refusedHeader(image, where)) return tl::unexpected<Error>(*refused);
    Foreign foreign;
    auto replica = std::make_unique<Replica>();
    if (!openForeign(foreign, image))
        return refuse("The file cannot be opened as a database.", where, "Open another copy of the document.");
    if (const auto refused = refusedSchema(foreign.handle, replica->handle(), where)) return tl::unexpected<Error>(*refused);
    if (const auto refused = refusedPages(foreign.handle, where)) return tl::unexpected<Error>(*refused);
    // References are checked once all rows are there, all at once: much faster than row by row.
    execute(replica->handle(), "pragma foreign_keys = off");
    if (!copyAll(replica->handle(), image)) {
        execute(replica->handle(), "begin");
        for (const Table& table : model::tables())
            if (const auto refused = copyTable(foreign.handle, replica->handle(), table, where))
                return tl::unexpected<Error>(*refused);
        execute(replica->handle(), "commit");
    }
    execute(replica->handle(), "pragma foreign_keys = on");
    if (const auto dangling = danglingReference(replica->handle(), where)) return tl::unexpected<Error>(*dangling);
    if (const auto refused = replica->load())
        return tl::unexpected<Error>(Error{*refused, where, "Open another copy of the document."});
    if (auto broken = brokenRule(replica->model())) {
        broken->where = where;
        return tl::unexpected<Error>(*broken);
    }
    return replica;
}

} // namespace sallyport::document
