// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/CardStyle.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "diagram/Text.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double iconSize = 13;

struct Badge {
    QString icon;
    QString text;
    const BadgeMark* mark = nullptr;
    bool pill = false;
    QRectF rect;
};

// "2 · all", "1 of 3 · live"; the count alone where nothing is lost.
QString badgeText(int count, const BadgeMark& mark, bool blast) {
    if (!blast || mark.lost == 0) return QString::number(count);
    QString text = mark.lost < count ? QStringLiteral("%1 of %2").arg(mark.lost).arg(count) : QString::number(mark.lost);
    if (mark.breadth) text += QStringLiteral(" \u00b7 ") + word(*mark.breadth);
    return text;
}

std::vector<Badge> badgesOf(const CardShape& card, const ComponentMark& mark, bool blast) {
    struct Kind {
        int count;
        const QString& icon;
        const BadgeMark& mark;
    };
    const std::array kinds{Kind{card.identities, card.identityIcon, mark.identities},
                           Kind{card.secrets, icons::secret, mark.secrets}, Kind{card.data, icons::data, mark.data}};
    std::vector<Badge> badges;
    double x = card.rect.left() + 18;
    const double middle = badgeRow(card);
    for (const Kind& kind : kinds) {
        const int count = std::max(kind.count, blast ? kind.mark.lost : 0);
        if (count == 0) continue;
        Badge badge;
        badge.icon = kind.icon.isEmpty() ? icons::identity : kind.icon;
        badge.mark = &kind.mark;
        badge.pill = blast && (kind.mark.lost > 0 || kind.mark.start);
        badge.text = badgeText(count, kind.mark, blast);
        const double width = iconSize + 3 + textRoom(badge.text, 11, badge.pill) + (badge.pill ? 12 : 0);
        badge.rect = QRectF(badge.pill ? x - 5 : x, middle - 8.5, std::ceil(width), 17);
        x = badge.rect.right() + (badge.pill ? 7 : 9);
        badges.push_back(badge);
    }
    return badges;
}

void paintPill(QPainter& painter, const Badge& badge, const CardStyle& style, const Theme& theme) {
    // Lost: the badge turns over. On a controlled card, whose fill is the loudest there is, it turns the other way.
    QColor fill = theme.expo, text = theme.onCtrl;
    if (badge.mark->start) {
        fill = theme.seed;
        text = theme.onSeed;
    } else if (badge.mark->openAnyway) {
        fill = theme.anyway;
        text = theme.base;
    } else if (style.level == Level::Controlled && style.fill == theme.ctrl) {
        fill = theme.onCtrl;
        text = theme.ctrl;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(badge.rect, 8.5, 8.5);
    const QPointF left(badge.rect.left() + 6, badge.rect.center().y());
    paintIcon(painter, QRectF(left - QPointF(0, iconSize / 2), QSizeF(iconSize, iconSize)), badge.icon, text);
    paintText(painter, left + QPointF(iconSize + 3, 4), badge.text, text, 11, true);
}

void paintFindings(QPainter& painter, const CardShape& card, const CardStyle& style, const ComponentMark& mark, double leftEnd,
                   const Theme& theme) {
    double x = card.rect.right() - 10;
    const double middle = badgeRow(card);
    if (mark.findings > 0) {
        const QString count = QString::number(mark.findings);
        const double width = textRoom(count, 12, true);
        x -= width;
        paintText(painter, {x, middle + 4.3}, count, style.text, 12, true);
        x -= 17;
        paintSeverity(painter, QRectF(x, middle - 7, 14, 14), mark.worst, theme);
        x -= 8;
    }
    if (x - 26 > leftEnd) paintUnknownPill(painter, {x, middle}, mark.unknown, style.badge);
}

} // namespace

double badgeRow(const CardShape& card) { return card.rect.bottom() - 12.5; }

double badgesEnd(const CardShape& card, const ComponentMark& mark, const Look& look) {
    const std::vector<Badge> badges = badgesOf(card, mark, look.overlay.isBlast());
    return badges.empty() ? card.rect.left() + 18 : badges.back().rect.right();
}

void paintBadges(QPainter& painter, const CardShape& card, const CardStyle& style, const ComponentMark& mark,
                 const Look& look) {
    const std::vector<Badge> badges = badgesOf(card, mark, look.overlay.isBlast());
    for (const Badge& badge : badges) {
        if (badge.pill) {
            paintPill(painter, badge, style, look.theme);
            continue;
        }
        const QPointF left(badge.rect.left(), badge.rect.center().y());
        paintIcon(painter, QRectF(left - QPointF(0, iconSize / 2), QSizeF(iconSize, iconSize)), badge.icon, style.badge);
        paintText(painter, left + QPointF(iconSize + 3, 4), badge.text, style.badge, 11);
    }
    if (look.overlay.lens == Lens::Design)
        paintFindings(painter, card, style, mark, badges.empty() ? card.rect.left() + 18 : badges.back().rect.right(),
                      look.theme);
}

} // namespace sallyport::diagram
