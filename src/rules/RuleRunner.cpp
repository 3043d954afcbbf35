// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRunner.h"

#include "analysis/EveryCore.h"
#include "rules/CompiledRule.h"
#include "rules/ControlScopes.h"
#include "rules/CoverageBuilder.h"
#include "rules/FindingBuilder.h"
#include "rules/NearRows.h"
#include "rules/RuleDatabases.h"
#include "rules/RuleParameters.h"
#include "rules/Staleness.h"
#include "rules/WorkQueue.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <set>

namespace sallyport::rules {

namespace {

/// Of all a rule returns, in characters: SQLite bounds one text, and how many rows there are.
constexpr qsizetype mostText = 16 * 1024 * 1024;

/// What must be there before a rule can run.
enum class RestsOn { Model, DerivedTables, Blasts };

RestsOn restsOn(const CompiledRule& rule) {
    return rule.readsBlast ? RestsOn::Blasts : rule.reads.needed.empty() ? RestsOn::Model : RestsOn::DerivedTables;
}

} // namespace

struct RuleRunner::Private {
    Private(sqlite3* database, std::shared_ptr<const RulePack> rulePack, const Tuning& chosen)
        : pack(std::move(rulePack)),
          tuning(chosen),
          databases(database, ids),
          scopes(chosen.alwaysNear),
          staleness(chosen.mostNear) {}

    RuleDatabase& first() const { return databases.first(); }
    void compileAll();
    void markDirty(const model::Model& model, const QDate& today);
    void fillBlast(const BlastRows& blasts);
    template <class Statements>
    void refreshDerived(const Statements& statements);
    NearElements nearFor(const CompiledRule& rule, Dirt dirt) const;
    int mostSteps(bool derivesOnly) const;
    std::vector<Work> dirtyRules(bool own, RestsOn what) const;
    std::size_t databasesFor(std::size_t pieces, Milliseconds sum);
    void shareRules(const std::stop_token& stop, const std::function<void(RuleDatabase&, std::size_t)>& doOne,
                    const std::function<void()>& atLast);
    void share(std::vector<Work> work, const std::function<void(RuleDatabase&, std::size_t)>& doOne);
    QString runOn(RuleDatabase& database, sqlite3_stmt* statement, const CompiledRule& rule, const model::Model& model,
                  const QDate& today, RowsBefore& before, RuleResult& result, const std::stop_token& stop);
    void runOne(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                const std::stop_token& stop);
    void refreshScopes(const model::Model& model, const QDate& today);

    void forgetIds();

    std::shared_ptr<const RulePack> pack;
    Tuning tuning;
    std::shared_ptr<KnownIds> ids = std::make_shared<KnownIds>(); ///< Of all rows and scopes.
    std::size_t mostIds = 0;                                      ///< 0: not known yet.
    RuleDatabases databases;
    std::vector<CompiledRule> compiled;
    std::vector<RuleResult> results;
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
    results.resize(pack->rules().size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Rule& rule = pack->rules()[i];
        results[i].rule = &rule;
        results[i].ids = ids;
        compiled.push_back(rules::compiled(rule, at(i), first().problem() ? nullptr : &first().derived(), results[i]));
        if (compiled.back().isUsable) first().setStatement(i, std::move(prepared[i]->statement));
    }
    for (std::size_t i = 0; i < mappings.size(); ++i)
        scopes.add(*mappings[i], pack->catalogue(mappings[i]->control.framework), at(results.size() + i), first(),
                   results.size() + i);
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
    for (CompiledRule& each : compiled) staleness.mark(each.dirt, each.reads, each.parameters);
    for (ControlScope& scope : scopes.all()) staleness.mark(scope.dirt, scope.reads, scope.parameters);
    staleness.mark(first().derived());
    staleness.look(mostSteps(false));
    if (!staleness.isEverything()) return;
    // What a rule said of another document says nothing of this one.
    builder.renewAll();
    for (std::size_t i = 0; i < compiled.size(); ++i) {
        compiled[i].isNew = true;
        compiled[i].returned.clear();
        results[i].rows.clear();
        results[i].ids = ids;
    }
}

NearElements RuleRunner::Private::nearFor(const CompiledRule& rule, Dirt dirt) const {
    return rule.isAnchored && rule.pace.isNearWorthIt() ? staleness.nearFor(dirt, rule.reads, rule.rule->near) : NearElements{};
}

/// How near the one looks that looks furthest; or that of those that read derived tables. Of the others, some are run by other
/// threads then.
int RuleRunner::Private::mostSteps(bool derivesOnly) const {
    int most = 0;
    const auto look = [&](const auto& each, const std::optional<Nearness>& near) {
        if ((derivesOnly && each.reads.needed.empty()) || each.dirt != Dirt::Near || !near) return;
        most = std::max(most, staleness.stepsFor(each.reads, *near));
    };
    for (const CompiledRule& each : compiled) look(each, each.rule->near);
    for (const ControlScope& each : scopes.all()) look(each, each.near);
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
        for (CompiledRule& each : compiled)
            if (each.reads.readDerived(change.table)) each.dirt = std::max(each.dirt, dirt);
        for (ControlScope& each : scopes.all())
            if (each.reads.readDerived(change.table)) each.dirt = std::max(each.dirt, dirt);
    }
    if (!changes.empty()) staleness.lookDerived(mostSteps(true));
}

