// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"
#include "report/Material.h"
#include "report/Report.h"
#include "report/Table.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <sys/resource.h>
#include <csignal>

using namespace sallyport;
using report::ReportOptions;

namespace {

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.readAllStandardOutput();
}

bool isMissing(const char* program) { return QStandardPaths::findExecutable(QString::fromLatin1(program)).isEmpty(); }

/// Files may not grow beyond this, as on a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit now = before_;
        now.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

} // namespace

class ReportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        model_ = samples::decided(samples::sharedGateway());
        review_ = samples::reviewOf(model_);
        path_ = folder_.filePath("gateway.pdf");
        const auto written = report::writeReport(model_, *review_, {}, path_);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
    }

    void textIsSearchable() {
        if (isMissing("pdftotext")) QSKIP("pdftotext is not installed");
        const QString text = QString::fromUtf8(outputOf("pdftotext", {path_, "-"}));
        for (const char* wanted :
             {"Shared gateway", "Summary", "Contents", "Blast radius", "The gateway falls", "partner-client-secret", "TBM-101",
              "Inventory", "Unknowns", "Decisions", "Head of payments", "NHI2:2025", "3.36"})
            QVERIFY2(text.contains(QString::fromLatin1(wanted)), wanted);
    }

    void nothingIsAPicture() {
        if (isMissing("pdfimages")) QSKIP("pdfimages is not installed");
        QCOMPARE(outputOf("pdfimages", {"-list", path_}).trimmed().count('\n'), 1); // the head alone
    }

    void fontsAreEmbedded() {
        if (isMissing("pdffonts")) QSKIP("pdffonts is not installed");
        const QList<QByteArray> lines = outputOf("pdffonts", {path_}).trimmed().split('\n');
        QVERIFY(lines.size() > 2);
        for (const QByteArray& line : lines.mid(2))
            QVERIFY2(QRegularExpression("yes\\s+(yes|no)\\s+yes").match(QString::fromLatin1(line)).hasMatch(), line);
    }

    void fileIsSound() {
        if (isMissing("qpdf")) QSKIP("qpdf is not installed");
        QProcess process;
        process.start("qpdf", {"--check", path_});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
    }

    /// Every line of the contents names the page its title stands on.
    void contentsAreRight() {
        if (isMissing("pdftotext")) QSKIP("pdftotext is not installed");
        const QStringList pages = QString::fromUtf8(outputOf("pdftotext", {"-layout", path_, "-"})).split(u'\f');
        const auto contents = std::find_if(pages.begin(), pages.end(), [](const QString& page) {
            return page.contains(QRegularExpression("^Contents$", QRegularExpression::MultilineOption));
        });
        QVERIFY(contents != pages.end());
        static const QRegularExpression line("^ *(\\S.*?) {2,}(\\d+)$", QRegularExpression::MultilineOption);
        int lines = 0;
        for (auto matches = line.globalMatch(*contents); matches.hasNext(); ++lines) {
            const auto match = matches.next();
            const int page = match.captured(2).toInt();
            QVERIFY(page >= 1 && page < pages.size());
            const QString title = match.captured(1).section(QStringLiteral("…"), 0, 0).left(30);
            QVERIFY2(pages[page - 1].contains(title), qPrintable(QStringLiteral("%1 is not on page %2").arg(title).arg(page)));
            QVERIFY(pages[page - 1].contains(QStringLiteral("%1 / %2").arg(page).arg(pages.size() - 1)));
        }
        QVERIFY2(lines >= 12, qPrintable(QString::number(lines)));
    }

    void nothingLeavesThePage_data() {
        QTest::addColumn<QString>("which");
        QTest::newRow("gateway") << "gateway";
        QTest::newRow("wide") << "wide";
        QTest::newRow("very wide") << "very wide";
        QTest::newRow("empty") << "empty";
    }

    /// The margins of every page but the cover are white but for head and foot, as a printer would see them.
    void nothingLeavesThePage() {
        if (isMissing("pdftoppm")) QSKIP("pdftoppm is not installed");
        QFETCH(QString, which);
        const model::Model model = which == "gateway" ? model_
                                   : which == "empty" ? model::Model()
                                                      : samples::bazaar(which == "wide" ? 7 : 16);
        const QString path = folder_.filePath(which + ".pdf");
        const auto written =
            report::writeReport(model, *samples::reviewOf(model), ReportOptions::of(report::Extent::Full), path);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().text()));
        const QString prefix = folder_.filePath(which + "-page");
        QCOMPARE(QProcess::execute("pdftoppm", {"-gray", "-r", "36", "-f", "2", path, prefix}), 0);
        const QDir folder(folder_.path());
        const QStringList pages = folder.entryList({which + "-page*.pgm"}, QDir::Files, QDir::Name);
        QVERIFY(!pages.isEmpty());
        for (const QString& name : pages) {
            const QImage image(folder.filePath(name));
            QVERIFY(!image.isNull());
            // At half a pixel a point; figures may stand out of the text by a gutter.
            const int side = static_cast<int>((report::page::margin - report::page::gutter) / 2) - 1, edge = 10;
            for (int y = 0; y < image.height(); ++y) {
                const bool isEdge = y < edge || y >= image.height() - edge;
                for (int x = 0; x < image.width(); ++x) {
                    if (!isEdge && x >= side && x < image.width() - side) continue;
                    QVERIFY2(qGray(image.pixel(x, y)) > 250,
                             qPrintable(QStringLiteral("%1 at %2, %3").arg(name).arg(x).arg(y)));
                }
            }
        }
    }

    void wordsStandBetweenTheMargins() {
        if (isMissing("pdftotext")) QSKIP("pdftotext is not installed");
        QXmlStreamReader xml(outputOf("pdftotext", {"-bbox", path_, "-"}));
        double width = 0, height = 0;
        int page = 0, words = 0;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement) continue;
            const auto value = [&](const char* name) { return xml.attributes().value(QLatin1StringView(name)).toDouble(); };
            if (xml.name() == u"page") {
                width = value("width");
                height = value("height");
                ++page;
            }
            if (xml.name() != u"word") continue;
            const QRectF box(QPointF(value("xMin"), value("yMin")), QPointF(value("xMax"), value("yMax")));
            const QString at = QStringLiteral("page %1: %2").arg(page).arg(xml.readElementText());
            const double margin = report::page::margin - report::page::gutter - 1.5;
            QVERIFY2(box.left() >= margin && box.right() <= width - margin, qPrintable(at));
            QVERIFY2(box.top() >= 20 && box.bottom() <= height - 20, qPrintable(at));
            ++words;
        }
        QVERIFY(words > 500);
    }

    void theSameGivesTheSameBytes() {
        const auto once = report::reportPdf(model_, *review_), again = report::reportPdf(model_, *review_);
        QVERIFY(once && again);
        QCOMPARE(*once, *again);
    }

    void outlineAndLinksLeadSomewhere() {
        const auto pdf = report::reportPdf(model_, *review_);
        QVERIFY(pdf);
        if (isMissing("qpdf")) QSKIP("qpdf is not installed");
        const QString plain = folder_.filePath("plain.pdf");
        QProcess::execute("qpdf", {"--qdf", path_, plain});
        QFile file(plain);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("/Outlines"));
        QVERIFY(text.contains("/Lang (en)"));
        QVERIFY(text.count("/Subtype /Link") >= 12);
        QVERIFY(text.count("/XYZ") >= 24);
        QVERIFY(!text.contains("/URI"));
    }

    void shorterExtentsHaveLess() {
        const auto summary = report::reportPdf(model_, *review_, ReportOptions::of(report::Extent::Summary));
        const auto review = report::reportPdf(model_, *review_);
        const auto full = report::reportPdf(model_, *review_, ReportOptions::of(report::Extent::Full));
        QVERIFY(summary && review && full);
        QVERIFY(summary->size() < review->size());
        QVERIFY(review->size() < full->size());
        QVERIFY(report::extentFromWord(u"full").has_value());
        QVERIFY(!report::extentFromWord(u"most").has_value());
    }

    void aPlaceThatIsNotThereIsRefused() {
        const QString path = folder_.filePath("nowhere/report.pdf");
        const auto written = report::writeReport(model_, *review_, {}, path);
        QVERIFY(!written);
        QCOMPARE(written.error().where, path);
        QVERIFY(!written.error().what.isEmpty() && !written.error().remedy.isEmpty());
    }

    void aFullDiskLeavesTheOldFileWhole() {
        const QString path = folder_.filePath("kept.pdf");
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("the old report");
        old.close();
        {
            const FullDisk full(4096);
            const auto written = report::writeReport(model_, *review_, {}, path);
            QVERIFY(!written);
            QCOMPARE(written.error().where, path);
        }
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("the old report"));
        QCOMPARE(QDir(folder_.path()).entryList({"kept*"}).size(), 1);
    }

    void rowsAreNeverSplitAndHeadsRepeat() {
        report::Book book;
        book.newPage();
        std::vector<report::Row> rows;
        for (int i = 0; i < 120; ++i)
            rows.push_back({{QStringLiteral("row %1").arg(i), QString(QStringLiteral("words ")).repeated(1 + i * 7 % 60)}, -1});
        report::writeTable(book, {{"Head", 1, 60}, {"Text", 1}}, rows);
        QVERIFY(book.pageCount() > 2);
        QVERIFY(book.room() >= 0);
        // What a page paints, as text: a head on each, and each row's lines on one page alone.
        for (const report::Page& page : book.pages()) {
            QPicture picture;
            QPainter painter(&picture);
            for (const report::Paint& paint : page.paints) paint(painter);
            painter.end();
            const QRectF painted = picture.boundingRect();
            QVERIFY(painted.bottom() <= page.textArea().bottom() + 2);
            QVERIFY(painted.top() >= page.textArea().top() - 2);
        }
    }

    void aRowHigherThanAPageIsCut() {
        report::Book book;
        book.newPage();
        report::writeTable(book, {{"Text", 1}}, {{{QString(QStringLiteral("endless ")).repeated(4000)}, -1}});
        QCOMPARE(book.pageCount(), 1);
        QVERIFY(book.room() >= 0);
    }

    void headingsAreNotLeftAlone() {
        report::Book book;
        book.newPage();
        book.take(book.room() - 40);
        book.block("A block", {}, 40);
        QCOMPARE(book.pageCount(), 2);
        QVERIFY(!book.isAtTop());
    }

private:
    QTemporaryDir folder_;
    model::Model model_;
    std::shared_ptr<const rules::Review> review_;
    QString path_;
};

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    ReportTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "ReportTest.moc"
