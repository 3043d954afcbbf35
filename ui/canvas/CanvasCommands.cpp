// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/CanvasCommands.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasScene.h"
#include "canvas/Tools.h"
#include "document/Clipboard.h"
#include "document/Edits.h"
#include "workspace/Workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace sallyport::ui {

namespace {

const QString copiedMimeType = QStringLiteral("application/x-sallyport-model+json");
constexpr QPointF pasteStep{24, 24};

/// What a new zone is drawn around comes to stand in it.
QStringList enclosedBy(const diagram::Drawing& drawing, const QRectF& rect, const std::optional<model::ZoneId>& around) {
    QStringList found;
    for (const auto& [id, card] : drawing.cards())
        if (card.zone == around && rect.contains(card.rect)) found << id.value;
    for (const auto& [id, zone] : drawing.zones())
        if (zone.parent == around && rect.contains(zone.rect)) found << id.value;
    return found;
}

/// Whether something that is no zone around it stands there.
bool isOccupied(const diagram::Drawing& drawing, const QRectF& rect) {
    const auto hits = [&](const auto& entry) { return entry.second.rect.intersects(rect); };
    return std::ranges::any_of(drawing.cards(), hits) || std::ranges::any_of(drawing.notes(), hits) ||
           std::ranges::any_of(drawing.zones(), [&](const auto& entry) {
               return entry.second.rect.intersects(rect) && !entry.second.rect.contains(rect);
           });
}

/// The zone that the original of something copied stands in, if it is of this diagram.
std::optional<std::optional<model::ZoneId>> homeOf(const diagram::Drawing& drawing, const model::Model& copied) {
    for (const model::Zone& zone : copied.zones)
        if (!zone.parent && drawing.zone(zone.id)) return drawing.zone(zone.id)->parent;
    for (const model::Component& component : copied.components)
        if (!component.zone && drawing.card(component.id)) return drawing.card(component.id)->zone;
    return std::nullopt;
}

} // namespace

CanvasCommands::CanvasCommands(Canvas& canvas) : QObject(&canvas), canvas_(canvas) {}

QStringList CanvasCommands::selectedBoxes() const {
    QStringList found;
    for (const QString& id : canvas_.workspace().selection())
        if (!diagram::rectOf(canvas_.drawing(), id).isNull()) found << id;
    return found;
}

QStringList CanvasCommands::selectedZones() const {
    QStringList found;
    for (const QString& id : canvas_.workspace().selection())
        if (canvas_.drawing().zone({id})) found << id;
    return found;
}

QStringList CanvasCommands::selectedRoutes() const {
    QStringList found;
    for (const QString& id : canvas_.workspace().selection())
        if (canvas_.workspace().model().routes.contains({canvas_.workspace().diagram(), {id}})) found << id;
    return found;
}

QStringList CanvasCommands::selectedInDiagram() const {
    QStringList found = selectedBoxes();
    for (const QString& id : canvas_.workspace().selection())
        if (canvas_.drawing().flow({id})) found << id;
    return found;
}

// ---- something new

QString CanvasCommands::place(const Placeable& what, const QPointF& centre) {
    return place(what, rectAround(canvas_, what, centre));
}

QString CanvasCommands::place(const Placeable& what, const QRectF& rect) {
    return place(what, rect, what.isNote() ? std::nullopt : diagram::zoneFor(canvas_.drawing(), rect));
}

QString CanvasCommands::place(const Placeable& what, const QRectF& rect, const std::optional<model::ZoneId>& zone) {
    Workspace& workspace = canvas_.workspace();
    const diagram::Drawing& drawing = canvas_.drawing();
    const model::DiagramId diagram = workspace.diagram();
    QHash<QString, QRectF> grown;
    if (zone) growFor(grown, drawing, *zone, rect);
    const QStringList enclosed = what.isZone() ? enclosedBy(drawing, rect, zone) : QStringList();
    QString id;
    const bool done = workspace.edit(tr("Add %1").arg(what.label()), [&](document::Editor& editor) {
        if (const auto* kind = std::get_if<model::ComponentKind>(&what.what))
            id = document::addComponent(editor, diagram, *kind, zone, rect).value;
        else if (const auto* zoneKind = std::get_if<model::ZoneKind>(&what.what))
            id = document::addZone(editor, diagram, *zoneKind, zone, rect).value;
        else
            id = document::addNote(editor, diagram, rect, tr("Note")).value;
        for (const QString& inner : enclosed) document::moveInto(editor, inner, model::ZoneId{id});
        for (const auto& [outer, larger] : grown.asKeyValueRange()) document::place(editor, diagram, outer, larger);
    });
    if (!done) return {};
    workspace.select({id});
    canvas_.setFocusedElement(id, false);
    return id;
}

