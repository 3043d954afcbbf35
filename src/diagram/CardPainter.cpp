// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/CardStyle.h"
#include "diagram/Glyphs.h"
#include "diagram/Hatching.h"
#include "diagram/Icons.h"
#include "diagram/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double textLeft = 54;
constexpr double textRight = 10;

QPen borderPen(const CardShape& card, const CardStyle& style) {
    if (style.dotted) return dottedPen(style.line, style.width);
    if (card.outside) return dashedPen(style.line, style.width, 5, 3);
    return QPen(style.line, style.width);
}

void paintBody(QPainter& painter, const CardShape& card, const CardStyle& style) {
    painter.setPen(borderPen(card, style));
    painter.setBrush(style.fill);
    painter.drawPath(outline(card));
    if (card.silhouette != Silhouette::Store) return;
    painter.setPen(QPen(style.lid, 1));
    painter.drawLine(QPointF(card.rect.left() + 5, card.rect.top() + 3.5),
                     QPointF(card.rect.right() - 5, card.rect.top() + 3.5));
}

void paintTile(QPainter& painter, const QRectF& tile, double radius, const CardShape& card, const CardStyle& style,
               double iconSize) {
    if (style.tile.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(style.tile);
        painter.drawRoundedRect(tile, radius, radius);
    }
    QRectF icon({}, QSizeF(iconSize, iconSize));
    icon.moveCenter(tile.center());
    paintIcon(painter, icon, iconOf(card.kind), style.icon);
}

void paintNames(QPainter& painter, const CardShape& card, const CardStyle& style, const ComponentMark& mark, const Look& look) {
    const double x = card.rect.left() + textLeft, y = card.rect.top();
    const bool statusGlyph = style.status.has_value();
    const double room = card.rect.right() - textRight - x - (statusGlyph ? 16 : 0);
    paintText(painter, {x, y + 23}, elided(card.name, room, 13, true), style.text, 13, true);
    const double second = card.rect.right() - textRight - x;
    if (style.level != Level::None) {
        paintLevel(painter, QRectF(x, y + 28, 12, 12), style.level, mark.openAnyway, style.text);
        paintText(painter, {x + 15, y + 38}, elided(word(style.level, mark.breadth), second - 15, 11, true), style.text, 11,
                  true);
    } else if (style.status) {
        const QString said = mark.statusWord.isEmpty() ? word(*style.status) : mark.statusWord;
        paintText(painter, {x, y + 38}, elided(said, second, 11, true), style.text, 11, true);
        paintIcon(painter, QRectF(card.rect.right() - 22, y + 6, 16, 16), iconOf(*style.status), style.statusInk);
    } else {
        paintText(painter, {x, y + 38}, elided(card.secondLine, second, 11, false, Qt::ElideRight), style.second, 11);
    }
    Q_UNUSED(look)
}

