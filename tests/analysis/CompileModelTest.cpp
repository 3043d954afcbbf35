// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CompileModelTest.h"

#include "RandomFacts.h"
#include "RandomModel.h"

#include "analysis/AttackFactsCheck.h"
#include "analysis/AttackFactsJson.h"
#include "analysis/CompileModel.h"
#include "analysis/Engine.h"

#include <QTest>

#include <thread>

using namespace sallyport;
using namespace sallyport::model;
using analysis::AttackFacts;
using analysis::Reading;

namespace {

/// A model written down in a few words.
struct Draft {
    Model model;

    Zone& zone(const char* id, ZoneKind kind = ZoneKind::Application) {
        Zone row = test::blank<Zone>(id);
        row.kind = kind;
        model.zones.put(row);
        return *model.zones.find({id});
    }
    Component& component(const char* id, ComponentKind kind = ComponentKind::Backend) {
        if (model.zones.isEmpty()) zone("z");
        Component row = test::blank<Component>(id);
        row.kind = kind;
        row.zone = ZoneId{"z"};
        model.components.put(row);
        return *model.components.find({id});
    }
    Identity& identity(const char* id, IdentityKind kind = IdentityKind::Workload) {
        Identity row = test::blank<Identity>(id);
        row.kind = kind;
        model.identities.put(row);
        return *model.identities.find({id});
    }
    Secret& secret(const char* id, SecretKind kind = SecretKind::Password, const char* identity = nullptr) {
        Secret row = test::blank<Secret>(id);
        row.kind = kind;
        if (identity) row.identity = IdentityId{identity};
        model.secrets.put(row);
        return *model.secrets.find({id});
    }
    void holds(const char* component, const char* secret, std::optional<StorageForm> form = {},
               std::optional<ComponentId> in = {}) {
        model.holdings.put({{secret}, {component}, form, in});
    }
    Grant& grant(const char* id, const char* identity, const char* target) {
        Grant row = test::unnamed<Grant>(id);
        row.identity = {identity};
        row.target = {target};
        model.grants.put(row);
        return *model.grants.find({id});
    }
    Flow& flow(const char* id, const char* from, const char* to) {
        Flow row = test::unnamed<Flow>(id);
        row.source = {from};
        row.target = {to};
        model.flows.put(row);
        return *model.flows.find({id});
    }
    DataAsset& data(const char* id) {
        model.data.put(test::blank<DataAsset>(id));
        return *model.data.find({id});
    }
    void has(const char* component, const char* what, bool present) { model.componentHas.put({{component}, what, present}); }

    AttackFacts stated() const { return attackFacts(model, Reading::AsStated); }
    AttackFacts worst() const { return attackFacts(model, Reading::WorstCase); }
};

/// Ids of what the indices point to.
template <class List>
QStringList ids(std::span<const analysis::Index> indices, const List& list) {
    QStringList found;
    for (const analysis::Index index : indices) found.push_back(at(list, index).id);
    found.sort();
    return found;
}

template <class List>
QString id(analysis::Index index, const List& list) {
    return index == analysis::none ? QString() : at(list, index).id;
}

template <class List>
const auto& named(const List& list, const char* id) {
    for (const auto& element : list)
        if (element.id == QLatin1StringView(id)) return element;
    qFatal("no %s", id);
}

QStringList list(std::initializer_list<const char*> words) {
    QStringList texts;
    for (const char* word : words) texts.push_back(QString::fromUtf8(word));
    return texts;
}

} // namespace

void CompileModelTest::zones() {
    Draft draft;
    draft.zone("outer");
    draft.zone("unknown").parent = ZoneId{"outer"};
    Zone& known = draft.zone("known");
    known.flat = false;
    known.implicitTrust = false;
    known.sealed = true;
    for (const bool worst : {false, true}) {
        const AttackFacts facts = worst ? draft.worst() : draft.stated();
        QCOMPARE(named(facts.zones, "unknown").flat, worst);
        QCOMPARE(named(facts.zones, "unknown").implicitTrust, worst);
        QCOMPARE(named(facts.zones, "unknown").sealed, false);
        QCOMPARE(id(named(facts.zones, "unknown").parent, facts.zones), QStringLiteral("outer"));
        QCOMPARE(named(facts.zones, "known").flat, false);
        QCOMPARE(named(facts.zones, "known").implicitTrust, false);
        QCOMPARE(named(facts.zones, "known").sealed, true);
    }
}

void CompileModelTest::attackerZones() {
    Draft draft;
    draft.zone("net", ZoneKind::Internet);
    draft.zone("calm", ZoneKind::Internet).attackerStartsHere = false;
    draft.zone("guest").attackerStartsHere = true;
    draft.zone("apps");
    QCOMPARE(ids(draft.stated().attackerZones, draft.stated().zones), list({"guest", "net"}));
    QCOMPARE(ids(draft.worst().attackerZones, draft.worst().zones), list({"guest", "net"}));
}

