// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReachesTest.h"

#include "RandomFacts.h"

#include "analysis/Engine.h"

#include <QTest>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

bool operator==(const ComponentLevel& a, const ComponentLevel& b) { return a.level == b.level && a.breadth == b.breadth; }

/// What the blast has beyond the outsider, each fact at its widest.
std::vector<Fact> gainedBy(const Blast& blast) {
    std::vector<Fact> gained;
    for (const DerivedFact& derived : blast.facts) {
        const Fact& fact = derived.fact;
        const bool named = fact.kind == FactKind::Have || fact.kind == FactKind::Read || fact.kind == FactKind::Write;
        if (named && derived.isNew && blast.breadth(fact.kind, fact.element) == fact.breadth) gained.push_back(fact);
    }
    return gained;
}

std::vector<Seed> everySource(const Engine& engine) {
    std::vector<Seed> sources;
    const auto ranking = engine.ranking(); // Kept: what a temporary optional holds would be gone in the loop.
    for (const RankedSource& source : ranking->sources) sources.push_back(source.seed);
    return sources;
}

/// Empty if the reach says what the blast says.
QString difference(const Reach& reach, const Blast& blast, const std::vector<ComponentLevel>& outsider) {
    if (reach.shares.score != blast.shares.score || reach.shares.read != blast.shares.read ||
        reach.shares.write != blast.shares.write)
        return QStringLiteral("shares");
    if (reach.users != blast.users) return QStringLiteral("users");
    for (Index c = 0; c < count(outsider); ++c) {
        const ComponentLevel& level = reach.levels[static_cast<std::size_t>(c)];
        if (!(level == at(blast.levels, c))) return QStringLiteral("level of component %1").arg(c);
        const bool raised = std::find(reach.raised.begin(), reach.raised.end(), c) != reach.raised.end();
        if (raised == (level == at(outsider, c))) return QStringLiteral("component %1 raised?").arg(c);
    }
    std::vector<Fact> gained(reach.gained.begin(), reach.gained.end());
    std::sort(gained.begin(), gained.end());
    return gained == gainedBy(blast) ? QString() : QStringLiteral("gained");
}

} // namespace

void ReachesTest::saysWhatTheBlastsSay() {
    for (unsigned seed = 0; seed < 400; ++seed) {
        const Engine engine = Engine::compile(test::randomFacts(seed));
        const Blast outsider = engine.blast({});
        Reaches reaches = engine.reaches();
        QVERIFY(std::equal(outsider.levels.begin(), outsider.levels.end(), reaches.outsider().begin(), reaches.outsider().end(),
                           [](const auto& a, const auto& b) { return a == b; }));
        for (const Seed& source : everySource(engine)) {
            const QString wrong = difference(reaches.of(source), engine.blast({&source, 1}), outsider.levels);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("model %1, source %2 %3: %4")
                                                     .arg(seed)
                                                     .arg(factWord(source.kind))
                                                     .arg(source.element)
                                                     .arg(wrong)));
        }
    }
}

/// Runs are told apart by a number of 16 bits.
void ReachesTest::outlastsManyRuns() {
    const Engine engine = Engine::compile(test::randomFacts(3));
    const Blast outsider = engine.blast({});
    const std::vector<Seed> sources = everySource(engine);
    Reaches reaches = engine.reaches();
    for (std::size_t i = 0; i < 70'000; ++i) (void)reaches.of(sources[i % sources.size()]);
    for (const Seed& source : sources)
        QCOMPARE(difference(reaches.of(source), engine.blast({&source, 1}), outsider.levels), QString());
}