void paintStart(QPainter& painter, const CardShape& card, const Look& look) {
    const Theme& theme = look.theme;
    painter.setPen(QPen(theme.seed, 2.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(outline(card, 5));
    if (look.detail != Detail::Full) return;
    const double width = 24 + textRoom(QStringLiteral("start"), 11, true);
    const QRectF pill(card.rect.left() - 8, card.rect.top() - 14, width, 19);
    painter.setPen(QPen(theme.pathHalo, 1));
    painter.setBrush(theme.seed);
    painter.drawRoundedRect(pill, 9.5, 9.5);
    paintIcon(painter, QRectF(pill.left() + 5, pill.center().y() - 6, 12, 12), icons::start, theme.onSeed);
    paintText(painter, {pill.left() + 20, pill.center().y() + 4}, QStringLiteral("start"), theme.onSeed, 11, true);
}

void paintReduced(QPainter& painter, const CardShape& card, const CardStyle& style, const Look& look) {
    const int size = static_cast<int>(std::ceil(std::max(13.0, 11 / look.scale)));
    const double middle = card.rect.center().y();
    // No slack here: this is never written to a file, and every letter counts.
    const double side = std::min(28.0, card.rect.height() - 12);
    paintTile(painter, QRectF(card.rect.left() + 15, middle - side / 2, side, side), 6, card, style, side * 0.8);
    const double x = card.rect.left() + 20 + side;
    paintText(painter, {x, middle + size * 0.36}, cut(card.name, card.rect.right() - 5 - x, size, true), style.text, size,
              true);
}

} // namespace

CardStyle cardStyle(const CardShape& card, const ComponentMark& mark, const Look& look) {
    const Theme& theme = look.theme;
    CardStyle style;
    style.fill = theme.card;
    style.line = style.lid = theme.cardLine;
    style.width = 1.25;
    style.text = theme.ink;
    style.second = style.badge = theme.ink2;
    style.icon = theme.familyColour(card.kind);
    style.tile = theme.tileColour(card.kind);
    const bool losesSomething = mark.identities.lost + mark.secrets.lost + mark.data.lost > 0 || mark.identities.start ||
                                mark.secrets.start || mark.data.start;
    bool dim = false;
    if (look.overlay.isBlast()) {
        if (mark.level != Level::None) {
            const LevelStyle level = levelStyle(theme, mark.level, mark.openAnyway);
            const bool controlled = mark.level == Level::Controlled && !mark.openAnyway;
            style.level = mark.level;
            style.fill = level.fill;
            style.line = level.line;
            style.lid = style.icon = controlled ? theme.onCtrl : level.line;
            style.width = level.width;
            style.text = style.second = style.badge = level.text;
            style.tile = controlled ? QColor() : theme.card;
        } else {
            dim = !losesSomething && !mark.start;
        }
    } else if (look.overlay.lens == Lens::Coverage) {
        dim = !mark.status || *mark.status == Status::NotApplicable;
        if (mark.status && !dim) {
            style.status = mark.status;
            style.fill = theme.statusTint(*mark.status);
            style.line = style.lid = style.statusInk = theme.status(*mark.status);
            style.width = 1.75;
            style.second = style.badge = theme.ink;
            style.dotted = *mark.status == Status::Unknown;
            style.tile = theme.card;
        } else if (mark.status) {
            style.status = mark.status;
            style.statusInk = theme.na;
        }
    }
    if (dim) {
        const QColor& ground = theme.ground(card.depth);
        for (QColor* colour : {&style.fill, &style.line, &style.lid, &style.text, &style.second, &style.badge, &style.icon,
                               &style.tile, &style.statusInk})
            if (colour->isValid()) *colour = dimmed(*colour, ground);
    }
    style.dimmed = dim;
    return style;
}

void paintCard(QPainter& painter, const CardShape& card, const Look& look) {
    static const ComponentMark nothing;
    const auto known = look.overlay.components.constFind(card.id.value);
    const ComponentMark& mark = known == look.overlay.components.constEnd() ? nothing : *known;
    const CardStyle style = cardStyle(card, mark, look);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBody(painter, card, style);
    if (style.level != Level::None) {
        const bool controlled = style.level == Level::Controlled && !mark.openAnyway;
        paintLevelMeter(painter, QRectF(card.rect.left() + 5, card.rect.top() + 8, 7, card.rect.height() - 16), style.level,
                        mark.breadth, mark.openAnyway, look.theme, controlled ? look.theme.onCtrl : QColor());
    }
    const bool started = look.overlay.isBlast() && mark.start;
    if (look.detail != Detail::Full) {
        paintReduced(painter, card, style, look);
        if (started) paintStart(painter, card, look);
        paintChange(painter, card.rect, mark.change, look);
        return;
    }
    paintTile(painter, QRectF(card.rect.left() + 16, card.rect.top() + 9, 30, 30), 6, card, style, 22);
    paintNames(painter, card, style, mark, look);
    paintBadges(painter, card, style, mark, look);
    if (started) paintStart(painter, card, look);
    paintChange(painter, card.rect, mark.change, look);
}

} // namespace sallyport::diagram