void CompileModelTest::componentWithoutZone() {
    Draft draft;
    draft.component("lost").zone.reset();
    const AttackFacts stated = draft.stated();
    QCOMPARE(id(stated.components[0].zone, stated.zones), QStringLiteral("made:zone:lost"));
    QVERIFY(!named(stated.zones, "made:zone:lost").flat);
    QVERIFY(stated.attackerZones.empty());
    const AttackFacts worst = draft.worst();
    QVERIFY(named(worst.zones, "made:zone:lost").flat);
    QCOMPARE(ids(worst.attackerZones, worst.zones), list({"made:zone:lost"}));
}

void CompileModelTest::many() {
    Draft draft;
    draft.component("browser", ComponentKind::ClientBrowser);
    draft.component("app", ComponentKind::ClientNative);
    draft.component("partner", ComponentKind::ClientMachine);
    draft.component("kiosk", ComponentKind::ClientBrowser).many = false;
    draft.component("worker").many = true;
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QVERIFY(named(facts.components, "browser").many);
        QVERIFY(named(facts.components, "app").many);
        QVERIFY(!named(facts.components, "partner").many);
        QVERIFY(!named(facts.components, "kiosk").many);
        QVERIFY(named(facts.components, "worker").many);
    }
}

void CompileModelTest::holdings() {
    Draft draft;
    draft.component("api");
    draft.component("vault", ComponentKind::SecretStore);
    draft.component("other", ComponentKind::SecretStore);
    for (const char* secret : {"kept", "somewhere", "file"}) draft.secret(secret);
    draft.holds("api", "kept", StorageForm::SecretManager, ComponentId{"vault"});
    draft.holds("api", "somewhere", StorageForm::SecretManager);
    draft.holds("api", "file", StorageForm::EncryptedFile);
    const AttackFacts stated = draft.stated();
    QCOMPARE(ids(named(stated.components, "api").holds, stated.secrets), list({"file", "kept", "somewhere"}));
    QCOMPARE(ids(named(stated.components, "vault").holds, stated.secrets), list({"kept"}));
    QVERIFY(named(stated.components, "other").holds.empty());
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(named(worst.components, "vault").holds, worst.secrets), list({"kept", "somewhere"}));
    QCOMPARE(ids(named(worst.components, "other").holds, worst.secrets), list({"somewhere"}));
}

void CompileModelTest::madeCredentials() {
    Draft draft;
    draft.component("drawn");
    draft.component("a");
    draft.component("b");
    draft.identity("svc");
    draft.secret("password", SecretKind::Password, "svc");
    draft.holds("drawn", "password");
    for (const char* component : {"drawn", "a", "b"}) draft.model.assignments.put({{"svc"}, {component}});
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QCOMPARE(facts.secrets.size(), std::size_t(2));
        const auto& made = named(facts.secrets, "made:credential:svc");
        QVERIFY(made.proof);
        QCOMPARE(made.kind, QStringLiteral("platform_credential"));
        QCOMPARE(id(made.identity, facts.identities), QStringLiteral("svc"));
        QCOMPARE(ids(named(facts.components, "drawn").holds, facts.secrets), list({"password"}));
        QCOMPARE(ids(named(facts.components, "a").holds, facts.secrets), list({"made:credential:svc"}));
        QCOMPARE(ids(named(facts.components, "b").holds, facts.secrets), list({"made:credential:svc"}));
    }
}

void CompileModelTest::storesAndLocked() {
    Draft draft;
    draft.component("db");
    draft.secret("key", SecretKind::EncryptionKey);
    for (const char* data : {"stored", "passed", "asked", "keyless"}) draft.data(data);
    for (const char* data : {"stored", "passed", "asked"}) draft.model.data.find({data})->keySecret = SecretId{"key"};
    draft.model.handlings.put({{"db"}, {"stored"}, true, HandlingForm::Locked});
    draft.model.handlings.put({{"db"}, {"passed"}, false, HandlingForm::Locked});
    draft.model.handlings.put({{"db"}, {"asked"}, std::nullopt, std::nullopt});
    draft.model.handlings.put({{"db"}, {"keyless"}, true, HandlingForm::Locked});
    const AttackFacts stated = draft.stated();
    QCOMPARE(ids(stated.components[0].stores, stated.data), list({"keyless", "stored"}));
    QCOMPARE(ids(stated.components[0].locked, stated.data), list({"passed", "stored"}));
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(worst.components[0].stores, worst.data), list({"asked", "keyless", "stored"}));
    QCOMPARE(ids(worst.components[0].locked, worst.data), list({"passed", "stored"}));
}

