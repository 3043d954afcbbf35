// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "document/Editor.h"

#include <QHash>

namespace sallyport::ui {

/// New places of elements and what follows from them, as one edit writes it.
struct Arrangement {
    QHash<QString, QRectF> rects;                                       ///< all that stands elsewhere, or is larger
    std::vector<std::pair<QString, std::optional<model::ZoneId>>> into; ///< what changes its zone
    std::vector<model::Route> routes;                                   ///< bends that move along

    bool isEmpty() const { return rects.isEmpty() && into.empty(); }
};

enum class Content {
    Carried, ///< what stands in a moved zone moves along
    Stays,   ///< a zone's border moves around it
};

struct ArrangeRules {
    Content content = Content::Carried;
    bool changesZone = true; ///< an element belongs to the zone its centre comes to stand in
    bool growsZones = true;  ///< zones grow around what does not fit
};

/// Those with a rect in the drawing that stand in no other one of them, in the order given.
QStringList outermost(const model::Model& model, const diagram::Drawing& drawing, const QStringList& ids);

/// `moved`: outermost elements and where they are to stand. The drawing is as the model has it, not previewed.
Arrangement arranged(const model::Model& model, const diagram::Drawing& drawing, const QHash<QString, QRectF>& moved,
                     const ArrangeRules& rules);

/// These components and zones put into another zone, or out of all, where there is room for them.
Arrangement arrangedInto(const model::Model& model, const diagram::Drawing& drawing, const QStringList& ids,
                         const std::optional<model::ZoneId>& zone);

void write(document::Editor& editor, const model::DiagramId& diagram, const Arrangement& arrangement);

/// Zones that must be larger for a rect to fit into one, as places of an edit.
void growFor(QHash<QString, QRectF>& rects, const diagram::Drawing& drawing, const model::ZoneId& zone, const QRectF& content);

/// Where an element of the drawing is, and the innermost drawn zone around it.
std::optional<model::ZoneId> zoneAround(const diagram::Drawing& drawing, const QString& id);

/// "apps · trust 30"; "apps · trust unknown".
QString zoneText(const model::Model& model, const model::ZoneId& zone);
/// "Move web-bff", "Move 3 elements".
QString editText(const QString& verb, const model::Model& model, const QStringList& ids);

} // namespace sallyport::ui
