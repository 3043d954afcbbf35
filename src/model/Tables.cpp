// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/Tables.h"

#include <cmath>
#include <type_traits>

namespace sallyport::model {
namespace {

// clang-format off
template <class Tag> inline constexpr TableId tableOfTag = TableId::Meta;
template <> inline constexpr TableId tableOfTag<ZoneTag> = TableId::Zone;
template <> inline constexpr TableId tableOfTag<ComponentTag> = TableId::Component;
template <> inline constexpr TableId tableOfTag<FlowTag> = TableId::Flow;
template <> inline constexpr TableId tableOfTag<IdentityTag> = TableId::Identity;
template <> inline constexpr TableId tableOfTag<SecretTag> = TableId::Secret;
template <> inline constexpr TableId tableOfTag<GrantTag> = TableId::Grant;
template <> inline constexpr TableId tableOfTag<DataTag> = TableId::DataAsset;
template <> inline constexpr TableId tableOfTag<DiagramTag> = TableId::Diagram;
// clang-format on

template <class V>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {
    using TagType = Tag;
};

/// How one C++ type of a member is described, read and written.
template <class V>
struct Access {
    static constexpr ValueType type() {
        if constexpr (std::is_same_v<V, bool>)
            return ValueType::Boolean;
        else if constexpr (std::is_enum_v<V>)
            return ValueType::Enumeration;
        else if constexpr (IsId<V>::value)
            return ValueType::Reference;
        else if constexpr (std::is_same_v<V, double>)
            return ValueType::Real;
        else if constexpr (std::is_same_v<V, qint64>)
            return ValueType::Integer;
        else if constexpr (std::is_same_v<V, QByteArray>)
            return ValueType::Blob;
        else
            return ValueType::Text;
    }
    static std::span<const Word> wordsOf() {
        if constexpr (std::is_enum_v<V>)
            return words<V>;
        else
            return {};
    }
    static std::optional<TableId> references() {
        if constexpr (IsId<V>::value)
            return tableOfTag<typename IsId<V>::TagType>;
        else
            return std::nullopt;
    }
    static Value get(const V& member) {
        if constexpr (std::is_same_v<V, bool>)
            return Value(qint64(member ? 1 : 0));
        else if constexpr (std::is_enum_v<V>)
            return Value(QString::fromLatin1(word(member)));
        else if constexpr (IsId<V>::value)
            return Value(member.value);
        else
            return Value(member);
    }
    static bool set(V& member, const Value& value) {
        if constexpr (std::is_same_v<V, bool>) {
            const auto* number = std::get_if<qint64>(&value);
            if (!number || *number < 0 || *number > 1) return false;
            member = *number == 1;
        } else if constexpr (std::is_same_v<V, double>) {
            if (const auto* whole = std::get_if<qint64>(&value))
                member = static_cast<double>(*whole);
            else if (const auto* real = std::get_if<double>(&value); real && std::isfinite(*real))
                member = *real;
            else
                return false;
        } else if constexpr (std::is_same_v<V, qint64> || std::is_same_v<V, QByteArray>) {
            const auto* same = std::get_if<V>(&value);
            if (!same) return false;
            member = *same;
        } else {
            const auto* text = std::get_if<QString>(&value);
            if (!text) return false;
            if constexpr (std::is_enum_v<V>) {
                const auto named = fromWord<V>(*text);
                if (!named) return false;
                member = *named;
            } else if constexpr (IsId<V>::value) {
                if (text->isEmpty()) return false;
                member.value = *text;
            } else {
                member = *text;
            }
        }
        return true;
    }
};

template <class V>
struct Access<std::optional<V>> : Access<V> {
    static Value get(const std::optional<V>& member) { return member ? Access<V>::get(*member) : Value(); }
    static bool set(std::optional<V>& member, const Value& value) {
        if (isNull(value)) {
            member.reset();
            return true;
        }
        V inner{};
        if (!Access<V>::set(inner, value)) return false;
        member = std::move(inner);
        return true;
    }
};

template <class M>
struct MemberOf;
template <class C, class V>
struct MemberOf<V C::*> {
    using Row = C;
    using Member = V;
};

/// `Row` is needed because a member inherited from a template base is a member of the base.
template <auto M>
Column column(const char* name, const char* label, ColumnKind kind, const char* json = nullptr) {
    using Row = typename MemberOf<decltype(M)>::Row;
    using Member = typename MemberOf<decltype(M)>::Member;
    using A = Access<Member>;
    return Column{name,
                  label,
                  kind,
                  A::type(),
                  A::wordsOf(),
                  A::references(),
                  json ? json : name,
                  [](const void* row) { return A::get(static_cast<const Row*>(row)->*M); },
                  [](void* row, const Value& value) { return A::set(static_cast<Row*>(row)->*M, value); }};
}

template <auto M>
Column key(const char* name, const char* label, const char* json = nullptr) {
    return column<M>(name, label, ColumnKind::Key, json);
}
/// The element's own id: a key that refers to nothing.
template <auto M>
Column own() {
    Column id = column<M>("id", "Id", ColumnKind::Key);
    id.type = ValueType::Text;
    id.references.reset();
    return id;
}
template <auto M>
Column fixed(const char* name, const char* label, const char* json = nullptr) {
    return column<M>(name, label, ColumnKind::Fixed, json);
}
template <auto M>
Column answer(const char* name, const char* label, const char* json = nullptr) {
    return column<M>(name, label, ColumnKind::Answer, json);
}
template <auto M>
Column record(const char* name, const char* label, const char* json = nullptr) {
    return column<M>(name, label, ColumnKind::Record, json);
}
template <auto M>
Column link(const char* name, const char* label, const char* json = nullptr) {
    return column<M>(name, label, ColumnKind::Link, json);
}

template <class T>
bool fill(T& row, std::span<const Column> columns, std::span<const Value> values) {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!isNull(values[i]) && !columns[i].set(&row, values[i])) return false;
    return true;
}

template <class T>
Table make(TableId id, Rows<T> Model::*rows, const char* name, const char* list, const char* label, char letter,
           std::vector<Column> columns, std::vector<SetColumn> sets = {}) {
    Table table{id, name, list, label, letter, std::move(columns), std::move(sets), 0, {}, {}, {}, {}, {}, {}};
    for (const Column& c : table.columns) table.keyColumns += c.kind == ColumnKind::Key ? 1 : 0;
    const std::vector<Column> shape = table.columns;
    table.count = [rows](const Model& model) { return (model.*rows).size(); };
    table.each = [rows](const Model& model, const std::function<void(const void*)>& visit) {
        for (const T& row : model.*rows) visit(&row);
    };
    table.find = [rows, shape](const Model& model, std::span<const Value> keys) -> const void* {
        T row{};
        return fill(row, shape, keys) ? (model.*rows).find(row.key()) : nullptr;
    };
    table.put = [rows, shape](Model& model, std::span<const Value> values) {
        T row{};
        if (!fill(row, shape, values)) return false;
        (model.*rows).put(std::move(row));
        return true;
    };
    table.update = [rows, shape](Model& model, std::span<const Value> keys, std::span<const std::optional<Value>> changed) {
        T wanted{};
        T* row = fill(wanted, shape, keys) ? (model.*rows).find(wanted.key()) : nullptr;
        if (!row) return false;
        for (std::size_t i = 0; i < changed.size(); ++i)
            if (changed[i] && !shape[i].set(row, *changed[i])) return false;
        return true;
    };
    table.erase = [rows, shape](Model& model, std::span<const Value> keys) {
        T row{};
        return fill(row, shape, keys) && (model.*rows).erase(row.key());
    };
    return table;
}

template <class T>
Table pairs(Rows<T> Model::*rows, const char* name, const char* from, const char* to, const char* label,
            const char* list = nullptr) {
    return make<T>(tableOf<T>, rows, name, list, label, 0, {key<&T::from>(from, from), key<&T::to>(to, to)});
}

template <class T>
Table choices(Rows<T> Model::*rows, const char* name, const char* element) {
    return make<T>(
        tableOf<T>, rows, name, nullptr, "answer", 0,
        {key<&T::element>(element, "Element"), key<&T::what>("what", "What"), fixed<&T::present>("present", "Present")});
}

SetColumn enumerated(const char* name, const char* prefix, const char* label, TableId choicesTable,
                     std::span<const Word> members) {
    return {name, prefix, label, choicesTable, members, std::nullopt};
}
SetColumn freeText(const char* name, const char* prefix, const char* label, TableId choicesTable) {
    return {name, prefix, label, choicesTable, {}, std::nullopt};
}
SetColumn elements(const char* name, const char* prefix, const char* label, TableId choicesTable, TableId relation) {
    return {name, prefix, label, choicesTable, {}, relation};
}

Table zoneTable() {
    using R = Zone;
    return make(TableId::Zone, &Model::zones, "zone", "zones", "zone", 'z',
                {own<&R::id>(), fixed<&R::name>("name", "Name"), answer<&R::kind>("kind", "Kind"),
                 link<&R::parent>("parent", "Inside zone"), answer<&R::trust>("trust", "Trust"),
                 answer<&R::flat>("flat", "Flat network"), answer<&R::implicitTrust>("implicit_trust", "Implicit trust"),
                 answer<&R::sealed>("sealed", "Sealed"), answer<&R::defaultDeny>("default_deny", "Default deny"),
                 answer<&R::attackerStartsHere>("attacker_starts_here", "Outsider stands here")},
                {elements("allowed_sources", "allowed_source", "Allowed sources", TableId::ZoneHas, TableId::ZoneAllowedSource),
                 enumerated("allowed_data_classes", "allowed_data_class", "Allowed data classes", TableId::ZoneHas,
                            words<Sensitivity>)});
}

std::vector<SetColumn> componentSets() {
    constexpr TableId has = TableId::ComponentHas;
    return {enumerated("functions", "function", "Functions", has, words<Function>),
            elements("open_to", "open_to", "Open to zones", has, TableId::ComponentOpenTo),
            elements("pep", "pep", "Must be fronted by", has, TableId::ComponentPep),
            elements("code_from", "code_from", "Code comes from", has, TableId::ComponentCodeFrom),
            elements("obeys", "obeys", "Obeys what stands in", has, TableId::ComponentObeys),
            freeText("policy_inputs", "policy_input", "Policy inputs", has),
            enumerated("token_checks", "token_check", "Token checks", has, words<TokenCheck>),
            elements("needs_data", "needs_data", "Needs data", has, TableId::ComponentNeedsData),
            enumerated("csrf_defence", "csrf_defence", "CSRF defence", has, words<CsrfDefence>),
            enumerated("oauth_grants", "oauth_grant", "OAuth grants", has, words<OauthGrant>),
            freeText("oauth_redirect_uris", "oauth_redirect_uri", "OAuth redirect URIs", has),
            enumerated("logging_events", "logging_event", "Logged events", has, words<LoggingEvent>),
            enumerated("logging_fields", "logging_field", "Logged fields", has, words<LoggingField>)};
}

Table componentTable() {
    using R = Component;
    return make(TableId::Component, &Model::components, "component", "components", "component", 'c',
                {own<&R::id>(),
                 fixed<&R::name>("name", "Name"),
                 fixed<&R::kind>("kind", "Kind"),
                 link<&R::zone>("zone", "Zone"),
                 answer<&R::application>("application", "Application"),
                 answer<&R::environment>("environment", "Environment"),
                 record<&R::owner>("owner", "Owner"),
                 answer<&R::lifecycle>("lifecycle", "Lifecycle"),
                 answer<&R::retirementDate>("retirement_date", "Retirement date"),
                 answer<&R::criticality>("criticality", "Criticality"),
                 answer<&R::thirdParty>("third_party", "Third party"),
                 record<&R::assessmentReference>("assessment_reference", "Assessment", "assessment.reference"),
                 record<&R::assessmentExpiresAt>("assessment_expires_at", "Assessment expires", "assessment.expires_at"),
                 answer<&R::many>("many", "One instance per user"),
                 record<&R::technology>("technology", "Technology"),
                 record<&R::notes>("notes", "Notes"),
                 answer<&R::egressControl>("egress_control", "Egress control"),
                 answer<&R::decisionOwner>("decision_owner", "Decision owner"),
                 answer<&R::sessionIsolation>("session_isolation", "Session isolation"),
                 answer<&R::partitioning>("partitioning", "Partitioning"),
                 answer<&R::origin>("origin", "Origin"),
                 answer<&R::cookieSecure>("cookie_secure", "Cookie: Secure"),
                 answer<&R::cookieHttpOnly>("cookie_http_only", "Cookie: HttpOnly"),
                 answer<&R::cookieSameSite>("cookie_same_site", "Cookie: SameSite"),
                 answer<&R::cookieDomainSet>("cookie_domain_set", "Cookie: Domain set"),
                 answer<&R::cookieHostPrefix>("cookie_host_prefix", "Cookie: __Host- prefix"),
                 answer<&R::cookiePath>("cookie_path", "Cookie: path"),
                 answer<&R::cookieContainsTokens>("cookie_contains_tokens", "Cookie contains tokens"),
                 answer<&R::cookieEncrypted>("cookie_encrypted", "Cookie encrypted"),
                 answer<&R::sessionAbsoluteS>("session_absolute_s", "Session ends after (s)"),
                 answer<&R::sessionIdleS>("session_idle_s", "Idle session ends after (s)"),
                 answer<&R::oauthClientType>("oauth_client_type", "OAuth client type"),
                 answer<&R::oauthClientAuth>("oauth_client_auth", "OAuth client authentication"),
                 answer<&R::oauthPkce>("oauth_pkce", "OAuth PKCE"),
                 answer<&R::oauthRedirectMatch>("oauth_redirect_match", "OAuth redirect match"),
                 answer<&R::encryptionAtRest>("encryption_at_rest", "Encryption at rest"),
                 record<&R::loggingSink>("logging_sink", "Logging sink"),
                 answer<&R::postureSource>("posture_source", "Posture source"),
                 fixed<&R::exploitable>("exploitable", "Assume it can be taken over")},
                componentSets());
}

Table identityTable() {
    using R = Identity;
    return make(TableId::Identity, &Model::identities, "identity", "identities", "identity", 'i',
                {own<&R::id>(), fixed<&R::name>("name", "Name"), fixed<&R::kind>("kind", "Kind"),
                 answer<&R::perUser>("per_user", "One per user"), answer<&R::issuer>("issuer", "Issuer"),
                 record<&R::owner>("owner", "Owner"), answer<&R::ownerStatus>("owner_status", "Owner status"),
                 answer<&R::status>("status", "Status"), answer<&R::credentialType>("credential_type", "Credential type"),
                 answer<&R::federationIssuer>("federation_issuer", "Federation issuer", "federation.issuer"),
                 answer<&R::federationAudience>("federation_audience", "Federation audience", "federation.audience"),
                 answer<&R::federationSubject>("federation_subject", "Federation subject", "federation.subject"),
                 record<&R::expiresAt>("expires_at", "Expires"), record<&R::lastReviewed>("last_reviewed", "Last reviewed"),
                 answer<&R::humanUsers>("human_users", "People who use it"),
                 answer<&R::interactiveLogin>("interactive_login", "Interactive login"),
                 record<&R::revocationProcedure>("revocation_procedure", "Revocation procedure"),
                 answer<&R::revocationTestedAt>("revocation_tested_at", "Revocation tested")});
}

Table secretTable() {
    using R = Secret;
    return make(TableId::Secret, &Model::secrets, "secret", "secrets", "secret", 's',
                {own<&R::id>(),
                 fixed<&R::name>("name", "Name"),
                 fixed<&R::kind>("kind", "Kind"),
                 answer<&R::purpose>("purpose", "Purpose"),
                 link<&R::identity>("identity", "Proves identity"),
                 answer<&R::perUser>("per_user", "One per user"),
                 answer<&R::perDevice>("per_device", "One per device"),
                 answer<&R::ownerComponent>("owner_component", "Belongs to component"),
                 answer<&R::expires>("expires", "Expires"),
                 answer<&R::lifetimeS>("lifetime_s", "Lifetime (s)"),
                 answer<&R::maxLifetimeS>("max_lifetime_s", "Longest lifetime (s)"),
                 answer<&R::rotation>("rotation", "Rotation"),
                 answer<&R::rotationIntervalS>("rotation_interval_s", "Rotation interval (s)"),
                 answer<&R::lastRotated>("last_rotated", "Last rotated"),
                 link<&R::boundTo>("bound_to", "Bound to"),
                 answer<&R::restricted>("restricted", "Restricted to scoped grants"),
                 link<&R::signsFor>("signs_for", "Signs for"),
                 record<&R::fingerprint>("fingerprint", "Fingerprint"),
                 record<&R::revocationProcedure>("revocation_procedure", "Revocation procedure"),
                 answer<&R::revocationTestedAt>("revocation_tested_at", "Revocation tested"),
                 record<&R::certificateSubject>("certificate_subject", "Certificate subject", "certificate.subject"),
                 record<&R::certificateIssuer>("certificate_issuer", "Certificate issuer", "certificate.issuer"),
                 record<&R::certificateSans>("certificate_sans", "Certificate names", "certificate.sans"),
                 record<&R::certificateNotBefore>("certificate_not_before", "Certificate valid from", "certificate.not_before"),
                 record<&R::certificateNotAfter>("certificate_not_after", "Certificate valid until", "certificate.not_after")});
}

Table flowTable() {
    using R = Flow;
    return make(TableId::Flow, &Model::flows, "flow", "flows", "flow", 'f',
                {own<&R::id>(), record<&R::name>("name", "Name"), fixed<&R::source>("source", "From"),
                 fixed<&R::target>("target", "To"), answer<&R::protocol>("protocol", "Protocol"), answer<&R::tls>("tls", "TLS"),
                 answer<&R::authn>("authn", "Authentication"), answer<&R::callerIdentity>("caller_identity", "Caller identity"),
                 answer<&R::credentialLocation>("credential_location", "Credential location"),
                 answer<&R::forwardsCookie>("forwards_cookie", "Forwards the cookie"),
                 answer<&R::subjectPropagation>("subject_propagation", "Subject propagation"),
                 answer<&R::authzAtTarget>("authz_at_target", "Authorisation at the target"),
                 answer<&R::operation>("operation", "Operation"),
                 answer<&R::destinationControl>("destination_control", "Destination control"),
                 answer<&R::inputValidation>("input_validation", "Input validation"),
                 answer<&R::followsRedirects>("follows_redirects", "Follows redirects"),
                 answer<&R::timeoutS>("timeout_s", "Timeout (s)"), record<&R::lastReviewed>("last_reviewed", "Last reviewed")},
                {freeText("required_scopes", "required_scope", "Required scopes", TableId::FlowHas)});
}

Table dataTable() {
    using R = DataAsset;
    return make(TableId::DataAsset, &Model::data, "data_asset", "data_assets", "data asset", 'd',
                {own<&R::id>(), fixed<&R::name>("name", "Name"), answer<&R::sensitivity>("sensitivity", "Sensitivity"),
                 answer<&R::weight>("weight", "Weight"), answer<&R::perUser>("per_user", "Records belong to users"),
                 answer<&R::users>("users", "Users"), answer<&R::live>("live", "Users live at once"),
                 link<&R::keySecret>("key", "Key of locked copies")});
}

Table grantTable() {
    using R = Grant;
    return make(TableId::Grant, &Model::grants, "grant_", "grants", "grant", 'g',
                {own<&R::id>(), fixed<&R::identity>("identity", "Identity"), link<&R::also>("also", "Together with"),
                 fixed<&R::target>("target", "At component"), answer<&R::scope>("scope", "Scope"),
                 answer<&R::ownOnly>("own_only", "The caller's own data only"), fixed<&R::admin>("admin", "Administrator")});
}

Table decisionTable() {
    using R = Decision;
    return make(
        TableId::Decision, &Model::decisions, "decision", "decisions", "decision", 0,
        {key<&R::rule>("rule", "Rule"), key<&R::elements>("elements", "Elements"), fixed<&R::status>("status", "Status"),
         record<&R::reason>("reason", "Reason"), record<&R::owner>("owner", "Owner"), record<&R::ticket>("ticket", "Ticket"),
         record<&R::decidedBy>("decided_by", "Decided by"), record<&R::decidedAt>("decided_at", "Decided at"),
         record<&R::expiresAt>("expires_at", "Expires")});
}

Table attestationTable() {
    using R = Attestation;
    return make(TableId::Attestation, &Model::attestations, "attestation", "attestations", "attestation", 'a',
                {own<&R::id>(), fixed<&R::framework>("framework", "Framework"), fixed<&R::control>("control", "Control"),
                 fixed<&R::element>("element", "Element"), fixed<&R::statement>("statement", "Statement"),
                 record<&R::evidence>("evidence", "Evidence"),
                 record<&R::evidenceSha256>("evidence_sha256", "Evidence SHA-256"), record<&R::byWhom>("by_whom", "By", "by"),
                 record<&R::givenAt>("given_at", "At", "at"), record<&R::expiresAt>("expires_at", "Expires")});
}

/// Rows that have few columns, and those that stand inside others in the canonical JSON.
void addSmallTables(std::vector<Table>& all) {
    all.push_back(make(TableId::Meta, &Model::meta, "meta", nullptr, "document fact", 0,
                       {key<&Meta::name>("name", "Name"), fixed<&Meta::value>("value", "Value")}));
    all.push_back(make(TableId::Policy, &Model::policy, "policy", nullptr, "policy parameter", 0,
                       {key<&Policy::name>("name", "Name"), fixed<&Policy::value>("value", "Value")}));
    all.push_back(make(
        TableId::Framework, &Model::frameworks, "framework", "frameworks", "choice of a framework", 0,
        {key<&FrameworkChoice::framework>("id", "Framework"), fixed<&FrameworkChoice::enabled>("enabled", "Asked about")}));
    all.push_back(make(TableId::Rule, &Model::customRules, "rule", "rules", "rule", 'u',
                       {own<&CustomRule::id>(), fixed<&CustomRule::text>("text", "Text")}));
    all.push_back(choices(&Model::zoneHas, "zone_has", "zone"));
    all.push_back(pairs(&Model::zoneAllowedSources, "zone_allowed_source", "zone", "source", "allowed source"));
    all.push_back(choices(&Model::componentHas, "component_has", "component"));
    all.push_back(pairs(&Model::openTo, "component_open_to", "component", "zone", "open zone"));
    all.push_back(pairs(&Model::peps, "component_pep", "component", "pep", "enforcement point"));
    all.push_back(pairs(&Model::codeFrom, "component_code_from", "component", "source", "code source"));
    all.push_back(pairs(&Model::obeys, "component_obeys", "component", "data", "instruction"));
    all.push_back(pairs(&Model::needsData, "component_needs_data", "component", "data", "needed data"));
    all.push_back(pairs(&Model::assignments, "assignment", "identity", "component", "assignment", "assignments"));
    all.push_back(
        make(TableId::Holding, &Model::holdings, "holding", "holdings", "holding", 0,
             {key<&Holding::secret>("secret", "Secret"), key<&Holding::component>("component", "Held by"),
              answer<&Holding::storageForm>("storage_form", "Storage form"), answer<&Holding::keptIn>("kept_in", "Kept in")}));
    all.push_back(pairs(&Model::secretOnly, "secret_only", "secret", "grant", "scope"));
    all.push_back(pairs(&Model::grantReveals, "grant_reveals", "grant", "secret", "revealed secret"));
    all.push_back(pairs(&Model::grantAssumes, "grant_assumes", "grant", "identity", "assumed identity"));
    all.push_back(make(TableId::GrantData, &Model::grantData, "grant_data", nullptr, "granted data", 0,
                       {key<&GrantData::grant>("grant", "Grant"), key<&GrantData::data>("data", "Data"),
                        key<&GrantData::access>("access", "Access")}));
    all.push_back(make(TableId::Handling, &Model::handlings, "handling", "handlings", "handling", 0,
                       {key<&Handling::component>("component", "Component"), key<&Handling::data>("data", "Data"),
                        answer<&Handling::stored>("stored", "Stored"), answer<&Handling::form>("form", "Form")}));
    all.push_back(choices(&Model::flowHas, "flow_has", "flow"));
    all.push_back(pairs(&Model::flowSecrets, "flow_secret", "flow", "secret", "carried secret"));
    all.push_back(make(TableId::FlowData, &Model::flowData, "flow_data", nullptr, "transfer", 0,
                       {key<&FlowData::flow>("flow", "Flow"), key<&FlowData::data>("data", "Data"),
                        answer<&FlowData::direction>("direction", "Direction")}));
    all.push_back(pairs(&Model::flowContinues, "flow_continues", "flow", "leg", "continuation"));
}

void addDiagramTables(std::vector<Table>& all) {
    all.push_back(
        make(TableId::Diagram, &Model::diagrams, "diagram", "diagrams", "diagram", 'v',
             {own<&Diagram::id>(), fixed<&Diagram::title>("title", "Title"), fixed<&Diagram::ordinal>("ordinal", "Order")}));
    all.push_back(make(TableId::Placement, &Model::placements, "placement", nullptr, "placement", 0,
                       {key<&Placement::diagram>("diagram", "Diagram"), key<&Placement::element>("element", "Element"),
                        fixed<&Placement::x>("x", "X"), fixed<&Placement::y>("y", "Y"), fixed<&Placement::w>("w", "Width"),
                        fixed<&Placement::h>("h", "Height"), fixed<&Placement::collapsed>("collapsed", "Collapsed")}));
    all.push_back(make(TableId::Route, &Model::routes, "route", nullptr, "route", 0,
                       {key<&Route::diagram>("diagram", "Diagram"), key<&Route::flow>("flow", "Flow"),
                        fixed<&Route::bends>("bends", "Bends")}));
    all.push_back(make(
        TableId::Note, &Model::notes, "note", nullptr, "text note", 'n',
        {own<&Note::id>(), fixed<&Note::diagram>("diagram", "Diagram"), fixed<&Note::text>("text", "Text"),
         fixed<&Note::x>("x", "X"), fixed<&Note::y>("y", "Y"), fixed<&Note::w>("w", "Width"), fixed<&Note::h>("h", "Height")}));
    all.push_back(make(TableId::Snapshot, &Model::snapshots, "snapshot", nullptr, "snapshot", 'r',
                       {own<&Snapshot::id>(), fixed<&Snapshot::name>("name", "Name"),
                        fixed<&Snapshot::takenAt>("taken_at", "Taken at"), record<&Snapshot::takenBy>("taken_by", "Taken by"),
                        fixed<&Snapshot::digest>("digest", "Digest"), fixed<&Snapshot::content>("content", "Content")}));
}

std::vector<Table> describeAll() {
    std::vector<Table> all;
    addSmallTables(all);
    addDiagramTables(all);
    all.push_back(zoneTable());
    all.push_back(componentTable());
    all.push_back(identityTable());
    all.push_back(secretTable());
    all.push_back(flowTable());
    all.push_back(dataTable());
    all.push_back(grantTable());
    all.push_back(decisionTable());
    all.push_back(attestationTable());
    std::sort(all.begin(), all.end(), [](const Table& a, const Table& b) { return a.id < b.id; });
    Q_ASSERT(static_cast<int>(all.size()) == tableCount);
    return all;
}

} // namespace

const std::vector<Table>& tables() {
    static const std::vector<Table> all = describeAll();
    return all;
}

const Table& table(TableId id) { return tables()[static_cast<std::size_t>(id)]; }

const Table* tableNamed(QStringView name) {
    for (const Table& one : tables())
        if (name == QLatin1StringView(one.name)) return &one;
    return nullptr;
}

int Table::column(QStringView columnName) const {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columnName == QLatin1StringView(columns[i].name)) return static_cast<int>(i);
    return -1;
}

std::vector<Value> Table::values(const void* row) const {
    std::vector<Value> all;
    all.reserve(columns.size());
    for (const Column& c : columns) all.push_back(c.get(row));
    return all;
}

} // namespace sallyport::model
