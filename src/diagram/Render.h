// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Painting.h"
#include "model/Error.h"

#include <QByteArray>
#include <QPageSize>
#include <QSize>

class QPagedPaintDevice;

namespace sallyport::diagram {

struct RenderOptions {
    const Theme* theme = &Theme::light();
    Overlay overlay;
    bool legend = true; ///< under the drawing, in the lenses that have one
    bool ground = true; ///< fill the rect with the canvas's colour
    double margin = 24; ///< around the drawing, scene pixels
    QRectF source;      ///< part of the scene to show; null: all of it
    QString title;      ///< metadata of the file; the diagram's title if empty
};

/// Scene pixels a rendering is large before it is fitted: drawing, margin and legend.
QSizeF naturalSize(const Drawing& drawing, const RenderOptions& options);
/// Units of the target per scene pixel when the drawing is fitted to a size.
double fittedScale(const Drawing& drawing, const RenderOptions& options, const QSizeF& size);

/// Fits the drawing to the rect, centred, never larger than `largest` units per scene pixel and never cut. Always with
/// all detail. Returns the scale used; 0 if there was nothing to draw.
double render(QPainter& painter, const QRectF& target, const Drawing& drawing, const RenderOptions& options,
              double largest = 1.0);
/// The overview, fitted likewise: welcome page, navigator, report cover. Returns the scene-to-target transform.
QTransform renderOverview(QPainter& painter, const QRectF& target, const Drawing& drawing, const RenderOptions& options);

/// Parts of the scene, in reading order, that each fit a page of that size at no less than the scale; they overlap by a
/// card, so that every card stands whole on one of them. Parts without a card are left out. One part if all fits.
std::vector<QRectF> tiles(const Drawing& drawing, const QSizeF& page, double scale);

/// Whole files. An empty diagram is refused.
Expected<QByteArray> toSvg(const Drawing& drawing, const RenderOptions& options);
/// scale: pixels per scene pixel. Refused beyond 16,384 pixels a side or 100 million in all.
Expected<QByteArray> toPng(const Drawing& drawing, const RenderOptions& options, double scale = 2.0);
/// One page as large as the drawing, at 0.75 points a scene pixel (the largest side limited to 14,400 points), PDF/A-1b.
Expected<QByteArray> toPdf(const Drawing& drawing, const RenderOptions& options);

} // namespace sallyport::diagram
