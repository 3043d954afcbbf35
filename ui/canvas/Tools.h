// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "canvas/Placeable.h"
#include "canvas/Tool.h"

#include <QRectF>

namespace sallyport::ui {

/// H, Space, the middle button: drags the view.
class PanTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    QCursor cursor() const override { return isDragging() ? Qt::ClosedHandCursor : Qt::OpenHandCursor; }
    QString hint() const override;
};

/// C: from one component to another, by dragging or by two clicks.
class ConnectTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    void hover(const Pointer& pointer) override;
    void release(const Pointer& pointer) override;
    bool cancel() override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    QString source_; ///< of the drag, while a click may still become one
    QPoint pressedAt_;
    bool waits_ = false; ///< for the second click
};

/// Z: draws the rectangle of a zone.
class ZoneTool : public Tool {
public:
    explicit ZoneTool(Canvas& canvas, model::ZoneKind zone = model::ZoneKind::Application) : Tool(canvas), zone_(zone) {}
    void press(const Pointer& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    model::ZoneKind zone_;
};

/// T: draws the rectangle of a note, or puts one down.
class NoteTool : public Tool {
public:
    using Tool::Tool;
    void press(const Pointer& pointer) override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;
};

/// A letter, then a click: puts something of that kind there. Shift keeps the tool for the next one.
class PlaceTool : public Tool {
public:
    PlaceTool(Canvas& canvas, const Placeable& what);
    void press(const Pointer& pointer) override;
    void hover(const Pointer& pointer) override;
    void leave() override;
    bool key(const QKeyEvent& event) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    QString hint() const override;

private:
    void placed(const QString& id, bool again);
    Placeable what_;
    std::optional<QRectF> ghost_;
};

/// While something is dragged over the canvas: shows where it would come to stand.
class DropTool : public Tool {
public:
    DropTool(Canvas& canvas, const Placeable& what) : Tool(canvas), what_(what) {}
    void hover(const Pointer& pointer) override;
    void paint(QPainter& painter, const diagram::Look& look) const override;
    void addAreas(Areas& areas) const override;

private:
    Placeable what_;
    std::optional<QRectF> ghost_;
};

/// The rect something new has with its centre there; on the grid if the canvas snaps.
QRectF rectAround(const Canvas& canvas, const Placeable& what, const QPointF& centre);

} // namespace sallyport::ui
