// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"

#include "document/Document.h"
#include "rules/RulePack.h"

#include <QRectF>

namespace sallyport::samples {

using namespace model;

namespace {

class Builder {
public:
    explicit Builder(const QString& title, const QString& notes) {
        m.meta.put({QStringLiteral("title"), title});
        m.meta.put({QStringLiteral("notes"), notes});
        m.diagrams.put({{QStringLiteral("overview")}, QStringLiteral("Overview"), 0});
    }

    Zone& zone(const QString& id, ZoneKind kind, const QString& parent, qint64 trust, QRectF rect) {
        Zone row;
        row.id = {id};
        row.name = id;
        row.kind = kind;
        if (!parent.isEmpty()) row.parent = ZoneId{parent};
        row.trust = trust;
        m.zones.put(row);
        place(id, rect);
        return *m.zones.find({id});
    }

    Component& component(const QString& id, ComponentKind kind, const QString& zone, QPointF at) {
        Component row;
        row.id = {id};
        row.name = id;
        row.kind = kind;
        row.zone = ZoneId{zone};
        m.components.put(row);
        place(id, QRectF(at, QSizeF(176, 64)));
        return *m.components.find({id});
    }

    Identity& identity(const QString& id, IdentityKind kind, const QString& runs, bool perUser = false) {
        Identity row;
        row.id = {id};
        row.name = id;
        row.kind = kind;
        row.perUser = perUser;
        m.identities.put(row);
        if (!runs.isEmpty()) m.assignments.put({{id}, {runs}});
        return *m.identities.find({id});
    }

    Secret& secret(const QString& id, SecretKind kind, const QString& identity, const QString& holder,
                   std::optional<StorageForm> form = {}) {
        Secret row;
        row.id = {id};
        row.name = id;
        row.kind = kind;
        if (!identity.isEmpty()) row.identity = IdentityId{identity};
        m.secrets.put(row);
        hold(id, holder, form);
        return *m.secrets.find({id});
    }

    void hold(const QString& secret, const QString& holder, std::optional<StorageForm> form = {}) {
        m.holdings.put({{secret}, {holder}, form, {}});
    }

    Grant& grant(const QString& id, const QString& identity, const QString& target, const QString& scope,
                 const QString& data = {}) {
        Grant row;
        row.id = {id};
        row.identity = {identity};
        row.target = {target};
        row.scope = scope;
        m.grants.put(row);
        if (!data.isEmpty()) {
            m.grantData.put({{id}, {data}, GrantAccess::Read});
            m.grantData.put({{id}, {data}, GrantAccess::Write});
        }
        return *m.grants.find({id});
    }

    Flow& flow(const QString& id, const QString& source, const QString& target, const QString& as, const QString& secret,
               const QString& data) {
        Flow row;
        row.id = {id};
        row.source = {source};
        row.target = {target};
        if (!as.isEmpty()) row.callerIdentity = IdentityId{as};
        m.flows.put(row);
        if (!secret.isEmpty()) m.flowSecrets.put({{id}, {secret}});
        if (!data.isEmpty()) m.flowData.put({{id}, {data}, Direction::Both});
        return *m.flows.find({id});
    }

    DataAsset& asset(const QString& id, Sensitivity sensitivity, qint64 users, const QString& store) {
        DataAsset row;
        row.id = {id};
        row.name = id;
        row.sensitivity = sensitivity;
        row.perUser = users > 1;
        if (users > 1) row.users = users;
        m.data.put(row);
        m.handlings.put({{store}, {id}, true, {}});
        return *m.data.find({id});
    }

