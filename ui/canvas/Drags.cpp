// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/Drags.h"

#include "canvas/Arranging.h"
#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "diagram/Geometry.h"
#include "workspace/Workspace.h"

#include <QPainter>

#include <cmath>

namespace sallyport::ui {

// ---- selecting

RubberBandDrag::RubberBandDrag(Canvas& canvas, const QPointF& start, bool adds) : Drag(canvas), start_(start), adds_(adds) {}

void RubberBandDrag::to(const Pointer& pointer) {
    rect_ = QRectF(start_, pointer.scene).normalized();
    inside_ = canvas().elements().elementsIn(rect_);
    canvas().setHint(inside_.isEmpty() ? Canvas::tr("Zones and flows are selected when they are wholly inside")
                                       : Canvas::tr("%n selected", nullptr, static_cast<int>(inside_.size())));
}

void RubberBandDrag::finish(const Pointer&) {
    QStringList selection = adds_ ? canvas().workspace().selection() : QStringList();
    for (const QString& id : inside_)
        if (!selection.contains(id)) selection << id;
    canvas().workspace().select(selection);
}

void RubberBandDrag::addAreas(Areas& areas) const {
    areas.push_back(rect_.adjusted(-2, -2, 2, 2));
    for (const QString& id : inside_) {
        areas.push_back(diagram::rectOf(canvas().drawing(), id).adjusted(-12, -12, 12, 12));
        if (const auto* flow = canvas().drawing().flow({id})) areas.push_back(diagram::paintedRect(*flow));
    }
}

void RubberBandDrag::paint(QPainter& painter, const diagram::Look& look) const {
    const diagram::Drawing& drawing = canvas().drawing();
    for (const QString& id : inside_) {
        if (const auto* card = drawing.card({id}))
            diagram::paintSelection(painter, *card, look, false);
        else if (const auto* flow = drawing.flow({id}))
            diagram::paintHover(painter, *flow, look);
        else
            diagram::paintSelection(painter, diagram::rectOf(drawing, id), look, false);
    }
    diagram::paintRubberBand(painter, rect_, look);
}

// ---- connecting

ConnectDrag::ConnectDrag(Canvas& canvas, const model::ComponentId& source) : Drag(canvas), source_(source) {}

ConnectDrag::~ConnectDrag() { canvas().setHovered({}); }

std::optional<model::ComponentId> ConnectDrag::targetAt(const QPointF& scene) const {
    const auto target = diagram::cardAt(canvas().drawing(), scene);
    return target && *target != source_ ? target : std::nullopt;
}

void ConnectDrag::to(const Pointer& pointer) {
    target_ = targetAt(pointer.scene);
    line_ = canvas().drawing().elbow(source_, pointer.scene);
    canvas().setHovered(target_ ? target_->value : QString());
    const model::Model& model = canvas().workspace().model();
    canvas().setHint(target_ ? Canvas::tr("From %1 to %2").arg(model.nameOf(source_.value), model.nameOf(target_->value))
                             : Canvas::tr("Release over the component that %1 calls").arg(model.nameOf(source_.value)));
}

void ConnectDrag::finish(const Pointer& pointer) {
    target_ = targetAt(pointer.scene);
    if (!target_) return;
    const QString flow = canvas().commands().connect(source_.value, target_->value);
    if (!flow.isEmpty()) canvas().rename(flow);
}

namespace {

QRectF around(const std::vector<QPointF>& points) {
    QRectF box;
    for (const QPointF& point : points) box = box.united(QRectF(point - QPointF(12, 12), QSizeF(24, 24)));
    return box;
}

} // namespace

void ConnectDrag::addAreas(Areas& areas) const { areas.push_back(around(line_)); }

void ConnectDrag::paint(QPainter& painter, const diagram::Look& look) const {
    if (target_)
        if (const auto* card = canvas().drawing().card(*target_)) diagram::paintHover(painter, *card, look, false);
    diagram::paintConnecting(painter, line_, look);
}

// ---- bending

BendDrag::BendDrag(Canvas& canvas, const model::FlowId& flow, int segment, int bend, const QPointF& start)
    : Drag(canvas), flow_(flow), segment_(segment), bend_(bend), start_(start) {
    if (const auto* shape = canvas.drawing().flow(flow)) before_ = shape->points;
    now_ = before_;
}

namespace {

bool isHorizontal(const QPointF& a, const QPointF& b) { return std::abs(a.y() - b.y()) < 0.01; }

/// The bend moved, and its neighbours so that everything stays orthogonal; the ends on the borders follow by themselves.
std::vector<QPointF> withBendMoved(std::vector<QPointF> points, std::size_t bend, const QPointF& by) {
    const bool before = isHorizontal(points[bend - 1], points[bend]), after = isHorizontal(points[bend], points[bend + 1]);
    points[bend] += by;
    (before ? points[bend - 1].ry() : points[bend - 1].rx()) += before ? by.y() : by.x();
    (after ? points[bend + 1].ry() : points[bend + 1].rx()) += after ? by.y() : by.x();
    return points;
}

} // namespace

void BendDrag::to(const Pointer& pointer) {
    if (before_.size() < 2) return;
    QPointF by = pointer.scene - start_;
    const bool snaps = canvas().isSnapping() && !(pointer.modifiers & Qt::AltModifier);
    const auto snapped = [&](double at, double distance) { return snaps ? diagram::onGrid(at + distance) - at : distance; };
    if (bend_ > 0 && static_cast<std::size_t>(bend_) + 1 < before_.size()) {
        const QPointF at = before_[static_cast<std::size_t>(bend_)];
        by = {snapped(at.x(), by.x()), snapped(at.y(), by.y())};
        now_ = withBendMoved(before_, static_cast<std::size_t>(bend_), by);
        bends_ = diagram::bendsText({now_.begin() + 1, now_.end() - 1});
        return;
    }
    const auto first = static_cast<std::size_t>(segment_);
    const bool horizontal = isHorizontal(before_[first], before_[first + 1]);
    const double distance = horizontal ? snapped(before_[first].y(), by.y()) : snapped(before_[first].x(), by.x());
    bends_ = canvas().drawing().bendsWithSegmentMoved(flow_, segment_, distance);
    const auto bends = diagram::bendsFromText(bends_);
    if (!bends) return;
    now_ = *bends;
    now_.insert(now_.begin(), before_.front());
    now_.push_back(before_.back());
    // The ends slide along their borders with the segment that starts there.
    const QPointF offset = horizontal ? QPointF(0, distance) : QPointF(distance, 0);
    if (first == 0) now_.front() += offset;
    if (first + 2 == before_.size()) now_.back() += offset;
}

void BendDrag::finish(const Pointer&) {
    if (bends_.isEmpty() || now_ == before_) return;
    Workspace& workspace = canvas().workspace();
    const model::Route route{workspace.diagram(), flow_, bends_};
    workspace.edit(Canvas::tr("Bend %1").arg(workspace.model().nameOf(flow_.value)),
                   [&](document::Editor& editor) { editor.put(route); });
}

void BendDrag::addAreas(Areas& areas) const { areas.push_back(around(now_)); }

void BendDrag::paint(QPainter& painter, const diagram::Look& look) const { diagram::paintConnecting(painter, now_, look); }

// ---- drawing

DrawDrag::DrawDrag(Canvas& canvas, const Placeable& what, const QPointF& start)
    : Drag(canvas), what_(what), start_(canvas.isSnapping() ? diagram::onGrid(start) : start) {}

void DrawDrag::to(const Pointer& pointer) {
    const bool snaps = canvas().isSnapping() && !(pointer.modifiers & Qt::AltModifier);
    rect_ = QRectF(start_, snaps ? diagram::onGrid(pointer.scene) : pointer.scene).normalized();
    canvas().setHint(Canvas::tr("%1 × %2").arg(qRound(rect_.width())).arg(qRound(rect_.height())));
}

void DrawDrag::finish(const Pointer&) {
    const QSizeF least = what_.isZone() ? diagram::smallestZone : diagram::smallestNote;
    const bool isClick = rect_.width() < 16 && rect_.height() < 16;
    const QRectF rect = isClick ? QRectF(start_, what_.size()) : QRectF(rect_.topLeft(), rect_.size().expandedTo(least));
    Canvas& canvas = this->canvas();
    const QString id = canvas.commands().place(what_, rect);
    if (id.isEmpty()) return;
    canvas.setTool(ToolKind::Select); // this drag outlives its tool: Tool::release holds it
    canvas.rename(id);
}

void DrawDrag::addAreas(Areas& areas) const {
    areas.push_back(rect_.adjusted(-12, -12, 12, 12));
    addReceiverAreas(areas, canvas(), rect_);
}

void DrawDrag::paint(QPainter& painter, const diagram::Look& look) const {
    if (rect_.isNull()) return;
    paintReceiver(painter, canvas(), rect_, look);
    paintGhost(painter, canvas(), what_, rect_, look);
}

// ---- panning

void PanDrag::to(const Pointer& pointer) {
    canvas().camera().panBy(pointer.viewport - last_);
    last_ = pointer.viewport;
}

// ---- what several show

void paintReceiver(QPainter& painter, const Canvas& canvas, const QRectF& rect, const diagram::Look& look) {
    const auto zone = diagram::zoneFor(canvas.drawing(), rect);
    if (!zone) return;
    const QString text = Canvas::tr("into %1").arg(zoneText(canvas.workspace().model(), *zone));
    diagram::paintDropPreview(painter, canvas.drawing().zone(*zone)->rect, text, look);
}

void addReceiverAreas(Areas& areas, const Canvas& canvas, const QRectF& rect) {
    if (const auto zone = diagram::zoneFor(canvas.drawing(), rect))
        addBorder(areas, canvas.drawing().zone(*zone)->rect, 16 / canvas.zoom());
}

void paintGhost(QPainter& painter, const Canvas& canvas, const Placeable& what, const QRectF& rect, const diagram::Look& look) {
    static const diagram::Overlay nothing;
    const diagram::Look plain(look.theme, nothing, look.scale);
    if (const auto* kind = std::get_if<model::ComponentKind>(&what.what)) {
        diagram::CardShape card;
        card.rect = rect;
        card.name = card.secondLine = model::label(*kind);
        card.kind = *kind;
        const diagram::Family family = diagram::familyOf(*kind);
        card.silhouette = family == diagram::Family::Client  ? diagram::Silhouette::Client
                          : family == diagram::Family::Entry ? diagram::Silhouette::Entry
                          : family == diagram::Family::Data  ? diagram::Silhouette::Store
                                                             : diagram::Silhouette::Service;
        card.outside = family == diagram::Family::Outside;
        if (const auto zone = diagram::zoneFor(canvas.drawing(), rect)) card.depth = canvas.drawing().zone(*zone)->depth;
        if (plain.detail != diagram::Detail::Overview) diagram::paintCard(painter, card, plain);
        return diagram::paintHover(painter, card, plain, false);
    }
    if (what.isNote() && plain.detail != diagram::Detail::Overview) {
        diagram::NoteShape note;
        note.rect = rect;
        diagram::paintNote(painter, note, plain);
    }
    diagram::paintRubberBand(painter, rect, plain);
}

} // namespace sallyport::ui
