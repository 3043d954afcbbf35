// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Words.h"
#include "diagram/Geometry.h"
#include "diagram/Render.h"
#include "report/Material.h"

#include <QPainter>

#include <algorithm>
#include <memory>

namespace sallyport::report {

namespace {

constexpr double smallestType = 11;          ///< of a diagram, scene pixels
constexpr double legible = 6 / smallestType; ///< points per scene pixel
constexpr double comfortable = 0.75;         ///< beyond which a small diagram is not blown up
constexpr double captionRoom = 18;

/// A drawing with its options, kept by the paints of the pages.
struct Plate {
    diagram::Drawing drawing;
    diagram::RenderOptions options;
};

class FigureSetter {
public:
    FigureSetter(Book& book, const Material& material, const diagram::Drawing& drawing, const diagram::Overlay& overlay)
        : book_(book), material_(material), plate_(std::make_shared<Plate>()) {
        plate_->drawing = drawing;
        plate_->options.theme = &material.theme;
        plate_->options.overlay = overlay;
        plate_->options.margin = 2;
        plate_->options.ground = false;
        natural_ = diagram::naturalSize(plate_->drawing, plate_->options);
    }

    /// Whether only a page on its side shows it whole.
    bool asksForWidePage() const {
        return !natural_.isEmpty() && scaleIn(uprightWidth, uprightHeight) < legible &&
               scaleIn(wideWidth, wideHeight) >= legible;
    }

    void put(const QString& caption, double following, const QStringList& focus) {
        if (natural_.isEmpty()) return;
        const double width = book_.width() + 2 * outdent;
        const double here = book_.room() - captionRoom;
        const bool isWide = book_.pages().back().isWide;
        // What follows stays on the page if the figure is legible all the same.
        if (scaleIn(width, here) >= legible) {
            const double scale = std::max(legible, scaleIn(width, here - following));
            if (isWide || scale >= 0.85 * std::min(comfortable, width / natural_.width())) return whole(scale, caption);
        }
        if (scaleIn(uprightWidth, uprightHeight) >= legible) {
            book_.newPage();
            return whole(std::max(legible, scaleIn(uprightWidth, uprightHeight - following)), caption);
        }
        if (scaleIn(wideWidth, wideHeight) >= legible) {
            book_.newPage(true);
            return whole(scaleIn(wideWidth, wideHeight), caption);
        }
        focus.isEmpty() ? tiled(caption) : focused(caption, focus);
    }

private:
    static constexpr double outdent = page::gutter; ///< a figure may stand out of the text on both sides
    static constexpr double around = page::firstLine + page::lastLine + captionRoom;
    static constexpr double uprightWidth = page::upright.width() - 2 * page::margin + 2 * outdent;
    static constexpr double uprightHeight = page::upright.height() - around;
    static constexpr double wideWidth = page::wide.width() - 2 * page::margin + 2 * outdent;
    static constexpr double wideHeight = page::wide.height() - around;

    double scaleIn(double width, double height) const {
        if (width <= 0 || height <= 0) return 0;
        return std::min({comfortable, width / natural_.width(), height / natural_.height()});
    }

    void whole(double scale, const QString& caption) {
        const QSizeF size = natural_ * scale;
        const QRectF rect = book_.take(size.height());
        const QRectF target(rect.left() + (rect.width() - size.width()) / 2, rect.top(), size.width(), size.height());
        book_.paint([plate = plate_, target](QPainter& painter) {
            diagram::render(painter, target, plate->drawing, plate->options, comfortable);
        });
        addCaption(caption);
    }

    void addCaption(const QString& caption) {
        book_.space(4);
        book_.text(caption, style::caption);
    }

    /// An overview of everything, fitted to the width; frames and numbers of the parts shown after it.
    void overview(const std::vector<QRectF>& parts, bool areNumbered) {
        const QRectF bounds = plate_->drawing.bounds();
        const double wholePage = page::upright.height() - page::firstLine - page::lastLine - 2 * captionRoom;
        const double height = std::min(book_.width() * bounds.height() / bounds.width(), wholePage);
        if (height + 2 * captionRoom > book_.room()) book_.newPage();
        const QRectF rect = book_.take(height);
        book_.paint([plate = plate_, rect, parts, areNumbered](QPainter& painter) {
            const diagram::Theme& theme = *plate->options.theme;
            const QTransform place = diagram::renderOverview(painter, rect, plate->drawing, plate->options);
            painter.setRenderHint(QPainter::Antialiasing);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const QRectF frame = place.mapRect(parts[i]).intersected(rect);
                painter.setPen(QPen(theme.accent, 1));
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(frame);
                if (!areNumbered) continue;
                const QRectF tag(frame.topLeft() + QPointF(3, 3), QSizeF(18, 14));
                painter.setPen(Qt::NoPen);
                painter.setBrush(theme.accent);
                painter.drawRoundedRect(tag, 3, 3);
                charts::paintText(painter, tag, QString::number(i + 1), theme.onAccent, 9.5, charts::Weight::Bold,
                                  charts::Side::Centre);
            }
        });
    }

