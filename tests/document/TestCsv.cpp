// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/Csv.h"

#include <QTest>

using namespace sallyport;

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void tablesNameWhatTheyReferTo();
    void everyTableHasItsColumns();
};

void TestCsv::cells_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char* cell, const char* written) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << QByteArray(written);
    };
    row("plain", "plain");
    row("", "");
    row("a, b", "\"a, b\"");
    row("say \"no\"", "\"say \"\"no\"\"\"");
    row("two\nlines", "\"two\nlines\"");
    row("Größe", "Größe");
    // What a spreadsheet would run.
    row("=1+1", "'=1+1");
    row("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
    row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
    row("-2+3", "'-2+3");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\t=1", "'\t=1");
    row("\r=1", "\"'\r=1\"");
    // What is a number stays one.
    row("-5", "-5");
    row("+1.5e3", "+1.5e3");
    row("a=b", "a=b");
}

void TestCsv::cells() {
    QFETCH(QString, cell);
    QFETCH(QByteArray, written);
    QCOMPARE(document::csvLine({cell}), written + "\r\n");
    QCOMPARE(document::csvLine({cell, QStringLiteral("x")}), written + ",x\r\n");
}

void TestCsv::tablesNameWhatTheyReferTo() {
    model::Model model;
    model.zones.put({{QStringLiteral("z")}, QStringLiteral("=Inside"), {}, {}, {}, {}, {}, {}, {}, {}});
    model::Component component;
    component.id = {QStringLiteral("c")};
    component.name = QStringLiteral("Orders, and more");
    component.zone = model::ZoneId{QStringLiteral("z")};
    component.thirdParty = false;
    model.components.put(component);
    const QList<QByteArray> lines = document::csvOf(model, model::table(model::TableId::Component)).split('\n');
    QCOMPARE(lines.size(), 3);
    const QList<QByteArray> heads = lines[0].trimmed().split(',');
    QCOMPARE(heads.mid(0, 5), (QList<QByteArray>{"id", "name", "kind", "zone", "zone_name"}));
    QVERIFY(lines[1].startsWith("c,\"Orders, and more\","));
    QVERIFY2(lines[1].contains(",z,'=Inside,,"), lines[1].constData()); // and nobody has answered what follows
}

void TestCsv::everyTableHasItsColumns() {
    for (const model::Table& table : model::tables()) {
        const QByteArray text = document::csvOf({}, table);
        for (const model::Column& column : table.columns)
            QCOMPARE(text.trimmed().split(',').contains(column.name), column.type != model::ValueType::Blob);
    }
}

QObject* newTestCsv() { return new TestCsv; }
#include "TestCsv.moc"
