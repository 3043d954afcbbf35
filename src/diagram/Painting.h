// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "diagram/Overlay.h"
#include "diagram/Theme.h"

#include <array>
#include <span>

class QPainter;

/// Paints shapes in scene coordinates. The same functions serve canvas, PDF, SVG and PNG; on PDF and SVG everything is a
/// path or text. Every function leaves the painter as it found it, except for pen, brush and font.
/// Back to front: zones (outside in), flows, zone tags, flow labels, cards, notes, path.
namespace sallyport::diagram {

struct SnapLine;

enum class Detail { Full, Reduced, Overview };
/// 0.70 and up everything; 0.35 and up names, icons, meters, heads; below that the overview.
Detail detailFor(double scale);

/// What elements are painted with. Theme and overlay are referred to, not copied.
struct Look {
    const Theme& theme;
    const Overlay& overlay;
    double scale = 1; ///< device-independent pixels per scene pixel
    Detail detail = Detail::Full;

    Look(const Theme& theme, const Overlay& overlay, double scale = 1)
        : theme(theme), overlay(overlay), scale(scale), detail(detailFor(scale)) {}
    Look(const Theme& theme, const Overlay& overlay, double scale, Detail detail)
        : theme(theme), overlay(overlay), scale(scale), detail(detail) {}
};

/// The canvas's ground: its colour and, in detail, the grid's dots. rect in scene coordinates.
void paintGround(QPainter& painter, const QRectF& rect, const Look& look, bool dots);

void paintZone(QPainter& painter, const ZoneShape& zone, const Look& look); ///< all but the tag
void paintZoneTag(QPainter& painter, const ZoneShape& zone, const Look& look);
void paintCard(QPainter& painter, const CardShape& card, const Look& look);
/// exposed: in scene coordinates; segments outside are skipped. A null rect paints everything.
void paintFlow(QPainter& painter, const FlowShape& flow, const Look& look, const QRectF& exposed = {});
void paintFlowLabel(QPainter& painter, const FlowShape& flow, const Look& look);
void paintNote(QPainter& painter, const NoteShape& note, const Look& look);
/// The numbered discs of the path, over everything else.
void paintPathStops(QPainter& painter, const Drawing& drawing, const Look& look);
/// Where each disc stands (centre), for hit tests and for going to a step. Same order as overlay.path; a stop whose
/// element is not drawn has none.
std::vector<std::optional<QPointF>> pathStopPlaces(const Drawing& drawing, const Overlay& overlay);

/// Rings what a copy with an edit adds, changes or no longer has, and tells which by line and sign.
void paintChange(QPainter& painter, const QRectF& rect, Change change, const Look& look);
/// The same along a line, beneath it.
void paintChange(QPainter& painter, const QPainterPath& line, Change change, const Look& look);

/// Everything at once, back to front, at the look's detail.
void paintDrawing(QPainter& painter, const Drawing& drawing, const Look& look, const QRectF& exposed = {});

/// The whole drawing as batches of rectangles and lines, for scales under 0.35, the navigator and thumbnails.
/// selected: ids of zones and components drawn with the selection outline.
void paintOverview(QPainter& painter, const Drawing& drawing, const Look& look, const QRectF& exposed = {},
                   const QSet<QString>& selected = {});

// Decorations, which are never part of an element's own picture.

void paintSelection(QPainter& painter, const QRectF& rect, const Look& look, bool handles);
void paintSelection(QPainter& painter, const CardShape& card, const Look& look, bool handles);
/// Under the flow's own line, which is then painted again: line and bends.
void paintSelection(QPainter& painter, const FlowShape& flow, const Look& look, bool bends);
void paintHover(QPainter& painter, const CardShape& card, const Look& look, bool dots);
void paintHover(QPainter& painter, const FlowShape& flow, const Look& look);
void paintFocus(QPainter& painter, const QRectF& rect, const Look& look); ///< four corner brackets
/// rect of the zone that would receive it; text: "into apps · trust 30".
void paintDropPreview(QPainter& painter, const QRectF& rect, const QString& text, const Look& look);
void paintRubberBand(QPainter& painter, const QRectF& rect, const Look& look);
/// Lines shown while something snaps, with their distances.
void paintSnap(QPainter& painter, std::span<const SnapLine> lines, const Look& look);
/// A line that is being drawn from a card to the pointer.
void paintConnecting(QPainter& painter, const std::vector<QPointF>& points, const Look& look);

/// Top left, top, top right, right, bottom right, bottom, bottom left, left. Sizes are in screen pixels, so they depend
/// on the scale.
std::array<QRectF, 8> handles(const QRectF& rect, double scale);
/// Top, right, bottom, left: where a flow is drawn from.
std::array<QRectF, 4> edgeDots(const QRectF& rect, double scale);

} // namespace sallyport::diagram
