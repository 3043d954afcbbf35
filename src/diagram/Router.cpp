// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Router.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <queue>

namespace sallyport::diagram {

namespace {

// Prices are in pixels of detour that are as bad.
constexpr double bendCost = 20;
constexpr double crossingCost = 14;
constexpr double overlapCost = 4;     // per pixel run on top of another route
constexpr double closeCost = 1.5;     // per pixel within `apart` of another route
constexpr double hugCost = 2.5;       // per pixel along a border
constexpr double marginCost = 2;      // per pixel within the margin of a box
constexpr double softCost = 70;       // through a title
constexpr double foreignCost = 1;     // per pixel inside a zone that is not concerned
constexpr double trunkShare = 0.3;    // of the length, when following one's own bundle
constexpr double margin = 12;         // kept from boxes where there is room
constexpr double apart = 9;           // kept between routes
constexpr double stub = 16;           // straight out of a box, and into the next one
constexpr std::size_t mostLines = 30; // of the grid, each way

double overlap(double a1, double a2, double b1, double b2) { return std::min(a2, b2) - std::max(a1, b1); }

bool sameAlong(double a, double b) { return std::abs(a - b) < 0.01; }

class Lines {
public:
    explicit Lines(std::vector<double> wanted, const std::vector<double>& musts) {
        // The musts come first, so that they survive the thinning.
        std::ranges::sort(wanted);
        lines_ = musts;
        const std::size_t stride = wanted.size() > mostLines ? wanted.size() / mostLines + 1 : 1;
        for (std::size_t i = 0; i < wanted.size(); i += stride) {
            const auto close = [&](double line) { return std::abs(line - wanted[i]) < 5; };
            if (std::ranges::none_of(lines_, close)) lines_.push_back(wanted[i]);
        }
        std::ranges::sort(lines_);
        lines_.erase(std::unique(lines_.begin(), lines_.end(), sameAlong), lines_.end());
    }
    int count() const { return static_cast<int>(lines_.size()); }
    double operator[](int i) const { return lines_[static_cast<std::size_t>(i)]; }
    int indexOf(double value) const {
        const auto at = std::ranges::find_if(lines_, [&](double line) { return sameAlong(line, value); });
        return static_cast<int>(at - lines_.begin());
    }

private:
    std::vector<double> lines_;
};

/// The price of going straight between two points of the grid; infinite through a box.
class Pricing {
public:
    explicit Pricing(const Terrain& terrain) : terrain_(terrain) {}

    double operator()(bool horizontal, double at, double from, double to) const {
        if (from > to) std::swap(from, to);
        double cost = to - from;
        for (const QRectF& box : terrain_.boxes) {
            const auto [low, high, start, end] = spans(box, horizontal);
            const double inside = overlap(from, to, start, end);
            if (at > low + 0.5 && at < high - 0.5 && inside > 0.5) return std::numeric_limits<double>::infinity();
            if (at > low - margin && at < high + margin && inside > 0.5) cost += inside * marginCost;
        }
        for (const QRectF& box : terrain_.soft) {
            const auto [low, high, start, end] = spans(box, horizontal);
            if (at > low - 2 && at < high + 2 && overlap(from, to, start, end) > 0) cost += softCost;
        }
        for (const QRectF& box : terrain_.foreign) {
            const auto [low, high, start, end] = spans(box, horizontal);
            if (at > low && at < high) cost += std::max(0.0, overlap(from, to, start, end)) * foreignCost;
        }
        for (const QLineF& border : terrain_.borders) {
            if ((border.dy() == 0) != horizontal) continue;
            const double across = horizontal ? border.y1() : border.x1();
            if (std::abs(across - at) >= 8) continue;
            const double along =
                overlap(from, to, horizontal ? border.x1() : border.y1(), horizontal ? border.x2() : border.y2());
            cost += std::max(0.0, along) * hugCost;
        }
        for (const Segment& other : terrain_.others) cost += against(other, horizontal, at, from, to);
        double followed = 0;
        for (const Segment& own : terrain_.trunk)
            if (own.horizontal == horizontal && std::abs(own.at - at) < 0.5)
                followed = std::max(followed, overlap(from, to, own.from, own.to));
        return cost - followed * (1 - trunkShare);
    }

private:
    struct Spans {
        double low, high, start, end;
    };
    static Spans spans(const QRectF& box, bool horizontal) {
        return horizontal ? Spans{box.top(), box.bottom(), box.left(), box.right()}
                          : Spans{box.left(), box.right(), box.top(), box.bottom()};
    }