void CompileModelTest::codeFrom() {
    Draft draft;
    draft.component("browser", ComponentKind::ClientBrowser);
    draft.component("api");
    draft.component("known");
    draft.component("db", ComponentKind::DataStore);
    draft.component("pipeline", ComponentKind::CiCd);
    draft.component("registry", ComponentKind::ThirdPartyService);
    draft.has("known", "code_from.*", false);
    draft.model.codeFrom.put({{"known"}, {"registry"}});
    draft.flow("load", "browser", "api");
    draft.flow("ask", "browser", "db");
    draft.flow("deploy", "registry", "db").operation = Operation::Deploy;
    const AttackFacts stated = draft.stated();
    QCOMPARE(ids(named(stated.components, "known").codeFrom, stated.components), list({"registry"}));
    QCOMPARE(ids(named(stated.components, "db").codeFrom, stated.components), list({"registry"}));
    QVERIFY(named(stated.components, "browser").codeFrom.empty());
    QVERIFY(named(stated.components, "api").codeFrom.empty());
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(named(worst.components, "known").codeFrom, worst.components), list({"registry"}));
    QCOMPARE(ids(named(worst.components, "db").codeFrom, worst.components), list({"registry"}));
    QCOMPARE(ids(named(worst.components, "browser").codeFrom, worst.components), list({"api"}));
    QCOMPARE(ids(named(worst.components, "api").codeFrom, worst.components), list({"pipeline"}));
    QVERIFY(named(worst.components, "pipeline").codeFrom.empty());
}

void CompileModelTest::obeys() {
    Draft draft;
    draft.component("agent", ComponentKind::AiAgent);
    draft.component("sure", ComponentKind::AiAgent);
    draft.component("api");
    for (const char* data : {"tickets", "rules", "mail"}) draft.data(data);
    draft.model.obeys.put({{"agent"}, {"rules"}});
    draft.model.handlings.put({{"agent"}, {"tickets"}, false, std::nullopt});
    draft.model.handlings.put({{"api"}, {"tickets"}, true, std::nullopt});
    draft.has("sure", "obeys.*", false);
    draft.flow("read", "agent", "api");
    draft.flow("too", "sure", "api");
    draft.model.flowData.put({{"read"}, {"mail"}, Direction::FromTarget});
    draft.model.flowData.put({{"too"}, {"mail"}, Direction::FromTarget});
    const AttackFacts stated = draft.stated();
    QCOMPARE(ids(named(stated.components, "agent").obeys, stated.data), list({"rules"}));
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(named(worst.components, "agent").obeys, worst.data), list({"mail", "rules", "tickets"}));
    QVERIFY(named(worst.components, "sure").obeys.empty());
    QVERIFY(named(worst.components, "api").obeys.empty());
}

void CompileModelTest::openTo() {
    Draft draft;
    draft.zone("z");
    draft.zone("net", ZoneKind::Internet);
    draft.component("browser", ComponentKind::ClientBrowser).zone = ZoneId{"net"};
    draft.component("api");
    draft.component("closed");
    draft.has("closed", "open_to.*", false);
    draft.model.openTo.put({{"closed"}, {"z"}});
    draft.flow("one", "browser", "api");
    draft.flow("two", "browser", "closed");
    const AttackFacts stated = draft.stated();
    QVERIFY(named(stated.components, "api").openTo.empty());
    QCOMPARE(ids(named(stated.components, "closed").openTo, stated.zones), list({"z"}));
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(named(worst.components, "api").openTo, worst.zones), list({"net"}));
    QCOMPARE(ids(named(worst.components, "closed").openTo, worst.zones), list({"z"}));
}

void CompileModelTest::identities() {
    Draft draft;
    draft.component("idp", ComponentKind::IdentityProvider).exploitable = true;
    draft.component("ca");
    draft.identity("user", IdentityKind::Human);
    draft.identity("admin", IdentityKind::Human).perUser = false;
    draft.identity("svc").issuer = ComponentId{"ca"};
    const AttackFacts stated = draft.stated();
    QVERIFY(named(stated.components, "idp").exploitable);
    QVERIFY(named(stated.identities, "user").perUser);
    QVERIFY(!named(stated.identities, "admin").perUser);
    QVERIFY(!named(stated.identities, "svc").perUser);
    QCOMPARE(id(named(stated.identities, "user").issuer, stated.components), QString());
    QCOMPARE(id(named(stated.identities, "svc").issuer, stated.components), QStringLiteral("ca"));
    const AttackFacts worst = draft.worst();
    QCOMPARE(id(named(worst.identities, "user").issuer, worst.components), QStringLiteral("idp"));
    QCOMPARE(id(named(worst.identities, "svc").issuer, worst.components), QStringLiteral("ca"));
    draft.component("idp2", ComponentKind::IdentityProvider);
    QCOMPARE(id(named(draft.worst().identities, "user").issuer, draft.worst().components), QString());
}

