// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineTest.h"

#include "RandomFacts.h"
#include "Reference.h"

#include "analysis/Engine.h"
#include "analysis/Seeds.h"

#include <QSet>
#include <QTest>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

/// How many elements of a list say something about a field.
class Tally {
public:
    template <class List, class Says>
    void count(const char* field, const List& list, Says says) {
        said_[QLatin1StringView(field)] += static_cast<int>(std::count_if(list.begin(), list.end(), says));
    }
    const QMap<QString, int>& said() const { return said_; }

private:
    QMap<QString, int> said_;
};

void tallyElements(const AttackFacts& f, Tally& tally) {
    tally.count("zone.parent", f.zones, [](const auto& z) { return z.parent != none; });
    tally.count("zone.flat", f.zones, [](const auto& z) { return z.flat; });
    tally.count("zone.implicit_trust", f.zones, [](const auto& z) { return z.implicitTrust; });
    tally.count("zone.sealed in sealed", f.zones,
                [&](const auto& z) { return z.sealed && z.parent != none && at(f.zones, z.parent).sealed; });
    tally.count("component.many", f.components, [](const auto& c) { return c.many; });
    tally.count("component.locked", f.components, [](const auto& c) { return !c.locked.empty(); });
    tally.count("component.code_from", f.components, [](const auto& c) { return !c.codeFrom.empty(); });
    tally.count("component.obeys", f.components, [](const auto& c) { return !c.obeys.empty(); });
    tally.count("component.open_to", f.components, [](const auto& c) { return !c.openTo.empty(); });
    tally.count("component.exploitable", f.components, [](const auto& c) { return c.exploitable; });
    tally.count("identity.per_user", f.identities, [](const auto& i) { return i.perUser; });
    tally.count("identity.issuer", f.identities, [](const auto& i) { return i.issuer != none; });
    tally.count("data.key", f.data, [](const auto& d) { return d.key != none; });
    tally.count("data.live", f.data, [](const auto& d) { return d.live.has_value(); });
    tally.count("data.weight 0", f.data, [](const auto& d) { return d.weight == 0; });
}

void tallyRights(const AttackFacts& f, Tally& tally) {
    tally.count("secret.per_user", f.secrets, [](const auto& s) { return s.perUser.has_value(); });
    tally.count("secret.proof", f.secrets, [](const auto& s) { return s.proof; });
    tally.count("secret.live_only", f.secrets, [](const auto& s) { return s.liveOnly; });
    tally.count("secret.bound_to", f.secrets, [](const auto& s) { return s.boundTo != none; });
    tally.count("secret.only", f.secrets, [](const auto& s) { return s.only && !s.only->empty(); });
    tally.count("secret.only nothing", f.secrets, [](const auto& s) { return s.only && s.only->empty(); });
    tally.count("secret.bound and scoped", f.secrets, [](const auto& s) { return s.only && s.boundTo != none; });
    tally.count("secret.signs_for", f.secrets, [](const auto& s) { return s.signsFor != none; });
    tally.count("secret.lifetime", f.secrets, [](const auto& s) { return s.lifetimeSeconds.has_value(); });
    tally.count("grant.also", f.grants, [](const auto& g) { return g.also != none && g.also != g.identity; });
    tally.count("grant.own_only", f.grants, [](const auto& g) { return g.ownOnly; });
    tally.count("grant.reveals", f.grants, [](const auto& g) { return !g.reveals.empty(); });
    tally.count("grant.assumes", f.grants, [](const auto& g) { return !g.assumes.empty(); });
    tally.count("grant.admin", f.grants, [](const auto& g) { return g.admin; });
    tally.count("flow.as", f.flows, [](const auto& l) { return l.as != none; });
    tally.count("flow.checked", f.flows, [](const auto& l) { return !l.checked; });
    tally.count("flow.encrypted", f.flows, [](const auto& l) { return !l.encrypted; });
    tally.count("flow.continues in a circle", f.flows, [&](const auto& flow) {
        return std::any_of(flow.continues.begin(), flow.continues.end(), [&](Index leg) {
            const auto& back = at(f.flows, leg).continues;
            return std::any_of(back.begin(), back.end(), [&](Index i) { return &at(f.flows, i) == &flow; });
        });
    });
}

