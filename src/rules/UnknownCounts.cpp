// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Review.h"

#include <QHash>

#include <algorithm>

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

template <class Row, class Matters>
int openColumns(const Row& row, const Matters& matters) {
    int count = 0;
    for (const model::Column& column : model::table(model::tableOf<Row>).columns)
        if (column.kind == model::ColumnKind::Answer && model::isNull(column.get(&row)) && matters(column)) ++count;
    return count;
}

/// Sets of which nothing is known: no member present or absent, none drawn, not said to be complete.
class KnownSets {
public:
    explicit KnownSets(const model::Model& model) {
        for (const model::ZoneHas& has : model.zoneHas) note(has.element.value, model::TableId::Zone, has.what);
        for (const model::ComponentHas& has : model.componentHas) note(has.element.value, model::TableId::Component, has.what);
        for (const model::FlowHas& has : model.flowHas) note(has.element.value, model::TableId::Flow, has.what);
        const auto noteAll = [this](const auto& pairs, model::TableId table, QStringView set) {
            for (const auto& pair : pairs) note(pair.from.value, table, set);
        };
        noteAll(model.zoneAllowedSources, model::TableId::Zone, u"allowed_source");
        noteAll(model.openTo, model::TableId::Component, u"open_to");
        noteAll(model.peps, model::TableId::Component, u"pep");
        noteAll(model.codeFrom, model::TableId::Component, u"code_from");
        noteAll(model.obeys, model::TableId::Component, u"obeys");
        noteAll(model.needsData, model::TableId::Component, u"needs_data");
    }
    template <class Matters>
    int unknown(const QString& element, model::TableId table, const Matters& matters) const {
        const quint64 known = known_.value(element);
        const auto& sets = model::table(table).sets;
        int count = 0;
        for (std::size_t i = 0; i < sets.size(); ++i)
            if ((known >> i & 1) == 0 && matters(sets[i])) ++count;
        return count;
    }

private:
    /// `what`: the set, or "set.member".
    void note(const QString& element, model::TableId table, QStringView what) {
        const qsizetype point = what.indexOf(u'.');
        const QStringView name = point < 0 ? what : what.first(point);
        const auto& sets = model::table(table).sets;
        for (std::size_t i = 0; i < sets.size(); ++i)
            if (name == QLatin1StringView(sets[i].prefix)) known_[element] |= quint64(1) << i;
    }
    QHash<QString, quint64> known_; ///< By element, a bit for each set of its table.
};

/// Which columns and sets are asked of a component; looked up once for each kind.
class AskedOfKind {
public:
    bool operator()(const model::Component& component, const model::Column& column) {
        const std::vector<char>& asked = of(component.kind).columns;
        return asked[static_cast<std::size_t>(&column - table().columns.data())] != 0;
    }
    bool operator()(const model::Component& component, const model::SetColumn& set) {
        return of(component.kind).sets[static_cast<std::size_t>(&set - table().sets.data())] != 0;
    }

private:
    struct Asked {
        std::vector<char> columns, sets;
    };
    static const model::Table& table() { return model::table(model::TableId::Component); }
    const Asked& of(Kind kind) {
        const auto [at, isNew] = all_.try_emplace(kind);
        if (isNew) {
            for (const model::Column& column : table().columns)
                at->second.columns.push_back(appliesTo(kind, QLatin1StringView(column.name)));
            for (const model::SetColumn& set : table().sets)
                at->second.sets.push_back(appliesTo(kind, QLatin1StringView(set.prefix)));
        }
        return at->second;
    }
    std::map<Kind, Asked> all_;
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

namespace {

bool isBefore(const std::pair<QString, int>& a, const std::pair<QString, int>& b) { return a.first < b.first; }

/// The elements of one table, in order as they stand there.
template <class Rows, class Count>
UnknownCounts countsOf(const Rows& rows, const Count& countOf) {
    UnknownCounts counts;
    counts.reserve(static_cast<qsizetype>(rows.size()));
    for (const auto& row : rows) counts.emplace_back(row.id.value, countOf(row));
    if (!std::is_sorted(counts.cbegin(), counts.cend(), isBefore)) std::sort(counts.begin(), counts.end(), isBefore);
    return counts;
}

void add(UnknownCounts& counts, const QString& element, int count) {
    if (count == 0) return;
    const auto at = std::lower_bound(counts.begin(), counts.end(), std::pair(element, 0), isBefore);
    if (at != counts.end() && at->first == element) at->second += count;
}

int openOf(const model::Holding& holding) {
    const bool isRead = holding.storageForm &&
                        (*holding.storageForm == model::StorageForm::SecretManager ||
                         *holding.storageForm == model::StorageForm::Hsm || *holding.storageForm == model::StorageForm::Kms);
    return (holding.storageForm ? 0 : 1) + (isRead && !holding.keptIn ? 1 : 0);
}

int openOf(const model::DataAsset& data) {
    return openColumns(data, [&data](const model::Column& column) {
        const QLatin1StringView name(column.name);
        return name != u"weight" && (data.perUser != false || (name != u"users" && name != u"live"));
    });
}

} // namespace

int unknownCount(const UnknownCounts& counts, const QString& element) {
    const auto at = std::lower_bound(counts.begin(), counts.end(), std::pair(element, 0), isBefore);
    return at != counts.end() && at->first == element ? at->second : 0;
}

UnknownCounts unknownCounts(const model::Model& model) {
    const KnownSets sets(model);
    const auto always = [](const auto&) { return true; };
    const auto open = [](const auto& row) { return openOf(row); };
    AskedOfKind isAsked;
    std::vector<UnknownCounts> parts;
    parts.push_back(countsOf(model.zones, [&](const model::Zone& zone) {
        return openColumns(zone, always) + sets.unknown(zone.id.value, model::TableId::Zone, always);
    }));
    UnknownCounts components = countsOf(model.components, [&](const model::Component& component) {
        const auto asked = [&](const auto& what) { return isAsked(component, what); };
        return openColumns(component, asked) + sets.unknown(component.id.value, model::TableId::Component, asked);
    });
    for (const model::Handling& handling : model.handlings)
        add(components, handling.component.value, openColumns(handling, always));
    UnknownCounts flows = countsOf(model.flows, [&](const model::Flow& flow) {
        return openColumns(flow, always) + sets.unknown(flow.id.value, model::TableId::Flow, always);
    });
    for (const model::FlowData& transfer : model.flowData) add(flows, transfer.flow.value, transfer.direction ? 0 : 1);
    UnknownCounts secrets = countsOf(model.secrets, open);
    for (const model::Holding& holding : model.holdings) add(secrets, holding.secret.value, openOf(holding));
    parts.push_back(std::move(components));
    parts.push_back(std::move(flows));
    parts.push_back(std::move(secrets));
    parts.push_back(countsOf(model.identities, open));
    parts.push_back(countsOf(model.grants, [&](const model::Grant& grant) { return openColumns(grant, always); }));
    parts.push_back(countsOf(model.data, open));
    UnknownCounts all;
    for (const UnknownCounts& part : parts) {
        const qsizetype middle = all.size();
        for (const auto& each : part)
            if (each.second > 0) all.append(each);
        std::inplace_merge(all.begin(), all.begin() + middle, all.end(), isBefore);
    }
    return all;
}

} // namespace sallyport::rules
