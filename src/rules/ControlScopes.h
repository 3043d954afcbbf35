// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/CoverageBuilder.h"
#include "rules/KeptQuery.h"
#include "rules/RuleDatabases.h"

namespace sallyport::rules {

/// The scope of a control as it was prepared, and how it stands.
struct ControlScope : KeptQuery {
    std::size_t statement = 0; ///< Its position in the databases.
    std::size_t twin = 0;      ///< Its position, or that of the first one that asks the same.
    bool isNew = false;        ///< Its elements are others than before.
};

/// The scopes of all controls: which of them must be looked at again, and doing so. Those that ask the same do so once.
class ControlScopes {
public:
    /// `alwaysNear`: as RuleRunner::Tuning has it.
    explicit ControlScopes(bool alwaysNear) : alwaysNear_(alwaysNear) {}

    /// `prepared`: null where the tables that scopes read could not be made; its statement goes to this database, to this
    /// position. `catalogue`: null if nobody brought one.
    void add(const ControlMapping& mapping, std::shared_ptr<const Catalogue> catalogue, Expected<Prepared>* prepared,
             RuleDatabase& first, std::size_t statement);

    std::vector<ControlScope>& all() { return scopes_; }
    const std::vector<ControlScope>& all() const { return scopes_; }
    /// At the same positions; their elements are as last looked up.
    const std::vector<ScopedControl>& controls() const { return controls_; }

    /// Their elements are to be looked up anew: the ids they were are no more.
    void forget();
    /// Of these frameworks it is asked from now on.
    void ask(const model::Model& model);
    /// Those to look at again: our own, or strangers'.
    std::vector<Work> dirty(bool own, const Staleness& staleness, const RuleDatabases& databases) const;
    /// Does so with the one at this position. Several threads may, each with a database and a scope of its own.
    void refresh(RuleDatabase& database, std::size_t position, const QueryRun& run);
    /// When all are in step: those that have other elements or another problem than when this was last asked.
    std::vector<std::size_t> takeNew();

private:
    bool hasTwin(std::size_t position) const;
    void followTwins();

    bool alwaysNear_;
    std::vector<ControlScope> scopes_;
    std::vector<ScopedControl> controls_;
};

} // namespace sallyport::rules
