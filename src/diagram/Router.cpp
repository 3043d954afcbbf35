// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Router.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <queue>

namespace sallyport::diagram {

namespace {

// Prices are in pixels of detour that are as bad.
constexpr double bendCost = 20;
constexpr double crossingCost = 14;
constexpr double farCost = 0.12;   // per pixel between a bend and the end it belongs to
constexpr double farthest = 150;   // beyond which that no longer counts
constexpr double overlapCost = 8;  // per pixel run on top of another route
constexpr double closeCost = 1.5;  // per pixel within `apart` of another route
constexpr double hugCost = 2.5;    // per pixel along a border
constexpr double marginCost = 2;   // per pixel within the margin of a box
constexpr double softCost = 120;   // through a title
constexpr double foreignCost = 1;  // per pixel inside a zone that is not concerned
constexpr double trunkShare = 0.3; // of the length, when following one's own bundle
constexpr double margin = 12;      // kept from boxes where there is room
constexpr double ownMargin = 4;    // from those a route leaves and enters
constexpr double apart = 9;        // kept between routes
constexpr double stub = 16;        // straight out of a box, and into the next one
constexpr double stripCost = 0.15; // per pixel along a title strip
constexpr double laneCost = 0.35;  // per pixel between two borders close together, where labels stand
constexpr double laneWidth = 64;
constexpr double borderCost = 60;     // through a boundary
constexpr double blockedCost = 2000;  // of having found no way
constexpr std::size_t mostLines = 44; // of the grid, each way

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
            const auto close = [&](double line) { return std::abs(line - wanted[i]) < 4; };
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

    /// The step between two lines a value falls into: the first that ends at or after it.
    int stepAt(double value) const {
        const auto at = std::ranges::lower_bound(lines_, value);
        return std::max(0, static_cast<int>(at - lines_.begin()) - 1);
    }

private:
    std::vector<double> lines_;
};

/// What it costs to run along one line of the grid, step by step between the lines across it.
class Profile {
public:
    Profile(const Terrain& terrain, bool horizontal, double at, const Lines& across)
        : horizontal_(horizontal), at_(at), across_(across) {
        for (int i = 0; i + 1 < across.count(); ++i) steps_.push_back(across[i + 1] - across[i]);
        for (const QRectF& box : terrain.boxes)
            addBox(box, box == terrain.source || box == terrain.target ? ownMargin : margin);
        for (const QRectF& box : terrain.soft)
            if (const Spans spans = spansOf(box); at > spans.low - 2 && at < spans.high + 2)
                add(spans.start, spans.end, 0, softCost);
        for (const QRectF& box : terrain.strips)
            if (const Spans spans = spansOf(box); horizontal && at > spans.low && at < spans.high)
                add(spans.start, spans.end, stripCost, 0);
        for (const QRectF& box : terrain.foreign)
            if (const Spans spans = spansOf(box); at > spans.low && at < spans.high)
                add(spans.start, spans.end, foreignCost, 0);
        addBorders(terrain);
        for (const Segment& other : terrain.others) addOther(other);
        addTrunk(terrain);
    }

    /// From one line across to the next; infinite through a box.
    double step(int index) const { return std::max(0.0, steps_[static_cast<std::size_t>(index)]); }

private:
    struct Spans {
        double low, high, start, end;
    };
    Spans spansOf(const QRectF& box) const {
        return horizontal_ ? Spans{box.top(), box.bottom(), box.left(), box.right()}
                           : Spans{box.left(), box.right(), box.top(), box.bottom()};
    }
    void add(double from, double to, double perPixel, double once) {
        for (int i = across_.stepAt(from); i + 1 < across_.count() && across_[i] < to; ++i)
            if (const double along = overlap(from, to, across_[i], across_[i + 1]); along > 0.5)
                steps_[static_cast<std::size_t>(i)] += along * perPixel + once;
    }

    void addBox(const QRectF& box, double kept) {
        const auto [low, high, start, end] = spansOf(box);
        if (at_ > low + 0.5 && at_ < high - 0.5)
            add(start, end, 0, std::numeric_limits<double>::infinity());
        else if (at_ > low - kept && at_ < high + kept)
            add(start, end, marginCost, 0);
    }

    // Not along a border; and the strip between two borders is where labels stand.
    void addBorders(const Terrain& terrain) {
        struct Beside {
            double off, from, to;
        };
        std::vector<Beside> above, below;
        for (const QLineF& border : terrain.borders) {
            if ((border.dy() == 0) != horizontal_) {
                addBorderCrossing(border);
                continue;
            }
            const double off = (horizontal_ ? border.y1() : border.x1()) - at_;
            if (std::abs(off) > laneWidth) continue;
            const Beside beside{std::abs(off), horizontal_ ? border.x1() : border.y1(),
                                horizontal_ ? border.x2() : border.y2()};
            if (std::abs(off) < 4.5) add(beside.from, beside.to, hugCost, 0);
            (off < 0 ? above : below).push_back(beside);
        }
        if (!horizontal_) return;
        for (const Beside& one : above)
            for (const Beside& other : below)
                if (one.off + other.off <= laneWidth)
                    add(std::max(one.from, other.from), std::min(one.to, other.to), laneCost, 0);
    }

