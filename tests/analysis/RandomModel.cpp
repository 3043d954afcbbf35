// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomModel.h"

#include <random>

namespace sallyport::test {

using namespace model;

namespace {

class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {}

    Model run() {
        sizes_ = {between(1, 4), between(2, 7), between(1, 5), between(1, 7), between(0, 6), between(1, 8), between(1, 4)};
        for (int i = 0; i < sizes_.zones; ++i) zone(i);
        for (int i = 0; i < sizes_.data; ++i) data(i);
        for (int i = 0; i < sizes_.components; ++i) component(i);
        for (int i = 0; i < sizes_.identities; ++i) identity(i);
        for (int i = 0; i < sizes_.secrets; ++i) secret(i);
        for (int i = 0; i < sizes_.grants; ++i) grant(i);
        for (int i = 0; i < sizes_.flows; ++i) flow(i);
        for (int i = 0; i < sizes_.secrets; ++i)
            for (int g = 0; g < sizes_.grants; ++g)
                if (chance(25)) model_.secretOnly.put({id<SecretId>('s', i), id<GrantId>('g', g)});
        continuations();
        return std::move(model_);
    }

private:
    struct Sizes {
        int zones, components, identities, secrets, grants, flows, data;
    };

    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool chance(int percent) { return between(0, 99) < percent; }
    YesNo answer() { return chance(50) ? YesNo(chance(50)) : std::nullopt; }
    template <class E>
    std::optional<E> word(int unknown) {
        if (chance(unknown)) return std::nullopt;
        return static_cast<E>(between(0, static_cast<int>(words<E>.size()) - 1));
    }
    template <class Id>
    static Id id(char letter, int number) {
        return Id{QLatin1Char(letter) + QString::number(number)};
    }
    template <class Id>
    std::optional<Id> link(char letter, int size, int percent) {
        return size > 0 && chance(percent) ? std::optional(id<Id>(letter, between(0, size - 1))) : std::nullopt;
    }
    ComponentId anyComponent() { return id<ComponentId>('c', between(0, sizes_.components - 1)); }

    void zone(int i) {
        Zone row = blank<Zone>(QLatin1Char('z') + QString::number(i));
        row.kind = word<ZoneKind>(30);
        if (i > 0 && chance(60)) row.parent = id<ZoneId>('z', between(0, i - 1));
        row.flat = answer();
        row.implicitTrust = answer();
        row.sealed = answer();
        row.attackerStartsHere = answer();
        model_.zones.put(row);
    }

    void data(int i) {
        DataAsset row = blank<DataAsset>(QLatin1Char('d') + QString::number(i));
        row.sensitivity = word<Sensitivity>(40);
        if (chance(40)) row.weight = between(0, 20);
        row.perUser = answer();
        if (chance(50)) row.users = between(1, 5000);
        if (chance(30)) row.live = between(1, 1000);
        row.keySecret = link<SecretId>('s', sizes_.secrets, 40);
        model_.data.put(row);
    }

    void component(int i) {
        Component row = blank<Component>(QLatin1Char('c') + QString::number(i));
        row.kind = *word<ComponentKind>(0);
        row.zone = link<ZoneId>('z', sizes_.zones, 85);
        row.many = answer();
        row.oauthClientType = word<OauthClientType>(50);
        row.exploitable = chance(5);
        model_.components.put(row);
        for (const char* what :
             {"token_check.audience", "token_check.signature_or_introspection", "open_to.*", "code_from.*", "obeys.*"})
            if (chance(50)) model_.componentHas.put({row.id, what, !QLatin1StringView(what).endsWith(u'*') && chance(50)});
        for (int z = 0; z < sizes_.zones; ++z)
            if (chance(10)) model_.openTo.put({row.id, id<ZoneId>('z', z)});
        if (chance(10)) model_.codeFrom.put({row.id, anyComponent()});
        for (int d = 0; d < sizes_.data; ++d) {
            if (chance(8)) model_.obeys.put({row.id, id<DataId>('d', d)});
            if (chance(30)) model_.handlings.put({row.id, id<DataId>('d', d), answer(), word<HandlingForm>(50)});
        }
    }

    void identity(int i) {
        Identity row = blank<Identity>(QLatin1Char('i') + QString::number(i));
        row.kind = *word<IdentityKind>(0);
        row.perUser = answer();
        row.issuer = link<ComponentId>('c', sizes_.components, 20);
        model_.identities.put(row);
        if (chance(50)) model_.assignments.put({row.id, anyComponent()});
    }

    void secret(int i) {
        Secret row = blank<Secret>(QLatin1Char('s') + QString::number(i));
        row.kind = *word<SecretKind>(0);
        row.identity = link<IdentityId>('i', sizes_.identities, 75);
        row.perUser = answer();
        row.perDevice = answer();
        row.ownerComponent = link<ComponentId>('c', sizes_.components, 30);
        row.expires = answer();
        if (chance(40)) row.lifetimeS = between(0, 100000);
        row.boundTo = link<SecretId>('s', sizes_.secrets, 15);
        row.restricted = answer();
        row.signsFor = link<ComponentId>('c', sizes_.components, 15);
        model_.secrets.put(row);
        for (int c = 0; c < sizes_.components; ++c)
            if (chance(25))
                model_.holdings.put(
                    {row.id, id<ComponentId>('c', c), word<StorageForm>(30), link<ComponentId>('c', sizes_.components, 20)});
    }

    void grant(int i) {
        Grant row = unnamed<Grant>(QLatin1Char('g') + QString::number(i));
        row.identity = id<IdentityId>('i', between(0, sizes_.identities - 1));
        row.target = anyComponent();
        row.also = link<IdentityId>('i', sizes_.identities, 25);
        row.ownOnly = answer();
        row.admin = chance(15);
        model_.grants.put(row);
        for (int d = 0; d < sizes_.data; ++d) {
            if (chance(25)) model_.grantData.put({row.id, id<DataId>('d', d), GrantAccess::Read});
            if (chance(25)) model_.grantData.put({row.id, id<DataId>('d', d), GrantAccess::Write});
        }
        if (chance(10)) model_.grantReveals.put({row.id, id<SecretId>('s', between(0, sizes_.secrets - 1))});
        if (chance(10)) model_.grantAssumes.put({row.id, id<IdentityId>('i', between(0, sizes_.identities - 1))});
    }

    void flow(int i) {
        Flow row = unnamed<Flow>(QLatin1Char('f') + QString::number(i));
        row.source = anyComponent();
        row.target = anyComponent();
        row.tls = word<Tls>(30);
        row.authn = word<Authn>(30);
        row.callerIdentity = link<IdentityId>('i', sizes_.identities, 50);
        row.subjectPropagation = word<SubjectPropagation>(40);
        row.operation = word<Operation>(60);
        model_.flows.put(row);
        for (int s = 0; s < sizes_.secrets; ++s)
            if (chance(20)) model_.flowSecrets.put({row.id, id<SecretId>('s', s)});
        for (int d = 0; d < sizes_.data; ++d)
            if (chance(30)) model_.flowData.put({row.id, id<DataId>('d', d), word<Direction>(30)});
    }

    void continuations() {
        for (const Flow& flow : model_.flows)
            for (const Flow& leg : model_.flows)
                if (leg.target == flow.source && chance(40)) model_.flowContinues.put({flow.id, leg.id});
    }

    std::mt19937 random_;
    Sizes sizes_{};
    Model model_;
};

} // namespace

Model randomModel(unsigned seed) { return Generator(seed).run(); }

} // namespace sallyport::test
