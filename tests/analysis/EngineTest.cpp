// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineTest.h"

#include "RandomFacts.h"
#include "Reference.h"

#include "analysis/AttackFactsJson.h"
#include "analysis/Engine.h"
#include "analysis/Seeds.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

constexpr unsigned batch = 100;

AttackFacts example(const QString& letter) {
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/analysis/blast-example-%1.json").arg(letter));
    if (!file.open(QIODevice::ReadOnly)) qFatal("No worked example %s", qPrintable(letter));
    const auto facts = readAttackFacts(file.readAll(), file.fileName());
    if (!facts) qFatal("%s", qPrintable(facts.error().text()));
    return *facts;
}

QString describe(unsigned seed, const AttackFacts& facts, const std::vector<Seed>& seeds) {
    QStringList texts;
    for (const Seed& s : seeds) texts.push_back(seedText(facts, s));
    return QStringLiteral("model %1 from [%2]").arg(QString::number(seed), texts.join(u' '));
}

QByteArray message(const QString& where, const QString& what) { return (where + QStringLiteral(": ") + what).toUtf8(); }

} // namespace

void EngineTest::workedExample_data() {
    QTest::addColumn<QString>("design");
    QTest::addColumn<QString>("seed");
    QTest::addColumn<double>("score");
    const auto row = [](const char* designs, const char* seed, double score) {
        for (const char* d = designs; *d; ++d)
            QTest::addRow("%c %s", *d, seed) << QString(QLatin1Char(*d)) << QString::fromLatin1(seed) << score;
    };
    row("A", "gateway", 1.0);
    row("C", "gateway", 0.1);
    row("BC", "web-bff", 0.2);
    row("BC", "partner-bff", 0.8);
    for (const char* component : {"orders-api", "orders-db"}) row("ABC", component, 0.2);
    for (const char* component : {"payouts-api", "payouts-db"}) row("ABC", component, 0.8);
    row("ABC", "idp", 1.0);
    row("ABC", "idp-signing-key", 1.0);
    row("ABC", "browser", 0.2 / 10000);
    row("ABC", "portal", 0.8 / 500);
    row("ABC", "web-client-secret", 0.0);
    row("ABC", "partner-client-secret", 0.0);
}

void EngineTest::workedExample() {
    QFETCH(QString, design);
    QFETCH(QString, seed);
    QFETCH(double, score);
    const Engine engine = Engine::compile(example(design));
    const auto parsed = parseSeed(engine.facts(), seed);
    QVERIFY(parsed.has_value());
    const Blast blast = engine.blast({&*parsed, 1});
    QVERIFY2(std::abs(blast.shares.score - score) < 0.00005, qPrintable(QString::number(blast.shares.score)));
    QCOMPARE(blast.baseline.score, 0.0);
    QCOMPARE(blast.adds, blast.shares.score);
}

void EngineTest::workedExampleConcentration_data() {
    QTest::addColumn<double>("concentration");
    QTest::addRow("A") << 3.36;
    QTest::addRow("B") << 3.04;
    QTest::addRow("C") << 3.05;
}

void EngineTest::workedExampleConcentration() {
    QFETCH(double, concentration);
    const auto ranking = Engine::compile(example(QString::fromLatin1(QTest::currentDataTag()))).ranking();
    QVERIFY(ranking.has_value());
    QCOMPARE(std::round(ranking->concentration * 100) / 100, concentration);
}

/// With SALLYPORT_SHORT set (the sanitizers, which take ten times as long) a tenth of the models.
void EngineTest::agreesWithTheReference_data() {
    QTest::addColumn<unsigned>("first");
    const unsigned batches = qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 2 : 20;
    for (unsigned i = 0; i < batches; ++i) QTest::addRow("models from %u", i * batch) << i * batch;
}

