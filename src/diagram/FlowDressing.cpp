// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double cornerRadius = 8;
constexpr double hopRadius = 7;
constexpr double headLength = 10;

bool isTokenKind(model::Authn authn) {
    using enum model::Authn;
    return authn == Bearer || authn == Dpop || authn == MtlsToken || authn == WorkloadToken || authn == SignedRequest ||
           authn == StaticToken;
}

/// Whether the target checks who calls; the reading of the blast-radius engine, with unknown left unknown.
Head headOf(const model::Model& model, const model::Flow& flow) {
    if (!flow.authn) return Head::Unknown;
    if (*flow.authn == model::Authn::None || *flow.authn == model::Authn::NetworkLocation) return Head::NotChecked;
    if (!isTokenKind(*flow.authn)) return Head::Checked;
    const auto checks = [&](const char* member) {
        return model.has(flow.target, QStringLiteral("token_check.") + QLatin1StringView(member));
    };
    if (const auto signature = checks("signature_or_introspection")) return *signature ? Head::Checked : Head::NotChecked;
    return checks("*") == false ? Head::NotChecked : Head::Unknown;
}

LineStyle styleOf(std::optional<model::Tls> tls) {
    if (!tls) return LineStyle::Unknown;
    switch (*tls) {
        case model::Tls::None:
            return LineStyle::Plain;
        case model::Tls::Tls12:
            return LineStyle::Tls12;
        case model::Tls::Tls13:
            return LineStyle::Tls13;
    }
    return LineStyle::Unknown;
}

std::vector<model::ZoneId> chainOf(const Drawing::Data& data, int node) {
    std::vector<model::ZoneId> chain;
    for (std::optional<model::ZoneId> zone = data.node(node).zone; zone && chain.size() < 1000;) {
        chain.push_back(*zone);
        zone = data.zones.at(*zone).parent;
    }
    return chain;
}

/// The innermost zone around both.
const model::Zone* commonZone(const model::Model& model, const model::ComponentId& one, const model::ComponentId& other) {
    const auto zoneOf = [&](const model::ComponentId& id) -> const model::Zone* {
        const model::Component* component = model.components.find(id);
        return component != nullptr && component->zone ? model.zones.find(*component->zone) : nullptr;
    };
    const auto outwards = [&](const model::Zone* zone) { return zone->parent ? model.zones.find(*zone->parent) : nullptr; };
    int guard = 0;
    for (const model::Zone* a = zoneOf(one); a != nullptr && guard < 1000; a = outwards(a))
        for (const model::Zone* b = zoneOf(other); b != nullptr && guard < 1000; b = outwards(b), ++guard)
            if (a->id == b->id) return a;
    return nullptr;
}

/// Of the outermost zone an end is in; a collapsed zone stands for its content.
model::Number rootTrust(const Drawing::Data& data, int node, const std::vector<model::ZoneId>& chain) {
    if (!chain.empty()) return data.zones.at(chain.back()).trust;
    return data.node(node).collapsed ? data.zones.at(*data.node(node).collapsed).trust : std::nullopt;
}

TrustStep stepBetween(const model::Number& from, const model::Number& to) {
    if (!from || !to) return TrustStep::Unknown;
    return *to > *from ? TrustStep::More : *to < *from ? TrustStep::Less : TrustStep::Equal;
}

void crossBorder(const QRectF& rect, TrustStep step, FlowShape& flow) {
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        const QPointF a = flow.points[i - 1], b = flow.points[i];
        const bool alongX = std::abs(a.y() - b.y()) <= std::abs(a.x() - b.x());
        const double low = alongX ? std::min(a.x(), b.x()) : std::min(a.y(), b.y());
        const double high = alongX ? std::max(a.x(), b.x()) : std::max(a.y(), b.y());
        const double across = alongX ? a.y() : a.x();
        if (across < (alongX ? rect.top() : rect.left()) || across > (alongX ? rect.bottom() : rect.right())) continue;
        for (const double border : {alongX ? rect.left() : rect.top(), alongX ? rect.right() : rect.bottom()})
            if (border > low && border <= high)
                flow.crossings.push_back({alongX ? QPointF(border, across) : QPointF(across, border), step, alongX});
    }
}

} // namespace

