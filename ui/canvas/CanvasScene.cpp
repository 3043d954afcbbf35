// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasScene.h"

#include "canvas/OverlayDifference.h"
#include "document/Changes.h"
#include "workspace/Workspace.h"

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr double indexStep = 4096; // the index is built anew only when the drawing grows past a multiple of this

/// Every element id in the keys of the changed rows; of places and bends only those of the diagram.
QSet<QString> concerned(const document::Changes& changes, const model::DiagramId& diagram) {
    QSet<QString> ids;
    for (const document::RowChange& row : changes.rows) {
        const bool isPlace = row.table == model::TableId::Placement || row.table == model::TableId::Route;
        if (isPlace && row.firstKey() != diagram.value) continue;
        for (const model::Value& value : row.key)
            if (const auto* text = std::get_if<QString>(&value)) ids.insert(*text);
    }
    return ids;
}

bool onSegments(const diagram::FlowShape& flow, const QPointF& at, double reach) {
    for (std::size_t i = 1; i < flow.points.size(); ++i)
        if (QRectF(flow.points[i - 1], flow.points[i]).normalized().adjusted(-reach, -reach, reach, reach).contains(at))
            return true;
    return flow.label.rect.contains(at);
}

} // namespace

CanvasScene::CanvasScene(Workspace& workspace) : workspace_(workspace) {
    setItemIndexMethod(BspTreeIndex);
    connect(&workspace, &Workspace::changed, this, &CanvasScene::follow);
    connect(&workspace, &Workspace::documentReplaced, this, &CanvasScene::rebuild);
    connect(&workspace, &Workspace::diagramChanged, this, &CanvasScene::rebuild);
    connect(&workspace, &Workspace::selectionChanged, this, &CanvasScene::followSelection);
    connect(&workspace, &Workspace::themeChanged, this, &CanvasScene::updateAll);
    connect(&workspace, &Workspace::lensChanged, this, &CanvasScene::updateAll);
    rebuild();
}

CanvasScene::~CanvasScene() = default;

diagram::Look CanvasScene::look(double scale) const { return {workspace_.theme(), overlay_, scale}; }

bool CanvasScene::hasHandles() const { return workspace_.lens() == diagram::Lens::Design; }

void CanvasScene::rebuild() {
    const QSet<QString> hidden = drawing_.diagram() == workspace_.diagram() ? drawing_.hidden() : QSet<QString>();
    clear();
    items_.clear();
    over_.clear();
    previewing_ = false;
    drawing_ = diagram::Drawing(workspace_.model(), workspace_.diagram());
    if (!hidden.isEmpty()) drawing_.setHidden(workspace_.model(), hidden);
    selected_ = QSet<QString>(workspace_.selection().begin(), workspace_.selection().end());
    diagram::Touched all;
    for (const auto& [id, shape] : drawing_.zones()) all.zones.insert(id);
    for (const auto& [id, shape] : drawing_.cards()) all.cards.insert(id);
    for (const auto& [id, shape] : drawing_.flows()) all.flows.insert(id);
    for (const auto& [id, shape] : drawing_.notes()) all.notes.insert(id);
    setSceneRect({});
    growIndex(drawing_.bounds());
    apply(all);
    Q_EMIT rebuilt();
}

void CanvasScene::follow(const document::Changes& changes) {
    if (changes.everything || drawing_.diagram() != workspace_.diagram()) return rebuild();
    previewing_ = false;
    const diagram::Touched touched = drawing_.update(workspace_.model(), concerned(changes, drawing_.diagram()));
    if (touched.isEmpty()) return;
    growIndex(drawing_.bounds());
    apply(touched);
    Q_EMIT shapesChanged(touched);
}

void CanvasScene::preview(const QHash<QString, QRectF>& moved) {
    previewing_ = !moved.isEmpty();
    const diagram::Touched touched = drawing_.preview(moved);
    if (touched.isEmpty()) return;
    apply(touched);
    Q_EMIT shapesChanged(touched);
}

void CanvasScene::setHidden(const QSet<QString>& hidden) {
    if (hidden == drawing_.hidden()) return;
    const diagram::Touched touched = drawing_.setHidden(workspace_.model(), hidden);
    apply(touched);
    Q_EMIT shapesChanged(touched);
}

template <class Item>
void CanvasScene::syncItem(QHash<QString, ElementItem*>& items, const QString& id, bool exists) {
    const auto known = items.find(id);
    if (!exists) {
        if (known == items.end()) return;
        delete *known;
        items.erase(known);
        return;
    }
    ElementItem* item = known == items.end() ? nullptr : *known;
    if (item == nullptr) {
        item = new Item(*this, id);
        items.insert(id, item);
        item->follow();
        addItem(item);
        return;
    }
    item->follow();
}

template <class Item, class Over, class Id, class Shapes>
void CanvasScene::sync(const QSet<Id>& touched, const Shapes& shapes) {
    for (const Id& id : touched) {
        const bool exists = shapes.contains(id);
        syncItem<Item>(items_, id.value, exists);
        if constexpr (!std::is_void_v<Over>) syncItem<Over>(over_, id.value, exists);
    }
}

