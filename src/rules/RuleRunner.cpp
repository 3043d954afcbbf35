// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleRunner.h"

#include "rules/DerivedTables.h"
#include "rules/FindingBuilder.h"
#include "rules/FrameworkChoice.h"
#include "rules/Sandbox.h"
#include "rules/SqlFunctions.h"

#include <QHash>

#include <sqlite3.h>

#include <algorithm>

namespace sallyport::rules {

using namespace Qt::StringLiterals;

namespace {

QString columnText(sqlite3_stmt* row, int column) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(row, column)) : QString();
}

/// Of all a rule returns, in characters: SQLite bounds one text, and how many rows there are.
constexpr qsizetype mostText = 16 * 1024 * 1024;

struct Compiled {
    const Rule* rule = nullptr;
    Prepared prepared;
    ReadColumns resolved;
    int violated = -1; ///< Column; those left of it are ids.
    int severity = -1;
    bool readsBlast = false, readsBlastComponents = false;
    bool dirty = true;
};

struct Scope {
    const ControlMapping* mapping = nullptr;
    Prepared prepared;
    ReadColumns resolved;
    QStringList elements;
    QString problem;
    bool dirty = true;
};

} // namespace

struct RuleRunner::Private {
    Private(sqlite3* database, std::shared_ptr<const RulePack> rulePack)
        : handle(database), pack(std::move(rulePack)), sandbox(database) {}

    void compileAll();
    Compiled compile(const Rule& rule, RuleResult& result);
    void compileScopes();
    bool bindParameters(const Prepared& prepared, const model::Model& model, const QDate& today, QString& missing);
    void runOne(std::size_t position, const model::Model& model, const QDate& today, const std::stop_token& stop);
    QString takeRow(const Compiled& compiled, sqlite3_stmt* at, RuleResult& result) const;
    void refreshScope(Scope& scope, const model::Model& model, const QDate& today);
    void markDirty(const QDate& today);

    sqlite3* handle;
    std::shared_ptr<const RulePack> pack;
    Sandbox sandbox;
    std::unique_ptr<DerivedTables> derived;
    std::vector<Compiled> compiled;
    std::vector<RuleResult> results;
    std::vector<Scope> scopes;
    std::vector<RuleProblem> ownProblems;
    QStringList lastRun;
    FindingBuilder builder;

    ReadColumns touched;
    bool everything = true;
    bool policyTouched = false;
    bool wordsTouched = false;
    bool blastFilled = false;
    QDate lastToday;
};

RuleRunner::RuleRunner(sqlite3* handle, std::shared_ptr<const RulePack> pack)
    : d_(std::make_unique<Private>(handle, std::move(pack))) {
    addSqlFunctions(handle);
    auto derived = DerivedTables::create(handle);
    if (derived)
        d_->derived = std::move(*derived);
    else
        d_->ownProblems.push_back({QStringLiteral("derived"), derived.error().where, derived.error().what});
    d_->compileAll();
    d_->compileScopes();
}

RuleRunner::~RuleRunner() = default;

void RuleRunner::Private::compileAll() {
    results.resize(pack->rules().size());
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Rule& rule = pack->rules()[i];
        results[i].rule = &rule;
        compiled.push_back(compile(rule, results[i]));
    }
}

Compiled RuleRunner::Private::compile(const Rule& rule, RuleResult& result) {
    Compiled done;
    done.rule = &rule;
    const auto broken = [&](const QString& what) {
        result.problem = RuleProblem{rule.id, rule.file, what};
        done.prepared.statement.reset();
        return std::move(done);
    };
    if (!derived) return broken(QStringLiteral("The tables rules read could not be made."));
    Expected<Prepared> prepared = sandbox.prepare(rule.sql.toUtf8());
    if (!prepared) return broken(prepared.error().what);
    done.prepared = std::move(*prepared);
    result.columns = done.prepared.columns;
    done.violated = static_cast<int>(result.columns.indexOf(QStringLiteral("violated")));
    done.severity = static_cast<int>(result.columns.indexOf(QStringLiteral("severity")));
    if (done.violated < 0) return broken(QStringLiteral("It has no column \"violated\"."));
    if (done.violated == 0) return broken(QStringLiteral("It has no column of ids left of \"violated\"."));
    for (const ReadColumn& read : done.prepared.reads) {
        done.readsBlast = done.readsBlast || read.table.startsWith(u"blast");
        done.readsBlastComponents = done.readsBlastComponents || read.table == u"blast_component";
    }
    done.resolved = derived->resolved(done.prepared.reads);
    return done;
}

void RuleRunner::Private::compileScopes() {
    for (const ControlMapping* mapping : pack->mappings()) {
        Scope scope;
        scope.mapping = mapping;
        Expected<Prepared> prepared = derived ? sandbox.prepare(mapping->scope.toUtf8())
                                              : refuse(QStringLiteral("The tables rules read could not be made."));
        if (prepared) {
            scope.prepared = std::move(*prepared);
            scope.resolved = derived->resolved(scope.prepared.reads);
        } else {
            scope.problem = prepared.error().what;
        }
        scopes.push_back(std::move(scope));
    }
}

