// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/BlastInput.h"

#include "rules/Origins.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <thread>

namespace sallyport::rules {

namespace {

using analysis::AttackFacts;
using analysis::Blast;
using analysis::Breadth;
using analysis::FactKind;
using analysis::Index;
using analysis::Level;
using analysis::Seed;

/// What a compromise calls for itself: components that its own calls go to. Maybe: calls by nobody knows whom.
struct Needs {
    QSet<QString> sure, maybe;
};

class NeedsOf {
public:
    explicit NeedsOf(const model::Model& model) {
        QHash<QString, QStringList> actors;
        for (const model::Assignment& assignment : model.assignments) actors[assignment.to.value].append(assignment.from.value);
        for (const model::Holding& holding : model.holdings)
            if (const model::Secret* secret = model.secrets.find(holding.secret); secret && secret->identity)
                actors[holding.component.value].append(secret->identity->value);
        for (const model::Flow& flow : model.flows) {
            needs_[flow.source.value].sure.insert(flow.target.value);
            if (flow.callerIdentity) needs_[flow.callerIdentity->value].sure.insert(flow.target.value);
            if (!flow.callerIdentity)
                for (const QString& identity : actors.value(flow.source.value))
                    needs_[identity].maybe.insert(flow.target.value);
        }
        for (const model::FlowSecret& carried : model.flowSecrets)
            if (const model::Flow* flow = model.flows.find(carried.from))
                needs_[carried.to.value].sure.insert(flow->target.value);
        for (const model::Secret& secret : model.secrets)
            if (secret.identity) {
                needs_[secret.id.value].sure.unite(needs_.value(secret.identity->value).sure);
                needs_[secret.id.value].maybe.unite(needs_.value(secret.identity->value).maybe);
            }
    }
    Needs of(const QString& source) const { return needs_.value(source); }

private:
    QHash<QString, Needs> needs_;
};

bool isReached(const analysis::ComponentLevel& level) { return level.level >= Level::Exposed; }

class Rows {
public:
    Rows(const model::Model& model, const analysis::Engine& asStated, const analysis::Engine& worstCase)
        : model_(model), asStated_(asStated), worstCase_(worstCase), origins_(model), needs_(model) {
        for (const model::Component& component : model.components) {
            if (component.criticality == 4) criticalComponents_.insert(component.id.value);
            if (!component.criticality) unratedComponents_.insert(component.id.value);
        }
    }

    BlastRow row(const QString& id, const Seed& seed, const Seed& worstSeed, BlastRows* components) const {
        const Blast blast = asStated_.blast(std::span(&seed, 1));
        const Blast worst = worstCase_.blast(std::span(&worstSeed, 1));
        BlastRow row;
        row.source = id;
        row.score = blast.shares.score;
        row.worstScore = worst.shares.score;
        row.users = blast.users;
        row.components = reached(asStated_.facts(), blast, id);
        row.worstComponents = reached(worstCase_.facts(), worst, id);
        row.critical = reachesCritical(blast, worst, id);
        const QSet<int> frontends = frontendsOf(asStated_.facts(), blast, true);
        row.frontends = static_cast<int>(frontends.size());
        row.worstFrontends = static_cast<int>(frontendsOf(worstCase_.facts(), worst, false).unite(frontends).size());
        nameFrontends(row, frontends);
        if (frontends.size() >= 2) row.joins = joins(blast, id, frontends);
        if (components) addComponents(blast, id, *components);
        return row;
    }

private:
    static int reached(const AttackFacts& facts, const Blast& blast, const QString& id) {
        int count = 0;
        for (std::size_t i = 0; i < blast.levels.size(); ++i)
            if (isReached(blast.levels[i]) && facts.components[i].id != id) ++count;
        return count;
    }

    /// Yes if surely, no if surely not, else empty.
    std::optional<bool> reachesCritical(const Blast& blast, const Blast& worst, const QString& id) const {
        const Needs needs = needs_.of(id);
        bool maybe = false;
        for (std::size_t i = 0; i < worst.levels.size(); ++i) {
            if (i >= worstCase_.facts().components.size()) break;
            const QString& component = worstCase_.facts().components[i].id;
            if (!isReached(worst.levels[i]) || component == id || needs.sure.contains(component)) continue;
            const bool stated = i < blast.levels.size() && isReached(blast.levels[i]);
            if (criticalComponents_.contains(component)) {
                if (stated && !needs.maybe.contains(component)) return true;
                maybe = true;
            }
            maybe = maybe || unratedComponents_.contains(component);
        }
        if (maybe) return std::nullopt;
        return false;
    }

    QSet<int> frontendsOf(const AttackFacts& facts, const Blast& blast, bool sure) const {
        QSet<int> all;
        for (const analysis::DerivedFact& derived : blast.facts) {
            if (!derived.isNew || derived.fact.breadth < Breadth::Live) continue;
            Origins::Set set;
            if (derived.fact.kind == FactKind::Have)
                set = origins_.ofSecret(analysis::at(facts.secrets, derived.fact.element).id);
            else if (derived.fact.kind == FactKind::Read || derived.fact.kind == FactKind::Write)
                set = ofUsersData(analysis::at(facts.data, derived.fact.element).id, sure);
            all.unite(sure ? set.sure : set.unsure);
        }
        return all;
    }

