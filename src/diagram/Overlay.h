// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Ids.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

/// What a lens adds to a drawing. Computed elsewhere (analysis, rules) and handed over as plain data: this room cannot
/// see how. Nothing here moves anything.
namespace sallyport::diagram {

/// Advice draws what Design or Blast draw, of a model and of a copy with an edit.
enum class Lens { Design, Blast, Coverage, Advice };
enum class Level { None, Reachable, Callable, Exposed, Controlled };
enum class Breadth { One, Live, All };
enum class Severity { Info, Low, Medium, High, Critical };
enum class Status { Satisfied, Violated, Partial, Unknown, NotApplicable };
/// Between a model and a copy with an edit. Removed is drawn on the model, Added on the copy, Changed on both.
enum class Change { Same, Added, Changed, Removed };

/// The words people read, in lower case ("exposed", "live", "critical", "not applicable").
QString word(Level level);
QString word(Breadth breadth);
QString word(Severity severity);
QString word(Status status);
QString word(Change change);
/// "exposed · live"; reachable has no breadth.
QString word(Level level, Breadth breadth);

/// What is known of any element, in every lens.
struct Mark {
    int findings = 0;                ///< open ones that name the element
    Severity worst = Severity::Info; ///< of those
    int unknown = 0;                 ///< unanswered questions
    std::optional<Status> status;    ///< in the Coverage lens; none: not looked at
    QString statusWord;              ///< second line of the card; the status's own word if empty
    Change change = Change::Same;
};

/// One kind of badge (identities, secrets, data) of a card, in the Blast lens.
struct BadgeMark {
    int lost = 0;                   ///< how many of what the badge counts are lost; 0: none
    std::optional<Breadth> breadth; ///< of the widest loss
    bool openAnyway = false;        ///< all that is lost, an outsider has without any compromise
    bool start = false;             ///< one of them is the assumed compromise
};

struct ComponentMark : Mark {
    Level level = Level::None;
    Breadth breadth = Breadth::One;
    bool openAnyway = false; ///< the level is the outsider's, no compromise needed
    bool start = false;      ///< the assumed compromise
    BadgeMark identities, secrets, data;
};

enum class FlowLight {
    Dim,    ///< not opened
    Opened, ///< can be opened, raised nothing
    Lit,    ///< a grant used over it raised its target to `level`
};

struct FlowMark : Mark {
    FlowLight light = FlowLight::Dim;
    Level level = Level::None; ///< of the target, when lit
};

struct ZoneMark : Mark {};

/// Where a numbered stop of the path stands.
enum class StopAt { Component, Flow, Identities, Secrets, Data };

struct PathStop {
    int number = 1;
    StopAt at = StopAt::Component;
    QString element;    ///< a flow's id for Flow, else a component's
    bool choke = false; ///< a choke point: the glyph stands beside the disc
};

/// All that a lens shows. Elements without an entry are drawn with nothing known of them: in the Blast lens dimmed.
struct Overlay {
    Lens lens = Lens::Design;
    QHash<QString, ComponentMark> components;
    QHash<QString, FlowMark> flows;
    QHash<QString, ZoneMark> zones;
    std::vector<PathStop> path;     ///< in the order of the numbers
    std::vector<QString> pathFlows; ///< flows the path runs over, numbered or not
    /// Stops and flows of the path shown so far, for lighting it step by step; negative: all.
    int pathShown = -1;

    bool isBlast() const { return lens == Lens::Blast; }
    bool hasPath() const { return isBlast() && (!path.empty() || !pathFlows.empty()); }
    bool hasStart() const;
    bool hasOpenAnyway() const;
    bool has(Change change) const;
    bool onPath(const QString& flow) const;
};

} // namespace sallyport::diagram