namespace {

/// Whether sentences or questions may read otherwise though no row of a rule changes: what an element is called, and what
/// stands next to it. Single answers are among the columns that the rules asking for them read.
bool changesWords(const document::RowChange& change, const model::Table& table) {
    using enum model::TableId;
    switch (change.table) {
        case Meta:
        case Policy:
        case ZoneHas:
        case ComponentHas:
        case FlowHas:
        case Placement:
        case Route:
        case Note:
        case Decision:
        case Snapshot:
            return false;
        default:
            break;
    }
    if (change.kind != document::RowChange::Kind::Updated) return true;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const model::Column& column = table.columns[i];
        if (!change.columns.test(i)) continue;
        const QLatin1StringView name(column.name);
        if (column.type == model::ValueType::Reference || name == "name"_L1 || name == "scope"_L1 || name == "title"_L1 ||
            name == "control"_L1)
            return true;
    }
    return false;
}

} // namespace

void RuleRunner::note(const document::Changes& changes) {
    d_->everything = d_->everything || changes.everything;
    for (const document::RowChange& change : changes.rows) {
        const model::Table& table = model::table(change.table);
        const QString name = QLatin1StringView(table.name);
        d_->policyTouched = d_->policyTouched || change.table == model::TableId::Policy;
        d_->wordsTouched = d_->wordsTouched || changesWords(change, table);
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
    const auto asks = [&](const Prepared& prepared) {
        const bool usesToday = prepared.parameters.contains(QStringLiteral("today"));
        return (newDay && usesToday) || (policyTouched && prepared.parameters.size() > (usesToday ? 1 : 0));
    };
    for (Compiled& each : compiled)
        each.dirty = each.dirty || everything || meet(each.resolved, touched) || asks(each.prepared);
    for (Scope& scope : scopes)
        scope.dirty = scope.dirty || everything || meet(scope.resolved, touched) || asks(scope.prepared);
}

bool RuleRunner::run(const model::Model& model, const BlastRows& blasts, const QDate& today, std::stop_token stop) {
    d_->lastRun.clear();
    if (!d_->derived) return true;
    d_->markDirty(today);
    if (!d_->derived->refill(d_->touched, d_->everything))
        for (Compiled& each : d_->compiled) each.dirty = true;
    const bool wantsBlast =
        std::any_of(d_->compiled.begin(), d_->compiled.end(), [](const Compiled& c) { return c.readsBlast; });
    const bool wantsComponents =
        std::any_of(d_->compiled.begin(), d_->compiled.end(), [](const Compiled& c) { return c.readsBlastComponents; });
    // Which blast rows an edit changes only the engine could say; so they are taken as new whenever anything is.
    if (wantsBlast && (d_->everything || !d_->touched.empty() || !d_->blastFilled)) {
        d_->derived->fillBlast(blasts, wantsComponents);
        d_->blastFilled = true;
        for (Compiled& each : d_->compiled) each.dirty = each.dirty || each.readsBlast;
    }
    if (d_->everything || d_->wordsTouched) d_->builder.renewAll();
    d_->touched.clear();
    d_->wordsTouched = false;
    d_->everything = false;
    d_->policyTouched = false;
    d_->lastToday = today;
    for (std::size_t i = 0; i < d_->compiled.size(); ++i) {
        if (stop.stop_requested()) return false;
        if (d_->compiled[i].dirty && d_->compiled[i].prepared.statement) d_->runOne(i, model, today, stop);
    }
    return !stop.stop_requested();
}

bool RuleRunner::Private::bindParameters(const Prepared& prepared, const model::Model& model, const QDate& today,
                                         QString& missing) {
    for (qsizetype i = 0; i < prepared.parameters.size(); ++i) {
        const QString& name = prepared.parameters[i];
        const int at = static_cast<int>(i) + 1;
        if (name == u"today") {
            const QByteArray text = today.toString(Qt::ISODate).toUtf8();
            sqlite3_bind_text(prepared.statement.get(), at, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
            continue;
        }
        const auto& all = policyParameters();
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&name](const PolicyParameter& p) { return name == QLatin1StringView(p.name); });
        if (known == all.end()) {
            missing = name;
            return false;
        }
        sqlite3_bind_int64(prepared.statement.get(), at, policyValue(model, *known));
    }
    return true;
}

