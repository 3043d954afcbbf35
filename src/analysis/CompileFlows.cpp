// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ModelCompiler.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::analysis {

using model::Authn;
using model::SubjectPropagation;

namespace {

bool isUnauthenticated(const std::optional<Authn>& authn) { return authn == Authn::None || authn == Authn::NetworkLocation; }

/// Kinds of authentication that are worth what the target checks of the token.
bool isTokenKind(Authn authn) {
    switch (authn) {
        case Authn::Bearer:
        case Authn::Dpop:
        case Authn::MtlsToken:
        case Authn::WorkloadToken:
        case Authn::SignedRequest:
        case Authn::StaticToken:
            return true;
        default:
            return false;
    }
}

} // namespace

void ModelCompiler::grants() {
    const QString nameless = QCoreApplication::translate("CompileModel", "%1 at %2");
    grants_.addAll(stop_, model_.grants);
    facts_.grants.reserve(static_cast<std::size_t>(model_.grants.size()));
    const auto fetch = [](const model::Grant& row) {
        fetchSoon(row.id);
        fetchSoon(row.identity);
        fetchSoon(row.also);
        fetchSoon(row.target);
        fetchSoon(row.scope);
    };
    eachRow(stop_, model_.grants, fetch, [&](const model::Grant& row) {
        GrantFacts& grant = facts_.grants.emplace_back();
        grant.id = row.id.value;
        grant.identity = identities_.of(row.identity.value);
        grant.also = identities_.of(row.also);
        grant.target = components_.of(row.target.value);
        grant.scope = row.scope.value_or(QString());
        grant.ownOnly = answered(row.ownOnly, true, false);
        grant.admin = row.admin;
        if (grant.scope.isEmpty())
            grant.name = nameless.arg(displayName(at(facts_.identities, grant.identity)),
                                      displayName(at(facts_.components, grant.target)));
    });
    const auto yield = [&](const model::GrantData& row, Index grant, Index data) {
        GrantFacts& g = at(facts_.grants, grant);
        (row.access == model::GrantAccess::Read ? g.reads : g.writes).push_back(data);
    };
    pairs(model_.grantData, grants_, data_, &model::GrantData::grant, &model::GrantData::data, yield);
    relation(model_.grantReveals, grants_, secrets_,
             [&](Index grant, Index secret) { at(facts_.grants, grant).reveals.push_back(secret); });
    relation(model_.grantAssumes, grants_, identities_,
             [&](Index grant, Index identity) { at(facts_.grants, grant).assumes.push_back(identity); });
}

void ModelCompiler::flows() {
    callsFrom_.resize(componentNotes_.size());
    callsTo_.resize(componentNotes_.size());
    flows_.addAll(stop_, model_.flows);
    facts_.flows.reserve(static_cast<std::size_t>(model_.flows.size()));
    flowNotes_.reserve(facts_.flows.capacity());
    const auto fetch = [](const model::Flow& row) {
        fetchSoon(row.id);
        fetchSoon(row.name);
        fetchSoon(row.source);
        fetchSoon(row.target);
        fetchSoon(row.callerIdentity);
    };
    eachRow(stop_, model_.flows, fetch, [&](const model::Flow& row) {
        const Index index = count(facts_.flows);
        FlowFacts& flow = facts_.flows.emplace_back();
        flow.id = row.id.value;
        flow.name = row.name.value_or(QString());
        flow.from = components_.of(row.source.value);
        flow.to = components_.of(row.target.value);
        flow.as = identities_.of(row.callerIdentity);
        flow.checked = isChecked(row, flow.to);
        flow.encrypted = row.tls ? *row.tls != model::Tls::None : !worst_;
        flowNotes_.push_back({row.authn, row.subjectPropagation, {}});
        at(callsFrom_, flow.from).push_back(index);
        at(callsTo_, flow.to).push_back(index);
        if (row.operation == model::Operation::Deploy) deployments_.push_back(index);
    });
}