void CompileModelTest::secretsByKind_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("proof");
    QTest::addColumn<bool>("liveOnly");
    for (std::size_t i = 0; i < words<SecretKind>.size(); ++i) {
        const QString word = QString::fromLatin1(words<SecretKind>[i].word);
        const bool proof = list({"private_key", "signing_key", "tls_key", "encryption_key", "session_key", "webhook_secret",
                                 "platform_credential"})
                               .contains(word);
        const bool live = list({"session_cookie", "access_token", "id_token"}).contains(word);
        QTest::addRow("%s", words<SecretKind>[i].word) << static_cast<int>(i) << proof << live;
    }
}

void CompileModelTest::secretsByKind() {
    QFETCH(int, kind);
    QFETCH(bool, proof);
    QFETCH(bool, liveOnly);
    Draft draft;
    draft.secret("s", static_cast<SecretKind>(kind));
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QCOMPARE(facts.secrets[0].proof, proof);
        QCOMPARE(facts.secrets[0].liveOnly, liveOnly);
        QCOMPARE(facts.secrets[0].kind, QString::fromUtf8(QTest::currentDataTag()));
    }
}

void CompileModelTest::secretsHeldInHardware() {
    Draft draft;
    draft.component("a");
    draft.component("b");
    for (const char* secret : {"hard", "mixed", "unknown", "loose"}) draft.secret(secret, SecretKind::ApiKey);
    draft.holds("a", "hard", StorageForm::Hsm);
    draft.holds("b", "hard", StorageForm::Tpm);
    draft.holds("a", "mixed", StorageForm::Kms);
    draft.holds("b", "mixed", StorageForm::EnvVar);
    draft.holds("a", "unknown");
    const AttackFacts facts = draft.stated();
    QVERIFY(named(facts.secrets, "hard").proof);
    QVERIFY(!named(facts.secrets, "mixed").proof);
    QVERIFY(!named(facts.secrets, "unknown").proof);
    QVERIFY(!named(facts.secrets, "loose").proof);
}

void CompileModelTest::secretPerUser() {
    Draft draft;
    draft.identity("user", IdentityKind::Human);
    draft.secret("own", SecretKind::ApiKey, "user").perUser = false;
    draft.secret("inherited", SecretKind::ApiKey, "user");
    draft.secret("device", SecretKind::ApiKey).perDevice = true;
    draft.secret("nobody's", SecretKind::ApiKey);
    const AttackFacts facts = draft.stated();
    QVERIFY(!isPerUser(facts, named(facts.secrets, "own")));
    QVERIFY(isPerUser(facts, named(facts.secrets, "inherited")));
    QVERIFY(isPerUser(facts, named(facts.secrets, "device")));
    QVERIFY(!isPerUser(facts, named(facts.secrets, "nobody's")));
}

void CompileModelTest::sessionKeys() {
    Draft draft;
    draft.component("bff");
    draft.component("api");
    draft.identity("user", IdentityKind::Human);
    draft.identity("svc");
    draft.grant("front", "user", "bff");
    draft.grant("back", "user", "api");
    draft.grant("service", "svc", "bff").also = IdentityId{"user"};
    draft.secret("key", SecretKind::SessionKey, "user").ownerComponent = ComponentId{"bff"};
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QVERIFY(!isPerUser(facts, facts.secrets[0]));
        QCOMPARE(ids(*facts.secrets[0].only, facts.grants), list({"front", "service"}));
    }
}

void CompileModelTest::refreshTokensAreBound() {
    Draft draft;
    draft.component("bff").oauthClientType = OauthClientType::Confidential;
    draft.component("spa").oauthClientType = OauthClientType::Public;
    draft.component("vault", ComponentKind::SessionStore);
    draft.identity("client", IdentityKind::OauthClient);
    draft.secret("client-secret", SecretKind::ClientSecret, "client");
    draft.secret("other");
    draft.holds("bff", "client-secret");
    for (const char* token : {"held", "owned", "public", "drawn"}) draft.secret(token, SecretKind::RefreshToken);
    draft.holds("bff", "held");
    draft.holds("vault", "held");
    draft.holds("vault", "owned");
    draft.model.secrets.find({"owned"})->ownerComponent = ComponentId{"bff"};
    draft.holds("bff", "public");
    draft.holds("spa", "public");
    draft.holds("bff", "drawn");
    draft.model.secrets.find({"drawn"})->boundTo = SecretId{"other"};
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QCOMPARE(id(named(facts.secrets, "held").boundTo, facts.secrets), QStringLiteral("client-secret"));
        QCOMPARE(id(named(facts.secrets, "owned").boundTo, facts.secrets), QStringLiteral("client-secret"));
        QCOMPARE(id(named(facts.secrets, "public").boundTo, facts.secrets), QString());
        QCOMPARE(id(named(facts.secrets, "drawn").boundTo, facts.secrets), QStringLiteral("other"));
    }
}