    static double against(const Segment& other, bool horizontal, double at, double from, double to) {
        if (other.horizontal != horizontal)
            return other.at > from && other.at <= to && at > other.from && at < other.to ? crossingCost : 0;
        const double off = std::abs(other.at - at);
        if (off >= apart) return 0;
        const double along = overlap(from, to, other.from, other.to);
        if (along <= 0) return 0;
        return along * (off < 4 ? overlapCost : closeCost) + bendCost;
    }

    const Terrain& terrain_;
};

struct Reached {
    double estimate;
    int state;
    bool operator>(const Reached& other) const {
        return estimate != other.estimate ? estimate > other.estimate : state > other.state;
    }
};

class Search {
public:
    /// cheapest: the lowest price a pixel can have.
    Search(const Lines& xs, const Lines& ys, const Pricing& price, double cheapest)
        : xs_(xs),
          ys_(ys),
          price_(price),
          cheapest_(cheapest),
          cost_(states(), std::numeric_limits<double>::infinity()),
          before_(states(), -1) {}

    /// Indices of both ends, and whether the route runs horizontally there.
    std::vector<QPointF> run(int startX, int startY, bool startHorizontal, int endX, int endY, bool endHorizontal) {
        endX_ = endX;
        endY_ = endY;
        const int start = state(startX, startY, startHorizontal), end = state(endX, endY, endHorizontal);
        improve(start, 0, -1);
        while (!open_.empty()) {
            const Reached reached = open_.top();
            open_.pop();
            if (reached.state == end) return traced(end);
            const auto index = static_cast<std::size_t>(reached.state);
            if (reached.estimate > cost_[index] + remaining(reached.state) + 1e-6) continue;
            expand(reached.state);
        }
        return {};
    }

private:
    std::size_t states() const { return static_cast<std::size_t>(xs_.count()) * static_cast<std::size_t>(ys_.count()) * 2; }
    int state(int x, int y, bool horizontal) const { return ((y * xs_.count()) + x) * 2 + (horizontal ? 1 : 0); }
    int xOf(int state) const { return (state / 2) % xs_.count(); }
    int yOf(int state) const { return (state / 2) / xs_.count(); }

    // Never more than the true rest.
    double remaining(int state) const {
        return cheapest_ * (std::abs(xs_[xOf(state)] - xs_[endX_]) + std::abs(ys_[yOf(state)] - ys_[endY_]));
    }

    void improve(int state, double cost, int before) {
        const auto index = static_cast<std::size_t>(state);
        if (cost >= cost_[index] - 1e-9) return;
        cost_[index] = cost;
        before_[index] = before;
        open_.push({cost + remaining(state), state});
    }

    void expand(int from) {
        const int x = xOf(from), y = yOf(from);
        const bool horizontal = from % 2 == 1;
        const double cost = cost_[static_cast<std::size_t>(from)];
        improve(state(x, y, !horizontal), cost + bendCost, from);
        for (const int step : {-1, 1}) {
            const int nextX = horizontal ? x + step : x, nextY = horizontal ? y : y + step;
            if (nextX < 0 || nextY < 0 || nextX >= xs_.count() || nextY >= ys_.count()) continue;
            const double price =
                horizontal ? price_(true, ys_[y], xs_[x], xs_[nextX]) : price_(false, xs_[x], ys_[y], ys_[nextY]);
            if (std::isfinite(price)) improve(state(nextX, nextY, horizontal), cost + price, from);
        }
    }