void ModelCompiler::flowRelations() {
    relation(model_.flowSecrets, flows_, secrets_,
             [&](Index flow, Index secret) { at(facts_.flows, flow).carries.push_back(secret); });
    relation(model_.flowContinues, flows_, flows_,
             [&](Index flow, Index leg) { at(facts_.flows, flow).continues.push_back(leg); });
    const auto move = [&](const model::FlowData& row, Index flow, Index data) {
        at(facts_.flows, flow).data.push_back(data);
        at(flowNotes_, flow).directions.push_back(row.direction.value_or(model::Direction::Both));
    };
    pairs(model_.flowData, flows_, data_, &model::FlowData::flow, &model::FlowData::data, move);
}

bool ModelCompiler::isChecked(const model::Flow& row, Index target) const {
    if (!row.authn) return !worst_;
    if (isUnauthenticated(row.authn)) return false;
    return !isTokenKind(*row.authn) || at(componentNotes_, target).signature.value_or(!worst_);
}

void ModelCompiler::callers() {
    for (Index i = 0; i < count(facts_.flows) && !stopped(i); ++i)
        if (at(facts_.flows, i).as == none) at(facts_.flows, i).as = callerOf(i);
}

/// The identity a call is made as where none is drawn: that of the only secret it carries that has one; else, where
/// nobody is asked who calls, a made one.
Index ModelCompiler::callerOf(Index index) {
    const FlowFacts& flow = at(facts_.flows, index);
    Index bearer = none;
    int bearers = 0;
    for (const Index secret : flow.carries) {
        const Index identity = at(facts_.secrets, secret).identity;
        if (identity == none) continue;
        bearer = identity;
        ++bearers;
    }
    if (bearers == 1) return bearer;
    if (!isUnauthenticated(at(flowNotes_, index).authn)) return none;
    IdentityFacts& whoever = facts_.identities.emplace_back();
    whoever.id = QStringLiteral("made:caller:") + flow.id;
    whoever.name = QCoreApplication::translate("CompileModel", "whoever calls");
    return count(facts_.identities) - 1;
}

/// A call that is drawn with its data is a right that exists.
void ModelCompiler::madeGrants() {
    std::vector<std::pair<Index, Index>> granted; // Identity and target, as drawn.
    granted.reserve(facts_.grants.size());
    for (const GrantFacts& grant : facts_.grants) granted.emplace_back(grant.identity, grant.target);
    if (stop_.stop_requested()) return;
    std::sort(granted.begin(), granted.end());
    const QString name = QCoreApplication::translate("CompileModel", "drawn by the call");
    for (Index i = 0; i < count(facts_.flows) && !stopped(i); ++i) {
        const FlowFacts& flow = at(facts_.flows, i);
        if (flow.as == none || flow.data.empty()) continue;
        if (!std::binary_search(granted.begin(), granted.end(), std::pair(flow.as, flow.to))) madeGrant(i, name);
    }
}

void ModelCompiler::madeGrant(Index index, const QString& name) {
    const FlowFacts& flow = at(facts_.flows, index);
    const FlowNote& note = at(flowNotes_, index);
    GrantFacts& grant = facts_.grants.emplace_back();
    grant.id = QStringLiteral("made:grant:") + flow.id;
    grant.name = name;
    grant.identity = flow.as;
    grant.target = flow.to;
    const Index subject = subjectOf(flow);
    const bool told = note.subjectPropagation == SubjectPropagation::UserToken ||
                      note.subjectPropagation == SubjectPropagation::TokenExchange;
    if (told || (!note.subjectPropagation && !worst_)) grant.also = subject;
    const auto perUser = [&](Index identity) { return identity != none && at(facts_.identities, identity).perUser; };
    grant.ownOnly = !worst_ && (perUser(grant.identity) || perUser(grant.also));
    for (std::size_t i = 0; i < flow.data.size(); ++i) {
        const model::Direction direction = note.directions[i];
        if (direction != model::Direction::ToTarget) grant.reads.push_back(flow.data[i]);
        if (direction != model::Direction::FromTarget) grant.writes.push_back(flow.data[i]);
    }
}

/// The user a call says it is made for: the identity of a per-user secret it carries beside its caller's.
Index ModelCompiler::subjectOf(const FlowFacts& flow) const {
    for (const Index index : flow.carries) {
        const SecretFacts& secret = at(facts_.secrets, index);
        if (secret.identity != none && secret.identity != flow.as && isPerUser(facts_, secret)) return secret.identity;
    }
    return none;
}

} // namespace sallyport::analysis
