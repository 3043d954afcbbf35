// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/Geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sallyport::diagram {

namespace {

/// A rect seen along one axis, so that every rule is written once for both.
struct Axis {
    bool x = true;
    double low(const QRectF& rect) const { return x ? rect.left() : rect.top(); }
    double high(const QRectF& rect) const { return x ? rect.right() : rect.bottom(); }
    double middle(const QRectF& rect) const { return (low(rect) + high(rect)) / 2; }
    double length(const QRectF& rect) const { return high(rect) - low(rect); }
    Axis other() const { return {!x}; }
    QPointF point(double along, double across) const { return x ? QPointF(along, across) : QPointF(across, along); }
};

bool besideEachOther(const QRectF& a, const QRectF& b, const Axis& axis) {
    const Axis across = axis.other();
    return across.low(a) < across.high(b) && across.high(a) > across.low(b);
}

/// A line at one coordinate through the moved rect and everything that shares it.
SnapLine through(double at, const QRectF& moved, const QRectF& other, const Axis& axis) {
    const Axis across = axis.other();
    const double from = std::min(across.low(moved), across.low(other)), to = std::max(across.high(moved), across.high(other));
    const double gap = std::max({0.0, across.low(other) - across.high(moved), across.low(moved) - across.high(other)});
    return {QLineF(axis.point(at, from), axis.point(at, to)), gap};
}

SnapLine gapLine(double from, double to, double across, const Axis& axis) {
    return {QLineF(axis.point(from, across), axis.point(to, across)), to - from};
}

struct Neighbours {
    const QRectF* before = nullptr;
    const QRectF* after = nullptr;
};

Neighbours neighbours(const QRectF& rect, std::span<const QRectF> others, const Axis& axis) {
    Neighbours found;
    for (const QRectF& other : others) {
        if (&other == &rect || !besideEachOther(rect, other, axis)) continue;
        if (axis.high(other) <= axis.middle(rect) && (found.before == nullptr || axis.high(other) > axis.high(*found.before)))
            found.before = &other;
        if (axis.low(other) >= axis.middle(rect) && (found.after == nullptr || axis.low(other) < axis.low(*found.after)))
            found.after = &other;
    }
    return found;
}

struct Pull {
    double by = 0;
    bool found = false;
};

void consider(Pull& pull, double by, double reach) {
    if (std::abs(by) > reach || (pull.found && std::abs(by) >= std::abs(pull.by))) return;
    pull = {by, true};
}

void considerGaps(Pull& pull, const QRectF& moving, std::span<const QRectF> others, const Axis& axis, double reach) {
    const auto [before, after] = neighbours(moving, others, axis);
    if (before != nullptr && after != nullptr && axis.low(*after) - axis.high(*before) >= axis.length(moving))
        consider(pull, (axis.high(*before) + axis.low(*after)) / 2 - axis.middle(moving), reach);
    if (before != nullptr)
        if (const QRectF* second = neighbours(*before, others, axis).before)
            consider(pull, axis.high(*before) + (axis.low(*before) - axis.high(*second)) - axis.low(moving), reach);
    if (after != nullptr)
        if (const QRectF* second = neighbours(*after, others, axis).after)
            consider(pull, axis.low(*after) - (axis.low(*second) - axis.high(*after)) - axis.high(moving), reach);
}

void addGapLines(std::vector<SnapLine>& lines, const QRectF& moved, std::span<const QRectF> others, const Axis& axis) {
    const double across = axis.other().middle(moved);
    const auto [before, after] = neighbours(moved, others, axis);
    const auto same = [](double a, double b) { return a > 0 && std::abs(a - b) < 0.01; };
    const double gapBefore = before != nullptr ? axis.low(moved) - axis.high(*before) : -1;
    const double gapAfter = after != nullptr ? axis.low(*after) - axis.high(moved) : -1;
    if (same(gapBefore, gapAfter)) {
        lines.push_back(gapLine(axis.high(*before), axis.low(moved), across, axis));
        lines.push_back(gapLine(axis.high(moved), axis.low(*after), across, axis));
    }
    if (before != nullptr)
        if (const QRectF* second = neighbours(*before, others, axis).before;
            second != nullptr && same(gapBefore, axis.low(*before) - axis.high(*second))) {
            lines.push_back(gapLine(axis.high(*second), axis.low(*before), across, axis));
            lines.push_back(gapLine(axis.high(*before), axis.low(moved), across, axis));
        }
    if (after != nullptr)
        if (const QRectF* second = neighbours(*after, others, axis).after;
            second != nullptr && same(gapAfter, axis.low(*second) - axis.high(*after))) {
            lines.push_back(gapLine(axis.high(moved), axis.low(*after), across, axis));
            lines.push_back(gapLine(axis.high(*after), axis.low(*second), across, axis));
        }
}

void addAlignedLines(std::vector<SnapLine>& lines, const QRectF& moved, std::span<const QRectF> others, const Axis& axis,
                     std::span<const double> own) {
    for (const double at : own)
        for (const QRectF& other : others)
            for (const double theirs : {axis.low(other), axis.middle(other), axis.high(other)})
                if (std::abs(theirs - at) < 0.01) {
                    const SnapLine line = through(at, moved, other, axis);
                    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
                }
}

double pulled(const Pull& pull, double edge, bool toGrid) { return pull.found ? pull.by : toGrid ? onGrid(edge) - edge : 0; }

} // namespace

Snap snapMove(const QRectF& moving, std::span<const QRectF> others, double reach, bool toGrid) {
    std::array<Pull, 2> pulls;
    constexpr std::array axes{Axis{true}, Axis{false}};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const Axis& axis = axes[i];
        for (const QRectF& other : others)
            for (const double own : {axis.low(moving), axis.middle(moving), axis.high(moving)})
                for (const double theirs : {axis.low(other), axis.middle(other), axis.high(other)})
                    consider(pulls[i], theirs - own, reach);
        considerGaps(pulls[i], moving, others, axis, reach);
    }
    Snap snap;
    snap.offset = QPointF(pulled(pulls[0], moving.left(), toGrid), pulled(pulls[1], moving.top(), toGrid));
    const QRectF moved = moving.translated(snap.offset);
    for (std::size_t i = 0; i < axes.size(); ++i) {
        if (!pulls[i].found) continue;
        const Axis& axis = axes[i];
        addAlignedLines(snap.lines, moved, others, axis, std::array{axis.low(moved), axis.middle(moved), axis.high(moved)});
        addGapLines(snap.lines, moved, others, axis);
    }
    return snap;
}

Snap snapResize(const QRectF& resized, Qt::Edges edges, std::span<const QRectF> others, double reach, bool toGrid) {
    Snap snap;
    const auto pullEdge = [&](const Axis& axis, double edge) {
        Pull pull;
        for (const QRectF& other : others)
            for (const double theirs : {axis.low(other), axis.high(other)}) consider(pull, theirs - edge, reach);
        const double by = pulled(pull, edge, toGrid);
        if (pull.found) addAlignedLines(snap.lines, resized, others, axis, std::array{edge + by});
        return by;
    };
    if (edges & (Qt::LeftEdge | Qt::RightEdge))
        snap.offset.setX(pullEdge({true}, edges & Qt::LeftEdge ? resized.left() : resized.right()));
    if (edges & (Qt::TopEdge | Qt::BottomEdge))
        snap.offset.setY(pullEdge({false}, edges & Qt::TopEdge ? resized.top() : resized.bottom()));
    return snap;
}

} // namespace sallyport::diagram