void CompileModelTest::scopes() {
    Draft draft;
    for (const char* component : {"strict", "lax", "unknown"}) draft.component(component);
    draft.has("strict", "token_check.audience", true);
    draft.has("lax", "token_check.audience", false);
    draft.identity("user", IdentityKind::Human);
    for (const char* component : {"strict", "lax", "unknown"}) draft.grant(component, "user", component);
    draft.grant("meant", "user", "strict");
    for (const char* secret : {"token", "free", "asked"}) draft.secret(secret, SecretKind::AccessToken, "user");
    draft.secret("key", SecretKind::ApiKey, "user").restricted = true;
    draft.model.secrets.find({"token"})->restricted = true;
    draft.model.secrets.find({"free"})->restricted = false;
    draft.model.secretOnly.put({{"token"}, {"meant"}});
    draft.model.secretOnly.put({{"key"}, {"meant"}});
    draft.model.secretOnly.put({{"asked"}, {"meant"}});
    const AttackFacts stated = draft.stated();
    QCOMPARE(ids(*named(stated.secrets, "token").only, stated.grants), list({"lax", "meant"}));
    QCOMPARE(ids(*named(stated.secrets, "key").only, stated.grants), list({"meant"}));
    QVERIFY(!named(stated.secrets, "free").only);
    QVERIFY(!named(stated.secrets, "asked").only);
    const AttackFacts worst = draft.worst();
    QCOMPARE(ids(*named(worst.secrets, "token").only, worst.grants), list({"lax", "meant", "unknown"}));
    QCOMPARE(ids(*named(worst.secrets, "key").only, worst.grants), list({"meant"}));
}

void CompileModelTest::signingKeys() {
    Draft draft;
    draft.component("idp", ComponentKind::IdentityProvider);
    draft.component("ca");
    draft.secret("drawn", SecretKind::SigningKey).signsFor = ComponentId{"ca"};
    draft.secret("unknown", SecretKind::SigningKey);
    draft.secret("other", SecretKind::PrivateKey);
    const AttackFacts stated = draft.stated();
    QCOMPARE(id(named(stated.secrets, "drawn").signsFor, stated.components), QStringLiteral("ca"));
    QCOMPARE(id(named(stated.secrets, "unknown").signsFor, stated.components), QString());
    const AttackFacts worst = draft.worst();
    QCOMPARE(id(named(worst.secrets, "drawn").signsFor, worst.components), QStringLiteral("ca"));
    QCOMPARE(id(named(worst.secrets, "unknown").signsFor, worst.components), QStringLiteral("idp"));
    QCOMPARE(id(named(worst.secrets, "other").signsFor, worst.components), QString());
}

void CompileModelTest::lifetimes() {
    Draft draft;
    draft.secret("token", SecretKind::AccessToken);
    draft.secret("password");
    draft.secret("known").lifetimeS = 60;
    Secret& endless = draft.secret("forever", SecretKind::SessionCookie);
    endless.expires = false;
    endless.lifetimeS = 60;
    const AttackFacts stated = draft.stated();
    QCOMPARE(named(stated.secrets, "token").lifetimeSeconds, std::optional<qint64>(3600));
    QCOMPARE(named(stated.secrets, "password").lifetimeSeconds, std::nullopt);
    QCOMPARE(named(stated.secrets, "known").lifetimeSeconds, std::optional<qint64>(60));
    QCOMPARE(named(stated.secrets, "forever").lifetimeSeconds, std::nullopt);
    const AttackFacts worst = draft.worst();
    QCOMPARE(named(worst.secrets, "token").lifetimeSeconds, std::nullopt);
    QCOMPARE(named(worst.secrets, "known").lifetimeSeconds, std::optional<qint64>(60));
}

void CompileModelTest::grants() {
    Draft draft;
    draft.component("api");
    draft.identity("svc");
    draft.identity("user");
    draft.secret("s");
    draft.data("d");
    Grant& full = draft.grant("full", "svc", "api");
    full.also = IdentityId{"user"};
    full.scope = "orders:*";
    full.admin = true;
    draft.model.grantData.put({{"full"}, {"d"}, GrantAccess::Read});
    draft.model.grantReveals.put({{"full"}, {"s"}});
    draft.model.grantAssumes.put({{"full"}, {"user"}});
    draft.grant("known", "svc", "api").ownOnly = false;
    const AttackFacts facts = draft.stated();
    const auto& g = named(facts.grants, "full");
    QCOMPARE(id(g.identity, facts.identities), QStringLiteral("svc"));
    QCOMPARE(id(g.also, facts.identities), QStringLiteral("user"));
    QCOMPARE(id(g.target, facts.components), QStringLiteral("api"));
    QCOMPARE(g.scope, QStringLiteral("orders:*"));
    QVERIFY(g.admin);
    QCOMPARE(ids(g.reads, facts.data), list({"d"}));
    QVERIFY(g.writes.empty());
    QCOMPARE(ids(g.reveals, facts.secrets), list({"s"}));
    QCOMPARE(ids(g.assumes, facts.identities), list({"user"}));
    QVERIFY(g.ownOnly);
    QVERIFY(!named(facts.grants, "known").ownOnly);
    QVERIFY(!named(draft.worst().grants, "full").ownOnly);
}