    // What must be crossed costs the same on every way; anything more is a detour through somebody else's trust.
    void addBorderCrossing(const QLineF& border) {
        const double low = horizontal_ ? border.y1() : border.x1(), high = horizontal_ ? border.y2() : border.x2();
        const double where = horizontal_ ? border.x1() : border.y1();
        if (at_ <= low || at_ >= high || across_.count() < 2) return;
        if (const int i = across_.stepAt(where); i + 1 < across_.count() && where > across_[i])
            steps_[static_cast<std::size_t>(i)] += borderCost;
    }

    void addOther(const Segment& other) {
        if (other.horizontal != horizontal_) {
            if (at_ > other.from && at_ < other.to)
                if (const int i = across_.stepAt(other.at); i + 1 < across_.count() && other.at > across_[i])
                    steps_[static_cast<std::size_t>(i)] += crossingCost;
            return;
        }
        const double off = std::abs(other.at - at_);
        if (off < apart) add(other.from, other.to, off < 4 ? overlapCost : closeCost, bendCost);
    }

    void addTrunk(const Terrain& terrain) {
        std::vector<std::pair<double, double>> own;
        for (const Segment& segment : terrain.trunk)
            if (segment.horizontal == horizontal_ && std::abs(segment.at - at_) < 0.5)
                own.emplace_back(segment.from, segment.to);
        std::ranges::sort(own);
        double reached = -std::numeric_limits<double>::infinity();
        for (const auto& [from, to] : own) {
            const double start = std::max(from, reached);
            if (to > start) add(start, to, trunkShare - 1, 0);
            reached = std::max(reached, to);
        }
    }

    bool horizontal_;
    double at_;
    const Lines& across_;
    std::vector<double> steps_;
};

/// The profiles of the grid's lines, each made when a search first runs along it.
class Pricing {
public:
    Pricing(const Terrain& terrain, const Lines& xs, const Lines& ys)
        : terrain_(terrain),
          xs_(xs),
          ys_(ys),
          rows_(static_cast<std::size_t>(ys.count())),
          columns_(static_cast<std::size_t>(xs.count())) {}

    double alongRow(int y, int fromX, int toX) { return profile(rows_, true, ys_, y, xs_).step(std::min(fromX, toX)); }
    double alongColumn(int x, int fromY, int toY) { return profile(columns_, false, xs_, x, ys_).step(std::min(fromY, toY)); }

private:
    const Profile& profile(std::vector<std::optional<Profile>>& made, bool horizontal, const Lines& lines, int index,
                           const Lines& across) {
        std::optional<Profile>& profile = made[static_cast<std::size_t>(index)];
        if (!profile) profile.emplace(terrain_, horizontal, lines[index], across);
        return *profile;
    }

    const Terrain& terrain_;
    const Lines& xs_;
    const Lines& ys_;
    std::vector<std::optional<Profile>> rows_, columns_;
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
    Search(const Lines& xs, const Lines& ys, Pricing& price, double cheapest, bool late)
        : xs_(xs),
          ys_(ys),
          price_(price),
          cheapest_(cheapest),
          late_(late),
          cost_(states(), std::numeric_limits<double>::infinity()),
          before_(states(), -1) {}

