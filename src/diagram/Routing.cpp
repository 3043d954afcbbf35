// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr double inset = 18;  // ports keep off the corners
constexpr double widest = 56; // between neighbouring ports
constexpr int smallestBundle = 3;
// Searches are kept to smaller areas where there are many flows, and left out where there are very many: elbows then.
constexpr double largestArea = 12e6; // square pixels that are searched at all
constexpr qsizetype manyWires = 600, veryManyWires = 3000;

std::size_t mostBoxesFor(qsizetype wires) { return wires < manyWires ? 150 : wires < veryManyWires ? 60 : 0; }
constexpr std::array<Side, 4> allSides{Side::Top, Side::Right, Side::Bottom, Side::Left};

using Data = Drawing::Data;

double sideLength(const QRectF& rect, Side side) { return isUpright(side) ? rect.width() : rect.height(); }
double sideStart(const QRectF& rect, Side side) { return isUpright(side) ? rect.left() : rect.top(); }
double sideInset(const QRectF& rect, Side side) { return std::min(inset, sideLength(rect, side) / 5); }

QPointF onSide(const QRectF& rect, Side side, double along) {
    switch (side) {
        case Side::Top:
            return {along, rect.top()};
        case Side::Bottom:
            return {along, rect.bottom()};
        case Side::Left:
            return {rect.left(), along};
        case Side::Right:
            return {rect.right(), along};
    }
    return {};
}

Port middleOf(const QRectF& rect, Side side) {
    return {onSide(rect, side, sideStart(rect, side) + sideLength(rect, side) / 2), side};
}

/// Ports of two rects for a first look at a pair of sides: straight where the sides face each other and overlap.
std::pair<Port, Port> roughPorts(const QRectF& source, Side leaves, const QRectF& target, Side enters) {
    Port from = middleOf(source, leaves), to = middleOf(target, enters);
    if (isUpright(leaves) == isUpright(enters) && leaves != enters) {
        const double low = std::max(sideStart(source, leaves) + inset, sideStart(target, enters) + inset);
        const double high = std::min(sideStart(source, leaves) + sideLength(source, leaves),
                                     sideStart(target, enters) + sideLength(target, enters)) -
                            inset;
        if (high >= low) {
            const double middle = (low + high) / 2;
            from.at = onSide(source, leaves, middle);
            to.at = onSide(target, enters, middle);
        }
    }
    return {from, to};
}

// Diagrams read from top to bottom: a route between rows leaves below and enters above rather than cutting a corner, and
// nothing leaves away from where it goes.
double habit(const QRectF& source, Side leaves, const QRectF& target, Side enters, std::size_t points) {
    const double gapY = std::max(target.top() - source.bottom(), source.top() - target.bottom());
    const double gapX = std::max(target.left() - source.right(), source.left() - target.right());
    const bool upright = isUpright(leaves) && isUpright(enters), level = !isUpright(leaves) && !isUpright(enters);
    double cost = 0;
    if (leaves == Side::Top && target.bottom() > source.top()) cost += 40;
    if (enters == Side::Bottom && target.bottom() > source.top()) cost += 40;
    if (leaves == Side::Left && target.left() > source.right()) cost += 25;
    if (leaves == Side::Right && target.right() < source.left()) cost += 25;
    if (!upright && !level) return cost + 44;
    if (leaves == enters) cost += 20;
    if (level && gapX > 0 && gapY > 0) cost += 26;
    const double gap = upright ? gapY : gapX;
    if (points > 2 && gap > 0 && gap < 40) cost += (40 - gap) * 2;
    return cost;
}

class Router {
public:
    Router(Data& data, std::map<model::FlowId, FlowShape>& before)
        : data_(data), before_(before), mostBoxes_(mostBoxesFor(data.wireOf.size())) {}

