// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CompileModel.h"

#include "analysis/ModelCompiler.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::analysis {

using model::ComponentKind;

namespace {

/// What an asset weighs by its sensitivity; the same in both readings, so that their scores compare.
double weightOf(const model::DataAsset& row) {
    constexpr double unknown = 5;
    constexpr std::array bySensitivity = {0.0, 1.0, 5.0, 20.0};
    if (row.weight) return *row.weight;
    return row.sensitivity ? bySensitivity[static_cast<std::size_t>(*row.sensitivity)] : unknown;
}

/// Every kind but clients, what fronts them for others, and stores.
bool isServer(ComponentKind kind) {
    switch (kind) {
        case ComponentKind::ClientBrowser:
        case ComponentKind::ClientNative:
        case ComponentKind::ClientMachine:
        case ComponentKind::Cdn:
        case ComponentKind::ThirdPartyService:
        case ComponentKind::DataStore:
        case ComponentKind::Cache:
        case ComponentKind::SessionStore:
        case ComponentKind::SecretStore:
        case ComponentKind::LogSink:
            return false;
        default:
            return true;
    }
}

void addOnce(Indices& list, Index index) {
    if (index != none && !contains(list, index)) list.push_back(index);
}

template <class E>
QString wordOf(E value) {
    return QString::fromLatin1(model::word(value));
}

} // namespace

AttackFacts attackFacts(const model::Model& model, Reading reading) { return ModelCompiler(model, reading).run(); }

AttackFacts ModelCompiler::run() {
    number();
    sets();
    zones();
    data();
    identities();
    components();
    handlings();
    secrets();
    holdings();
    grants();
    flows();
    steering();
    madeCredentials();
    clientBinding();
    if (worst_) assumeKept();
    madeGrants();
    scopes();
    return std::move(facts_);
}

void ModelCompiler::number() {
    zones_.number(model_.zones);
    components_.number(model_.components);
    identities_.number(model_.identities);
    secrets_.number(model_.secrets);
    grants_.number(model_.grants);
    flows_.number(model_.flows);
    data_.number(model_.data);
    for (const model::Component& row : model_.components) componentRows_.push_back(&row);
    for (const model::Secret& row : model_.secrets) secretRows_.push_back(&row);
}

void ModelCompiler::sets() {
    sets_.resize(componentRows_.size());
    Positions::Walk walk(components_);
    for (const model::ComponentHas& row : model_.componentHas) {
        const Index component = walk.of(row.element.value);
        if (component == none) continue;
        Sets& sets = at(sets_, component);
        if (row.what == u"token_check.audience") sets.audience = row.present;
        if (row.what == u"token_check.signature_or_introspection") sets.signature = row.present;
        if (row.present) continue;
        if (row.what == u"code_from.*") sets.codeFromKnown = true;
        if (row.what == u"obeys.*") sets.obeysKnown = true;
        if (row.what == u"open_to.*") sets.openToKnown = true;
    }
}

void ModelCompiler::zones() {
    for (const model::Zone& row : model_.zones) {
        ZoneFacts& zone = facts_.zones.emplace_back();
        zone.id = row.id.value;
        zone.name = row.name;
        zone.parent = zones_.of(row.parent);
        zone.flat = answered(row.flat, false, true);
        zone.implicitTrust = answered(row.implicitTrust, false, true);
        zone.sealed = answered(row.sealed, false, false);
        if (row.attackerStartsHere.value_or(row.kind == model::ZoneKind::Internet))
            facts_.attackerZones.push_back(count(facts_.zones) - 1);
    }
}

void ModelCompiler::data() {
    constexpr qint64 usualUsers = 1000;
    for (const model::DataAsset& row : model_.data) {
        DataFacts& data = facts_.data.emplace_back();
        data.id = row.id.value;
        data.name = row.name;
        data.weight = weightOf(row);
        const qint64 known = row.live.value_or(1);
        if (row.users)
            data.users = std::max<qint64>(1, *row.users);
        else if (row.perUser == false || worst_)
            data.users = 1; // Any hit counts whole.
        else
            data.users = std::max(usualUsers, known);
        if (row.live)
            data.live = std::clamp<qint64>(*row.live, 1, data.users);
        else if (worst_)
            data.live = data.users;
        data.key = secrets_.of(row.keySecret);
    }
}

void ModelCompiler::identities() {
    const Index provider = worst_ ? onlyIdentityProvider() : none;
    for (const model::Identity& row : model_.identities) {
        IdentityFacts& identity = facts_.identities.emplace_back();
        identity.id = row.id.value;
        identity.name = row.name;
        identity.kind = wordOf(row.kind);
        identity.perUser = row.perUser.value_or(row.kind == model::IdentityKind::Human);
        identity.issuer = row.issuer ? components_.of(row.issuer) : provider;
    }
}

