// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Ids.h"

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QVariantAnimation>

namespace sallyport::ui {

class Canvas;

/// Which part of the scene the canvas shows, and how large. Moves of the view take 180 ms, or no time at all where the
/// style animates nothing. Remembers where each diagram was looked at.
class Camera : public QObject {
    Q_OBJECT

public:
    static constexpr double smallest = 0.05, largest = 4.0;

    explicit Camera(Canvas& canvas);

    double zoom() const;
    QPointF centre() const;
    /// The point of the viewport stays where it is.
    void zoomBy(double factor, const QPoint& around);
    void zoomIn();
    void zoomOut();
    void zoomActual();
    void panBy(const QPoint& pixels);
    void centreOn(const QPointF& scene, bool animated = false);

    /// The whole diagram, at most at 100 %.
    void fit(bool animated = true);
    void fitSelection();
    /// Brings a rect into view, zooming out or in only as far as it takes to read it.
    void reveal(const QRectF& rect, bool animated = true);

    /// Another diagram is shown: as it was left, else fitted.
    void enter(const model::DiagramId& diagram);
    void forget();
    /// The scene's bounds or the viewport are different: how far the view can be moved.
    void updateReach();
    /// The first time there is room, what waited for it is fitted.
    void resized();

private:
    struct Place {
        QPointF centre;
        double zoom = 1;
    };
    Place fitting(const QRectF& rect, double most) const;
    void go(const Place& place, bool animated);
    void show(const Place& place);
    int animationTime() const;
    bool canFit() const;

    Canvas& canvas_;
    QVariantAnimation motion_;
    Place from_, to_;
    QHash<model::DiagramId, Place> left_;
    model::DiagramId diagram_;
    bool fitWhenShown_ = true;
};

} // namespace sallyport::ui
