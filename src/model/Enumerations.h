// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>
#include <span>

/// The enumerations of the model's vocabulary. Each value has a word, which is what files, rules and
/// the command line say, and a label, which is what people see. The order of the values is the order
/// of their words; where an order has a meaning (sensitivity, TLS) it rises.
namespace sallyport::model {

/// The two names of one value of an enumeration.
struct Word {
    const char* word;
    const char* label;
};

/// words<E>: the names of E's values, in the order of the values.
template <class E>
inline constexpr std::array<Word, 0> words{};

enum class ZoneKind { Internet, Edge, Application, Data, Identity, Management, Delivery, ThirdParty };
template <>
inline constexpr auto words<ZoneKind> = std::to_array<Word>({{"internet", "Internet"},
                                                             {"edge", "Edge"},
                                                             {"application", "Application"},
                                                             {"data", "Data"},
                                                             {"identity", "Identity"},
                                                             {"management", "Management"},
                                                             {"delivery", "Delivery"},
                                                             {"third_party", "Third party"}});

enum class ComponentKind {
    ClientBrowser,
    ClientNative,
    ClientMachine,
    Cdn,
    ApiGateway,
    Bff,
    TokenMediator,
    Backend,
    DataStore,
    Cache,
    SessionStore,
    MessageBroker,
    IdentityProvider,
    SecretStore,
    CiCd,
    AdminConsole,
    LogSink,
    ThirdPartyService,
    AiAgent
};
template <>
inline constexpr auto words<ComponentKind> = std::to_array<Word>({{"client_browser", "Browser client"},
                                                                  {"client_native", "Native client"},
                                                                  {"client_machine", "Machine client"},
                                                                  {"cdn", "CDN"},
                                                                  {"api_gateway", "API gateway"},
                                                                  {"bff", "BFF"},
                                                                  {"token_mediator", "Token mediator"},
                                                                  {"backend", "Backend"},
                                                                  {"data_store", "Data store"},
                                                                  {"cache", "Cache"},
                                                                  {"session_store", "Session store"},
                                                                  {"message_broker", "Message broker"},
                                                                  {"identity_provider", "Identity provider"},
                                                                  {"secret_store", "Secret store"},
                                                                  {"ci_cd", "CI/CD pipeline"},
                                                                  {"admin_console", "Admin console"},
                                                                  {"log_sink", "Log sink"},
                                                                  {"third_party_service", "Third party service"},
                                                                  {"ai_agent", "AI agent"}});

enum class Environment { Dev, Test, Staging, Prod };
template <>
inline constexpr auto words<Environment> =
    std::to_array<Word>({{"dev", "Development"}, {"test", "Test"}, {"staging", "Staging"}, {"prod", "Production"}});

enum class Lifecycle { Planned, Active, Deprecated, Decommissioned };
template <>
inline constexpr auto words<Lifecycle> = std::to_array<Word>(
    {{"planned", "Planned"}, {"active", "Active"}, {"deprecated", "Deprecated"}, {"decommissioned", "Decommissioned"}});

enum class Function {
    TlsTermination,
    Routing,
    Authentication,
    CoarseAuthorization,
    RateLimit,
    Waf,
    HeaderSanitization,
    Cors,
    ProtocolTranslation,
    Logging,
    Caching,
    Aggregation,
    ResponseShaping,
    SessionManagement,
    TokenCustody,
    TokenExchange,
    PrivilegedCalls,
    SecretStorage,
    FineAuthorization
};
template <>
inline constexpr auto words<Function> = std::to_array<Word>({{"tls_termination", "TLS termination"},
                                                             {"routing", "Routing"},
                                                             {"authentication", "Authentication"},
                                                             {"coarse_authorization", "Coarse authorization"},
                                                             {"rate_limit", "Rate limit"},
                                                             {"waf", "WAF"},
                                                             {"header_sanitization", "Header sanitization"},
                                                             {"cors", "CORS"},
                                                             {"protocol_translation", "Protocol translation"},
                                                             {"logging", "Logging"},
                                                             {"caching", "Caching"},
                                                             {"aggregation", "Aggregation"},
                                                             {"response_shaping", "Response shaping"},
                                                             {"session_management", "Session management"},
                                                             {"token_custody", "Token custody"},
                                                             {"token_exchange", "Token exchange"},
                                                             {"privileged_calls", "Privileged calls"},
                                                             {"secret_storage", "Secret storage"},
                                                             {"fine_authorization", "Fine authorization"}});

enum class Tls { None, Tls12, Tls13 };
template <>
inline constexpr auto words<Tls> = std::to_array<Word>({{"none", "No TLS"}, {"1.2", "TLS 1.2"}, {"1.3", "TLS 1.3"}});

enum class CredentialLocation { Header, Body, Cookie, UrlQuery, Tls };
template <>
inline constexpr auto words<CredentialLocation> = std::to_array<Word>(
    {{"header", "Header"}, {"body", "Body"}, {"cookie", "Cookie"}, {"url_query", "URL query"}, {"tls", "TLS"}});

enum class Authn {
    None,
    NetworkLocation,
    SessionCookie,
    Bearer,
    Dpop,
    MtlsToken,
    WorkloadToken,
    Mtls,
    SignedRequest,
    ApiKey,
    Basic,
    StaticToken,
    Presigned
};
template <>
inline constexpr auto words<Authn> = std::to_array<Word>({{"none", "None"},
                                                          {"network_location", "Network location"},
                                                          {"session_cookie", "Session cookie"},
                                                          {"bearer", "Bearer token"},
                                                          {"dpop", "DPoP token"},
                                                          {"mtls_token", "mTLS-bound token"},
                                                          {"workload_token", "Workload token"},
                                                          {"mtls", "mTLS"},
                                                          {"signed_request", "Signed request"},
                                                          {"api_key", "API key"},
                                                          {"basic", "User name and password"},
                                                          {"static_token", "Static token"},
                                                          {"presigned", "Presigned URL"}});

enum class SubjectPropagation { None, ServiceOnly, UserToken, TokenExchange, TrustedHeader };
template <>
inline constexpr auto words<SubjectPropagation> = std::to_array<Word>({{"none", "None"},
                                                                       {"service_only", "Service only"},
                                                                       {"user_token", "User token"},
                                                                       {"token_exchange", "Token exchange"},
                                                                       {"trusted_header", "Trusted header"}});

enum class AuthzAtTarget { None, Network, Coarse, Fine, Object };
template <>
inline constexpr auto words<AuthzAtTarget> = std::to_array<Word>(
    {{"none", "None"}, {"network", "Network"}, {"coarse", "Coarse"}, {"fine", "Fine"}, {"object", "Object"}});

enum class Operation { PublicRead, ReadSensitive, Write, Admin, Deploy };
template <>
inline constexpr auto words<Operation> = std::to_array<Word>({{"public_read", "Public read"},
                                                              {"read_sensitive", "Read sensitive"},
                                                              {"write", "Write"},
                                                              {"admin", "Admin"},
                                                              {"deploy", "Deploy"}});

enum class DestinationControl { Static, Allowlist, ClientChosen };
template <>
inline constexpr auto words<DestinationControl> =
    std::to_array<Word>({{"static", "Static"}, {"allowlist", "Allowlist"}, {"client_chosen", "Chosen by the client"}});

enum class IdentityKind { Human, ServiceAccount, Workload, OauthClient, ThirdParty, Pipeline, Agent };
template <>
inline constexpr auto words<IdentityKind> = std::to_array<Word>({{"human", "Human"},
                                                                 {"service_account", "Service account"},
                                                                 {"workload", "Workload"},
                                                                 {"oauth_client", "OAuth client"},
                                                                 {"third_party", "Third party"},
                                                                 {"pipeline", "Pipeline"},
                                                                 {"agent", "Agent"}});

enum class OwnerStatus { Active, Departed };
template <>
inline constexpr auto words<OwnerStatus> = std::to_array<Word>({{"active", "Active"}, {"departed", "Departed"}});

enum class IdentityStatus { Active, Disabled };
template <>
inline constexpr auto words<IdentityStatus> = std::to_array<Word>({{"active", "Active"}, {"disabled", "Disabled"}});

enum class CredentialType { Secret, Certificate, Federated, Platform };
template <>
inline constexpr auto words<CredentialType> = std::to_array<Word>(
    {{"secret", "Secret"}, {"certificate", "Certificate"}, {"federated", "Federated"}, {"platform", "Platform"}});

enum class SecretKind {
    ApiKey,
    ClientSecret,
    Password,
    DbPassword,
    PrivateKey,
    SigningKey,
    EncryptionKey,
    TlsKey,
    WebhookSecret,
    SessionKey,
    SessionCookie,
    AccessToken,
    RefreshToken,
    IdToken,
    PlatformCredential
};
template <>
inline constexpr auto words<SecretKind> = std::to_array<Word>({{"api_key", "API key"},
                                                               {"client_secret", "Client secret"},
                                                               {"password", "Password"},
                                                               {"db_password", "Database password"},
                                                               {"private_key", "Private key"},
                                                               {"signing_key", "Signing key"},
                                                               {"encryption_key", "Encryption key"},
                                                               {"tls_key", "TLS key"},
                                                               {"webhook_secret", "Webhook secret"},
                                                               {"session_key", "Session key"},
                                                               {"session_cookie", "Session cookie"},
                                                               {"access_token", "Access token"},
                                                               {"refresh_token", "Refresh token"},
                                                               {"id_token", "ID token"},
                                                               {"platform_credential", "Platform credential"}});

enum class SecretPurpose {
    OwnIdentity,
    Downstream,
    Session,
    TokenSigning,
    TokenVerificationPublic,
    ConsumerVerification,
    TlsServer,
    DataEncryption
};
template <>
inline constexpr auto words<SecretPurpose> = std::to_array<Word>({{"own_identity", "Own identity"},
                                                                  {"downstream", "Downstream"},
                                                                  {"session", "Session"},
                                                                  {"token_signing", "Token signing"},
                                                                  {"token_verification_public", "Token verification (public)"},
                                                                  {"consumer_verification", "Consumer verification"},
                                                                  {"tls_server", "TLS server"},
                                                                  {"data_encryption", "Data encryption"}});

enum class Rotation { Automatic, Manual, None };
template <>
inline constexpr auto words<Rotation> =
    std::to_array<Word>({{"automatic", "Automatic"}, {"manual", "Manual"}, {"none", "Never"}});

enum class StorageForm {
    SecretManager,
    Hsm,
    Kms,
    Tpm,
    MemoryOnly,
    EncryptedFile,
    EnvVar,
    CiVariablePlain,
    PlaintextConfig,
    SourceCode,
    ImageLayer,
    Log,
    TicketOrChat,
    Wiki,
    Spreadsheet,
    LocalStorage,
    SessionStorage,
    IndexedDb,
    ScriptCookie,
    HttpOnlyCookie,
    MobileBinary
};
template <>
inline constexpr auto words<StorageForm> = std::to_array<Word>({{"secret_manager", "Secret manager"},
                                                                {"hsm", "HSM"},
                                                                {"kms", "KMS"},
                                                                {"tpm", "TPM"},
                                                                {"memory_only", "Memory only"},
                                                                {"encrypted_file", "Encrypted file"},
                                                                {"env_var", "Environment variable"},
                                                                {"ci_variable_plain", "Plain CI variable"},
                                                                {"plaintext_config", "Plaintext configuration"},
                                                                {"source_code", "Source code"},
                                                                {"image_layer", "Image layer"},
                                                                {"log", "Log"},
                                                                {"ticket_or_chat", "Ticket or chat"},
                                                                {"wiki", "Wiki"},
                                                                {"spreadsheet", "Spreadsheet"},
                                                                {"local_storage", "Local storage"},
                                                                {"session_storage", "Session storage"},
                                                                {"indexed_db", "IndexedDB"},
                                                                {"script_cookie", "Script-readable cookie"},
                                                                {"http_only_cookie", "HttpOnly cookie"},
                                                                {"mobile_binary", "Mobile binary"}});

enum class Sensitivity { Public, Internal, Confidential, Regulated };
template <>
inline constexpr auto words<Sensitivity> = std::to_array<Word>(
    {{"public", "Public"}, {"internal", "Internal"}, {"confidential", "Confidential"}, {"regulated", "Regulated"}});

enum class HandlingForm { Clear, Locked };
template <>
inline constexpr auto words<HandlingForm> = std::to_array<Word>({{"clear", "Clear"}, {"locked", "Locked"}});

enum class Direction { ToTarget, FromTarget, Both };
template <>
inline constexpr auto words<Direction> =
    std::to_array<Word>({{"to_target", "To target"}, {"from_target", "From target"}, {"both", "Both"}});

enum class SessionIsolation { Shared, PerFrontend };
template <>
inline constexpr auto words<SessionIsolation> = std::to_array<Word>({{"shared", "Shared"}, {"per_frontend", "Per frontend"}});

enum class Partitioning { None, PerFrontend, PerTenant };
template <>
inline constexpr auto words<Partitioning> =
    std::to_array<Word>({{"none", "None"}, {"per_frontend", "Per frontend"}, {"per_tenant", "Per tenant"}});

enum class EgressControl { None, Allowlist, StaticRoutes };
template <>
inline constexpr auto words<EgressControl> =
    std::to_array<Word>({{"none", "None"}, {"allowlist", "Allowlist"}, {"static_routes", "Static routes"}});

enum class SameSite { Strict, Lax, None };
template <>
inline constexpr auto words<SameSite> = std::to_array<Word>({{"strict", "Strict"}, {"lax", "Lax"}, {"none", "None"}});

enum class OauthClientType { Public, Confidential };
template <>
inline constexpr auto words<OauthClientType> = std::to_array<Word>({{"public", "Public"}, {"confidential", "Confidential"}});

enum class OauthClientAuth { None, Secret, PrivateKeyJwt, Mtls };
template <>
inline constexpr auto words<OauthClientAuth> =
    std::to_array<Word>({{"none", "None"}, {"secret", "Secret"}, {"private_key_jwt", "Private key JWT"}, {"mtls", "mTLS"}});

enum class OauthPkce { None, Plain, S256 };
template <>
inline constexpr auto words<OauthPkce> = std::to_array<Word>({{"none", "None"}, {"plain", "Plain"}, {"S256", "S256"}});

enum class OauthRedirectMatch { Exact, Pattern };
template <>
inline constexpr auto words<OauthRedirectMatch> = std::to_array<Word>({{"exact", "Exact"}, {"pattern", "Pattern"}});

enum class TokenCheck { SignatureOrIntrospection, Issuer, Expiry, Audience, Scope };
template <>
inline constexpr auto words<TokenCheck> = std::to_array<Word>({{"signature_or_introspection", "Signature or introspection"},
                                                               {"issuer", "Issuer"},
                                                               {"expiry", "Expiry"},
                                                               {"audience", "Audience"},
                                                               {"scope", "Scope"}});

enum class CsrfDefence { Samesite, CustomHeaderCors, AntiForgeryToken };
template <>
inline constexpr auto words<CsrfDefence> = std::to_array<Word>({{"samesite", "SameSite cookie"},
                                                                {"custom_header_cors", "Custom header with CORS"},
                                                                {"anti_forgery_token", "Anti forgery token"}});

enum class OauthGrant { AuthorizationCode, ClientCredentials, RefreshToken, DeviceCode, TokenExchange, Implicit, Password };
template <>
inline constexpr auto words<OauthGrant> = std::to_array<Word>({{"authorization_code", "Authorization code"},
                                                               {"client_credentials", "Client credentials"},
                                                               {"refresh_token", "Refresh token"},
                                                               {"device_code", "Device code"},
                                                               {"token_exchange", "Token exchange"},
                                                               {"implicit", "Implicit"},
                                                               {"password", "Password"}});

enum class LoggingEvent { AuthnEvents, AuthzEvents, SecretUse };
template <>
inline constexpr auto words<LoggingEvent> =
    std::to_array<Word>({{"authn_events", "Authentication"}, {"authz_events", "Authorisation"}, {"secret_use", "Secret use"}});

enum class LoggingField { Caller, Subject };
template <>
inline constexpr auto words<LoggingField> = std::to_array<Word>({{"caller", "Caller"}, {"subject", "Subject"}});

enum class GrantAccess { Read, Write };
template <>
inline constexpr auto words<GrantAccess> = std::to_array<Word>({{"read", "Read"}, {"write", "Write"}});

enum class DecisionStatus { Open, Accepted, Mitigated, FalsePositive, Transferred };
template <>
inline constexpr auto words<DecisionStatus> = std::to_array<Word>({{"open", "Open"},
                                                                   {"accepted", "Accepted"},
                                                                   {"mitigated", "Mitigated"},
                                                                   {"false_positive", "False positive"},
                                                                   {"transferred", "Transferred"}});

template <class E>
constexpr const char* word(E value) {
    return words<E>[static_cast<std::size_t>(value)].word;
}

/// For people, in sentence case.
template <class E>
QString label(E value) {
    return QString::fromUtf8(words<E>[static_cast<std::size_t>(value)].label);
}

/// Nothing if the text is none of E's words.
template <class E>
std::optional<E> fromWord(QStringView text) {
    for (std::size_t i = 0; i < words<E>.size(); ++i)
        if (text == QLatin1StringView(words<E>[i].word)) return static_cast<E>(i);
    return std::nullopt;
}

} // namespace sallyport::model
