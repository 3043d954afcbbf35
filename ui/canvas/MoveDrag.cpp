// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/MoveDrag.h"

#include "canvas/Arranging.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasScene.h"
#include "canvas/ResizeDrag.h"
#include "workspace/Workspace.h"

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

double snapReach(const Canvas& canvas) { return 6 / std::max(canvas.zoom(), 0.35); }

std::vector<QRectF> standing(const Canvas& canvas, const QSet<QString>& moving) {
    std::vector<QRectF> rects;
    const QRectF area = canvas.visibleArea();
    const auto add = [&](const QString& id, const QRectF& rect) {
        if (!moving.contains(id) && rect.intersects(area)) rects.push_back(rect);
    };
    for (const auto& [id, card] : canvas.drawing().cards()) add(id.value, card.rect);
    for (const auto& [id, zone] : canvas.drawing().zones()) add(id.value, zone.rect);
    for (const auto& [id, note] : canvas.drawing().notes()) add(id.value, note.rect);
    return rects;
}

MoveDrag::MoveDrag(Canvas& canvas, const QStringList& ids, const QPointF& start) : Drag(canvas), ids_(ids), start_(start) {
    const model::Model& model = canvas.workspace().model();
    const QSet<QString> moving = diagram::carriedWith(model, canvas.drawing(), QSet<QString>(ids.begin(), ids.end()));
    for (const QString& id : moving)
        if (const QRectF rect = diagram::rectOf(canvas.drawing(), id); !rect.isNull()) carried_.insert(id, rect);
    for (const QString& id : ids) box_ = box_.isNull() ? carried_.value(id) : box_.united(carried_.value(id));
    others_ = standing(canvas, moving);
}

QHash<QString, QRectF> MoveDrag::movedBy(const QPointF& by) const {
    QHash<QString, QRectF> moved;
    for (const auto& [id, rect] : carried_.asKeyValueRange()) moved.insert(id, rect.translated(by));
    return moved;
}

void MoveDrag::to(const Pointer& pointer) {
    QPointF by = pointer.scene - start_;
    if (pointer.modifiers & Qt::ShiftModifier) (std::abs(by.x()) > std::abs(by.y()) ? by.ry() : by.rx()) = 0;
    lines_.clear();
    if (canvas().isSnapping() && !(pointer.modifiers & Qt::AltModifier)) {
        const diagram::Snap snap = diagram::snapMove(box_.translated(by), others_, snapReach(canvas()));
        if (by.x() != 0) by.rx() += snap.offset.x();
        if (by.y() != 0) by.ry() += snap.offset.y();
        lines_ = snap.lines;
    }
    by_ = by;
    canvas().elements().preview(movedBy(by));
    findReceivers();
}

void MoveDrag::findReceivers() {
    receivers_.clear();
    const diagram::Drawing& drawing = canvas().drawing();
    const model::Model& model = canvas().workspace().model();
    const QSet<QString> moving(carried_.keyBegin(), carried_.keyEnd());
    bool leaves = false;
    for (const QString& id : ids_) {
        if (drawing.note({id})) continue;
        const auto before = zoneAround(drawing, id),
                   now = diagram::zoneFor(drawing, carried_.value(id).translated(by_), moving);
        if (now == before) continue;
        leaves = leaves || !now;
        const auto* zone = now ? drawing.zone(*now) : nullptr;
        if (!zone || std::ranges::any_of(receivers_, [&](const auto& one) { return one.first == zone->rect; })) continue;
        receivers_.emplace_back(zone->rect, Canvas::tr("into %1").arg(zoneText(model, *now)));
    }
    canvas().setHint(!receivers_.empty() ? editText(Canvas::tr("Move"), model, ids_) + ' ' + receivers_.front().second
                     : leaves            ? Canvas::tr("Out of its zone")
                                         : Canvas::tr("Alt moves without snapping, Shift along one axis, Esc puts it back"));
}

void MoveDrag::finish(const Pointer&) {
    Canvas& canvas = this->canvas();
    canvas.elements().preview({});
    if (by_.isNull()) return;
    QHash<QString, QRectF> moved;
    for (const QString& id : ids_) moved.insert(id, carried_.value(id).translated(by_));
    Workspace& workspace = canvas.workspace();
    const Arrangement places = arranged(workspace.model(), canvas.drawing(), moved, {});
    workspace.edit(editText(Canvas::tr("Move"), workspace.model(), ids_),
                   [&](document::Editor& editor) { write(editor, workspace.diagram(), places); });
}

void MoveDrag::addAreas(Areas& areas) const {
    addSnapAreas(areas, lines_, canvas().zoom());
    for (const auto& [rect, text] : receivers_) addBorder(areas, rect, 16 / canvas().zoom());
}

void MoveDrag::cancel() { canvas().elements().preview({}); }

void MoveDrag::paint(QPainter& painter, const diagram::Look& look) const {
    for (const auto& [rect, text] : receivers_) diagram::paintDropPreview(painter, rect, text, look);
    diagram::paintSnap(painter, lines_, look);
}

} // namespace sallyport::ui
