// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CompiledRules.h"

#include "rules/NearRows.h"
#include "rules/RuleParameters.h"
#include "rules/Sentences.h"

#include <algorithm>
#include <chrono>

namespace sallyport::rules {

namespace {

/// Of all a stranger's rule returns, in characters: SQLite bounds one text, and how many rows there are.
constexpr qsizetype mostText = 16 * 1024 * 1024;

CompiledRules::RestsOn restsOn(const CompiledRule& rule) {
    using enum CompiledRules::RestsOn;
    return rule.readsBlast ? Blasts : rule.reads.needed.empty() ? Model : DerivedTables;
}

qsizetype sizeOf(const RuleRow& row) {
    qsizetype size = 0;
    for (qsizetype i = 0; i < row.idCount(); ++i) size += row.id(i).text.size();
    for (const QString& word : row.words) size += word.size();
    return size;
}

/// What a row names and no element is; empty if there is none. Decisions hang on these ids, so they must be some.
QString strayElement(const model::Model& model, const RuleRow& row) {
    for (const QString& id : row.elements())
        if (model::elementKind(model, id) == model::ElementKind::None && !model.attestations.contains({id})) return id;
    return {};
}

/// A column that the header names and the query does not return; empty if there is none.
QString missingColumn(const Rule& rule, const QStringList& columns) {
    QStringList named = columnsOf(rule.says) + rule.askedOf.values();
    for (const Yield& yield : rule.yields)
        for (const auto& [ours, theirs] : yield.columns) named.append(ours);
    const auto missing =
        std::find_if_not(named.begin(), named.end(), [&](const QString& each) { return columns.contains(each); });
    return missing == named.end() ? QString() : *missing;
}

/// What is wrong with the rule, as far as it shows before it runs; empty if nothing.
QString takePrepared(const Expected<Prepared>* prepared, const DerivedTables* tables, CompiledRule& rule, RuleResult& result) {
    if (!prepared || !tables) return noTables();
    if (!*prepared) return prepared->error().what;
    const Prepared& known = **prepared;
    rule.parameters = known.parameters;
    result.columns = known.columns;
    rule.violated = result.column(u"violated");
    rule.severity = result.column(u"severity");
    if (rule.violated < 0) return QStringLiteral("It has no column \"violated\".");
    if (rule.violated == 0) return QStringLiteral("It has no column of ids left of \"violated\".");
    if (const QString missing = missingColumn(*rule.rule, result.columns); !missing.isEmpty())
        return QStringLiteral("Its header names \"%1\", which is no column of its query.").arg(missing);
    for (const ReadColumn& read : known.reads) {
        rule.readsBlast = rule.readsBlast || read.table.startsWith(u"blast");
        rule.readsBlastComponents = rule.readsBlastComponents || read.table == u"blast_component";
    }
    rule.reads = Reads(known.reads, *tables);
    return {};
}

} // namespace

void CompiledRules::add(const Rule& rule, Expected<Prepared>* prepared, RuleDatabase& first) {
    const std::size_t position = rules_.size();
    CompiledRule& compiled = rules_.emplace_back();
    compiled.rule = &rule;
    compiled.own = rule.own;
    compiled.near = rule.near;
    RuleResult& result = results_.emplace_back();
    result.rule = &rule;
    result.ids = ids_;
    const QString wrong = takePrepared(prepared, first.problem() ? nullptr : &first.derived(), compiled, result);
    compiled.isUsable = wrong.isEmpty();
    if (compiled.isUsable)
        first.setStatement(position, std::move((*prepared)->statement));
    else
        result.problem = RuleProblem{rule.id, rule.file, wrong};
}

void CompiledRules::renewAll(const std::shared_ptr<KnownIds>& ids) {
    ids_ = ids;
    for (CompiledRule& rule : rules_) {
        rule.isNew = true;
        rule.returned.clear();
    }
    for (RuleResult& result : results_) {
        result.rows.clear();
        result.ids = ids;
    }
}

std::vector<Work> CompiledRules::dirty(bool own, RestsOn what, const Staleness& staleness,
                                       const RuleDatabases& databases) const {
    std::vector<Work> work;
    for (std::size_t i = 0; i < rules_.size(); ++i) {
        const CompiledRule& each = rules_[i];
        // Of those that need something else, some are run by other threads meanwhile.
        if (restsOn(each) != what || each.own != own || !each.isUsable || each.dirt == Dirt::None) continue;
        work.push_back({i, each.pace.cost(bool(each.nearFor(staleness))), databases.deriving(each.reads.needed)});
    }
    return work;
}

/// Adds the rows to the result. What went wrong; empty if nothing.
QString CompiledRules::step(RuleDatabase& database, sqlite3_stmt* statement, const CompiledRule& rule, const QueryRun& run,
                            RowsBefore& before, RuleResult& result) const {
    if (const QString missing = bindParameters(statement, rule.parameters, run.model, run.today); !missing.isEmpty())
        return QStringLiteral("There is no policy parameter \"%1\".").arg(missing);
    qsizetype size = 0;
    QString wrong;
    const auto take = [&](sqlite3_stmt* at) {
        const qsizetype count = result.rows.size();
        wrong = database.rows().add(at, rule.violated, rule.severity, before, result);
        if (!rule.own && result.rows.size() > count) {
            size += sizeOf(result.rows.constLast());
            if (size > mostText) wrong = QStringLiteral("It returns more than 16 million characters.");
            const QString stray = strayElement(run.model, result.rows.constLast());
            if (!stray.isEmpty())
                wrong = QStringLiteral("A row names \"%1\", which is the id of no element.").arg(stray.left(40));
        }
        return wrong.isEmpty();
    };
    const auto outcome = database.sandbox().run(statement, take, run.stop, rule.limits());
    return outcome ? wrong : outcome.error().what;
}

void CompiledRules::run(RuleDatabase& database, std::size_t position, const QueryRun& run) {
    CompiledRule& rule = rules_[position];
    RuleResult& result = results_[position];
    const NearElements close = rule.nearFor(run.staleness);
    std::vector<qsizetype> places;
    RowsBefore before{result.rows, rule.returned};
    if (close) {
        places = placesNear(result.rows, close.elements());
        before = {};
        for (const qsizetype place : places) before.rows.append(result.rows.at(place));
    }
    RuleResult now{result.rule, result.columns, ids_, {}, {}};
    now.rows.reserve(before.rows.size());
    // What is made ready once is no part of what it costs.
    sqlite3_stmt* statement =
        close ? database.nearStatement(position, rule.rule->sql, close) : database.statement(position, rule.rule->sql);
    const bool isReady = statement && database.derived().refresh(rule.reads.needed);
    const auto begin = std::chrono::steady_clock::now();
    const QString wrong = !isReady ? noTables() : step(database, statement, rule, run, before, now);
    if (run.stop.stop_requested()) return;
    if (!close) rule.returned = now.rows;
    if (wrong.isEmpty()) putInOrder(now.rows);
    rule.isAnchored = wrong.isEmpty() && isAnchored(now.rows);
    if (close && !rule.isAnchored) {
        rule.dirt = Dirt::Whole;
        return this->run(database, position, run);
    }
    rule.dirt = Dirt::None;
    rule.hasRun = true;
    rule.pace.ran(bool(close), std::chrono::steady_clock::now() - begin, alwaysNear_);
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

} // namespace sallyport::rules
