// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Document.h"
#include "document/Edits.h"
#include "document/Json.h"
#include "document/Sqlite.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace sallyport;
using document::Document;
using document::Editor;

/// Every kind of broken file gets one clear sentence, and nothing else happens.
class TestRefusals : public QObject {
    Q_OBJECT

private:
    static QByteArray soundImage();
    /// A file of the sound document that another program has changed by these statements.
    static QByteArray changedBy(const QList<QByteArray>& statements);

private Q_SLOTS:
    void brokenFiles_data();
    void brokenFiles();
    void randomDamageNeverCrashes();
    void brokenJson_data();
    void brokenJson();
    void aSaveThatFailsLeavesTheOldFile();
    void aSymbolicLinkStaysALink();
};

QByteArray TestRefusals::soundImage() {
    Document document;
    const auto diagram = document.model().diagrams.begin()->id;
    const auto done = document.edit("Draw", [&](Editor& editor) {
        const auto zone = document::addZone(editor, diagram, model::ZoneKind::Edge, std::nullopt, {0, 0, 400, 300});
        document::addComponent(editor, diagram, model::ComponentKind::ApiGateway, zone, {20, 40, 176, 64});
    });
    if (!done) qFatal("%s", qPrintable(done.error().text()));
    return document.image();
}

QByteArray TestRefusals::changedBy(const QList<QByteArray>& statements) {
    const QTemporaryDir folder;
    const QString path = folder.filePath("changed.sallyport");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("no temporary file");
    file.write(soundImage());
    file.close();
    sqlite3* handle = nullptr;
    sqlite3_open(path.toUtf8().constData(), &handle);
    for (const QByteArray& statement : statements)
        if (document::execute(handle, statement.constData()) != SQLITE_OK)
            qFatal("%s: %s", statement.constData(), sqlite3_errmsg(handle));
    sqlite3_close(handle);
    if (!file.open(QIODevice::ReadOnly)) qFatal("the changed file is gone");
    return file.readAll();
}

void TestRefusals::brokenFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const QByteArray sound = soundImage();
    QByteArray random(5000, '\0');
    QRandomGenerator generator(7);
    for (char& byte : random) byte = static_cast<char>(generator.bounded(256));
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("random bytes") << random << "not a Sallyport document";
    QTest::newRow("text") << QByteArray("hello") << "not a Sallyport document";
    QTest::newRow("header only") << sound.left(100) << "ends early";
    QTest::newRow("truncated") << sound.left(sound.size() / 2) << "ends early";
    QTest::newRow("another application") << changedBy({"pragma application_id = 7"}) << "another application";
    QTest::newRow("newer version") << changedBy({"pragma user_version = 99"}) << "version 99";
    QTest::newRow("no version") << changedBy({"pragma user_version = 0"}) << "no version";
    QTest::newRow("extra trigger") << changedBy({"create trigger spy after insert on zone begin select 1; end"})
                                   << "trigger 'spy'";
    QTest::newRow("extra view") << changedBy({"create view all_secrets as select * from secret"}) << "view 'all_secrets'";
    QTest::newRow("extra table") << changedBy({"create table more(a)"}) << "table 'more'";
    QTest::newRow("missing table") << changedBy({"drop table note"}) << "'note'";
    QTest::newRow("view in place of a table")
        << changedBy(
               {"drop table note",
                "create view note as select id, id as diagram, '' as text, 1.0 as x, 1.0 as y, 1.0 as w, 1.0 as h from zone"})
        << "note";
    QTest::newRow("row that breaks a check")
        << changedBy({"pragma ignore_check_constraints = on", "update zone set trust = 1, kind = 'heaven'"}) << "zone";
    QTest::newRow("row that refers to nothing")
        << changedBy({"pragma foreign_keys = off", "update component set zone = 'nowhere'"}) << "nowhere";
    QTest::newRow("row of the wrong type")
        << changedBy({"pragma writable_schema = on",
                      "update sqlite_schema set sql = replace(sql, ' strict,', '') where name = 'meta'",
                      "pragma writable_schema = off"})
        << "meta";
    QTest::newRow("zone in itself") << changedBy({"update zone set parent = id"}) << "encloses itself";
    QTest::newRow("placement of nothing") << changedBy(
                                                 {"insert into placement select id, 'ghost', 1, 1, 10, 10, 0 from diagram"})
                                          << "ghost";
    QTest::newRow("answer outside the vocabulary")
        << changedBy({"insert into component_has select id, 'function.magic', 1 from component"}) << "function.magic";
    QTest::newRow("write-ahead mode") << changedBy({"pragma journal_mode = wal"}) << "write-ahead";
}

void TestRefusals::brokenFiles() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const QTemporaryDir folder;
    const QString path = folder.filePath("broken.sallyport");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    const auto opened = Document::open(path);
    QVERIFY(!opened.has_value());
    QVERIFY2(opened.error().what.contains(says), qPrintable(opened.error().text()));
    QVERIFY(opened.error().where.contains("broken.sallyport"));
    QVERIFY2(!opened.error().remedy.isEmpty(), qPrintable(opened.error().text()));
}

