// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Legend.h"

#include "diagram/Glyphs.h"
#include "diagram/Hatching.h"
#include "diagram/Icons.h"
#include "diagram/Painting.h"
#include "diagram/Text.h"

#include <QPainter>

#include <cmath>
#include <functional>

namespace sallyport::diagram {

namespace {

constexpr double rowHeight = 24;
constexpr double gap = 14;

/// A sign with its word. The sign is painted with its left centre at the point.
struct Entry {
    QString text;
    double signWidth = 0;
    std::function<void(QPainter&, const QPointF&, const Theme&)> sign;
    bool rule = false; ///< a dividing line before it
};

QRectF at(const QPointF& left, double width, double height) { return QRectF(left.x(), left.y() - height / 2, width, height); }

Entry level(Level level) {
    return {word(level), 38, [level](QPainter& painter, const QPointF& left, const Theme& theme) {
                paintLevelSwatch(painter, at(left, 20, 20), level, Breadth::All, false, theme);
                paintLevel(painter, at(left + QPointF(25, 0), 13, 13), level, false, theme.ink);
            }};
}

Entry breadth(Breadth breadth, const char* text) {
    return {QString::fromLatin1(text), 20, [breadth](QPainter& painter, const QPointF& left, const Theme& theme) {
                painter.setPen(QPen(theme.ink, 1));
                for (int i = 0; i < 3; ++i) {
                    painter.setBrush(i <= static_cast<int>(breadth) ? QBrush(theme.ink) : QBrush(Qt::NoBrush));
                    painter.drawRect(QRectF(left.x() + i * 6.5, left.y() - 5, 5, 10));
                }
            }};
}

Entry openAnyway() {
    return {QStringLiteral("open anyway"), 38, [](QPainter& painter, const QPointF& left, const Theme& theme) {
                paintLevelSwatch(painter, at(left, 20, 20), Level::Exposed, Breadth::All, true, theme);
                paintLevel(painter, at(left + QPointF(25, 0), 13, 13), Level::Exposed, true, theme.ink);
            }};
}

Entry path() {
    return {QStringLiteral("path"), 24, [](QPainter& painter, const QPointF& left, const Theme& theme) {
                painter.fillRect(at(left, 22, 8), theme.path);
                painter.fillRect(at(left, 22, 3.5), theme.pathCore);
            }};
}

Entry start() {
    return {QStringLiteral("start"), 16, [](QPainter& painter, const QPointF& left, const Theme& theme) {
                paintIcon(painter, at(left, 15, 15), icons::start, theme.ink);
            }};
}

Entry status(Status status) {
    return {word(status), 18, [status](QPainter& painter, const QPointF& left, const Theme& theme) {
                paintStatus(painter, at(left, 16, 16), status, theme);
            }};
}

Entry change(Change change) {
    return {word(change), 34, [change](QPainter& painter, const QPointF& left, const Theme& theme) {
                const Overlay none;
                paintChange(painter, at(left + QPointF(5, 1), 17, 8), change, Look(theme, none));
            }};
}

std::vector<Entry> entriesOf(const Overlay& overlay) {
    std::vector<Entry> entries;
    if (overlay.isBlast()) {
        entries = {level(Level::Reachable),
                   level(Level::Callable),
                   level(Level::Exposed),
                   level(Level::Controlled),
                   breadth(Breadth::One, "one user"),
                   breadth(Breadth::Live, "live"),
                   breadth(Breadth::All, "all")};
        entries[4].rule = true;
        const std::size_t scales = entries.size();
        if (overlay.hasOpenAnyway()) entries.push_back(openAnyway());
        if (overlay.hasPath()) entries.push_back(path());
        if (overlay.hasStart()) entries.push_back(start());
        if (entries.size() > scales) entries[scales].rule = true;
    } else if (overlay.lens == Lens::Coverage) {
        for (const Status each : {Status::Satisfied, Status::Partial, Status::Violated, Status::Unknown, Status::NotApplicable})
            entries.push_back(status(each));
    }
    const std::size_t lens = entries.size();
    for (const Change each : {Change::Added, Change::Changed, Change::Removed})
        if (overlay.has(each)) entries.push_back(change(each));
    if (entries.size() > lens) entries[lens].rule = true;
    return entries;
}

/// Calls place(entry, left centre of its sign, whether a rule goes before it); returns the room taken.
template <class Place>
QSizeF flowed(const std::vector<Entry>& entries, double width, Place place) {
    if (entries.empty()) return {};
    double x = 0, y = rowHeight / 2, widest = 0;
    for (const Entry& entry : entries) {
        const double room = entry.signWidth + 4 + std::ceil(textRoom(entry.text, 12));
        const double lead = x == 0 ? 0 : entry.rule ? gap + 13 : gap;
        if (x > 0 && x + lead + room > width) {
            x = 0;
            y += rowHeight;
        } else {
            x += lead;
        }
        place(entry, QPointF(x, y), entry.rule && x > 0);
        x += room;
        widest = std::max(widest, x);
    }
    return {widest, y + rowHeight / 2};
}

} // namespace

QSizeF legendSize(const Overlay& overlay, double width) {
    return flowed(entriesOf(overlay), width, [](const Entry&, const QPointF&, bool) {});
}

void paintLegend(QPainter& painter, const QRectF& rect, const Theme& theme, const Overlay& overlay) {
    painter.setRenderHint(QPainter::Antialiasing);
    flowed(entriesOf(overlay), rect.width(), [&](const Entry& entry, const QPointF& place, bool rule) {
        const QPointF left = rect.topLeft() + place;
        if (rule) painter.fillRect(QRectF(left.x() - 15, left.y() - 10, 1, 20), theme.line);
        entry.sign(painter, left, theme);
        paintText(painter, left + QPointF(entry.signWidth + 4, 4.3), entry.text, theme.ink, 12);
    });
}

} // namespace sallyport::diagram
