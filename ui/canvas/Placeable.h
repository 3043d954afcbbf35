// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Enumerations.h"

#include <QByteArray>
#include <QChar>
#include <QSizeF>
#include <QString>

#include <optional>
#include <span>
#include <variant>

namespace sallyport::ui {

struct NotePlaceable {
    bool operator==(const NotePlaceable&) const = default;
};

/// Something new that can be put on the canvas: a kind of component, a kind of zone, or a note.
struct Placeable {
    std::variant<model::ComponentKind, model::ZoneKind, NotePlaceable> what;
    QChar key;     ///< pressed on the canvas, then a click places it; null: none
    int group = 0; ///< of the palette; a separator stands between two

    QString label() const; ///< "API gateway", "Data zone", "Note"
    QString icon() const;
    QString tip() const; ///< one sentence: what such an element is
    QSizeF size() const; ///< it is placed with
    /// As dragged from the palette: "component:api_gateway", "zone:data", "note".
    QByteArray text() const;
    bool isComponent() const { return std::holds_alternative<model::ComponentKind>(what); }
    bool isZone() const { return std::holds_alternative<model::ZoneKind>(what); }
    bool isNote() const { return std::holds_alternative<NotePlaceable>(what); }

    bool operator==(const Placeable& other) const { return what == other.what; }
};

/// All there are, in the palette's order.
std::span<const Placeable> placeables();
/// Nothing if the text is none of theirs.
std::optional<Placeable> placeableFromText(const QByteArray& text);
Placeable placeableOf(model::ComponentKind kind);
Placeable placeableOf(model::ZoneKind kind);
Placeable notePlaceable();

/// MIME types of what is dragged onto the canvas: one of placeables(); ids of elements of the model, a line each.
inline const QString placeableMimeType = QStringLiteral("application/x-sallyport-kind");
inline const QString elementsMimeType = QStringLiteral("application/x-sallyport-elements");

} // namespace sallyport::ui
