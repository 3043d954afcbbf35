// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RenderTest.h"

#include "Sketch.h"
#include "diagram/Geometry.h"
#include "diagram/Legend.h"
#include "diagram/Render.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace sallyport;
using namespace sallyport::diagram;

namespace {

RenderOptions blastOptions() {
    RenderOptions options;
    options.overlay = gatewayBlast();
    return options;
}

/// Output of a poppler tool on a PDF; nothing if the tool is not there.
std::optional<QString> poppler(const QString& tool, const QStringList& before, const QByteArray& pdf,
                               const QStringList& after = {}) {
    const QString program = QStandardPaths::findExecutable(tool);
    QTemporaryDir folder;
    QFile file(folder.filePath("page.pdf"));
    if (program.isEmpty() || !file.open(QIODevice::WriteOnly)) return std::nullopt;
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(program, before + QStringList{file.fileName()} + after);
    if (!process.waitForFinished(60'000)) return std::nullopt;
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

void RenderTest::fitsAndNeverCuts() {
    const Drawing drawing = sharedGateway().drawing();
    for (const Theme* theme : {&Theme::light(), &Theme::dark()})
        for (const QSize& size : {QSize(300, 900), QSize(1200, 300), QSize(80, 80)}) {
            RenderOptions options = blastOptions();
            options.theme = theme;
            QImage image(size, QImage::Format_RGB32);
            image.fill(Qt::magenta);
            QPainter painter(&image);
            const double scale = render(painter, QRectF(QPointF(0, 0), size), drawing, options);
            painter.end();
            const QSizeF used = naturalSize(drawing, options) * scale;
            QVERIFY(used.width() <= size.width() + 0.01 && used.height() <= size.height() + 0.01);
            QVERIFY(qAbs(used.width() - size.width()) < 0.01 || qAbs(used.height() - size.height()) < 0.01 || scale == 1);
            // The margin is empty all around, and there is something inside.
            int inside = 0;
            for (int y = 0; y < size.height(); ++y)
                for (int x = 0; x < size.width(); ++x) {
                    const bool edge = x == 0 || y == 0 || x == size.width() - 1 || y == size.height() - 1;
                    if (edge) QCOMPARE(image.pixelColor(x, y), theme->canvas);
                    inside += image.pixelColor(x, y) != theme->canvas;
                }
            QVERIFY(inside > size.width() * size.height() / 20);
        }
}

void RenderTest::svgIsTextAndPaths() {
    const auto bytes = toSvg(sharedGateway().drawing(), blastOptions());
    QVERIFY(bytes.has_value());
    QXmlStreamReader reader(*bytes);
    QString text;
    int images = 0, paths = 0, clips = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters()) text += reader.text();
        if (!reader.isStartElement()) continue;
        images += reader.name() == QStringLiteral("image") || reader.name() == QStringLiteral("pattern");
        paths += reader.name() == QStringLiteral("path") || reader.name() == QStringLiteral("polyline");
        clips += reader.name() == QStringLiteral("clipPath");
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(images, 0);
    QVERIFY(paths > 100);
    for (const char* said :
         {"gateway", "payouts-api", "exposed \u00b7 all", "start", "partner-client", "company", "reachable", "Overview"})
        QVERIFY2(text.contains(QString::fromUtf8(said)), said);
}

void RenderTest::pdfIsTextAndPaths() {
    for (const Theme* theme : {&Theme::light(), &Theme::dark()}) {
        RenderOptions options = blastOptions();
        options.theme = theme;
        const auto bytes = toPdf(sharedGateway().drawing(), options);
        QVERIFY(bytes.has_value());
        QVERIFY(bytes->startsWith("%PDF-1.4"));
        QVERIFY(!bytes->contains("/Subtype /Image"));
        QCOMPARE(bytes->count("/SMask"), bytes->count("/SMask /None")); // nothing translucent
        const auto text = poppler("pdftotext", {"-layout"}, *bytes, {"-"});
        if (!text) QSKIP("poppler-utils is not installed");
        for (const char* said : {"gateway", "payouts-api", "controlled", "partner-client", "company"})
            QVERIFY2(text->contains(QLatin1StringView(said)), said);
        const auto images = poppler("pdfimages", {"-list"}, *bytes);
        QCOMPARE(images->trimmed().count('\n'), 1); // the table's head only
        const auto info = poppler("pdfinfo", {}, *bytes);
        QVERIFY(info->contains("Title:           Overview"));
    }
}

void RenderTest::pngHasTheAskedSizeOrIsRefused() {
    const Drawing drawing = sharedGateway().drawing();
    const RenderOptions options;
    const auto bytes = toPng(drawing, options, 1.5);
    QVERIFY(bytes.has_value());
    const QImage image = QImage::fromData(*bytes, "PNG");
    const QSizeF natural = naturalSize(drawing, options) * 1.5;
    QVERIFY(qAbs(image.width() - natural.width()) <= 1 && qAbs(image.height() - natural.height()) <= 1);
    for (const double scale : {100.0, 1e9, std::numeric_limits<double>::infinity()}) {
        const auto refused = toPng(drawing, options, scale);
        QVERIFY(!refused.has_value());
        QVERIFY(!refused.error().remedy.isEmpty());
    }
}

void RenderTest::emptyDiagramsAreRefused() {
    const Drawing drawing(model::Model{}, {"none"});
    const RenderOptions options;
    for (const auto& result : {toSvg(drawing, options), toPng(drawing, options), toPdf(drawing, options)}) {
        QVERIFY(!result.has_value());
        QVERIFY(!result.error().what.isEmpty() && !result.error().remedy.isEmpty());
    }
    QImage image(10, 10, QImage::Format_RGB32);
    QPainter painter(&image);
    QCOMPARE(render(painter, QRectF(0, 0, 10, 10), drawing, options), 0.0);
}

void RenderTest::tilesCoverEveryCardWhole() {
    const Drawing drawing = scattered(60, 40, 3).drawing();
    const QSizeF page(483, 700);
    for (const double scale : {0.05, 0.3, 0.6, 1.0}) {
        const std::vector<QRectF> parts = tiles(drawing, page, scale);
        QVERIFY(!parts.empty());
        for (const QRectF& part : parts)
            QVERIFY(part.width() * scale <= page.width() + 0.01 && part.height() * scale <= page.height() + 0.01);
        for (const auto& [id, card] : drawing.cards())
            QVERIFY2(std::ranges::any_of(parts, [&](const QRectF& part) { return part.contains(card.rect); }),
                     qPrintable(id.value));
    }
    QCOMPARE(tiles(drawing, page, 0.05).size(), 1U);
}

void RenderTest::filesAreTheSameEveryTime() {
    const RenderOptions options = blastOptions();
    QCOMPARE(toSvg(sharedGateway().drawing(), options).value(), toSvg(sharedGateway().drawing(), options).value());
    QCOMPARE(toPng(sharedGateway().drawing(), options).value(), toPng(sharedGateway().drawing(), options).value());
}

void RenderTest::legendsComeWithTheirLens() {
    QVERIFY(legendSize(Overlay{}, 800).isEmpty());
    Overlay blast = gatewayBlast();
    const QSizeF wide = legendSize(blast, 1200), narrow = legendSize(blast, 300);
    QCOMPARE(wide.height(), 24.0);
    QVERIFY(narrow.height() > 48 && narrow.width() <= 300);
    Overlay nothing;
    nothing.lens = Lens::Blast;
    QVERIFY(legendSize(nothing, 1200).width() < wide.width()); // path and start join only when present
    blast.components["idp"].openAnyway = true;
    QVERIFY(legendSize(blast, 1200).width() > wide.width());
    Overlay coverage;
    coverage.lens = Lens::Coverage;
    QVERIFY(!legendSize(coverage, 1200).isEmpty());
}
