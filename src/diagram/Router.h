// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/SpatialIndex.h"

#include <QLineF>
#include <QRectF>

#include <vector>

namespace sallyport::diagram {

enum class Side { Top, Right, Bottom, Left };
inline bool isUpright(Side side) { return side == Side::Top || side == Side::Bottom; }
QPointF outward(Side side);

/// One end of a route: a point on a side of a box.
struct Port {
    QPointF at;
    Side side = Side::Bottom;
};

/// What one route must respect. Boxes are never entered; everything else has its price.
struct Terrain {
    std::vector<QRectF> boxes;   ///< cards around, those of both ends included
    QRectF source, target;       ///< the two of them that are its ends
    bool late = false;           ///< turn near the target rather than near the source
    std::vector<QRectF> strips;  ///< zones' title strips: not to run along
    std::vector<QRectF> soft;    ///< titles and tags of zones
    std::vector<QRectF> foreign; ///< zones that hold neither end
    std::vector<QLineF> borders; ///< of zones: crossed freely, never followed
    std::vector<Segment> others; ///< routes that are there already
    QRectF area;                 ///< all of the above is known inside it, and nothing outside
    std::vector<Segment> trunk;  ///< routes of the same bundle: following them is cheaper than leaving them

    void clear();
};

struct Found {
    std::vector<QPointF> points; ///< from port to port
    double price = 0;            ///< in pixels of detour
};
/// An orthogonal route between two ports around boxes: A* on the grid of lines that matter (ports, edges of boxes with
/// some distance, middles of gaps). Without a way: an elbow, at a price of its own.
Found route(const Port& from, const Port& to, const Terrain& terrain);

/// The plain orthogonal connection, which looks at nothing but its ends.
std::vector<QPointF> elbow(const Port& from, const Port& to);

/// Without repeated points and points within straight runs; orthogonal ones only.
std::vector<QPointF> simplified(std::vector<QPointF> points);

/// A rough price of a route (length, bends, boxes run through), for choosing sides.
double roughCost(const std::vector<QPointF>& points, const std::vector<QRectF>& boxes);

} // namespace sallyport::diagram