    std::set<int> run(const std::set<int>& wires, const std::set<int>& nodes, const std::vector<QRectF>& claimed) {
        std::set<int> placing = wires;
        for (const int node : nodes)
            for (const int wire : data_.node(node).wires) placing.insert(wire);
        std::erase_if(placing, [&](int wire) { return !data_.wire(wire).alive; });
        for (const int wire : placing) data_.segments.remove(wire);
        for (const int wire : data_.byId(placing)) choose(wire);
        std::set<int> bundled;
        for (const int wire : placing)
            if (!data_.wire(wire).bundle.isEmpty())
                for (const int other : data_.node(data_.wire(wire).target).wires) bundled.insert(other);
        for (const int wire : data_.byId(bundled)) agree(wire, placing);

        std::set<int> routing = placing;
        for (const auto& [node, side] : touchedSides_)
            for (const int wire : data_.node(node).wires)
                if (data_.wire(wire).placed && sits(data_.wire(wire), node, side)) routing.insert(wire);
        for (const auto& [node, side] : touchedSides_) assignPorts(node, side);
        for (const int wire : data_.byId(routing)) straighten(wire);
        addDisplaced(claimed, routing);
        std::set<int> all = routed(routing);
        const std::set<int> crossed = uncrossed();
        routed(crossed);
        all.insert(crossed.begin(), crossed.end());
        return all;
    }

private:
    static bool sits(const Wire& wire, int node, Side side) {
        return (wire.source == node && wire.leaves == side) || (wire.target == node && wire.enters == side);
    }

    void touch(int node, Side side) {
        if (node >= 0) touchedSides_.insert({node, side});
    }

    void choose(int number) {
        Wire& wire = data_.wire(number);
        if (wire.placed) {
            touch(wire.source, wire.leaves);
            touch(wire.target, wire.enters);
        }
        wire.placed = true;
        const QRectF source = data_.node(wire.source).rect, target = data_.node(wire.target).rect;
        if (wire.bends) {
            sidesOfBends(wire, source, target);
        } else if (wire.source == wire.target) {
            wire.leaves = Side::Right;
            wire.enters = Side::Bottom;
        } else {
            cheapestSides(wire);
        }
        touch(wire.source, wire.leaves);
        touch(wire.target, wire.enters);
    }

    struct Choice {
        Side leaves, enters;
        double price;
        bool blocked;
    };

    /// All pairs of sides with the price of their elbow, boxes in its way not counted. The cheapest first.
    std::vector<Choice> choices(const Wire& wire, std::optional<Side> enters) {
        const QRectF source = data_.node(wire.source).rect, target = data_.node(wire.target).rect;
        const QRectF hull = source.united(target).adjusted(-24, -24, 24, 24);
        boxes_ = {source, target};
        if (hull.width() * hull.height() < largestArea) boxesIn(hull, boxes_);
        std::vector<Choice> found;
        for (const Side from : allSides) {
            for (const Side to : allSides) {
                if (enters && *enters != to) continue;
                const auto [start, end] = roughPorts(source, from, target, to);
                const std::vector<QPointF> points = elbow(start, end);
                const double length = roughCost(points, {});
                const double price = length + habit(source, from, target, to, points.size()) +
                                     crowd(wire, wire.source, from, source) + crowd(wire, wire.target, to, target);
                found.push_back({from, to, price, roughCost(points, boxes_) > length});
            }
        }
        std::ranges::stable_sort(found, {}, &Choice::price);
        return found;
    }

    // If the cheapest elbow is free, it is taken; else the true ways of the next few are compared.
    void cheapestSides(Wire& wire, std::optional<Side> enters = {}) {
        const QRectF source = data_.node(wire.source).rect, target = data_.node(wire.target).rect;
        const std::vector<Choice> found = choices(wire, enters);
        const Choice* best = &found.front();
        double cheapest = 1e18;
        int looked = 0;
        const bool search = best->blocked && boxes_.size() > 2 && boxes_.size() <= mostBoxes_;
        if (search) survey(data_.wireOf.value(wire.id), source.united(target).adjusted(-90, -90, 90, 90));
        for (const Choice& choice : found) {
            if (!search || choice.price >= cheapest || looked++ >= 4) break;
            const auto [start, end] = roughPorts(source, choice.leaves, target, choice.enters);
            const std::vector<QPointF> direct = elbow(start, end);
            const double price = choice.price - roughCost(direct, {}) + route(start, end, terrain_).price;
            if (price >= cheapest) continue;
            cheapest = price;
            best = &choice;
        }
        wire.leaves = best->leaves;
        wire.enters = best->enters;
    }

