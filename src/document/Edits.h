// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Editor.h"

#include <QPointF>
#include <QRectF>

/// What people do to a model, written over Editor: each runs inside one Document::edit.
namespace sallyport::document {

/// Deletes elements of any kind by id: zones, components, flows, identities, secrets, grants, data assets, notes and
/// diagrams. What stood in a deleted zone moves out into the zone around it, unless it is deleted too.
void eraseElements(Editor& editor, const QStringList& ids);

/// A new component standing at the rect of the diagram. Its name is the kind's, numbered if taken ("Backend 2").
model::ComponentId addComponent(Editor& editor, const model::DiagramId& diagram, model::ComponentKind kind,
                                const std::optional<model::ZoneId>& zone, const QRectF& rect);
model::ZoneId addZone(Editor& editor, const model::DiagramId& diagram, model::ZoneKind kind,
                      const std::optional<model::ZoneId>& parent, const QRectF& rect);
model::NoteId addNote(Editor& editor, const model::DiagramId& diagram, const QRectF& rect, const QString& text);
model::FlowId addFlow(Editor& editor, const model::ComponentId& source, const model::ComponentId& target);

/// Puts an element (zone, component or note) at a rect of a diagram; zones and components get a placement if they had none.
void place(Editor& editor, const model::DiagramId& diagram, const QString& element, const QRectF& rect);
/// Moves a component or zone into another zone, or into none.
void moveInto(Editor& editor, const QString& element, const std::optional<model::ZoneId>& zone);

/// Sets one member of a set of an element: present, absent, or unknown (nothing). `member` is a word, a text or an id;
/// "*" with false says that there are no others. For sets of elements, absent and unknown both remove the pair.
void setMember(Editor& editor, const model::SetColumn& set, const QString& element, const QString& member,
               std::optional<bool> present);

/// Renames any element that has a name; an empty text takes a flow's name away and is refused for others.
void rename(Editor& editor, const QString& id, const QString& name);

/// "Backend", or "Backend 2" if the table has that name already.
QString freeName(const model::Model& model, model::TableId table, const QString& wanted);

/// Writes the rows in which `to` differs from `from`: erased ones first, then new and changed ones. The document need not be
/// like either; rows that both have alike are left as they are there.
void writeDifference(Editor& editor, const model::Model& from, const model::Model& to);

/// The element's table, for elements with ids of their own.
std::optional<model::TableId> tableOfElement(const model::Model& model, const QString& id);

} // namespace sallyport::document