    Model m;

private:
    void place(const QString& element, const QRectF& rect) {
        m.placements.put({{QStringLiteral("overview")}, element, rect.x(), rect.y(), rect.width(), rect.height(), false});
    }
};

} // namespace

Model sharedGateway() {
    Builder b(QStringLiteral("Shared gateway"),
              QStringLiteral("One API gateway for a web shop and a partner portal. It holds the client secret of both."));
    const auto zone = [&](const char* id, ZoneKind kind, const char* parent, qint64 trust, QRectF rect) -> Zone& {
        return b.zone(QString::fromLatin1(id), kind, QString::fromLatin1(parent), trust, rect);
    };
    Zone& internet = zone("internet", ZoneKind::Internet, "", 0, {20, 0, 460, 104});
    internet.flat = true;
    internet.attackerStartsHere = true;
    zone("company", ZoneKind::Management, "", 10, {0, 144, 736, 440});
    zone("edge", ZoneKind::Edge, "company", 20, {20, 176, 460, 104});
    zone("identity", ZoneKind::Identity, "company", 40, {516, 176, 204, 104});
    zone("apps", ZoneKind::Application, "company", 30, {20, 324, 460, 104});
    zone("data", ZoneKind::Data, "company", 40, {20, 468, 460, 100});
    for (const char* id : {"company", "edge", "identity", "apps", "data"}) {
        Zone& row = *b.m.zones.find({QString::fromLatin1(id)});
        row.flat = false;
        row.implicitTrust = false;
    }

    using enum ComponentKind;
    const auto component = [&](const char* id, ComponentKind kind, const char* in, QPointF at) -> Component& {
        return b.component(QString::fromLatin1(id), kind, QString::fromLatin1(in), at);
    };
    component("browser", ClientBrowser, "internet", {40, 28}).many = true;
    component("portal", ClientBrowser, "internet", {288, 28}).many = true;
    component("gateway", ApiGateway, "edge", {168, 204});
    b.m.componentHas.put({{QStringLiteral("gateway")}, QStringLiteral("function.rate_limit"), false});
    component("idp", IdentityProvider, "identity", {530, 204});
    component("orders-api", Backend, "apps", {40, 352});
    component("payouts-api", Backend, "apps", {288, 352});
    component("orders-db", DataStore, "data", {40, 496});
    component("payouts-db", DataStore, "data", {288, 496});

    b.asset(QStringLiteral("orders"), Sensitivity::Confidential, 10000, QStringLiteral("orders-db"));
    b.asset(QStringLiteral("payouts"), Sensitivity::Regulated, 500, QStringLiteral("payouts-db"));

    const auto identity = [&](const char* id, IdentityKind kind, const char* runs, bool perUser, bool issued) {
        Identity& row = b.identity(QString::fromLatin1(id), kind, QString::fromLatin1(runs), perUser);
        if (issued) row.issuer = ComponentId{QStringLiteral("idp")};
    };
    identity("shopper", IdentityKind::Human, "browser", true, true);
    identity("partner", IdentityKind::Human, "portal", true, true);
    identity("web-client", IdentityKind::OauthClient, "gateway", false, true);
    identity("partner-client", IdentityKind::OauthClient, "gateway", false, true);
    identity("orders-svc", IdentityKind::Workload, "orders-api", false, false);
    identity("payouts-svc", IdentityKind::Workload, "payouts-api", false, false);

    const auto secret = [&](const char* id, SecretKind kind, const char* identity_, const char* holder) -> Secret& {
        return b.secret(QString::fromLatin1(id), kind, QString::fromLatin1(identity_), QString::fromLatin1(holder));
    };
    for (const char* id : {"web-cookie", "partner-cookie"}) {
        const bool isWeb = id[0] == 'w';
        Secret& cookie = secret(id, SecretKind::SessionCookie, isWeb ? "shopper" : "partner", isWeb ? "browser" : "portal");
        cookie.expires = true;
        cookie.lifetimeS = 28800;
        cookie.restricted = true;
    }
    secret("web-client-secret", SecretKind::ClientSecret, "web-client", "gateway").purpose = SecretPurpose::Downstream;
    secret("partner-client-secret", SecretKind::ClientSecret, "partner-client", "gateway").purpose = SecretPurpose::Downstream;
    secret("orders-db-password", SecretKind::DbPassword, "orders-svc", "orders-api");
    secret("payouts-db-password", SecretKind::DbPassword, "payouts-svc", "payouts-api");
    secret("idp-signing-key", SecretKind::SigningKey, "", "idp").signsFor = ComponentId{QStringLiteral("idp")};

    const auto grant = [&](const char* id, const char* identity_, const char* target, const char* scope,
                           const char* data) -> Grant& {
        return b.grant(QString::fromLatin1(id), QString::fromLatin1(identity_), QString::fromLatin1(target),
                       QString::fromLatin1(scope), QString::fromLatin1(data));
    };
    grant("web-orders", "web-client", "orders-api", "orders:*", "orders");
    grant("partner-payouts", "partner-client", "payouts-api", "payouts:*", "payouts");
    grant("orders-db-rw", "orders-svc", "orders-db", "sql", "orders");
    grant("payouts-db-rw", "payouts-svc", "payouts-db", "sql", "payouts");
    grant("web-token", "web-client", "idp", "token", "");
    grant("partner-token", "partner-client", "idp", "token", "");
    grant("shopper-front", "shopper", "gateway", "own", "orders").ownOnly = true;
    grant("partner-front", "partner", "gateway", "own", "payouts").ownOnly = true;
    b.m.secretOnly.put({{QStringLiteral("web-cookie")}, {QStringLiteral("shopper-front")}});
    b.m.secretOnly.put({{QStringLiteral("partner-cookie")}, {QStringLiteral("partner-front")}});

    const auto flow = [&](const char* id, const char* from, const char* to, const char* as, const char* carries,
                          const char* data) {
        Flow& row = b.flow(QString::fromLatin1(id), QString::fromLatin1(from), QString::fromLatin1(to), QString::fromLatin1(as),
                           QString::fromLatin1(carries), QString::fromLatin1(data));
        row.tls = Tls::Tls13;
        row.authn = Authn::Bearer;
    };
    flow("f-browser", "browser", "gateway", "shopper", "web-cookie", "orders");
    flow("f-portal", "portal", "gateway", "partner", "partner-cookie", "payouts");
    flow("f-orders", "gateway", "orders-api", "web-client", "", "orders");
    flow("f-payouts", "gateway", "payouts-api", "partner-client", "", "payouts");
    flow("f-idp-web", "gateway", "idp", "web-client", "web-client-secret", "");
    flow("f-idp-partner", "gateway", "idp", "partner-client", "partner-client-secret", "");
    flow("f-orders-db", "orders-api", "orders-db", "orders-svc", "orders-db-password", "orders");
    flow("f-payouts-db", "payouts-api", "payouts-db", "payouts-svc", "payouts-db-password", "payouts");
    return b.m;
}

Model bazaar(int shops) {
    Builder b(QStringLiteral("A bazaar with a rather long title that has to go over two lines of the cover"),
              QStringLiteral("Many shops side by side."));
    const double width = 32 + shops * 208.0;
    Zone& internet = b.zone(QStringLiteral("internet"), ZoneKind::Internet, {}, 0, {0, 0, width, 104});
    internet.attackerStartsHere = true;
    b.zone(QStringLiteral("host"), ZoneKind::Application, {}, 10, {0, 144, width, 480}).flat = true;
    b.component(QStringLiteral("browser"), ComponentKind::ClientBrowser, QStringLiteral("internet"), {width / 2 - 88, 28})
        .many = true;
    b.component(QStringLiteral("gateway"), ComponentKind::ApiGateway, QStringLiteral("host"), {width / 2 - 88, 188});
    b.identity(QStringLiteral("sa"), IdentityKind::ServiceAccount, {});
    b.flow(QStringLiteral("in"), QStringLiteral("browser"), QStringLiteral("gateway"), {}, {}, {});
    for (int i = 0; i < shops; ++i) {
        const QString api = QStringLiteral("shop-with-a-long-name-%1-api").arg(i), db = QStringLiteral("db-%1").arg(i);
        const double x = 16 + i * 208.0;
        b.component(api, ComponentKind::Backend, QStringLiteral("host"), {x, 340});
        b.component(db, ComponentKind::DataStore, QStringLiteral("host"), {x, 520});
        b.asset(QStringLiteral("records of %1").arg(api), i % 2 ? Sensitivity::Regulated : Sensitivity::Confidential, 1000 + i,
                db);
        const QString data = QStringLiteral("records of %1").arg(api);
        if (i == 0)
            b.secret(QStringLiteral("sa-password"), SecretKind::DbPassword, QStringLiteral("sa"), api,
                     StorageForm::PlaintextConfig);
        else
            b.hold(QStringLiteral("sa-password"), api);
        b.grant(QStringLiteral("g-%1").arg(i), QStringLiteral("sa"), db, QStringLiteral("*"), data).admin = true;
        b.flow(QStringLiteral("f-%1").arg(i), QStringLiteral("gateway"), api, {}, {}, data);
        b.flow(QStringLiteral("d-%1").arg(i), api, db, QStringLiteral("sa"), QStringLiteral("sa-password"), data);
    }
    return b.m;
}

Model decided(const Model& model) {
    Model m = model;
    const auto review = reviewOf(model);
    int nth = 0;
    for (const rules::Finding& finding : review->findings) {
        if (finding.status != rules::FindingStatus::Violated || nth == 2) continue;
        Decision decision;
        decision.rule = finding.rule;
        decision.elements = finding.elementKey();
        decision.status = DecisionStatus::Accepted;
        decision.reason = QStringLiteral("Replaced in the next release; watched until then.");
        decision.owner = QStringLiteral("Head of payments");
        decision.expiresAt = nth++ == 0 ? QStringLiteral("2027-03-31") : QStringLiteral("2026-01-31");
        m.decisions.put(decision);
    }
    for (const rules::FrameworkCoverage& framework : review->coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls)
            if (!control.attest.isEmpty() && m.attestations.isEmpty()) {
                Attestation attestation;
                attestation.id = {QStringLiteral("attestation-1")};
                attestation.framework = framework.id;
                attestation.control = control.control.id;
                attestation.statement = control.attest;
                attestation.byWhom = QStringLiteral("Platform team");
                attestation.expiresAt = QStringLiteral("2027-01-31");
                m.attestations.put(attestation);
            }
    return m;
}

std::shared_ptr<const rules::Review> reviewOf(const Model& model) {
    const auto document = document::Document::fromModel(model, QStringLiteral("sample"));
    if (!document) qFatal("%s", qPrintable(document.error().text()));
    static const auto pack = std::make_shared<const rules::RulePack>(rules::RulePack::builtIn());
    return rules::reviewOf(**document, pack, QDate(2026, 11, 24));
}

} // namespace sallyport::samples