void CompileModelTest::flowsChecked_data() {
    QTest::addColumn<int>("authn"); // -1: unknown.
    QTest::addColumn<int>("signature");
    QTest::addColumn<bool>("stated");
    QTest::addColumn<bool>("worst");
    QTest::addRow("unknown") << -1 << 1 << true << false;
    for (int i = 0; i < static_cast<int>(words<Authn>.size()); ++i) {
        const char* word = model::word(static_cast<Authn>(i));
        const QString text = QString::fromLatin1(word);
        const bool unauthenticated = list({"none", "network_location"}).contains(text);
        const bool token =
            list({"bearer", "dpop", "mtls_token", "workload_token", "signed_request", "static_token"}).contains(text);
        QTest::addRow("%s, signature checked", word) << i << 1 << !unauthenticated << !unauthenticated;
        QTest::addRow("%s, signature not checked", word)
            << i << 0 << (!unauthenticated && !token) << (!unauthenticated && !token);
        QTest::addRow("%s, nobody knows", word) << i << -1 << !unauthenticated << (!unauthenticated && !token);
    }
}

void CompileModelTest::flowsChecked() {
    QFETCH(int, authn);
    QFETCH(int, signature);
    QFETCH(bool, stated);
    QFETCH(bool, worst);
    Draft draft;
    draft.component("a");
    draft.component("b");
    if (signature >= 0) draft.has("b", "token_check.signature_or_introspection", signature == 1);
    Flow& flow = draft.flow("f", "a", "b");
    if (authn >= 0) flow.authn = static_cast<Authn>(authn);
    QCOMPARE(draft.stated().flows[0].checked, stated);
    QCOMPARE(draft.worst().flows[0].checked, worst);
}

void CompileModelTest::flowsEncrypted() {
    Draft draft;
    draft.component("a");
    draft.flow("unknown", "a", "a");
    draft.flow("none", "a", "a").tls = Tls::None;
    draft.flow("old", "a", "a").tls = Tls::Tls12;
    draft.flow("new", "a", "a").tls = Tls::Tls13;
    for (const bool worst : {false, true}) {
        const AttackFacts facts = worst ? draft.worst() : draft.stated();
        QCOMPARE(named(facts.flows, "unknown").encrypted, !worst);
        QVERIFY(!named(facts.flows, "none").encrypted);
        QVERIFY(named(facts.flows, "old").encrypted);
        QVERIFY(named(facts.flows, "new").encrypted);
    }
}

void CompileModelTest::callers() {
    Draft draft;
    draft.component("a");
    draft.identity("svc");
    draft.identity("user");
    draft.secret("token", SecretKind::AccessToken, "user");
    draft.secret("cert", SecretKind::ApiKey, "svc");
    draft.secret("opener", SecretKind::EncryptionKey);
    draft.flow("drawn", "a", "a").callerIdentity = IdentityId{"svc"};
    draft.model.flowSecrets.put({{"drawn"}, {"token"}});
    draft.flow("carried", "a", "a");
    draft.model.flowSecrets.put({{"carried"}, {"token"}});
    draft.model.flowSecrets.put({{"carried"}, {"opener"}});
    draft.flow("two", "a", "a");
    draft.model.flowSecrets.put({{"two"}, {"token"}});
    draft.model.flowSecrets.put({{"two"}, {"cert"}});
    draft.flow("anyone", "a", "a").authn = Authn::NetworkLocation;
    draft.flow("unknown", "a", "a");
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QCOMPARE(id(named(facts.flows, "drawn").as, facts.identities), QStringLiteral("svc"));
        QCOMPARE(id(named(facts.flows, "carried").as, facts.identities), QStringLiteral("user"));
        QCOMPARE(id(named(facts.flows, "two").as, facts.identities), QString());
        QCOMPARE(id(named(facts.flows, "anyone").as, facts.identities), QStringLiteral("made:caller:anyone"));
        QCOMPARE(id(named(facts.flows, "unknown").as, facts.identities), QString());
    }
}

