// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRunner.h"

#include "analysis/EveryCore.h"
#include "rules/CompiledRules.h"
#include "rules/ControlScopes.h"
#include "rules/CoverageBuilder.h"
#include "rules/FindingBuilder.h"

#include <sqlite3.h>

#include <algorithm>
#include <functional>
#include <set>

namespace sallyport::rules {

using RestsOn = CompiledRules::RestsOn;

struct RuleRunner::Private {
    Private(sqlite3* database, std::shared_ptr<const RulePack> rulePack, const Tuning& chosen)
        : pack(std::move(rulePack)),
          tuning(chosen),
          databases(database, ids),
          rules(ids, chosen.alwaysNear),
          scopes(chosen.alwaysNear),
          staleness(chosen.mostNear) {}

    RuleDatabase& first() const { return databases.first(); }
    void compileAll();
    void markDirty(const model::Model& model, const QDate& today);
    void fillBlast(const BlastRows& blasts);
    template <class Statements>
    void refreshDerived(const Statements& statements);
    int mostSteps(bool derivesOnly) const;
    std::vector<Work> dirtyRules(bool own, RestsOn what) const { return rules.dirty(own, what, staleness, databases); }
    std::size_t databasesFor(std::size_t pieces, Milliseconds sum);
    void shareRules(const std::stop_token& stop, const std::function<void(RuleDatabase&, std::size_t)>& doOne,
                    const std::function<void()>& atLast);
    void share(std::vector<Work> work, const std::function<void(RuleDatabase&, std::size_t)>& doOne);
    void refreshScopes(const model::Model& model, const QDate& today);
    void forgetIds();

    std::shared_ptr<const RulePack> pack;
    Tuning tuning;
    std::shared_ptr<KnownIds> ids = std::make_shared<KnownIds>(); ///< Of all rows and scopes.
    std::size_t mostIds = 0;                                      ///< 0: not known yet.
    RuleDatabases databases;
    CompiledRules rules;
    ControlScopes scopes;
    std::vector<RuleProblem> ownProblems;
    QStringList lastRun;
    FindingBuilder builder;
    CoverageBuilder coverage{ids};