void EngineTest::agreesWithTheReference() {
    QFETCH(unsigned, first);
    for (unsigned seed = first; seed < first + batch; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const std::vector<Seed> seeds = test::randomSeeds(facts, random);
        const int tier = seed % 4 == 0 ? static_cast<int>(random() % 4) : everyTier;
        const QString where = describe(seed, facts, seeds) + QStringLiteral(" at tier %1").arg(tier);

        const Blast blast = Engine::compile(facts).blast(seeds, {tier});
        const test::Reference reference(facts, seeds, tier);
        const test::Reference outsider(facts, {}, tier);
        QSet<QString> derived;
        for (const DerivedFact& fact : blast.facts) {
            const QString text = test::plainText(facts, fact.fact);
            QVERIFY2(reference.costs().contains(text), message(where, text + QStringLiteral(" is too much")));
            const auto costs = reference.costs().value(text);
            QVERIFY2(fact.steps == costs.steps && fact.effort == costs.effort,
                     message(where, QStringLiteral("%1: %2/%3, not %4/%5")
                                        .arg(text)
                                        .arg(fact.steps)
                                        .arg(fact.effort)
                                        .arg(costs.steps)
                                        .arg(costs.effort)));
            QVERIFY2(fact.isNew != outsider.costs().contains(text), message(where, text + QStringLiteral(" new?")));
            derived.insert(text);
        }
        for (auto fact = reference.costs().begin(); fact != reference.costs().end(); ++fact) {
            const QString kind = fact.key().section(u'(', 0, 0);
            if (kind == u"claim" || kind == u"trusted" || kind == u"issuer" || kind == u"touch") continue;
            QVERIFY2(derived.contains(fact.key()), message(where, fact.key() + QStringLiteral(" is missing")));
        }

        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-12; };
        const double read = reference.share(QStringLiteral("read"));
        const double write = reference.share(QStringLiteral("write"));
        const double adds =
            std::max(read - outsider.share(QStringLiteral("read")), write - outsider.share(QStringLiteral("write")));
        QVERIFY2(near(blast.shares.read, read) && near(blast.shares.write, write), message(where, QStringLiteral("shares")));
        QVERIFY2(near(blast.adds, adds), message(where, QStringLiteral("adds")));
        QCOMPARE(blast.controlled, reference.controlled());
        QCOMPARE(blast.users, reference.users());
        for (Index c = 0; c < count(facts.components); ++c) {
            const ComponentLevel level = at(blast.levels, c);
            const QString text = levelWord(level.level) + u'/' + QString::number(static_cast<int>(level.breadth));
            QVERIFY2(text == reference.level(c), message(where, text + QStringLiteral(" is not ") + reference.level(c)));
        }
    }
}

void EngineTest::rankingIsTheBlasts() {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const AttackFacts facts = test::randomFacts(seed);
        const Engine engine = Engine::compile(facts);
        const int tier = static_cast<int>(seed % 4);
        const auto ranking = engine.ranking({tier});
        QVERIFY(ranking.has_value());
        QCOMPARE(ranking->sources.size(), facts.components.size() + facts.secrets.size() + facts.identities.size());
        double before = 2;
        double concentration = 0;
        for (const RankedSource& source : ranking->sources) {
            const Blast blast = engine.blast({&source.seed, 1}, {tier});
            QCOMPARE(source.seed.breadth, defaultBreadth(facts, source.seed.kind, source.seed.element));
            QCOMPARE(source.shares.read, blast.shares.read);
            QCOMPARE(source.shares.write, blast.shares.write);
            QCOMPARE(source.shares.score, blast.shares.score);
            QCOMPARE(source.adds, blast.adds);
            QCOMPARE(source.controlled, blast.controlled);
            QCOMPARE(source.users, blast.users);
            QVERIFY(source.adds <= before + 1e-12);
            before = source.adds;
            if (source.seed.kind == FactKind::Control) concentration += blast.shares.score * blast.shares.score;
        }
        QVERIFY(std::abs(ranking->concentration - concentration) < 1e-12);
        QCOMPARE(ranking->assets.size(), facts.data.size());
    }
}

