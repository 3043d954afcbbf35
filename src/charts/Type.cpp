// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Type.h"

#include "diagram/Text.h"

#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace sallyport::charts {

namespace {

// QFont knows whole pixels only, so type is set this much larger and painted smaller.
constexpr double quarters = 4;

struct Face {
    QFont font;
    QFontMetricsF metrics;
};

const Face& face(double size, Weight weight) {
    static QHash<int, Face*> faces; // a few sizes, kept for the life of the program
    const int pixels = std::max(1, static_cast<int>(std::lround(size * quarters)));
    Face*& kept = faces[pixels * 2 + (weight == Weight::Bold)];
    if (kept == nullptr) {
        const QFont font = diagram::canvasFont(pixels, weight == Weight::Bold);
        kept = new Face{font, QFontMetricsF(font)};
    }
    return *kept;
}

} // namespace

double textWidth(const QString& text, double size, Weight weight) {
    return face(size, weight).metrics.horizontalAdvance(text) / quarters;
}

double capHeight(double size) { return face(size, Weight::Regular).metrics.capHeight() / quarters; }

QString cut(const QString& text, double width, double size, Weight weight) {
    return face(size, weight).metrics.elidedText(text, Qt::ElideRight, std::max(0.0, width) * quarters);
}

QStringList lines(const QString& text, double width, double size, Weight weight) {
    QStringList found;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, face(size, weight).font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, width * quarters));
            found << paragraph.mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        if (paragraph.isEmpty()) found << QString();
    }
    return found;
}

void paintText(QPainter& painter, const QPointF& at, const QString& text, const QColor& colour, double size, Weight weight,
               Side side) {
    if (text.isEmpty()) return;
    const double width = side == Side::Left ? 0 : textWidth(text, size, weight);
    painter.save();
    painter.translate(at.x() - (side == Side::Right ? width : width / 2 * (side == Side::Centre)), at.y());
    painter.scale(1 / quarters, 1 / quarters);
    painter.setFont(face(size, weight).font);
    painter.setPen(colour);
    painter.drawText(QPointF(), text);
    painter.restore();
}

void paintText(QPainter& painter, const QRectF& rect, const QString& text, const QColor& colour, double size, Weight weight,
               Side side) {
    const QString shown = cut(text, rect.width(), size, weight);
    const double baseline = rect.center().y() + capHeight(size) / 2;
    const double x = side == Side::Left ? rect.left() : side == Side::Right ? rect.right() : rect.center().x();
    paintText(painter, {x, baseline}, shown, colour, size, weight, side);
}

} // namespace sallyport::charts
