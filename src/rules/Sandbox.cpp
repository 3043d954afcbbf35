// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Sandbox.h"

#include "rules/DerivedTables.h"
#include "rules/SqlText.h"

#include <sqlite3.h>

#include <array>
#include <optional>

namespace sallyport::rules {

namespace {

constexpr qsizetype longestSql = 16 * 1024;
constexpr int mostUsesOfNames = 24;
constexpr int stepsBetweenLooks = 1000;

const QSet<QString>& functions() {
    static const QSet<QString> names{
        QStringLiteral("abs"),    QStringLiteral("coalesce"), QStringLiteral("ifnull"), QStringLiteral("iif"),
        QStringLiteral("nullif"), QStringLiteral("min"),      QStringLiteral("max"),    QStringLiteral("count"),
        QStringLiteral("sum"),    QStringLiteral("total"),    QStringLiteral("avg"),    QStringLiteral("group_concat"),
        QStringLiteral("length"), QStringLiteral("lower"),    QStringLiteral("upper"),  QStringLiteral("substr"),
        QStringLiteral("instr"),  QStringLiteral("trim"),     QStringLiteral("round"),  QStringLiteral("like"),
        QStringLiteral("glob"),   QStringLiteral("some"),     QStringLiteral("every"),  QStringLiteral("at_least"),
        QStringLiteral("days")};
    return names;
}

/// The limits while strange SQL is about; the old ones come back at the end.
class Narrowed {
public:
    explicit Narrowed(sqlite3* handle) : handle_(handle) {
        for (std::size_t i = 0; i < limits.size(); ++i) before_[i] = sqlite3_limit(handle_, limits[i].first, limits[i].second);
    }
    ~Narrowed() {
        for (std::size_t i = 0; i < limits.size(); ++i) sqlite3_limit(handle_, limits[i].first, before_[i]);
    }
    Narrowed(const Narrowed&) = delete;
    Narrowed& operator=(const Narrowed&) = delete;

private:
    static constexpr std::array<std::pair<int, int>, 8> limits{{{SQLITE_LIMIT_LENGTH, 1000000},
                                                                {SQLITE_LIMIT_SQL_LENGTH, longestSql},
                                                                {SQLITE_LIMIT_EXPR_DEPTH, 100},
                                                                {SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                                                {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
                                                                {SQLITE_LIMIT_COLUMN, 200},
                                                                {SQLITE_LIMIT_VDBE_OP, 100000},
                                                                {SQLITE_LIMIT_ATTACHED, 0}}};
    sqlite3* handle_;
    std::array<int, limits.size()> before_{};
};

struct Door {
    QByteArray sql;
    ReadColumns reads;
    QString refused;
    std::optional<QSet<QString>> defined; ///< Names of the statement's own, by WITH; looked for when asked.

    bool defines(const QString& name) {
        if (!defined) defined = definedNames(sqlTokens(QString::fromUtf8(sql)));
        return defined->contains(name.toLower());
    }
};

/// Never by the name of a view or of what WITH defines: either could be chosen to look like something allowed.
int authorize(void* data, int action, const char* first, const char* second, const char* database, const char*) {
    auto& door = *static_cast<Door*>(data);
    const QString one = QString::fromUtf8(first);
    if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE) return SQLITE_OK;
    if (action == SQLITE_FUNCTION) {
        const QString function = QString::fromUtf8(second).toLower();
        if (functions().contains(function)) return SQLITE_OK;
        door.refused = QStringLiteral("It calls the function %1, which rules may not.").arg(function);
        return SQLITE_DENY;
    }
    if (action == SQLITE_READ) {
        const bool derived = isDerivedTable(one);
        const bool rightPlace = !database || qstrcmp(database, derived ? "temp" : "main") == 0;
        if (Sandbox::tables().contains(one) && rightPlace) {
            door.reads.insert({one, QString::fromUtf8(second)});
            return SQLITE_OK;
        }
        // Counting the rows of what WITH defines is reported like reading a table, but for the column.
        if (qstrcmp(second, "") == 0 && door.defines(one)) return SQLITE_OK;
        door.refused = QStringLiteral("It reads the table %1, which rules may not.").arg(one);
        return SQLITE_DENY;
    }
    door.refused = QStringLiteral("It does more than read.");
    return SQLITE_DENY;
}

/// The authorizer, set for as long as this lives.
class Guarded {
public:
    Guarded(sqlite3* handle, Door& door) : handle_(handle) { sqlite3_set_authorizer(handle_, authorize, &door); }
    ~Guarded() { sqlite3_set_authorizer(handle_, nullptr, nullptr); }
    Guarded(const Guarded&) = delete;
    Guarded& operator=(const Guarded&) = delete;

private:
    sqlite3* handle_;
};

struct Watch {
    std::chrono::steady_clock::time_point end;
    sqlite3_int64 mostMemory = 0;
    std::stop_token stop;
    const char* reason = nullptr;
};

int look(void* data) {
    auto& watch = *static_cast<Watch*>(data);
    if (watch.stop.stop_requested())
        watch.reason = "It was stopped.";
    else if (std::chrono::steady_clock::now() > watch.end)
        watch.reason = "It took too long.";
    else if (sqlite3_memory_used() > watch.mostMemory)
        watch.reason = "It took too much memory.";
    return watch.reason ? 1 : 0;
}

class Watched {
public:
    Watched(sqlite3* handle, Watch& watch) : handle_(handle) {
        sqlite3_progress_handler(handle_, stepsBetweenLooks, look, &watch);
    }
    ~Watched() { sqlite3_progress_handler(handle_, 0, nullptr, nullptr); }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;

private:
    sqlite3* handle_;
};

} // namespace

void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Sandbox::Sandbox(sqlite3* handle) : handle_(handle) {}

const QSet<QString>& Sandbox::tables() {
    static const QSet<QString> names = [] {
        using enum model::TableId;
        QSet<QString> all;
        for (const model::Table& table : model::tables()) {
            const model::TableId id = table.id;
            if (id == Meta || id == Policy || id == Framework || id == Rule || id == Diagram || id == Placement ||
                id == Route || id == Note || id == Snapshot)
                continue;
            all.insert(QLatin1StringView(table.name));
        }
        for (const QString& derived : derivedTableNames()) all.insert(derived);
        return all;
    }();
    return names;
}

QString Sandbox::objection(const QByteArray& sql) {
    if (sql.size() > longestSql) return QStringLiteral("It is longer than 16 KB.");
    if (sql.contains('\0')) return QStringLiteral("It contains a zero byte.");
    const std::vector<SqlToken> tokens = sqlTokens(QString::fromUtf8(sql));
    if (hasSecondStatement(tokens)) return QStringLiteral("It is more than one statement.");
    if (usesOfDefinedNames(tokens) > mostUsesOfNames)
        return QStringLiteral("It uses names it defines by WITH more than %1 times.").arg(mostUsesOfNames);
    return {};
}

namespace {

Expected<Prepared> prepareGuarded(sqlite3* handle, const QByteArray& sql, Door& door) {
    if (const QString spoken = Sandbox::objection(sql); !spoken.isEmpty()) return refuse(spoken);
    door = Door{sql, {}, {}, {}};
    sqlite3_stmt* raw = nullptr;
    const int outcome =
        sqlite3_prepare_v3(handle, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Prepared prepared{StatementPointer(raw), {}, {}, {}};
    if (outcome == SQLITE_OK && !raw) return refuse(QStringLiteral("It is empty: there is no SELECT in it."));
    if (outcome != SQLITE_OK || !raw)
        return refuse(door.refused.isEmpty() ? QStringLiteral("SQLite says: %1.").arg(QString::fromUtf8(sqlite3_errmsg(handle)))
                                             : door.refused);
    if (sqlite3_stmt_isexplain(raw)) return refuse(QStringLiteral("It is an EXPLAIN."));
    if (!sqlite3_stmt_readonly(raw) || sqlite3_column_count(raw) == 0) return refuse(QStringLiteral("It does more than read."));
    prepared.reads = std::move(door.reads);
    for (int i = 0; i < sqlite3_column_count(raw); ++i) prepared.columns.append(QString::fromUtf8(sqlite3_column_name(raw, i)));
    for (int i = 1; i <= sqlite3_bind_parameter_count(raw); ++i)
        prepared.parameters.append(QString::fromUtf8(sqlite3_bind_parameter_name(raw, i)).mid(1));
    return prepared;
}

} // namespace

Expected<Prepared> Sandbox::prepare(const QByteArray& sql) const { return std::move(prepareAll({sql}).front()); }

std::vector<Expected<Prepared>> Sandbox::prepareAll(const QList<QByteArray>& all) const {
    const Narrowed narrowed(handle_);
    Door door;
    const Guarded guarded(handle_, door);
    std::vector<Expected<Prepared>> prepared;
    for (const QByteArray& sql : all) prepared.push_back(prepareGuarded(handle_, sql, door));
    return prepared;
}

StatementPointer Sandbox::prepareKnown(const QByteArray& sql) const {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v3(handle_, sql.constData(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    return StatementPointer(raw);
}

Expected<void> Sandbox::run(sqlite3_stmt* statement, const std::function<bool(sqlite3_stmt*)>& visit, std::stop_token stop,
                            const Limits& limits) const {
    const Narrowed narrowed(handle_);
    // SQLite prepares again by itself when the schema has changed.
    Door door{QByteArray(sqlite3_sql(statement)), {}, {}, {}};
    std::optional<Guarded> guarded;
    if (!limits.trusted) guarded.emplace(handle_, door);
    Watch watch{std::chrono::steady_clock::now() + limits.time, sqlite3_memory_used() + limits.memory, std::move(stop),
                nullptr};
    const Watched watched(handle_, watch);
    qint64 rows = 0;
    int outcome = SQLITE_ROW;
    QString reason;
    while ((outcome = sqlite3_step(statement)) == SQLITE_ROW) {
        if (++rows > limits.rows) {
            reason = QStringLiteral("It returns more than %1 rows.").arg(limits.rows);
            break;
        }
        if (!visit(statement)) break;
    }
    if (reason.isEmpty() && outcome != SQLITE_DONE && outcome != SQLITE_ROW)
        reason = watch.reason              ? QString::fromLatin1(watch.reason)
                 : !door.refused.isEmpty() ? door.refused
                                           : QStringLiteral("SQLite says: %1.").arg(QString::fromUtf8(sqlite3_errmsg(handle_)));
    sqlite3_reset(statement);
    if (!reason.isEmpty()) return refuse(reason);
    return {};
}

} // namespace sallyport::rules