void EngineTest::proofsAreAcyclicInstances() {
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const std::vector<Seed> seeds = test::randomSeeds(facts, random);
        const QString where = describe(seed, facts, seeds);
        const Blast blast = Engine::compile(facts).blast(seeds);
        const test::Reference reference(facts, seeds, everyTier);
        for (const DerivedFact& fact : blast.facts) {
            for (const Least least : {Least::Steps, Least::Effort}) {
                const Proof proof = blast.proof(fact.fact, least);
                QVERIFY(!proof.isEmpty());
                QVERIFY(proof.steps.back().fact == fact.fact);
                std::vector<test::Reference::Costs> costs;
                for (std::size_t i = 0; i < proof.steps.size(); ++i) {
                    const ProofStep& step = proof.steps[i];
                    QStringList premises;
                    test::Reference::Costs cost;
                    for (const int because : step.because) {
                        QVERIFY2(because >= 0 && because < static_cast<int>(i), message(where, QStringLiteral("a circle")));
                        const auto b = static_cast<std::size_t>(because);
                        premises.push_back(test::plainText(facts, proof.steps[b].fact));
                        cost.steps = std::max(cost.steps, costs[b].steps);
                        cost.effort = std::max(cost.effort, costs[b].effort);
                    }
                    const QString head = test::plainText(facts, step.fact);
                    const auto clause = reference.instance(step.rule, head, premises);
                    QVERIFY2(
                        clause,
                        message(
                            where,
                            QStringLiteral("%1 <- %2 by R%3 is no instance").arg(head, premises.join(u' ')).arg(step.rule)));
                    costs.push_back({cost.steps + clause->steps, std::max(cost.effort, clause->effort)});
                }
                // The proof costs what the fact is said to cost.
                if (least == Least::Steps)
                    QCOMPARE(costs.back().steps, fact.steps);
                else
                    QCOMPARE(costs.back().effort, fact.effort);
            }
        }
        const Proof all = blast.proofs();
        QVERIFY(all.steps.size() >= blast.facts.size());
        for (std::size_t i = 0; i < all.steps.size(); ++i) {
            if (i < blast.facts.size()) QVERIFY(all.steps[i].fact == blast.facts[i].fact);
            QStringList premises;
            for (const int because : all.steps[i].because)
                premises.push_back(test::plainText(facts, all.steps[static_cast<std::size_t>(because)].fact));
            QVERIFY(reference.instance(all.steps[i].rule, test::plainText(facts, all.steps[i].fact), premises));
        }
    }
}

void EngineTest::moreSeedsLoseNothing() {
    for (unsigned seed = 0; seed < 150; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const Engine engine = Engine::compile(facts);
        std::vector<Seed> seeds = test::randomSeeds(facts, random);
        const Blast less = engine.blast(seeds);
        for (const Seed& more : test::randomSeeds(facts, random)) seeds.push_back(more);
        const Blast more = engine.blast(seeds);
        for (const DerivedFact& fact : less.facts) {
            const DerivedFact* again = more.find(fact.fact);
            QVERIFY2(again, message(describe(seed, facts, seeds), test::plainText(facts, fact.fact)));
            QVERIFY(again->steps <= fact.steps && again->effort <= fact.effort);
        }
        QVERIFY(more.shares.score >= less.shares.score);
        for (std::size_t i = 0; i < less.levels.size(); ++i) QVERIFY(more.levels[i].level >= less.levels[i].level);
    }
}

