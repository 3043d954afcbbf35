// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <random>

namespace sallyport::bench {

using namespace model;

namespace {

constexpr int zoneSize = 25;
constexpr int columns = 5;

QString id(char letter, int number) { return QString("%1%2").arg(QChar::fromLatin1(letter)).arg(number, 6, 10, QChar('0')); }

ComponentKind kindAt(int number) {
    static constexpr ComponentKind kinds[] = {ComponentKind::Backend,      ComponentKind::Backend,    ComponentKind::Bff,
                                              ComponentKind::DataStore,    ComponentKind::ApiGateway, ComponentKind::Cache,
                                              ComponentKind::MessageBroker};
    return number < 3 ? ComponentKind::ClientBrowser : kinds[number % 7];
}

void addZones(Model& model, int components, const DiagramId& diagram) {
    const int zones = (components + zoneSize - 1) / zoneSize;
    const int across = std::max(1, static_cast<int>(std::ceil(std::sqrt(zones))));
    for (int z = 0; z < zones; ++z) {
        Zone zone;
        zone.id = {id('z', z)};
        zone.name = QString("zone %1").arg(z);
        zone.kind = z == 0 ? ZoneKind::Internet : ZoneKind::Application;
        zone.trust = z % 5 * 10;
        zone.flat = z % 3 == 0;
        model.zones.put(zone);
        const double x = (z % across) * 1400.0;
        const double y = (z / across) * 760.0;
        model.placements.put({diagram, zone.id.value, x, y, 1240, 640, false});
        for (int i = 0; i < zoneSize && z * zoneSize + i < components; ++i)
            model.placements.put({diagram, id('c', z * zoneSize + i), x + 32 + (i % columns) * 240,
                                  y + 48 + (i / columns) * 112, 176, 64, false});
    }
}

} // namespace

Model generatedModel(int components, double flowsEach, bool withSecrets, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    Model model;
    const DiagramId diagram{"v1"};
    model.diagrams.put({diagram, "Overview", 0});
    addZones(model, components, diagram);
    for (int i = 0; i < components; ++i) {
        Component component;
        component.id = {id('c', i)};
        component.name = QString("component %1").arg(i);
        component.kind = kindAt(i);
        component.zone = ZoneId{id('z', i / zoneSize)};
        if (i % 2) component.owner = "team";
        model.components.put(component);
    }
    const int assets = std::max(1, components / 20);
    for (int i = 0; i < assets; ++i) {
        DataAsset asset;
        asset.id = {id('d', i)};
        asset.name = QString("data %1").arg(i);
        asset.sensitivity = static_cast<Sensitivity>(i % 4);
        asset.users = 1000;
        model.data.put(asset);
    }
    const int flows = static_cast<int>(components * flowsEach);
    for (int i = 0; i < flows; ++i) {
        Flow flow;
        flow.id = {id('f', i)};
        const int source = below(components);
        // Mostly near, sometimes far; never to itself.
        const int target =
            below(4) ? (source + 1 + below(2 * zoneSize)) % components : (source + 1 + below(components - 1)) % components;
        flow.source = {id('c', source)};
        flow.target = {id('c', target)};
        if (i % 3) flow.tls = static_cast<Tls>(i % 3);
        if (i % 4) flow.authn = static_cast<Authn>(i % 13);
        model.flows.put(flow);
        model.flowData.put({flow.id, {id('d', below(assets))}, Direction::Both});
    }
    if (!withSecrets) return model;
    for (int i = 0; i < components; ++i) {
        Identity identity;
        identity.id = {id('i', i)};
        identity.name = QString("identity %1").arg(i);
        model.identities.put(identity);
        model.assignments.put({identity.id, {id('c', i)}});
        Secret secret;
        secret.id = {id('s', i)};
        secret.name = QString("secret %1").arg(i);
        secret.identity = identity.id;
        model.secrets.put(secret);
        for (int h = 0; h < 2 + (i % 10 < 7 ? 1 : 0); ++h)
            model.holdings.put(
                {secret.id, {id('c', h == 0 ? i : (i + below(zoneSize)) % components)}, StorageForm::EnvVar, std::nullopt});
        for (int g = 0; g < 3; ++g) {
            Grant grant;
            grant.id = {id('g', 3 * i + g)};
            grant.identity = identity.id;
            grant.target = {id('c', (i + 1 + below(2 * zoneSize)) % components)};
            model.grants.put(grant);
            model.grantData.put({grant.id, {id('d', below(assets))}, g ? GrantAccess::Read : GrantAccess::Write});
        }
    }
    return model;
}

double medianMs(int runs, const std::function<void()>& timed, const std::function<void()>& prepare) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        if (prepare) prepare();
        QElapsedTimer clock;
        clock.start();
        timed();
        times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void report(const char* name, double ms, double targetMs) { reportFigure(name, ms, "ms", targetMs, Want::AtMost); }

void reportFigure(const char* name, double value, const char* unit, double target, Want want) {
    const double ratio = want == Want::AtMost ? target / value : value / target;
    const char* sign = want == Want::AtMost ? "<=" : ">=";
    std::printf("%-66s %10.2f %-3s %s %g   %.2f%s\n", name, value, unit, sign, target, ratio, ratio < 1 ? "  MISSED" : "");
    std::fflush(stdout);
    if (!qEnvironmentVariableIsSet("SALLYPORT_BENCH_TABLE")) return;
    QFile table(qEnvironmentVariable("SALLYPORT_BENCH_TABLE"));
    if (!table.open(QIODevice::Append)) return;
    const auto number = [](double n) { return QByteArray::number(n, 'g', 4); };
    table.write("| " + QByteArray(name).trimmed() + " | " + number(value) + ' ' + unit + " | " + sign + ' ' + number(target) +
                ' ' + unit + " | " + number(ratio) + (ratio < 1 ? " missed |\n" : " |\n"));
}

} // namespace sallyport::bench
