// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/CardStyle.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "diagram/SpatialIndex.h"

#include <QPainter>

#include <algorithm>
#include <map>

namespace sallyport::diagram {

namespace {

constexpr double pitch = 21;     // between discs side by side
constexpr double chokeRoom = 18; // for the glyph of a choke point, right of its disc

/// A place on a flow's line that its label leaves free, the n-th of several.
QPointF onFlow(const Drawing& drawing, const FlowShape& flow, int n) {
    const auto onCard = [&](const QRectF& disc) {
        const CardShape *source = drawing.card(flow.source), *target = drawing.card(flow.target);
        return (source != nullptr && source->rect.adjusted(-6, -6, 6, 6).intersects(disc)) ||
               (target != nullptr && target->rect.intersects(disc));
    };
    std::vector<Segment> segments = segmentsOf(0, flow.points);
    std::ranges::stable_sort(segments, std::greater{}, [](const Segment& segment) { return segment.to - segment.from; });
    std::vector<QPointF> free;
    for (const Segment& segment : segments) {
        for (const double share : {0.5, 0.3, 0.7, 0.18, 0.82}) {
            const double along = segment.from + (segment.to - segment.from) * share;
            const QPointF at = segment.horizontal ? QPointF(along, segment.at) : QPointF(segment.at, along);
            const QRectF disc(at - QPointF(11, 11), QSizeF(22, 22));
            const bool covered =
                disc.intersects(flow.label.rect) ||
                std::ranges::any_of(flow.crossings, [&](const Crossing& crossing) { return disc.contains(crossing.at); }) ||
                disc.contains(flow.tip) || onCard(disc);
            const bool taken =
                std::ranges::any_of(free, [&](const QPointF& other) { return disc.adjusted(-9, -9, 9, 9).contains(other); });
            if (!covered && !taken) free.push_back(at);
        }
    }
    if (free.empty()) return segments.front().box().center();
    return free[std::min(static_cast<std::size_t>(n), free.size() - 1)];
}

} // namespace

std::vector<std::optional<QPointF>> pathStopPlaces(const Drawing& drawing, const Overlay& overlay) {
    std::vector<std::optional<QPointF>> places;
    std::map<std::pair<QString, int>, int> used; // discs already at an element: beside it 0, on a flow 2
    std::map<QString, double> row;               // the room taken in a card's row of badges
    const Look look(Theme::light(), overlay);
    for (const PathStop& stop : overlay.path) {
        if (stop.at == StopAt::Flow) {
            const FlowShape* flow = drawing.flow({stop.element});
            places.push_back(flow == nullptr || flow->points.size() < 2
                                 ? std::nullopt
                                 : std::optional(onFlow(drawing, *flow, used[{stop.element, 2}]++)));
            continue;
        }
        const CardShape* card = drawing.card({stop.element});
        if (card == nullptr) {
            places.push_back(std::nullopt);
            continue;
        }
        const ComponentMark mark = overlay.components.value(stop.element);
        const double beside = card->rect.left() - (mark.start ? 19 : 14);
        if (stop.at != StopAt::Component) {
            const double x = badgesEnd(*card, mark, look) + 13 + row[stop.element], needed = stop.choke ? chokeRoom : 0;
            if (x + needed + 8 < card->rect.right()) {
                row[stop.element] += pitch + needed;
                places.emplace_back(QPointF(x, badgeRow(*card)));
                continue;
            }
        }
        const int n = used[{stop.element, 0}]++;
        const int away = (n + 1) / 2;
        const double y = stop.at == StopAt::Component ? card->rect.center().y() : badgeRow(*card);
        places.emplace_back(QPointF(beside, y + (n % 2 == 1 ? pitch : -pitch) * away));
    }
    return places;
}

void paintPathStops(QPainter& painter, const Drawing& drawing, const Look& look) {
    if (!look.overlay.isBlast() || look.overlay.path.empty() || look.detail == Detail::Overview) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<std::optional<QPointF>> places = pathStopPlaces(drawing, look.overlay);
    const std::size_t shown =
        look.overlay.pathShown < 0 ? places.size() : std::min(places.size(), static_cast<std::size_t>(look.overlay.pathShown));
    // Numbers stay readable when zoomed out.
    const double larger = look.detail == Detail::Full ? 1 : std::clamp(0.85 / look.scale, 1.0, 2.0);
    for (std::size_t i = 0; i < shown; ++i) {
        if (!places[i]) continue;
        painter.save();
        // Without badges there is no row to stand in: the disc sits on the card's lower edge.
        const StopAt at = look.overlay.path[i].at;
        const bool homeless = look.detail != Detail::Full && at != StopAt::Component && at != StopAt::Flow;
        painter.translate(*places[i] + QPointF(0, homeless ? 14 : 0));
        painter.scale(larger, larger);
        paintDisc(painter, {}, look.overlay.path[i].number, look.theme);
        painter.restore();
        if (!look.overlay.path[i].choke) continue;
        // Right of the disc; beside a card, on its other side.
        const bool beside = look.overlay.path[i].at == StopAt::Component;
        const QPointF centre = *places[i] + QPointF(beside ? -19 : 19, 0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.theme.pathHalo);
        painter.drawEllipse(centre, 9, 9);
        paintIcon(painter, QRectF(centre - QPointF(8, 8), QSizeF(16, 16)), icons::choke, look.theme.path);
    }
}

} // namespace sallyport::diagram
