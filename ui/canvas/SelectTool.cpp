// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/SelectTool.h"

#include "canvas/Arranging.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasCommands.h"
#include "canvas/CanvasScene.h"
#include "canvas/Drags.h"
#include "canvas/MoveDrag.h"
#include "canvas/ResizeDrag.h"
#include "workspace/Workspace.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int leastMove = 4; // pixels before a press becomes a drag
constexpr double beyondHandles = 16;

/// Title strip, tag and border of a zone: what it is taken hold of by.
bool isOnFrame(const diagram::ZoneShape& zone, const QPointF& at) {
    const QRectF inner = zone.rect.adjusted(8, diagram::zoneTitle, -8, -8);
    return zone.collapsed || zone.tag.contains(at) || !inner.contains(at);
}

} // namespace

QRectF dotsRect(const QRectF& card, bool selected) {
    const double by = selected ? beyondHandles : 0;
    return card.adjusted(-by, -by, by, by);
}

QString SelectTool::dotAt(const Pointer& pointer) const {
    const QString& id = canvas().hovered();
    const auto* card = canvas().drawing().card({id});
    if (!card || !canvas().elements().hasHandles()) return {};
    const double reach = 3 / std::clamp(canvas().zoom(), 0.35, 1.0);
    for (const QRectF& dot : diagram::edgeDots(dotsRect(card->rect, canvas().elements().isSelected(id)), canvas().zoom()))
        if (dot.adjusted(-reach, -reach, reach, reach).contains(pointer.scene)) return id;
    return {};
}

std::optional<Qt::Edges> SelectTool::handleAt(const Pointer& pointer) const {
    if (!canvas().elements().hasHandles()) return std::nullopt;
    const QRectF box = canvas().handleBox();
    if (box.isNull()) return std::nullopt;
    const double reach = 1.5 / std::clamp(canvas().zoom(), 0.35, 1.0);
    const auto handles = diagram::handles(box, canvas().zoom());
    for (std::size_t i = 0; i < handles.size(); ++i)
        if (handles[i].adjusted(-reach, -reach, reach, reach).contains(pointer.scene))
            return edgesOfHandle(static_cast<int>(i));
    return std::nullopt;
}

SelectTool::MakeDrag SelectTool::dragOfHandle(const Pointer& pointer) const {
    const auto edges = handleAt(pointer);
    if (!edges) return {};
    Canvas& canvas = this->canvas();
    return [&canvas, edges = *edges, at = pointer.scene] {
        const QStringList boxes = outermost(canvas.workspace().model(), canvas.drawing(), canvas.commands().selectedBoxes());
        return std::make_unique<ResizeDrag>(canvas, boxes, edges, at);
    };
}

SelectTool::MakeDrag SelectTool::dragOfFlow(const QString& id, const Pointer& pointer) const {
    Canvas& canvas = this->canvas();
    const auto* flow = canvas.drawing().flow({id});
    if (!flow || !canvas.elements().hasHandles()) return {};
    const double reach = 6 / std::clamp(canvas.zoom(), 0.35, 1.0);
    int bend = -1;
    for (std::size_t i = 1; i + 1 < flow->points.size(); ++i) {
        const QPointF off = flow->points[i] - pointer.scene;
        if (std::max(std::abs(off.x()), std::abs(off.y())) <= reach) bend = static_cast<int>(i);
    }
    const int segment = canvas.drawing().segmentAt({id}, pointer.scene, reach);
    if (segment < 0 && bend < 0) return {};
    return [&canvas, id, segment = std::max(segment, 0), bend, at = pointer.scene] {
        return std::make_unique<BendDrag>(canvas, model::FlowId{id}, segment, bend, at);
    };
}

SelectTool::MakeDrag SelectTool::dragOfElements(const Pointer& pointer) const {
    Canvas& canvas = this->canvas();
    return [&canvas, at = pointer.scene]() -> std::unique_ptr<Drag> {
        const QStringList boxes = outermost(canvas.workspace().model(), canvas.drawing(), canvas.commands().selectedBoxes());
        if (boxes.isEmpty()) return nullptr;
        return std::make_unique<MoveDrag>(canvas, boxes, at);
    };
}

