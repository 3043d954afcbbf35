// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/ElementOrder.h"
#include "canvas/InlineEditor.h"
#include "canvas/Tools.h"
#include "diagram/Geometry.h"
#include "workspace/Workspace.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

/// Events of the canvas: each goes to the tool, to the camera, or to a command.
namespace sallyport::ui {

namespace {

constexpr double panStep = 48, nudgeStep = 8;

QPointF directionOf(int key) {
    switch (key) {
        case Qt::Key_Left:
            return {-1, 0};
        case Qt::Key_Right:
            return {1, 0};
        case Qt::Key_Up:
            return {0, -1};
        case Qt::Key_Down:
            return {0, 1};
        default:
            return {};
    }
}

} // namespace

Pointer Canvas::pointerAt(const QPoint& at, Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const {
    return {viewportTransform().inverted().map(QPointF(at)), at, button, modifiers};
}

// ---- mouse

void Canvas::mousePressEvent(QMouseEvent* event) {
    retired_.clear();
    editor_->close(true);
    setFocus(Qt::MouseFocusReason);
    const QPoint at = event->position().toPoint();
    const Pointer pointer = pointerAt(at, event->button(), event->modifiers());
    event->accept();
    if (event->button() == Qt::MiddleButton) {
        setPanning(true);
        if (panning_) panTool_->press(pointer);
    } else if (event->button() == Qt::LeftButton) {
        if (event->buttons() != Qt::LeftButton) return; // another button's drag goes on
        activeTool().press(pointer);
    } else if (event->button() == Qt::RightButton && !isDragging()) {
        const QString id = scene_->elementAt(pointer.scene, 6 / std::max(zoom(), 0.2));
        if (!workspace_.isSelected(id)) workspace_.select(id.isEmpty() ? QStringList() : QStringList{id});
    }
    updateCursor();
}

void Canvas::mouseMoveEvent(QMouseEvent* event) {
    const Pointer pointer = pointerAt(event->position().toPoint(), Qt::NoButton, event->modifiers());
    event->accept();
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton))) return activeTool().hover(pointer);
    activeTool().drag(pointer);
    draggedTo_ = pointer.viewport;
    draggedWith_ = pointer.modifiers;
    const bool over = !viewport()->rect().contains(draggedTo_) && isDragging() && !panning_ && kind_ != ToolKind::Pan;
    if (!over)
        edgeTimer_->stop();
    else if (!edgeTimer_->isActive())
        edgeTimer_->start();
}

void Canvas::scrollWhileDragging() {
    if (!isDragging()) return edgeTimer_->stop();
    const QRect inside = viewport()->rect();
    const auto beyond = [](int at, int low, int high) { return at < low ? low - at : at > high ? high - at : 0; };
    const QPoint by(beyond(draggedTo_.x(), inside.left(), inside.right()),
                    beyond(draggedTo_.y(), inside.top(), inside.bottom()));
    camera_->panBy({std::clamp(by.x(), -32, 32), std::clamp(by.y(), -32, 32)});
    activeTool().drag(pointerAt(draggedTo_, Qt::NoButton, draggedWith_));
}

void Canvas::mouseReleaseEvent(QMouseEvent* event) {
    const Pointer pointer = pointerAt(event->position().toPoint(), event->button(), event->modifiers());
    event->accept();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    edgeTimer_->stop();
    activeTool().release(pointer);
    if (event->button() == Qt::MiddleButton) setPanning(false);
    updateCursor();
    if (!isDragging()) camera_->updateReach();
}

void Canvas::mouseDoubleClickEvent(QMouseEvent* event) {
    retired_.clear();
    event->accept();
    if (event->button() == Qt::LeftButton && !panning_)
        activeTool().doubleClick(pointerAt(event->position().toPoint(), event->button(), event->modifiers()));
}

void Canvas::contextMenuEvent(QContextMenuEvent* event) {
    event->accept();
    QPoint at = event->pos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRectF box = handleBox();
        at = box.isNull() ? viewport()->rect().center() : mapFromScene(box.center());
    }
    Q_EMIT menuRequested(viewport()->mapToGlobal(at), mapToScene(at));
}

void Canvas::wheelEvent(QWheelEvent* event) {
    event->accept();
    const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() * 48 / 120 : event->pixelDelta();
    if (event->modifiers() & Qt::ControlModifier) {
        const double notches = (event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x()) / 120.0;
        return camera_->zoomBy(std::pow(1.2, notches), event->position().toPoint());
    }
    const bool sideways = event->modifiers() & Qt::ShiftModifier;
    camera_->panBy(sideways ? QPoint(pixels.y(), pixels.x()) : pixels);
}

bool Canvas::viewportEvent(QEvent* event) {
    switch (event->type()) {
        case QEvent::Leave:
            activeTool().leave();
            break;
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            const QString id = scene_->elementAt(mapToScene(help->pos()), 6 / std::max(zoom(), 0.2));
            const QString tip = isDragging() ? QString() : tipOf(id);
            tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, viewport());
            return true;
        }
        case QEvent::NativeGesture: {
            const auto* gesture = static_cast<QNativeGestureEvent*>(event);
            if (gesture->gestureType() != Qt::ZoomNativeGesture) break;
            camera_->zoomBy(1 + gesture->value(), gesture->position().toPoint());
            return true;
        }
        default:
            break;
    }
    return QGraphicsView::viewportEvent(event);
}

