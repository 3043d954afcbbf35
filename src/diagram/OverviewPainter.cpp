// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Painting.h"
#include "diagram/Surface.h"
#include "diagram/Text.h"

#include <QHash>
#include <QList>
#include <QPainter>

#include <map>

namespace sallyport::diagram {

namespace {

/// Rectangles and lines by colour: a few hundred drawing calls for thousands of elements. What lies on cards comes after
/// the cards. The order of colours is fixed, so that a file written from them is the same every time.
class Batches {
public:
    /// hairline: in scene pixels; 0 is one pixel of the device, which vanishes on paper.
    explicit Batches(double hairline) : hairline_(hairline) {}

    void fill(const QRectF& rect, const QColor& colour) { fills_[colour.rgb()].append(rect); }
    void onTop(const QRectF& rect, const QColor& colour) { tops_[colour.rgb()].append(rect); }
    void line(const QLineF& line, const QColor& colour) { lines_[colour.rgb()].append(line); }
    void frame(const QRectF& rect, const QColor& colour) { frames_[colour.rgb()].append(rect); }

    void paintLines(QPainter& painter) {
        for (const auto& [colour, lines] : lines_) {
            painter.setPen(QPen(QColor(colour), hairline_));
            painter.drawLines(lines);
        }
        lines_.clear();
    }
    void paintBoxes(QPainter& painter) {
        painter.setPen(Qt::NoPen);
        for (const auto* layer : {&fills_, &tops_})
            for (const auto& [colour, rects] : *layer) {
                painter.setBrush(QColor(colour));
                painter.drawRects(rects);
            }
        painter.setBrush(Qt::NoBrush);
        for (const auto& [colour, rects] : frames_) {
            painter.setPen(QPen(QColor(colour), hairline_));
            painter.drawRects(rects);
        }
        fills_.clear();
        tops_.clear();
        frames_.clear();
    }

private:
    double hairline_;
    std::map<QRgb, QList<QRectF>> fills_, tops_, frames_;
    std::map<QRgb, QList<QLineF>> lines_;
};

struct CardColours {
    QColor ground, ink, frame;
    double filled = 1; ///< share of the height, from the bottom
};

CardColours coloursOf(const CardShape& card, const ComponentMark* mark, const Look& look) {
    const Theme& theme = look.theme;
    const QColor& behind = theme.ground(card.depth);
    if (look.overlay.isBlast()) {
        if (mark == nullptr || mark->level == Level::None)
            return {mixed(theme.card, behind, 0.6), dimmed(theme.dim, behind), theme.dim, 0};
        const LevelStyle style = levelStyle(theme, mark->level, mark->openAnyway);
        const double filled = mark->level == Level::Reachable ? 1 : (static_cast<double>(mark->breadth) + 1) / 3;
        return {theme.card, style.line, style.line, filled};
    }
    if (look.overlay.lens == Lens::Coverage) {
        if (mark == nullptr || !mark->status || *mark->status == Status::NotApplicable)
            return {mixed(theme.card, behind, 0.6), theme.dim, theme.dim, 0};
        const bool open = *mark->status == Status::Unknown;
        return {theme.card, theme.status(*mark->status), theme.status(*mark->status), open ? 0.0 : 1.0};
    }
    return {theme.card, theme.familyColour(card.kind), theme.cardLine, 1};
}

void addCard(Batches& batches, const CardShape& card, const ComponentMark* mark, const Look& look) {
    const CardColours colours = coloursOf(card, mark, look);
    const QRectF& rect = card.rect;
    const bool sketch = look.overlay.lens == Lens::Design && rect.height() * look.scale >= 9;
    if (sketch) {
        // Enough room for a hint of the card itself: tile, name, second line.
        batches.fill(rect, colours.ground);
        const double side = rect.height() * 0.44;
        batches.onTop(QRectF(rect.left() + 12, rect.center().y() - side / 2, side, side), colours.ink);
        const double x = rect.left() + 24 + side, width = rect.right() - 14 - x;
        batches.onTop(QRectF(x, rect.top() + rect.height() * 0.32, width * 0.85, rect.height() * 0.11), look.theme.ink2);
        batches.onTop(QRectF(x, rect.top() + rect.height() * 0.58, width * 0.55, rect.height() * 0.09), look.theme.lineStrong);
    } else if (colours.filled >= 1) {
        batches.fill(rect, colours.ink);
    } else {
        batches.fill(QRectF(rect.left(), rect.top(), rect.width(), rect.height() * (1 - colours.filled)), colours.ground);
        if (colours.filled > 0)
            batches.fill(QRectF(rect.left(), rect.bottom() - rect.height() * colours.filled, rect.width(),
                                rect.height() * colours.filled),
                         colours.ink);
    }
    batches.frame(rect, colours.frame);
}

QColor flowColour(const FlowShape& flow, const Look& look) {
    if (look.overlay.lens == Lens::Design) return look.theme.flow;
    if (!look.overlay.isBlast()) return look.theme.dim;
    const auto mark = look.overlay.flows.constFind(flow.id.value);
    if (mark == look.overlay.flows.constEnd() || mark->light == FlowLight::Dim) return look.theme.dim;
    return mark->light == FlowLight::Opened ? look.theme.flow : levelStyle(look.theme, mark->level, false).line;
}

class Overview {
public:
    Overview(QPainter& painter, const Drawing& drawing, const Look& look, const QRectF& exposed, const QSet<QString>& selected)
        : painter_(painter),
          drawing_(drawing),
          look_(look),
          exposed_(exposed),
          selected_(selected),
          hairline_(isRaster(painter) ? 0 : 0.7 / look.scale),
          batches_(hairline_) {}

