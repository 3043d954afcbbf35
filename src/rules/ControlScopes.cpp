// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ControlScopes.h"

#include "rules/FrameworkChoice.h"
#include "rules/NearRows.h"
#include "rules/RuleParameters.h"

#include <algorithm>

namespace sallyport::rules {

namespace {

/// Lists of pointers compare by memcmp(), which must not be asked about an empty one.
bool areSame(const ScopeElements& a, const ScopeElements& b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

} // namespace

void ControlScopes::add(const ControlMapping& mapping, std::shared_ptr<const Catalogue> catalogue, Expected<Prepared>* prepared,
                        RuleDatabase& first, std::size_t statement) {
    ControlScope& scope = scopes_.emplace_back();
    ScopedControl& control = controls_.emplace_back();
    control.mapping = &mapping;
    control.catalogue = std::move(catalogue);
    scope.own = std::any_of(controlMappings().begin(), controlMappings().end(),
                            [&mapping](const ControlMapping& ours) { return &ours == &mapping; });
    scope.statement = statement;
    if (!prepared || !*prepared) {
        control.problem = prepared ? prepared->error().what : noTables();
        return;
    }
    const auto isTwin = [&](const ScopedControl& other) { return other.mapping->scope == mapping.scope; };
    const auto twin = std::find_if(controls_.begin(), controls_.end(), isTwin);
    scope.twin = static_cast<std::size_t>(twin - controls_.begin());
    if (scopes_[scope.twin].own != scope.own) scope.twin = scopes_.size() - 1;
    if (scope.own) scope.near = mapping.near;
    scope.parameters = (*prepared)->parameters;
    scope.reads = Reads((*prepared)->reads, first.derived());
    scope.isUsable = true;
    first.setStatement(statement, std::move((*prepared)->statement));
}

void ControlScopes::forget() {
    for (ScopedControl& control : controls_) control.elements.clear();
    for (ControlScope& scope : scopes_) {
        scope.dirt = Dirt::Whole;
        scope.isNew = true;
    }
}

void ControlScopes::ask(const model::Model& model) {
    for (ScopedControl& control : controls_) control.asked = isEnabled(model, control.mapping->control.framework);
}

std::vector<Work> ControlScopes::dirty(bool own, const Staleness& staleness, const RuleDatabases& databases) const {
    std::vector<Work> work;
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
        const ControlScope& each = scopes_[i];
        if (each.dirt == Dirt::None || !controls_[i].asked || !each.isUsable || each.own != own || hasTwin(i)) continue;
        work.push_back({i, each.pace.cost(bool(each.nearFor(staleness))), databases.deriving(each.reads.needed)});
    }
    return work;
}

void ControlScopes::refresh(RuleDatabase& database, std::size_t position, const QueryRun& run) {
    ControlScope& scope = scopes_[position];
    ScopedControl& control = controls_[position];
    const NearElements close = scope.nearFor(run.staleness);
    ScopeElements elements;
    QString problem;
    sqlite3_stmt* statement = close ? database.nearStatement(scope.statement, control.mapping->scope, close)
                                    : database.statement(scope.statement, control.mapping->scope);
    const bool isReady = statement && database.derived().refresh(scope.reads.needed);
    const auto begin = std::chrono::steady_clock::now();
    if (!isReady) {
        problem = noTables();
    } else {
        bindParameters(statement, scope.parameters, run.model, run.today);
        const auto take = [&](sqlite3_stmt* at) {
            elements.append(&database.rows().id(at, 0));
            return true;
        };
        const auto outcome = database.sandbox().run(statement, take, run.stop, scope.limits());
        if (!outcome) problem = outcome.error().what;
    }
    putInOrder(elements);
    scope.isAnchored = problem.isEmpty() && isAnchored(elements);
    if (close && !scope.isAnchored) {
        scope.dirt = Dirt::Whole;
        return refresh(database, position, run);
    }
    if (close) elements = replaced(control.elements, close.elements(), elements);
    scope.dirt = Dirt::None;
    scope.pace.ran(bool(close), std::chrono::steady_clock::now() - begin, alwaysNear_);
    scope.isNew = !areSame(elements, control.elements) || problem != control.problem;
    control.elements = std::move(elements);
    control.problem = std::move(problem);
}

/// Whether another one is asked the same before it.
bool ControlScopes::hasTwin(std::size_t position) const {
    const std::size_t twin = scopes_[position].twin;
    return twin != position && controls_[twin].asked && scopes_[twin].isUsable;
}

void ControlScopes::followTwins() {
    for (std::size_t i = 0; i < scopes_.size(); ++i) {
        ControlScope& scope = scopes_[i];
        if (scope.dirt == Dirt::None || !controls_[i].asked || !hasTwin(i)) continue;
        const ScopedControl& twin = controls_[scope.twin];
        scope.dirt = Dirt::None;
        scope.isAnchored = scopes_[scope.twin].isAnchored;
        scope.isNew = !areSame(twin.elements, controls_[i].elements) || twin.problem != controls_[i].problem;
        controls_[i].elements = twin.elements;
        controls_[i].problem = twin.problem;
    }
}

std::vector<std::size_t> ControlScopes::takeNew() {
    followTwins();
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < scopes_.size(); ++i)
        if (std::exchange(scopes_[i].isNew, false)) positions.push_back(i);
    return positions;
}

} // namespace sallyport::rules
