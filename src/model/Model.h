// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Elements.h"
#include "model/Rows.h"

namespace sallyport::model {

/// A whole model: every row of a document, typed. Kept in step with its database by Replica; read by everything.
/// Invariants (kept by Document): references resolve, zones do not enclose themselves, a continued flow ends where
/// its continuation starts, a placement's element exists.
struct Model {
    Rows<Meta> meta;
    Rows<Policy> policy;
    Rows<FrameworkChoice> frameworks;
    Rows<CustomRule> customRules;
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
