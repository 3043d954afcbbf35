// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Shapes.h"
#include "model/Model.h"

#include <QHash>
#include <QSet>

#include <map>
#include <memory>

namespace sallyport::diagram {

/// Elements whose shape is new, gone or different; look each up in the drawing to learn which.
struct Touched {
    QSet<model::ZoneId> zones;
    QSet<model::ComponentId> cards;
    QSet<model::FlowId> flows;
    QSet<model::NoteId> notes;

    bool isEmpty() const { return zones.isEmpty() && cards.isEmpty() && flows.isEmpty() && notes.isEmpty(); }
    void add(const Touched& other);
};

/// One diagram of a model as shapes in scene pixels: what stands where and reads what, without colours and results.
/// A plain value (copies share until written); needs a QGuiApplication, because labels are as wide as their text.
class Drawing {
public:
    Drawing();
    Drawing(const model::Model& model, const model::DiagramId& diagram);
    Drawing(const Drawing&);
    Drawing(Drawing&&) noexcept;
    Drawing& operator=(const Drawing&);
    Drawing& operator=(Drawing&&) noexcept;
    ~Drawing();

    const model::DiagramId& diagram() const;
    const QString& title() const;

    const std::map<model::ZoneId, ZoneShape>& zones() const;
    const std::map<model::ComponentId, CardShape>& cards() const;
    const std::map<model::FlowId, FlowShape>& flows() const;
    const std::map<model::NoteId, NoteShape>& notes() const;
    const ZoneShape* zone(const model::ZoneId& id) const;
    const CardShape* card(const model::ComponentId& id) const;
    const FlowShape* flow(const model::FlowId& id) const;
    const NoteShape* note(const model::NoteId& id) const;
    /// Outer zones first: the order to paint them in.
    std::vector<const ZoneShape*> zonesOutsideIn() const;
    /// Of everything, decorations included; empty if nothing is placed.
    QRectF bounds() const;
    bool isEmpty() const;

    /// Brings the shapes in step with a changed model. `changed`: every element id in the keys of the changed rows (of
    /// a placement the element, of a route the flow, of a holding secret and component ...); ids that are not drawn
    /// cost nothing. Routes of flows whose cards stand where they stood keep, except where something now stands in
    /// their way. At 1,000 components: a millisecond or two for one element.
    Touched update(const model::Model& model, const QSet<QString>& changed);

    /// While dragging: elements stand at these rects, their flows run in plain elbows, everything else stays as it is.
    /// The model is not asked; the next update() or another preview() replaces it. An empty hash ends it.
    Touched preview(const QHash<QString, QRectF>& moved);

    /// Elements that are not drawn, and so neither are flows from and to them nor what stands inside a hidden zone.
    Touched setHidden(const model::Model& model, const QSet<QString>& hidden);
    const QSet<QString>& hidden() const;

    /// What a flow drawn now between these would look like, for the connect tool: the end follows the pointer until a
    /// card is under it. An elbow; not part of the drawing.
    std::vector<QPointF> elbow(const model::ComponentId& source, const QPointF& to) const;
    /// The bends as stored, for a route with one segment moved across itself by a distance: what dragging a segment
    /// writes. Segments count from the source, 0 first. Empty if the flow has no such segment.
    QString bendsWithSegmentMoved(const model::FlowId& flow, int segment, double by) const;
    /// The segment nearest to a point, or -1 beyond the reach.
    int segmentAt(const model::FlowId& flow, const QPointF& at, double reach = 6) const;

    struct Data; ///< this room's own business

private:
    std::shared_ptr<Data> data_;
    Data& detached();
};

/// "x,y x,y ..." as stored in model::Route, and back; nothing if the text is not that.
QString bendsText(const std::vector<QPointF>& bends);
std::optional<std::vector<QPointF>> bendsFromText(const QString& text);

} // namespace sallyport::diagram