    // The flows of a bundle all enter on the side that is best for them together.
    void agree(int number, std::set<int>& placing) {
        const Wire first = data_.wire(number);
        if (first.bundle.isEmpty()) return;
        std::vector<int> members;
        for (const int at : data_.node(first.target).wires) {
            const Wire& wire = data_.wire(at);
            if (wire.placed && wire.target == first.target && wire.source != wire.target && wire.bundle == first.bundle)
                members.push_back(at);
        }
        if (static_cast<int>(members.size()) < smallestBundle || members.front() != number) return;
        std::array<double, 4> prices{};
        for (const int at : members)
            for (const Side side : allSides) {
                double cheapest = 1e18;
                for (const Choice& choice : choices(data_.wire(at), side))
                    cheapest = std::min(cheapest, choice.price + (choice.blocked ? 150 : 0));
                prices[static_cast<std::size_t>(side)] += cheapest;
            }
        const Side side = static_cast<Side>(std::ranges::min_element(prices) - prices.begin());
        for (const int at : members) {
            Wire& wire = data_.wire(at);
            if (wire.enters == side) continue;
            touch(wire.source, wire.leaves);
            touch(wire.target, wire.enters);
            cheapestSides(wire, side);
            touch(wire.source, wire.leaves);
            touch(wire.target, wire.enters);
            placing.insert(at);
        }
    }

    double crowd(const Wire& own, int node, Side side, const QRectF& rect) const {
        int count = 0;
        for (const int other : data_.node(node).wires) {
            const Wire& wire = data_.wire(other);
            if (&wire != &own && wire.placed && sits(wire, node, side)) ++count;
        }
        const int room = static_cast<int>((sideLength(rect, side) - 16) / 12);
        return count < room ? 0 : 40.0 * (count - room + 1);
    }

    static void sidesOfBends(Wire& wire, const QRectF& source, const QRectF& target) {
        const std::vector<QPointF> points = bentRoute(source, target, *wire.bends);
        const auto sideAt = [](const QPointF& border, const QPointF& next) {
            if (std::abs(next.x() - border.x()) > std::abs(next.y() - border.y()))
                return next.x() > border.x() ? Side::Right : Side::Left;
            return next.y() > border.y() ? Side::Bottom : Side::Top;
        };
        wire.leaves = sideAt(points.front(), points[1]);
        wire.enters = sideAt(points.back(), points[points.size() - 2]);
        wire.leavesAt = isUpright(wire.leaves) ? points.front().x() : points.front().y();
        wire.entersAt = isUpright(wire.enters) ? points.back().x() : points.back().y();
    }

    /// One place on a side: a flow's end, or the common end of a bundle.
    struct Slot {
        double towards = 0;
        std::vector<int> wires;
        bool entering = false;
    };

    // Where a flow comes from or goes to, seen along a side: before it has a route, the box at its other end.
    double towardsBox(int other, Side side) const {
        const QPointF centre = data_.node(other).rect.center();
        return isUpright(side) ? centre.x() : centre.y();
    }

    // With a route: where its second piece leads.
    double towardsRoute(int number, bool entering, Side side) const {
        const auto flow = data_.flows.find(data_.wire(number).id);
        const std::vector<QPointF>& points = flow->second.points;
        const std::size_t index = std::min<std::size_t>(2, points.size() - 1);
        const QPointF at = entering ? points[points.size() - 1 - index] : points[index];
        return isUpright(side) ? at.x() : at.y();
    }

