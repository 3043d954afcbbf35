// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Model.h"

namespace sallyport::model {

// clang-format off
template <> Rows<Meta>& Model::rows() { return meta; }
template <> Rows<Policy>& Model::rows() { return policy; }
template <> Rows<FrameworkChoice>& Model::rows() { return frameworks; }
template <> Rows<CustomRule>& Model::rows() { return customRules; }
template <> Rows<Zone>& Model::rows() { return zones; }
template <> Rows<ZoneHas>& Model::rows() { return zoneHas; }
template <> Rows<ZoneAllowedSource>& Model::rows() { return zoneAllowedSources; }
template <> Rows<Component>& Model::rows() { return components; }
template <> Rows<ComponentHas>& Model::rows() { return componentHas; }
template <> Rows<ComponentOpenTo>& Model::rows() { return openTo; }
template <> Rows<ComponentPep>& Model::rows() { return peps; }
template <> Rows<ComponentCodeFrom>& Model::rows() { return codeFrom; }
template <> Rows<ComponentObeys>& Model::rows() { return obeys; }
template <> Rows<ComponentNeedsData>& Model::rows() { return needsData; }
template <> Rows<Identity>& Model::rows() { return identities; }
template <> Rows<Assignment>& Model::rows() { return assignments; }
template <> Rows<Secret>& Model::rows() { return secrets; }
template <> Rows<Holding>& Model::rows() { return holdings; }
template <> Rows<Grant>& Model::rows() { return grants; }
template <> Rows<SecretOnly>& Model::rows() { return secretOnly; }
template <> Rows<GrantReveals>& Model::rows() { return grantReveals; }
template <> Rows<GrantAssumes>& Model::rows() { return grantAssumes; }
template <> Rows<DataAsset>& Model::rows() { return data; }
template <> Rows<GrantData>& Model::rows() { return grantData; }
template <> Rows<Handling>& Model::rows() { return handlings; }
template <> Rows<Flow>& Model::rows() { return flows; }
template <> Rows<FlowHas>& Model::rows() { return flowHas; }
template <> Rows<FlowSecret>& Model::rows() { return flowSecrets; }
template <> Rows<FlowData>& Model::rows() { return flowData; }
template <> Rows<FlowContinues>& Model::rows() { return flowContinues; }
template <> Rows<Diagram>& Model::rows() { return diagrams; }
template <> Rows<Placement>& Model::rows() { return placements; }
template <> Rows<Route>& Model::rows() { return routes; }
template <> Rows<Note>& Model::rows() { return notes; }
template <> Rows<Decision>& Model::rows() { return decisions; }
template <> Rows<Attestation>& Model::rows() { return attestations; }
template <> Rows<Snapshot>& Model::rows() { return snapshots; }
// clang-format on

QString Model::title() const {
    const Meta* row = meta.find("title");
    return row ? row->value : QString();
}

QString Model::nameOf(const QString& id) const {
    if (const auto* zone = zones.find(ZoneId{id})) return zone->name;
    if (const auto* component = components.find(ComponentId{id})) return component->name;
    if (const auto* identity = identities.find(IdentityId{id})) return identity->name;
    if (const auto* secret = secrets.find(SecretId{id})) return secret->name;
    if (const auto* asset = data.find(DataId{id})) return asset->name;
    if (const auto* flow = flows.find(FlowId{id}))
        return flow->name ? *flow->name : nameOf(flow->source.value) + " to " + nameOf(flow->target.value);
    if (const auto* grant = grants.find(GrantId{id}))
        return nameOf(grant->identity.value) + " at " + nameOf(grant->target.value) +
               (grant->scope ? " (" + *grant->scope + ')' : QString());
    if (const auto* diagram = diagrams.find(DiagramId{id})) return diagram->title;
    return id;
}

namespace {
template <class T, class ElementId>
std::optional<bool> present(const Rows<T>& rows, const ElementId& element, const QString& what) {
    const T* row = rows.find({element, what});
    return row ? std::optional<bool>(row->present) : std::nullopt;
}
} // namespace

std::optional<bool> Model::has(const ComponentId& component, const QString& what) const {
    return present(componentHas, component, what);
}
std::optional<bool> Model::has(const FlowId& flow, const QString& what) const { return present(flowHas, flow, what); }
std::optional<bool> Model::has(const ZoneId& zone, const QString& what) const { return present(zoneHas, zone, what); }

ElementKind elementKind(const Model& model, const QString& id) {
    if (model.components.contains(ComponentId{id})) return ElementKind::Component;
    if (model.zones.contains(ZoneId{id})) return ElementKind::Zone;
    if (model.flows.contains(FlowId{id})) return ElementKind::Flow;
    if (model.identities.contains(IdentityId{id})) return ElementKind::Identity;
    if (model.secrets.contains(SecretId{id})) return ElementKind::Secret;
    if (model.grants.contains(GrantId{id})) return ElementKind::Grant;
    if (model.data.contains(DataId{id})) return ElementKind::Data;
    if (model.diagrams.contains(DiagramId{id})) return ElementKind::Diagram;
    if (model.notes.contains(NoteId{id})) return ElementKind::Note;
    return ElementKind::None;
}

} // namespace sallyport::model
