// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/DrawingData.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace sallyport::diagram {

namespace {

constexpr qsizetype mostBends = 200;
constexpr double farthest = 200'000;

} // namespace

QRectF boundsOfPoints(const std::vector<QPointF>& points) {
    if (points.empty()) return {};
    double left = points.front().x(), right = left, top = points.front().y(), bottom = top;
    for (const QPointF& point : points) {
        left = std::min(left, point.x());
        right = std::max(right, point.x());
        top = std::min(top, point.y());
        bottom = std::max(bottom, point.y());
    }
    return {left, top, right - left, bottom - top};
}

QString bendsText(const std::vector<QPointF>& bends) {
    QStringList words;
    for (const QPointF& bend : bends) words.append(QStringLiteral("%1,%2").arg(qRound(bend.x())).arg(qRound(bend.y())));
    return words.join(' ');
}

std::optional<std::vector<QPointF>> bendsFromText(const QString& text) {
    const QStringList words = text.split(' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > mostBends) return std::nullopt;
    std::vector<QPointF> bends;
    for (const QString& word : words) {
        const QStringList numbers = word.split(',');
        bool fineX = false, fineY = false;
        if (numbers.size() != 2) return std::nullopt;
        const double x = numbers[0].toDouble(&fineX), y = numbers[1].toDouble(&fineY);
        if (!fineX || !fineY || !(std::abs(x) <= farthest) || !(std::abs(y) <= farthest)) return std::nullopt;
        bends.emplace_back(x, y);
    }
    return bends;
}

int Drawing::segmentAt(const model::FlowId& id, const QPointF& at, double reach) const {
    const FlowShape* shape = flow(id);
    if (shape == nullptr) return -1;
    int nearest = -1;
    double closest = reach;
    const std::vector<Segment> segments = segmentsOf(0, shape->points);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& segment = segments[i];
        const double along = segment.horizontal ? at.x() : at.y(), across = segment.horizontal ? at.y() : at.x();
        const double off = std::max({std::abs(across - segment.at), segment.from - along, along - segment.to});
        if (off > closest) continue;
        closest = off;
        nearest = static_cast<int>(i);
    }
    return nearest;
}

QString Drawing::bendsWithSegmentMoved(const model::FlowId& id, int segment, double by) const {
    const FlowShape* shape = flow(id);
    if (shape == nullptr || segment < 0 || static_cast<std::size_t>(segment) + 1 >= shape->points.size()) return {};
    std::vector<QPointF> points = shape->points;
    const auto first = static_cast<std::size_t>(segment);
    const bool horizontal = std::abs(points[first].y() - points[first + 1].y()) < 0.01;
    const QPointF moved = horizontal ? QPointF(0, by) : QPointF(by, 0);
    if (points.size() == 2) {
        // A straight line has no bends yet: it gets two, so that it stays where it was put.
        const QPointF way = points[1] - points[0];
        return bendsText({points[0] + way / 3 + moved, points[0] + way * 2 / 3 + moved});
    }
    points[first] += moved;
    points[first + 1] += moved;
    // The first and last points are on the borders; the route finds its way there from the bends.
    return bendsText({points.begin() + 1, points.end() - 1});
}

std::vector<QPointF> Drawing::elbow(const model::ComponentId& source, const QPointF& to) const {
    const CardShape* from = card(source);
    if (from == nullptr) return {};
    for (const auto& [id, other] : cards())
        if (id != source && other.rect.contains(to)) return previewRoute(from->rect, other.rect);
    return previewRoute(from->rect, QRectF(to - QPointF(1, 1), QSizeF(2, 2)));
}

} // namespace sallyport::diagram