    /// Wires whose ends have changed places, so that they do not cross in front of their box.
    std::set<int> uncrossed() {
        std::set<int> changed;
        refining_ = true;
        for (const auto& [node, side] : touchedSides_) {
            std::map<int, std::pair<double, double>> before;
            for (const int at : data_.node(node).wires)
                if (data_.wire(at).placed && sits(data_.wire(at), node, side))
                    before[at] = {data_.wire(at).leavesAt, data_.wire(at).entersAt};
            if (before.size() < 2) continue;
            assignPorts(node, side);
            for (const auto& [at, ports] : before)
                if (ports != std::pair(data_.wire(at).leavesAt, data_.wire(at).entersAt)) changed.insert(at);
        }
        for (const int at : data_.byId(changed)) straighten(at);
        return changed;
    }

    void assignPorts(int number, Side side) {
        const Node& node = data_.node(number);
        if (!node.drawn) return;
        std::vector<Slot> places;
        std::map<QString, std::vector<int>> bundles;
        const auto towards = [&](int at, bool entering) {
            if (refining_) return towardsRoute(at, entering, side);
            return towardsBox(entering ? data_.wire(at).source : data_.wire(at).target, side);
        };
        for (const int at : node.wires) {
            Wire& wire = data_.wire(at);
            if (!wire.placed || wire.bends) continue;
            if (wire.source == number && wire.leaves == side) places.push_back({towards(at, false), {at}, false});
            if (wire.target == number && wire.enters == side) {
                wire.shared = false;
                bundles[wire.bundle.isEmpty() ? QString::number(at) : wire.bundle].push_back(at);
            }
        }
        for (const auto& [key, wires] : bundles) {
            if (static_cast<int>(wires.size()) < smallestBundle) {
                for (const int at : wires) places.push_back({towards(at, true), {at}, true});
                continue;
            }
            Slot slot{0, wires, true};
            for (const int at : wires) {
                data_.wire(at).shared = true;
                slot.towards += towards(at, true) / static_cast<double>(wires.size());
            }
            places.push_back(slot);
        }
        // Of two from the same direction the farther one goes round the nearer one, below or right of it.
        const auto order = [&](const Slot& slot) {
            const Wire& wire = data_.wire(slot.wires.front());
            const QPointF way = data_.node(wire.source).rect.center() - data_.node(wire.target).rect.center();
            return std::tuple(slot.towards, std::abs(way.x()) + std::abs(way.y()), wire.id);
        };
        std::ranges::stable_sort(places, {}, order);
        spread(places, node.rect, side);
    }

    void spread(const std::vector<Slot>& places, const QRectF& rect, Side side) {
        const double length = sideLength(rect, side), edge = sideInset(rect, side);
        const auto count = static_cast<double>(places.size());
        double spacing = std::min(widest, length / (count + 1));
        if (count > 1) spacing = std::min(spacing, (length - 2 * edge) / (count - 1));
        double along = sideStart(rect, side) + length / 2 - spacing * (count - 1) / 2;
        for (const Slot& slot : places) {
            for (const int at : slot.wires)
                (slot.entering ? data_.wire(at).entersAt : data_.wire(at).leavesAt) = std::round(along);
            along += spacing;
        }
    }

    // A jog of a few pixels is ugly: where a port can move so that the line runs straight, it does.
    void straighten(int number) {
        Wire& wire = data_.wire(number);
        if (wire.bends || wire.leaves == wire.enters || isUpright(wire.leaves) != isUpright(wire.enters)) return;
        if (wire.source == wire.target || wire.leavesAt == wire.entersAt) return;
        if (!wire.shared && mayStand(wire.target, wire.enters, wire.leavesAt, number))
            wire.entersAt = wire.leavesAt;
        else if (mayStand(wire.source, wire.leaves, wire.entersAt, number))
            wire.leavesAt = wire.entersAt;
        else if (const double middle = std::round((wire.leavesAt + wire.entersAt) / 2);
                 !wire.shared && mayStand(wire.source, wire.leaves, middle, number) &&
                 mayStand(wire.target, wire.enters, middle, number))
            wire.leavesAt = wire.entersAt = middle;
    }

