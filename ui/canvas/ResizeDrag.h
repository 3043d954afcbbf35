// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Tool.h"
#include "diagram/Geometry.h"

#include <QHash>

namespace sallyport::ui {

/// Moves edges of one element, or of the common box of several, which then scale with it. Nothing gets smaller than its
/// kind may be, a zone not smaller than what stands in it.
class ResizeDrag : public Drag {
public:
    ResizeDrag(Canvas& canvas, const QStringList& ids, Qt::Edges edges, const QPointF& start);

    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    QRectF limited(const QRectF& rect) const;
    QHash<QString, QRectF> scaledTo(const QRectF& box) const;

    QStringList ids_;
    Qt::Edges edges_;
    QPointF start_;
    QHash<QString, QRectF> rects_; ///< where they stood
    QHash<QString, QRectF> now_;
    QRectF box_;
    std::vector<QRectF> others_;
    std::vector<diagram::SnapLine> lines_;
};

void addSnapAreas(Areas& areas, const std::vector<diagram::SnapLine>& lines, double zoom);

/// The edges a handle moves, by its number in diagram::handles(), and the pointer that says so.
Qt::Edges edgesOfHandle(int handle);
Qt::CursorShape cursorOf(Qt::Edges edges);

} // namespace sallyport::ui