void EngineTest::inputOrderDoesNotMatter() {
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const AttackFacts other = test::shuffled(facts, random);
        const Engine engine = Engine::compile(facts);
        const Engine otherEngine = Engine::compile(other);
        const auto textsOf = [](const Engine& e, const std::vector<Seed>& seeds) {
            QStringList texts;
            for (const DerivedFact& fact : e.blast(seeds).facts)
                texts.push_back(
                    QStringLiteral("%1 %2/%3").arg(test::plainText(e.facts(), fact.fact)).arg(fact.steps).arg(fact.effort));
            texts.sort();
            return texts;
        };
        std::vector<Seed> seeds = test::randomSeeds(facts, random);
        std::vector<Seed> moved;
        for (const Seed& s : seeds) moved.push_back(*parseSeed(other, seedText(facts, s)));
        QCOMPARE(textsOf(otherEngine, moved), textsOf(engine, seeds));

        const auto a = engine.ranking();
        const auto b = otherEngine.ranking();
        QVERIFY(a && b);
        for (std::size_t i = 0; i < a->sources.size(); ++i) {
            QCOMPARE(seedText(other, b->sources[i].seed), seedText(facts, a->sources[i].seed));
            QVERIFY(std::abs(a->sources[i].adds - b->sources[i].adds) < 1e-15);
        }
    }
}

void EngineTest::chokePointsNarrow() {
    const AttackFacts facts = example(QStringLiteral("A"));
    const Engine engine = Engine::compile(facts);
    const Seed gateway = *parseSeed(facts, QStringLiteral("gateway"));
    const Blast blast = engine.blast({&gateway, 1});
    const auto payouts = std::find_if(facts.data.begin(), facts.data.end(), [](const auto& d) { return d.id == u"payouts"; });
    const Fact target{FactKind::Read, static_cast<Index>(payouts - facts.data.begin()), none, Breadth::All};
    const auto points = engine.chokePoints(blast, target);
    QVERIFY(points.has_value());
    QStringList texts;
    for (const ChokePoint& point : *points)
        texts.push_back(test::plainText(facts, point.fact) + u' ' + breadthWord(point.remaining));
    // Without the secret, the data in transit is left: the 50 live users.
    QVERIFY2(texts.contains(QStringLiteral("have(partner-client-secret,3) live")), qPrintable(texts.join(u'\n')));
    QVERIFY(texts.contains(QStringLiteral("use(partner-payouts,3) live")));
}

void EngineTest::leavesHigherEffortOut() {
    const AttackFacts facts = example(QStringLiteral("A"));
    const Engine engine = Engine::compile(facts);
    const Seed idp = *parseSeed(facts, QStringLiteral("idp"));
    QCOMPARE(engine.blast({&idp, 1}, {1}).shares.score, 0.0);
    QCOMPARE(engine.blast({&idp, 1}, {2}).shares.score, 1.0);
}

/// Names are for sentences: with others, all else is the same.
void EngineTest::namesChangeNothing() {
    const AttackFacts facts = test::randomFacts(7);
    AttackFacts renamed = facts;
    for (ComponentFacts& component : renamed.components) component.name += QStringLiteral(" (new)");
    AttackFacts other = facts;
    other.components.front().exploitable = !other.components.front().exploitable;
    QVERIFY(areSameButForNames(facts, renamed) && !(facts == renamed));
    QVERIFY(!areSameButForNames(facts, other));
    const Engine engine = Engine::compile(facts);
    const Engine named = engine.named(renamed);
    QVERIFY(named.facts() == renamed && engine.facts() == facts);
    const std::vector<Seed> seed{engine.ranking()->sources.front().seed};
    QCOMPARE(named.blast(seed).shares.score, Engine::compile(renamed).blast(seed).shares.score);
    QCOMPARE(named.blast(seed).facts.size(), engine.blast(seed).facts.size());
}

void EngineTest::stopsWhenAsked() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!Engine::compile(example(QStringLiteral("A"))).ranking({}, stop.get_token()).has_value());
    QVERIFY(!Engine::compile(example(QStringLiteral("A")), stop.get_token()).has_value());
}

void EngineTest::survivesTheEmptyModel() {
    const Engine engine = Engine::compile({});
    const Blast blast = engine.blast({});
    QVERIFY(blast.facts.empty());
    QVERIFY(!blast.hasData);
    QCOMPARE(blast.shares.score, 0.0);
    const auto ranking = engine.ranking();
    QVERIFY(ranking && ranking->sources.empty());
}