void SelectTool::press(const Pointer& pointer) {
    pressed_ = pointer;
    selectedOnRelease_.clear();
    pending_ = {};
    if (const QString source = dotAt(pointer); !source.isEmpty()) {
        pending_ = [this, source] { return std::make_unique<ConnectDrag>(canvas(), model::ComponentId{source}); };
        return;
    }
    if (!pointer.extends())
        if ((pending_ = dragOfHandle(pointer))) return;
    const double reach = 6 / std::max(canvas().zoom(), 0.2);
    const QString id = canvas().elements().elementAt(pointer.scene, reach);
    const auto* zone = canvas().drawing().zone({id});
    const bool isGround = id.isEmpty() || (zone && !isOnFrame(*zone, pointer.scene) && !canvas().workspace().isSelected(id) &&
                                           !diagram::contentOf(canvas().drawing(), zone->id).isNull());
    canvas().setFocusedElement(id, false);
    isGround ? pressGround(id, pointer) : pressElement(id, pointer);
}

void SelectTool::pressElement(const QString& id, const Pointer& pointer) {
    Workspace& workspace = canvas().workspace();
    if (pointer.extends()) {
        QStringList selection = workspace.selection();
        if (selection.removeAll(id) == 0) selection << id;
        workspace.select(selection);
        if (!selection.contains(id)) return;
    } else if (!workspace.isSelected(id)) {
        workspace.select({id});
    } else {
        selectedOnRelease_ = id;
    }
    const bool isFlow = canvas().drawing().flow({id}) != nullptr;
    pending_ = isFlow ? dragOfFlow(id, pointer) : dragOfElements(pointer);
}

void SelectTool::pressGround(const QString& zone, const Pointer& pointer) {
    // What a click selects; a drag selects what is in its rectangle instead.
    selectedOnRelease_ = zone;
    const bool adds = pointer.extends();
    if (!adds && zone.isEmpty()) canvas().workspace().select({});
    pending_ = [this, adds, at = pointer.scene] { return std::make_unique<RubberBandDrag>(canvas(), at, adds); };
}

void SelectTool::drag(const Pointer& pointer) {
    if (!isDragging() && pending_) {
        if ((pointer.viewport - pressed_.viewport).manhattanLength() < leastMove) return;
        if (auto begun = std::exchange(pending_, {})()) begin(std::move(begun));
        selectedOnRelease_.clear();
        canvas().setHovered({});
    }
    Tool::drag(pointer);
}

void SelectTool::release(const Pointer& pointer) {
    pending_ = {};
    const QString id = std::exchange(selectedOnRelease_, {});
    if (isDragging()) {
        Tool::release(pointer);
    } else if (!id.isEmpty()) {
        Workspace& workspace = canvas().workspace();
        QStringList selection{id};
        if (pressed_.extends()) {
            selection = workspace.selection();
            if (selection.removeAll(id) == 0) selection << id;
        }
        workspace.select(selection);
    }
    hover(pointer);
}

bool SelectTool::cancel() {
    const bool pending = std::exchange(pending_, {}) != nullptr;
    selectedOnRelease_.clear();
    return Tool::cancel() || pending;
}

void SelectTool::hover(const Pointer& pointer) {
    CanvasScene& elements = canvas().elements();
    const double reach = 6 / std::max(canvas().zoom(), 0.2);
    QString id = elements.elementAt(pointer.scene, reach);
    // The dots of a card reach beyond it; it stays hovered until the pointer has left them, too.
    if (const auto* card = canvas().drawing().card({canvas().hovered()}); card && id != canvas().hovered()) {
        const bool selected = elements.isSelected(card->id.value);
        const bool otherCard = canvas().drawing().card({id}) != nullptr;
        if (!otherCard && dotsRect(card->rect, selected).adjusted(-8, -8, 8, 8).contains(pointer.scene)) id = card->id.value;
    }
    if (canvas().drawing().zone({id})) id.clear(); // a hovered zone would light up half of the diagram
    canvas().setHovered(id);

    QCursor wanted = Qt::ArrowCursor;
    const QString dot = dotAt(pointer);
    if (!dot.isEmpty())
        wanted = Qt::CrossCursor;
    else if (const auto edges = handleAt(pointer))
        wanted = cursorOf(*edges);
    if (wanted.shape() != cursor_.shape()) {
        cursor_ = wanted;
        canvas().viewport()->setCursor(cursor_);
    }
    canvas().setHint(dot.isEmpty()
                         ? QString()
                         : Canvas::tr("Drag to the component that %1 calls").arg(canvas().workspace().model().nameOf(dot)));
}

void SelectTool::leave() { canvas().setHovered({}); }

void SelectTool::doubleClick(const Pointer& pointer) {
    const QString id = canvas().elements().elementAt(pointer.scene, 6 / std::max(canvas().zoom(), 0.2));
    const auto* zone = canvas().drawing().zone({id});
    if (id.isEmpty() || (zone && !isOnFrame(*zone, pointer.scene))) return press(pointer);
    pending_ = {};
    canvas().rename(id);
}

} // namespace sallyport::ui
