// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Tool.h"
#include "diagram/Geometry.h"

#include <QHash>

namespace sallyport::ui {

/// Moves elements and what stands in them. Snaps; shows into which zone they would go. Shift keeps to one axis, Alt does
/// not snap.
class MoveDrag : public Drag {
public:
    /// ids: outermost elements.
    MoveDrag(Canvas& canvas, const QStringList& ids, const QPointF& start);

    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void cancel() override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    QHash<QString, QRectF> movedBy(const QPointF& by) const;
    void findReceivers();

    QStringList ids_;
    QPointF start_, by_;
    QHash<QString, QRectF> carried_; ///< drawn ones, where they stood
    std::vector<QRectF> others_;     ///< to snap to
    QRectF box_;
    std::vector<diagram::SnapLine> lines_;
    std::vector<std::pair<QRectF, QString>> receivers_; ///< zones that would take something in
};

/// Rects in view that stand still while these elements move.
std::vector<QRectF> standing(const Canvas& canvas, const QSet<QString>& moving);
/// Scene pixels within which things snap.
double snapReach(const Canvas& canvas);

} // namespace sallyport::ui
