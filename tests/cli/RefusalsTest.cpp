// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace {

/// A sound model after another program has changed it.
QByteArray changedBy(const QByteArray& sql) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("changed.sallyport");
    writeTo(path, contentOf(modelFile("shared-gateway")));
    sqlite3* handle = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &handle) != SQLITE_OK ||
        sqlite3_exec(handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(handle));
    sqlite3_close(handle);
    return contentOf(path);
}

QByteArray foreignDatabase() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("foreign.db");
    sqlite3* handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    sqlite3_exec(handle, "create table bookmark(url text); insert into bookmark values ('x')", nullptr, nullptr, nullptr);
    sqlite3_close(handle);
    return contentOf(path);
}

QByteArray randomBytes(int size) {
    QRandomGenerator random(20260101);
    QByteArray bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(random.bounded(256));
    return bytes;
}

/// Attack facts of design A with one change.
QByteArray changedFacts(const QString& list, int at, const QString& member, const QJsonValue& value) {
    QJsonObject facts = QJsonDocument::fromJson(contentOf(exampleFacts("A"))).object();
    QJsonArray elements = facts[list].toArray();
    QJsonObject element = elements[at].toObject();
    element[member] = value;
    elements[at] = element;
    facts[list] = elements;
    return QJsonDocument(facts).toJson();
}

} // namespace

/// Every kind of bad input: one clear sentence that names the file, exit code 3, nothing on standard output.
class RefusalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void models_data();
    void models();
    void everyCommandRefuses();
    void facts_data();
    void facts();
};

void RefusalsTest::models_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    const QByteArray sound = contentOf(modelFile("shared-gateway"));
    const QByteArray json = contentOf(fixtureFile("shared-gateway"));
    const QString file = "x.sallyport", text = "x.json";
    QTest::newRow("empty") << file << QByteArray() << QByteArray("empty");
    QTest::newRow("truncated") << file << sound.left(sound.size() / 2) << QByteArray();
    QTest::newRow("truncated in its header") << file << sound.left(60) << QByteArray();
    QTest::newRow("random bytes") << file << randomBytes(50000) << QByteArray();
    QTest::newRow("a header, then random bytes")
        << file << sound.left(100) + randomBytes(static_cast<int>(sound.size()) - 100) << QByteArray();
    QTest::newRow("another application's database") << file << foreignDatabase() << QByteArray();
    QTest::newRow("a newer version") << file << changedBy("pragma user_version = 99") << QByteArray("version");
    QTest::newRow("an extra trigger") << file
                                      << changedBy("create trigger t after insert on zone begin delete from secret; end")
                                      << QByteArray();
    QTest::newRow("an extra view") << file << changedBy("create view v as select * from secret") << QByteArray();
    QTest::newRow("a view in a table's place")
        << file << changedBy("alter table note rename to other; create view note as select * from other") << QByteArray();
    QTest::newRow("a row that breaks a constraint")
        << file << changedBy("pragma ignore_check_constraints = 1; update component set kind = 'castle' where id = 'idp'")
        << QByteArray();
    QTest::newRow("a reference to nothing")
        << file << changedBy("pragma foreign_keys = 0; delete from zone where id = 'edge'") << QByteArray();
    QTest::newRow("a zone inside itself") << file << changedBy("update zone set parent = 'edge' where id = 'company'")
                                          << QByteArray();
    QTest::newRow("empty JSON") << text << QByteArray() << QByteArray("empty");
    QTest::newRow("no JSON") << text << randomBytes(1000) << QByteArray("JSON");
    QTest::newRow("truncated JSON") << text << json.left(json.size() / 2) << QByteArray("JSON");
    QTest::newRow("an unknown list") << text << QByteArray("{\"castles\": []}") << QByteArray("castles");
    QTest::newRow("an unknown member")
        << text << QByteArray(json).replace("\"kind\": \"bff\"", "\"knid\": \"bff\"").replace("\"flat\"", "\"falt\"")
        << QByteArray("zones[0]");
    QTest::newRow("an unknown word") << text << QByteArray(json).replace("\"api_gateway\"", "\"api_castle\"")
                                     << QByteArray("api_castle");
    QTest::newRow("JSON with a reference to nothing")
        << text << QByteArray(json).replace("\"zone\": \"edge\"", "\"zone\": \"ledge\"") << QByteArray("ledge");
}

