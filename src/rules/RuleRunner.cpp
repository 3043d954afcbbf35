// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRunner.h"

#include "analysis/EveryCore.h"
#include "rules/CoverageBuilder.h"
#include "rules/FindingBuilder.h"
#include "rules/FrameworkChoice.h"
#include "rules/RuleDatabase.h"
#include "rules/RuleParameters.h"
#include "rules/RuleQueue.h"

#include <sqlite3.h>

#include <algorithm>
#include <chrono>

namespace sallyport::rules {

namespace {

/// Of all a rule returns, in characters: SQLite bounds one text, and how many rows there are.
constexpr qsizetype mostText = 16 * 1024 * 1024;
/// Of our own rules nobody needs to be afraid; they are as large as the model is.
constexpr qsizetype mostOwnText = 64 * mostText;
constexpr Sandbox::Limits ownLimits{std::chrono::minutes(1), qint64(4) * 1024 * 1024 * 1024, 50'000'000};
constexpr std::size_t mostDatabases = 4;

struct Scope {
    Prepared prepared;
    ReadColumns resolved;
    std::vector<std::size_t> derived;
    bool dirty = true;
};

} // namespace

struct RuleRunner::Private {
    Private(sqlite3* database, std::shared_ptr<const RulePack> rulePack, double milliseconds)
        : handle(database), pack(std::move(rulePack)), shareFrom(milliseconds) {
        databases.push_back(std::make_unique<RuleDatabase>(handle));
    }

    RuleDatabase& first() const { return *databases.front(); }
    void compileAll();
    CompiledRule compile(std::size_t position, const Rule& rule, RuleResult& result);
    void compileScopes();
    void markDirty(const QDate& today);
    void fillBlast(const BlastRows& blasts);
    std::vector<std::size_t> dirtyRules(bool own) const;
    std::size_t databasesFor(const std::vector<std::size_t>& rules);
    void runShared(const model::Model& model, const QDate& today, const std::stop_token& stop);
    QString runOn(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                  const std::stop_token& stop);
    void runOne(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                const std::stop_token& stop);
    void refreshScope(std::size_t position, const model::Model& model, const QDate& today);

    sqlite3* handle;
    std::shared_ptr<const RulePack> pack;
    Milliseconds shareFrom;
    std::vector<std::unique_ptr<RuleDatabase>> databases; ///< The replica's own, then copies.
    std::vector<CompiledRule> compiled;
    std::vector<RuleResult> results;
    std::vector<Scope> scopes;
    std::vector<ScopedControl> controls; ///< Of the scopes.
    std::vector<RuleProblem> ownProblems;
    QStringList lastRun;
    FindingBuilder builder;
    CoverageBuilder coverage;

