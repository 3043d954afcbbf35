// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Tools.h"

#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/Drags.h"
#include "diagram/Geometry.h"
#include "workspace/Workspace.h"

#include <QApplication>
#include <QKeyEvent>

namespace sallyport::ui {

// ---- panning

void PanTool::press(const Pointer& pointer) { begin(std::make_unique<PanDrag>(canvas(), pointer.viewport)); }

QString PanTool::hint() const { return Canvas::tr("Drag moves the view; V selects again"); }

// ---- connecting

void ConnectTool::press(const Pointer& pointer) {
    if (waits_) {
        waits_ = false;
        return Tool::release(pointer);
    }
    const auto source = diagram::cardAt(canvas().drawing(), pointer.scene);
    if (!source) return;
    source_ = source->value;
    pressedAt_ = pointer.viewport;
    begin(std::make_unique<ConnectDrag>(canvas(), *source));
}

void ConnectTool::hover(const Pointer& pointer) {
    if (waits_) return drag(pointer);
    const auto card = diagram::cardAt(canvas().drawing(), pointer.scene);
    canvas().setHovered(card ? card->value : QString());
}

void ConnectTool::release(const Pointer& pointer) {
    if (!isDragging()) return;
    const bool isClick = (pointer.viewport - pressedAt_).manhattanLength() < QApplication::startDragDistance();
    if (isClick && !waits_) {
        waits_ = true;
        return;
    }
    Tool::release(pointer);
}

bool ConnectTool::cancel() {
    waits_ = false;
    return Tool::cancel();
}

QString ConnectTool::hint() const { return Canvas::tr("Drag from the component that calls to the one it calls"); }

// ---- drawing zones and notes

void ZoneTool::press(const Pointer& pointer) { begin(std::make_unique<DrawDrag>(canvas(), placeableOf(zone_), pointer.scene)); }

QString ZoneTool::hint() const { return Canvas::tr("Draw the border of the zone"); }

void NoteTool::press(const Pointer& pointer) { begin(std::make_unique<DrawDrag>(canvas(), notePlaceable(), pointer.scene)); }

QString NoteTool::hint() const { return Canvas::tr("Click where the note is to stand, or draw its size"); }

// ---- placing

QRectF rectAround(const Canvas& canvas, const Placeable& what, const QPointF& centre) {
    QRectF rect(QPointF(), what.size());
    rect.moveCenter(centre);
    return canvas.isSnapping() ? diagram::onGrid(rect, what.size()) : rect;
}

PlaceTool::PlaceTool(Canvas& canvas, const Placeable& what) : Tool(canvas), what_(what) {
    const QPoint at = canvas.viewport()->mapFromGlobal(QCursor::pos());
    if (canvas.viewport()->rect().contains(at) && canvas.viewport()->underMouse())
        ghost_ = rectAround(canvas, what, canvas.mapToScene(at));
}

void PlaceTool::press(const Pointer& pointer) {
    placed(canvas().commands().place(what_, pointer.scene), pointer.modifiers & Qt::ShiftModifier);
}

void PlaceTool::hover(const Pointer& pointer) {
    ghost_ = rectAround(canvas(), what_, pointer.scene);
    canvas().updateDecorations();
}

void PlaceTool::leave() {
    ghost_.reset();
    canvas().updateDecorations();
}

bool PlaceTool::key(const QKeyEvent& event) {
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter) return false;
    placed(canvas().commands().placeSomewhere(what_), event.modifiers() & Qt::ShiftModifier);
    return true;
}

void PlaceTool::placed(const QString& id, bool again) {
    if (id.isEmpty() || again) return;
    Canvas& canvas = this->canvas();
    const bool isNote = what_.isNote();
    canvas.setTool(ToolKind::Select); // and with it this tool is gone
    if (isNote) canvas.rename(id);
}

void PlaceTool::addAreas(Areas& areas) const {
    if (!ghost_) return;
    areas.push_back(ghost_->adjusted(-12, -12, 12, 12));
    addReceiverAreas(areas, canvas(), *ghost_);
}

void PlaceTool::paint(QPainter& painter, const diagram::Look& look) const {
    if (!ghost_) return;
    paintReceiver(painter, canvas(), *ghost_, look);
    paintGhost(painter, canvas(), what_, *ghost_, look);
}

QString PlaceTool::hint() const {
    return Canvas::tr("Click where the %1 is to stand; Shift places more, Enter puts it where there is room, Esc does without")
        .arg(what_.label());
}

// ---- dropping

void DropTool::hover(const Pointer& pointer) {
    ghost_ = rectAround(canvas(), what_, pointer.scene);
    canvas().updateDecorations();
}

void DropTool::addAreas(Areas& areas) const {
    if (!ghost_) return;
    areas.push_back(ghost_->adjusted(-12, -12, 12, 12));
    addReceiverAreas(areas, canvas(), *ghost_);
}

void DropTool::paint(QPainter& painter, const diagram::Look& look) const {
    if (!ghost_) return;
    paintReceiver(painter, canvas(), *ghost_, look);
    paintGhost(painter, canvas(), what_, *ghost_, look);
}

} // namespace sallyport::ui