QString CanvasCommands::placeSomewhere(const Placeable& what) {
    const QString& current = canvas_.workspace().current();
    std::optional<model::ZoneId> zone;
    if (const auto* selected = canvas_.drawing().zone({current}); selected && !selected->collapsed)
        zone = selected->id;
    else if (const auto* card = canvas_.drawing().card({current}); card && what.isComponent())
        zone = card->zone;
    const QPointF near = zone && !canvas_.visibleArea().contains(canvas_.drawing().zone(*zone)->rect)
                             ? canvas_.drawing().zone(*zone)->rect.center()
                             : canvas_.visibleArea().center();
    const QRectF rect = diagram::freePlace(canvas_.drawing(), what.isNote() ? std::nullopt : zone, what.size(), near);
    if (!zone && !what.isNote()) zone = diagram::zoneFor(canvas_.drawing(), rect);
    const QString id = place(what, rect, what.isNote() ? std::nullopt : zone);
    if (!id.isEmpty()) canvas_.camera().reveal(rect);
    return id;
}

void CanvasCommands::placeExisting(const QStringList& ids, const QPointF& centre) {
    Workspace& workspace = canvas_.workspace();
    const model::Model& model = workspace.model();
    const diagram::Drawing& drawing = canvas_.drawing();
    QHash<QString, QRectF> rects;
    QPointF at = centre;
    for (const QString& id : ids) {
        const model::Component* component = model.components.find({id});
        const bool isZone = model.zones.contains({id});
        if ((!component && !isZone) || model.placements.contains({workspace.diagram(), id})) continue;
        const Placeable what = component ? placeableOf(component->kind) : placeableOf(model::ZoneKind::Application);
        QRectF rect = rectAround(canvas_, what, at);
        if (component && component->zone && drawing.zone(*component->zone)) {
            // Its zone is shown here: that is where it belongs.
            if (!drawing.zone(*component->zone)->rect.contains(rect))
                rect = diagram::freePlace(drawing, component->zone, what.size(), drawing.zone(*component->zone)->rect.center());
            growFor(rects, drawing, *component->zone, rect);
        }
        rects[id] = rect;
        at += pasteStep;
    }
    if (!rects.isEmpty())
        workspace.edit(editText(tr("Show"), model, ids), [&](document::Editor& editor) {
            for (const auto& [id, rect] : rects.asKeyValueRange()) document::place(editor, workspace.diagram(), id, rect);
        });
    workspace.select(ids);
}

QString CanvasCommands::connect(const QString& source, const QString& target) {
    Workspace& workspace = canvas_.workspace();
    QString id;
    const bool done =
        workspace.edit(tr("Connect %1 to %2").arg(workspace.model().nameOf(source), workspace.model().nameOf(target)),
                       [&](document::Editor& editor) {
                           id = document::addFlow(editor, model::ComponentId{source}, model::ComponentId{target}).value;
                       });
    if (!done) return {};
    workspace.select({id});
    return id;
}

// ---- the clipboard

void CanvasCommands::copy() {
    const Workspace& workspace = canvas_.workspace();
    const QByteArray text = document::copyElements(workspace.model(), workspace.diagram(), selectedInDiagram());
    if (text.isEmpty()) return;
    auto* data = new QMimeData; // the clipboard's
    data->setData(copiedMimeType, text);
    data->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(data);
}

void CanvasCommands::cut() {
    copy();
    remove();
}

bool CanvasCommands::canPaste() const {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    return data && (data->hasFormat(copiedMimeType) || data->hasText());
}

void CanvasCommands::paste(std::optional<QPointF> centre) {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data) return;
    const QByteArray text = data->hasFormat(copiedMimeType) ? data->data(copiedMimeType) : data->text().toUtf8();
    if (!text.isEmpty()) pasteText(text, centre, tr("Paste"));
}

void CanvasCommands::duplicate() {
    const Workspace& workspace = canvas_.workspace();
    const QByteArray text = document::copyElements(workspace.model(), workspace.diagram(), selectedInDiagram());
    if (!text.isEmpty()) pasteText(text, std::nullopt, editText(tr("Duplicate"), workspace.model(), selectedBoxes()));
}

