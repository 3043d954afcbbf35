// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CanvasFixture.h"

#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>

namespace sallyport::tests {

using namespace model;

namespace {

void addZone(Model& model, const QString& id, std::optional<qint64> trust, const QRectF& rect, const QString& parent = {}) {
    Zone zone;
    zone.id = {id};
    zone.name = id;
    zone.kind = ZoneKind::Application;
    zone.trust = trust;
    if (!parent.isEmpty()) zone.parent = ZoneId{parent};
    model.zones.put(zone);
    model.placements.put({{"v"}, id, rect.x(), rect.y(), rect.width(), rect.height(), false});
}

void addComponent(Model& model, const QString& id, ComponentKind kind, const QString& zone, const QPointF& at) {
    Component component;
    component.id = {id};
    component.name = id;
    component.kind = kind;
    if (!zone.isEmpty()) component.zone = ZoneId{zone};
    model.components.put(component);
    model.placements.put({{"v"}, id, at.x(), at.y(), 176, 64, false});
}

void addFlow(Model& model, const QString& id, const QString& source, const QString& target) {
    Flow flow;
    flow.id = {id};
    flow.source = {source};
    flow.target = {target};
    model.flows.put(flow);
}

Model smallModel() {
    Model model;
    model.diagrams.put({{"v"}, "Overview", 0});
    addZone(model, "edge", 10, {40, 200, 320, 160});
    addZone(model, "apps", 30, {440, 200, 480, 280});
    addComponent(model, "browser", ComponentKind::ClientBrowser, {}, {96, 40});
    addComponent(model, "gateway", ComponentKind::ApiGateway, "edge", {96, 248});
    addComponent(model, "web-bff", ComponentKind::Bff, "apps", {472, 248});
    addComponent(model, "api", ComponentKind::Backend, "apps", {712, 384});
    addFlow(model, "f1", "browser", "gateway");
    addFlow(model, "f2", "gateway", "web-bff");
    model.notes.put({{"n1"}, {"v"}, "Two layers\nTwo jobs", 96, 480, 200, 88});
    return model;
}

} // namespace

CanvasFixture::CanvasFixture() {
    workspace.setDocument(std::move(*document::Document::fromModel(smallModel(), "test")));
    canvas.resize(1000, 700);
    canvas.show();
    if (!QTest::qWaitForWindowExposed(&canvas)) qFatal("no window");
    canvas.activateWindow();
    canvas.setFocus();
    canvas.camera().centreOn({490, 340});
    canvas.camera().zoomActual();
    if (!QTest::qWaitFor([this] { return canvas.zoom() == 1.0; })) qFatal("the canvas does not get to full size");
}

void CanvasFixture::press(const QPoint& at, Qt::KeyboardModifiers modifiers) {
    QTest::mouseMove(canvas.viewport(), at);
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, modifiers, at);
}

void CanvasFixture::moveTo(const QPoint& at) {
    // QTest::mouseMove tells no buttons on some platforms; what the tool sees is what matters here.
    QMouseEvent event(QEvent::MouseMove, at, canvas.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &event);
}

void CanvasFixture::release(const QPoint& at, Qt::KeyboardModifiers modifiers) {
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, modifiers, at);
}

void CanvasFixture::click(const QPoint& at, Qt::KeyboardModifiers modifiers) {
    press(at, modifiers);
    release(at, modifiers);
}

void CanvasFixture::drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers) {
    press(from, modifiers);
    for (int i = 1; i <= 5; ++i) moveTo(from + (to - from) * i / 5);
    release(to, modifiers);
}

void CanvasFixture::key(int key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &canvas, static_cast<Qt::Key>(key), modifiers);
}

void CanvasFixture::drop(const QString& type, const QByteArray& data, const QPoint& at) {
    QMimeData mime;
    mime.setData(type, data);
    QDragEnterEvent enter(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDragMoveEvent move(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(canvas.viewport(), &drop);
    QVERIFY(drop.isAccepted());
}

void CanvasFixture::typeName(const QString& name) {
    QVERIFY(canvas.inlineEditor().isOpen());
    QWidget* field = canvas.inlineEditor().field();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return, qobject_cast<QPlainTextEdit*>(field) ? Qt::ControlModifier : Qt::NoModifier);
    QVERIFY(!canvas.inlineEditor().isOpen());
}

Model richModel() {
    Model model = smallModel();
    addZone(model, "inner", 40, {680, 352, 224, 112}, "apps");
    model.components.find({"api"})->zone = ZoneId{"inner"};
    model.zoneHas.put({{"apps"}, "allowed_source.*", false});
    model.zoneAllowedSources.put({{"apps"}, {"edge"}});
    model.componentHas.put({{"gateway"}, "function.rate_limit", true});
    model.componentHas.put({{"gateway"}, "function.waf", false});
    model.openTo.put({{"api"}, {"apps"}});
    model.peps.put({{"api"}, {"gateway"}});
    model.components.find({"web-bff"})->loggingSink = ComponentId{"api"};
    Identity client, shopper;
    client.id = {"i1"};
    client.name = "web-client";
    client.issuer = ComponentId{"gateway"};
    shopper.id = {"i2"};
    shopper.name = "shopper";
    shopper.kind = IdentityKind::Human;
    model.identities.put(client);
    model.identities.put(shopper);
    model.assignments.put({{"i1"}, {"web-bff"}});
    Secret secret;
    secret.id = {"s1"};
    secret.name = "web-client-secret";
    secret.kind = SecretKind::ClientSecret;
    secret.identity = IdentityId{"i1"};
    secret.restricted = true;
    model.secrets.put(secret);
    model.holdings.put({{"s1"}, {"web-bff"}, StorageForm::EnvVar, std::nullopt});
    DataAsset orders;
    orders.id = {"d1"};
    orders.name = "orders";
    orders.weight = 2.5;
    orders.keySecret = SecretId{"s1"};
    model.data.put(orders);
    model.handlings.put({{"api"}, {"d1"}, true, HandlingForm::Clear});
    Grant grant;
    grant.id = {"g1"};
    grant.identity = {"i1"};
    grant.target = {"api"};
    grant.scope = "orders:*";
    model.grants.put(grant);
    model.grantData.put({{"g1"}, {"d1"}, GrantAccess::Read});
    model.secretOnly.put({{"s1"}, {"g1"}});
    addFlow(model, "f3", "web-bff", "api");
    model.flows.find({"f3"})->name = "orders";
    model.flows.find({"f1"})->callerIdentity = IdentityId{"i2"};
    model.flowData.put({{"f3"}, {"d1"}, Direction::Both});
    model.flowSecrets.put({{"f3"}, {"s1"}});
    model.flowContinues.put({{"f2"}, {"f1"}});
    model.routes.put({{"v"}, {"f3"}, "560,336 800,336"});
    return model;
}

} // namespace sallyport::tests
