// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/ModelCompiler.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::analysis {

using model::SecretKind;
using model::StorageForm;

namespace {

constexpr qint64 usualTokenLifetime = 3600;

/// Kinds that are used without ever being sent.
bool isProofKind(SecretKind kind) {
    switch (kind) {
        case SecretKind::PrivateKey:
        case SecretKind::SigningKey:
        case SecretKind::TlsKey:
        case SecretKind::EncryptionKey:
        case SecretKind::SessionKey:
        case SecretKind::WebhookSecret:
        case SecretKind::PlatformCredential:
            return true;
        default:
            return false;
    }
}

/// Where a key can be used but not taken out.
bool isHardware(const std::optional<StorageForm>& form) {
    return form == StorageForm::Hsm || form == StorageForm::Kms || form == StorageForm::Tpm;
}

/// Forms that say the secret lies in some secret store.
bool isInAStore(const std::optional<StorageForm>& form) {
    return form == StorageForm::SecretManager || form == StorageForm::Hsm || form == StorageForm::Kms;
}

} // namespace

bool isToken(SecretKind kind) {
    return kind == SecretKind::AccessToken || kind == SecretKind::RefreshToken || kind == SecretKind::IdToken ||
           kind == SecretKind::SessionCookie;
}

void ModelCompiler::secrets() {
    const Index provider = worst_ ? onlyIdentityProvider() : none;
    secrets_.addAll(stop_, model_.secrets);
    facts_.secrets.reserve(static_cast<std::size_t>(model_.secrets.size()));
    secretNotes_.reserve(facts_.secrets.capacity());
    const auto fetch = [](const model::Secret& row) {
        fetchSoon(row.id);
        fetchSoon(row.name);
        fetchSoon(row.identity);
        fetchSoon(row.ownerComponent);
    };
    eachRow(stop_, model_.secrets, fetch, [&](const model::Secret& row) {
        facts_.secrets.push_back(secret(row, provider));
        SecretNote& note = secretNotes_.emplace_back();
        note.kind = row.kind;
        note.restricted = row.restricted == true;
        note.owner = components_.of(row.ownerComponent);
        note.boundTo = row.boundTo ? &row.boundTo->value : nullptr;
    });
    for (Index i = 0; i < count(secretNotes_); ++i)
        if (const QString* key = at(secretNotes_, i).boundTo) at(facts_.secrets, i).boundTo = secrets_.of(*key);
}

SecretFacts ModelCompiler::secret(const model::Secret& row, Index provider) const {
    SecretFacts secret;
    secret.id = row.id.value;
    secret.name = row.name;
    secret.kind = QString::fromLatin1(model::word(row.kind));
    secret.identity = identities_.of(row.identity);
    secret.perUser = row.perDevice == true ? row.perDevice : row.perUser;
    // Whoever has the key makes anyone's session.
    if (row.kind == SecretKind::SessionKey) secret.perUser = false;
    secret.proof = isProofKind(row.kind);
    secret.liveOnly =
        row.kind == SecretKind::SessionCookie || row.kind == SecretKind::AccessToken || row.kind == SecretKind::IdToken;
    secret.signsFor = !row.signsFor && row.kind == SecretKind::SigningKey ? provider : components_.of(row.signsFor);
    if (row.expires != false) {
        secret.lifetimeSeconds = row.lifetimeS;
        if (!row.lifetimeS && !worst_ && isToken(row.kind)) secret.lifetimeSeconds = usualTokenLifetime;
    }
    return secret;
}

void ModelCompiler::holdings() {
    std::vector<char> held(secretNotes_.size(), 0);
    std::vector<char> heldInSoftware(secretNotes_.size(), 0);
    std::vector<std::pair<Index, Index>> kept; // Store and secret.
    const auto take = [&](const model::Holding& row, Index secret, Index component) {
        at(facts_.components, component).holds.push_back(secret);
        at(held, secret) = 1;
        if (!isHardware(row.storageForm)) at(heldInSoftware, secret) = 1;
        if (row.keptIn)
            kept.emplace_back(components_.of(row.keptIn), secret);
        else if (isInAStore(row.storageForm))
            at(secretNotes_, secret).inSomeStore = true;
    };
    pairs(model_.holdings, secrets_, components_, &model::Holding::secret, &model::Holding::component, take);
    addEachOnce(std::move(kept), &ComponentFacts::holds);
    for (Index i = 0; i < count(secretNotes_); ++i)
        if (at(held, i) && !at(heldInSoftware, i)) at(facts_.secrets, i).proof = true;
}

/// What lies in a secret store, nobody has said which, may lie in any. Last, so that what is made of the drawn holdings
/// is the same in both readings.
void ModelCompiler::assumeKept() {
    std::vector<std::pair<Index, Index>> kept;
    for (const Index store : ofKind(model::ComponentKind::SecretStore))
        for (Index secret = 0; secret < count(secretNotes_); ++secret)
            if (at(secretNotes_, secret).inSomeStore) kept.emplace_back(store, secret);
    addEachOnce(std::move(kept), &ComponentFacts::holds);
}

