// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QRectF>

#include <vector>

namespace sallyport::diagram {

/// Boxes by number, found by area: a hash of square cells. Boxes that cover many cells (zones) do not belong here.
class BoxIndex {
public:
    void insert(int number, const QRectF& box);
    void remove(int number, const QRectF& box);
    void clear() { cells_.clear(); }

    /// Appends the numbers of boxes in cells the area touches, each once: those near it, in no order that means anything.
    void near(const QRectF& area, std::vector<int>& numbers) const;

private:
    QHash<quint64, std::vector<int>> cells_;
    mutable std::vector<quint32> seen_; ///< by number: the look-up that saw it last
    mutable quint32 lookup_ = 0;
};

/// One straight piece of a flow's route.
struct Segment {
    int wire = -1;
    bool horizontal = true;
    double at = 0;           ///< y of a horizontal one, x of an upright one
    double from = 0, to = 0; ///< along it, rising

    QRectF box() const { return horizontal ? QRectF(from, at, to - from, 0) : QRectF(at, from, 0, to - from); }
};
std::vector<Segment> segmentsOf(int wire, const std::vector<QPointF>& points);

/// The routes of all flows, found by area.
class SegmentIndex {
public:
    void insert(const std::vector<Segment>& segments);
    void remove(int wire);
    void clear();
    /// Appends the pieces that touch the area, each once, in the order of their numbers.
    void near(const QRectF& area, std::vector<Segment>& found) const;

private:
    std::vector<Segment> segments_;
    std::vector<int> free_;
    QHash<int, std::vector<int>> ofWire_;
    BoxIndex index_;
};

} // namespace sallyport::diagram
