// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Text.h"

#include "diagram/Surface.h"

#include <QCache>
#include <QColor>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHash>
#include <QPainter>
#include <QStaticText>

namespace sallyport::diagram {

namespace {

constexpr double slack = 1.12;

QString family() {
    static const QString name = [] {
        for (const char* wanted : {"Noto Sans", "DejaVu Sans"})
            if (QFontDatabase::hasFamily(QString::fromLatin1(wanted))) return QString::fromLatin1(wanted);
        return QFont().family();
    }();
    return name;
}

struct Face {
    QFont font;
    QFontMetricsF metrics;
};

const Face& face(int pixelSize, bool bold) {
    static QHash<int, Face*> faces; // few sizes, kept for the life of the program
    Face*& kept = faces[pixelSize * 2 + bold];
    if (kept == nullptr) {
        QFont font(family());
        font.setPixelSize(pixelSize);
        font.setBold(bold);
        font.setHintingPreference(QFont::PreferNoHinting);
        kept = new Face{font, QFontMetricsF(font)};
    }
    return *kept;
}

struct ShapedKey {
    QString text;
    int face;
    bool operator==(const ShapedKey&) const = default;
    friend size_t qHash(const ShapedKey& key, size_t seed = 0) { return qHashMulti(seed, key.text, key.face); }
};

const QStaticText& shaped(const QString& text, int pixelSize, bool bold) {
    static QCache<ShapedKey, QStaticText> cache(6000);
    const ShapedKey key{text, pixelSize * 2 + bold};
    if (const QStaticText* known = cache.object(key)) return *known;
    auto* made = new QStaticText(text);
    made->setTextFormat(Qt::PlainText);
    made->setPerformanceHint(QStaticText::AggressiveCaching);
    made->prepare({}, face(pixelSize, bold).font);
    cache.insert(key, made);
    return *made;
}

} // namespace

QFont canvasFont(int pixelSize, bool bold) { return face(pixelSize, bold).font; }

double textWidth(const QString& text, int pixelSize, bool bold) {
    return face(pixelSize, bold).metrics.horizontalAdvance(text);
}

double textRoom(const QString& text, int pixelSize, bool bold) { return textWidth(text, pixelSize, bold) * slack; }

QString elided(const QString& text, double width, int pixelSize, bool bold, Qt::TextElideMode mode) {
    const QFontMetricsF& metrics = face(pixelSize, bold).metrics;
    const double room = width / slack;
    return metrics.horizontalAdvance(text) <= room ? text : metrics.elidedText(text, mode, room);
}

QString cut(const QString& text, double width, int pixelSize, bool bold) {
    return elided(text, width * slack, pixelSize, bold);
}

void paintText(QPainter& painter, const QPointF& baseline, const QString& text, const QColor& colour, int pixelSize,
               bool bold) {
    if (text.isEmpty()) return;
    const Face& used = face(pixelSize, bold);
    painter.setPen(colour);
    painter.setFont(used.font);
    if (isRaster(painter))
        painter.drawStaticText(baseline - QPointF(0, used.metrics.ascent()), shaped(text, pixelSize, bold));
    else
        painter.drawText(baseline, text);
}

void paintCentred(QPainter& painter, const QPointF& centre, const QString& text, const QColor& colour, int pixelSize,
                  bool bold) {
    const QFontMetricsF& metrics = face(pixelSize, bold).metrics;
    const QPointF baseline(centre.x() - metrics.horizontalAdvance(text) / 2, centre.y() + metrics.capHeight() / 2);
    paintText(painter, baseline, text, colour, pixelSize, bold);
}

} // namespace sallyport::diagram