QPainterPath roundedLine(const std::vector<QPointF>& points, const std::vector<Hop>& hops) {
    QPainterPath path(points.front());
    const auto lineTo = [&](const QPointF& from, const QPointF& to) {
        if (std::abs(from.y() - to.y()) > 0.01 || hops.empty()) return path.lineTo(to);
        const bool rightwards = to.x() > from.x();
        std::vector<Hop> here;
        for (const Hop& hop : hops)
            if (std::abs(hop.y - from.y()) < 0.01 && hop.from > std::min(from.x(), to.x()) &&
                hop.to < std::max(from.x(), to.x()))
                here.push_back(hop);
        std::ranges::sort(here, {}, &Hop::from);
        if (!rightwards) std::ranges::reverse(here);
        for (const Hop& hop : here) {
            const double y = hop.y, r = hopRadius;
            const double start = rightwards ? hop.from : hop.to, end = rightwards ? hop.to : hop.from;
            const double sign = rightwards ? 1 : -1;
            path.lineTo(start, y);
            path.arcTo(QRectF(rightwards ? start : start - 2 * r, y - r, 2 * r, 2 * r), rightwards ? 180 : 0, -90 * sign);
            path.lineTo(end - sign * r, y - r);
            path.arcTo(QRectF(rightwards ? end - 2 * r : end, y - r, 2 * r, 2 * r), 90, -90 * sign);
        }
        path.lineTo(to);
    };
    QPointF from = points.front();
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF corner = points[i];
        const QLineF in(points[i - 1], corner), out(corner, points[i + 1]);
        const double radius = std::min({cornerRadius, in.length() / 2, out.length() / 2});
        if (radius < 0.5) continue;
        const QPointF enter = corner - (in.p2() - in.p1()) / in.length() * radius;
        const QPointF leave = corner + (out.p2() - out.p1()) / out.length() * radius;
        lineTo(from, enter);
        path.quadTo(corner, leave);
        from = leave;
    }
    lineTo(from, points.back());
    return path;
}

void describe(FlowShape& flow, const model::Model& model) {
    const model::Flow* row = model.flows.find(flow.id);
    flow.source = row->source;
    flow.target = row->target;
    flow.name = model.nameOf(flow.id.value);
    flow.style = styleOf(row->tls);
    flow.head = headOf(model, *row);
    if (const model::Zone* zone = commonZone(model, row->source, row->target); zone != nullptr && zone->implicitTrust == true)
        flow.head = Head::NotChecked; // inside, whoever is inside is believed
}

void findCrossings(const Drawing::Data& data, const Wire& wire, FlowShape& flow) {
    flow.crossings.clear();
    const std::vector<model::ZoneId> from = chainOf(data, wire.source), to = chainOf(data, wire.target);
    const auto cross = [&](const std::vector<model::ZoneId>& own, const std::vector<model::ZoneId>& other, bool leaving) {
        const int otherEnd = leaving ? wire.target : wire.source;
        for (const model::ZoneId& id : own) {
            if (std::ranges::find(other, id) != other.end()) continue;
            const ZoneShape& zone = data.zones.at(id);
            // What is around an outermost zone has no trust of its own: what counts is where the call goes, or comes from.
            const model::Number outside = zone.outermost ? rootTrust(data, otherEnd, other) : zone.trustAround;
            const TrustStep step = leaving ? stepBetween(zone.trust, outside) : stepBetween(outside, zone.trust);
            crossBorder(zone.rect, step, flow);
        }
    };
    cross(from, to, true);
    cross(to, from, false);
    flow.depth = -1;
    for (const model::ZoneId& id : from)
        if (std::ranges::find(to, id) != to.end()) {
            flow.depth = data.zones.at(id).depth;
            break;
        }
}

