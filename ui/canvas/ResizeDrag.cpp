// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/ResizeDrag.h"

#include "canvas/Arranging.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasScene.h"
#include "canvas/MoveDrag.h"
#include "workspace/Workspace.h"

#include <algorithm>
#include <array>

namespace sallyport::ui {

Qt::Edges edgesOfHandle(int handle) {
    static constexpr std::array<Qt::Edges::Int, 8> edges{
        Qt::TopEdge | Qt::LeftEdge,     Qt::TopEdge,    Qt::TopEdge | Qt::RightEdge,   Qt::RightEdge,
        Qt::BottomEdge | Qt::RightEdge, Qt::BottomEdge, Qt::BottomEdge | Qt::LeftEdge, Qt::LeftEdge};
    return Qt::Edges::fromInt(edges[static_cast<std::size_t>(handle)]);
}

Qt::CursorShape cursorOf(Qt::Edges edges) {
    const bool across = edges & (Qt::LeftEdge | Qt::RightEdge), down = edges & (Qt::TopEdge | Qt::BottomEdge);
    if (across && down)
        return edges.testFlag(Qt::TopEdge) == edges.testFlag(Qt::LeftEdge) ? Qt::SizeFDiagCursor : Qt::SizeBDiagCursor;
    return across ? Qt::SizeHorCursor : Qt::SizeVerCursor;
}

namespace {

QSizeF smallestSize(const diagram::Drawing& drawing, const QString& id) {
    if (drawing.note({id})) return diagram::smallestNote;
    const auto* zone = drawing.zone({id});
    if (!zone || zone->collapsed) return diagram::smallestCard;
    return diagram::smallestAround(drawing, zone->id).size();
}

} // namespace

ResizeDrag::ResizeDrag(Canvas& canvas, const QStringList& ids, Qt::Edges edges, const QPointF& start)
    : Drag(canvas), ids_(ids), edges_(edges), start_(start) {
    for (const QString& id : ids) {
        const QRectF rect = diagram::rectOf(canvas.drawing(), id);
        rects_.insert(id, rect);
        box_ = box_.isNull() ? rect : box_.united(rect);
    }
    const QSet<QString> moving =
        diagram::carriedWith(canvas.workspace().model(), canvas.drawing(), QSet<QString>(ids.begin(), ids.end()));
    others_ = standing(canvas, moving);
}

QRectF ResizeDrag::limited(const QRectF& rect) const {
    QRectF result = rect;
    QSizeF least(16, 16);
    if (ids_.size() == 1) {
        const diagram::Drawing& drawing = canvas().drawing();
        least = smallestSize(drawing, ids_.first());
        const auto* zone = drawing.zone({ids_.first()});
        if (zone && !zone->collapsed && !diagram::contentOf(drawing, zone->id).isNull()) {
            // Around content it is the content that stands in the way, not a size.
            const QRectF inner = diagram::smallestAround(drawing, zone->id);
            if (edges_ & Qt::LeftEdge) result.setLeft(std::min(result.left(), inner.left()));
            if (edges_ & Qt::RightEdge) result.setRight(std::max(result.right(), inner.right()));
            if (edges_ & Qt::TopEdge) result.setTop(std::min(result.top(), inner.top()));
            if (edges_ & Qt::BottomEdge) result.setBottom(std::max(result.bottom(), inner.bottom()));
            least = diagram::smallestZone;
        }
    }
    if (result.width() < least.width())
        edges_& Qt::LeftEdge ? result.setLeft(result.right() - least.width()) : result.setWidth(least.width());
    if (result.height() < least.height())
        edges_& Qt::TopEdge ? result.setTop(result.bottom() - least.height()) : result.setHeight(least.height());
    return result;
}

QHash<QString, QRectF> ResizeDrag::scaledTo(const QRectF& box) const {
    if (ids_.size() == 1) return {{ids_.first(), box}};
    QHash<QString, QRectF> scaled;
    const double x = box.width() / box_.width(), y = box.height() / box_.height();
    for (const QString& id : ids_) {
        const QRectF rect = rects_.value(id);
        const QRectF wanted(box.left() + (rect.left() - box_.left()) * x, box.top() + (rect.top() - box_.top()) * y,
                            rect.width() * x, rect.height() * y);
        scaled.insert(id, diagram::onGrid(wanted, smallestSize(canvas().drawing(), id)));
    }
    return scaled;
}

void ResizeDrag::to(const Pointer& pointer) {
    const QPointF by = pointer.scene - start_;
    QRectF box = box_;
    const auto moveEdges = [&](const QPointF& distance) {
        if (edges_ & Qt::LeftEdge) box.setLeft(box.left() + distance.x());
        if (edges_ & Qt::RightEdge) box.setRight(box.right() + distance.x());
        if (edges_ & Qt::TopEdge) box.setTop(box.top() + distance.y());
        if (edges_ & Qt::BottomEdge) box.setBottom(box.bottom() + distance.y());
    };
    moveEdges(by);
    lines_.clear();
    if (canvas().isSnapping() && !(pointer.modifiers & Qt::AltModifier)) {
        const diagram::Snap snap = diagram::snapResize(box, edges_, others_, snapReach(canvas()));
        moveEdges(snap.offset);
        lines_ = snap.lines;
    }
    const QRectF wanted = box;
    // Limits are those of the drawing at rest.
    canvas().elements().preview({});
    box = limited(box);
    if (box != wanted) lines_.clear();
    now_ = scaledTo(box);
    canvas().elements().preview(now_);
    canvas().setHint(Canvas::tr("%1 × %2").arg(qRound(box.width())).arg(qRound(box.height())));
}

void ResizeDrag::finish(const Pointer&) {
    Canvas& canvas = this->canvas();
    canvas.elements().preview({});
    if (now_.isEmpty() || now_ == rects_) return;
    Workspace& workspace = canvas.workspace();
    const Content content = ids_.size() == 1 ? Content::Stays : Content::Carried;
    const Arrangement places = arranged(workspace.model(), canvas.drawing(), now_, {content, false, true});
    workspace.edit(editText(Canvas::tr("Resize"), workspace.model(), ids_),
                   [&](document::Editor& editor) { write(editor, workspace.diagram(), places); });
}

void addSnapAreas(Areas& areas, const std::vector<diagram::SnapLine>& lines, double zoom) {
    const double pixel = 1 / zoom, reach = 18 * pixel;
    for (const diagram::SnapLine& snap : lines) {
        areas.push_back(QRectF(snap.line.p1(), snap.line.p2()).normalized().adjusted(-pixel, -pixel, pixel, pixel));
        areas.emplace_back(snap.line.center() - QPointF(2 * reach, reach), QSizeF(4 * reach, 2 * reach));
    }
}

void ResizeDrag::addAreas(Areas& areas) const { addSnapAreas(areas, lines_, canvas().zoom()); }

void ResizeDrag::cancel() { canvas().elements().preview({}); }

void ResizeDrag::paint(QPainter& painter, const diagram::Look& look) const { diagram::paintSnap(painter, lines_, look); }

} // namespace sallyport::ui
