// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/CompileModel.h"

#include "analysis/ModelCompiler.h"

#include <QCoreApplication>

#include <algorithm>
#include <thread>

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

bool mayServePages(ComponentKind kind) {
    return kind == ComponentKind::Cdn || kind == ComponentKind::ApiGateway || kind == ComponentKind::Bff ||
           kind == ComponentKind::Backend;
}

template <class E>
QString wordOf(E value) {
    return QString::fromLatin1(model::word(value));
}

} // namespace

std::optional<AttackFacts> attackFacts(const model::Model& model, Reading reading, std::stop_token stop) {
    return ModelCompiler(model, reading, std::move(stop)).run();
}

AttackFacts attackFacts(const model::Model& model, Reading reading) { return *attackFacts(model, reading, std::stop_token()); }

ModelCompiler::ModelCompiler(const model::Model& model, Reading reading, std::stop_token stop)
    : model_(model),
      stop_(std::move(stop)),
      worst_(reading == Reading::WorstCase),
      zones_(model.zones.size()),
      components_(model.components.size()),
      identities_(model.identities.size()),
      secrets_(model.secrets.size()),
      grants_(model.grants.size()),
      flows_(model.flows.size()),
      data_(model.data.size()) {}

std::optional<AttackFacts> ModelCompiler::run() {
    using Step = void (ModelCompiler::*)();
    std::vector<Step> steps{&ModelCompiler::zones,           &ModelCompiler::components,    &ModelCompiler::sets,
                            &ModelCompiler::identities,      &ModelCompiler::secrets,       &ModelCompiler::data,
                            &ModelCompiler::relations,       &ModelCompiler::callers,       &ModelCompiler::steering,
                            &ModelCompiler::madeCredentials, &ModelCompiler::clientBinding, &ModelCompiler::madeGrants,
                            &ModelCompiler::scopes};
    if (worst_) steps.insert(steps.end(), {&ModelCompiler::assumeKept, &ModelCompiler::assumeSteering});
    for (const Step step : steps) {
        (this->*step)();
        if (stop_.stop_requested()) return std::nullopt;
    }
    return std::move(facts_);
}

/// Flows on one side, grants and what components hold on the other: they share nothing they write.
void ModelCompiler::relations() {
    constexpr qsizetype worthAThread = 10'000;
    const auto calls = [this] {
        flows();
        flowRelations();
    };
    std::jthread other;
    if (model_.flows.size() >= worthAThread)
        other = std::jthread(calls);
    else
        calls();
    handlings();
    holdings();
    grants();
}

