// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Painting.h"
#include "diagram/Text.h"

#include <QPainter>
#include <QStringList>

namespace sallyport::diagram {

namespace {

constexpr double fold = 14;
constexpr double padding = 11;

/// Lines of at most that width; words longer than it are cut in the middle.
QStringList wrapped(const QString& text, double width, int size, bool bold) {
    QStringList lines;
    for (const QString& paragraph : text.split('\n')) {
        QString line;
        for (const QString& word : paragraph.split(' ', Qt::SkipEmptyParts)) {
            const QString longer = line.isEmpty() ? word : line + ' ' + word;
            if (textRoom(longer, size, bold) <= width || line.isEmpty()) {
                line = longer;
                continue;
            }
            lines.append(line);
            line = word;
        }
        lines.append(line);
    }
    for (QString& line : lines) line = elided(line, width, size, bold);
    return lines;
}

} // namespace

void paintNote(QPainter& painter, const NoteShape& note, const Look& look) {
    const Theme& theme = look.theme;
    const QRectF& rect = note.rect;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.noteLine, 1.25, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(theme.note);
    painter.drawPolygon(QPolygonF({rect.topLeft(), rect.topRight(), rect.bottomRight() - QPointF(0, fold),
                                   rect.bottomRight() - QPointF(fold, 0), rect.bottomLeft()}));
    painter.drawPolyline(QPolygonF({rect.bottomRight() - QPointF(0, fold), rect.bottomRight() - QPointF(fold, fold),
                                    rect.bottomRight() - QPointF(fold, 0)}));
    if (look.detail != Detail::Full) return;

    const qsizetype end = note.text.indexOf('\n');
    const double width = rect.width() - 2 * padding;
    double y = rect.top() + padding + 10;
    const auto paint = [&](const QString& text, int size, bool bold, double leading) {
        for (const QString& line : wrapped(text, width, size, bold)) {
            if (y > rect.bottom() - 6) return;
            paintText(painter, {rect.left() + padding, y}, line, theme.ink, size, bold);
            y += leading;
        }
    };
    paint(note.text.left(end), 12, true, 16);
    if (end >= 0) paint(note.text.mid(end + 1), 11, false, 15);
}

} // namespace sallyport::diagram
