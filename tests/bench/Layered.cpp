// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Generated.h"

#include <algorithm>
#include <random>

namespace sallyport::bench {

using namespace model;

namespace {

/// An estate of applications, each with a frontend, a gateway or BFF, services and stores in zones of its own, calling
/// mostly within: about 3.6 flows, 2.7 holdings and 3 grants a component.
class Estate {
public:
    Estate(int components, unsigned seed) : random_(seed), components_(components) {}

    Model build() {
        zone("internet", ZoneKind::Internet, std::nullopt, true);
        for (int first = 0; first < components_; first += applicationSize) application(first);
        for (int i = 0; i < components_; ++i) calls(i);
        return std::move(model_);
    }

private:
    static constexpr int applicationSize = 12;

    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
    bool chance(int percent) { return below(100) < percent; }
    static QString id(char letter, int number) {
        return QString("%1%2").arg(QLatin1Char(letter)).arg(number, 10, 10, QLatin1Char('0'));
    }
    ComponentId component(int number) const { return {id('c', number)}; }
    bool isClient(int number) const { return number % applicationSize == 0; }
    bool isStore(int number) const { return number % applicationSize >= applicationSize - 3; }
    int applicationOf(int number) const { return number / applicationSize; }

    ZoneId zone(const QString& name, ZoneKind kind, std::optional<ZoneId> parent, bool flat) {
        Zone row;
        row.id = {id('z', static_cast<int>(model_.zones.size()))};
        row.name = name;
        row.kind = kind;
        row.parent = std::move(parent);
        row.flat = flat;
        row.implicitTrust = false;
        row.sealed = false;
        model_.zones.put(row);
        return row.id;
    }

    void application(int first) {
        const ZoneId outer = zone("application", ZoneKind::Application, std::nullopt, chance(3));
        const ZoneId inner = zone("data", ZoneKind::Data, outer, false);
        DataAsset asset;
        asset.id = {id('d', applicationOf(first))};
        asset.name = "records";
        asset.sensitivity = static_cast<Sensitivity>(below(4));
        asset.users = 1000 * (1 + below(100));
        model_.data.put(asset);
        for (int i = first; i < std::min(components_, first + applicationSize); ++i) {
            Component row;
            row.id = component(i);
            row.name = QString("component %1").arg(i);
            row.kind = isClient(i)  ? ComponentKind::ClientBrowser
                       : isStore(i) ? ComponentKind::DataStore
                                    : ComponentKind::Backend;
            row.zone = isClient(i) ? ZoneId{id('z', 0)} : isStore(i) ? inner : outer;
            model_.components.put(row);
            if (isStore(i)) model_.handlings.put({row.id, asset.id, true, HandlingForm::Clear});
            credential(i);
        }
    }

    /// An identity and two secrets a component, held by it and now and then by a neighbour.
    void credential(int i) {
        Identity identity;
        identity.id = {id('i', i)};
        identity.name = QString("identity %1").arg(i);
        identity.kind = isClient(i) ? IdentityKind::Human : IdentityKind::Workload;
        model_.identities.put(identity);
        for (int s = 0; s < 2; ++s) {
            Secret secret;
            secret.id = {id('s', 2 * i + s)};
            secret.name = QString("secret %1").arg(2 * i + s);
            secret.kind = isClient(i) ? SecretKind::SessionCookie : s == 0 ? SecretKind::ClientSecret : SecretKind::DbPassword;
            secret.identity = identity.id;
            model_.secrets.put(secret);
            model_.holdings.put({secret.id, component(i), StorageForm::EnvVar, std::nullopt});
            if (chance(35) && !isClient(i))
                model_.holdings.put({secret.id, component(near(i)), StorageForm::EnvVar, std::nullopt});
        }
    }

    /// A component of the same application that accepts calls.
    int near(int i) {
        const int first = applicationOf(i) * applicationSize;
        const int size = std::min(applicationSize, components_ - first);
        return size < 2 ? first : first + 1 + below(size - 1);
    }

    void calls(int i) {
        const int flows = 3 + (chance(60) ? 1 : 0);
        for (int n = 0; n < flows; ++n) {
            const bool far = chance(4);
            const int target = far ? below(components_) : near(i);
            if (target == i || isClient(target)) continue;
            const FlowId flow = call(i, target);
            if (n < 3) grant(i, target, n);
            model_.flowData.put({flow, {id('d', applicationOf(target))}, Direction::Both});
            if (chance(40)) model_.flowSecrets.put({flow, {id('s', 2 * i)}});
        }
    }

    FlowId call(int from, int to) {
        Flow flow;
        flow.id = {id('f', static_cast<int>(model_.flows.size()))};
        flow.source = component(from);
        flow.target = component(to);
        flow.callerIdentity = IdentityId{id('i', from)};
        flow.authn = chance(97) ? Authn::Mtls : Authn::None;
        flow.tls = chance(90) ? Tls::Tls13 : Tls::None;
        model_.flows.put(flow);
        return flow.id;
    }

    void grant(int from, int to, int n) {
        Grant grant;
        grant.id = {id('g', static_cast<int>(model_.grants.size()))};
        grant.identity = {id('i', from)};
        grant.target = component(to);
        grant.scope = "use";
        grant.ownOnly = isClient(from);
        model_.grants.put(grant);
        model_.grantData.put({grant.id, {id('d', applicationOf(to))}, n ? GrantAccess::Read : GrantAccess::Write});
    }

    std::mt19937 random_;
    int components_;
    Model model_;
};

} // namespace

Model layeredModel(int components, unsigned seed) { return Estate(components, seed).build(); }

} // namespace sallyport::bench