    /// Indices of both ends, and whether the route runs horizontally there.
    Found run(int startX, int startY, bool startHorizontal, int endX, int endY, bool endHorizontal) {
        startX_ = startX;
        startY_ = startY;
        endX_ = endX;
        endY_ = endY;
        endHorizontal_ = endHorizontal;
        const int start = state(startX, startY, startHorizontal), end = state(endX, endY, endHorizontal);
        improve(start, 0, -1);
        while (!open_.empty()) {
            const Reached reached = open_.top();
            open_.pop();
            if (reached.state == end) return {traced(end), cost_[static_cast<std::size_t>(end)]};
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

    // Never more than the true rest: the way, and the bends it takes at least.
    double remaining(int state) const {
        const int x = xOf(state), y = yOf(state);
        const bool horizontal = state % 2 == 1;
        const int bends = horizontal != endHorizontal_ ? 1 : (horizontal ? y != endY_ : x != endX_) ? 2 : 0;
        return cheapest_ * (std::abs(xs_[x] - xs_[endX_]) + std::abs(ys_[y] - ys_[endY_])) + bends * bendCost;
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
        // Of routes alike the one that turns near the busier end: the longest piece, where the label stands, is then on its
        // own.
        const double way = late_ ? std::abs(xs_[x] - xs_[endX_]) + std::abs(ys_[y] - ys_[endY_])
                                 : std::abs(xs_[x] - xs_[startX_]) + std::abs(ys_[y] - ys_[startY_]);
        improve(state(x, y, !horizontal), cost + bendCost + std::min(way, farthest) * farCost, from);
        for (const int step : {-1, 1}) {
            const int nextX = horizontal ? x + step : x, nextY = horizontal ? y : y + step;
            if (nextX < 0 || nextY < 0 || nextX >= xs_.count() || nextY >= ys_.count()) continue;
            const double price = horizontal ? price_.alongRow(y, x, nextX) : price_.alongColumn(x, y, nextY);
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
    Pricing& price_;
    double cheapest_;
    bool late_;
    std::vector<double> cost_;
    std::vector<int> before_;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> open_;
    bool endHorizontal_ = false;
    int startX_ = 0, startY_ = 0, endX_ = 0, endY_ = 0;
};

// Straight out of a port, but not beyond half the way to whatever is in front of it. Where a border is close, a route
// may turn before it: what is between zones stays free for labels.
double stubLength(const Port& port, const Terrain& terrain, bool headless) {
    double room = 2 * stub;
    const QPointF out = outward(port.side);
    const bool upright = isUpright(port.side);
    const double along = upright ? port.at.x() : port.at.y();
    const auto ahead = [&](double edge) { return upright ? (edge - port.at.y()) * out.y() : (edge - port.at.x()) * out.x(); };
    for (const QRectF& box : terrain.boxes) {
        if (along < (upright ? box.left() : box.top()) || along > (upright ? box.right() : box.bottom())) continue;
        const double edge = port.side == Side::Top      ? box.bottom()
                            : port.side == Side::Bottom ? box.top()
                            : port.side == Side::Left   ? box.right()
                                                        : box.left();
        if (ahead(edge) > 0.5) room = std::min(room, ahead(edge));
    }
    if (headless)
        for (const QLineF& border : terrain.borders) {
            if ((border.dy() == 0) != upright) continue;
            const double way = ahead(upright ? border.y1() : border.x1());
            if (way >= 9 && way < stub + 6) room = std::min(room, way);
        }
    return std::round(room / 2);
}

void addMiddles(std::vector<double>& lines, std::vector<std::pair<double, double>> covered) {
    // The middles of the gaps between what stands there, with lanes beside them for further routes.
    if (covered.empty()) return;
    std::ranges::sort(covered);
    // Around all that is known there is room, too.
    for (const double lane : {12.0, 24.0, 36.0}) lines.push_back(covered.front().first - lane);
    double reached = -std::numeric_limits<double>::infinity();
    for (const auto& [from, to] : covered) {
        if (from - reached >= 8 && std::isfinite(reached)) {
            const double middle = std::round((from + reached) / 2), half = (from - reached) / 2 - 5;
            const double step = half < 10 ? std::max(half, 1.0) : 10;
            for (double lane = 0; lane <= std::min(std::max(half, 0.0), 40.0); lane += step) {
                lines.push_back(middle + lane);
                lines.push_back(middle - lane);
            }
        }
        reached = std::max(reached, to);
    }
    for (const double lane : {12.0, 24.0, 36.0}) lines.push_back(reached + lane);
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
    strips.clear();
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

Found route(const Port& from, const Port& to, const Terrain& terrain) {
    const QPointF start = from.at + outward(from.side) * stubLength(from, terrain, true);
    const QPointF end = to.at + outward(to.side) * stubLength(to, terrain, false);

    std::vector<double> xs, ys;
    std::vector<std::pair<double, double>> acrossX, acrossY;
    for (const QRectF& box : terrain.boxes) {
        xs.insert(xs.end(), {box.left() - 16, box.right() + 16});
        ys.insert(ys.end(), {box.top() - 16, box.bottom() + 16});
        acrossX.emplace_back(box.left(), box.right());
        acrossY.emplace_back(box.top(), box.bottom());
    }
    for (const QLineF& border : terrain.borders) {
        if (border.dy() == 0)
            acrossY.emplace_back(border.y1(), border.y1());
        else
            acrossX.emplace_back(border.x1(), border.x1());
    }
    addMiddles(xs, std::move(acrossX));
    addMiddles(ys, std::move(acrossY));
    xs.push_back(std::round((start.x() + end.x()) / 2));
    ys.push_back(std::round((start.y() + end.y()) / 2));
    std::erase_if(xs, [&](double x) { return x < terrain.area.left() || x > terrain.area.right(); });
    std::erase_if(ys, [&](double y) { return y < terrain.area.top() || y > terrain.area.bottom(); });
    std::vector<double> mustX{start.x(), end.x()}, mustY{start.y(), end.y()};
    for (const Segment& own : terrain.trunk) (own.horizontal ? mustY : mustX).push_back(own.at);

    const Lines linesX(std::move(xs), mustX), linesY(std::move(ys), mustY);
    Pricing price(terrain, linesX, linesY);
    Search search(linesX, linesY, price, terrain.trunk.empty() ? 1 : trunkShare, terrain.late);
    Found found = search.run(linesX.indexOf(start.x()), linesY.indexOf(start.y()), !isUpright(from.side),
                             linesX.indexOf(end.x()), linesY.indexOf(end.y()), !isUpright(to.side));
    if (found.points.empty()) {
        found.points = elbow(from, to);
        found.price = roughCost(found.points, terrain.boxes) + blockedCost;
        return found;
    }
    found.points.insert(found.points.begin(), from.at);
    found.points.push_back(to.at);
    found.points = simplified(std::move(found.points));
    return found;
}

} // namespace sallyport::diagram