void CompileModelTest::madeGrants() {
    Draft draft;
    draft.component("a");
    draft.component("b");
    draft.identity("svc");
    draft.identity("user", IdentityKind::Human);
    for (const char* data : {"in", "out", "both", "unknown"}) draft.data(data);
    const auto moves = [&](const char* flow, const char* data, std::optional<Direction> direction) {
        draft.model.flowData.put({{flow}, {data}, direction});
    };
    draft.flow("call", "a", "b").callerIdentity = IdentityId{"svc"};
    moves("call", "in", Direction::ToTarget);
    moves("call", "out", Direction::FromTarget);
    moves("call", "both", Direction::Both);
    moves("call", "unknown", std::nullopt);
    draft.flow("people", "a", "b").callerIdentity = IdentityId{"user"};
    moves("people", "out", Direction::FromTarget);
    draft.flow("open", "a", "b").authn = Authn::None;
    moves("open", "out", Direction::FromTarget);
    draft.flow("silent", "a", "b").callerIdentity = IdentityId{"svc"};
    draft.flow("granted", "b", "a").callerIdentity = IdentityId{"svc"};
    moves("granted", "out", Direction::FromTarget);
    draft.grant("right", "svc", "a");
    draft.flow("nobody", "a", "b");
    moves("nobody", "out", Direction::FromTarget);
    for (const bool worst : {false, true}) {
        const AttackFacts facts = worst ? draft.worst() : draft.stated();
        QCOMPARE(facts.grants.size(), std::size_t(4));
        const auto& call = named(facts.grants, "made:grant:call");
        QCOMPARE(ids(call.reads, facts.data), list({"both", "out", "unknown"}));
        QCOMPARE(ids(call.writes, facts.data), list({"both", "in", "unknown"}));
        QCOMPARE(id(call.target, facts.components), QStringLiteral("b"));
        QVERIFY(!call.ownOnly);
        QCOMPARE(named(facts.grants, "made:grant:people").ownOnly, !worst);
        const auto& open = named(facts.grants, "made:grant:open");
        QCOMPARE(id(open.identity, facts.identities), QStringLiteral("made:caller:open"));
        QVERIFY(!open.ownOnly);
    }
}

void CompileModelTest::madeGrantSubjects_data() {
    QTest::addColumn<int>("propagation");
    QTest::addColumn<bool>("stated");
    QTest::addColumn<bool>("worst");
    const auto row = [](const char* name, int value, bool stated, bool worst) {
        QTest::newRow(name) << value << stated << worst;
    };
    row("unknown", -1, true, false);
    row("none", static_cast<int>(SubjectPropagation::None), false, false);
    row("service_only", static_cast<int>(SubjectPropagation::ServiceOnly), false, false);
    row("trusted_header", static_cast<int>(SubjectPropagation::TrustedHeader), false, false);
    row("user_token", static_cast<int>(SubjectPropagation::UserToken), true, true);
    row("token_exchange", static_cast<int>(SubjectPropagation::TokenExchange), true, true);
}

void CompileModelTest::madeGrantSubjects() {
    QFETCH(int, propagation);
    QFETCH(bool, stated);
    QFETCH(bool, worst);
    Draft draft;
    draft.component("a");
    draft.identity("svc");
    draft.identity("user", IdentityKind::Human);
    draft.secret("token", SecretKind::AccessToken, "user");
    draft.data("d");
    Flow& flow = draft.flow("f", "a", "a");
    flow.callerIdentity = IdentityId{"svc"};
    if (propagation >= 0) flow.subjectPropagation = static_cast<SubjectPropagation>(propagation);
    draft.model.flowSecrets.put({{"f"}, {"token"}});
    draft.model.flowData.put({{"f"}, {"d"}, Direction::Both});
    const AttackFacts asStated = draft.stated();
    QCOMPARE(id(asStated.grants[0].also, asStated.identities), stated ? QStringLiteral("user") : QString());
    QCOMPARE(asStated.grants[0].ownOnly, stated);
    const AttackFacts atWorst = draft.worst();
    QCOMPARE(id(atWorst.grants[0].also, atWorst.identities), worst ? QStringLiteral("user") : QString());
    QVERIFY(!atWorst.grants[0].ownOnly);
}

void CompileModelTest::carriesAndContinues() {
    Draft draft;
    draft.component("a");
    draft.component("b");
    draft.secret("s");
    draft.data("d");
    draft.flow("one", "a", "b");
    draft.flow("two", "b", "a").name = "the way back";
    draft.model.flowSecrets.put({{"two"}, {"s"}});
    draft.model.flowData.put({{"two"}, {"d"}, std::nullopt});
    draft.model.flowContinues.put({{"two"}, {"one"}});
    const AttackFacts facts = draft.stated();
    const auto& two = named(facts.flows, "two");
    QCOMPARE(ids(two.carries, facts.secrets), list({"s"}));
    QCOMPARE(ids(two.data, facts.data), list({"d"}));
    QCOMPARE(ids(two.continues, facts.flows), list({"one"}));
    QCOMPARE(id(two.from, facts.components), QStringLiteral("b"));
    QCOMPARE(two.name, QStringLiteral("the way back"));
}