/// Flipped bytes anywhere: opened with the same rules or refused, never a crash.
void TestRefusals::randomDamageNeverCrashes() {
    const QByteArray sound = soundImage();
    QVERIFY(Document::fromImage(sound, "sound").has_value());
    QRandomGenerator generator(20261124);
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray damaged = sound;
        for (int flips = 1 + generator.bounded(20); flips > 0; --flips)
            damaged[generator.bounded(int(damaged.size()))] = static_cast<char>(generator.bounded(256));
        refused += Document::fromImage(damaged, "damaged").has_value() ? 0 : 1;
    }
    QVERIFY(refused > 0);
}

void TestRefusals::brokenJson_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray("  ") << "model.json";
    QTest::newRow("not JSON") << QByteArray("{\"zones\": [") << "model.json";
    QTest::newRow("not an object") << QByteArray("[]") << "model.json";
    QTest::newRow("unknown list") << QByteArray(R"({"zoness": []})") << "zoness";
    QTest::newRow("list of the wrong type") << QByteArray(R"({"zones": {}})") << "zones";
    QTest::newRow("element of the wrong type") << QByteArray(R"({"zones": ["a"]})") << "zones[0]";
    QTest::newRow("unknown member") << QByteArray(R"({"zones": [{"id": "a", "name": "a", "colour": 1}]})") << "zones[0].colour";
    QTest::newRow("unknown inner member")
        << QByteArray(R"({"identities": [{"id": "a", "name": "a", "kind": "human", "federation": {"x": "y"}}]})")
        << "federation.x";
    QTest::newRow("missing name") << QByteArray(R"({"zones": [{"id": "a"}]})") << "zones[0]";
    QTest::newRow("missing id") << QByteArray(R"({"zones": [{"name": "a"}]})") << "zones[0]";
    QTest::newRow("empty id") << QByteArray(R"({"zones": [{"id": "", "name": "a"}]})") << "zones[0]";
    QTest::newRow("id twice") << QByteArray(R"({"zones": [{"id": "a", "name": "a"}, {"id": "a", "name": "b"}]})") << "zones[1]";
    QTest::newRow("wrong word") << QByteArray(R"({"zones": [{"id": "a", "name": "a", "kind": "heaven"}]})") << "zones[0].kind";
    QTest::newRow("wrong type") << QByteArray(R"({"zones": [{"id": "a", "name": "a", "trust": "high"}]})") << "zones[0].trust";
    QTest::newRow("fraction") << QByteArray(R"({"zones": [{"id": "a", "name": "a", "trust": 1.5}]})") << "zones[0].trust";
    QTest::newRow("wrong member of a set")
        << QByteArray(R"({"components": [{"id": "a", "name": "a", "kind": "bff", "functions": ["magic"]}]})")
        << "components[0].functions";
    QTest::newRow("set of the wrong type")
        << QByteArray(R"({"components": [{"id": "a", "name": "a", "kind": "bff", "functions": "all"}]})")
        << "components[0].functions";
    QTest::newRow("owner inside an inner list")
        << QByteArray(
               R"({"diagrams": [{"id": "v", "title": "t", "notes": [{"id": "n", "diagram": "v", "text": "", "x": 1, "y": 1, "w": 9, "h": 9}]}]})")
        << "diagrams[0].notes[0].diagram";
    QTest::newRow("policy of the wrong type")
        << QByteArray(R"({"policy": {"max_session_s": "long"}})") << "policy.max_session_s";
}

void TestRefusals::brokenJson() {
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    const auto read = document::readJson(json, "model.json");
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().where.contains(place), qPrintable(read.error().text()));
    QVERIFY(!read.error().what.isEmpty());
}

void TestRefusals::aSaveThatFailsLeavesTheOldFile() {
    const QTemporaryDir folder;
    Document document;
    const QString path = folder.filePath("kept.sallyport");
    QVERIFY(document.save(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    QVERIFY(document.edit("Add", [](Editor& editor) { editor.put(model::Meta{"title", "changed"}); }));
    const auto nowhere = document.save(folder.filePath("no/such/folder/a.sallyport"));
    QVERIFY(!nowhere.has_value());
    QVERIFY(nowhere.error().where.contains("no/such/folder"));
    QVERIFY(document.isModified());
    QCOMPARE(document.path(), path);
    if (::geteuid() != 0) {
        QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        QVERIFY(!document.save(path).has_value());
        QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{"kept.sallyport"});
}

void TestRefusals::aSymbolicLinkStaysALink() {
    const QTemporaryDir folder;
    Document document;
    QVERIFY(document.save(folder.filePath("real.sallyport")));
    QVERIFY(QFile::link(folder.filePath("real.sallyport"), folder.filePath("link.sallyport")));
    QVERIFY(document.edit("Add", [](Editor& editor) { editor.put(model::Meta{"title", "through the link"}); }));
    QVERIFY(document.save(folder.filePath("link.sallyport")));
    QVERIFY(QFileInfo(folder.filePath("link.sallyport")).isSymLink());
    const auto opened = Document::open(folder.filePath("real.sallyport"));
    QVERIFY(opened.has_value());
    QCOMPARE((*opened)->model().title(), QString("through the link"));
}

#include "TestRefusals.moc"

QObject* newTestRefusals() { return new TestRefusals; }