void CanvasCommands::pasteText(const QByteArray& text, std::optional<QPointF> centre, const QString& title) {
    Workspace& workspace = canvas_.workspace();
    const auto copied = document::readCopied(text);
    if (!copied) return workspace.refuse(copied.error());
    const diagram::Drawing& drawing = canvas_.drawing();
    const QRectF bounds = document::boundsOfCopied(*copied);
    QRectF rect = bounds;
    if (centre) {
        rect.moveCenter(*centre);
    } else if (!canvas_.visibleArea().contains(bounds.center())) {
        rect.moveCenter(canvas_.visibleArea().center());
    }
    auto zone = diagram::zoneFor(drawing, rect);
    if (!centre && isOccupied(drawing, rect)) {
        // Beside the original, not on it and not in it.
        if (const auto home = homeOf(drawing, *copied)) zone = *home;
        rect = diagram::freePlace(drawing, zone, bounds.size(), rect.center() + pasteStep);
    }
    const QPointF offset = diagram::onGrid(rect.topLeft() - bounds.topLeft());
    QHash<QString, QRectF> grown;
    if (zone && !bounds.isNull()) growFor(grown, drawing, *zone, bounds.translated(offset));
    QStringList ids;
    const bool done = workspace.edit(title, [&](document::Editor& editor) {
        ids = document::paste(editor, *copied, workspace.diagram(), offset, zone);
        for (const auto& [id, larger] : grown.asKeyValueRange()) document::place(editor, workspace.diagram(), id, larger);
    });
    if (!done) return;
    workspace.select(ids);
    if (!bounds.isNull()) canvas_.camera().reveal(bounds.translated(offset));
}

// ---- the selection

void CanvasCommands::remove() {
    const QStringList ids = selectedInDiagram();
    if (ids.isEmpty()) return;
    Workspace& workspace = canvas_.workspace();
    workspace.edit(editText(tr("Delete"), workspace.model(), ids),
                   [&](document::Editor& editor) { document::eraseElements(editor, ids); });
}

void CanvasCommands::takeOut() {
    Workspace& workspace = canvas_.workspace();
    QStringList ids;
    for (const QString& id : selectedBoxes())
        if (!canvas_.drawing().note({id})) ids << id;
    if (ids.isEmpty()) return;
    const bool done = workspace.edit(editText(tr("Take out"), workspace.model(), ids), [&](document::Editor& editor) {
        for (const QString& id : ids)
            if (const auto* row = workspace.model().placements.find({workspace.diagram(), id})) editor.erase(*row);
    });
    if (done) workspace.select({});
}

void CanvasCommands::selectAll() {
    QStringList ids;
    for (const auto& [id, zone] : canvas_.drawing().zones()) ids << id.value;
    for (const auto& [id, card] : canvas_.drawing().cards()) ids << id.value;
    for (const auto& [id, flow] : canvas_.drawing().flows()) ids << id.value;
    for (const auto& [id, note] : canvas_.drawing().notes()) ids << id.value;
    canvas_.workspace().select(ids);
}

void CanvasCommands::rename() {
    if (!canvas_.workspace().current().isEmpty()) canvas_.rename(canvas_.workspace().current());
}

void CanvasCommands::arrange(const QString& title, const QStringList& boxes, const std::vector<QRectF>& rects,
                             const ArrangeRules& rules, const QString& continuing) {
    QHash<QString, QRectF> moved;
    for (qsizetype i = 0; i < boxes.size(); ++i) moved.insert(boxes[i], rects[static_cast<std::size_t>(i)]);
    Workspace& workspace = canvas_.workspace();
    const Arrangement places = arranged(workspace.model(), canvas_.drawing(), moved, rules);
    workspace.edit(
        title, [&](document::Editor& editor) { write(editor, workspace.diagram(), places); }, continuing);
}

namespace {

std::vector<QRectF> rectsOf(const diagram::Drawing& drawing, const QStringList& boxes) {
    std::vector<QRectF> rects;
    for (const QString& id : boxes) rects.push_back(diagram::rectOf(drawing, id));
    return rects;
}

} // namespace

void CanvasCommands::nudge(const QPointF& by) {
    const model::Model& model = canvas_.workspace().model();
    const QStringList boxes = outermost(model, canvas_.drawing(), selectedBoxes());
    if (boxes.isEmpty()) return;
    std::vector<QRectF> rects = rectsOf(canvas_.drawing(), boxes);
    for (QRectF& rect : rects) rect.translate(by);
    arrange(editText(tr("Move"), model, boxes), boxes, rects, {Content::Carried, true, false}, "nudge " + boxes.join(' '));
}

