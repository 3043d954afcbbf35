// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"
#include "diagram/Hatching.h"
#include "diagram/Icons.h"
#include "diagram/Painting.h"
#include "diagram/SpatialIndex.h"
#include "diagram/Surface.h"
#include "diagram/Text.h"

#include <QList>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

struct FlowStyle {
    QColor colour;
    double width = 2;
    bool onPath = false;
    bool dim = false;
};

FlowStyle flowStyle(const FlowShape& flow, const Look& look) {
    const Theme& theme = look.theme;
    FlowStyle style{theme.flow, flow.style == LineStyle::Tls12 ? 1.4 : 2.0, false, false};
    if (look.overlay.lens == Lens::Coverage) {
        const auto mark = look.overlay.flows.constFind(flow.id.value);
        if (mark == look.overlay.flows.constEnd() || !mark->status || *mark->status == Status::NotApplicable) {
            style.colour = theme.dim;
            style.dim = true;
        } else {
            style.colour = theme.status(*mark->status);
        }
        return style;
    }
    if (!look.overlay.isBlast()) return style;
    const FlowMark mark = look.overlay.flows.value(flow.id.value);
    style.onPath = look.overlay.onPath(flow.id.value);
    switch (mark.light) {
        case FlowLight::Dim:
            style.colour = theme.dim;
            style.dim = !style.onPath;
            break;
        case FlowLight::Opened:
            style.colour = theme.ink;
            break;
        case FlowLight::Lit:
            // The controlled fill is made for large areas; as a line it is the same colour on every ground.
            style.colour = levelStyle(theme, mark.level, false).line;
            style.width = 3.5;
            break;
    }
    return style;
}

QPen linePen(LineStyle line, const QColor& colour, double width) {
    switch (line) {
        case LineStyle::Plain:
            return dashedPen(colour, width, 8, 5);
        case LineStyle::Unknown: {
            QPen pen(colour, width, Qt::CustomDashLine, Qt::RoundCap);
            pen.setDashPattern({0.1 / width, std::max(4.6, width * 1.9) / width});
            return pen;
        }
        case LineStyle::Tls12:
        case LineStyle::Tls13:
            break;
    }
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
}

void paintHead(QPainter& painter, const FlowShape& flow, const QColor& colour, double size, const Look& look) {
    const QPointF along = flow.direction, across(-along.y(), along.x());
    const QPointF base = flow.tip - along * 11 * size;
    const QPolygonF head({flow.tip - along * 0.6, base + across * 5 * size, base - across * 5 * size});
    switch (flow.head) {
        case Head::Checked:
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            break;
        case Head::NotChecked:
            painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.setBrush(look.theme.label);
            break;
        case Head::Unknown:
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.theme.label);
            painter.drawPolygon(head);
            painter.setPen(dottedPen(colour, 1.5));
            painter.setBrush(Qt::NoBrush);
            break;
    }
    painter.drawPolygon(head);
}

void paintCrossing(QPainter& painter, const Crossing& crossing, const Look& look) {
    const double half = look.detail == Detail::Full ? 5.5 : 3;
    const QPointF at = crossing.at;
    const QColor& colour = look.theme.zoneLine;
    if (crossing.step == TrustStep::Equal) {
        const QPointF across = crossing.alongX ? QPointF(0, half + 0.5) : QPointF(half + 0.5, 0);
        painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(at - across, at + across);
        return;
    }
    const double reach = crossing.step == TrustStep::More ? half : half - 0.5;
    const QPolygonF diamond({at + QPointF(0, -reach), at + QPointF(reach, 0), at + QPointF(0, reach), at + QPointF(-reach, 0)});
    switch (crossing.step) {
        case TrustStep::More:
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            break;
        case TrustStep::Less:
            painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            painter.setBrush(look.theme.label);
            break;
        default:
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.theme.label);
            painter.drawPolygon(diamond);
            painter.setPen(dottedPen(colour, 1.6));
            painter.setBrush(Qt::NoBrush);
            break;
    }
    painter.drawPolygon(diamond);
}

