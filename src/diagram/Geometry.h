// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"

#include <QLineF>
#include <QSizeF>
#include <QStringList>

#include <span>

/// Pure functions about where things stand; scene pixels.
namespace sallyport::diagram {

inline constexpr double gridStep = 8;
inline constexpr QSizeF cardSize{176, 64};
inline constexpr QSizeF smallestCard{144, 64};
inline constexpr QSizeF smallestZone{176, 96};
inline constexpr QSizeF noteSize{200, 88};
inline constexpr QSizeF smallestNote{96, 40};
inline constexpr double zonePadding = 16;   ///< between a zone's border and its content
inline constexpr double zoneTitle = 24;     ///< the strip with the zone's name
inline constexpr double zoneFirstCard = 28; ///< first content below the top border

double onGrid(double value);
QPointF onGrid(const QPointF& point);
/// Position and size; never smaller than it was asked to be at least.
QRectF onGrid(const QRectF& rect, const QSizeF& smallest);

/// One line shown while something snaps; the distance (between the two nearest edges) stands at its middle, 0: none.
struct SnapLine {
    QLineF line;
    double distance = 0;
    bool operator==(const SnapLine&) const = default;
};

/// Where a moved rect comes to stand, and why.
struct Snap {
    QPointF offset; ///< to add to the rect
    std::vector<SnapLine> lines;
};
/// Edges and centres within the reach of those of others, and equal gaps to two neighbours; where nothing is near, the
/// grid. others: what stands still.
Snap snapMove(const QRectF& moving, std::span<const QRectF> others, double reach, bool toGrid = true);
/// Only the edges given move.
Snap snapResize(const QRectF& resized, Qt::Edges edges, std::span<const QRectF> others, double reach, bool toGrid = true);

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };
/// The same rects moved, in the order given; sizes keep. The outermost one gives the line, the common box the centre.
std::vector<QRectF> aligned(std::span<const QRectF> rects, Alignment alignment);
/// Equal gaps along the axis, the outer two stay. Fewer than three stay as they are.
std::vector<QRectF> distributed(std::span<const QRectF> rects, Qt::Orientation along);

/// The common box; null for none.
QRectF boundsOf(std::span<const QRectF> rects);
/// rect of a zone, component or note; null if it is not drawn.
QRectF rectOf(const Drawing& drawing, const QString& element);
/// The box of what stands in a zone, borders of inner zones included; null if it is empty.
QRectF contentOf(const Drawing& drawing, const model::ZoneId& zone);
/// The smallest rect a zone may be resized to: its content with padding and title, at least smallestZone.
QRectF smallestAround(const Drawing& drawing, const model::ZoneId& zone);

/// The innermost zone a point is in; collapsed zones and those in `except` (with what is inside them) do not count.
std::optional<model::ZoneId> zoneAt(const Drawing& drawing, const QPointF& point, const QSet<QString>& except = {});
/// The zone a dropped rect belongs to: the innermost one that holds its centre.
std::optional<model::ZoneId> zoneFor(const Drawing& drawing, const QRectF& rect, const QSet<QString>& except = {});
std::optional<model::ComponentId> cardAt(const Drawing& drawing, const QPointF& point);

/// These elements and all that stands inside the zones among them, at any depth, by parent and never by geometry:
/// what moves along.
QSet<QString> carriedWith(const model::Model& model, const Drawing& drawing, const QSet<QString>& elements);

/// A free place for a rect of that size, as near as possible to `near`, on the grid, over no card, note or inner zone.
/// In a zone: inside its padding, or where the zone would have to grow if it is full.
QRectF freePlace(const Drawing& drawing, const std::optional<model::ZoneId>& zone, const QSizeF& size, const QPointF& near);

/// New rects of the zones that must grow so that a rect fits into a zone, innermost first; empty if it fits.
std::vector<std::pair<model::ZoneId, QRectF>> grownFor(const Drawing& drawing, const model::ZoneId& zone,
                                                       const QRectF& content);

} // namespace sallyport::diagram
