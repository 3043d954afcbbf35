// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sketch.h"

using namespace sallyport;
using namespace sallyport::model;

Sketch::Sketch() { model.diagrams.put({view, QStringLiteral("Overview"), 0}); }

void Sketch::place(const QString& id, const QRectF& rect, bool collapsed) {
    model.placements.put({view, id, rect.x(), rect.y(), rect.width(), rect.height(), collapsed});
}

void Sketch::zone(const QString& id, const QRectF& rect, std::optional<qint64> trust, const QString& parent) {
    Zone zone;
    zone.id = {id};
    zone.name = id;
    zone.trust = trust;
    if (!parent.isEmpty()) zone.parent = ZoneId{parent};
    model.zones.put(zone);
    place(id, rect);
}

void Sketch::card(const QString& id, const QPointF& at, const QString& zone, ComponentKind kind) {
    Component component;
    component.id = {id};
    component.name = id;
    component.kind = kind;
    if (!zone.isEmpty()) component.zone = ZoneId{zone};
    model.components.put(component);
    place(id, QRectF(at, QSizeF(176, 64)));
}

void Sketch::identity(const QString& id, IdentityKind kind) {
    Identity identity;
    identity.id = {id};
    identity.name = id;
    identity.kind = kind;
    model.identities.put(identity);
}

void Sketch::data(const QString& id) {
    DataAsset asset;
    asset.id = {id};
    asset.name = id;
    model.data.put(asset);
}

Flow& Sketch::flow(const QString& id, const QString& from, const QString& to, const QString& as, const QString& data) {
    Flow flow;
    flow.id = {id};
    flow.source = {from};
    flow.target = {to};
    flow.tls = Tls::Tls13;
    flow.authn = Authn::Mtls;
    if (!as.isEmpty()) flow.callerIdentity = IdentityId{as};
    model.flows.put(flow);
    if (!data.isEmpty()) model.flowData.put({{id}, {data}, Direction::Both});
    return *model.flows.find({id});
}

void Sketch::bends(const QString& flow, const QString& bends) { model.routes.put({view, {flow}, bends}); }

Sketch sharedGateway() {
    Sketch sketch;
    sketch.zone("internet", QRectF(20, 12, 456, 102), 0);
    sketch.zone("company", QRectF(0, 156, 736, 440), 10);
    sketch.zone("edge", QRectF(20, 184, 456, 102), 20, "company");
    sketch.zone("identity", QRectF(512, 184, 204, 102), 40, "company");
    sketch.zone("apps", QRectF(20, 336, 456, 102), 30, "company");
    sketch.zone("data", QRectF(20, 480, 456, 102), 40, "company");
    sketch.model.zones.find({"internet"})->attackerStartsHere = true;
    sketch.card("browser", {40, 40}, "internet", ComponentKind::ClientBrowser);
    sketch.card("portal", {280, 40}, "internet", ComponentKind::ClientBrowser);
    sketch.card("gateway", {160, 208}, "edge", ComponentKind::ApiGateway);
    sketch.card("idp", {528, 212}, "identity", ComponentKind::IdentityProvider);
    sketch.card("orders-api", {40, 364}, "apps");
    sketch.card("payouts-api", {280, 364}, "apps");
    sketch.card("orders-db", {40, 508}, "data", ComponentKind::DataStore);
    sketch.card("payouts-db", {280, 508}, "data", ComponentKind::DataStore);
    for (const char* name : {"shopper", "partner", "web-client", "partner-client", "orders-svc", "payouts-svc"})
        sketch.identity(name);
    sketch.data("orders");
    sketch.data("payouts");
    Handling stored;
    stored.component = {"payouts-db"};
    stored.data = {"payouts"};
    stored.stored = true;
    sketch.model.handlings.put(stored);
    sketch.flow("f1", "browser", "gateway", "shopper", "orders");
    sketch.flow("f2", "portal", "gateway", "partner", "payouts");
    sketch.flow("f3", "gateway", "orders-api", "web-client", "orders");
    sketch.flow("f4", "gateway", "payouts-api", "partner-client", "payouts");
    sketch.flow("f5", "gateway", "idp", "web-client");
    sketch.flow("f6", "gateway", "idp", "partner-client");
    sketch.flow("f7", "orders-api", "orders-db", "orders-svc", "orders");
    sketch.flow("f8", "payouts-api", "payouts-db", "payouts-svc", "payouts");
    return sketch;
}

Sketch scattered(int cards, int flows, quint32 seed) {
    QRandomGenerator random(seed);
    Sketch sketch;
    const auto card = [](int i) { return QStringLiteral("c%1").arg(i, 4, 10, QChar('0')); };
    for (int i = 0; i < 5; ++i) sketch.identity(QStringLiteral("i%1").arg(i));
    for (int i = 0; i < cards; ++i) {
        const QString zone = QStringLiteral("z%1").arg(i / 9, 3, 10, QChar('0'));
        const QPointF corner((i / 9) % 3 * 900, (i / 9) / 3 * 600);
        if (i % 9 == 0) sketch.zone(zone, QRectF(corner, QSizeF(820, 520)), i / 9 * 10);
        const QPointF jitter(random.bounded(9) * 8, random.bounded(7) * 8);
        sketch.card(card(i), corner + QPointF(16 + i % 3 * 264, 28 + i % 9 / 3 * 160) + jitter, zone,
                    static_cast<ComponentKind>(i % 19));
    }
    for (int i = 0; i < flows; ++i)
        sketch.flow(QStringLiteral("f%1").arg(i, 4, 10, QChar('0')), card(random.bounded(cards)), card(random.bounded(cards)),
                    QStringLiteral("i%1").arg(random.bounded(5)));
    return sketch;
}

diagram::Overlay gatewayBlast() {
    using namespace sallyport::diagram;
    Overlay overlay;
    overlay.lens = Lens::Blast;
    ComponentMark& gateway = overlay.components["gateway"];
    gateway.level = Level::Controlled;
    gateway.breadth = Breadth::All;
    gateway.start = true;
    gateway.secrets = {2, Breadth::All, false, false};
    for (const char* name : {"orders-api", "payouts-api"}) {
        overlay.components[name].level = Level::Exposed;
        overlay.components[name].breadth = Breadth::All;
    }
    overlay.components["idp"].level = Level::Callable;
    overlay.components["payouts-db"].data = {1, Breadth::All, false, false};
    for (const char* name : {"f3", "f4"}) {
        overlay.flows[name].light = FlowLight::Lit;
        overlay.flows[name].level = Level::Exposed;
    }
    overlay.path = {{1, StopAt::Component, "gateway", false},
                    {2, StopAt::Flow, "f4", false},
                    {3, StopAt::Component, "payouts-api", false},
                    {4, StopAt::Data, "payouts-db", true}};
    overlay.pathFlows = {"f4"};
    return overlay;
}