QString Canvas::tipOf(const QString& id) const {
    const model::Model& model = workspace_.model();
    if (const auto* flow = drawing().flow({id})) {
        const QString route = tr("%1 to %2").arg(model.nameOf(flow->source.value), model.nameOf(flow->target.value));
        return flow->label.text.isEmpty() ? route : route + '\n' + flow->label.text;
    }
    const model::Component* component = model.components.find({id});
    if (!component) return {};
    const QString kind = component->zone
                             ? tr("%1 in %2").arg(model::label(component->kind), model.nameOf(component->zone->value))
                             : model::label(component->kind);
    return component->name + '\n' + kind + '\n' + placeableOf(component->kind).tip();
}

// ---- keyboard

bool Canvas::event(QEvent* event) {
    // Space pans and Tab walks; neither is anybody's shortcut while the canvas has the keyboard.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || !directionOf(key->key()).isNull()) event->accept();
    }
    return QGraphicsView::event(event);
}

void Canvas::keyPressEvent(QKeyEvent* event) {
    retired_.clear();
    handleKey(*event) ? event->accept() : event->ignore();
}

void Canvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) return setPanning(false);
    event->ignore();
}

bool Canvas::handleKey(QKeyEvent& event) {
    if (activeTool().key(event)) return true;
    switch (event.key()) {
        case Qt::Key_Escape:
            if (activeTool().cancel()) return true;
            if (kind_ != ToolKind::Select)
                setTool(ToolKind::Select);
            else if (workspace_.selection().isEmpty())
                return false;
            else
                workspace_.select({});
            return true;
        case Qt::Key_Space:
            if (!event.isAutoRepeat()) setPanning(true);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            commands_->rename();
            return true;
        case Qt::Key_Home:
            camera_->fit();
            return true;
        default:
            break;
    }
    const QPointF direction = directionOf(event.key());
    if (direction.isNull() || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    if (isDragging()) return true;
    if (commands_->selectedBoxes().isEmpty())
        camera_->panBy((direction * -panStep).toPoint());
    else
        commands_->nudge(direction * (event.modifiers() & Qt::ShiftModifier ? 1 : nudgeStep));
    return true;
}

bool Canvas::focusNextPrevChild(bool next) {
    const QStringList order = elementOrder(drawing());
    const qsizetype at = order.indexOf(focused_);
    const qsizetype wanted = at < 0 ? (next ? 0 : order.size() - 1) : at + (next ? 1 : -1);
    if (wanted < 0 || wanted >= order.size()) {
        setFocusedElement({});
        return QGraphicsView::focusNextPrevChild(next);
    }
    const QString& id = order[wanted];
    workspace_.select({id});
    setFocusedElement(id);
    QRectF rect = diagram::rectOf(drawing(), id);
    if (const auto* flow = drawing().flow({id})) rect = diagram::paintedRect(*flow);
    if (!visibleArea().contains(rect) && !drawing().zone({id})) camera_->reveal(rect);
    return true;
}

void Canvas::focusInEvent(QFocusEvent* event) {
    QGraphicsView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) bracketed_ = !focused_.isEmpty();
    updateDecorations();
}

void Canvas::focusOutEvent(QFocusEvent* event) {
    QGraphicsView::focusOutEvent(event);
    setPanning(false);
    updateDecorations();
}

// ---- the view itself

void Canvas::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    camera_->resized();
    Q_EMIT viewChanged();
}

void Canvas::showEvent(QShowEvent* event) {
    QGraphicsView::showEvent(event);
    camera_->resized();
}

void Canvas::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    if (drawing().isEmpty()) viewport()->update();
    Q_EMIT viewChanged();
}

// ---- dropping

void Canvas::dragEnterEvent(QDragEnterEvent* event) {
    const auto what = placeableFromText(event->mimeData()->data(placeableMimeType));
    if (what) dropTool_ = std::make_unique<DropTool>(*this, *what);
    if (!what && !event->mimeData()->hasFormat(elementsMimeType)) return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void Canvas::dragMoveEvent(QDragMoveEvent* event) {
    if (!dropTool_ && !event->mimeData()->hasFormat(elementsMimeType)) return event->ignore();
    if (dropTool_) dropTool_->hover(pointerAt(event->position().toPoint(), Qt::NoButton, event->modifiers()));
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

void Canvas::dragLeaveEvent(QDragLeaveEvent* event) {
    dropTool_.reset();
    updateDecorations();
    event->accept();
}

void Canvas::dropEvent(QDropEvent* event) {
    dropTool_.reset();
    updateDecorations();
    const QPointF at = pointerAt(event->position().toPoint(), Qt::NoButton, event->modifiers()).scene;
    const QMimeData& data = *event->mimeData();
    const auto what = placeableFromText(data.data(placeableMimeType));
    if (!what && !data.hasFormat(elementsMimeType)) return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setFocus(Qt::OtherFocusReason);
    if (!what)
        return commands_->placeExisting(QString::fromUtf8(data.data(elementsMimeType)).split('\n', Qt::SkipEmptyParts), at);
    const QString id = commands_->place(*what, at);
    if (what->isNote() && !id.isEmpty()) rename(id);
}

} // namespace sallyport::ui