    std::vector<QPointF> traced(int state) const {
        std::vector<QPointF> points;
        for (; state >= 0; state = before_[static_cast<std::size_t>(state)])
            points.emplace_back(xs_[xOf(state)], ys_[yOf(state)]);
        std::ranges::reverse(points);
        return points;
    }

    const Lines& xs_;
    const Lines& ys_;
    const Pricing& price_;
    double cheapest_;
    std::vector<double> cost_;
    std::vector<int> before_;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open_;
    int endX_ = 0, endY_ = 0;
};

// Straight out of a port, but not beyond half the way to whatever is in front of it.
double stubLength(const Port& port, const Terrain& terrain) {
    double room = 2 * stub;
    const QPointF out = outward(port.side);
    for (const QRectF& box : terrain.boxes) {
        const bool upright = isUpright(port.side);
        const double along = upright ? port.at.x() : port.at.y();
        if (along < (upright ? box.left() : box.top()) || along > (upright ? box.right() : box.bottom())) continue;
        const double edge = port.side == Side::Top      ? box.bottom()
                            : port.side == Side::Bottom ? box.top()
                            : port.side == Side::Left   ? box.right()
                                                        : box.left();
        const double ahead = upright ? (edge - port.at.y()) * out.y() : (edge - port.at.x()) * out.x();
        if (ahead > 0.5) room = std::min(room, ahead);
    }
    return std::round(room / 2);
}

void addMiddles(std::vector<double>& lines, std::vector<std::pair<double, double>> covered) {
    // The middles of the gaps between what stands there, with lanes beside them for further routes.
    std::ranges::sort(covered);
    double reached = -std::numeric_limits<double>::infinity();
    for (const auto& [from, to] : covered) {
        if (from - reached >= 8 && std::isfinite(reached)) {
            const double middle = std::round((from + reached) / 2), half = (from - reached) / 2 - 6;
            for (double lane = 0; lane <= std::min(half, 60.0); lane += 10) {
                lines.push_back(middle + lane);
                lines.push_back(middle - lane);
            }
        }
        reached = std::max(reached, to);
    }
}

} // namespace

QPointF outward(Side side) {
    switch (side) {
        case Side::Top:
            return {0, -1};
        case Side::Right:
            return {1, 0};
        case Side::Bottom:
            return {0, 1};
        case Side::Left:
            return {-1, 0};
    }
    return {};
}

void Terrain::clear() {
    boxes.clear();
    soft.clear();
    foreign.clear();
    borders.clear();
    others.clear();
    trunk.clear();
}

std::vector<QPointF> simplified(std::vector<QPointF> points) {
    std::vector<QPointF> kept;
    for (const QPointF& point : points) {
        if (!kept.empty() && QLineF(kept.back(), point).length() < 0.5) continue;
        if (kept.size() >= 2) {
            const QPointF a = kept[kept.size() - 2], b = kept.back();
            const bool straightX = sameAlong(a.y(), b.y()) && sameAlong(b.y(), point.y());
            const bool straightY = sameAlong(a.x(), b.x()) && sameAlong(b.x(), point.x());
            if (straightX || straightY) kept.pop_back();
        }
        kept.push_back(point);
    }
    return kept;
}

std::vector<QPointF> elbow(const Port& from, const Port& to) {
    const QPointF a = from.at + outward(from.side) * stub, b = to.at + outward(to.side) * stub;
    const bool leavesUpright = isUpright(from.side), entersUpright = isUpright(to.side);
    std::vector<QPointF> points{from.at};
    const auto through = [&points](std::initializer_list<QPointF> more) { points.insert(points.end(), more); };
    if (leavesUpright && entersUpright) {
        const bool facing = from.side != to.side && (to.at.y() - from.at.y()) * outward(from.side).y() > 0;
        if (facing) {
            const double y = std::round((from.at.y() + to.at.y()) / 2);
            through({{from.at.x(), y}, {to.at.x(), y}});
        } else if (from.side == to.side) {
            const double y = from.side == Side::Bottom ? std::max(a.y(), b.y()) : std::min(a.y(), b.y());
            through({{from.at.x(), y}, {to.at.x(), y}});
        } else {
            const double x = std::round((a.x() + b.x()) / 2);
            through({a, {x, a.y()}, {x, b.y()}, b});
        }
    } else if (!leavesUpright && !entersUpright) {
        const bool facing = from.side != to.side && (to.at.x() - from.at.x()) * outward(from.side).x() > 0;
        if (facing) {
            const double x = std::round((from.at.x() + to.at.x()) / 2);
            through({{x, from.at.y()}, {x, to.at.y()}});
        } else if (from.side == to.side) {
            const double x = from.side == Side::Right ? std::max(a.x(), b.x()) : std::min(a.x(), b.x());
            through({{x, from.at.y()}, {x, to.at.y()}});
        } else {
            const double y = std::round((a.y() + b.y()) / 2);
            through({a, {a.x(), y}, {b.x(), y}, b});
        }
    } else {
        const QPointF corner = leavesUpright ? QPointF(from.at.x(), to.at.y()) : QPointF(to.at.x(), from.at.y());
        const bool ahead = QPointF::dotProduct(corner - from.at, outward(from.side)) > 0 &&
                           QPointF::dotProduct(corner - to.at, outward(to.side)) > 0;
        if (ahead)
            through({corner});
        else if (leavesUpright)
            through({a, {b.x(), a.y()}, b});
        else
            through({a, {a.x(), b.y()}, b});
    }
    points.push_back(to.at);
    return simplified(std::move(points));
}

double roughCost(const std::vector<QPointF>& points, const std::vector<QRectF>& boxes) {
    double cost = bendCost * static_cast<double>(points.size());
    for (const Segment& segment : segmentsOf(0, points)) {
        cost += segment.to - segment.from;
        const QRectF box = segment.box();
        for (const QRectF& other : boxes)
            if (box.left() < other.right() - 1 && box.right() > other.left() + 1 && box.top() < other.bottom() - 1 &&
                box.bottom() > other.top() + 1)
                cost += 400;
    }
    return cost;
}

std::vector<QPointF> route(const Port& from, const Port& to, const Terrain& terrain) {
    const QPointF start = from.at + outward(from.side) * stubLength(from, terrain);
    const QPointF end = to.at + outward(to.side) * stubLength(to, terrain);

    std::vector<double> xs, ys;
    std::vector<std::pair<double, double>> acrossX, acrossY;
    for (const QRectF& box : terrain.boxes) {
        xs.insert(xs.end(), {box.left() - 16, box.right() + 16});
        ys.insert(ys.end(), {box.top() - 16, box.bottom() + 16});
        acrossX.emplace_back(box.left(), box.right());
        acrossY.emplace_back(box.top(), box.bottom());
    }
    addMiddles(xs, acrossX);
    addMiddles(ys, acrossY);
    xs.push_back(std::round((start.x() + end.x()) / 2));
    ys.push_back(std::round((start.y() + end.y()) / 2));
    std::vector<double> mustX{start.x(), end.x()}, mustY{start.y(), end.y()};
    for (const Segment& own : terrain.trunk) (own.horizontal ? mustY : mustX).push_back(own.at);

    const Lines linesX(std::move(xs), mustX), linesY(std::move(ys), mustY);
    const Pricing price(terrain);
    Search search(linesX, linesY, price, terrain.trunk.empty() ? 1 : trunkShare);
    std::vector<QPointF> points = search.run(linesX.indexOf(start.x()), linesY.indexOf(start.y()), !isUpright(from.side),
                                             linesX.indexOf(end.x()), linesY.indexOf(end.y()), !isUpright(to.side));
    if (points.empty()) return elbow(from, to);
    points.insert(points.begin(), from.at);
    points.push_back(to.at);
    return simplified(std::move(points));
}

} // namespace sallyport::diagram