    void tiled(const QString& caption) {
        // The way of turning the paper that takes fewer parts.
        const std::vector<QRectF> upright = diagram::tiles(plate_->drawing, {uprightWidth, uprightHeight}, legible * 1.02);
        const std::vector<QRectF> wide = diagram::tiles(plate_->drawing, {wideWidth, wideHeight}, legible * 1.02);
        const bool isWide = wide.size() < upright.size();
        const std::vector<QRectF>& parts = isWide ? wide : upright;
        overview(parts, true);
        addCaption(Words::tr("%1 Too large for one page: the numbered parts follow.").arg(caption));
        for (std::size_t i = 0; i < parts.size(); ++i) addPart(parts[i], isWide, i + 1, parts.size());
    }

    /// The overview, and under it the part around the elements, if that can be read.
    void focused(const QString& caption, const QStringList& focus) {
        QRectF around;
        for (const QString& id : focus) around |= diagram::rectOf(plate_->drawing, id);
        around.adjust(-24, -28, 24, 24);
        auto options = plate_->options;
        options.source = around;
        const QSizeF natural = diagram::naturalSize(plate_->drawing, options);
        const double wholePage = page::upright.height() - page::firstLine - page::lastLine - captionRoom;
        const double widthScale = book_.width() / std::max(1.0, natural.width());
        const double scale = std::min({comfortable, widthScale, wholePage / std::max(1.0, natural.height())});
        const bool isLegible = !around.isEmpty() && scale >= legible;
        overview(isLegible ? std::vector<QRectF>{around} : std::vector<QRectF>(), false);
        addCaption(caption);
        if (!isLegible) return;
        book_.space(10);
        const QSizeF size = natural * scale;
        const QRectF rect = book_.take(size.height());
        const QRectF target(rect.topLeft() + QPointF((rect.width() - size.width()) / 2, 0), size);
        book_.paint([plate = plate_, options, target](QPainter& painter) {
            diagram::render(painter, target, plate->drawing, options, comfortable);
        });
        addCaption(Words::tr("The framed part, large enough to read."));
    }

    void addPart(const QRectF& part, bool isWide, std::size_t number, std::size_t of) {
        book_.newPage(isWide);
        auto options = plate_->options;
        options.source = part.intersected(plate_->drawing.bounds().adjusted(-8, -8, 8, 8)); // no empty paper around it
        options.legend = false;
        const QSizeF natural = diagram::naturalSize(plate_->drawing, options);
        const double scale = std::min(comfortable, std::min((book_.width() + 2 * outdent) / natural.width(),
                                                            (book_.room() - captionRoom) / natural.height()));
        const QSizeF size = natural * scale;
        const QRectF rect = book_.take(size.height());
        const QRectF target(rect.topLeft() + QPointF((rect.width() - size.width()) / 2, 0), size);
        book_.paint([plate = plate_, options, target](QPainter& painter) {
            diagram::render(painter, target, plate->drawing, options, comfortable);
        });
        addCaption(Words::tr("%1, part %2 of %3.").arg(plate_->drawing.title()).arg(number).arg(of));
    }

    Book& book_;
    const Material& material_;
    std::shared_ptr<Plate> plate_;
    QSizeF natural_;
};

} // namespace

bool asksForWidePage(Book& book, const Material& material, const diagram::Drawing& drawing, const diagram::Overlay& overlay) {
    return FigureSetter(book, material, drawing, overlay).asksForWidePage();
}

void putFigure(Book& book, const Material& material, const diagram::Drawing& drawing, const diagram::Overlay& overlay,
               const QString& caption, double following, const QStringList& focus) {
    FigureSetter(book, material, drawing, overlay).put(caption, following, focus);
}

} // namespace sallyport::report
