// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Enumerations.h"
#include "model/Ids.h"

#include <QLineF>
#include <QPainterPath>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

/// The elements of a drawing, laid out: scene pixels at 100 %, texts as they read. See Drawing.
namespace sallyport::diagram {

/// An attribute of a zone in its title strip ("flat", "default deny", "outsider stands here").
struct Chip {
    QString text;
    QString icon; ///< may be empty
    bool round = false;
    QRectF rect;

    bool operator==(const Chip&) const;
};

struct ZoneShape {
    model::ZoneId id;
    QRectF rect;
    QString name;
    std::optional<model::ZoneKind> kind;
    std::optional<model::ZoneId> parent; ///< the innermost drawn zone around it
    int depth = 1;                       ///< 0..4, by trust; unknown trust: that of the zone around it
    int nesting = 0;                     ///< 0 = in no other zone
    bool sealed = false;
    bool collapsed = false;                 ///< drawn as a card; its content is not drawn
    int components = 0;                     ///< inside, at any depth, placed in this diagram
    std::vector<model::ComponentId> inside; ///< those
    std::vector<Chip> chips;
    QString outsideTrust, insideTrust; ///< of the tag; no outside: the outermost ("trust 0"); "?" unknown
    std::optional<qint64> trust;
    std::optional<qint64> trustAround; ///< of the zone it is in, drawn or not
    bool outermost = true;             ///< in no zone at all
    QRectF tag;                        ///< on the top border; empty if there is no room

    bool operator==(const ZoneShape&) const;
};

/// The outline tells the family as well as the accent does.
enum class Silhouette { Client, Entry, Service, Store };

struct CardShape {
    model::ComponentId id;
    QRectF rect;
    QString name;
    QString secondLine; ///< "Kind · technology"
    model::ComponentKind kind = model::ComponentKind::Backend;
    Silhouette silhouette = Silhouette::Service;
    bool outside = false;                      ///< somebody else's: dashed outline
    std::optional<model::ZoneId> zone;         ///< the innermost drawn zone it is in
    int depth = -1;                            ///< of that zone; -1: on the canvas
    int identities = 0, secrets = 0, data = 0; ///< runs as, holds, stores
    QString identityIcon;

    bool operator==(const CardShape&) const = default;
};

enum class LineStyle { Tls13, Tls12, Plain, Unknown };
enum class Head { Checked, NotChecked, Unknown };
enum class TrustStep { More, Less, Equal, Unknown };

/// Where a flow goes through a trust boundary.
struct Crossing {
    QPointF at;
    TrustStep step = TrustStep::Equal; ///< in the direction of the call
    bool alongX = true;                ///< the flow runs horizontally there

    bool operator==(const Crossing&) const = default;
};

struct LabelPart {
    enum class Kind { Icon, Text, Bold, Arrow };
    enum class Way { Both, There, Back, Unknown }; ///< of an Arrow, seen along the flow
    Kind kind = Kind::Text;
    QString value; ///< icon name or text
    double x = 0;  ///< from the label's left
    double width = 0;
    Way way = Way::Both;
    bool faint = false; ///< second ink

    bool operator==(const LabelPart&) const = default;
};

struct FlowLabel {
    QRectF rect; ///< 18 high; empty: there is nothing to say or no room to say it
    std::vector<LabelPart> parts;
    QString text; ///< all of it, for people who point at it

    bool operator==(const FlowLabel&) const = default;
};

/// Where a horizontal piece goes over other flows, from x to x, at that y.
struct Hop {
    double from, to, y;
    bool operator==(const Hop&) const = default;
};

struct FlowShape {
    model::FlowId id;
    model::ComponentId source, target;
    QString name;
    std::vector<QPointF> points; ///< from border to border, orthogonal, at least two
    QPainterPath line;           ///< corners rounded, hops made, cut where the head begins
    QPainterPath plain;          ///< the same without hops
    QPainterPath branch;         ///< of a bundled flow that is not its lead: up to where it joins the others; else empty
    bool routed = false;         ///< a person gave the bends
    LineStyle style = LineStyle::Unknown;
    Head head = Head::Unknown;
    QPointF tip;       ///< of the head
    QPointF direction; ///< unit, into the target
    std::vector<Crossing> crossings;
    std::vector<Hop> hops;
    FlowLabel label;
    int bundled = 0;         ///< flows sharing trunk and head with this one, itself included; 0: alone
    bool bundleLead = false; ///< the one that carries head and label of the bundle
    int depth = -1;          ///< depth of the ground under most of it (for dimming)

    bool operator==(const FlowShape&) const;
};

struct NoteShape {
    model::NoteId id;
    QRectF rect;
    QString text; ///< the first line is its heading

    bool operator==(const NoteShape&) const = default;
};

/// The area each paints into, decorations of every lens included; what an item's boundingRect() must cover.
QRectF paintedRect(const ZoneShape& zone);
QRectF paintedRect(const CardShape& card);
QRectF paintedRect(const FlowShape& flow);
QRectF paintedRect(const NoteShape& note);

/// A line through points with rounded corners, over the hops.
QPainterPath roundedLine(const std::vector<QPointF>& points, const std::vector<Hop>& hops);

/// Where a zone's name and chips end.
double titleEnd(const ZoneShape& zone);

/// The outlines, for hit tests and painting.
QPainterPath outline(const CardShape& card, double grow = 0);
QPainterPath outline(const FlowShape& flow, double reach = 6); ///< boxes around its segments, and its label

} // namespace sallyport::diagram
