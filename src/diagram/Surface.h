// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintEngine>
#include <QPainter>

namespace sallyport::diagram {

/// Pixels, for which caches pay, as opposed to PDF, SVG and pictures, which must stay paths and text.
inline bool isRaster(const QPainter& painter) {
    switch (painter.paintEngine()->type()) {
        case QPaintEngine::Pdf:
        case QPaintEngine::SVG:
        case QPaintEngine::Picture:
            return false;
        default:
            return true;
    }
}

/// Device pixels per painter unit, for painters that scale alike both ways.
inline double deviceScale(const QPainter& painter) {
    const QTransform& transform = painter.deviceTransform();
    return std::sqrt(std::abs(transform.determinant()));
}

} // namespace sallyport::diagram