    bool mayStand(int number, Side side, double along, int except) const {
        const Node& node = data_.node(number);
        const double start = sideStart(node.rect, side), edge = sideInset(node.rect, side);
        if (along < start + edge || along > start + sideLength(node.rect, side) - edge) return false;
        const double own = data_.wire(except).source == number ? data_.wire(except).leavesAt : data_.wire(except).entersAt;
        return std::ranges::none_of(node.wires, [&](int at) {
            const Wire& wire = data_.wire(at);
            if (at == except || !wire.placed) return false;
            const auto inTheWay = [&](double other) {
                return std::abs(other - along) < 14 || (other > std::min(own, along) && other < std::max(own, along));
            };
            return (wire.source == number && wire.leaves == side && inTheWay(wire.leavesAt)) ||
                   (wire.target == number && wire.enters == side && inTheWay(wire.entersAt));
        });
    }

    // Flows that run where something stands now.
    void addDisplaced(const std::vector<QRectF>& claimed, std::set<int>& routing) const {
        std::vector<Segment> found;
        for (const QRectF& rect : claimed) {
            found.clear();
            data_.segments.near(rect.adjusted(-4, -4, 4, 4), found);
            for (const Segment& segment : found)
                if (data_.wire(segment.wire).alive) routing.insert(segment.wire);
        }
    }

    std::set<int> routed(const std::set<int>& routing) {
        std::vector<int> order;
        for (const int number : routing) {
            if (!data_.wire(number).placed) continue;
            data_.segments.remove(number);
            order.push_back(number);
        }
        // Short ones first: they have the least choice. Given routes before all.
        const auto length = [&](int number) {
            const Wire& wire = data_.wire(number);
            if (wire.bends) return -1.0;
            const QPointF way = data_.node(wire.source).rect.center() - data_.node(wire.target).rect.center();
            return std::abs(way.x()) + std::abs(way.y());
        };
        std::ranges::stable_sort(order, [&](int a, int b) {
            const double first = length(a), second = length(b);
            return first != second ? first < second : data_.wire(a).id < data_.wire(b).id;
        });
        for (const int number : order) {
            FlowShape& flow = data_.flows[data_.wire(number).id];
            before_.try_emplace(flow.id, flow);
            flow.points = pointsOf(number);
            flow.routed = data_.wire(number).bends.has_value();
            data_.segments.insert(segmentsOf(number, flow.points));
        }
        return routing;
    }

    std::vector<QPointF> pointsOf(int number) {
        const Wire& wire = data_.wire(number);
        const QRectF source = data_.node(wire.source).rect, target = data_.node(wire.target).rect;
        if (wire.bends) return bentRoute(source, target, *wire.bends);
        const Port from{onSide(source, wire.leaves, wire.leavesAt), wire.leaves};
        const Port to{onSide(target, wire.enters, wire.entersAt), wire.enters};
        const QRectF hull = QRectF(from.at, to.at).normalized();
        std::vector<QPointF> best;
        double cheapest = 1e18;
        for (const double reach : {70.0, 260.0}) {
            const QRectF area = hull.adjusted(-reach, -reach, reach, reach);
            const bool small = mostBoxes_ > 0 && area.width() * area.height() < largestArea;
            if (small) survey(number, area);
            if (!small || terrain_.boxes.size() > mostBoxes_) return best.empty() ? plainest(from, to) : best;
            terrain_.late = portsOn(wire.target, wire.enters) > portsOn(wire.source, wire.leaves);
            std::vector<QPointF> points = route(from, to, terrain_).points;
            // Boxes beyond the survey may be in the way of a detour.
            const double cost = costAmongAll(points);
            const bool free = cost <= roughCost(points, {}) + 1;
            if (cost < cheapest) {
                cheapest = cost;
                best = std::move(points);
            }
            if (free) break;
        }
        return best;
    }

