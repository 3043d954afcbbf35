// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"
#include "diagram/Icons.h"
#include "diagram/Text.h"

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr int textSize = 11;
constexpr double height = 18;
constexpr double iconSize = 11;
constexpr double longestName = 120;

using Kind = LabelPart::Kind;

void add(FlowLabel& label, Kind kind, const QString& value, bool faint = false) {
    label.parts.push_back({kind, value, 0, 0, LabelPart::Way::Both, faint});
}

// From left to right; gaps tell what belongs together.
void layOut(FlowLabel& label) {
    double x = 7;
    for (std::size_t i = 0; i < label.parts.size(); ++i) {
        LabelPart& part = label.parts[i];
        const bool icon = part.kind == Kind::Icon;
        if (i > 0) x += part.kind == Kind::Arrow ? 7 : label.parts[i - 1].kind == Kind::Icon && !icon ? 3 : 5;
        part.x = x;
        part.width = iconSize;
        if (part.kind == Kind::Arrow) part.width = 13;
        if (part.kind == Kind::Text || part.kind == Kind::Bold)
            part.width = std::ceil(textWidth(part.value, textSize, part.kind == Kind::Bold) * 1.06);
        x += part.width;
    }
    label.rect = label.parts.empty() ? QRectF() : QRectF(0, 0, std::ceil(x + 5), height);
}

QString named(const QString& name, double width = longestName) { return elided(name, width, textSize); }

LabelPart::Way wayOf(const std::vector<const model::FlowData*>& moved) {
    std::optional<model::Direction> common;
    for (const model::FlowData* row : moved) {
        if (!row->direction) return LabelPart::Way::Unknown;
        if (common && *common != *row->direction) return LabelPart::Way::Both;
        common = row->direction;
    }
    switch (common.value_or(model::Direction::Both)) {
        case model::Direction::ToTarget:
            return LabelPart::Way::There;
        case model::Direction::FromTarget:
            return LabelPart::Way::Back;
        case model::Direction::Both:
            return LabelPart::Way::Both;
    }
    return LabelPart::Way::Both;
}

const char* spoken(LabelPart::Way way) {
    switch (way) {
        case LabelPart::Way::Both:
            return "both ways";
        case LabelPart::Way::There:
            return "to the target";
        case LabelPart::Way::Back:
            return "from the target";
        case LabelPart::Way::Unknown:
            return "which way is unknown";
    }
    return "";
}

void addData(FlowLabel& label, QStringList& sentence, const FlowFacts& facts, const model::FlowId& flow) {
    const auto moved = facts.data.constFind(flow);
    if (moved == facts.data.constEnd()) return;
    const LabelPart::Way way = wayOf(*moved);
    QStringList names;
    for (const model::FlowData* row : *moved) names.append(facts.model.nameOf(row->data.value));
    label.parts.push_back({Kind::Arrow, {}, 0, 0, way, false});
    add(label, Kind::Icon, icons::data);
    add(label, Kind::Text,
        names.size() == 1 ? named(names.front()) : named(names.front()) + QStringLiteral(" +%1").arg(names.size() - 1));
    sentence.append(names.join(QStringLiteral(", ")) + QStringLiteral(" (%1)").arg(QString::fromLatin1(spoken(way))));
}

/// What a label must keep off, gathered once for a flow.
struct Surroundings {
    std::vector<QRectF> solid; ///< cards, titles, tags, labels
    std::vector<QLineF> borders;
    std::vector<Segment> lines;
    std::vector<Segment> trunk; ///< of the others in the same bundle
};

