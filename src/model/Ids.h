// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <functional>

namespace sallyport::model {

/// The id of an element of one kind; ids of different kinds do not mix.
/// Ids are opaque, unique among the elements of their kind and never change.
/// An empty value stands for no element and is never stored.
template <class Tag>
struct Id {
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    friend bool operator==(const Id&, const Id&) = default;
    friend std::strong_ordering operator<=>(const Id& a, const Id& b) {
        const int order = a.value.compare(b.value);
        return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
    }
    friend size_t qHash(const Id& id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using ZoneId = Id<struct ZoneTag>;
using ComponentId = Id<struct ComponentTag>;
using FlowId = Id<struct FlowTag>;
using IdentityId = Id<struct IdentityTag>;
using SecretId = Id<struct SecretTag>;
using GrantId = Id<struct GrantTag>;
using DataId = Id<struct DataTag>;
using DiagramId = Id<struct DiagramTag>;
using NoteId = Id<struct NoteTag>;
using AttestationId = Id<struct AttestationTag>;
using SnapshotId = Id<struct SnapshotTag>;
using RuleId = Id<struct RuleTag>;

} // namespace sallyport::model

template <class Tag>
struct std::hash<sallyport::model::Id<Tag>> {
    size_t operator()(const sallyport::model::Id<Tag>& id) const { return qHash(id.value); }
};