/// What is wrong with the row; empty if nothing. Satisfied rows are passed over.
QString RuleRunner::Private::takeRow(const Compiled& rule, sqlite3_stmt* at, RuleResult& result) const {
    const int type = sqlite3_column_type(at, rule.violated);
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) return QStringLiteral("Its column \"violated\" is text, not a condition.");
    if (type != SQLITE_NULL && sqlite3_column_double(at, rule.violated) == 0) return {};
    RuleRow row;
    row.violated = type != SQLITE_NULL;
    for (int i = 0; i < static_cast<int>(result.columns.size()); ++i) row.words.push_back(columnText(at, i));
    for (int i = 0; i < rule.violated; ++i)
        row.elements += row.words[static_cast<std::size_t>(i)].split(u' ', Qt::SkipEmptyParts);
    if (row.elements.isEmpty()) return QStringLiteral("A row names no element.");
    if (rule.severity >= 0) row.severity = severityFromWord(row.words[static_cast<std::size_t>(rule.severity)]);
    result.rows.push_back(std::move(row));
    return {};
}

void RuleRunner::Private::runOne(std::size_t position, const model::Model& model, const QDate& today,
                                 const std::stop_token& stop) {
    Compiled& rule = compiled[position];
    RuleResult& result = results[position];
    builder.renew(position);
    lastRun.append(rule.rule->id);
    result.rows.clear();
    result.problem.reset();
    qsizetype size = 0;
    QString wrong;
    QString missing;
    if (!bindParameters(rule.prepared, model, today, missing))
        wrong = QStringLiteral("There is no policy parameter \"%1\".").arg(missing);
    if (wrong.isEmpty()) {
        const auto outcome = sandbox.run(
            rule.prepared.statement.get(),
            [&](sqlite3_stmt* at) {
                const std::size_t before = result.rows.size();
                wrong = takeRow(rule, at, result);
                if (result.rows.size() > before)
                    for (const QString& word : result.rows.back().words) size += word.size();
                if (size > mostText) wrong = QStringLiteral("It returns more than 16 million characters.");
                return wrong.isEmpty();
            },
            stop);
        if (stop.stop_requested()) return; // still dirty
        if (!outcome) wrong = outcome.error().what;
    }
    rule.dirty = false;
    if (!wrong.isEmpty()) {
        result.rows.clear();
        result.problem = RuleProblem{rule.rule->id, rule.rule->file, wrong};
        return;
    }
    std::stable_sort(result.rows.begin(), result.rows.end(), [](const RuleRow& a, const RuleRow& b) {
        if (a.elements != b.elements)
            return std::lexicographical_compare(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end());
        return a.violated > b.violated;
    });
    const auto end = std::unique(result.rows.begin(), result.rows.end(),
                                 [](const RuleRow& a, const RuleRow& b) { return a.elements == b.elements; });
    result.rows.erase(end, result.rows.end());
}

const std::vector<RuleResult>& RuleRunner::results() const { return d_->results; }

const QStringList& RuleRunner::lastRun() const { return d_->lastRun; }

QStringList RuleRunner::columnsRead(QStringView rule) const {
    QStringList columns;
    for (const Compiled& each : d_->compiled)
        if (each.rule->id == rule)
            for (const ReadColumn& read : each.resolved) columns.append(read.table + u'.' + read.column);
    return columns;
}

bool RuleRunner::readsBlast(QStringView rule) const {
    return std::any_of(d_->compiled.begin(), d_->compiled.end(),
                       [rule](const Compiled& c) { return c.rule->id == rule && c.readsBlast; });
}

std::vector<Finding> RuleRunner::findings(const model::Model& model, const QDate& today) {
    return d_->builder.build(model, d_->results, problems(), *d_->pack, today);
}

std::vector<RuleProblem> RuleRunner::problems() const {
    std::vector<RuleProblem> all = d_->pack->problems();
    all.insert(all.end(), d_->ownProblems.begin(), d_->ownProblems.end());
    for (const RuleResult& result : d_->results)
        if (result.problem) all.push_back(*result.problem);
    for (const Scope& scope : d_->scopes)
        if (!scope.problem.isEmpty())
            all.push_back({scope.mapping->control.id, scope.mapping->control.framework,
                           QStringLiteral("Its scope cannot be read. %1").arg(scope.problem)});
    return all;
}

void RuleRunner::Private::refreshScope(Scope& scope, const model::Model& model, const QDate& today) {
    if (!scope.dirty || !scope.prepared.statement) return;
    scope.elements.clear();
    QString missing;
    bindParameters(scope.prepared, model, today, missing);
    const auto outcome = sandbox.run(scope.prepared.statement.get(), [&scope](sqlite3_stmt* at) {
        scope.elements.append(columnText(at, 0));
        return true;
    });
    scope.problem = outcome ? QString() : outcome.error().what;
    scope.elements.removeDuplicates();
    scope.elements.sort();
    scope.dirty = false;
}

Coverage RuleRunner::coverage(const model::Model& model, const QDate& today) {
    std::vector<ScopedControl> controls;
    for (Scope& scope : d_->scopes) {
        const QString& framework = scope.mapping->control.framework;
        if (!isEnabled(model, framework)) continue;
        d_->refreshScope(scope, model, today);
        controls.push_back({scope.mapping, d_->pack->catalogue(framework), scope.elements, scope.problem});
    }
    return buildCoverage(model, controls, d_->results, today);
}

} // namespace sallyport::rules