    Origins::Set ofUsersData(const QString& id, bool sure) const {
        const model::DataAsset* data = model_.data.find({id});
        const bool perUser = data && (sure ? data->perUser == true : data->perUser != false);
        return perUser ? origins_.ofData(id) : Origins::Set();
    }

    void nameFrontends(BlastRow& row, const QSet<int>& frontends) const {
        QList<int> sorted(frontends.begin(), frontends.end());
        std::sort(sorted.begin(), sorted.end());
        if (!sorted.isEmpty()) row.firstFrontend = origins_.frontends()[static_cast<std::size_t>(sorted[0])];
        if (sorted.size() > 1) row.secondFrontend = origins_.frontends()[static_cast<std::size_t>(sorted[1])];
    }

    QStringList joins(const Blast& blast, const QString& id, const QSet<int>& frontends) const {
        QStringList all;
        for (std::size_t i = 0; i < blast.levels.size(); ++i) {
            const QString& component = asStated_.facts().components[i].id;
            if (blast.levels[i].level != Level::Controlled || component == id) continue;
            QSet<int> here = origins_.ofComponent(component).sure;
            if (here.intersect(frontends).size() >= 2) all.append(component);
        }
        all.sort();
        return all;
    }

    void addComponents(const Blast& blast, const QString& id, BlastRows& rows) const {
        for (std::size_t i = 0; i < blast.levels.size(); ++i) {
            const analysis::ComponentLevel& level = blast.levels[i];
            const QString& component = asStated_.facts().components[i].id;
            if (level.level == Level::None || component == id) continue;
            rows.components.push_back({id, component, analysis::levelWord(level.level), analysis::breadthWord(level.breadth)});
        }
    }

    const model::Model& model_;
    const analysis::Engine& asStated_;
    const analysis::Engine& worstCase_;
    Origins origins_;
    NeedsOf needs_;
    QSet<QString> criticalComponents_, unratedComponents_;
};

template <class Facts>
QHash<QString, Index> positions(const std::vector<Facts>& list) {
    QHash<QString, Index> at;
    for (std::size_t i = 0; i < list.size(); ++i) at.insert(list[i].id, static_cast<Index>(i));
    return at;
}

/// One compromise to evaluate, in both readings.
struct Task {
    QString id;
    Seed seed, worstSeed;
};

/// Every element of one list; both readings have the same elements of the model.
template <class Facts>
void addTasks(FactKind kind, std::vector<Facts> AttackFacts::*list, const AttackFacts& stated, const AttackFacts& worst,
              std::vector<Task>& tasks) {
    const QHash<QString, Index> inWorst = positions(worst.*list);
    const std::vector<Facts>& elements = stated.*list;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const QString& id = elements[i].id;
        const auto other = inWorst.constFind(id);
        if (id.startsWith(u"made:") || other == inWorst.constEnd()) continue;
        const auto index = static_cast<Index>(i);
        tasks.push_back({id,
                         {kind, index, analysis::defaultBreadth(stated, kind, index)},
                         {kind, *other, analysis::defaultBreadth(worst, kind, *other)}});
    }
}

/// Sources are independent of each other: every core takes the next few until there are none. False if stopped.
bool evaluate(const Rows& rows, const std::vector<Task>& tasks, bool withComponents, BlastRows& result,
              const std::stop_token& stop) {
    constexpr std::size_t few = 16;
    result.rows.resize(tasks.size());
    std::vector<BlastRows> components(tasks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t start = next.fetch_add(few); start < tasks.size() && !stop.stop_requested();
             start = next.fetch_add(few))
            for (std::size_t i = start; i < std::min(start + few, tasks.size()); ++i)
                result.rows[i] =
                    rows.row(tasks[i].id, tasks[i].seed, tasks[i].worstSeed, withComponents ? &components[i] : nullptr);
    };
    {
        std::vector<std::jthread> helpers;
        const unsigned cores = tasks.size() > few ? std::thread::hardware_concurrency() : 1;
        for (unsigned i = 1; i < cores; ++i) helpers.emplace_back(work);
        work();
    }
    for (BlastRows& each : components)
        std::move(each.components.begin(), each.components.end(), std::back_inserter(result.components));
    return !stop.stop_requested();
}

} // namespace

std::optional<BlastRows> blastRows(const model::Model& model, const analysis::Engine& asStated,
                                   const analysis::Engine& worstCase, bool withComponents, std::stop_token stop) {
    const Rows rows(model, asStated, worstCase);
    const AttackFacts& stated = asStated.facts();
    const AttackFacts& worst = worstCase.facts();
    std::vector<Task> tasks;
    addTasks(FactKind::Control, &AttackFacts::components, stated, worst, tasks);
    addTasks(FactKind::Have, &AttackFacts::secrets, stated, worst, tasks);
    addTasks(FactKind::Act, &AttackFacts::identities, stated, worst, tasks);
    BlastRows result;
    if (!evaluate(rows, tasks, withComponents, result, stop)) return std::nullopt;
    std::sort(result.rows.begin(), result.rows.end(), [](const BlastRow& a, const BlastRow& b) { return a.source < b.source; });
    return result;
}

} // namespace sallyport::rules
