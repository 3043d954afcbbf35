// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Render.h"

#include "diagram/Geometry.h"
#include "diagram/Legend.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double legendGap = 14;
constexpr double narrowest = 640; // of a legend, before it breaks into more rows
constexpr int mostPixels = 16'384;
constexpr double mostArea = 100e6;
constexpr double mostPoints = 14'400;

struct Layout {
    QRectF scene; ///< what is shown
    QSizeF legend;
    QSizeF size; ///< of all, in scene pixels
};

Layout layoutOf(const Drawing& drawing, const RenderOptions& options) {
    Layout layout;
    layout.scene = options.source;
    if (layout.scene.isNull()) {
        const QRectF bounds = drawing.bounds();
        layout.scene = bounds.adjusted(-options.margin, -options.margin, options.margin, options.margin);
    }
    if (options.legend) layout.legend = legendSize(options.overlay, std::max(narrowest, layout.scene.width()));
    layout.size = layout.scene.size();
    if (layout.legend.isEmpty()) return layout;
    layout.size = QSizeF(std::max(layout.size.width(), layout.legend.width() + 2 * options.margin),
                         layout.size.height() + layout.legend.height() + legendGap);
    return layout;
}

double scaleFor(const QSizeF& natural, const QSizeF& size) {
    return natural.isEmpty() ? 0 : std::min(size.width() / natural.width(), size.height() / natural.height());
}

Expected<void> refuseEmpty(const Drawing& drawing) {
    if (!drawing.isEmpty()) return {};
    return refuse(QStringLiteral("The diagram is empty."), drawing.title(), QStringLiteral("Place something in it first."));
}

QString titleOf(const Drawing& drawing, const RenderOptions& options) {
    return options.title.isEmpty() ? drawing.title() : options.title;
}

} // namespace

QSizeF naturalSize(const Drawing& drawing, const RenderOptions& options) {
    return drawing.isEmpty() ? QSizeF() : layoutOf(drawing, options).size;
}

double fittedScale(const Drawing& drawing, const RenderOptions& options, const QSizeF& size) {
    return scaleFor(naturalSize(drawing, options), size);
}

double render(QPainter& painter, const QRectF& target, const Drawing& drawing, const RenderOptions& options, double largest) {
    if (drawing.isEmpty() || target.isEmpty()) return 0;
    const Layout layout = layoutOf(drawing, options);
    const double scale = std::min(largest, scaleFor(layout.size, target.size()));
    const Look look(*options.theme, options.overlay, scale, Detail::Full);
    painter.save();
    if (options.ground) painter.fillRect(target, options.theme->canvas);
    const QSizeF used = layout.size * scale;
    painter.translate(target.left() + (target.width() - used.width()) / 2,
                      target.top() + (target.height() - used.height()) / 2);
    painter.scale(scale, scale);

    const QRectF place({(layout.size.width() - layout.scene.width()) / 2, 0}, layout.scene.size());
    painter.save();
    if (!options.source.isNull()) painter.setClipRect(place);
    painter.translate(place.topLeft() - layout.scene.topLeft());
    paintDrawing(painter, drawing, look, options.source);
    painter.restore();
    if (!layout.legend.isEmpty()) {
        const QPointF corner((layout.size.width() - layout.legend.width()) / 2, layout.scene.height());
        paintLegend(painter, QRectF(corner, layout.legend), *options.theme, options.overlay);
    }
    painter.restore();
    return scale;
}

QTransform renderOverview(QPainter& painter, const QRectF& target, const Drawing& drawing, const RenderOptions& options) {
    if (drawing.isEmpty() || target.isEmpty()) return {};
    const QRectF scene = options.source.isNull()
                             ? drawing.bounds().adjusted(-options.margin, -options.margin, options.margin, options.margin)
                             : options.source;
    const double scale = std::min(1.0, scaleFor(scene.size(), target.size()));
    QTransform transform;
    transform.translate(target.center().x(), target.center().y());
    transform.scale(scale, scale);
    transform.translate(-scene.center().x(), -scene.center().y());
    painter.save();
    if (options.ground) painter.fillRect(target, options.theme->canvas);
    painter.setTransform(transform, true);
    paintOverview(painter, drawing, Look(*options.theme, options.overlay, scale, Detail::Overview), options.source);
    painter.restore();
    return transform;
}

