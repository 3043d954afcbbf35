// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Replica.h"
#include "rules/RuleRunner.h"

#include <QJsonObject>

namespace sallyport::tests {

/// One model of tests/rules/TBM-nnn.json or CHK-nnn.json and what the rule must say of some elements of it.
struct RuleCase {
    QString rule, name, expect, severity, says;
    QStringList elements;
    bool listed = true; ///< False: the row is there, and another rule's finding stands for it.
    model::Model model;
    rules::BlastRows blasts;
};

/// All of them; a file that does not read is a failure of the test that asks.
std::vector<RuleCase> ruleCases();
std::shared_ptr<const rules::RulePack> ownPack();
model::Model modelOf(const QByteArray& json);

/// Of how many one is tried: with SALLYPORT_SHORT set (the sanitizers, which take many times as long) every twentieth.
inline int oneOf() { return qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 20 : 1; }

/// A fixed day, so that nothing here ages.
inline const QDate day{2026, 6, 1};

/// A replica of a model with a runner on it, run once.
struct Bench {
    explicit Bench(const model::Model& model, const rules::BlastRows& blasts = {},
                   std::shared_ptr<const rules::RulePack> pack = ownPack());
    bool run();
    const rules::RuleResult* result(const QString& rule) const;
    /// "violated", "unknown" or "satisfied".
    QString verdict(const QString& rule, const QStringList& elements) const;

    std::unique_ptr<document::Replica> replica;
    rules::BlastRows blasts;
    rules::RuleRunner runner;
};

} // namespace sallyport::tests