std::vector<Hop> findHops(const Drawing::Data& data, int wire, const FlowShape& flow) {
    std::vector<Hop> hops;
    const Wire& own = data.wire(wire);
    std::vector<Segment> others;
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        const QPointF a = flow.points[i - 1], b = flow.points[i];
        if (std::abs(a.y() - b.y()) > 0.01) continue;
        const double left = std::min(a.x(), b.x()) + cornerRadius + hopRadius,
                     right = std::max(a.x(), b.x()) - cornerRadius - hopRadius;
        if (right <= left) continue;
        others.clear();
        data.segments.near(QRectF(left, a.y(), right - left, 0), others);
        std::vector<double> crossed;
        for (const Segment& other : others) {
            if (other.horizontal || other.wire == wire || other.at < left || other.at > right) continue;
            if (own.shared && data.wire(other.wire).shared && data.wire(other.wire).bundle == own.bundle) continue;
            if (other.from < a.y() - 2 && other.to > a.y() + 2) crossed.push_back(other.at);
        }
        std::ranges::sort(crossed);
        for (const double x : crossed) {
            // Neighbours share one bridge.
            if (!hops.empty() && hops.back().y == a.y() && x - hopRadius <= hops.back().to + 2)
                hops.back().to = x + hopRadius;
            else
                hops.push_back({x - hopRadius, x + hopRadius, a.y()});
        }
    }
    return hops;
}

void drawLine(FlowShape& flow) {
    if (flow.points.size() < 2) return;
    const QPointF end = flow.points.back(), before = flow.points[flow.points.size() - 2];
    const double length = QLineF(before, end).length();
    flow.tip = end;
    flow.direction = length > 0 ? (end - before) / length : QPointF(0, 1);
    std::vector<QPointF> cut = flow.points;
    cut.back() = end - flow.direction * std::min(headLength - 1, length * 0.7);
    flow.plain = roundedLine(cut, {});
    flow.line = flow.hops.empty() ? flow.plain : roundedLine(cut, flow.hops);
    flow.branch = {};
}

namespace {

/// What is left of a piece, in its own direction, where none of the others runs on top of it.
std::vector<QLineF> uncovered(const QPointF& a, const QPointF& b, const std::vector<Segment>& drawn) {
    const bool horizontal = std::abs(a.y() - b.y()) <= std::abs(a.x() - b.x());
    const double at = horizontal ? a.y() : a.x();
    const double low = horizontal ? std::min(a.x(), b.x()) : std::min(a.y(), b.y());
    const double high = horizontal ? std::max(a.x(), b.x()) : std::max(a.y(), b.y());
    std::vector<std::pair<double, double>> covered;
    for (const Segment& segment : drawn)
        if (segment.horizontal == horizontal && std::abs(segment.at - at) < 0.5) covered.emplace_back(segment.from, segment.to);
    std::ranges::sort(covered);
    std::vector<QLineF> left;
    const auto add = [&](double from, double to) {
        if (to - from > 0.5) left.push_back(horizontal ? QLineF(from, at, to, at) : QLineF(at, from, at, to));
    };
    double reached = low;
    for (const auto& [from, to] : covered) {
        add(reached, std::min(from, high));
        reached = std::max(reached, to);
    }
    add(reached, high);
    const bool backwards = horizontal ? b.x() < a.x() : b.y() < a.y();
    if (!backwards) return left;
    std::ranges::reverse(left);
    for (QLineF& line : left) line.setPoints(line.p2(), line.p1());
    return left;
}

} // namespace

void drawBranch(FlowShape& flow, const std::vector<Segment>& drawn) {
    flow.branch = {};
    std::vector<QPointF> run;
    const auto finish = [&] {
        if (run.size() >= 2) flow.branch.addPath(roundedLine(run, flow.hops));
        run.clear();
    };
    for (std::size_t i = 1; i < flow.points.size(); ++i) {
        for (const QLineF& line : uncovered(flow.points[i - 1], flow.points[i], drawn)) {
            if (run.empty() || QLineF(run.back(), line.p1()).length() > 0.5) {
                finish();
                run.push_back(line.p1());
            }
            run.push_back(line.p2());
        }
    }
    finish();
}

void moveFlow(FlowShape& flow, const QPointF& by) {
    for (QPointF& point : flow.points) point += by;
    flow.line.translate(by);
    flow.plain.translate(by);
    flow.branch.translate(by);
    flow.tip += by;
    for (Crossing& crossing : flow.crossings) crossing.at += by;
    for (Hop& hop : flow.hops) hop = {hop.from + by.x(), hop.to + by.x(), hop.y + by.y()};
    if (!flow.label.rect.isNull()) flow.label.rect.translate(by);
}

} // namespace sallyport::diagram
