// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Editor.h"

#include "document/Sqlite.h"

#include <QRandomGenerator>

namespace sallyport::document {

using model::Table;
using model::TableId;
using model::Value;

QString Editor::newId(TableId table) {
    static constexpr char digits[] = "abcdefghijklmnopqrstuvwxyz234567";
    quint64 random = QRandomGenerator::global()->generate64();
    QString id(QChar::fromLatin1(model::table(table).letter));
    for (int i = 0; i < 10; ++i, random >>= 5) id += QLatin1Char(digits[random & 31]);
    return id;
}

void Editor::fail(Error error) {
    if (!error_) error_ = std::move(error);
}

namespace {
void bindAll(Statement& statement, std::span<const Value> values, int from = 1) {
    for (const Value& value : values) statement.bind(from++, value);
}
QString described(const Table& table, std::span<const Value> key) {
    const auto* id = key.empty() ? nullptr : std::get_if<QString>(&key.front());
    return QString("%1 '%2'").arg(QString::fromUtf8(table.label), id ? *id : QString());
}
} // namespace

void Editor::putValues(TableId id, std::span<const Value> row) {
    if (error_) return;
    const Table& table = model::table(id);
    Statement upsert(replica_.handle(), upsertSql(table));
    bindAll(upsert, row);
    if (upsert.step() != SQLITE_DONE)
        return fail({"The " + described(table, row) + " breaks a rule of the document: " + message(replica_.handle()) + '.',
                     {},
                     "Enter another value."});
    if (id == TableId::Flow) movedFlows_.insert(std::get<QString>(row.front()));
}

void Editor::eraseKey(TableId id, std::span<const Value> key) {
    if (error_) return;
    const Table& table = model::table(id);
    Statement erase(replica_.handle(), "delete from " + QByteArray(table.name) + whereKey(table));
    bindAll(erase, key);
    if (erase.step() != SQLITE_DONE)
        return fail({"The " + described(table, key) + " cannot be deleted: " + message(replica_.handle()) + '.', {}, {}});
    if (id != TableId::Zone && id != TableId::Component) return;
    Statement placements(replica_.handle(), "delete from placement where element = ?");
    placements.bind(1, key.front());
    placements.step();
}

void Editor::erase(TableId table, const QString& id) {
    const Value key[] = {Value(id)};
    eraseKey(table, key);
}

void Editor::set(TableId id, std::span<const Value> key, int column, const Value& value) {
    if (error_) return;
    const Table& table = model::table(id);
    const QByteArray name(table.columns[static_cast<std::size_t>(column)].name);
    Statement update(replica_.handle(), "update " + QByteArray(table.name) + " set " + name + " = ?" + whereKey(table));
    update.bind(1, value);
    bindAll(update, key, 2);
    if (update.step() != SQLITE_DONE)
        return fail({"The value of '" + QString::fromUtf8(table.columns[static_cast<std::size_t>(column)].label) + "' of the " +
                         described(table, key) + " is not possible: " + message(replica_.handle()) + '.',
                     {},
                     "Enter another value."});
    if (sqlite3_changes(replica_.handle()) == 0) return fail({"There is no " + described(table, key) + '.', {}, {}});
    if (id == TableId::Flow) movedFlows_.insert(std::get<QString>(key.front()));
}

void Editor::set(TableId table, const QString& id, const char* column, const Value& value) {
    const int index = model::table(table).column(QString::fromLatin1(column));
    Q_ASSERT(index >= 0);
    const Value key[] = {Value(id)};
    set(table, key, index, value);
}

void Editor::run(const QString& sql, const QMap<QString, QString>& parameters) {
    if (error_) return;
    sqlite3_stmt* statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v2(replica_.handle(), utf8.constData(), static_cast<int>(utf8.size()), &statement, nullptr) !=
        SQLITE_OK)
        return fail({"The edit cannot be run: " + message(replica_.handle()) + '.', {}, {}});
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const QString name = QString::fromUtf8(sqlite3_bind_parameter_name(statement, i)).mid(1);
        const QByteArray value = parameters.value(name).toUtf8();
        sqlite3_bind_text(statement, i, value.constData(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    }
    if (sqlite3_step(statement) != SQLITE_DONE) fail({"The edit cannot be made: " + message(replica_.handle()) + '.', {}, {}});
    sqlite3_finalize(statement);
}

void Editor::finish() {
    if (error_) return;
    for (const QString& flow : movedFlows_) {
        Statement loosen(replica_.handle(),
                         "delete from flow_continues where (flow = ?1 or leg = ?1) and (select source from flow where id = "
                         "flow_continues.flow) is not "
                         "(select target from flow where id = flow_continues.leg)");
        loosen.bind(1, Value(flow));
        loosen.step();
    }
}

} // namespace sallyport::document
