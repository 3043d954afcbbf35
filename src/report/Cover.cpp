// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Words.h"
#include "diagram/Icons.h"
#include "report/Material.h"

#include <QPainter>

#include <algorithm>

namespace sallyport::report {

namespace {

struct Fact {
    QString label, value;
};

/// The design without its words: zones, lines, and what kind of thing stands where.
void paintPicture(QPainter& painter, const QRectF& target, const diagram::Drawing& drawing) {
    const diagram::Theme& theme = diagram::Theme::light();
    const QRectF bounds = drawing.bounds();
    const double scale = std::min({0.7, target.width() / bounds.width(), target.height() / bounds.height()});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(target.left() + (target.width() - bounds.width() * scale) / 2, target.bottom() - bounds.height() * scale);
    painter.scale(scale, scale);
    painter.translate(-bounds.topLeft());
    for (const diagram::ZoneShape* zone : drawing.zonesOutsideIn()) {
        painter.setPen(QPen(theme.zoneLine, 1.5));
        painter.setBrush(theme.ground(zone->depth));
        painter.drawRoundedRect(zone->rect, 10, 10);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.flow, 1.75));
    for (const auto& [id, flow] : drawing.flows()) painter.drawPath(flow.plain);
    for (const auto& [id, card] : drawing.cards()) {
        painter.setPen(QPen(theme.cardLine, 1.5));
        painter.setBrush(theme.card);
        painter.drawPath(diagram::outline(card));
        const QRectF icon(card.rect.center() - QPointF(16, 16), QSizeF(32, 32));
        diagram::paintIcon(painter, icon, diagram::iconOf(card.kind), theme.familyColour(card.kind));
    }
}

} // namespace

void writeCover(Book& book, const Material& material) {
    book.newBarePage();
    const double left = page::margin, right = page::upright.width() - page::margin;
    const diagram::Theme& theme = material.theme;

    book.paint([left, &theme](QPainter& painter) {
        diagram::paintIcon(painter, QRectF(left - 1, 58, 34, 34), QStringLiteral("app-sallyport"), theme.accent);
    });
    const QString house = material.options.organisation.isEmpty() ? QStringLiteral("Sallyport") : material.options.organisation;
    book.paint(textPaint({left + 42, 79}, charts::cut(house, right - left - 42, 10), {10, 14, {}, theme.ink2}));

    book.paint(textPaint({left, 184}, Words::tr("Trust-boundary review"), {13, 18, charts::Weight::Bold, theme.accent}));
    // A long title takes a smaller size, then a second line.
    double size = 34;
    while (size > 20 && charts::textWidth(material.title, size, charts::Weight::Bold) > right - left) size -= 2;
    QStringList titleLines = charts::lines(material.title, right - left, size, charts::Weight::Bold);
    if (titleLines.size() > 3)
        titleLines = titleLines.mid(0, 2) << charts::cut(titleLines.mid(2).join(u' '), right - left, size);
    double y = 184 + size * 1.22;
    for (const QString& line : titleLines) {
        book.paint(textPaint({left, y}, line, {size, 0, charts::Weight::Bold}));
        y += size * 1.16;
    }
    y += 2;
    if (const model::Meta* notes = material.model.meta.find(QStringLiteral("notes"))) {
        const QString first = notes->value.section(QStringLiteral("\n\n"), 0, 0).simplified();
        QStringList lines = charts::lines(first, (right - left) * 0.72, 11);
        if (lines.size() > 4) lines = lines.mid(0, 4);
        if (!lines.isEmpty() && lines.size() == 4) lines.last() = charts::cut(lines.last() + u'…', (right - left) * 0.72, 11);
        for (const QString& line : lines) {
            book.paint(textPaint({left, y}, line, {11, 17, {}, theme.ink2}));
            y += 17;
        }
    }

    std::vector<Fact> facts;
    const auto add = [&](const QString& label, const QString& value) {
        if (!value.isEmpty()) facts.push_back({label, value});
    };
    add(Words::tr("Owner"), material.options.owner);
    add(Words::tr("Reviewers"), material.options.reviewers);
    add(Words::tr("Date"), charts::dateText(material.today.toString(Qt::ISODate)));
    add(Words::tr("Status"), material.options.status);
    add(Words::tr("Scope"),
        Words::tr("%1, %2").arg(
            charts::counted(material.model.components.size(), Words::tr("component"), Words::tr("components")),
            charts::counted(material.model.flows.size(), Words::tr("flow"), Words::tr("flows"))));
    const double factsTop = 726;
    book.paint(rulePaint(left, right, factsTop));
    const double step = (right - left) / static_cast<double>(std::max<std::size_t>(4, facts.size()));
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const double x = left + step * static_cast<double>(i);
        book.paint(textPaint({x, factsTop + 16}, facts[i].label, style::caption));
        book.paint(
            textPaint({x, factsTop + 30}, charts::cut(facts[i].value, step - 8, 9.5, charts::Weight::Bold), style::strong));
    }
    book.paint(textPaint({left, 800}, Words::tr("The model indicates; it does not certify."), style::caption));

    if (material.drawings.empty()) return;
    const QRectF picture(left, y + 24, right - left, factsTop - 18 - (y + 24));
    book.paint([&material, picture](QPainter& painter) { paintPicture(painter, picture, material.drawings.front()); });
}

} // namespace sallyport::report
