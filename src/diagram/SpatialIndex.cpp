// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/SpatialIndex.h"

#include <QPointF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sallyport::diagram {

namespace {

constexpr double cellSize = 256;
int cellOf(double value) { return static_cast<int>(std::floor(value / cellSize)); }

quint64 cellKey(int x, int y) { return (static_cast<quint64>(static_cast<quint32>(x)) << 32) | static_cast<quint32>(y); }

template <class Visit>
void forCells(const QRectF& area, Visit visit) {
    const int right = cellOf(area.right()), bottom = cellOf(area.bottom());
    for (int x = cellOf(area.left()); x <= right; ++x)
        for (int y = cellOf(area.top()); y <= bottom; ++y) visit(cellKey(x, y));
}

} // namespace

void BoxIndex::insert(int number, const QRectF& box) {
    forCells(box, [&](quint64 key) { cells_[key].push_back(number); });
}

void BoxIndex::remove(int number, const QRectF& box) {
    forCells(box, [&](quint64 key) {
        const auto cell = cells_.find(key);
        if (cell == cells_.end()) return;
        std::erase(*cell, number);
        if (cell->empty()) cells_.erase(cell);
    });
}

void BoxIndex::near(const QRectF& area, std::vector<int>& numbers) const {
    const double cells = (area.width() / cellSize + 1) * (area.height() / cellSize + 1);
    ++lookup_;
    const auto add = [&](const std::vector<int>& cell) {
        for (const int number : cell) {
            const auto index = static_cast<std::size_t>(number);
            if (index >= seen_.size()) seen_.resize(index + 64, 0);
            if (std::exchange(seen_[index], lookup_) != lookup_) numbers.push_back(number);
        }
    };
    if (cells > 4.0 * static_cast<double>(cells_.size())) {
        for (const std::vector<int>& cell : cells_) add(cell);
    } else {
        forCells(area, [&](quint64 key) {
            const auto cell = cells_.constFind(key);
            if (cell != cells_.constEnd()) add(*cell);
        });
    }
}

std::vector<Segment> segmentsOf(int wire, const std::vector<QPointF>& points) {
    std::vector<Segment> segments;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const QPointF a = points[i - 1], b = points[i];
        if (std::abs(a.y() - b.y()) <= std::abs(a.x() - b.x()))
            segments.push_back({wire, true, a.y(), std::min(a.x(), b.x()), std::max(a.x(), b.x())});
        else
            segments.push_back({wire, false, a.x(), std::min(a.y(), b.y()), std::max(a.y(), b.y())});
    }
    return segments;
}

void SegmentIndex::insert(const std::vector<Segment>& segments) {
    for (const Segment& segment : segments) {
        int number = static_cast<int>(segments_.size());
        if (free_.empty()) {
            segments_.push_back(segment);
        } else {
            number = free_.back();
            free_.pop_back();
            segments_[static_cast<std::size_t>(number)] = segment;
        }
        ofWire_[segment.wire].push_back(number);
        index_.insert(number, segment.box());
    }
}

void SegmentIndex::remove(int wire) {
    for (const int number : ofWire_.take(wire)) {
        index_.remove(number, segments_[static_cast<std::size_t>(number)].box());
        free_.push_back(number);
    }
}

void SegmentIndex::clear() { *this = {}; }

void SegmentIndex::near(const QRectF& area, std::vector<Segment>& found) const {
    static thread_local std::vector<int> numbers;
    numbers.clear();
    index_.near(area, numbers);
    std::erase_if(numbers, [&](int number) {
        const QRectF box = segments_[static_cast<std::size_t>(number)].box();
        return box.left() > area.right() || box.right() < area.left() || box.top() > area.bottom() || box.bottom() < area.top();
    });
    std::ranges::sort(numbers);
    for (const int number : numbers) found.push_back(segments_[static_cast<std::size_t>(number)]);
}

} // namespace sallyport::diagram
