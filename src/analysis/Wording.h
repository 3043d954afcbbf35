// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <QCoreApplication>
#include <QString>

namespace sallyport::analysis {

/// The text with its first letter upper case.
QString capital(QString text);

/// How sentences call the elements of a model.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(Wording)

public:
    explicit Wording(const AttackFacts& facts) : facts_(facts) {}

    /// "the gateway", "payouts-api": a plain word takes an article, a proper name does not.
    QString component(Index index) const;
    /// "The gateway is"; of a client of many users "One instance of the browser is".
    QString instancesAre(Index index, Breadth breadth) const;
    QString zone(Index index) const;
    QString secret(Index index) const;
    /// "partner-client-secret"; per user "web-cookie of the live users".
    QString secrets(Index index, Breadth breadth) const;
    QString identity(Index index) const;
    /// "partner-client"; per user "one shopper".
    QString identities(Index index, Breadth breadth) const;
    /// Its scope, or what it is called.
    QString grant(Index index) const;
    QString dataName(Index index) const;
    /// "the payouts of all 500 users".
    QString data(Index index, Breadth breadth) const;

    /// A flow at this end on which what the fact is about is seen (R5).
    Index flowAt(Index component, const Fact& fact) const;
    /// An unencrypted flow through this zone on which it is heard (R6).
    Index flowHeard(Index zone, const Fact& fact) const;

private:
    const AttackFacts& facts_;
};

} // namespace sallyport::analysis