    Staleness staleness;
};

RuleRunner::RuleRunner(sqlite3* handle, std::shared_ptr<const RulePack> pack, const Tuning& tuning)
    : d_(std::make_unique<Private>(handle, std::move(pack), tuning)) {
    if (const auto& problem = d_->first().problem())
        d_->ownProblems.push_back({QStringLiteral("derived"), problem->where, problem->what});
    d_->compileAll();
}

RuleRunner::~RuleRunner() = default;

void RuleRunner::Private::compileAll() {
    const std::vector<const ControlMapping*> mappings = pack->mappings();
    QList<QByteArray> sql;
    for (const Rule& rule : pack->rules()) sql.append(rule.sql.toUtf8());
    for (const ControlMapping* mapping : mappings) sql.append(mapping->scope.toUtf8());
    std::vector<Expected<Prepared>> prepared;
    if (!first().problem()) prepared = first().sandbox().prepareAll(sql);
    const auto at = [&](std::size_t position) { return prepared.empty() ? nullptr : &prepared[position]; };
    const std::size_t count = pack->rules().size();
    for (std::size_t i = 0; i < count; ++i) rules.add(pack->rules()[i], at(i), first());
    for (std::size_t i = 0; i < mappings.size(); ++i)
        scopes.add(*mappings[i], pack->catalogue(mappings[i]->control.framework), at(count + i), first(), count + i);
}

/// Whoever keeps a row keeps the ids it was read with.
void RuleRunner::Private::forgetIds() {
    ids = std::make_shared<KnownIds>();
    mostIds = 0;
    databases.setIds(ids);
    coverage = CoverageBuilder(ids);
    scopes.forget();
    staleness.note({{}, true});
}

void RuleRunner::note(const document::Changes& changes) {
    d_->staleness.note(changes);
    d_->databases.note(changes);
    for (const document::RowChange& change : changes.rows) d_->builder.note(change);
}

void RuleRunner::Private::markDirty(const model::Model& model, const QDate& today) {
    if (staleness.begin(model, today))
        for (ControlScope& scope : scopes.all()) // those that nobody asked for meanwhile
            if (scope.dirt == Dirt::Near) scope.dirt = Dirt::Whole;
    for (CompiledRule& each : rules.all()) each.mark(staleness);
    for (ControlScope& each : scopes.all()) each.mark(staleness);
    staleness.mark(first().derived());
    staleness.look(mostSteps(false));
    if (!staleness.isEverything()) return;
    // What a rule said of another document says nothing of this one.
    builder.renewAll();
    rules.renewAll(ids);
}

/// How near the one looks that looks furthest; or that of those that read derived tables. Of the others, some are run by other
/// threads then.
int RuleRunner::Private::mostSteps(bool derivesOnly) const {
    int most = 0;
    const auto look = [&](const KeptQuery& each) {
        if ((derivesOnly && each.reads.needed.empty()) || each.dirt != Dirt::Near || !each.near) return;
        most = std::max(most, staleness.stepsFor(each.reads, *each.near));
    };
    for (const CompiledRule& each : rules.all()) look(each);
    for (const ControlScope& each : scopes.all()) look(each);
    return most;
}

/// Brings the derived tables of these in step; what reads one that has other rows now is dirty.
template <class Statements>
void RuleRunner::Private::refreshDerived(const Statements& statements) {
    std::set<std::size_t> needed;
    for (const auto& each : statements) needed.insert(each.reads.needed.begin(), each.reads.needed.end());
    const std::vector<DerivedTables::Change> changes = first().derived().refreshed({needed.begin(), needed.end()});
    for (const DerivedTables::Change& change : changes) {
        databases.noteDerived(change.table);
        const Dirt dirt = staleness.note(change) ? Dirt::Near : Dirt::Whole;
        // Of the others, some are run by other threads meanwhile.
        const auto mark = [&](KeptQuery& each) {
            if (each.reads.readDerived(change.table)) each.dirt = std::max(each.dirt, dirt);
        };
        for (CompiledRule& each : rules.all()) mark(each);
        for (ControlScope& each : scopes.all()) mark(each);
    }
    if (!changes.empty()) staleness.lookDerived(mostSteps(true));
}

void RuleRunner::Private::fillBlast(const BlastRows& blasts) {
    const auto any = [this](bool CompiledRule::*reads) {
        return std::any_of(rules.all().begin(), rules.all().end(), [reads](const CompiledRule& each) { return each.*reads; });
    };
    if (!any(&CompiledRule::readsBlast) || !first().derived().fillBlast(blasts, any(&CompiledRule::readsBlastComponents)))
        return;
    for (CompiledRule& each : rules.all())
        if (each.readsBlast) each.dirt = Dirt::Whole;
}

bool RuleRunner::run(const model::Model& model, const BlastRows& blasts, const QDate& today, std::stop_token stop) {
    return run(
        model, [&blasts] { return &blasts; }, today, std::move(stop));
}

bool RuleRunner::run(const model::Model& model, const WaitForBlasts& blasts, const QDate& today, std::stop_token stop) {
    d_->lastRun.clear();
    if (d_->first().problem()) return true;
    if (d_->mostIds > 0 && d_->ids->count() > d_->mostIds) d_->forgetIds();
    d_->markDirty(model, today);
    for (CompiledRule& each : d_->rules.all()) each.hasRun = each.isRenewed = false;
    const QueryRun about{model, today, d_->staleness, stop};
    const auto runOne = [&](RuleDatabase& database, std::size_t rule) { d_->rules.run(database, rule, about); };
    d_->shareRules(stop, runOne, [&] {
        const BlastRows* rows = stop.stop_requested() ? nullptr : blasts();
        if (!rows) return;
        d_->fillBlast(*rows);
        for (const Work& rule : d_->dirtyRules(true, RestsOn::Blasts)) runOne(d_->first(), rule.position);
    });
    // What a stranger may use up is measured over the whole process: his rules run alone.
    for (const RestsOn what : {RestsOn::Model, RestsOn::DerivedTables, RestsOn::Blasts})
        for (const Work& rule : d_->dirtyRules(false, what))
            if (!stop.stop_requested()) runOne(d_->first(), rule.position);
    for (std::size_t i = 0; i < d_->rules.all().size(); ++i) {
        if (!d_->rules.all()[i].hasRun) continue;
        d_->lastRun.append(d_->rules.all()[i].rule->id);
        if (!d_->rules.all()[i].isRenewed) continue;
        d_->builder.renew(i);
        d_->coverage.renewRule(i);
    }
    if (stop.stop_requested()) return false;
    d_->staleness.finish(model, d_->first().derived());
    if (d_->mostIds == 0) d_->mostIds = d_->ids->count() + d_->tuning.moreIds;
    return true;
}

void RuleRunner::makeReady(const model::Model& model, const std::stop_token& stop) {
    if (d_->first().problem() || stop.stop_requested()) return;
    d_->staleness.takeSteps(model, d_->first().derived());
    const auto prepare = [&](std::size_t position, const QString& sql) {
        for (std::size_t i = 0; i < d_->databases.count() && !stop.stop_requested(); ++i)
            d_->databases[i].prepareNear(position, sql); // who runs it says it if it cannot be
    };
    for (std::size_t i = 0; i < d_->rules.all().size(); ++i)
        if (d_->rules.all()[i].isUsable && d_->rules.all()[i].rule->near) prepare(i, d_->rules.all()[i].rule->sql);
    for (std::size_t i = 0; i < d_->scopes.all().size(); ++i)
        if (const ControlScope& scope = d_->scopes.all()[i]; scope.isUsable && scope.near && d_->scopes.controls()[i].asked)
            prepare(scope.statement, d_->scopes.controls()[i].mapping->scope);
}

/// How many databases to share this work among, each there and in step.
std::size_t RuleRunner::Private::databasesFor(std::size_t pieces, Milliseconds sum) {
    return sum < Milliseconds(tuning.shareFrom) ? 1 : databases.ready(analysis::workersFor(pieces));
}

/// Our own dirty rules, on as many cores as it takes: they have nothing to do with each other. Those that read derived tables
/// wait until the first core has seen which of these have other rows. `atLast` is for that core, when the others have none
/// left.
void RuleRunner::Private::shareRules(const std::stop_token& stop, const std::function<void(RuleDatabase&, std::size_t)>& doOne,
                                     const std::function<void()>& atLast) {
    Milliseconds sum{0};
    std::size_t pieces = 0;
    for (const CompiledRule& each : rules.all()) {
        const bool isStale = first().derived().isStale(each.reads.needed);
        if (!each.isUsable || each.readsBlast || (each.dirt == Dirt::None && !isStale)) continue;
        sum += each.pace.cost(bool(each.nearFor(std::max(each.dirt, Dirt::Near), staleness)));
        ++pieces;
    }
    const std::size_t workers = databasesFor(pieces, sum);
    WorkQueue queue(dirtyRules(true, RestsOn::Model), false);
    analysis::onEveryCore(workers, [&](std::size_t worker) {
        if (worker == 0) {
            refreshDerived(rules.all());
            queue.addLast(dirtyRules(true, RestsOn::DerivedTables));
        }
        while (const auto position = stop.stop_requested() ? std::nullopt : queue.take(worker == 0))
            doOne(databases[worker], *position);
        if (worker == 0) atLast();
    });
}

void RuleRunner::Private::share(std::vector<Work> work, const std::function<void(RuleDatabase&, std::size_t)>& doOne) {
    Milliseconds sum{0};
    for (const Work& each : work) sum += each.cost;
    const std::size_t workers = databasesFor(work.size(), sum);
    WorkQueue queue(std::move(work));
    analysis::onEveryCore(workers, [&](std::size_t worker) {
        while (const auto position = queue.take(worker == 0)) doOne(databases[worker], *position);
    });
}

const std::vector<RuleResult>& RuleRunner::results() const { return d_->rules.results(); }

const QStringList& RuleRunner::lastRun() const { return d_->lastRun; }

QStringList RuleRunner::columnsRead(QStringView rule) const {
    QStringList columns;
    for (const CompiledRule& each : d_->rules.all())
        if (each.rule->id == rule)
            for (const ReadColumn& read : each.reads.resolved) columns.append(read.table + u'.' + read.column);
    return columns;
}

bool RuleRunner::readsBlast(QStringView rule) const {
    return std::any_of(d_->rules.all().begin(), d_->rules.all().end(),
                       [rule](const CompiledRule& c) { return c.rule->id == rule && c.readsBlast; });
}

FindingList RuleRunner::findings(const model::Model& model, const QDate& today) {
    d_->builder.refresh({model, d_->rules.results(), *d_->pack});
    return d_->builder.list(model, problems(), *d_->pack, today);
}

std::vector<RuleProblem> RuleRunner::problems() const {
    std::vector<RuleProblem> all = d_->pack->problems();
    all.insert(all.end(), d_->ownProblems.begin(), d_->ownProblems.end());
    for (const RuleResult& result : d_->rules.results())
        if (result.problem) all.push_back(*result.problem);
    for (const ScopedControl& control : d_->scopes.controls())
        if (!control.problem.isEmpty())
            all.push_back({control.mapping->control.id, control.mapping->control.framework,
                           QStringLiteral("Its scope cannot be read. %1").arg(control.problem)});
    return all;
}

void RuleRunner::Private::refreshScopes(const model::Model& model, const QDate& today) {
    scopes.ask(model);
    const QueryRun about{model, today, staleness, {}};
    const auto refresh = [&](RuleDatabase& database, std::size_t scope) { scopes.refresh(database, scope, about); };
    if (!first().problem()) refreshDerived(scopes.all());
    share(scopes.dirty(true, staleness, databases), refresh);
    for (const Work& scope : scopes.dirty(false, staleness, databases)) refresh(first(), scope.position);
    for (const std::size_t scope : scopes.takeNew()) coverage.renewScope(scope);
}

Coverage RuleRunner::coverage(const model::Model& model, const QDate& today) {
    d_->refreshScopes(model, today);
    return d_->coverage.build(model, d_->scopes.controls(), d_->rules.results(), today);
}

/// Findings and coverage rest on the same rows, and on nothing of each other.
RuleRunner::Told RuleRunner::tell(const model::Model& model, const QDate& today) {
    Told told;
    analysis::onEveryCore(2, [&](std::size_t part) {
        if (part == 0)
            told.coverage = coverage(model, today);
        else
            d_->builder.refresh({model, d_->rules.results(), *d_->pack});
    });
    told.problems = problems();
    told.findings = d_->builder.list(model, told.problems, *d_->pack, today);
    return told;
}

} // namespace sallyport::rules