    /// The rough price with all boxes that stand along the way.
    double costAmongAll(const std::vector<QPointF>& points) {
        double cost = roughCost(points, {});
        for (std::size_t i = 1; i < points.size(); ++i) {
            const std::vector<QPointF> piece{points[i - 1], points[i]};
            boxesIn(boundsOfPoints(piece).adjusted(-1, -1, 1, 1), boxes_);
            cost += roughCost(piece, boxes_) - roughCost(piece, {});
        }
        return cost;
    }

    std::size_t portsOn(int number, Side side) const {
        std::set<double> ports;
        for (const int at : data_.node(number).wires) {
            const Wire& wire = data_.wire(at);
            if (wire.placed && wire.source == number && wire.leaves == side) ports.insert(wire.leavesAt);
            if (wire.placed && wire.target == number && wire.enters == side) ports.insert(wire.entersAt);
        }
        return ports.size();
    }

    // Too much for a search: the best of some elbows with their middle elsewhere.
    std::vector<QPointF> plainest(const Port& from, const Port& to) {
        std::vector<QPointF> best = elbow(from, to);
        if (best.size() != 4) return best;
        double cheapest = costAmongAll(best);
        const bool moveY = isUpright(from.side);
        const double start = moveY ? from.at.y() : from.at.x(), end = moveY ? to.at.y() : to.at.x();
        for (int step = 1; step < 12; ++step) {
            std::vector<QPointF> points = best;
            const double middle = std::round(start + (end - start) * step / 12);
            for (const std::size_t i : {1U, 2U}) moveY ? points[i].setY(middle) : points[i].setX(middle);
            const double cost = costAmongAll(points);
            if (cost >= cheapest) continue;
            cheapest = cost;
            best = points;
        }
        return best;
    }

    void boxesIn(const QRectF& area, std::vector<QRectF>& boxes) {
        numbers_.clear();
        data_.boxes.near(area, numbers_);
        boxes.clear();
        std::erase_if(numbers_, [&](int number) { return !data_.node(number).rect.intersects(area); });
        for (const int number : numbers_) boxes.push_back(data_.node(number).rect);
        // Neither hashing nor history must decide how a picture looks.
        std::ranges::sort(boxes, {},
                          [](const QRectF& box) { return std::tuple(box.left(), box.top(), box.width(), box.height()); });
    }

    void survey(int number, const QRectF& within) {
        const Wire& wire = data_.wire(number);
        terrain_.clear();
        terrain_.source = data_.node(wire.source).rect;
        terrain_.target = data_.node(wire.target).rect;
        // What borders on the boxes of the area can be run along, so it has to be known as well.
        boxesIn(within, terrain_.boxes);
        QRectF area = within;
        for (const QRectF& box : terrain_.boxes) area = area.united(box);
        area.adjust(-44, -44, 44, 44);
        terrain_.area = area;
        boxesIn(area, terrain_.boxes);
        if (terrain_.boxes.size() > mostBoxes_) return; // an elbow looks at boxes only
        for (const auto& [id, note] : data_.notes)
            if (note.rect.intersects(area)) terrain_.foreign.insert(terrain_.foreign.end(), 3, note.rect);
        for (const auto& [id, zone] : data_.zones) {
            if (!zone.rect.intersects(area)) continue;
            terrain_.soft.push_back(titleRect(zone));
            terrain_.strips.emplace_back(zone.rect.left(), zone.rect.top(), zone.rect.width(), 26);
            if (!zone.tag.isNull()) terrain_.soft.push_back(zone.tag.adjusted(-4, 0, 4, 0));
            const QRectF& rect = zone.rect;
            terrain_.borders.insert(terrain_.borders.end(),
                                    {QLineF(rect.topLeft(), rect.topRight()), QLineF(rect.bottomLeft(), rect.bottomRight()),
                                     QLineF(rect.topLeft(), rect.bottomLeft()), QLineF(rect.topRight(), rect.bottomRight())});
            if (!isAround(id, wire.source) && !isAround(id, wire.target)) terrain_.foreign.push_back(rect);
        }
        segments_.clear();
        data_.segments.near(area, segments_);
        std::ranges::sort(segments_, {}, [](const Segment& segment) {
            return std::tuple(segment.horizontal, segment.at, segment.from, segment.to);
        });
        for (const Segment& segment : segments_) {
            const Wire& other = data_.wire(segment.wire);
            const bool own = wire.shared && other.shared && other.target == wire.target && other.bundle == wire.bundle &&
                             other.enters == wire.enters;
            (own ? terrain_.trunk : terrain_.others).push_back(segment);
        }
    }

