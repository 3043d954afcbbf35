// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Review.h"

#include <QHash>
#include <QSet>

namespace sallyport::rules {

namespace {

using Kind = model::ComponentKind;

bool isClient(Kind kind) { return kind == Kind::ClientBrowser || kind == Kind::ClientNative || kind == Kind::ClientMachine; }
bool isStore(Kind kind) {
    return kind == Kind::DataStore || kind == Kind::Cache || kind == Kind::SessionStore || kind == Kind::SecretStore ||
           kind == Kind::LogSink;
}
bool isServer(Kind kind) { return !isClient(kind) && !isStore(kind) && kind != Kind::Cdn && kind != Kind::ThirdPartyService; }
bool isAny(Kind kind, std::initializer_list<Kind> kinds) { return std::find(kinds.begin(), kinds.end(), kind) != kinds.end(); }

/// The groups of model.md, "Attributes of a component shown only where its kind gives them meaning".
enum class Group {
    Always,
    Never,
    CallTaking,
    Fronted,
    Content,
    Obeying,
    TokenTaking,
    Entry,
    Browser,
    Cookie,
    OauthClient,
    Storage,
    Server
};

Group groupOf(const QString& name) {
    static const QHash<QString, Group> groups = [] {
        QHash<QString, Group> all;
        const auto put = [&all](Group group, std::initializer_list<const char*> names) {
            for (const char* each : names) all.insert(QLatin1StringView(each), group);
        };
        put(Group::Never, {"many", "retirement_date"});
        put(Group::CallTaking, {"open_to", "egress_control", "function"});
        put(Group::Fronted, {"pep"});
        put(Group::Content, {"code_from"});
        put(Group::Obeying, {"obeys"});
        put(Group::TokenTaking, {"decision_owner", "policy_input", "token_check"});
        put(Group::Entry, {"session_isolation", "partitioning"});
        put(Group::Browser, {"origin", "needs_data"});
        put(Group::Cookie,
            {"csrf_defence", "cookie_secure", "cookie_http_only", "cookie_same_site", "cookie_domain_set", "cookie_host_prefix",
             "cookie_path", "cookie_contains_tokens", "cookie_encrypted", "session_absolute_s", "session_idle_s"});
        put(Group::OauthClient, {"oauth_client_type", "oauth_client_auth", "oauth_grant", "oauth_pkce", "oauth_redirect_match",
                                 "oauth_redirect_uri"});
        put(Group::Storage, {"encryption_at_rest"});
        put(Group::Server, {"logging_event", "logging_field", "logging_sink", "posture_source"});
        return all;
    }();
    return groups.value(name, Group::Always);
}

template <class Row>
int openColumns(const Row& row, const std::function<bool(const model::Column&)>& matters) {
    int count = 0;
    for (const model::Column& column : model::table(model::tableOf<Row>).columns)
        if (column.kind == model::ColumnKind::Answer && matters(column) && model::isNull(column.get(&row))) ++count;
    return count;
}

/// Sets of which nothing is known: no member present or absent, none drawn, not said to be complete.
class KnownSets {
public:
    explicit KnownSets(const model::Model& model) {
        for (const model::ZoneHas& has : model.zoneHas) note(has.element.value, has.what);
        for (const model::ComponentHas& has : model.componentHas) note(has.element.value, has.what);
        for (const model::FlowHas& has : model.flowHas) note(has.element.value, has.what);
        for (const auto& pair : model.zoneAllowedSources) known_.insert(pair.from.value + QStringLiteral(" allowed_source"));
        for (const auto& pair : model.openTo) known_.insert(pair.from.value + QStringLiteral(" open_to"));
        for (const auto& pair : model.peps) known_.insert(pair.from.value + QStringLiteral(" pep"));
        for (const auto& pair : model.codeFrom) known_.insert(pair.from.value + QStringLiteral(" code_from"));
        for (const auto& pair : model.obeys) known_.insert(pair.from.value + QStringLiteral(" obeys"));
        for (const auto& pair : model.needsData) known_.insert(pair.from.value + QStringLiteral(" needs_data"));
    }
    int unknown(const QString& element, model::TableId table,
                const std::function<bool(const model::SetColumn&)>& matters) const {
        int count = 0;
        for (const model::SetColumn& set : model::table(table).sets)
            if (matters(set) && !known_.contains(element + u' ' + QLatin1StringView(set.prefix))) ++count;
        return count;
    }

private:
    void note(const QString& element, const QString& what) { known_.insert(element + u' ' + what.section(u'.', 0, 0)); }
    QSet<QString> known_;
};

bool isToken(model::SecretKind kind) {
    using enum model::SecretKind;
    return kind == AccessToken || kind == RefreshToken || kind == IdToken || kind == SessionCookie;
}

/// Questions that follow from other answers are not asked: the lifetime of what does not expire, for one.
int openOf(const model::Secret& secret) {
    return openColumns(secret, [&secret](const model::Column& column) {
        const QLatin1StringView name(column.name);
        if (name == u"lifetime_s" || name == u"max_lifetime_s")
            return secret.expires != false && (name == u"lifetime_s" || isToken(secret.kind));
        if (name == u"rotation_interval_s" || name == u"last_rotated")
            return secret.rotation.has_value() && *secret.rotation != model::Rotation::None;
        if (name == u"revocation_tested_at") return secret.revocationProcedure.has_value();
        if (name == u"per_device") return !secret.perUser || *secret.perUser;
        return true;
    });
}

int openOf(const model::Identity& identity) {
    const bool human = identity.kind == model::IdentityKind::Human;
    return openColumns(identity, [&](const model::Column& column) {
        const QLatin1StringView name(column.name);
        if (name.startsWith(QLatin1StringView("federation_")))
            return identity.credentialType == model::CredentialType::Federated;
        if (name == u"revocation_tested_at") return identity.revocationProcedure.has_value();
        if (name == u"owner_status") return identity.owner.has_value();
        if (name == u"human_users" || name == u"interactive_login") return !human;
        return true;
    });
}

} // namespace

bool appliesTo(model::ComponentKind kind, const QString& columnOrSet) {
    switch (groupOf(columnOrSet)) {
        case Group::Always:
            return true;
        case Group::Never:
            return false;
        case Group::CallTaking:
            return !isClient(kind);
        case Group::Fronted:
            return isStore(kind) || isAny(kind, {Kind::Backend, Kind::AdminConsole});
        case Group::Content:
            return !isClient(kind) || kind == Kind::ClientBrowser;
        case Group::Obeying:
            return isAny(kind, {Kind::AiAgent, Kind::CiCd});
        case Group::TokenTaking:
            return isServer(kind);
        case Group::Entry:
            return isAny(kind, {Kind::ApiGateway, Kind::Bff, Kind::TokenMediator, Kind::SessionStore, Kind::Cache});
        case Group::Browser:
            return isAny(kind, {Kind::ClientBrowser, Kind::ClientNative});
        case Group::Cookie:
            return isAny(kind, {Kind::Bff, Kind::TokenMediator});
        case Group::OauthClient:
            return isAny(kind,
                         {Kind::ClientBrowser, Kind::ClientNative, Kind::Bff, Kind::TokenMediator, Kind::ThirdPartyService});
        case Group::Storage:
            return isStore(kind);
        case Group::Server:
            return isServer(kind) || isStore(kind);
    }
    return true;
}

std::map<QString, int> unknownCounts(const model::Model& model) {
    const KnownSets sets(model);
    const auto always = [](const auto&) { return true; };
    std::map<QString, int> counts;
    const auto put = [&counts](const QString& id, int count) {
        if (count > 0) counts[id] += count;
    };
    for (const model::Zone& zone : model.zones)
        put(zone.id.value, openColumns(zone, always) + sets.unknown(zone.id.value, model::TableId::Zone, always));
    for (const model::Component& component : model.components) {
        const auto column = [&](const model::Column& c) { return appliesTo(component.kind, QLatin1StringView(c.name)); };
        const auto set = [&](const model::SetColumn& s) { return appliesTo(component.kind, QLatin1StringView(s.prefix)); };
        put(component.id.value,
            openColumns(component, column) + sets.unknown(component.id.value, model::TableId::Component, set));
    }
    for (const model::Flow& flow : model.flows)
        put(flow.id.value, openColumns(flow, always) + sets.unknown(flow.id.value, model::TableId::Flow, always));
    for (const model::Identity& identity : model.identities) put(identity.id.value, openOf(identity));
    for (const model::Secret& secret : model.secrets) put(secret.id.value, openOf(secret));
    for (const model::Grant& grant : model.grants) put(grant.id.value, openColumns(grant, always));
    for (const model::DataAsset& data : model.data) {
        const auto column = [&](const model::Column& c) {
            const QLatin1StringView name(c.name);
            return name != u"weight" && (data.perUser != false || (name != u"users" && name != u"live"));
        };
        put(data.id.value, openColumns(data, column));
    }
    for (const model::Holding& holding : model.holdings) {
        const bool read = holding.storageForm &&
                          (*holding.storageForm == model::StorageForm::SecretManager ||
                           *holding.storageForm == model::StorageForm::Hsm || *holding.storageForm == model::StorageForm::Kms);
        put(holding.secret.value, (holding.storageForm ? 0 : 1) + (read && !holding.keptIn ? 1 : 0));
    }
    for (const model::Handling& handling : model.handlings) put(handling.component.value, openColumns(handling, always));
    for (const model::FlowData& transfer : model.flowData) put(transfer.flow.value, transfer.direction ? 0 : 1);
    return counts;
}

} // namespace sallyport::rules
