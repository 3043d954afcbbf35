// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RuleCases.h"
#include "rules/DerivedTables.h"
#include "rules/Sandbox.h"
#include "rules/SqlFunctions.h"

#include "document/Sqlite.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sallyport;
using namespace sallyport::tests;

/// Rules that did not come with the program are hostile.
class SandboxTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesToPrepare_data();
    void refusesToPrepare();
    void preparesWhatRulesNeed_data();
    void preparesWhatRulesNeed();
    void stopsWhatRunsAway_data();
    void stopsWhatRunsAway();
    void leavesTheConnectionAsItWas();
    void threeValues();
    void reportsColumns();

private:
    std::unique_ptr<document::Replica> replica_;
    std::unique_ptr<rules::DerivedTables> derived_;
};

void SandboxTest::initTestCase() {
    replica_ = std::make_unique<document::Replica>();
    rules::addSqlFunctions(replica_->handle());
    auto derived = rules::DerivedTables::create(replica_->handle());
    QVERIFY2(derived.has_value(), qPrintable(derived ? QString() : derived.error().text()));
    derived_ = std::move(*derived);
    document::execute(replica_->handle(),
                      "insert into component(id, name, kind) values ('c1', 'one', 'bff'), ('c2', 'two', 'backend')");
}

void SandboxTest::refusesToPrepare_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const QByteArray& sql) { QTest::newRow(name) << sql; };
    row("delete", "delete from component");
    row("update", "update component set name = 'x' returning id");
    row("insert", "insert into component(id, name, kind) values ('x', 'x', 'bff')");
    row("drop", "drop table component");
    row("create temp table", "create temp table x as select 1");
    row("attach", "attach 'file.db' as x");
    row("pragma", "pragma foreign_keys");
    row("pragma function", "select * from pragma_table_info('component')");
    row("vacuum into", "vacuum into 'file.db'");
    row("explain", "explain select id as x, 1 as violated from component");
    row("explain query plan", "explain query plan select id, 1 as violated from component");
    row("begin", "begin");
    row("savepoint", "savepoint x");
    row("reindex", "reindex");
    row("analyze", "analyze");
    row("two statements", "select id, 1 as violated from component; delete from component");
    row("hidden second statement", "select id, 1 as violated from component /* ; */ ; ; select 1");
    row("load_extension", "select id, load_extension('x') as violated from component");
    row("fts3_tokenizer", "select id, fts3_tokenizer('simple') as violated from component");
    row("readfile", "select id, readfile('/etc/passwd') as violated from component");
    row("randomblob", "select id, randomblob(100000000) as violated from component");
    row("zeroblob", "select id, zeroblob(1000000000) as violated from component");
    row("printf", "select id, printf('%.*c', 100000000, 'x') as violated from component");
    row("quote", "select id, quote(name) as violated from component");
    row("sqlite_schema", "select name, 1 as violated from sqlite_schema");
    row("sqlite_master", "select name, 1 as violated from sqlite_master");
    row("sqlite_temp_master", "select name, 1 as violated from sqlite_temp_master");
    row("snapshot", "select id, 1 as violated from snapshot");
    row("meta", "select name, 1 as violated from meta");
    row("dbstat", "select name, 1 as violated from dbstat");
    row("json_each", "select value, 1 as violated from json_each('[1]')");
    row("CTE named like a table, reading another",
        "with component as (select name as id from sqlite_schema) select id, 1 as violated from component");
    row("view's name taken by a CTE", "with served as (select name from sqlite_schema) select name, 1 as violated from served");
    row("zero byte", QByteArray("select 1 as violated\0; drop table component", 43));
    row("16 KB", "select id, 1 as violated from component -- " + QByteArray(17000, 'x'));
    row("nothing", "-- only a comment");
    QByteArray nested = "with c0 as (select 1 as x)";
    for (int i = 1; i <= 40; ++i)
        nested += ", c" + QByteArray::number(i) + " as (select a.x from c" + QByteArray::number(i - 1) + " a, c" +
                  QByteArray::number(i - 1) + " b)";
    row("40 nested CTEs", nested + " select x, 1 as violated from c40");
    QByteArray quoted = nested;
    row("40 nested CTEs in quotes", quoted.replace("from c", "from \"c").replace(" a, c", "\" a, \"c").replace(" b)", "\" b)") +
                                        " select x, 1 as violated from \"c40\"");
    row("500 terms of depth", "select id, " + QByteArray("(").repeated(500) + "1" + QByteArray(")").repeated(500) +
                                  QByteArray(" + 1").repeated(500) + " as violated from component");
    row("60 compound selects",
        "select id, 1 as violated from component" + QByteArray(" union all select id, 1 from component").repeated(60));
}

void SandboxTest::refusesToPrepare() {
    QFETCH(QByteArray, sql);
    QElapsedTimer timer;
    timer.start();
    const rules::Sandbox sandbox(replica_->handle());
    const auto prepared = sandbox.prepare(sql);
    QVERIFY(!prepared.has_value());
    QVERIFY(!prepared.error().what.isEmpty());
    QVERIFY(timer.elapsed() < 1000);
}

