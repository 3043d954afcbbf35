// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/ShortIndices.h"

#include <QString>
#include <QtGlobal>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

/// The attack facts: what the blast-radius engine runs on. They mirror the lists that
/// `sallyport blast --facts FILE` documents, field by field, with the same defaults. References are positions in
/// the list of the kind they point to; `none` says "no element". Ids are unique in their list. A name is what
/// sentences call the element; it is not part of the JSON form, and where it is empty the id stands in.
namespace sallyport::analysis {

using Index = std::int32_t;
inline constexpr Index none = -1;
using Indices = std::vector<Index>;

struct ZoneFacts {
    QString id;
    QString name;
    Index parent = none;
    bool flat = false;          ///< The network does not tell neighbours apart.
    bool implicitTrust = false; ///< Calls inside are not checked.
    bool sealed = false;        ///< A foothold inside is none outside.

    friend bool operator==(const ZoneFacts&, const ZoneFacts&) = default;
};

struct ComponentFacts {
    QString id;
    QString name;
    Index zone = none; ///< Always set.
    QString kind = QStringLiteral("service");
    bool many = false;     ///< A client run by many users, an instance each.
    double weight = 1;     ///< What it counts as in "components controlled".
    ShortIndices holds;    ///< Secrets.
    ShortIndices stores;   ///< Data.
    ShortIndices locked;   ///< Data it only ever has encrypted.
    ShortIndices codeFrom; ///< Components its code comes from.
    ShortIndices obeys;    ///< Data that steers it.
    ShortIndices openTo;   ///< Zones whose connections are accepted though no call is drawn.
    bool exploitable = false;

    friend bool operator==(const ComponentFacts&, const ComponentFacts&) = default;
};

struct IdentityFacts {
    QString id;
    QString name;
    QString kind = QStringLiteral("service");
    bool perUser = false;
    Index issuer = none; ///< A component that vouches for it.

    friend bool operator==(const IdentityFacts&, const IdentityFacts&) = default;
};

struct SecretFacts {
    QString id;
    QString name;
    QString kind = QStringLiteral("secret");
    Index identity = none;
    std::optional<bool> perUser;           ///< Empty: that of its identity.
    bool proof = false;                    ///< A private key, never sent.
    bool liveOnly = false;                 ///< Only users live during the attack have one.
    Index boundTo = none;                  ///< The key without which it says nothing.
    std::optional<Indices> only;           ///< The grants it is good for; empty: all of its identity.
    Index signsFor = none;                 ///< The issuer whose statements it signs.
    std::optional<qint64> lifetimeSeconds; ///< Empty: does not expire.

    friend bool operator==(const SecretFacts&, const SecretFacts&) = default;
};

struct GrantFacts {
    QString id;
    QString name;
    Index identity = none; ///< Always set.
    Index also = none;     ///< A second identity that must be shown.
    Index target = none;   ///< Always set.
    QString scope;
    bool ownOnly = false; ///< Yields the caller's own data only.
    ShortIndices reads;
    ShortIndices writes;
    ShortIndices reveals; ///< Secrets.
    ShortIndices assumes; ///< Identities.
    bool admin = false;

    friend bool operator==(const GrantFacts&, const GrantFacts&) = default;
};

struct FlowFacts {
    QString id;
    QString name;
    Index from = none; ///< Always set.
    Index to = none;   ///< Always set.
    Index as = none;   ///< The caller's identity.
    bool checked = true;
    bool encrypted = true;
    ShortIndices carries; ///< Secrets.
    ShortIndices data;
    ShortIndices continues; ///< The flows it forwards; each ends where this one starts.

    friend bool operator==(const FlowFacts&, const FlowFacts&) = default;
};

struct DataFacts {
    QString id;
    QString name;
    double weight = 1;
    qint64 users = 1;           ///< 1: not divided among users.
    std::optional<qint64> live; ///< Empty: a tenth of users, rounded down, at least 1.
    Index key = none;           ///< The secret that opens its locked copies.

    friend bool operator==(const DataFacts&, const DataFacts&) = default;
};

struct AttackFacts {
    std::vector<ZoneFacts> zones;
    std::vector<ComponentFacts> components;
    std::vector<IdentityFacts> identities;
    std::vector<SecretFacts> secrets;
    std::vector<GrantFacts> grants;
    std::vector<FlowFacts> flows;
    std::vector<DataFacts> data;
    Indices attackerZones; ///< Where the attacker stands at the start.

    friend bool operator==(const AttackFacts&, const AttackFacts&) = default;
};

/// The element at a position; Index is signed so that `none` can be told apart.
template <class T>
const T& at(const std::vector<T>& list, Index index) {
    return list[static_cast<std::size_t>(index)];
}

template <class T>
T& at(std::vector<T>& list, Index index) {
    return list[static_cast<std::size_t>(index)];
}

template <class T>
Index count(const std::vector<T>& list) {
    return static_cast<Index>(list.size());
}

inline bool contains(std::span<const Index> list, Index index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

/// For asking one long list many times: the list may come from a hostile file, and so may the questions.
class IndexSet {
public:
    explicit IndexSet(std::span<const Index> list) : sorted_(list.begin(), list.end()) {
        std::sort(sorted_.begin(), sorted_.end());
    }
    bool contains(Index index) const { return std::binary_search(sorted_.begin(), sorted_.end(), index); }

private:
    Indices sorted_;
};

inline bool isPerUser(const AttackFacts& facts, const SecretFacts& secret) {
    if (secret.perUser) return *secret.perUser;
    return secret.identity != none && at(facts.identities, secret.identity).perUser;
}

/// How many users have a session while the attack lasts.
inline qint64 liveUsers(const DataFacts& data) { return data.live ? *data.live : std::max<qint64>(1, data.users / 10); }

/// Whether elements are called otherwise, if that, and all else is the same: then the same follows.
bool areSameButForNames(const AttackFacts& a, const AttackFacts& b);

/// What a sentence calls the element.
template <class Facts>
const QString& displayName(const Facts& element) {
    return element.name.isEmpty() ? element.id : element.name;
}

} // namespace sallyport::analysis