/// areas: of the pieces, with room for the label on them.
Surroundings around(const Drawing::Data& data, int wire, const FlowShape& flow, const std::vector<QRectF>& areas) {
    Surroundings found;
    std::vector<int> numbers;
    for (const QRectF& area : areas) {
        numbers.clear();
        data.boxes.near(area, numbers);
        for (const int number : numbers)
            if (data.node(number).rect.intersects(area)) found.solid.push_back(data.node(number).rect.adjusted(-3, -3, 3, 3));
        numbers.clear();
        data.labels.near(area, numbers);
        for (const int number : numbers) {
            const auto other = data.flows.find(data.wire(number).id);
            if (number != wire && other != data.flows.end() && other->second.label.rect.intersects(area))
                found.solid.push_back(other->second.label.rect.adjusted(-3, -3, 3, 3));
        }
        data.segments.near(area, found.lines);
    }
    const auto isNear = [&](const QRectF& rect) {
        return std::ranges::any_of(areas, [&](const QRectF& area) { return area.intersects(rect); });
    };
    for (const auto& [id, zone] : data.zones) {
        if (!isNear(zone.rect.adjusted(-10, -10, 10, 10))) continue;
        found.solid.push_back(titleRect(zone));
        if (!zone.tag.isNull()) found.solid.push_back(zone.tag.adjusted(-3, -1, 3, 1));
        const QRectF& rect = zone.rect;
        found.borders.insert(found.borders.end(),
                             {QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.bottomLeft(), rect.bottomRight()),
                              QLineF(rect.topLeft(), rect.bottomLeft()), QLineF(rect.topRight(), rect.bottomRight())});
    }
    for (const auto& [id, note] : data.notes)
        if (isNear(note.rect)) found.solid.push_back(note.rect);
    // A line near two pieces was found twice.
    const auto key = [](const Segment& line) { return std::tuple(line.wire, line.horizontal, line.at, line.from); };
    std::ranges::sort(found.lines, {}, key);
    found.lines.erase(std::unique(found.lines.begin(), found.lines.end(),
                                  [&](const Segment& a, const Segment& b) { return key(a) == key(b); }),
                      found.lines.end());
    const QString& bundle = data.wire(wire).bundle;
    const auto rest = std::stable_partition(found.lines.begin(), found.lines.end(), [&](const Segment& line) {
        return line.wire != wire && !(flow.bundled > 1 && data.wire(line.wire).bundle == bundle);
    });
    if (flow.bundled > 1) found.trunk.assign(rest, found.lines.end());
    found.lines.erase(rest, found.lines.end());
    return found;
}

bool touches(const QLineF& border, const QRectF& rect) {
    return std::min(border.x1(), border.x2()) <= rect.right() && std::max(border.x1(), border.x2()) >= rect.left() &&
           std::min(border.y1(), border.y2()) <= rect.bottom() && std::max(border.y1(), border.y2()) >= rect.top();
}

bool isFree(const QRectF& rect, const Surroundings& around) {
    return std::ranges::none_of(around.solid, [&](const QRectF& box) { return box.intersects(rect); }) &&
           std::ranges::none_of(around.borders,
                                [&](const QLineF& border) { return touches(border, rect.adjusted(-2, -2, 2, 2)); });
}

// What stands on other lines is hard to assign; a bundle's label belongs where most of its flows run together.
double disturbance(const QRectF& rect, const Surroundings& around) {
    double cost = 0;
    for (const Segment& line : around.trunk)
        if (line.box().adjusted(-1, -1, 1, 1).contains(rect.center())) cost -= 30;
    for (const Segment& line : around.lines) {
        const QRectF box = line.box();
        if (box.left() <= rect.right() && box.right() >= rect.left() && box.top() <= rect.bottom() &&
            box.bottom() >= rect.top())
            cost += 120;
    }
    return cost;
}

/// The pieces of a route a label may stand on: without corners, and without the head.
struct Piece {
    Segment segment;
    double from, to;
};

std::vector<Piece> pieces(const FlowShape& flow) {
    std::vector<Piece> found;
    const std::vector<Segment> segments = segmentsOf(0, flow.points);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const bool forward =
            segments[i].horizontal ? flow.points[i].x() < flow.points[i + 1].x() : flow.points[i].y() < flow.points[i + 1].y();
        const double start = i == 0 ? 4 : 8, end = i + 1 == segments.size() ? 15 : 8;
        found.push_back({segments[i], segments[i].from + (forward ? start : end), segments[i].to - (forward ? end : start)});
    }
    return found;
}

std::optional<QRectF> bestPlace(const std::vector<Piece>& pieces, const QSizeF& size, const Surroundings& around) {
    double longest = 0, cheapest = 1e9;
    for (const Piece& piece : pieces) longest = std::max(longest, piece.to - piece.from);
    std::optional<QRectF> best;
    for (const Piece& piece : pieces) {
        const bool horizontal = piece.segment.horizontal;
        const double needed = horizontal ? size.width() : size.height();
        const double slack = piece.to - piece.from - needed;
        if (slack < 0) continue;
        const double middle = (piece.from + piece.to) / 2, step = std::max(6.0, slack / 40);
        for (double off = 0; off <= slack / 2; off += step) {
            for (const double along : {middle - off, middle + off}) {
                QRectF rect({}, size);
                rect.moveCenter(horizontal ? QPointF(along, piece.segment.at) : QPointF(piece.segment.at, along));
                rect.moveTopLeft({std::round(rect.left()), std::round(rect.top())});
                const double cost = off * 0.5 + (longest - (piece.to - piece.from)) * 0.4;
                if (cost - 30 * static_cast<double>(around.trunk.size()) >= cheapest || !isFree(rect, around)) continue;
                const double whole = cost + disturbance(rect, around);
                if (whole >= cheapest) continue;
                cheapest = whole;
                best = rect;
            }
        }
    }
    return best;
}

} // namespace

