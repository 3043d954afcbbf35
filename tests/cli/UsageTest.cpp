// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QTest>

namespace {

const QStringList& names() {
    static const QStringList all{"new",    "info",  "blast",  "facts",  "check",  "coverage",
                                 "advise", "query", "report", "render", "import", "export"};
    return all;
}

} // namespace

/// The words of the command line, and what they end with.
class UsageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void helpNamesEveryCommand();
    void everyCommandHasHelp();
    void theManualNamesEveryCommand();
    void unknownCommandsAreRefused();
    void wrongUse_data();
    void wrongUse();
    void withoutADisplayThereIsNoWindow();
};

void UsageTest::helpNamesEveryCommand() {
    const Ran ran = run({"--help"});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.err.isEmpty());
    for (const QString& name : names()) QVERIFY2(ran.out.contains(("\n  " + name + ' ').toUtf8()), qPrintable(name));
    QCOMPARE(run({"--version"}).out, QByteArray("sallyport " SALLYPORT_VERSION "\n"));
}

void UsageTest::everyCommandHasHelp() {
    for (const QString& name : names()) {
        const Ran ran = run({name, "--help"});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.startsWith(("sallyport " + name).toUtf8()), ran.out.constData());
        QVERIFY(ran.err.isEmpty());
    }
}

void UsageTest::theManualNamesEveryCommand() {
    const QByteArray manual = contentOf(SALLYPORT_SOURCE_DIR "/packaging/sallyport.1");
    for (const QString& name : names())
        QVERIFY2(manual.contains((".BI " + name + ' ').toUtf8()) || manual.contains((".BI \"" + name).toUtf8()),
                 qPrintable(name));
    QVERIFY(manual.contains("Sallyport " SALLYPORT_VERSION));
}

void UsageTest::unknownCommandsAreRefused() {
    for (const char* name : {"diff", "verify", "blats"}) {
        const Ran ran = run({QString::fromLatin1(name), modelFile("shared-gateway")});
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.isOneSentence(), ran.err.constData());
        QVERIFY(ran.err.contains("unknown command"));
        for (const QString& known : names()) QVERIFY(ran.err.contains(known.toUtf8()));
    }
}

void UsageTest::wrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    const QString model = modelFile("shared-gateway");
    QTest::newRow("no file") << QStringList{"info"};
    QTest::newRow("two files") << QStringList{"info", model, model};
    QTest::newRow("unknown option") << QStringList{"info", model, "--frobnicate"};
    QTest::newRow("option of another command") << QStringList{"info", model, "--all"};
    QTest::newRow("missing value") << QStringList{"blast", model, "--from"};
    QTest::newRow("value too many") << QStringList{"info", model, "--json=yes"};
    QTest::newRow("option twice") << QStringList{"blast", model, "--tier", "1", "--tier", "2"};
    QTest::newRow("blast without file") << QStringList{"blast", "--all"};
    QTest::newRow("file and facts") << QStringList{"blast", model, "--facts", exampleFacts("A")};
    QTest::newRow("worst case of facts") << QStringList{"blast", "--facts", exampleFacts("A"), "--worst-case"};
    QTest::newRow("all and from") << QStringList{"blast", model, "--all", "--from", "gateway"};
    QTest::newRow("no such tier") << QStringList{"blast", model, "--tier", "4"};
    QTest::newRow("tier is no number") << QStringList{"blast", model, "--tier", "high"};
    QTest::newRow("no such element") << QStringList{"blast", model, "--from", "gatewya"};
    QTest::newRow("no such breadth") << QStringList{"blast", model, "--from", "gateway@some"};
    QTest::newRow("no such severity") << QStringList{"check", model, "--fail-on", "awful"};
    QTest::newRow("severity of checks") << QStringList{"check", model, "--fail-on", "none"};
    QTest::newRow("no such format") << QStringList{"check", model, "--format", "html"};
    QTest::newRow("no such framework") << QStringList{"coverage", model, "--framework", "iso"};
    QTest::newRow("no query") << QStringList{"query", model};
    QTest::newRow("report without output") << QStringList{"report", model};
    QTest::newRow("no such level") << QStringList{"report", model, "-o", "x.pdf", "--level", "all"};
    QTest::newRow("render without output") << QStringList{"render", model};
    QTest::newRow("no such picture") << QStringList{"render", model, "-o", "x.gif"};
    QTest::newRow("no such diagram") << QStringList{"render", model, "-o", "x.svg", "--diagram", "Underview"};
    QTest::newRow("render from nothing") << QStringList{"render", model, "-o", "x.svg", "--from", "nobody"};
    QTest::newRow("import without output") << QStringList{"import", fixtureFile("eshop")};
    QTest::newRow("import of an unknown format") << QStringList{"import", fixtureFile("eshop"), "-o", "x", "-f", "otm"};
    QTest::newRow("import of an untold format") << QStringList{"import", "x.drawio", "-o", "x.sallyport"};
    QTest::newRow("export without output") << QStringList{"export", model};
    QTest::newRow("export to an untold format") << QStringList{"export", model, "-o", "x.txt"};
    QTest::newRow("no such template") << QStringList{"new", "x.sallyport", "--template", "cathedral"};
}

void UsageTest::wrongUse() {
    QFETCH(QStringList, arguments);
    const Ran ran = run(arguments);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
}

void UsageTest::withoutADisplayThereIsNoWindow() {
    const Ran ran = run({modelFile("shared-gateway")});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
}

QObject* newUsageTest() { return new UsageTest; }
#include "UsageTest.moc"
