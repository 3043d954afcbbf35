// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Elements.h"

#include <map>

namespace sallyport::model {

/// The rows of one table, ordered by key, so that everything computed from a model is deterministic.
template <class T>
class Rows {
public:
    using Key = typename T::Key;
    using Map = std::map<Key, T>;

    /// Iterates over the rows themselves, in key order.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;
        Iterator() = default;
        explicit Iterator(typename Map::const_iterator at) : at_(at) {}
        const T& operator*() const { return at_->second; }
        const T* operator->() const { return &at_->second; }
        Iterator& operator++() {
            ++at_;
            return *this;
        }
        Iterator operator++(int) {
            Iterator old = *this;
            ++at_;
            return old;
        }
        bool operator==(const Iterator&) const = default;

    private:
        typename Map::const_iterator at_;
    };

    Iterator begin() const { return Iterator(map_.begin()); }
    Iterator end() const { return Iterator(map_.end()); }
    qsizetype size() const { return static_cast<qsizetype>(map_.size()); }
    bool isEmpty() const { return map_.empty(); }

    const T* find(const Key& key) const {
        const auto at = map_.find(key);
        return at == map_.end() ? nullptr : &at->second;
    }
    T* find(const Key& key) {
        const auto at = map_.find(key);
        return at == map_.end() ? nullptr : &at->second;
    }
    bool contains(const Key& key) const { return map_.contains(key); }
    /// Replaces the row with the same key.
    void put(T row) {
        Key key = row.key();
        map_.insert_or_assign(map_.end(), std::move(key), std::move(row));
    }
    bool erase(const Key& key) { return map_.erase(key) > 0; }

    bool operator==(const Rows&) const = default;

private:
    Map map_;
};

/// A whole model: every row of a document, typed. Kept in step with its database by Replica; read by everything.
/// Invariants (kept by Document): references resolve, zones do not enclose themselves, a continued flow ends where
/// its continuation starts, a placement's element exists.
struct Model {
    Rows<Meta> meta;
    Rows<Policy> policy;
    Rows<Zone> zones;
    Rows<ZoneHas> zoneHas;
    Rows<ZoneAllowedSource> zoneAllowedSources;
    Rows<Component> components;
    Rows<ComponentHas> componentHas;
    Rows<ComponentOpenTo> openTo;
    Rows<ComponentPep> peps;
    Rows<ComponentCodeFrom> codeFrom;
    Rows<ComponentObeys> obeys;
    Rows<ComponentNeedsData> needsData;
    Rows<Identity> identities;
    Rows<Assignment> assignments;
    Rows<Secret> secrets;
    Rows<Holding> holdings;
    Rows<Grant> grants;
    Rows<SecretOnly> secretOnly;
    Rows<GrantReveals> grantReveals;
    Rows<GrantAssumes> grantAssumes;
    Rows<DataAsset> data;
    Rows<GrantData> grantData;
    Rows<Handling> handlings;
    Rows<Flow> flows;
    Rows<FlowHas> flowHas;
    Rows<FlowSecret> flowSecrets;
    Rows<FlowData> flowData;
    Rows<FlowContinues> flowContinues;
    Rows<Diagram> diagrams;
    Rows<Placement> placements;
    Rows<Route> routes;
    Rows<Note> notes;
    Rows<Decision> decisions;
    Rows<Attestation> attestations;
    Rows<Snapshot> snapshots;

    /// Rows of type T, for code written once over all tables.
    template <class T>
    Rows<T>& rows();
    template <class T>
    const Rows<T>& rows() const {
        return const_cast<Model*>(this)->rows<T>();
    }

    bool operator==(const Model&) const = default;

    /// The document's title; empty if nobody has given one.
    QString title() const;
    /// The name of a zone, component, flow, identity, secret, grant, data asset or diagram; the id itself if there is none.
    /// A flow without a name reads "source to target"; a grant "identity at target".
    QString nameOf(const QString& id) const;

    /// A member of an enumerated set: present, absent or unknown ("function.rate_limit").
    std::optional<bool> has(const ComponentId& component, const QString& what) const;
    std::optional<bool> has(const FlowId& flow, const QString& what) const;
    std::optional<bool> has(const ZoneId& zone, const QString& what) const;
};

/// What kind of element an id names in this model.
enum class ElementKind { None, Zone, Component, Flow, Identity, Secret, Grant, Data, Diagram, Note };
ElementKind elementKind(const Model& model, const QString& id);

} // namespace sallyport::model