void CanvasCommands::align(diagram::Alignment alignment) {
    const QStringList boxes = outermost(canvas_.workspace().model(), canvas_.drawing(), selectedBoxes());
    if (boxes.size() < 2) return;
    arrange(editText(tr("Align"), canvas_.workspace().model(), boxes), boxes,
            diagram::aligned(rectsOf(canvas_.drawing(), boxes), alignment), {Content::Carried, false, true});
}

void CanvasCommands::distribute(Qt::Orientation along) {
    const QStringList boxes = outermost(canvas_.workspace().model(), canvas_.drawing(), selectedBoxes());
    if (boxes.size() < 3) return;
    arrange(editText(tr("Distribute"), canvas_.workspace().model(), boxes), boxes,
            diagram::distributed(rectsOf(canvas_.drawing(), boxes), along), {Content::Carried, false, true});
}

void CanvasCommands::shrinkToContent() {
    const QStringList zones = selectedZones();
    std::vector<QRectF> rects;
    for (const QString& id : zones) rects.push_back(diagram::smallestAround(canvas_.drawing(), {id}));
    if (!zones.isEmpty())
        arrange(editText(tr("Fit"), canvas_.workspace().model(), zones), zones, rects, {Content::Stays, false, false});
}

namespace {

/// What stands in a zone in this diagram, drawn or not.
QRectF contentPlaces(const model::Model& model, const model::DiagramId& diagram, const model::ZoneId& zone) {
    QRectF box;
    const auto add = [&](const QString& id) {
        if (const auto* row = model.placements.find({diagram, id})) box = box.united(QRectF(row->x, row->y, row->w, row->h));
    };
    for (const model::Component& component : model.components)
        if (component.zone == zone) add(component.id.value);
    for (const model::Zone& inner : model.zones)
        if (inner.parent == zone) add(inner.id.value);
    return box;
}

/// A card when it is collapsed; when it is opened again, around what stands in it.
QRectF rectWhen(bool collapsed, const model::Model& model, const model::Placement& placement) {
    const QPointF corner(placement.x, placement.y);
    if (collapsed) return {corner, diagram::cardSize};
    const QRectF content = contentPlaces(model, placement.diagram, model::ZoneId{placement.element});
    if (content.isNull()) return {corner, placeableOf(model::ZoneKind::Application).size()};
    const QRectF around =
        content.adjusted(-diagram::zonePadding, -diagram::zoneFirstCard, diagram::zonePadding, diagram::zonePadding);
    return {around.topLeft(), around.size().expandedTo(diagram::smallestZone)};
}

} // namespace

void CanvasCommands::setCollapsed(bool collapsed) {
    Workspace& workspace = canvas_.workspace();
    const QStringList zones = selectedZones();
    QHash<QString, QRectF> grown;
    std::vector<model::Placement> placements;
    for (const QString& id : zones) {
        const auto* row = workspace.model().placements.find({workspace.diagram(), id});
        if (!row || row->collapsed == collapsed) continue;
        const QRectF rect = rectWhen(collapsed, workspace.model(), *row);
        const auto* shape = canvas_.drawing().zone({id});
        if (!collapsed && shape->parent) growFor(grown, canvas_.drawing(), *shape->parent, rect);
        placements.push_back({row->diagram, id, rect.x(), rect.y(), rect.width(), rect.height(), collapsed});
    }
    if (placements.empty()) return;
    workspace.edit(editText(collapsed ? tr("Collapse") : tr("Expand"), workspace.model(), zones),
                   [&](document::Editor& editor) {
                       for (const auto& [id, larger] : grown.asKeyValueRange())
                           document::place(editor, workspace.diagram(), id, larger);
                       for (const model::Placement& placement : placements) editor.put(placement);
                   });
}

void CanvasCommands::straighten() {
    Workspace& workspace = canvas_.workspace();
    const QStringList flows = selectedRoutes();
    if (flows.isEmpty()) return;
    workspace.edit(editText(tr("Straighten"), workspace.model(), flows), [&](document::Editor& editor) {
        for (const QString& id : flows) editor.erase(*workspace.model().routes.find({workspace.diagram(), {id}}));
    });
}

void CanvasCommands::hideSelection() {
    QSet<QString> hidden = canvas_.drawing().hidden();
    for (const QString& id : selectedBoxes())
        if (!canvas_.drawing().note({id})) hidden.insert(id);
    canvas_.workspace().select({});
    canvas_.elements().setHidden(hidden);
    Q_EMIT canvas_.hiddenChanged(static_cast<int>(hidden.size()));
}

void CanvasCommands::showHidden() {
    canvas_.elements().setHidden({});
    Q_EMIT canvas_.hiddenChanged(0);
}

} // namespace sallyport::ui
