// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "diagram/Router.h"
#include "diagram/SpatialIndex.h"

#include <set>

namespace sallyport::diagram {

/// What a flow can end at: a card, or the collapsed zone its component is in.
struct Node {
    std::optional<model::ComponentId> card;
    std::optional<model::ZoneId> collapsed;
    QRectF rect;
    bool drawn = false;
    std::optional<model::ZoneId> zone; ///< innermost drawn zone around it
    std::vector<int> wires;            ///< of flows from and to it
};

/// How one flow is routed.
struct Wire {
    model::FlowId id;
    int source = -1, target = -1; ///< nodes
    Side leaves = Side::Bottom, enters = Side::Top;
    double leavesAt = 0, entersAt = 0;         ///< along the side
    QString bundle;                            ///< flows with the same one may share a trunk; empty: never
    std::optional<std::vector<QPointF>> bends; ///< as stored
    bool alive = false, placed = false;        ///< placed: sides are chosen
    bool shared = false;                       ///< it shares trunk and head
};

struct Drawing::Data {
    model::DiagramId diagram;
    QString title;
    QSet<QString> hidden;

    std::map<model::ZoneId, ZoneShape> zones;
    std::map<model::ComponentId, CardShape> cards;
    std::map<model::FlowId, FlowShape> flows;
    std::map<model::NoteId, NoteShape> notes;
    QHash<model::ComponentId, std::optional<model::ZoneId>> placedIn; ///< every placed component, drawn or not

    // Routing state, in step with the shapes.
    std::vector<Node> nodes;
    std::vector<Wire> wires;
    QHash<model::ComponentId, int> nodeOfCard;
    QHash<model::ZoneId, int> nodeOfZone; ///< collapsed ones
    QHash<model::FlowId, int> wireOf;
    std::vector<int> freeNodes, freeWires;
    BoxIndex boxes;        ///< nodes
    SegmentIndex segments; ///< routes of the flows
    BoxIndex labels;       ///< labels of flows, by wire

    // Shapes as they were before a preview moved them.
    struct Before {
        std::map<model::ZoneId, ZoneShape> zones;
        std::map<model::ComponentId, CardShape> cards;
        std::map<model::FlowId, FlowShape> flows;
        std::map<model::NoteId, NoteShape> notes;
    };
    Before before;

    /// Numbers depend on history; what is drawn must not.
    std::vector<int> byId(const std::set<int>& numbers) const;

    Node& node(int number) { return nodes[static_cast<std::size_t>(number)]; }
    const Node& node(int number) const { return nodes[static_cast<std::size_t>(number)]; }
    Wire& wire(int number) { return wires[static_cast<std::size_t>(number)]; }
    const Wire& wire(int number) const { return wires[static_cast<std::size_t>(number)]; }
};

// Sync.cpp: shapes in step with a model; each returns what has changed.

Touched drawnAnew(Drawing::Data& data, const model::Model& model);
Touched broughtInStep(Drawing::Data& data, const model::Model& model, const QSet<QString>& changed);

// Placing.cpp: shapes of zones, cards and notes from the model.

/// Positions a drawing accepts: beyond this a file is clamped, so that no index grows without bounds.
QRectF sane(const QRectF& rect, double largest);
/// All zones anew; the drawing's content is small change beside them.
std::map<model::ZoneId, ZoneShape> placedZones(const model::Model& model, const model::DiagramId& diagram,
                                               const QSet<QString>& hidden);
void layOutTitle(ZoneShape& zone); ///< chips and tag, after the rect has changed
/// The card of a component, or nothing: not placed, hidden, or inside a collapsed zone.
std::optional<CardShape> placedCard(const model::Model& model, const Drawing::Data& data, const model::ComponentId& id);
struct BadgeCounts {
    int identities = 0, secrets = 0, data = 0;
    QString identityIcon;
};
/// Counted in one go for many components; for one it scans the same tables.
QHash<model::ComponentId, BadgeCounts> badgeCounts(const model::Model& model, const QSet<model::ComponentId>* only = nullptr);
/// The drawn zone that stands for a component: itself drawn and collapsed, the outermost such.
std::optional<model::ZoneId> collapsedAround(const model::Model& model, const Drawing::Data& data,
                                             const std::optional<model::ZoneId>& zone);
/// The innermost drawn zone from this one outwards.
std::optional<model::ZoneId> drawnAround(const model::Model& model, const std::map<model::ZoneId, ZoneShape>& zones,
                                         std::optional<model::ZoneId> zone);

/// The name and chips of a zone, and its tag: what lines should not run through.
QRectF titleRect(const ZoneShape& zone);

/// What routing and labels ask of a model, looked up once for many flows.
struct FlowFacts {
    explicit FlowFacts(const model::Model& model);
    const model::Model& model;
    QHash<model::FlowId, std::vector<const model::FlowData*>> data;
};

// Routing.cpp: sides, ports, routes.

/// Brings routes in step: those of `wires` (new, or their ends changed), those of all wires at `nodes` (moved, gone, new),
/// those that must make room for something in the claimed rects. Returns the wires whose route was looked for again; their
/// shapes as they were go to `before`.
std::set<int> reroute(Drawing::Data& data, const std::set<int>& wires, const std::set<int>& nodes,
                      const std::vector<QRectF>& claimed, std::map<model::FlowId, FlowShape>& before);
/// The way between two rects that move, looking at nothing else.
std::vector<QPointF> previewRoute(const QRectF& source, const QRectF& target);
/// The ends of a route given by hand.
std::vector<QPointF> bentRoute(const QRectF& source, const QRectF& target, const std::vector<QPointF>& bends);

// FlowDressing.cpp: what is drawn along a route.

/// Style, head and names from the model.
void describe(FlowShape& flow, const model::Model& model);
/// Diamonds where the route goes through boundaries.
void findCrossings(const Drawing::Data& data, const Wire& wire, FlowShape& flow);
/// Where the route goes over others.
std::vector<Hop> findHops(const Drawing::Data& data, int wire, const FlowShape& flow);
/// Its lines, from points and hops.
void drawLine(FlowShape& flow);
/// The line of a bundled flow without what the others of its bundle draw already.
void drawBranch(FlowShape& flow, const std::vector<Segment>& drawn);
void moveFlow(FlowShape& flow, const QPointF& by);

// FlowLabels.cpp

/// Everything there is to say about a flow, or about `bundled` flows that share a trunk.
FlowLabel fullLabel(const FlowFacts& facts, const model::Flow& flow, int bundled);
/// The same in fewer words, by steps 1..4.
FlowLabel shorter(FlowLabel label, int step);
/// Puts the label where nothing is in its way, shortening it if need be.
void placeLabel(const Drawing::Data& data, int wire, FlowShape& flow, const FlowLabel& full);
/// On the middle of the longest piece, whatever is there.
void centreLabel(FlowShape& flow);

// Editing.cpp

QRectF boundsOfPoints(const std::vector<QPointF>& points);

} // namespace sallyport::diagram