    bool isAround(const model::ZoneId& zone, int node) const {
        std::optional<model::ZoneId> at = data_.node(node).zone;
        for (int guard = 0; at && guard < 1000; ++guard) {
            if (*at == zone) return true;
            at = data_.zones.at(*at).parent;
        }
        return false;
    }

    Data& data_;
    std::map<model::FlowId, FlowShape>& before_;
    std::set<std::pair<int, Side>> touchedSides_; ///< each is dealt with on its own: the order does not matter
    Terrain terrain_;
    std::vector<QRectF> boxes_;
    std::vector<int> numbers_;
    std::vector<Segment> segments_;
    bool refining_ = false;
    const std::size_t mostBoxes_; ///< for a search; beyond, an elbow has to do
};

} // namespace

std::vector<int> Drawing::Data::byId(const std::set<int>& numbers) const {
    std::vector<int> ordered(numbers.begin(), numbers.end());
    std::ranges::sort(ordered, {}, [this](int number) { return wire(number).id; });
    return ordered;
}

std::set<int> reroute(Drawing::Data& data, const std::set<int>& wires, const std::set<int>& nodes,
                      const std::vector<QRectF>& claimed, std::map<model::FlowId, FlowShape>& before) {
    return Router(data, before).run(wires, nodes, claimed);
}

std::vector<QPointF> previewRoute(const QRectF& source, const QRectF& target) {
    std::vector<QPointF> best;
    double cheapest = 1e18;
    const std::vector<QRectF> ends{source, target};
    for (const Side leaves : allSides) {
        for (const Side enters : allSides) {
            const auto [from, to] = roughPorts(source, leaves, target, enters);
            std::vector<QPointF> points = elbow(from, to);
            const double cost = roughCost(points, ends) + habit(source, leaves, target, enters, points.size());
            if (cost >= cheapest) continue;
            cheapest = cost;
            best = std::move(points);
        }
    }
    return best;
}

std::vector<QPointF> bentRoute(const QRectF& source, const QRectF& target, const std::vector<QPointF>& bends) {
    // From a border to the first bend: straight where the bend is beside the box, else by one more corner.
    const auto approach = [](const QRectF& rect, const QPointF& bend) {
        std::vector<QPointF> points;
        if (bend.x() >= rect.left() && bend.x() <= rect.right())
            points.emplace_back(bend.x(), bend.y() < rect.center().y() ? rect.top() : rect.bottom());
        else if (bend.y() >= rect.top() && bend.y() <= rect.bottom())
            points.emplace_back(bend.x() < rect.center().x() ? rect.left() : rect.right(), bend.y());
        else {
            const QPointF centre = rect.center();
            points.emplace_back(centre.x(), bend.y() < centre.y() ? rect.top() : rect.bottom());
            points.emplace_back(centre.x(), bend.y());
        }
        return points;
    };
    std::vector<QPointF> points = approach(source, bends.front());
    for (const QPointF& bend : bends) {
        // Between bends of a file edited elsewhere there may be a slant: it gets a corner.
        if (const QPointF last = points.back(); std::abs(last.x() - bend.x()) > 0.01 && std::abs(last.y() - bend.y()) > 0.01)
            points.emplace_back(bend.x(), last.y());
        points.push_back(bend);
    }
    std::vector<QPointF> last = approach(target, bends.back());
    points.insert(points.end(), last.rbegin(), last.rend());
    points = simplified(std::move(points));
    // A bend inside a box leaves nothing to draw but the way between the boxes.
    return points.size() >= 2 ? points : previewRoute(source, target);
}

} // namespace sallyport::diagram