/// A component that runs as an identity can act as it, whether or not its credential is drawn.
void ModelCompiler::madeCredentials() {
    std::vector<Index> made(facts_.identities.size(), none);
    std::vector<std::pair<Index, Index>> proven; // Component and identity it holds a secret of.
    for (Index i = 0; i < count(facts_.components) && !stopped(i); ++i)
        for (const Index secret : at(facts_.components, i).holds) proven.emplace_back(i, at(facts_.secrets, secret).identity);
    std::sort(proven.begin(), proven.end());
    relation(model_.assignments, identities_, components_, [&](Index identity, Index component) {
        if (std::binary_search(proven.begin(), proven.end(), std::pair(component, identity))) return;
        if (at(made, identity) == none) {
            at(made, identity) = count(facts_.secrets);
            SecretFacts& secret = facts_.secrets.emplace_back();
            secret.id = QStringLiteral("made:credential:") + at(facts_.identities, identity).id;
            secret.name = QCoreApplication::translate("CompileModel", "credential of %1")
                              .arg(displayName(at(facts_.identities, identity)));
            secret.kind = QString::fromLatin1(model::word(SecretKind::PlatformCredential));
            secret.identity = identity;
            secret.proof = true;
        }
        at(facts_.components, component).holds.push_back(at(made, identity));
    });
}

/// A refresh token is good only together with the credential of its client, if that client is confidential. Its client
/// is who owns or holds it and is an OAuth client; one public client among them leaves it unbound.
void ModelCompiler::clientBinding() {
    std::vector<Index> client(secretNotes_.size(), none);
    std::vector<char> publicClient(secretNotes_.size(), 0);
    const auto consider = [&](Index secret, Index component) {
        if (secret >= count(secretNotes_) || at(secretNotes_, secret).kind != SecretKind::RefreshToken) return;
        const auto& type = at(componentNotes_, component).oauthClientType;
        if (type == model::OauthClientType::Public) at(publicClient, secret) = 1;
        if (type == model::OauthClientType::Confidential && at(client, secret) == none) at(client, secret) = component;
    };
    for (Index i = 0; i < count(secretNotes_); ++i)
        if (at(secretNotes_, i).owner != none) consider(i, at(secretNotes_, i).owner);
    for (Index i = 0; i < count(componentNotes_); ++i)
        if (at(componentNotes_, i).oauthClientType)
            for (const Index secret : at(facts_.components, i).holds) consider(secret, i);
    for (Index i = 0; i < count(secretNotes_); ++i)
        if (at(client, i) != none && !at(publicClient, i) && at(facts_.secrets, i).boundTo == none)
            at(facts_.secrets, i).boundTo = clientCredential(at(client, i));
}

/// The secret a client proves itself with; `none` if none is drawn.
Index ModelCompiler::clientCredential(Index component) const {
    for (const Index secret : at(facts_.components, component).holds) {
        if (secret >= count(secretNotes_)) continue; // Made by us.
        const SecretKind kind = at(secretNotes_, secret).kind;
        if (kind == SecretKind::ClientSecret) return secret;
        const Index identity = at(facts_.secrets, secret).identity;
        if (identity == none || (kind != SecretKind::PrivateKey && kind != SecretKind::TlsKey)) continue;
        if (at(facts_.identities, identity).kind == QLatin1StringView(model::word(model::IdentityKind::OauthClient)))
            return secret;
    }
    return none;
}

bool ModelCompiler::audienceUnchecked(Index component) const {
    const auto& audience = at(componentNotes_, component).audience;
    return audience ? !*audience : worst_;
}

/// What a secret is good for. Made grants are rights like any other.
void ModelCompiler::scopes() {
    std::vector<Indices> scoped(secretNotes_.size());
    relation(model_.secretOnly, secrets_, grants_, [&](Index secret, Index grant) { at(scoped, secret).push_back(grant); });
    std::vector<Indices> grantsOf;
    const auto grantsFor = [&](Index identity) -> const Indices& {
        if (grantsOf.empty()) {
            grantsOf.resize(facts_.identities.size());
            for (Index i = 0; i < count(facts_.grants); ++i) {
                const GrantFacts& grant = at(facts_.grants, i);
                at(grantsOf, grant.identity).push_back(i);
                if (grant.also != none && grant.also != grant.identity) at(grantsOf, grant.also).push_back(i);
            }
        }
        return at(grantsOf, identity);
    };
    for (Index i = 0; i < count(secretNotes_) && !stopped(i); ++i) {
        const SecretNote& note = at(secretNotes_, i);
        SecretFacts& secret = at(facts_.secrets, i);
        if (note.kind == SecretKind::SessionKey && note.owner != none && secret.identity != none) {
            secret.only.emplace();
            for (const Index grant : grantsFor(secret.identity))
                if (at(facts_.grants, grant).target == note.owner) secret.only->push_back(grant);
        } else if (note.restricted) {
            secret.only = std::move(at(scoped, i));
            if (!isToken(note.kind) || secret.identity == none) continue;
            const IndexSet drawn(*secret.only);
            for (const Index grant : grantsFor(secret.identity))
                if (audienceUnchecked(at(facts_.grants, grant).target) && !drawn.contains(grant)) secret.only->push_back(grant);
        }
    }
}

} // namespace sallyport::analysis