    ReadColumns touched;
    bool everything = true;
    bool policyTouched = false;
    bool wordsTouched = false;
    bool blastFilled = false;
    QDate lastToday;
};

RuleRunner::RuleRunner(sqlite3* handle, std::shared_ptr<const RulePack> pack, double shareFrom)
    : d_(std::make_unique<Private>(handle, std::move(pack), shareFrom)) {
    if (const auto& problem = d_->first().problem())
        d_->ownProblems.push_back({QStringLiteral("derived"), problem->where, problem->what});
    d_->compileAll();
    d_->compileScopes();
}

RuleRunner::~RuleRunner() = default;

void RuleRunner::Private::compileAll() {
    results.resize(pack->rules().size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Rule& rule = pack->rules()[i];
        results[i].rule = &rule;
        compiled.push_back(compile(i, rule, results[i]));
    }
}

CompiledRule RuleRunner::Private::compile(std::size_t position, const Rule& rule, RuleResult& result) {
    CompiledRule done;
    done.rule = &rule;
    const auto broken = [&](const QString& what) {
        result.problem = RuleProblem{rule.id, rule.file, what};
        return std::move(done);
    };
    if (first().problem()) return broken(QStringLiteral("The tables rules read could not be made."));
    Expected<Prepared> prepared = first().sandbox().prepare(rule.sql.toUtf8());
    if (!prepared) return broken(prepared.error().what);
    done.parameters = prepared->parameters;
    result.columns = prepared->columns;
    done.violated = static_cast<int>(result.columns.indexOf(QStringLiteral("violated")));
    done.severity = static_cast<int>(result.columns.indexOf(QStringLiteral("severity")));
    if (done.violated < 0) return broken(QStringLiteral("It has no column \"violated\"."));
    if (done.violated == 0) return broken(QStringLiteral("It has no column of ids left of \"violated\"."));
    for (const ReadColumn& read : prepared->reads) {
        done.readsBlast = done.readsBlast || read.table.startsWith(u"blast");
        done.readsBlastComponents = done.readsBlastComponents || read.table == u"blast_component";
    }
    done.derived = first().derived().neededBy(prepared->reads);
    done.resolved = first().derived().resolved(prepared->reads);
    done.isUsable = true;
    first().setStatement(position, std::move(prepared->statement));
    return done;
}

void RuleRunner::Private::compileScopes() {
    for (const ControlMapping* mapping : pack->mappings()) {
        Scope& scope = scopes.emplace_back();
        ScopedControl& control = controls.emplace_back();
        control.mapping = mapping;
        control.catalogue = pack->catalogue(mapping->control.framework);
        Expected<Prepared> prepared = first().problem() ? refuse(QStringLiteral("The tables rules read could not be made."))
                                                        : first().sandbox().prepare(mapping->scope.toUtf8());
        if (prepared) {
            scope.prepared = std::move(*prepared);
            scope.derived = first().derived().neededBy(scope.prepared.reads);
            scope.resolved = first().derived().resolved(scope.prepared.reads);
        } else {
            control.problem = prepared.error().what;
        }
    }
}

void RuleRunner::note(const document::Changes& changes) {
    d_->everything = d_->everything || changes.everything;
    for (const auto& database : d_->databases)
        if (ReplicaCopy* copy = database->copy()) copy->note(changes);
    for (const document::RowChange& change : changes.rows) {
        const model::Table& table = model::table(change.table);
        const QString name = QLatin1StringView(table.name);
        d_->policyTouched = d_->policyTouched || change.table == model::TableId::Policy;
        d_->wordsTouched = d_->wordsTouched || FindingBuilder::dependsOn(change);
        if (change.kind != document::RowChange::Kind::Updated) {
            d_->touched.insert({name, {}});
            continue;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (change.columns.test(i)) d_->touched.insert({name, QLatin1StringView(table.columns[i].name)});
    }
}

void RuleRunner::Private::markDirty(const QDate& today) {
    const bool newDay = today != lastToday;
    const auto asks = [&](const QStringList& parameters) {
        const bool usesToday = parameters.contains(QStringLiteral("today"));
        return (newDay && usesToday) || (policyTouched && parameters.size() > (usesToday ? 1 : 0));
    };
    for (CompiledRule& each : compiled)
        each.dirty = each.dirty || everything || meet(each.resolved, touched) || asks(each.parameters);
    for (Scope& scope : scopes)
        scope.dirty = scope.dirty || everything || meet(scope.resolved, touched) || asks(scope.prepared.parameters);
    for (const auto& database : databases)
        if (!database->problem()) database->derived().note(touched, everything);
}

void RuleRunner::Private::fillBlast(const BlastRows& blasts) {
    const auto any = [this](bool CompiledRule::*reads) {
        return std::any_of(compiled.begin(), compiled.end(), [reads](const CompiledRule& each) { return each.*reads; });
    };
    // Which blast rows an edit changes only the engine could say; so they are taken as new whenever anything is.
    if (!any(&CompiledRule::readsBlast) || !(everything || !touched.empty() || !blastFilled)) return;
    first().derived().fillBlast(blasts, any(&CompiledRule::readsBlastComponents));
    blastFilled = true;
    for (CompiledRule& each : compiled) each.dirty = each.dirty || each.readsBlast;
}

bool RuleRunner::run(const model::Model& model, const BlastRows& blasts, const QDate& today, std::stop_token stop) {
    d_->lastRun.clear();
    if (d_->first().problem()) return true;
    d_->markDirty(today);
    d_->fillBlast(blasts);
    if (d_->everything || d_->wordsTouched) d_->builder.renewAll();
    d_->touched.clear();
    d_->wordsTouched = false;
    d_->everything = false;
    d_->policyTouched = false;
    d_->lastToday = today;
    for (CompiledRule& each : d_->compiled) each.hasRun = false;
    d_->runShared(model, today, stop);
    // What a stranger may use up is measured over the whole process: his rules run alone.
    for (const std::size_t rule : d_->dirtyRules(false))
        if (!stop.stop_requested()) d_->runOne(d_->first(), rule, model, today, stop);
    for (std::size_t i = 0; i < d_->compiled.size(); ++i) {
        if (!d_->compiled[i].hasRun) continue;
        d_->lastRun.append(d_->compiled[i].rule->id);
        d_->builder.renew(i);
        d_->coverage.renewRule(i);
    }
    return !stop.stop_requested();
}

std::vector<std::size_t> RuleRunner::Private::dirtyRules(bool own) const {
    std::vector<std::size_t> rules;
    for (std::size_t i = 0; i < compiled.size(); ++i)
        if (compiled[i].dirty && compiled[i].isUsable && compiled[i].rule->own == own) rules.push_back(i);
    return rules;
}

/// How many databases to share these rules among, each there and in step.
std::size_t RuleRunner::Private::databasesFor(const std::vector<std::size_t>& rules) {
    Milliseconds work{0};
    for (const std::size_t rule : rules) work += compiled[rule].cost;
    const std::size_t most = std::min(mostDatabases, analysis::workersFor(rules.size()));
    if (work < shareFrom) return 1;
    while (databases.size() < most) {
        auto another = std::make_unique<RuleDatabase>(std::make_unique<ReplicaCopy>(handle));
        if (another->problem()) break; // the first does it alone
        databases.push_back(std::move(another));
    }
    std::size_t ready = 1;
    while (ready < std::min(most, databases.size()) && databases[ready]->copy()->follow()) ++ready;
    return ready;
}

/// Our own rules, on as many cores as it takes. They have nothing to do with each other.
void RuleRunner::Private::runShared(const model::Model& model, const QDate& today, const std::stop_token& stop) {
    std::vector<std::size_t> rules = dirtyRules(true);
    const std::size_t workers = databasesFor(rules);
    RuleQueue queue(std::move(rules), compiled);
    analysis::onEveryCore(workers, [&](std::size_t worker) {
        while (const auto rule = stop.stop_requested() ? std::nullopt : queue.take(worker == 0))
            runOne(*databases[worker], *rule, model, today, stop);
    });
}

/// What went wrong; empty if nothing.
QString RuleRunner::Private::runOn(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                                   const std::stop_token& stop) {
    const CompiledRule& rule = compiled[position];
    RuleResult& result = results[position];
    sqlite3_stmt* statement = database.statement(position, rule.rule->sql);
    if (!statement || !database.derived().refresh(rule.derived))
        return QStringLiteral("The tables rules read could not be made.");
    if (const QString missing = bindParameters(statement, rule.parameters, model, today); !missing.isEmpty())
        return QStringLiteral("There is no policy parameter \"%1\".").arg(missing);
    qsizetype size = 0;
    QString wrong;
    const auto take = [&](sqlite3_stmt* at) {
        const qsizetype before = result.rows.size();
        wrong = database.rows().add(at, rule.violated, rule.severity, result);
        if (result.rows.size() > before)
            for (const QString& word : result.rows.constLast().words) size += word.size();
        if (size > (rule.rule->own ? mostOwnText : mostText))
            wrong = QStringLiteral("It returns more than 16 million characters.");
        return wrong.isEmpty();
    };
    const auto outcome = database.sandbox().run(statement, take, stop, rule.rule->own ? ownLimits : Sandbox::Limits());
    return outcome ? wrong : outcome.error().what;
}

void RuleRunner::Private::runOne(RuleDatabase& database, std::size_t position, const model::Model& model, const QDate& today,
                                 const std::stop_token& stop) {
    CompiledRule& rule = compiled[position];
    RuleResult& result = results[position];
    const auto begin = std::chrono::steady_clock::now();
    result.rows.clear();
    result.problem.reset();
    const QString wrong = runOn(database, position, model, today, stop);
    if (stop.stop_requested()) return; // still dirty
    rule.dirty = false;
    rule.hasRun = true;
    rule.cost = std::chrono::steady_clock::now() - begin;
    if (wrong.isEmpty()) return putInOrder(result.rows);
    result.rows.clear();
    result.problem = RuleProblem{rule.rule->id, rule.rule->file, wrong};
}

const std::vector<RuleResult>& RuleRunner::results() const { return d_->results; }

const QStringList& RuleRunner::lastRun() const { return d_->lastRun; }

QStringList RuleRunner::columnsRead(QStringView rule) const {
    QStringList columns;
    for (const CompiledRule& each : d_->compiled)
        if (each.rule->id == rule)
            for (const ReadColumn& read : each.resolved) columns.append(read.table + u'.' + read.column);
    return columns;
}

bool RuleRunner::readsBlast(QStringView rule) const {
    return std::any_of(d_->compiled.begin(), d_->compiled.end(),
                       [rule](const CompiledRule& c) { return c.rule->id == rule && c.readsBlast; });
}

FindingList RuleRunner::findings(const model::Model& model, const QDate& today) {
    return d_->builder.build(model, d_->results, problems(), *d_->pack, today);
}

std::vector<RuleProblem> RuleRunner::problems() const {
    std::vector<RuleProblem> all = d_->pack->problems();
    all.insert(all.end(), d_->ownProblems.begin(), d_->ownProblems.end());
    for (const RuleResult& result : d_->results)
        if (result.problem) all.push_back(*result.problem);
    for (const ScopedControl& control : d_->controls)
        if (!control.problem.isEmpty())
            all.push_back({control.mapping->control.id, control.mapping->control.framework,
                           QStringLiteral("Its scope cannot be read. %1").arg(control.problem)});
    return all;
}

void RuleRunner::Private::refreshScope(std::size_t position, const model::Model& model, const QDate& today) {
    Scope& scope = scopes[position];
    ScopedControl& control = controls[position];
    sqlite3_stmt* statement = scope.prepared.statement.get();
    if (!scope.dirty || !statement) return;
    QStringList elements;
    QString problem;
    if (!first().derived().refresh(scope.derived)) {
        problem = QStringLiteral("The tables rules read could not be made.");
    } else {
        bindParameters(statement, scope.prepared.parameters, model, today);
        const bool own = Catalogues::builtIn().find(control.mapping->control.framework) != nullptr;
        const auto outcome = first().sandbox().run(
            statement,
            [&](sqlite3_stmt* at) {
                elements.append(first().rows().text(at, 0));
                return true;
            },
            {}, own ? ownLimits : Sandbox::Limits());
        if (!outcome) problem = outcome.error().what;
    }
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    scope.dirty = false;
    if (elements == control.elements && problem == control.problem) return;
    control.elements = std::move(elements);
    control.problem = std::move(problem);
    coverage.renewScope(position);
}

Coverage RuleRunner::coverage(const model::Model& model, const QDate& today) {
    for (std::size_t i = 0; i < d_->controls.size(); ++i) {
        d_->controls[i].asked = isEnabled(model, d_->controls[i].mapping->control.framework);
        if (d_->controls[i].asked) d_->refreshScope(i, model, today);
    }
    return d_->coverage.build(model, d_->controls, d_->results, today);
}

} // namespace sallyport::rules