void RefusalsTest::models() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    writeTo(path, content);
    const Ran ran = run({"info", path});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
    QVERIFY2(ran.err.contains(path.toUtf8()), ran.err.constData());
    QVERIFY2(ran.err.contains(says), ran.err.constData());
    QCOMPARE(contentOf(path), content);
}

void RefusalsTest::everyCommandRefuses() {
    const QTemporaryDir folder;
    const QString missing = folder.filePath("missing.sallyport"), out = folder.filePath("out");
    const QList<QStringList> all{{"info", missing},
                                 {"info", folder.path()},
                                 {"blast", missing, "--all"},
                                 {"blast", "--facts", missing, "--all"},
                                 {"facts", missing},
                                 {"check", missing},
                                 {"coverage", missing},
                                 {"query", missing, "select 1"},
                                 {"report", missing, "-o", out + ".pdf"},
                                 {"render", missing, "-o", out + ".svg"},
                                 {"import", missing, "-o", out + ".sallyport", "-f", "json"},
                                 {"export", missing, "-o", out + ".json"}};
    for (const QStringList& arguments : all) {
        const Ran ran = run(arguments);
        QCOMPARE(std::pair(arguments, ran.code), std::pair(arguments, 3));
        QVERIFY2(ran.isOneSentence(), ran.err.constData());
    }
    QVERIFY(!QFile::exists(out + ".pdf") && !QFile::exists(out + ".svg") && !QFile::exists(out + ".sallyport") &&
            !QFile::exists(out + ".json"));
}

void RefusalsTest::facts_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const QString& list, int at, const QString& member, const QJsonValue& value,
                        const char* says) { QTest::newRow(name) << changedFacts(list, at, member, value) << QByteArray(says); };
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("random bytes") << randomBytes(2000) << QByteArray();
    QTest::newRow("a list") << QByteArray("[]") << QByteArray();
    QTest::newRow("an unknown list") << QByteArray("{\"castles\": []}") << QByteArray("castles");
    row("an unknown field", "zones", 0, "moat", true, "moat");
    row("a wrong type", "zones", 0, "flat", "yes", "flat");
    row("an unknown id", "components", 0, "zone", "nowhere", "nowhere");
    row("an id used twice", "zones", 1, "id", "internet", "internet");
    row("an empty id", "zones", 1, "id", "", "");
    row("a zone inside itself", "zones", 1, "parent", "edge", "");
    row("a negative weight", "data", 0, "weight", -1, "orders");
    row("no user", "data", 0, "users", 0, "orders");
    row("more live users than users", "data", 0, "live", 20000, "orders");
    row("a negative lifetime", "secrets", 0, "lifetime_s", -1, "web-cookie");
    row("a leg that does not join", "flows", 0, "continues", QJsonArray{"payouts>db"}, "");
    row("locked data without key", "components", 0, "locked", QJsonArray{"orders"}, "orders");
}

void RefusalsTest::facts() {
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, says);
    const QTemporaryDir folder;
    const QString path = folder.filePath("facts.json");
    writeTo(path, content);
    const Ran ran = run({"blast", "--facts", path, "--all", "--json"});
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
    QVERIFY2(ran.err.contains(path.toUtf8()), ran.err.constData());
    QVERIFY2(ran.err.contains(says), ran.err.constData());
}

QObject* newRefusalsTest() { return new RefusalsTest; }
#include "RefusalsTest.moc"