/// Whether what claims a grant as an identity is the same for every user.
bool isClaimedWhole(const AttackFacts& facts, Index identity, Index grant) {
    if (at(facts.identities, identity).perUser) return false;
    return std::none_of(facts.secrets.begin(), facts.secrets.end(), [&](const SecretFacts& secret) {
        const bool anyPerUser =
            isPerUser(facts, secret) || (secret.boundTo != none && isPerUser(facts, at(facts.secrets, secret.boundTo)));
        return secret.identity == identity && secret.only && contains(*secret.only, grant) && anyPerUser;
    });
}

/// Whether all breadths of the fact stand and fall together (R14).
bool isWhole(const AttackFacts& facts, const Fact& fact) {
    switch (fact.kind) {
        case FactKind::Control:
            return !at(facts.components, fact.element).many;
        case FactKind::Have:
            return !isPerUser(facts, at(facts.secrets, fact.element));
        case FactKind::Act:
            return !at(facts.identities, fact.element).perUser;
        case FactKind::Use: {
            const GrantFacts& grant = at(facts.grants, fact.element);
            return isClaimedWhole(facts, grant.identity, fact.element) &&
                   (grant.also == none || isClaimedWhole(facts, grant.also, fact.element));
        }
        default:
            return false;
    }
}

/// The fact at every breadth that stands and falls with it.
QStringList inOnePiece(const AttackFacts& facts, const Fact& fact) {
    if (!isWhole(facts, fact)) return {test::plainText(facts, fact)};
    QStringList texts;
    for (const Breadth breadth : breadths) texts << test::plainText(facts, {fact.kind, fact.element, none, breadth});
    return texts;
}

/// What goes when the fact goes: the wider ones include it.
QStringList takenWith(const AttackFacts& facts, const Fact& fact) {
    QStringList texts = inOnePiece(facts, fact);
    for (Fact wider = fact; hasBreadth(fact.kind) && wider.breadth < Breadth::All;) {
        wider.breadth = static_cast<Breadth>(static_cast<int>(wider.breadth) + 1);
        texts << test::plainText(facts, wider);
    }
    return texts;
}

QString text(const QMap<QString, int>& points) {
    QStringList texts;
    for (auto point = points.begin(); point != points.end(); ++point)
        texts << point.key() + QStringLiteral(" leaves ") + QString::number(point.value());
    return texts.join(u' ');
}

} // namespace

void LawsTest::randomFactsExerciseEverything() {
    constexpr unsigned models = 300;
    Tally tally;
    QMap<int, int> rules;
    QMap<QString, int> kinds;
    for (unsigned seed = 0; seed < models; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        tallyElements(facts, tally);
        tallyRights(facts, tally);
        const Proof proofs = Engine::compile(facts).blast(test::randomSeeds(facts, random)).proofs();
        for (const ProofStep& step : proofs.steps) {
            ++rules[step.rule];
            ++kinds[factWord(step.fact.kind)];
        }
    }
    for (auto field = tally.said().begin(); field != tally.said().end(); ++field)
        QVERIFY2(field.value() >= 10, qPrintable(QStringLiteral("%1: %2 times").arg(field.key()).arg(field.value())));
    for (int rule = 0; rule < ruleCount; ++rule)
        QVERIFY2(rules.value(rule) >= 10, qPrintable(QStringLiteral("R%1: %2 times").arg(rule).arg(rules.value(rule))));
    QCOMPARE(static_cast<std::size_t>(kinds.size()), factKinds);
}