void CanvasScene::apply(const diagram::Touched& touched) {
    sync<ZoneItem, ZoneTagItem>(touched.zones, drawing_.zones());
    sync<CardItem, void>(touched.cards, drawing_.cards());
    sync<FlowItem, FlowLabelItem>(touched.flows, drawing_.flows());
    sync<NoteItem, void>(touched.notes, drawing_.notes());
}

void CanvasScene::growIndex(const QRectF& bounds) {
    if (sceneRect().contains(bounds) && !sceneRect().isEmpty()) return;
    const auto down = [](double value) { return std::floor(value / indexStep) * indexStep; };
    const auto up = [](double value) { return std::ceil(value / indexStep) * indexStep; };
    const QRectF all = bounds.united(sceneRect()).adjusted(-512, -512, 512, 512);
    setSceneRect(QRectF(QPointF(down(all.left()), down(all.top())), QPointF(up(all.right()), up(all.bottom()))));
}

ElementItem* CanvasScene::itemOf(const QString& id) const { return items_.value(id); }

void CanvasScene::updateElement(const QString& id) {
    if (ElementItem* item = itemOf(id)) item->follow();
    if (ElementItem* item = over_.value(id)) item->follow();
}

void CanvasScene::updateAll() {
    for (ElementItem* item : std::as_const(items_)) item->follow();
    update();
    Q_EMIT marksChanged();
}

void CanvasScene::followSelection() {
    const QSet<QString> now(workspace_.selection().begin(), workspace_.selection().end());
    const QSet<QString> before = std::exchange(selected_, now);
    for (const QString& id : before)
        if (!now.contains(id) && !drawing_.zone({id})) updateElement(id);
    for (const QString& id : now)
        if (!before.contains(id) && !drawing_.zone({id})) updateElement(id);
}

void CanvasScene::setOverlay(const diagram::Overlay& overlay) {
    const OverlayDifference differs = difference(overlay_, overlay);
    overlay_ = overlay;
    if (differs.isEmpty()) return;
    if (differs.everything) return updateAll();
    for (const auto* ids : {&differs.components, &differs.flows, &differs.zones})
        for (const QString& id : *ids) updateElement(id);
    // A collapsed zone tells the worst of what is in it.
    if (!differs.components.isEmpty())
        for (const auto& [id, zone] : drawing_.zones())
            if (zone.collapsed) updateElement(id.value);
    if (differs.path) update();
    Q_EMIT marksChanged();
}

void CanvasScene::setExposure(const QRegion& exposure, const QTransform& toView) {
    exposure_ = exposure;
    toView_ = toView;
    toScene_ = toView.inverted();
}

QRectF CanvasScene::exposedWithin(const QRectF& scene) const {
    if (exposure_.isEmpty()) return scene; // painted by somebody else, as into a picture
    const QRect box = toView_.mapRect(scene).toAlignedRect();
    if (!exposure_.intersects(box)) return {};
    const QRect exposed =
        exposure_.rectCount() == 1 ? exposure_.boundingRect() & box : exposure_.intersected(box).boundingRect();
    return toScene_.mapRect(QRectF(exposed));
}

QString CanvasScene::elementAt(const QPointF& scene, double reach) const {
    const QRectF near(scene - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    for (const QGraphicsItem* item : items(near, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder)) {
        const QString& id = static_cast<const ElementItem*>(item)->id();
        switch (item->type()) {
            case ElementItem::Card:
                if (const auto* card = drawing_.card({id}); card && card->rect.contains(scene)) return id;
                break;
            case ElementItem::Note:
                if (const auto* note = drawing_.note({id}); note && note->rect.contains(scene)) return id;
                break;
            case ElementItem::FlowLabel:
            case ElementItem::Flow:
                if (const auto* flow = drawing_.flow({id}); flow && onSegments(*flow, scene, reach)) return id;
                break;
            case ElementItem::ZoneTag:
                if (const auto* zone = drawing_.zone({id}); zone && zone->tag.contains(scene)) return id;
                break;
            case ElementItem::Zone:
                if (const auto* zone = drawing_.zone({id}); zone && zone->rect.contains(scene)) return id;
                break;
            default:
                break;
        }
    }
    return {};
}

QStringList CanvasScene::elementsIn(const QRectF& area) const {
    QStringList found;
    for (const auto& [id, zone] : drawing_.zones())
        if (area.contains(zone.rect)) found << id.value;
    for (const auto& [id, card] : drawing_.cards())
        if (area.intersects(card.rect)) found << id.value;
    for (const auto& [id, flow] : drawing_.flows())
        if (std::ranges::all_of(flow.points, [&](const QPointF& point) { return area.contains(point); })) found << id.value;
    for (const auto& [id, note] : drawing_.notes())
        if (area.intersects(note.rect)) found << id.value;
    return found;
}

} // namespace sallyport::ui
