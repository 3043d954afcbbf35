// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Glyphs.h"
#include "diagram/Hatching.h"
#include "diagram/Icons.h"
#include "diagram/Painting.h"
#include "diagram/Text.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double radius = 10;
constexpr double borderWidth = 1.5;

void paintChip(QPainter& painter, const Chip& chip, const Look& look) {
    if (chip.rect.isNull()) return;
    const double round = chip.round ? chip.rect.height() / 2 : 4;
    painter.setPen(QPen(look.theme.zoneText, 1.1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(chip.rect.adjusted(0.5, 0.5, -0.5, -0.5), round, round);
    double x = chip.rect.left() + 7;
    if (!chip.icon.isEmpty()) {
        paintIcon(painter, QRectF(x - 1, chip.rect.center().y() - 6, 12, 12), chip.icon, look.theme.zoneText);
        x += 14;
    }
    paintText(painter, {x, chip.rect.center().y() + 3.6}, chip.text, look.theme.zoneText, 10);
}

// Findings and unknown answers of the zone itself stand left of its tag.
void paintZoneMark(QPainter& painter, const ZoneShape& zone, const Look& look) {
    const auto mark = look.overlay.zones.constFind(zone.id.value);
    if (mark == look.overlay.zones.constEnd()) return;
    double x = (zone.tag.isNull() ? zone.rect.right() : zone.tag.left()) - 10;
    const double y = zone.rect.top() + 14, title = titleEnd(zone);
    if (look.overlay.lens == Lens::Coverage && mark->status) {
        paintStatus(painter, QRectF(x - 16, y - 8, 16, 16), *mark->status, look.theme);
        return;
    }
    if (look.overlay.lens != Lens::Design) return;
    if (mark->findings > 0) {
        const QString count = QString::number(mark->findings);
        const double width = textWidth(count, 11, true);
        if (x - width - 18 < title) return;
        paintText(painter, {x - width, y + 4}, count, look.theme.zoneText, 11, true);
        x -= width + 17;
        paintSeverity(painter, QRectF(x, y - 7, 14, 14), mark->worst, look.theme);
        x -= 6;
    }
    if (x - 40 > title) paintUnknownPill(painter, {x, y}, mark->unknown, look.theme.zoneText);
}

ComponentMark worstInside(const ZoneShape& zone, const Look& look) {
    ComponentMark worst;
    for (const model::ComponentId& id : zone.inside) {
        const auto mark = look.overlay.components.constFind(id.value);
        if (mark == look.overlay.components.constEnd()) continue;
        worst.start = worst.start || mark->start;
        const auto rank = [](const ComponentMark& one) { return std::tuple(!one.openAnyway, one.level, one.breadth); };
        if (mark->level != Level::None && (worst.level == Level::None || rank(*mark) > rank(worst))) {
            worst.level = mark->level;
            worst.breadth = mark->breadth;
            worst.openAnyway = mark->openAnyway;
        }
    }
    return worst;
}

void paintCollapsed(QPainter& painter, const ZoneShape& zone, const Look& look) {
    const Theme& theme = look.theme;
    const ComponentMark worst = look.overlay.isBlast() ? worstInside(zone, look) : ComponentMark{};
    const bool hot = worst.level != Level::None;
    const LevelStyle style = levelStyle(theme, worst.level, worst.openAnyway);
    const QColor fill = hot ? style.fill : theme.ground(zone.depth), line = hot ? style.line : theme.zoneLine;
    const QColor text = hot ? style.text : theme.zoneText;
    painter.setPen(QPen(line, borderWidth));
    painter.setBrush(fill);
    painter.drawRoundedRect(zone.rect, radius, radius);
    painter.setPen(QPen(hot && worst.level == Level::Controlled && !worst.openAnyway ? theme.onCtrl : line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(zone.rect.adjusted(4, 4, -4, -4), radius - 4, radius - 4);
    const double x = zone.rect.left() + 54, y = zone.rect.top();
    paintIcon(painter, QRectF(zone.rect.left() + 20, y + 13, 22, 22), iconOf(zone.kind), text);
    if (look.detail == Detail::Reduced) {
        const int size = static_cast<int>(std::ceil(std::max(13.0, 11 / look.scale)));
        paintText(painter, {x, zone.rect.center().y() + size * 0.36}, elided(zone.name, zone.rect.right() - 10 - x, size, true),
                  text, size, true);
        return;
    }
    paintText(painter, {x, y + 23}, elided(zone.name, zone.rect.right() - 10 - x, 13, true), text, 13, true);
    const QString count =
        zone.components == 1 ? QStringLiteral("1 component") : QStringLiteral("%1 components").arg(zone.components);
    paintText(painter, {x, y + 38}, elided(count, zone.rect.right() - 10 - x, 11), text, 11);
    if (!hot) return;
    paintLevel(painter, QRectF(x, y + 43, 12, 12), worst.level, worst.openAnyway, text);
    paintText(painter, {x + 15, y + 53}, word(worst.level, worst.breadth), text, 11, true);
}

void paintWhole(QPainter& painter, const ZoneShape& zone, const Look& look) {
    const Theme& theme = look.theme;
    painter.setRenderHint(QPainter::Antialiasing);
    if (zone.collapsed) return paintCollapsed(painter, zone, look);
    painter.setPen(QPen(theme.zoneLine, borderWidth));
    painter.setBrush(theme.ground(zone.depth));
    painter.drawRoundedRect(zone.rect, radius, radius);
    if (zone.sealed) {
        painter.setPen(QPen(theme.zoneLine, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(zone.rect.adjusted(4, 4, -4, -4), radius - 4, radius - 4);
    }
    const QPointF corner = zone.rect.topLeft();
    if (look.detail == Detail::Reduced) {
        const int size = static_cast<int>(std::clamp(std::ceil(11 / look.scale), 12.0, 24.0));
        paintText(painter, corner + QPointF(12, 6 + size * 0.8), elided(zone.name, zone.rect.width() - 24, size, true),
                  theme.zoneText, size, true);
        return;
    }
    paintIcon(painter, QRectF(corner + QPointF(12, 6), QSizeF(16, 16)), iconOf(zone.kind), theme.zoneText);
    paintText(painter, corner + QPointF(34, 18.5), elided(zone.name, zone.rect.width() - 46, 12, true), theme.zoneText, 12,
              true);
    for (const Chip& chip : zone.chips) paintChip(painter, chip, look);
    paintZoneMark(painter, zone, look);
}

} // namespace

void paintZone(QPainter& painter, const ZoneShape& zone, const Look& look) {
    paintWhole(painter, zone, look);
    paintChange(painter, zone.rect, look.overlay.zones.value(zone.id.value).change, look);
}

void paintZoneTag(QPainter& painter, const ZoneShape& zone, const Look& look) {
    if (zone.tag.isNull() || look.detail != Detail::Full) return;
    const Theme& theme = look.theme;
    painter.setRenderHint(QPainter::Antialiasing);
    const bool known = zone.trust.has_value();
    painter.setPen(known ? QPen(theme.zoneLine, 1.25) : dottedPen(theme.zoneLine, 1.4));
    painter.setBrush(theme.label);
    painter.drawRoundedRect(zone.tag, 4, 4);
    const double y = zone.tag.center().y() + 4;
    const double inside = textWidth(zone.insideTrust, 11, true);
    if (zone.outsideTrust.isEmpty()) {
        const double word = textWidth(QStringLiteral("trust"), 11), x = zone.tag.center().x() - (word + 4 + inside) / 2;
        paintText(painter, {x, y}, QStringLiteral("trust"), theme.zoneText, 11);
        paintText(painter, {x + word + 4, y}, zone.insideTrust, theme.zoneText, 11, known);
        return;
    }
    const double outside = textWidth(zone.outsideTrust, 11);
    double x = zone.tag.center().x() - (outside + 19 + inside) / 2;
    paintText(painter, {x, y}, zone.outsideTrust, theme.zoneText, 11);
    x += outside + 5;
    // An arrowhead at a wall: from outside to inside.
    const double middle = zone.tag.center().y();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.zoneText);
    painter.drawPolygon(QPolygonF({{x, middle - 3.5}, {x + 5.5, middle}, {x, middle + 3.5}}));
    painter.fillRect(QRectF(x + 6.5, middle - 4.5, 1.6, 9), theme.zoneText);
    paintText(painter, {x + 14, y}, zone.insideTrust, theme.zoneText, 11, known);
}

} // namespace sallyport::diagram
