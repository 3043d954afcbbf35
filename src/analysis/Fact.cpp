// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Fact.h"

#include <QCoreApplication>

namespace sallyport::analysis {

namespace {

constexpr std::array<const char*, factKinds> kindWords = {"control", "foothold", "open",    "path",   "reach",
                                                          "have",    "act",      "use",     "get",    "read",
                                                          "write",   "claim",    "trusted", "issuer", "touch"};

constexpr std::array<const char*, ruleCount> sentences = {
    QT_TRANSLATE_NOOP("Rule", "Given: the assumed compromise, and where the attacker stands."),
    QT_TRANSLATE_NOOP("Rule", "Controlling a component gives a foothold in its zone and, unless sealed, the zones around it."),
    QT_TRANSLATE_NOOP("Rule",
                      "A connection can be opened from its source, from anywhere in its source's flat zone, from where its "
                      "target can be connected to, or through a proxy that does not check the previous leg."),
    QT_TRANSLATE_NOOP("Rule",
                      "What accepts calls can be connected to from its own flat zone and from every zone it is open to; an "
                      "opened connection reaches its target and whatever it is forwarded to."),
    QT_TRANSLATE_NOOP("Rule",
                      "A controlled component gives up the secrets it holds (of those only live users have, the live users') "
                      "and the data it stores."),
    QT_TRANSLATE_NOOP("Rule",
                      "Either end of a flow sees and can alter the bearer secrets and the data of the users live on it, "
                      "unless that end has them encrypted only."),
    QT_TRANSLATE_NOOP("Rule",
                      "An unencrypted flow can be overheard and altered from a flat zone it touches: one user on the "
                      "clients' side, the live ones elsewhere."),
    QT_TRANSLATE_NOOP("Rule",
                      "A secret speaks for its identity: only together with its key if it is bound, only for its grants if "
                      "it is scoped."),
    QT_TRANSLATE_NOOP("Rule", "Whoever controls an issuer, or has its signing key, can act as all it vouches for."),
    QT_TRANSLATE_NOOP("Rule",
                      "If the target does not check the caller, whoever opens the connection counts as the expected caller, "
                      "for any user."),
    QT_TRANSLATE_NOOP("Rule", "Acting as every identity a grant asks for, and reaching its target, makes the grant usable."),
    QT_TRANSLATE_NOOP("Rule",
                      "A usable grant yields what it says: data (only the caller's own if so limited, else everyone's), "
                      "secrets, identities, or control if admin."),
    QT_TRANSLATE_NOOP("Rule",
                      "Whoever controls where code comes from (pipeline, registry, host, page server), or can write what a "
                      "component obeys, controls it; of a client, the live instances."),
    QT_TRANSLATE_NOOP("Rule", "Data got encrypted is read with its key."),
    QT_TRANSLATE_NOOP("Rule", "One is all for what is not per user; all includes live, live includes one."),
    QT_TRANSLATE_NOOP("Rule", "A component assumed exploitable falls as soon as it is reached."),
};

constexpr qint64 hour = 3600;
constexpr qint64 day = 24 * hour;

} // namespace

QString ruleId(int rule) { return u'R' + QString::number(rule); }

QString ruleSentence(int rule) { return QCoreApplication::translate("Rule", sentences[static_cast<std::size_t>(rule)]); }

QString breadthWord(Breadth breadth) {
    switch (breadth) {
        case Breadth::One:
            return QStringLiteral("one");
        case Breadth::Live:
            return QStringLiteral("live");
        case Breadth::All:
            return QStringLiteral("all");
        case Breadth::None:
            break;
    }
    return {};
}

std::optional<Breadth> breadthFromWord(QStringView word) {
    for (const Breadth breadth : breadths)
        if (word == breadthWord(breadth)) return breadth;
    return std::nullopt;
}

QString factWord(FactKind kind) { return QString::fromLatin1(kindWords[static_cast<std::size_t>(kind)]); }

Breadth defaultBreadth(const AttackFacts& facts, FactKind kind, Index element) {
    const bool oneEach = kind == FactKind::Control ? at(facts.components, element).many
                         : kind == FactKind::Have  ? isPerUser(facts, at(facts.secrets, element))
                                                   : at(facts.identities, element).perUser;
    return oneEach ? Breadth::One : Breadth::All;
}

int seedEffort(const AttackFacts& facts, const Seed& seed) {
    if (seed.kind != FactKind::Have) return 0;
    const auto lifetime = at(facts.secrets, seed.element).lifetimeSeconds;
    if (!lifetime || *lifetime > day) return 0;
    return *lifetime <= hour ? 2 : 1;
}

} // namespace sallyport::analysis
