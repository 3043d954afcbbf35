// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/KeptQuery.h"
#include "rules/RuleDatabases.h"

namespace sallyport::rules {

struct CompiledRule : KeptQuery {
    const Rule* rule = nullptr;
    int violated = -1; ///< Column; those left of it are ids.
    int severity = -1;
    bool readsBlast = false, readsBlastComponents = false;
    QList<RuleRow> returned; ///< By the last whole run, as they came.
    bool isNew = true;       ///< Nothing is known of it yet, or of this document.
    bool hasRun = false;     ///< In the last run.
    bool isRenewed = false;  ///< And returned other rows than before.
};

/// The rules of a pack: which of them must run again, and running them.
class CompiledRules {
public:
    /// What must be there before a rule can run.
    enum class RestsOn { Model, DerivedTables, Blasts };

    /// `alwaysNear`: as RuleRunner::Tuning has it.
    CompiledRules(std::shared_ptr<KnownIds> ids, bool alwaysNear) : ids_(std::move(ids)), alwaysNear_(alwaysNear) {}

    /// `prepared`: null where the tables that rules read could not be made; its statement goes to this database. What wrongs
    /// the rule is said in its result.
    void add(const Rule& rule, Expected<Prepared>* prepared, RuleDatabase& first);

    std::vector<CompiledRule>& all() { return rules_; }
    const std::vector<CompiledRule>& all() const { return rules_; }
    /// At the same positions.
    const std::vector<RuleResult>& results() const { return results_; }

    /// Nothing is known of this document yet. `ids`: of the rows to come.
    void renewAll(const std::shared_ptr<KnownIds>& ids);
    /// Those to run that rest on this: our own, or strangers'.
    std::vector<Work> dirty(bool own, RestsOn what, const Staleness& staleness, const RuleDatabases& databases) const;
    /// Runs the one at this position; if it is stopped, it is still dirty. Several threads may, each with a database and a rule
    /// of its own.
    void run(RuleDatabase& database, std::size_t position, const QueryRun& run);

private:
    QString step(RuleDatabase& database, sqlite3_stmt* statement, const CompiledRule& rule, const QueryRun& run,
                 RowsBefore& before, RuleResult& result) const;

    std::shared_ptr<KnownIds> ids_; ///< Of all rows.
    bool alwaysNear_;
    std::vector<CompiledRule> rules_;
    std::vector<RuleResult> results_;
};

} // namespace sallyport::rules