    void paint() {
        painter_.setRenderHint(QPainter::Antialiasing, false);
        paintZones();
        paintFlows();
        for (const auto& [id, card] : drawing_.cards())
            if (isShown(card.rect)) addCard(batches_, card, markOf(card), look_);
        batches_.paintBoxes(painter_);
        for (const auto& [id, note] : drawing_.notes()) {
            if (!isShown(note.rect)) continue;
            batches_.fill(note.rect, look_.theme.note);
            batches_.frame(note.rect, look_.theme.noteLine);
        }
        batches_.paintBoxes(painter_);
        paintRings();
    }

private:
    bool isShown(const QRectF& rect) const { return exposed_.isNull() || rect.intersects(exposed_); }

    const ComponentMark* markOf(const CardShape& card) const {
        const auto mark = look_.overlay.components.constFind(card.id.value);
        return mark == look_.overlay.components.constEnd() ? nullptr : &*mark;
    }

    void paintZones() {
        for (const ZoneShape* zone : drawing_.zonesOutsideIn()) {
            if (!isShown(zone->rect)) continue;
            painter_.setPen(QPen(look_.theme.zoneLine, hairline_));
            painter_.setBrush(look_.theme.ground(zone->depth));
            painter_.drawRect(zone->rect);
            const double strip = 24 * look_.scale;
            if (strip < 14 && !zone->collapsed) continue;
            const int size = static_cast<int>(11 / look_.scale);
            const QPointF at = zone->collapsed ? QPointF(12, zone->rect.height() / 2 + size * 0.36) : QPointF(12, 20);
            paintText(painter_, zone->rect.topLeft() + at, elided(zone->name, zone->rect.width() - 24, size, true),
                      look_.theme.zoneText, size, true);
        }
    }

    void paintFlows() {
        for (const auto& [id, flow] : drawing_.flows()) {
            const QColor colour = flowColour(flow, look_);
            for (std::size_t i = 1; i < flow.points.size(); ++i) {
                const QLineF line(flow.points[i - 1], flow.points[i]);
                if (isShown(QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1))) batches_.line(line, colour);
            }
        }
        batches_.paintLines(painter_);
        if (!look_.overlay.hasPath()) return;
        for (const auto& [id, flow] : drawing_.flows()) {
            if (!look_.overlay.onPath(id.value)) continue;
            painter_.setBrush(Qt::NoBrush);
            painter_.setPen(QPen(look_.theme.path, 4 / look_.scale));
            painter_.drawPolyline(flow.points.data(), static_cast<int>(flow.points.size()));
            painter_.setPen(QPen(look_.theme.pathCore, 1.6 / look_.scale));
            painter_.drawPolyline(flow.points.data(), static_cast<int>(flow.points.size()));
        }
    }

    void paintRings() {
        painter_.setBrush(Qt::NoBrush);
        const double pixel = 1 / look_.scale;
        const auto ring = [&](const QRectF& rect, const QColor& colour, double width) {
            painter_.setPen(QPen(colour, width * pixel, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter_.drawRect(rect.adjusted(-2 * pixel, -2 * pixel, 2 * pixel, 2 * pixel));
        };
        if (look_.overlay.isBlast())
            for (const auto& [id, card] : drawing_.cards())
                if (const ComponentMark* mark = markOf(card); mark != nullptr && mark->start)
                    ring(card.rect, look_.theme.seed, 2.5);
        for (const auto& [id, card] : drawing_.cards())
            if (const ComponentMark* mark = markOf(card)) paintChange(painter_, card.rect, mark->change, look_);
        painter_.setBrush(Qt::NoBrush);
        for (const QString& id : selected_) {
            if (const CardShape* card = drawing_.card({id})) ring(card->rect, look_.theme.accent, 2);
            if (const ZoneShape* zone = drawing_.zone({id})) ring(zone->rect, look_.theme.accent, 2);
        }
    }

    QPainter& painter_;
    const Drawing& drawing_;
    const Look& look_;
    const QRectF exposed_;
    const QSet<QString>& selected_;
    double hairline_;
    Batches batches_;
};

} // namespace

void paintOverview(QPainter& painter, const Drawing& drawing, const Look& look, const QRectF& exposed,
                   const QSet<QString>& selected) {
    Overview(painter, drawing, look, exposed, selected).paint();
}

} // namespace sallyport::diagram
