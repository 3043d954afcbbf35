// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCursor>
#include <QPointF>
#include <QString>

#include <QRectF>

#include <memory>
#include <vector>

class QKeyEvent;
class QPainter;

namespace sallyport::diagram {
struct Look;
}

namespace sallyport::ui {

class Canvas;

/// Where a mouse event happened.
struct Pointer {
    QPointF scene;
    QPoint viewport;
    Qt::MouseButton button = Qt::NoButton;
    Qt::KeyboardModifiers modifiers;

    /// Shift and Ctrl both add to a selection.
    bool extends() const { return modifiers & (Qt::ShiftModifier | Qt::ControlModifier); }
};

/// Parts of the scene that something is painted into.
using Areas = std::vector<QRectF>;
/// The four sides of a rect's border, so that its middle is not painted again.
void addBorder(Areas& areas, const QRectF& rect, double reach);

/// Something that happens between pressing and releasing a button. Until finish() nothing is edited, so that cancel()
/// leaves everything as it was.
class Drag {
public:
    explicit Drag(Canvas& canvas) : canvas_(canvas) {}
    virtual ~Drag() = default;
    Drag(const Drag&) = delete;
    Drag& operator=(const Drag&) = delete;

    virtual void to(const Pointer& pointer) = 0;
    virtual void finish(const Pointer& pointer) = 0;
    virtual void cancel() {}
    virtual void paint(QPainter&, const diagram::Look&) const {}
    virtual void addAreas(Areas&) const {} ///< what paint() paints into

protected:
    Canvas& canvas() const { return canvas_; }

private:
    Canvas& canvas_;
};

/// What the mouse does on the canvas. Presses, moves and releases of the left button, and moves without one.
class Tool {
public:
    explicit Tool(Canvas& canvas) : canvas_(canvas) {}
    virtual ~Tool();
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual void press(const Pointer&) {}
    virtual void hover(const Pointer&) {}
    virtual void drag(const Pointer&);
    virtual void release(const Pointer&);
    virtual void doubleClick(const Pointer&) {}
    virtual void leave() {}
    /// True if the key was for the tool.
    virtual bool key(const QKeyEvent&) { return false; }
    /// Ends what is going on without an edit; false if nothing was.
    virtual bool cancel();
    virtual void paint(QPainter& painter, const diagram::Look& look) const;
    virtual void addAreas(Areas& areas) const;
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    virtual QString hint() const { return {}; }

    bool isDragging() const { return drag_ != nullptr; }

protected:
    Canvas& canvas() const { return canvas_; }
    void begin(std::unique_ptr<Drag> drag);

private:
    Canvas& canvas_;
    std::unique_ptr<Drag> drag_;
};

} // namespace sallyport::ui
