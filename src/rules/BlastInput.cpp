// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/BlastInput.h"

#include "analysis/EveryCore.h"
#include "rules/FrontendSet.h"
#include "rules/Needs.h"
#include "rules/Origins.h"

#include <QHash>

#include <algorithm>
#include <atomic>
#include <future>

namespace sallyport::rules {

namespace {

using analysis::AttackFacts;
using analysis::Breadth;
using analysis::ComponentLevel;
using analysis::FactKind;
using analysis::Index;
using analysis::Indices;
using analysis::Level;
using analysis::Reach;
using analysis::Reaches;
using analysis::Seed;

bool isReached(const ComponentLevel& level) { return level.level >= Level::Exposed; }

const ComponentLevel& levelOf(std::span<const ComponentLevel> levels, Index component) {
    return levels[static_cast<std::size_t>(component)];
}

template <class Facts>
QHash<QString, Index> positions(const std::vector<Facts>& list) {
    QHash<QString, Index> at;
    at.reserve(static_cast<qsizetype>(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) at.insert(list[i].id, static_cast<Index>(i));
    return at;
}

/// One compromise to evaluate, in both readings.
struct Task {
    QString id;
    Seed seed, worstSeed;
};

/// Where the calls originate that a secret or an asset takes part in: what is sure for the one reading, what is unsure
/// for the other. Of data that belongs to no user, none.
struct OriginsOfFacts {
    std::vector<FrontendSet> secrets, data;

    OriginsOfFacts(const model::Model& model, const AttackFacts& facts, const Origins& origins, bool sure) {
        const auto chosen = [sure](const Origins::Set& set) { return FrontendSet(sure ? set.sure : set.unsure); };
        for (const analysis::SecretFacts& secret : facts.secrets) secrets.push_back(chosen(origins.ofSecret(secret.id)));
        for (const analysis::DataFacts& asset : facts.data) {
            const model::DataAsset* row = model.data.find({asset.id});
            const bool perUser = row && (sure ? row->perUser == true : row->perUser != false);
            data.push_back(perUser ? chosen(origins.ofData(asset.id)) : FrontendSet());
        }
    }

    /// Adds those of what is gained for the live users or all.
    void addGained(const Reach& reach, FrontendSet& frontends) const {
        for (const analysis::Fact& fact : reach.gained)
            if (fact.breadth >= Breadth::Live)
                frontends.unite(analysis::at(fact.kind == FactKind::Have ? secrets : data, fact.element));
    }
};

/// What every compromise is asked about, worked out once. Components stand at the same positions in both readings.
struct Question {
    Question(const model::Model& model, const analysis::Engine& stated, const analysis::Engine& worst)
        : asStated(stated),
          worstCase(worst),
          components(positions(stated.facts().components)),
          needs(std::async(std::launch::async, [&] { return NeedsOf(model, components); })),
          origins(model),
          statedOrigins(model, stated.facts(), origins, true),
          worstOrigins(model, worst.facts(), origins, false) {
        for (const analysis::ComponentFacts& facts : stated.facts().components) {
            const model::Component* row = model.components.find({facts.id});
            isCritical.push_back(row && row->criticality == 4);
            isUnrated.push_back(row && !row->criticality);
            passing.emplace_back(origins.ofComponent(facts.id).sure);
        }
    }

    const analysis::Engine& asStated;
    const analysis::Engine& worstCase;
    QHash<QString, Index> components;
    std::shared_future<NeedsOf> needs; ///< Made by a thread of its own, as what follows takes as long.
    Origins origins;
    OriginsOfFacts statedOrigins, worstOrigins;
    std::vector<char> isCritical, isUnrated; ///< By component.
    std::vector<FrontendSet> passing;        ///< By component: frontends whose calls surely pass it.
};

/// The answers of one reading. A compromise changes few components, so what an outsider reaches is counted once.
class Reading {
public:
    explicit Reading(const analysis::Engine& engine) : reaches_(engine.reaches()) {
        const auto levels = reaches_.outsider();
        for (Index i = 0; i < static_cast<Index>(levels.size()); ++i)
            if (isReached(levelOf(levels, i))) outsider_.push_back(i);
    }

    void ask(const Seed& seed) { reach_ = reaches_.of(seed); }
    const Reach& reach() const { return reach_; }
    bool reached(Index component) const { return isReached(levelOf(reach_.levels, component)); }

    /// Without `self`, the compromised component.
    int countReached(Index self) const {
        int count = 0;
        eachReached([&](Index component) {
            count += component != self;
            return true;
        });
        return count;
    }

    /// Until visit(component) says false.
    template <class Visit>
    void eachReached(Visit visit) const {
        for (const Index component : outsider_)
            if (!visit(component)) return;
        for (const Index component : reach_.raised)
            if (reached(component) && !isReached(levelOf(reaches_.outsider(), component)) && !visit(component)) return;
    }

private:
    Reaches reaches_;
    Indices outsider_;
    Reach reach_;
};

/// One thread's part of the work.
class Asker {
public:
    explicit Asker(const Question& question)
        : question_(question), needs_(question.needs.get()), stated_(question.asStated), worst_(question.worstCase) {}

    BlastRow row(const Task& task, BlastRows* components) {
        stated_.ask(task.seed);
        worst_.ask(task.worstSeed);
        const Index self = question_.components.value(task.id, analysis::none);
        BlastRow row;
        row.source = task.id;
        row.score = stated_.reach().shares.score;
        row.worstScore = worst_.reach().shares.score;
        row.users = stated_.reach().users;
        row.components = stated_.countReached(self);
        row.worstComponents = worst_.countReached(self);
        row.critical = reachesCritical(needs_.of(task.id), self);
        addFrontends(row, self);
        if (components) addComponents(task.id, self, *components);
        return row;
    }

private:
    /// Yes if surely, no if surely not, else empty.
    std::optional<bool> reachesCritical(const Needs& needs, Index self) const {
        bool surely = false;
        bool maybe = false;
        worst_.eachReached([&](Index component) {
            const bool critical = analysis::at(question_.isCritical, component);
            if (!critical && (maybe || !analysis::at(question_.isUnrated, component))) return true;
            if (component == self || std::binary_search(needs.sure.begin(), needs.sure.end(), component)) return true;
            maybe = true;
            surely = critical && stated_.reached(component) &&
                     !std::binary_search(needs.maybe.begin(), needs.maybe.end(), component);
            return !surely;
        });
        if (surely) return true;
        if (maybe) return std::nullopt;
        return false;
    }

    void addFrontends(BlastRow& row, Index self) {
        frontends_.clear();
        question_.statedOrigins.addGained(stated_.reach(), frontends_);
        row.frontends = frontends_.size();
        const std::vector<std::size_t> named = frontends_.first(2);
        if (!named.empty()) row.firstFrontend = question_.origins.frontends()[named[0]];
        if (named.size() > 1) row.secondFrontend = question_.origins.frontends()[named[1]];
        if (row.frontends >= 2) row.joins = joins(self);
        question_.worstOrigins.addGained(worst_.reach(), frontends_);
        row.worstFrontends = frontends_.size();
    }

    QStringList joins(Index self) const {
        QStringList all;
        stated_.eachReached([&](Index component) {
            if (levelOf(stated_.reach().levels, component).level == Level::Controlled && component != self &&
                analysis::at(question_.passing, component).common(frontends_) >= 2)
                all.append(analysis::at(question_.asStated.facts().components, component).id);
            return true;
        });
        all.sort();
        return all;
    }

    void addComponents(const QString& id, Index self, BlastRows& rows) const {
        for (Index component = 0; component < analysis::count(question_.asStated.facts().components); ++component) {
            const ComponentLevel& level = levelOf(stated_.reach().levels, component);
            if (level.level == Level::None || component == self) continue;
            rows.components.push_back({id, analysis::at(question_.asStated.facts().components, component).id,
                                       analysis::levelWord(level.level), analysis::breadthWord(level.breadth)});
        }
    }

    const Question& question_;
    const NeedsOf& needs_;
    Reading stated_, worst_;
    FrontendSet frontends_;
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
bool evaluate(const Question& question, const std::vector<Task>& tasks, bool withComponents, BlastRows& result,
              const std::stop_token& stop) {
    constexpr std::size_t few = 16;
    result.rows.resize(tasks.size());
    std::vector<BlastRows> components(tasks.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&](std::size_t) {
        Asker asker(question);
        for (std::size_t start; (start = next.fetch_add(few)) < tasks.size();)
            for (std::size_t i = start; i < std::min(start + few, tasks.size()); ++i) {
                if (stop.stop_requested()) return;
                result.rows[i] = asker.row(tasks[i], withComponents ? &components[i] : nullptr);
            }
    };
    analysis::onEveryCore(analysis::workersFor(tasks.size() / few), work);
    for (BlastRows& each : components)
        std::move(each.components.begin(), each.components.end(), std::back_inserter(result.components));
    return !stop.stop_requested();
}

} // namespace

std::optional<BlastRows> blastRows(const model::Model& model, const analysis::Engine& asStated,
                                   const analysis::Engine& worstCase, bool withComponents, std::stop_token stop) {
    const Question question(model, asStated, worstCase);
    const AttackFacts& stated = asStated.facts();
    const AttackFacts& worst = worstCase.facts();
    std::vector<Task> tasks;
    addTasks(FactKind::Control, &AttackFacts::components, stated, worst, tasks);
    addTasks(FactKind::Have, &AttackFacts::secrets, stated, worst, tasks);
    addTasks(FactKind::Act, &AttackFacts::identities, stated, worst, tasks);
    BlastRows result;
    if (!evaluate(question, tasks, withComponents, result, stop)) return std::nullopt;
    std::sort(result.rows.begin(), result.rows.end(), [](const BlastRow& a, const BlastRow& b) { return a.source < b.source; });
    return result;
}

} // namespace sallyport::rules