void SandboxTest::preparesWhatRulesNeed_data() {
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) { QTest::newRow(name) << QByteArray(sql); };
    row("plain", "select id, kind = 'bff' as violated from component;");
    row("semicolon and comment", "select id, 1 as violated from component; -- done");
    row("recursive",
        "with recursive up(z) as (select zone from component union select parent from zone join up on id = z) select z, 1 as "
        "violated from up");
    row("derived", "select component, every(sure) and at_least(2, sure) as violated from served group by component");
    row("days", "select id, days(last_reviewed, :today) > :max_review_days as violated from identity");
    row("aggregates",
        "select group_concat(id, ' '), count(*) > 1 as violated from component where name like 'o%' or name glob 't*'");
    row("materialized", "with x as not materialized (select id from component) select id, 1 as violated from x");
    row("exists", "select id, not exists (select 1 from flow where source = component.id) as violated from component");
}

void SandboxTest::preparesWhatRulesNeed() {
    QFETCH(QByteArray, sql);
    const rules::Sandbox sandbox(replica_->handle());
    const auto prepared = sandbox.prepare(sql);
    QVERIFY2(prepared.has_value(), qPrintable(prepared ? QString() : prepared.error().what));
    const auto outcome = sandbox.run(prepared->statement.get(), [](sqlite3_stmt*) { return true; });
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().what));
}

void SandboxTest::stopsWhatRunsAway_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* sql, const char* reason) {
        QTest::newRow(name) << QByteArray(sql) << QString::fromLatin1(reason);
    };
    row("endless recursion",
        "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*), 1 as violated from n", "too long");
    row("endless rows", "with recursive n(x) as (select 1 union all select x + 1 from n) select x, 1 as violated from n",
        "more than");
    row("memory", "with recursive n(x) as (select 1 union select x + 1 from n) select count(*), 1 as violated from n", "too");
    row("a long text",
        "with recursive n(x) as (select 1 union all select x + 1 from n limit 2000000) select group_concat(x), 1 as violated "
        "from n",
        "too");
}

void SandboxTest::stopsWhatRunsAway() {
    QFETCH(QByteArray, sql);
    QFETCH(QString, reason);
    const rules::Sandbox sandbox(replica_->handle());
    const auto prepared = sandbox.prepare(sql);
    QVERIFY2(prepared.has_value(), qPrintable(prepared ? QString() : prepared.error().what));
    rules::Sandbox::Limits limits;
    limits.time = std::chrono::milliseconds(500);
    const auto outcome = sandbox.run(
        prepared->statement.get(), [](sqlite3_stmt*) { return true; }, {}, limits);
    QVERIFY(!outcome.has_value());
    QVERIFY2(outcome.error().what.contains(reason), qPrintable(outcome.error().what));
}

void SandboxTest::leavesTheConnectionAsItWas() {
    sqlite3* handle = replica_->handle();
    const int before = sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, -1);
    const rules::Sandbox sandbox(handle);
    (void)sandbox.prepare("delete from component");
    QCOMPARE(sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, -1), before);
    QCOMPARE(document::execute(handle, "update component set name = name"), SQLITE_OK);
    document::Statement count(handle, "select count(*) from component");
    QCOMPARE(count.step(), SQLITE_ROW);
    QCOMPARE(count.value(0), model::Value(qint64(2)));
}

void SandboxTest::threeValues() {
    const auto ask = [this](const char* sql) {
        document::Statement statement(replica_->handle(), sql);
        return statement.step() == SQLITE_ROW ? statement.value(0) : model::Value(QByteArray("error"));
    };
    const model::Value yes = qint64(1), no = qint64(0), unknown;
    QCOMPARE(ask("select some(x) from (select 0 as x union all select null union all select 1)"), yes);
    QCOMPARE(ask("select some(x) from (select 0 as x union all select null)"), unknown);
    QCOMPARE(ask("select some(x) from (select 0 as x)"), no);
    QCOMPARE(ask("select some(x) from (select 1 as x) where false"), no);
    QCOMPARE(ask("select every(x) from (select 1 as x union all select null)"), unknown);
    QCOMPARE(ask("select every(x) from (select 0 as x union all select null)"), no);
    QCOMPARE(ask("select every(x) from (select 1 as x) where false"), yes);
    QCOMPARE(ask("select at_least(2, x) from (select 1 as x union all select null)"), unknown);
    QCOMPARE(ask("select at_least(2, x) from (select 1 as x union all select null union all select 1)"), yes);
    QCOMPARE(ask("select at_least(2, x) from (select 1 as x union all select 0)"), no);
    QCOMPARE(ask("select days('2026-01-01', '2026-02-01T10:00:00Z')"), model::Value(qint64(31)));
    QCOMPARE(ask("select days('soon', '2026-02-01')"), unknown);
}

void SandboxTest::reportsColumns() {
    const rules::Sandbox sandbox(replica_->handle());
    const auto prepared = sandbox.prepare(
        "select c.id, v.shared as violated from component c join serving v on v.component = c.id where c.kind = 'bff'");
    QVERIFY(prepared.has_value());
    const rules::ReadColumns all = derived_->resolved(prepared->reads);
    QVERIFY(all.contains({"component", "kind"}));
    QVERIFY(all.contains({"flow_continues", "leg"}));
    QVERIFY(!all.contains({"serving", "shared"}));
    QVERIFY(!all.contains({"component", "name"}));
}

QObject* newSandboxTest() { return new SandboxTest; }
#include "SandboxTest.moc"