void ModelCompiler::zones() {
    for (const model::Zone& row : model_.zones) zones_.add(row.id.value);
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

void ModelCompiler::components() {
    components_.addAll(stop_, model_.components);
    facts_.components.reserve(static_cast<std::size_t>(model_.components.size()));
    componentNotes_.reserve(facts_.components.capacity());
    const auto fetch = [](const model::Component& row) {
        fetchSoon(row.id);
        fetchSoon(row.name);
        fetchSoon(row.zone);
    };
    eachRow(stop_, model_.components, fetch, [&](const model::Component& row) {
        ComponentNote& note = componentNotes_.emplace_back();
        note.kind = row.kind;
        note.oauthClientType = row.oauthClientType;
        ComponentFacts& component = facts_.components.emplace_back();
        component.id = row.id.value;
        component.name = row.name;
        component.kind = wordOf(row.kind);
        component.zone = zones_.of(row.zone);
        component.many = row.many.value_or(row.kind == ComponentKind::ClientBrowser || row.kind == ComponentKind::ClientNative);
        component.exploitable = row.exploitable;
        if (component.zone != none) return;
        // Nobody has said where it stands: a zone of its own, at worst beside the attacker.
        component.zone = count(facts_.zones);
        const QString name = QCoreApplication::translate("CompileModel", "zone of %1").arg(displayName(component));
        facts_.zones.push_back({QStringLiteral("made:zone:") + component.id, name, none, worst_, false, false});
        if (worst_) facts_.attackerZones.push_back(component.zone);
    });
}

void ModelCompiler::sets() {
    Positions::Walk walk(components_);
    const auto fetch = [](const model::ComponentHas& row) {
        fetchSoon(row.element);
        fetchSoon(row.what);
    };
    eachRow(stop_, model_.componentHas, fetch, [&](const model::ComponentHas& row) {
        const Index component = walk.of(row.element.value);
        if (component == none) return;
        ComponentNote& note = at(componentNotes_, component);
        if (row.what == u"token_check.audience") note.audience = row.present;
        if (row.what == u"token_check.signature_or_introspection") note.signature = row.present;
        if (row.present) return;
        if (row.what == u"code_from.*") note.codeFromKnown = true;
        if (row.what == u"obeys.*") note.obeysKnown = true;
        if (row.what == u"open_to.*") note.openToKnown = true;
    });
}

void ModelCompiler::identities() {
    const Index provider = worst_ ? onlyIdentityProvider() : none;
    identities_.addAll(stop_, model_.identities);
    facts_.identities.reserve(static_cast<std::size_t>(model_.identities.size()));
    const auto fetch = [](const model::Identity& row) {
        fetchSoon(row.id);
        fetchSoon(row.name);
        fetchSoon(row.issuer);
    };
    eachRow(stop_, model_.identities, fetch, [&](const model::Identity& row) {
        IdentityFacts& identity = facts_.identities.emplace_back();
        identity.id = row.id.value;
        identity.name = row.name;
        identity.kind = wordOf(row.kind);
        identity.perUser = row.perUser.value_or(row.kind == model::IdentityKind::Human);
        identity.issuer = row.issuer ? components_.of(row.issuer) : provider;
    });
}

Indices ModelCompiler::ofKind(ComponentKind kind) const {
    Indices found;
    for (Index i = 0; i < count(componentNotes_); ++i)
        if (at(componentNotes_, i).kind == kind) found.push_back(i);
    return found;
}

Index ModelCompiler::onlyIdentityProvider() const {
    const Indices providers = ofKind(ComponentKind::IdentityProvider);
    return providers.size() == 1 ? providers.front() : none;
}

void ModelCompiler::data() {
    constexpr qint64 usualUsers = 1000;
    for (const model::DataAsset& row : model_.data) {
        data_.add(row.id.value);
        DataFacts& data = facts_.data.emplace_back();
        data.id = row.id.value;
        data.name = row.name;
        data.weight = weightOf(row);
        if (row.users)
            data.users = std::max<qint64>(1, *row.users);
        else if (row.perUser == false || worst_)
            data.users = 1; // Any hit counts whole.
        else
            data.users = std::max(usualUsers, row.live.value_or(1));
        if (row.live)
            data.live = std::clamp<qint64>(*row.live, 1, data.users);
        else if (worst_)
            data.live = data.users;
        data.key = secrets_.of(row.keySecret);
    }
}

void ModelCompiler::handlings() {
    const auto take = [&](const model::Handling& row, Index component, Index data) {
        ComponentFacts& c = at(facts_.components, component);
        at(componentNotes_, component).handled.push_back(data);
        if (answered(row.stored, false, true)) c.stores.push_back(data);
        if (row.form == model::HandlingForm::Locked && at(facts_.data, data).key != none) c.locked.push_back(data);
    };
    pairs(model_.handlings, components_, data_, &model::Handling::component, &model::Handling::data, take);
}

/// What a component takes code and instructions from, and whom it is open to.
void ModelCompiler::steering() {
    relation(model_.codeFrom, components_, components_,
             [&](Index component, Index source) { at(facts_.components, component).codeFrom.push_back(source); });
    relation(model_.obeys, components_, data_,
             [&](Index component, Index data) { at(facts_.components, component).obeys.push_back(data); });
    relation(model_.openTo, components_, zones_,
             [&](Index component, Index zone) { at(facts_.components, component).openTo.push_back(zone); });
    std::vector<std::pair<Index, Index>> deployed; // Component and where its code comes from.
    for (const Index flow : deployments_) deployed.emplace_back(at(facts_.flows, flow).to, at(facts_.flows, flow).from);
    addEachOnce(std::move(deployed), &ComponentFacts::codeFrom);
}

/// Members of one list of several components, which may be there already.
void ModelCompiler::addEachOnce(std::vector<std::pair<Index, Index>> more, ShortIndices ComponentFacts::*list) {
    std::sort(more.begin(), more.end());
    more.erase(std::unique(more.begin(), more.end()), more.end());
    for (auto next = more.begin(); next != more.end();) {
        const Index component = next->first;
        if (component == none) {
            ++next;
            continue;
        }
        ShortIndices& members = at(facts_.components, component).*list;
        const IndexSet known(members);
        for (; next != more.end() && next->first == component; ++next)
            if (!known.contains(next->second)) members.push_back(next->second);
    }
}

/// At worst a set has every member that makes sense, unless it is known to have none but those drawn.
void ModelCompiler::assumeSteering() {
    const Indices pipelines = ofKind(ComponentKind::CiCd);
    std::vector<std::pair<Index, Index>> code, instructions, open; // Component and member.
    for (Index i = 0; i < count(componentNotes_); ++i) {
        const ComponentNote& note = at(componentNotes_, i);
        if (!note.codeFromKnown) assumeCodeSources(i, pipelines, code);
        if (!note.obeysKnown && note.kind == ComponentKind::AiAgent) assumeInstructions(i, instructions);
        if (note.openToKnown) continue;
        for (const Index call : at(callsTo_, i)) open.emplace_back(i, at(facts_.components, at(facts_.flows, call).from).zone);
    }
    addEachOnce(std::move(code), &ComponentFacts::codeFrom);
    addEachOnce(std::move(instructions), &ComponentFacts::obeys);
    addEachOnce(std::move(open), &ComponentFacts::openTo);
}

void ModelCompiler::assumeCodeSources(Index component, const Indices& pipelines,
                                      std::vector<std::pair<Index, Index>>& code) const {
    const ComponentKind kind = at(componentNotes_, component).kind;
    if (kind == ComponentKind::ClientBrowser) {
        for (const Index call : at(callsFrom_, component)) {
            const Index target = at(facts_.flows, call).to;
            if (mayServePages(at(componentNotes_, target).kind)) code.emplace_back(component, target);
        }
    } else if (isServer(kind)) {
        for (const Index pipeline : pipelines)
            if (pipeline != component) code.emplace_back(component, pipeline);
    }
}

void ModelCompiler::assumeInstructions(Index component, std::vector<std::pair<Index, Index>>& instructions) const {
    for (const Index data : at(componentNotes_, component).handled) instructions.emplace_back(component, data);
    for (const auto* calls : {&at(callsFrom_, component), &at(callsTo_, component)})
        for (const Index call : *calls)
            for (const Index data : at(facts_.flows, call).data) instructions.emplace_back(component, data);
}

} // namespace sallyport::analysis
