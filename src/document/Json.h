// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Error.h"
#include "model/Tables.h"

#include <QByteArray>

namespace sallyport::document {

/// The canonical text form of a model. One object: "title" and "notes" of the model (if given), the lists, and the
/// object "policy". Fixed list and member order, elements by id, one member a line, so that a line diff shows a change
/// of the model. An absent member is unknown. A set is the array of its members known to be present; "x_known": true
/// beside it says that all others are known to be absent; where only some are, "x_absent" lists those.
/// Snapshots are not part of it.
QByteArray writeJson(const model::Model& model);

/// Refuses unknown members and lists, wrong types and words, naming the place ("components[3].kind"). References are
/// checked by whoever makes a document of the model.
Expected<model::Model> readJson(const QByteArray& json, const QString& where);

/// The rows that stand inside an element's object rather than in a list of their own.
struct NestedRows {
    model::TableId owner;
    const char* member;
    model::TableId table;
};
std::span<const NestedRows> nestedPairs();

} // namespace sallyport::document