FlowFacts::FlowFacts(const model::Model& model) : model(model) {
    for (const model::FlowData& row : model.flowData) data[row.flow].push_back(&row);
}

FlowLabel fullLabel(const FlowFacts& facts, const model::Flow& flow, int bundled) {
    FlowLabel label;
    QStringList sentence{flow.tls ? model::label(*flow.tls) : QStringLiteral("TLS unknown")};
    const model::Identity* caller = flow.callerIdentity ? facts.model.identities.find(*flow.callerIdentity) : nullptr;
    add(label, Kind::Icon, iconOf(flow.tls));
    if (bundled > 1) {
        add(label, Kind::Bold, QString::number(bundled));
        add(label, Kind::Text, caller != nullptr ? QStringLiteral("as ") + named(caller->name) : QStringLiteral("flows"));
        sentence.prepend(QStringLiteral("%1 flows").arg(bundled));
    } else if (caller != nullptr) {
        add(label, Kind::Icon, iconOf(caller->kind));
        add(label, Kind::Text, named(caller->name));
    } else if (flow.name && !flow.name->isEmpty()) {
        add(label, Kind::Text, named(*flow.name));
    }
    if (caller != nullptr) sentence.append(QStringLiteral("as ") + caller->name);
    if (flow.tls == model::Tls::Tls12) add(label, Kind::Text, QStringLiteral("TLS 1.2"), true);
    if (bundled <= 1) addData(label, sentence, facts, flow.id);
    // A padlock alone says no more than the line does.
    if (label.parts.size() == 1) label.parts.clear();
    label.text = sentence.join(QStringLiteral(" \u00b7 "));
    layOut(label);
    return label;
}

FlowLabel shorter(FlowLabel label, int step) {
    if (step >= 2) label.parts.erase(std::ranges::find(label.parts, Kind::Arrow, &LabelPart::kind), label.parts.end());
    // The line says how it is encrypted, too.
    if (step >= 3)
        std::erase_if(label.parts,
                      [](const LabelPart& part) { return part.faint || part.value.startsWith(QStringLiteral("lock-")); });
    for (LabelPart& part : label.parts)
        if (part.kind == Kind::Text && !part.faint) part.value = named(part.value, step >= 4 ? 52 : 80);
    if (std::ranges::none_of(label.parts, [](const LabelPart& part) { return part.kind == Kind::Text; })) label.parts.clear();
    layOut(label);
    return label;
}

void placeLabel(const Drawing::Data& data, int wire, FlowShape& flow, const FlowLabel& full) {
    flow.label = full;
    if (full.parts.empty() || (flow.bundled > 1 && !flow.bundleLead)) {
        flow.label.rect = {};
        return;
    }
    const std::vector<Piece> places = pieces(flow);
    std::vector<QRectF> areas;
    for (const Piece& piece : places) {
        const bool horizontal = piece.segment.horizontal;
        areas.push_back(piece.segment.box().adjusted(horizontal ? 0 : -full.rect.width() / 2 - 4, horizontal ? -14 : 0,
                                                     horizontal ? 0 : full.rect.width() / 2 + 4, horizontal ? 14 : 0));
    }
    const Surroundings surroundings = around(data, wire, flow, areas);
    for (int step = 0; step <= 4; ++step) {
        const FlowLabel label = step == 0 ? full : shorter(full, step);
        if (label.parts.empty()) break;
        if (const auto rect = bestPlace(places, label.rect.size(), surroundings)) {
            flow.label = label;
            flow.label.rect = *rect;
            return;
        }
    }
    flow.label.rect = {};
}

void centreLabel(FlowShape& flow) {
    if (flow.label.rect.isNull() || flow.points.size() < 2) return;
    const std::vector<Piece> places = pieces(flow);
    const auto longest = std::ranges::max_element(places, {}, [](const Piece& piece) { return piece.to - piece.from; });
    const double along = (longest->from + longest->to) / 2;
    flow.label.rect.moveCenter(longest->segment.horizontal ? QPointF(along, longest->segment.at)
                                                           : QPointF(longest->segment.at, along));
}

} // namespace sallyport::diagram
