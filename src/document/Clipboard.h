// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Editor.h"
#include "model/Error.h"
#include "model/Model.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>
#include <QStringList>

/// Copy and paste. What is copied is a small model of its own as canonical JSON, so that it can be pasted into another
/// document, another window, or a letter; what is pasted is checked like a file.
namespace sallyport::document {

/// These elements with all that stands inside zones among them (and in the diagram), the flows between them, and what
/// they act as, hold, handle and grant. Relations to anything else are left out. Empty if nothing can be copied.
QByteArray copyElements(const model::Model& model, const model::DiagramId& diagram, const QStringList& ids);

/// Refuses whatever is not a whole model of its own: too large, not canonical JSON, dangling references.
Expected<model::Model> readCopied(const QByteArray& text);

/// The box of all it places; null if it places nothing.
QRectF boundsOfCopied(const model::Model& copied);

/// Writes copied elements into a diagram, their places moved by an offset, what stood in no zone into `zone`. Zones,
/// components, flows, notes and grants are new ones; identities, secrets and data that the document has already (same
/// id, name and kind) are shared with it. Names that are taken get a number. Returns the new elements that stand in no
/// other new one.
QStringList paste(Editor& editor, const model::Model& copied, const model::DiagramId& diagram, const QPointF& offset,
                  const std::optional<model::ZoneId>& zone = {});

} // namespace sallyport::document
