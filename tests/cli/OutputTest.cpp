// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

namespace {

/// A small file system of its own, where root may make one.
class SmallDisk {
public:
    explicit SmallDisk(const QString& folder, unsigned long flags = 0) : folder_(folder.toUtf8()) {
        QDir().mkpath(folder);
        mounted_ = mount("none", folder_.constData(), "tmpfs", flags, "size=512k") == 0;
    }
    ~SmallDisk() {
        if (mounted_) umount(folder_.constData());
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return mounted_; }
    bool makeReadOnly() const { return mount("none", folder_.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, "size=512k") == 0; }

private:
    QByteArray folder_;
    bool mounted_ = false;
};

} // namespace

/// What the commands write, and what is there when they cannot.
class OutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newModels();
    void pictures();
    void picturesOfABlastDiffer();
    void reports();
    void theSameDayGivesTheSameReport();
    void exportToStandardOutput();
    void aFullDiskLeavesTheOldFile_data();
    void aFullDiskLeavesTheOldFile();
    void aSmallDiskThatIsFull();
    void aPlaceThatCannotBeWritten();
    void standardOutputThatIsFull();
};

void OutputTest::newModels() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("new.sallyport");
    const Ran made = run({"new", path, "--template", "bff-per-app"});
    QCOMPARE(made.code, 0);
    QVERIFY(made.out.isEmpty() && made.err.isEmpty());
    QCOMPARE(run({"info", path, "--json"}).json()["digest"],
             run({"info", modelFile("bff-per-app"), "--json"}).json()["digest"]);
    const QByteArray before = contentOf(path);
    const Ran again = run({"new", path});
    QCOMPARE(again.code, 4);
    QVERIFY2(again.isOneSentence(), again.err.constData());
    QCOMPARE(contentOf(path), before);
}

void OutputTest::pictures() {
    const QTemporaryDir folder;
    const auto drawn = [&](const QString& name, const QStringList& more = {}) {
        const Ran ran = run(QStringList{"render", modelFile("gateway-and-bffs"), "-o", folder.filePath(name)} + more);
        if (ran.code != 0 || !ran.out.isEmpty() || !ran.err.isEmpty()) qWarning("%s", ran.err.constData());
        return contentOf(folder.filePath(name));
    };
    const QImage image = QImage::fromData(drawn("x.png"));
    QVERIFY(image.width() > 1000 && image.height() > 1000);
    const QByteArray vectors = drawn("x.svg", {"--diagram", "Overview"});
    QVERIFY(vectors.contains("<svg") && vectors.contains("</svg>"));
    QVERIFY(drawn("x.pdf", {"--from", "gateway"}).startsWith("%PDF-"));
}

void OutputTest::picturesOfABlastDiffer() {
    const QTemporaryDir folder;
    const auto drawn = [&](const QStringList& more) {
        const QString path = folder.filePath("x.png");
        QFile::remove(path);
        run(QStringList{"render", modelFile("shared-gateway"), "-o", path} + more);
        return contentOf(path);
    };
    const QByteArray plain = drawn({}), gateway = drawn({"--from", "gateway"}), database = drawn({"--from", "orders-db"});
    QVERIFY(!plain.isEmpty() && !gateway.isEmpty());
    QVERIFY(plain != gateway && gateway != database);
    QCOMPARE(drawn({"--from", "gateway"}), gateway);
}

void OutputTest::reports() {
    const QTemporaryDir folder;
    qint64 before = 0;
    for (const char* level : {"summary", "review", "full"}) {
        const QString path = folder.filePath("x.pdf");
        const Ran ran = run({"report", modelFile("gateway-and-bffs"), "-o", path, "--level", level});
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.isEmpty() && ran.err.isEmpty(), ran.err.constData());
        const QByteArray pdf = contentOf(path);
        QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.size() > before);
        before = pdf.size();
    }
}

