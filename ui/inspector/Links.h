// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

#include <QString>

#include <span>
#include <vector>

namespace sallyport::ui {

/// A way in which elements of one kind are linked with others, as sections of the inspector and as columns of tables.
struct Links {
    model::TableId owner;
    const char* section;  ///< "Holds"
    model::TableId table; ///< of the pairs, or of the elements that point at the owner
    const char* self;     ///< the column that names the owner
    const char* other;    ///< the column that names the other; "id" where the others point at the owner
    const char* access;   ///< "read", "write" of a grant's data; else null
    const char* add;      ///< "Hold a secret"
    const char* none;     ///< said where there is none
    const char* one;      ///< "1 secret"
    const char* many;
    bool makesNew; ///< whether a new other may be made here

    bool pointing() const { return QLatin1StringView(other) == QLatin1StringView("id"); }
    /// The kind of the others.
    model::TableId others() const;
    /// The ids of the others of an element, in order of their names.
    QStringList of(const model::Model& model, const QString& id) const;
    /// Key of the row between the two.
    std::vector<model::Value> key(const QString& self, const QString& other) const;
};

/// Those of the inspector, in order.
std::span<const Links> links();
/// Those that are columns of a table of all elements of a kind.
std::vector<const Links*> linkColumns(model::TableId owner);

} // namespace sallyport::ui

namespace sallyport::document {
class Editor;
}

namespace sallyport::ui {

/// Draws or takes away one link. Where others point at the owner: points them at it or away; a row that cannot be
/// without its owner (a grant) is deleted.
void addLink(document::Editor& editor, const Links& links, const QString& self, const QString& other);
void removeLink(document::Editor& editor, const Links& links, const QString& self, const QString& other);
/// A new identity, secret or data asset with that name (a free one if empty), for the owner.
QString makeLinked(document::Editor& editor, const Links& links, const QString& self, const QString& name);

} // namespace sallyport::ui