/// On pixels, dots as one batch of squares of the line's width, only where they are seen: a stroker makes a round outline
/// of each, which costs fifty times as much, and at two pixels nobody sees the difference.
void paintDots(QPainter& painter, const QPainterPath& line, const FlowStyle& style, const QRectF& exposed) {
    const double pitch = std::max(4.6, style.width * 1.9) + 0.1;
    const QPointF half(style.width / 2, style.width / 2);
    const QRectF area = exposed.adjusted(-8, -8, 8, 8);
    QList<QRectF> dots;
    for (const QPolygonF& polygon : line.toSubpathPolygons()) {
        double next = 0; // along the piece; carried over, so that dots keep their places whatever is seen of the line
        for (qsizetype i = 1; i < polygon.size(); ++i) {
            const QPointF from = polygon[i - 1], run = polygon[i] - from;
            const double length = std::hypot(run.x(), run.y());
            const bool seen = exposed.isNull() || QRectF(from, polygon[i]).normalized().adjusted(-1, -1, 1, 1).intersects(area);
            for (; seen && next <= length; next += pitch)
                if (const QPointF at = from + run * (length > 0 ? next / length : 0); exposed.isNull() || area.contains(at))
                    dots.append({at - half, QSizeF(style.width, style.width)});
            next = seen ? next - length : std::fmod(next - length, pitch);
            if (next < 0) next += pitch;
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.colour);
    painter.drawRects(dots);
}

bool isExposed(const FlowShape& flow, const QRectF& exposed) {
    if (exposed.isNull()) return true;
    const QRectF area = exposed.adjusted(-12, -12, 12, 12);
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        const QPointF a = flow.points[i - 1], b = flow.points[i];
        if (std::min(a.x(), b.x()) <= area.right() && std::max(a.x(), b.x()) >= area.left() &&
            std::min(a.y(), b.y()) <= area.bottom() && std::max(a.y(), b.y()) >= area.top())
            return true;
    }
    return false;
}

// Of a solid line that leaves the area far behind, only what is in it: stroking costs by length. Dashes must keep their
// place along the line and are stroked whole.
QPainterPath lineWithin(const FlowShape& flow, bool hops, const QRectF& exposed) {
    const QPainterPath& whole = hops ? flow.line : flow.plain;
    if (exposed.isNull() || flow.style == LineStyle::Plain || flow.style == LineStyle::Unknown) return whole;
    const QRectF area = exposed.adjusted(-40, -40, 40, 40);
    if (area.adjusted(-400, -400, 400, 400).contains(boundsOfPoints(flow.points))) return whole;
    const auto inside = [&](const QPointF& point) {
        return QPointF(std::clamp(point.x(), area.left(), area.right()), std::clamp(point.y(), area.top(), area.bottom()));
    };
    std::vector<QPointF> points = flow.points, run;
    points.back() -= flow.direction * std::min(9.0, QLineF(points[points.size() - 2], points.back()).length() * 0.7);
    QPainterPath path;
    const auto finish = [&] {
        if (run.size() >= 2) path.addPath(roundedLine(run, hops ? flow.hops : std::vector<Hop>()));
        run.clear();
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF a = points[i - 1], b = points[i];
        const bool touches = std::min(a.x(), b.x()) <= area.right() && std::max(a.x(), b.x()) >= area.left() &&
                             std::min(a.y(), b.y()) <= area.bottom() && std::max(a.y(), b.y()) >= area.top();
        if (!touches) {
            finish();
            continue;
        }
        if (run.empty()) run.push_back(inside(a));
        run.push_back(inside(b));
        if (run.back() != b) finish();
    }
    finish();
    return path;
}

void paintPathLine(QPainter& painter, const FlowShape& flow, const Look& look) {
    const Theme& theme = look.theme;
    const auto stroke = [&](const QColor& colour, double width) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(flow.line);
    };
    stroke(theme.pathHalo, 11);
    stroke(theme.path, 8);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(linePen(flow.style, theme.pathCore, 3.5));
    painter.drawPath(flow.line);
    FlowShape solid;
    solid.tip = flow.tip;
    solid.direction = flow.direction;
    solid.head = Head::Checked;
    paintHead(painter, solid, theme.path, 1.35, look);
}

