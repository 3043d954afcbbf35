// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace sallyport::test {

/// The rules once more, slowly: every clause written out over plain texts, iterated until nothing changes. Shares no
/// code with the engine, so that the two check each other.
class Reference {
public:
    struct Clause {
        int rule = 0;
        QString head;
        QStringList premises;
        int steps = 0;
        int effort = 0;
    };
    struct Costs {
        int steps = 0;
        int effort = 0;
    };

    /// Facts in `without` never hold, whatever derives them.
    Reference(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, int tier,
              const QStringList& without = {});

    /// Every fact that holds, helpers included, with its least costs.
    const QHash<QString, Costs>& costs() const { return costs_; }
    /// The ground instance of the rule, nullptr if there is none.
    const Clause* instance(int rule, const QString& head, QStringList premises) const;

    /// Share of all data weight read ("read") or written ("write").
    double share(const QString& kind) const;
    /// "exposed/3"
    QString level(analysis::Index component) const;
    double controlled() const;
    qint64 users() const;

private:
    void add(int rule, QString head, QStringList premises, int steps = 0, int effort = 0);
    void emitAll();
    void emitFlows();
    void emitSecrets();
    void emitGrants();
    void emitBreadths();
    void iterate();
    bool isUnchecked(const analysis::FlowFacts& flow) const;
    bool hasFact(const QString& kind, const QString& id, int breadth) const;
    int widest(const QString& kind, const QString& id) const;

    const analysis::AttackFacts& facts_;
    int tier_;
    std::vector<Clause> clauses_;
    std::map<QString, std::size_t> instances_;
    QHash<QString, Costs> costs_;
};

} // namespace sallyport::test
