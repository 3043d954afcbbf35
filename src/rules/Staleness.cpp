// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Staleness.h"

#include "model/Tables.h"

#include <algorithm>
#include <set>

namespace sallyport::rules {

Reads::Reads(const ReadColumns& reads, const DerivedTables& tables)
    : resolved(tables.resolved(reads)), needed(tables.neededBy(reads)) {
    std::set<std::size_t> places;
    for (const ReadColumn& read : reads)
        if (const auto place = tables.place(read.table))
            places.insert(*place);
        else
            own.insert(read);
    derived.assign(places.begin(), places.end());
}

bool Reads::readDerived(std::size_t table) const { return std::find(derived.begin(), derived.end(), table) != derived.end(); }

void Staleness::note(const document::Changes& changes) {
    next_.everything = next_.everything || changes.everything;
    for (const document::RowChange& change : changes.rows) {
        const model::Table& table = model::table(change.table);
        const QString name = QLatin1StringView(table.name);
        next_.policy = next_.policy || change.table == model::TableId::Policy;
        next_.rows.push_back(change);
        if (change.kind != document::RowChange::Kind::Updated) {
            next_.touched.insert({name, {}});
            continue;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (change.columns.test(i)) next_.touched.insert({name, QLatin1StringView(table.columns[i].name)});
    }
}

bool Staleness::begin(const model::Model& model, const QDate& today) {
    now_ = std::exchange(next_, {});
    now_.newDay = today != lastToday_;
    lastToday_ = today;
    const bool wasFinished = std::exchange(isFinished_, false);
    if (wasFinished) {
        tables_.clear();
        derivedTables_.clear();
    }
    for (const ReadColumn& touched : now_.touched) tables_.insert(touched.table);
    if (now_.everything) steps_.reset();
    if (steps_) {
        if (wasFinished) steps_->settle();
        for (const document::RowChange& change : now_.rows) steps_->note(change, model);
    }
    near_.reset();
    derivedNear_.reset();
    return wasFinished;
}

void Staleness::mark(Dirt& dirt, const Reads& reads, const QStringList& parameters) const {
    const bool usesToday = parameters.contains(QStringLiteral("today"));
    const bool usesPolicy = parameters.size() > (usesToday ? 1 : 0);
    if (now_.everything || (now_.newDay && usesToday) || (now_.policy && usesPolicy)) dirt = Dirt::Whole;
    if (meet(reads.own, now_.touched)) dirt = std::max(dirt, Dirt::Near);
}

bool Staleness::note(const DerivedTables::Change& change) {
    derivedTables_.emplace_back(change.table, change.name);
    if (!steps_) return true;
    return std::count_if(change.rows.begin(), change.rows.end(),
                         [this](const QStringList& row) { return !steps_->note(row); }) == 0;
}

int Staleness::stepsFor(const Reads& reads, const Nearness& nearness) const {
    int steps = -1;
    for (const QString& table : tables_)
        if (const auto at = reads.own.lower_bound({table, {}}); at != reads.own.end() && at->table == table)
            steps = std::max(steps, nearness.of(table));
    // Who reads none of them does not look: another thread may add to them meanwhile.
    if (!reads.derived.empty())
        for (const auto& [table, name] : derivedTables_)
            if (reads.readDerived(table)) steps = std::max(steps, nearness.of(name));
    return steps < 0 ? nearness.steps : steps;
}

std::shared_ptr<const Near> Staleness::found(int steps) const {
    if (!steps_) return nullptr;
    const double limit = mostNear_ * static_cast<double>(steps_->count());
    return std::make_shared<const Near>(steps_->near(steps, static_cast<std::size_t>(limit)));
}

NearElements Staleness::nearFor(Dirt dirt, const Reads& reads, const std::optional<Nearness>& nearness) const {
    const auto& known = reads.needed.empty() ? near_ : derivedNear_;
    if (dirt != Dirt::Near || !nearness || !known) return {};
    const int steps = stepsFor(reads, *nearness);
    return steps <= known->complete() ? NearElements{known, steps} : NearElements{};
}

void Staleness::finish(const model::Model& model, const DerivedTables& tables) {
    isFinished_ = true;
    if (!now_.everything && !now_.rows.empty()) takeSteps(model, tables);
}

void Staleness::takeSteps(const model::Model& model, const DerivedTables& tables) {
    if (steps_ || !isFinished_) return;
    steps_.emplace().takeAll(model);
    tables.eachRow([this](const QStringList& ids) { steps_->put(ids); });
}

} // namespace sallyport::rules
