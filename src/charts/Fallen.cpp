// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Signs.h"
#include "charts/Telling.h"
#include "charts/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::charts {

namespace {

using analysis::AttackFacts;
using analysis::Blast;
using analysis::Breadth;
using analysis::FactKind;
using analysis::Index;

class Gatherer {
    Q_DECLARE_TR_FUNCTIONS(Fallen)

public:
    Gatherer(const model::Model& model, const AttackFacts& facts, const Blast& blast, const Blast& baseline)
        : model_(model), facts_(facts), blast_(blast), baseline_(baseline) {}

    std::vector<Fallen> run() {
        for (Index i = 0; i < count(facts_.components); ++i) addComponent(i);
        for (Index i = 0; i < count(facts_.data); ++i) addData(i);
        for (Index i = 0; i < count(facts_.secrets); ++i) addSecret(i);
        for (Index i = 0; i < count(facts_.identities); ++i) addIdentity(i);
        std::stable_sort(found_.begin(), found_.end(), [](const Ordered& a, const Ordered& b) { return a.before(b); });
        std::vector<Fallen> result;
        result.reserve(found_.size());
        for (Ordered& entry : found_) result.push_back(std::move(entry.fallen));
        return result;
    }

private:
    struct Ordered {
        Fallen fallen;
        int group; // components, data, secrets, identities

        bool before(const Ordered& other) const {
            const auto key = [](const Ordered& o) {
                return std::tuple(o.fallen.openAnyway, o.group, !o.fallen.start, -static_cast<int>(o.fallen.level),
                                  -static_cast<int>(o.fallen.breadth));
            };
            if (key(*this) != key(other)) return key(*this) < key(other);
            return QString::localeAwareCompare(fallen.name, other.fallen.name) < 0;
        }
    };

    void add(int group, const QString& id, Fallen fallen) {
        if (model::elementKind(model_, id) == model::ElementKind::None) return; // made by the compilation
        fallen.element = id;
        fallen.name = model_.nameOf(id);
        fallen.icon = iconOfElement(model_, id);
        found_.push_back({std::move(fallen), group});
    }

    bool isSeed(FactKind kind, Index element) const {
        return std::any_of(blast_.seeds.begin(), blast_.seeds.end(),
                           [&](const analysis::Seed& seed) { return seed.kind == kind && seed.element == element; });
    }

    void addComponent(Index i) {
        const analysis::ComponentLevel& now = at(blast_.levels, i);
        if (now.level == analysis::Level::None) return;
        const analysis::ComponentLevel& before = at(baseline_.levels, i);
        Fallen fallen;
        fallen.level = toDiagram(now.level);
        fallen.breadth = toDiagram(now.breadth);
        fallen.openAnyway = before.level == now.level && before.breadth >= now.breadth;
        fallen.start = isSeed(FactKind::Control, i);
        fallen.said = diagram::word(fallen.level, fallen.breadth);
        if (fallen.start) fallen.said = tr("%1 · start").arg(diagram::word(fallen.level));
        if (fallen.openAnyway) fallen.said = tr("%1, open anyway").arg(fallen.said);
        add(0, at(facts_.components, i).id, fallen);
    }

    void addData(Index i) {
        const Breadth read = blast_.breadth(FactKind::Read, i);
        const Breadth write = blast_.breadth(FactKind::Write, i);
        const Breadth locked = blast_.breadth(FactKind::Get, i);
        const Breadth clear = std::max(read, write);
        const Breadth widest = std::max(clear, locked);
        if (widest == Breadth::None) return;
        const Breadth before = std::max({baseline_.breadth(FactKind::Read, i), baseline_.breadth(FactKind::Write, i),
                                         clear == Breadth::None ? baseline_.breadth(FactKind::Get, i) : Breadth::None});
        Fallen fallen;
        fallen.level = diagram::Level::Exposed;
        fallen.breadth = toDiagram(widest);
        fallen.openAnyway = before >= widest;
        const QString users = usersOf(at(facts_.data, i), widest);
        fallen.said = clear < locked           ? tr("%1, encrypted only").arg(users)
                      : read == Breadth::None  ? tr("%1, written only").arg(users)
                      : write == Breadth::None ? tr("%1, read only").arg(users)
                                               : users;
        if (fallen.openAnyway) fallen.said = tr("%1, open anyway").arg(fallen.said);
        add(1, at(facts_.data, i).id, fallen);
    }

    void addSecret(Index i) {
        const analysis::SecretFacts& secret = at(facts_.secrets, i);
        const QString whole = tr("copied");
        addHeld(2, FactKind::Have, i, secret.id, isPerUser(facts_, secret), whole, diagram::Level::Exposed);
    }

    void addIdentity(Index i) {
        const analysis::IdentityFacts& identity = at(facts_.identities, i);
        addHeld(3, FactKind::Act, i, identity.id, identity.perUser, tr("impersonated"), diagram::Level::Callable);
    }

    void addHeld(int group, FactKind kind, Index i, const QString& id, bool perUser, const QString& whole,
                 diagram::Level pattern) {
        const Breadth breadth = blast_.breadth(kind, i);
        if (breadth == Breadth::None) return;
        Fallen fallen;
        fallen.level = pattern;
        fallen.breadth = toDiagram(breadth);
        fallen.openAnyway = baseline_.breadth(kind, i) >= breadth;
        fallen.start = isSeed(kind, i);
        fallen.said = perUser ? tr("of %1").arg(breadthText(breadth)) : whole;
        if (fallen.start) fallen.said = perUser ? tr("%1 · start").arg(fallen.said) : tr("start");
        if (fallen.openAnyway) fallen.said = tr("%1, open anyway").arg(fallen.said);
        add(group, id, fallen);
    }

    const model::Model& model_;
    const AttackFacts& facts_;
    const Blast& blast_;
    const Blast& baseline_;
    std::vector<Ordered> found_;
};

} // namespace

std::vector<Fallen> whatFalls(const model::Model& model, const analysis::Engine& engine, const Blast& blast) {
    const Blast baseline = baselineOf(engine, blast);
    return Gatherer(model, engine.facts(), blast, baseline).run();
}

} // namespace sallyport::charts