void CompileModelTest::dataWeights() {
    Draft draft;
    draft.secret("key");
    DataAsset& own = draft.data("own");
    own.weight = 7.5;
    own.sensitivity = Sensitivity::Regulated;
    own.keySecret = SecretId{"key"};
    draft.data("unknown");
    draft.data("public").sensitivity = Sensitivity::Public;
    draft.data("internal").sensitivity = Sensitivity::Internal;
    draft.data("confidential").sensitivity = Sensitivity::Confidential;
    draft.data("regulated").sensitivity = Sensitivity::Regulated;
    for (const AttackFacts& facts : {draft.stated(), draft.worst()}) {
        QCOMPARE(named(facts.data, "own").weight, 7.5);
        QCOMPARE(id(named(facts.data, "own").key, facts.secrets), QStringLiteral("key"));
        QCOMPARE(named(facts.data, "unknown").weight, 5.0);
        QCOMPARE(named(facts.data, "public").weight, 0.0);
        QCOMPARE(named(facts.data, "internal").weight, 1.0);
        QCOMPARE(named(facts.data, "confidential").weight, 5.0);
        QCOMPARE(named(facts.data, "regulated").weight, 20.0);
    }
}

void CompileModelTest::dataUsers() {
    Draft draft;
    DataAsset& own = draft.data("own");
    own.users = 200;
    own.live = 7;
    draft.data("users").users = 200;
    draft.data("shared").perUser = false;
    draft.data("unknown");
    draft.data("live").live = 5000;
    const AttackFacts stated = draft.stated();
    const AttackFacts worst = draft.worst();
    const auto check = [](const AttackFacts& facts, const char* id, qint64 users, qint64 live) {
        QCOMPARE(named(facts.data, id).users, users);
        QCOMPARE(liveUsers(named(facts.data, id)), live);
    };
    check(stated, "own", 200, 7);
    check(worst, "own", 200, 7);
    check(stated, "users", 200, 20);
    check(worst, "users", 200, 200);
    check(stated, "shared", 1, 1);
    check(worst, "shared", 1, 1);
    check(stated, "unknown", 1000, 100);
    check(worst, "unknown", 1, 1);
    check(stated, "live", 5000, 5000);
    check(worst, "live", 1, 1);
}

/// Fact for fact, whatever is compromised; and so every score.
/// However far it was when it was stopped.
void CompileModelTest::stopsWhenAsked() {
    Model model;
    for (unsigned seed = 0; model.components.isEmpty(); ++seed) model = test::randomModel(seed);
    for (int i = 0; i < 3000; ++i) model.components.put(test::blank<model::Component>(QStringLiteral("more%1").arg(i)));
    int stopped = 0;
    for (const int after : {0, 50, 100, 200, 400, 800, 1600}) {
        std::stop_source stop;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::microseconds(after));
            stop.request_stop();
        });
        stopped += !attackFacts(model, Reading::WorstCase, stop.get_token());
    }
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!attackFacts(model, Reading::AsStated, stop.get_token()).has_value());
    qInfo("stopped %d of 7 times", stopped);
}

void CompileModelTest::worstCaseContainsAsStated() {
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Model model = test::randomModel(seed);
        const AttackFacts stated = attackFacts(model, Reading::AsStated);
        const AttackFacts worst = attackFacts(model, Reading::WorstCase);
        const auto said = QStringLiteral("model %1: ").arg(seed);
        const auto checked = unsound(stated, said);
        QVERIFY2(!checked, qPrintable(checked ? checked->text() : QString()));
        QVERIFY(!unsound(worst, said));
        QCOMPARE(worst.data.size(), stated.data.size());
        for (std::size_t i = 0; i < stated.data.size(); ++i) QCOMPARE(worst.data[i].weight, stated.data[i].weight);

        const auto asStated = analysis::Engine::compile(stated);
        const auto atWorst = analysis::Engine::compile(worst);
        std::mt19937 random(seed);
        for (int round = 0; round < 3; ++round) {
            const auto seeds = round == 0 ? std::vector<analysis::Seed>() : test::randomSeeds(stated, random);
            // Made elements come behind the drawn ones, the same in both readings, so positions agree.
            const analysis::Blast narrow = asStated.blast(seeds);
            const analysis::Blast wide = atWorst.blast(seeds);
            for (const analysis::DerivedFact& fact : narrow.facts)
                QVERIFY2(wide.holds(fact.fact), qPrintable(said + test::plainText(stated, fact.fact)));
            QVERIFY(wide.shares.score >= narrow.shares.score);
            QVERIFY(wide.baseline.score >= narrow.baseline.score);
        }
    }
}

/// `blast --facts` on what `facts` wrote gives the same answers.
void CompileModelTest::madeFactsReadBack() {
    for (unsigned seed = 0; seed < 100; ++seed) {
        for (const Reading reading : {Reading::AsStated, Reading::WorstCase}) {
            const AttackFacts facts = attackFacts(test::randomModel(seed), reading);
            const auto again = analysis::readAttackFacts(writeAttackFacts(facts), QStringLiteral("facts.json"));
            QVERIFY2(again, qPrintable(again ? QString() : again.error().text()));
            QCOMPARE(writeAttackFacts(*again), writeAttackFacts(facts));
            QCOMPARE(analysis::Engine::compile(*again).ranking()->concentration,
                     analysis::Engine::compile(facts).ranking()->concentration);
        }
    }
}