Index ModelCompiler::onlyIdentityProvider() const {
    Index found = none;
    for (Index i = 0; i < count(componentRows_); ++i) {
        if (!isKind(i, {ComponentKind::IdentityProvider})) continue;
        if (found != none) return none;
        found = i;
    }
    return found;
}

bool ModelCompiler::isKind(Index component, std::initializer_list<ComponentKind> kinds) const {
    return std::find(kinds.begin(), kinds.end(), at(componentRows_, component)->kind) != kinds.end();
}

void ModelCompiler::components() {
    facts_.components.reserve(componentRows_.size());
    for (const model::Component* row : componentRows_) {
        ComponentFacts& component = facts_.components.emplace_back();
        component.id = row->id.value;
        component.name = row->name;
        component.kind = wordOf(row->kind);
        component.zone = zones_.of(row->zone);
        component.many =
            row->many.value_or(row->kind == ComponentKind::ClientBrowser || row->kind == ComponentKind::ClientNative);
        component.exploitable = row->exploitable;
        if (component.zone != none) continue;
        // Nobody has said where it stands: a zone of its own, at worst beside the attacker.
        component.zone = count(facts_.zones);
        facts_.zones.push_back({QStringLiteral("made:zone:") + component.id,
                                QCoreApplication::translate("CompileModel", "zone of %1").arg(displayName(component)), none,
                                worst_, false, false});
        if (worst_) facts_.attackerZones.push_back(component.zone);
    }
}

void ModelCompiler::handlings() {
    handled_.resize(componentRows_.size());
    Positions::Walk walk(components_);
    for (const model::Handling& row : model_.handlings) {
        const Index component = walk.of(row.component.value);
        const Index data = data_.of(row.data.value);
        if (component == none || data == none) continue;
        ComponentFacts& c = at(facts_.components, component);
        at(handled_, component).push_back(data);
        if (answered(row.stored, false, true)) c.stores.push_back(data);
        if (row.form == model::HandlingForm::Locked && at(facts_.data, data).key != none) c.locked.push_back(data);
    }
}

/// What a component takes code and instructions from, and whom it is open to.
void ModelCompiler::steering() {
    relation(model_.codeFrom, components_, components_,
             [&](Index component, Index source) { at(facts_.components, component).codeFrom.push_back(source); });
    relation(model_.obeys, components_, data_,
             [&](Index component, Index data) { at(facts_.components, component).obeys.push_back(data); });
    relation(model_.openTo, components_, zones_,
             [&](Index component, Index zone) { at(facts_.components, component).openTo.push_back(zone); });
    std::size_t next = 0;
    for (const model::Flow& row : model_.flows) {
        const FlowFacts& flow = facts_.flows[next++];
        if (row.operation == model::Operation::Deploy) addOnce(at(facts_.components, flow.to).codeFrom, flow.from);
    }
    if (!worst_) return;

    Indices pipelines;
    for (Index i = 0; i < count(componentRows_); ++i)
        if (isKind(i, {ComponentKind::CiCd})) pipelines.push_back(i);
    for (Index i = 0; i < count(componentRows_); ++i) {
        const Sets& sets = at(sets_, i);
        if (!sets.codeFromKnown) assumeCodeSources(i, *at(componentRows_, i), pipelines);
        if (!sets.obeysKnown && isKind(i, {ComponentKind::AiAgent})) assumeInstructions(i);
        if (sets.openToKnown) continue;
        for (const Index call : at(callsTo_, i))
            addOnce(at(facts_.components, i).openTo, at(facts_.components, at(facts_.flows, call).from).zone);
    }
}

void ModelCompiler::assumeCodeSources(Index component, const model::Component& row, const Indices& pipelines) {
    Indices& sources = at(facts_.components, component).codeFrom;
    if (row.kind == ComponentKind::ClientBrowser) {
        for (const Index call : at(callsFrom_, component)) {
            const Index target = at(facts_.flows, call).to;
            if (isKind(target, {ComponentKind::Cdn, ComponentKind::ApiGateway, ComponentKind::Bff, ComponentKind::Backend}))
                addOnce(sources, target);
        }
    } else if (isServer(row.kind)) {
        for (const Index pipeline : pipelines)
            if (pipeline != component) addOnce(sources, pipeline);
    }
}

void ModelCompiler::assumeInstructions(Index component) {
    ComponentFacts& c = at(facts_.components, component);
    for (const Index data : at(handled_, component)) addOnce(c.obeys, data);
    for (const auto* calls : {&at(callsFrom_, component), &at(callsTo_, component)})
        for (const Index call : *calls)
            for (const Index data : at(facts_.flows, call).data) addOnce(c.obeys, data);
}

} // namespace sallyport::analysis