void RuleRunner::Private::fillBlast(const BlastRows& blasts) {
    const auto any = [this](bool CompiledRule::*reads) {
        return std::any_of(compiled.begin(), compiled.end(), [reads](const CompiledRule& each) { return each.*reads; });
    };
    if (!any(&CompiledRule::readsBlast) || !first().derived().fillBlast(blasts, any(&CompiledRule::readsBlastComponents)))
        return;
    for (CompiledRule& each : compiled)
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
    for (CompiledRule& each : d_->compiled) each.hasRun = each.isRenewed = false;
    const auto runOne = [&](RuleDatabase& database, std::size_t rule) { d_->runOne(database, rule, model, today, stop); };
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
    for (std::size_t i = 0; i < d_->compiled.size(); ++i) {
        if (!d_->compiled[i].hasRun) continue;
        d_->lastRun.append(d_->compiled[i].rule->id);
        if (!d_->compiled[i].isRenewed) continue;
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
    for (std::size_t i = 0; i < d_->compiled.size(); ++i)
        if (d_->compiled[i].isUsable && d_->compiled[i].rule->near) prepare(i, d_->compiled[i].rule->sql);
    for (std::size_t i = 0; i < d_->scopes.all().size(); ++i)
        if (const ControlScope& scope = d_->scopes.all()[i]; scope.isUsable && scope.near && d_->scopes.controls()[i].asked)
            prepare(scope.statement, d_->scopes.controls()[i].mapping->scope);
}

std::vector<Work> RuleRunner::Private::dirtyRules(bool own, RestsOn what) const {
    std::vector<Work> rules;
    for (std::size_t i = 0; i < compiled.size(); ++i) {
        const CompiledRule& each = compiled[i];
        // Of those that need something else, some are run by other threads meanwhile.
        if (restsOn(each) != what || each.rule->own != own || !each.isUsable || each.dirt == Dirt::None) continue;
        rules.push_back({i, each.pace.cost(bool(nearFor(each, each.dirt))), databases.deriving(each.reads.needed)});
    }
    return rules;
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
    for (const CompiledRule& each : compiled) {
        const bool isStale = first().derived().isStale(each.reads.needed);
        if (!each.isUsable || each.readsBlast || (each.dirt == Dirt::None && !isStale)) continue;
        sum += each.pace.cost(bool(nearFor(each, std::max(each.dirt, Dirt::Near))));
        ++pieces;
    }
    const std::size_t workers = databasesFor(pieces, sum);
    WorkQueue queue(dirtyRules(true, RestsOn::Model), false);
    analysis::onEveryCore(workers, [&](std::size_t worker) {
        if (worker == 0) {
            refreshDerived(compiled);
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

/// Adds the rows to the result. What went wrong; empty if nothing.
QString RuleRunner::Private::runOn(RuleDatabase& database, sqlite3_stmt* statement, const CompiledRule& rule,
                                   const model::Model& model, const QDate& today, RowsBefore& before, RuleResult& result,
                                   const std::stop_token& stop) {
    if (const QString missing = bindParameters(statement, rule.parameters, model, today); !missing.isEmpty())
        return QStringLiteral("There is no policy parameter \"%1\".").arg(missing);
    qsizetype size = 0;
    QString wrong;
    const auto take = [&](sqlite3_stmt* at) {
        const qsizetype count = result.rows.size();
        wrong = database.rows().add(at, rule.violated, rule.severity, before, result);
        // Our own are as large as the model is.
        if (!rule.rule->own && result.rows.size() > count) {
            const RuleRow& row = result.rows.constLast();
            for (int i = 0; i < int(result.columns.size()); ++i) size += row.word(i).size();
            if (size > mostText) wrong = QStringLiteral("It returns more than 16 million characters.");
        }
        return wrong.isEmpty();
    };
    const auto outcome = database.sandbox().run(statement, take, stop, limitsFor(rule.rule->own));
    return outcome ? wrong : outcome.error().what;
}

void RuleRunner::Private::runOne(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                                 const std::stop_token& stop) {
    CompiledRule& rule = compiled[position];
    RuleResult& result = results[position];
    const NearElements close = nearFor(rule, rule.dirt);
    std::vector<qsizetype> places;
    RowsBefore before{result.rows, rule.returned};
    if (close) {
        places = placesNear(result.rows, close.elements());
        before = {};
        for (const qsizetype place : places) before.rows.append(result.rows.at(place));
    }
    RuleResult now{result.rule, result.columns, ids, {}, {}};
    now.rows.reserve(before.rows.size());
    // What is made ready once is no part of what it costs.
    sqlite3_stmt* statement =
        close ? database.nearStatement(position, rule.rule->sql, close) : database.statement(position, rule.rule->sql);
    const bool isReady = statement && database.derived().refresh(rule.reads.needed);
    const auto begin = std::chrono::steady_clock::now();
    const QString wrong = !isReady ? noTables() : runOn(database, statement, rule, model, today, before, now, stop);
    if (stop.stop_requested()) return; // still dirty
    if (!close) rule.returned = now.rows;
    if (wrong.isEmpty()) putInOrder(now.rows);
    rule.isAnchored = wrong.isEmpty() && isAnchored(now.rows);
    if (close && !rule.isAnchored) {
        rule.dirt = Dirt::Whole;
        return runOne(database, position, model, today, stop);
    }
    rule.dirt = Dirt::None;
    rule.hasRun = true;
    const Milliseconds took = std::chrono::steady_clock::now() - begin;
    rule.pace.ran(bool(close), took, tuning.alwaysNear);
    const bool wasProblem = result.problem.has_value();
    result.problem.reset();
    if (!wrong.isEmpty()) {
        now.rows.clear();
        result.problem = RuleProblem{rule.rule->id, rule.rule->file, wrong};
    }
    rule.isRenewed = rule.isNew || wasProblem || result.problem || now.rows != before.rows;
    rule.isNew = false;
    if (!rule.isRenewed) return;
    result.rows = close && wrong.isEmpty() ? replaced(result.rows, places, now.rows) : now.rows;
}

const std::vector<RuleResult>& RuleRunner::results() const { return d_->results; }

const QStringList& RuleRunner::lastRun() const { return d_->lastRun; }

QStringList RuleRunner::columnsRead(QStringView rule) const {
    QStringList columns;
    for (const CompiledRule& each : d_->compiled)
        if (each.rule->id == rule)
            for (const ReadColumn& read : each.reads.resolved) columns.append(read.table + u'.' + read.column);
    return columns;
}

bool RuleRunner::readsBlast(QStringView rule) const {
    return std::any_of(d_->compiled.begin(), d_->compiled.end(),
                       [rule](const CompiledRule& c) { return c.rule->id == rule && c.readsBlast; });
}

FindingList RuleRunner::findings(const model::Model& model, const QDate& today) {
    d_->builder.refresh({model, d_->results, *d_->pack});
    return d_->builder.list(model, problems(), *d_->pack, today);
}

std::vector<RuleProblem> RuleRunner::problems() const {
    std::vector<RuleProblem> all = d_->pack->problems();
    all.insert(all.end(), d_->ownProblems.begin(), d_->ownProblems.end());
    for (const RuleResult& result : d_->results)
        if (result.problem) all.push_back(*result.problem);
    for (const ScopedControl& control : d_->scopes.controls())
        if (!control.problem.isEmpty())
            all.push_back({control.mapping->control.id, control.mapping->control.framework,
                           QStringLiteral("Its scope cannot be read. %1").arg(control.problem)});
    return all;
}

void RuleRunner::Private::refreshScopes(const model::Model& model, const QDate& today) {
    scopes.ask(model);
    const auto refresh = [&](RuleDatabase& database, std::size_t scope) {
        scopes.refresh(database, scope, model, today, staleness);
    };
    if (!first().problem()) refreshDerived(scopes.all());
    share(scopes.dirty(true, staleness, databases), refresh);
    for (const Work& scope : scopes.dirty(false, staleness, databases)) refresh(first(), scope.position);
    for (const std::size_t scope : scopes.takeNew()) coverage.renewScope(scope);
}

Coverage RuleRunner::coverage(const model::Model& model, const QDate& today) {
    d_->refreshScopes(model, today);
    return d_->coverage.build(model, d_->scopes.controls(), d_->results, today);
}

/// Findings and coverage rest on the same rows, and on nothing of each other.
RuleRunner::Told RuleRunner::tell(const model::Model& model, const QDate& today) {
    Told told;
    analysis::onEveryCore(2, [&](std::size_t part) {
        if (part == 0)
            told.coverage = coverage(model, today);
        else
            d_->builder.refresh({model, d_->results, *d_->pack});
    });
    told.problems = problems();
    told.findings = d_->builder.list(model, told.problems, *d_->pack, today);
    return told;
}

} // namespace sallyport::rules
