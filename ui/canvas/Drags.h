// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Placeable.h"
#include "canvas/Tool.h"
#include "model/Ids.h"

#include <QPoint>
#include <QRectF>
#include <QStringList>

#include <vector>

namespace sallyport::ui {

/// Selects what stands in the rectangle, in addition to what was selected if asked for.
class RubberBandDrag : public Drag {
public:
    RubberBandDrag(Canvas& canvas, const QPointF& start, bool adds);
    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    QPointF start_;
    QRectF rect_;
    bool adds_;
    QStringList inside_;
};

/// Draws a flow from a component to the one under the pointer.
class ConnectDrag : public Drag {
public:
    ConnectDrag(Canvas& canvas, const model::ComponentId& source);
    ~ConnectDrag() override;
    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    std::optional<model::ComponentId> targetAt(const QPointF& scene) const;
    model::ComponentId source_;
    std::optional<model::ComponentId> target_;
    std::vector<QPointF> line_;
};

/// Moves a segment of a flow across itself, or a bend with both of its segments. The route then belongs to the person.
class BendDrag : public Drag {
public:
    /// bend: index of the route's point, or -1 for the segment.
    BendDrag(Canvas& canvas, const model::FlowId& flow, int segment, int bend, const QPointF& start);
    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    model::FlowId flow_;
    int segment_, bend_;
    QPointF start_;
    std::vector<QPointF> before_, now_;
    QString bends_;
};

/// Draws the rectangle of a new zone or note; a mere click gives it its usual size.
class DrawDrag : public Drag {
public:
    DrawDrag(Canvas& canvas, const Placeable& what, const QPointF& start);
    void to(const Pointer& pointer) override;
    void finish(const Pointer& pointer) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    Placeable what_;
    QPointF start_;
    QRectF rect_;
};

/// Moves the view.
class PanDrag : public Drag {
public:
    PanDrag(Canvas& canvas, const QPoint& start) : Drag(canvas), last_(start) {}
    void to(const Pointer& pointer) override;
    void finish(const Pointer&) override {}

private:
    QPoint last_;
};

/// The zone something of that rect would be put into, outlined and named; nothing outside of all zones.
void paintReceiver(QPainter& painter, const Canvas& canvas, const QRectF& rect, const diagram::Look& look);
void addReceiverAreas(Areas& areas, const Canvas& canvas, const QRectF& rect);
/// What would be put there, as it will look.
void paintGhost(QPainter& painter, const Canvas& canvas, const Placeable& what, const QRectF& rect, const diagram::Look& look);

} // namespace sallyport::ui