std::vector<QRectF> tiles(const Drawing& drawing, const QSizeF& page, double scale) {
    const QRectF all = drawing.bounds().adjusted(-8, -8, 8, 8);
    const QSizeF tile = page / scale;
    if (drawing.isEmpty() || page.isEmpty() || scale <= 0) return {};
    if (all.width() <= tile.width() && all.height() <= tile.height()) return {all};
    // As many as it takes with the overlap, then spread evenly.
    const auto count = [](double whole, double one, double overlap) {
        return one >= whole ? 1 : static_cast<int>(std::ceil((whole - overlap) / std::max(1.0, one - overlap)));
    };
    const int columns = count(all.width(), tile.width(), cardSize.width()),
              rows = count(all.height(), tile.height(), cardSize.height());
    const auto offset = [](int i, int n, double whole, double one) {
        return n == 1 ? (whole - one) / 2 : i * (whole - one) / (n - 1);
    };
    std::vector<QRectF> found;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const QRectF part(all.topLeft() + QPointF(offset(column, columns, all.width(), tile.width()),
                                                      offset(row, rows, all.height(), tile.height())),
                              tile);
            if (std::ranges::any_of(drawing.cards(), [&](const auto& entry) { return part.intersects(entry.second.rect); }))
                found.push_back(part);
        }
    return found;
}

Expected<QByteArray> toSvg(const Drawing& drawing, const RenderOptions& options) {
    if (auto refused = refuseEmpty(drawing); !refused) return tl::unexpected(refused.error());
    const QSizeF size = naturalSize(drawing, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(QSize(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))));
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(titleOf(drawing, options));
    generator.setDescription({});
    QPainter painter(&generator);
    render(painter, QRectF(QPointF(0, 0), size), drawing, options);
    painter.end();
    return bytes;
}

Expected<QByteArray> toPng(const Drawing& drawing, const RenderOptions& options, double scale) {
    if (auto refused = refuseEmpty(drawing); !refused) return tl::unexpected(refused.error());
    const QSizeF size = naturalSize(drawing, options) * scale;
    if (!(size.width() <= mostPixels && size.height() <= mostPixels && size.width() * size.height() <= mostArea))
        return refuse(QStringLiteral("The picture would be %1 x %2 pixels, more than %3 a side or 100 million in all.")
                          .arg(std::ceil(size.width()))
                          .arg(std::ceil(size.height()))
                          .arg(mostPixels),
                      drawing.title(), QStringLiteral("Choose a smaller scale, or SVG or PDF."));
    QImage image(std::max(1, static_cast<int>(std::ceil(size.width()))),
                 std::max(1, static_cast<int>(std::ceil(size.height()))),
                 options.ground ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return refuse(QStringLiteral("There is not enough memory for the picture."), drawing.title(),
                      QStringLiteral("Choose a smaller scale."));
    image.fill(options.ground ? options.theme->canvas : QColor(Qt::transparent));
    image.setText(QStringLiteral("Title"), titleOf(drawing, options));
    QPainter painter(&image);
    render(painter, QRectF(image.rect()), drawing, options, scale);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return refuse(QStringLiteral("The picture could not be written as PNG."), drawing.title());
    return bytes;
}

Expected<QByteArray> toPdf(const Drawing& drawing, const RenderOptions& options) {
    if (auto refused = refuseEmpty(drawing); !refused) return tl::unexpected(refused.error());
    const QSizeF natural = naturalSize(drawing, options);
    const double points = std::min(0.75, mostPoints / std::max(natural.width(), natural.height()));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly)) return refuse(QStringLiteral("The PDF could not be written."), drawing.title());
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setTitle(titleOf(drawing, options));
    writer.setCreator(QStringLiteral("Sallyport"));
    writer.setPageSize(QPageSize(natural * points, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    render(painter, QRectF(0, 0, writer.width(), writer.height()), drawing, options, 1e6);
    painter.end();
    return bytes;
}

} // namespace sallyport::diagram