void paintArrow(QPainter& painter, double left, double width, double y, LabelPart::Way way, const QColor& colour) {
    if (way == LabelPart::Way::Unknown) {
        paintCentred(painter, {left + width / 2, y}, QStringLiteral("?"), colour, 11, true);
        return;
    }
    const double right = left + width - 0.5;
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(left + 0.5, y), QPointF(right, y));
    if (way != LabelPart::Way::There)
        painter.drawPolyline(QPolygonF({{left + 4, y - 3.2}, {left + 0.5, y}, {left + 4, y + 3.2}}));
    if (way != LabelPart::Way::Back)
        painter.drawPolyline(QPolygonF({{right - 3.5, y - 3.2}, {right, y}, {right - 3.5, y + 3.2}}));
}

// The label's arrows are seen along the flow; on paper a flow may run to the left or upwards.
LabelPart::Way onPaper(LabelPart::Way way, const FlowShape& flow) {
    const QPointF run = flow.points.back() - flow.points.front();
    const bool leftwards = std::abs(run.x()) > std::abs(run.y()) && run.x() < 0;
    if (!leftwards) return way;
    return way == LabelPart::Way::There ? LabelPart::Way::Back : way == LabelPart::Way::Back ? LabelPart::Way::There : way;
}

} // namespace

void paintFlow(QPainter& painter, const FlowShape& flow, const Look& look, const QRectF& exposed) {
    if (flow.points.size() < 2 || !isExposed(flow, exposed)) return;
    const FlowStyle style = flowStyle(flow, look);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChange(painter, flow.plain, look.overlay.flows.value(flow.id.value).change, look);
    if (style.onPath) {
        paintPathLine(painter, flow, look);
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(linePen(flow.style, style.colour, style.width));
        // On the trunk of a bundle a flow that shows more than the others is drawn whole.
        const bool whole = flow.branch.isEmpty() || (look.overlay.lens != Lens::Design && !style.dim);
        if (flow.style == LineStyle::Unknown && look.detail == Detail::Full && isRaster(painter))
            paintDots(painter, whole ? flow.line : flow.branch, style, exposed);
        else if (!whole)
            painter.drawPath(flow.branch);
        else
            painter.drawPath(lineWithin(flow, look.detail == Detail::Full, exposed));
        if (whole) paintHead(painter, flow, style.colour, style.width > 3 ? 1.25 : 1, look);
    }
    for (const Crossing& crossing : flow.crossings) paintCrossing(painter, crossing, look);
}

void paintFlowLabel(QPainter& painter, const FlowShape& flow, const Look& look) {
    const FlowLabel& label = flow.label;
    if (label.rect.isNull() || look.detail != Detail::Full) return;
    const Theme& theme = look.theme;
    const bool dim = flowStyle(flow, look).dim;
    const QColor& ground = theme.ground(flow.depth);
    const auto inked = [&](const QColor& colour) { return dim ? dimmed(colour, ground) : colour; };
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inked(theme.isDark ? theme.lineStrong : theme.line), 1));
    painter.setBrush(dim ? mixed(theme.label, ground, 0.7) : theme.label);
    painter.drawRoundedRect(label.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const double middle = label.rect.center().y();
    for (const LabelPart& part : label.parts) {
        const double x = label.rect.left() + part.x;
        const QColor colour = inked(part.faint ? theme.ink2 : theme.ink);
        switch (part.kind) {
            case LabelPart::Kind::Icon:
                paintIcon(painter, QRectF(x, middle - 5.5, 11, 11), part.value, inked(theme.ink2));
                break;
            case LabelPart::Kind::Arrow:
                paintArrow(painter, x, part.width, middle, onPaper(part.way, flow), colour);
                break;
            case LabelPart::Kind::Text:
            case LabelPart::Kind::Bold:
                paintText(painter, {x, middle + 4}, part.value, colour, 11, part.kind == LabelPart::Kind::Bold);
                break;
        }
    }
}

} // namespace sallyport::diagram