/// Exact in both directions: every fact that holds is taken away in the reference, and those without which the target
/// does not hold are the choke points, no more and no fewer.
void LawsTest::chokePointsAreThoseOfBruteForce() {
    int points = 0;
    int targets = 0;
    const unsigned models = qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 40 : 400;
    for (unsigned seed = 0; seed < models; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const std::vector<Seed> seeds = test::randomSeeds(facts, random);
        const Engine engine = Engine::compile(facts);
        const Blast blast = engine.blast(seeds);
        const test::Reference given(facts, seeds, everyTier);
        std::vector<Fact> goals;
        for (const DerivedFact& fact : blast.facts)
            if ((fact.fact.kind == FactKind::Read || fact.fact.kind == FactKind::Write) && fact.isNew)
                goals.push_back(fact.fact);
        std::shuffle(goals.begin(), goals.end(), random);
        if (goals.size() > 2) goals.resize(2);
        for (const Fact& goal : goals) {
            const QString goalText = test::plainText(facts, goal);
            ++targets;
            const auto found = engine.chokePoints(blast, goal);
            QVERIFY(found.has_value());
            QMap<QString, int> ours;
            for (const ChokePoint& point : *found)
                for (const QString& text : inOnePiece(facts, point.fact)) ours[text] = static_cast<int>(point.remaining);
            QMap<QString, int> theirs;
            for (const DerivedFact& fact : blast.facts) {
                const QStringList removed = takenWith(facts, fact.fact);
                const bool isGiven = std::any_of(removed.begin(), removed.end(),
                                                 [&](const QString& text) { return given.instance(0, text, {}) != nullptr; });
                if (isGiven || removed.contains(goalText)) continue;
                const test::Reference without(facts, seeds, everyTier, removed);
                if (without.costs().contains(goalText)) continue;
                int remaining = 0;
                for (const Breadth breadth : breadths)
                    if (without.costs().contains(test::plainText(facts, {goal.kind, goal.element, none, breadth})))
                        remaining = static_cast<int>(breadth);
                for (const QString& text : inOnePiece(facts, fact.fact)) theirs[text] = remaining;
            }
            // A narrower fact goes with a choke point for no reason of its own, and stands on no proof.
            for (const ChokePoint& point : *found)
                for (Fact narrower = point.fact; hasBreadth(narrower.kind) && narrower.breadth > Breadth::One;) {
                    narrower.breadth = static_cast<Breadth>(static_cast<int>(narrower.breadth) - 1);
                    if (const QString text = test::plainText(facts, narrower); !ours.contains(text)) theirs.remove(text);
                }
            QVERIFY2(
                ours == theirs,
                qPrintable(
                    QStringLiteral("model %1, %2: %3; not %4").arg(QString::number(seed), goalText, text(ours), text(theirs))));
            points += static_cast<int>(theirs.size());
        }
    }
    qInfo("%u models, %d targets, %d choke points, all the same", models, targets, points);
    QVERIFY(points > targets);
}

/// Assets and concentration too.
void LawsTest::wholeRankingDoesNotHangOnOrder() {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const AttackFacts other = test::shuffled(facts, random);
        const int tier = static_cast<int>(seed % 4);
        const auto a = Engine::compile(facts).ranking({tier});
        const auto b = Engine::compile(other).ranking({tier});
        QVERIFY(std::abs(a->concentration - b->concentration) < 1e-12);
        QVERIFY(std::abs(a->baseline.score - b->baseline.score) < 1e-15);
        for (std::size_t i = 0; i < a->assets.size(); ++i) {
            QCOMPARE(at(other.data, b->assets[i].data).id, at(facts.data, a->assets[i].data).id);
            QCOMPARE(b->assets[i].readBy, a->assets[i].readBy);
            QCOMPARE(b->assets[i].writtenBy, a->assets[i].writtenBy);
        }
        for (std::size_t i = 0; i < a->sources.size(); ++i) {
            QCOMPARE(b->sources[i].users, a->sources[i].users);
            QCOMPARE(b->sources[i].controlled, a->sources[i].controlled);
        }
    }
}

/// A tier leaves rules out, so what holds at one holds at every higher one.
void LawsTest::harderAttackersGetMore() {
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const std::vector<Seed> seeds = test::randomSeeds(facts, random);
        const Engine engine = Engine::compile(facts);
        Blast easier = engine.blast(seeds, {0});
        for (int tier = 1; tier <= everyTier; ++tier) {
            Blast harder = engine.blast(seeds, {tier});
            for (const DerivedFact& fact : easier.facts) QVERIFY(harder.holds(fact.fact));
            for (const DerivedFact& fact : harder.facts) QVERIFY(fact.effort <= tier);
            QVERIFY(harder.shares.score >= easier.shares.score);
            easier = std::move(harder);
        }
        // The effort of a fact is the lowest tier at which it holds.
        for (const DerivedFact& fact : easier.facts) {
            QVERIFY(engine.blast(seeds, {fact.effort}).holds(fact.fact));
            if (fact.effort > 0) QVERIFY(!engine.blast(seeds, {fact.effort - 1}).holds(fact.fact));
        }
    }
}