void OutputTest::theSameDayGivesTheSameReport() {
    const QTemporaryDir folder;
    QProcessEnvironment day;
    day.insert("SOURCE_DATE_EPOCH", "1795478400");
    const QString path = folder.filePath("x.pdf");
    run({"report", modelFile("shared-gateway"), "-o", path}, -1, day);
    const QByteArray first = contentOf(path);
    QVERIFY(!first.isEmpty());
    run({"report", modelFile("shared-gateway"), "-o", path}, -1, day);
    QCOMPARE(contentOf(path), first);
}

void OutputTest::exportToStandardOutput() {
    const Ran ran = run({"export", modelFile("eshop"), "-o", "-", "-f", "json"});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, contentOf(fixtureFile("eshop")));
}

void OutputTest::aFullDiskLeavesTheOldFile_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("name");
    QTest::newRow("import") << QStringList{"import", fixtureFile("eshop")} << "x.sallyport";
    QTest::newRow("export") << QStringList{"export", modelFile("eshop")} << "x.json";
    QTest::newRow("render") << QStringList{"render", modelFile("eshop")} << "x.png";
    QTest::newRow("report") << QStringList{"report", modelFile("eshop")} << "x.pdf";
}

void OutputTest::aFullDiskLeavesTheOldFile() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const QString path = folder.filePath(name);
    writeTo(path, "what was there before");
    const Ran ran = run(arguments + QStringList{"-o", path}, 20000);
    QCOMPARE(ran.code, 4);
    QVERIFY2(ran.isOneSentence(), ran.err.constData());
    QVERIFY(ran.err.contains(name.toUtf8()));
    QCOMPARE(contentOf(path), QByteArray("what was there before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
}

void OutputTest::aSmallDiskThatIsFull() {
    if (geteuid() != 0) QSKIP("only root can make a small disk");
    const QTemporaryDir folder;
    const QString disk = folder.filePath("disk");
    const SmallDisk small(disk);
    if (!small.isMounted()) QSKIP("no file system can be mounted here");
    const QString path = disk + "/x.sallyport";
    QCOMPARE(run({"new", path}).code, 0);
    const QByteArray before = contentOf(path);
    const Ran full = run({"import", fixtureFile("eshop"), "-o", path});
    QCOMPARE(full.code, 4);
    QVERIFY2(full.isOneSentence(), full.err.constData());
    QCOMPARE(contentOf(path), before);
    QVERIFY(small.makeReadOnly());
    const Ran readOnly = run({"export", fixtureFile("eshop"), "-o", disk + "/x.json"});
    QCOMPARE(readOnly.code, 4);
    QVERIFY2(readOnly.isOneSentence(), readOnly.err.constData());
}

void OutputTest::aPlaceThatCannotBeWritten() {
    const QTemporaryDir folder;
    const QString missing = folder.filePath("no/such/folder/x");
    const QList<QStringList> all{{"new", missing + ".sallyport"},
                                 {"import", fixtureFile("eshop"), "-o", missing + ".sallyport"},
                                 {"export", modelFile("eshop"), "-o", missing + ".json"},
                                 {"render", modelFile("eshop"), "-o", missing + ".svg"},
                                 {"report", modelFile("eshop"), "-o", missing + ".pdf"}};
    for (const QStringList& arguments : all) {
        const Ran ran = run(arguments);
        QCOMPARE(ran.code, 4);
        QVERIFY2(ran.isOneSentence(), ran.err.constData());
        QVERIFY(ran.err.contains("no/such/folder"));
    }
}

void OutputTest::standardOutputThatIsFull() {
    if (!QFile::exists("/dev/full")) QSKIP("there is no /dev/full");
    const Ran ran = runInto("/dev/full", {"facts", modelFile("eshop")});
    QCOMPARE(ran.code, 4);
    QVERIFY(ran.err.contains("standard output"));
}

QObject* newOutputTest() { return new OutputTest; }
#include "OutputTest.moc"
