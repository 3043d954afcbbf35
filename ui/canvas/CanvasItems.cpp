// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasItems.h"

#include "canvas/CanvasScene.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

namespace sallyport::ui {

using diagram::CardShape;
using diagram::FlowShape;
using diagram::NoteShape;
using diagram::ZoneShape;

namespace {

// Back to front, as diagram::paintDrawing() has it; zones by their nesting, which is less than this.
constexpr double flowLevel = 1000, tagLevel = 2000, labelLevel = 3000, cardLevel = 4000, noteLevel = 5000;

} // namespace

ElementItem::ElementItem(CanvasScene& scene, const QString& id) : elements_(scene), id_(id) {
    setAcceptedMouseButtons(Qt::NoButton);
}

const diagram::Drawing& ElementItem::drawing() const { return elements_.drawing(); }

void ElementItem::follow() {
    const QRectF area = areaNow();
    if (area != area_) {
        prepareGeometryChange();
        area_ = area;
    }
    setZValue(levelNow());
    invalidate();
}

void ElementItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    if (!isExposed()) return;
    elements_.countPainted();
    paintShape(*painter, elements_.look(QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform())));
}

QRectF ZoneItem::areaNow() const {
    const ZoneShape* zone = drawing().zone({id()});
    return zone ? diagram::paintedRect(*zone) : QRectF();
}
double ZoneItem::levelNow() const {
    const ZoneShape* zone = drawing().zone({id()});
    return !zone ? 0 : zone->collapsed ? tagLevel : zone->nesting;
}
void ZoneItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    if (const ZoneShape* zone = drawing().zone({id()})) diagram::paintZone(painter, *zone, look);
}

QRectF ZoneTagItem::areaNow() const {
    const ZoneShape* zone = drawing().zone({id()});
    return !zone || zone->tag.isNull() || zone->collapsed ? QRectF() : zone->tag.adjusted(-2, -2, 2, 2);
}
double ZoneTagItem::levelNow() const { return tagLevel; }
void ZoneTagItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    if (const ZoneShape* zone = drawing().zone({id()}); zone && !zone->collapsed) diagram::paintZoneTag(painter, *zone, look);
}

QRectF FlowItem::areaNow() const {
    const FlowShape* flow = drawing().flow({id()});
    if (!flow || flow->points.empty()) return {};
    FlowShape line;
    line.points = flow->points;
    return diagram::paintedRect(line);
}
namespace {

/// Boxes around the pieces of a route, as wide as anything that is painted along it.
std::vector<QRectF> piecesOf(const FlowShape& flow) {
    std::vector<QRectF> boxes;
    for (std::size_t i = 1; i < flow.points.size(); ++i)
        boxes.push_back(QRectF(flow.points[i - 1], flow.points[i]).normalized().adjusted(-12, -12, 12, 12));
    return boxes;
}

} // namespace

bool FlowItem::isExposed() {
    exposed_ = {};
    for (const QRectF& box : pieces_) exposed_ = exposed_.united(elements().exposedWithin(box));
    return !exposed_.isNull();
}

void FlowItem::invalidate() {
    const FlowShape* flow = drawing().flow({id()});
    std::vector<QRectF> now = flow ? piecesOf(*flow) : std::vector<QRectF>();
    for (const auto* boxes : {&pieces_, &now})
        for (const QRectF& box : *boxes) elements().update(box);
    pieces_ = std::move(now);
}

double FlowItem::levelNow() const {
    double level = flowLevel + (elements().isSelected(id()) ? 10 : 0);
    if (!elements().overlay().isBlast()) return level;
    if (elements().overlay().onPath(id())) return level + 3;
    return level + static_cast<double>(elements().overlay().flows.value(id()).light);
}
void FlowItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    const FlowShape* flow = drawing().flow({id()});
    if (!flow) return;
    if (elements().isSelected(id())) return diagram::paintSelection(painter, *flow, look, elements().hasHandles());
    diagram::paintFlow(painter, *flow, look, exposed_);
}

QRectF FlowLabelItem::areaNow() const {
    const FlowShape* flow = drawing().flow({id()});
    return !flow || flow->label.rect.isNull() ? QRectF() : flow->label.rect.adjusted(-2, -2, 2, 2);
}
double FlowLabelItem::levelNow() const { return labelLevel; }
void FlowLabelItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    if (look.detail != diagram::Detail::Full) return;
    if (const FlowShape* flow = drawing().flow({id()})) diagram::paintFlowLabel(painter, *flow, look);
}

QRectF CardItem::areaNow() const {
    const CardShape* card = drawing().card({id()});
    return card ? diagram::paintedRect(*card) : QRectF();
}
// What is selected is what is dragged: it lies over what it is dragged across.
double CardItem::levelNow() const { return cardLevel + (elements().isSelected(id()) ? 10 : 0); }
void CardItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    if (const CardShape* card = drawing().card({id()})) diagram::paintCard(painter, *card, look);
}

QRectF NoteItem::areaNow() const {
    const NoteShape* note = drawing().note({id()});
    return note ? diagram::paintedRect(*note) : QRectF();
}
double NoteItem::levelNow() const { return noteLevel + (elements().isSelected(id()) ? 10 : 0); }
void NoteItem::paintShape(QPainter& painter, const diagram::Look& look) const {
    if (const NoteShape* note = drawing().note({id()})) diagram::paintNote(painter, *note, look);
}

} // namespace sallyport::ui
