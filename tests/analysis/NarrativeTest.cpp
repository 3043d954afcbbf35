// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "EngineTest.h"
#include "RandomFacts.h"

#include "analysis/AttackFactsJson.h"
#include "analysis/Engine.h"
#include "analysis/Narrative.h"
#include "analysis/Seeds.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

std::vector<Sentence> tell(const AttackFacts& facts, const QString& seed, const Fact& target) {
    const Seed parsed = *parseSeed(facts, seed);
    return narrate(facts, Engine::compile(facts).blast({&parsed, 1}).proof(target));
}

QStringList lines(const std::vector<Sentence>& sentences) {
    QStringList texts;
    for (const Sentence& s : sentences) texts.push_back(s.text + u' ' + ruleId(s.rule));
    return texts;
}

} // namespace

void NarrativeTest::tellsThePathOfTheExample() {
    QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/tests/analysis/blast-example-A.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const AttackFacts facts = *readAttackFacts(file.readAll(), file.fileName());
    QCOMPARE(facts.data[1].id, QStringLiteral("payouts"));
    const std::vector<Sentence> told = tell(facts, QStringLiteral("gateway"), {FactKind::Read, 1, none, Breadth::All});
    QStringList texts = lines(told);
    // Which of two independent premises is told first is not the point.
    const QStringList expected{
        QStringLiteral("The gateway is assumed compromised. R0"),
        QStringLiteral("From the gateway a connection to payouts-api opens. R2"),
        QStringLiteral("The gateway gives up partner-client-secret, which it holds. R4"),
        QStringLiteral("partner-client-secret speaks for partner-client. R7"),
        QStringLiteral("As partner-client, payouts-api reached, its grant payouts:* can be used. R10"),
        QStringLiteral("It yields the payouts of all 500 users, to read and write. R11"),
    };
    QCOMPARE(texts, expected);
    QCOMPARE(told[0].number, 1);
    QCOMPARE(told[5].number, 6);
    QCOMPARE(elementId(facts, told[1].elements[0]), QStringLiteral("gateway>payouts-api:partner-client"));
    QCOMPARE(elementId(facts, told[4].elements[0]), QStringLiteral("payouts-api"));
    QCOMPARE(elementId(facts, told[5].elements[0]), QStringLiteral("payouts"));
}

void NarrativeTest::tellsEveryRule() {
    std::set<int> told;
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const Blast blast = Engine::compile(facts).blast(test::randomSeeds(facts, random));
        for (const DerivedFact& fact : blast.facts) {
            for (const Sentence& sentence : narrate(facts, blast.proof(fact.fact))) {
                told.insert(sentence.rule);
                QVERIFY2(sentence.text.endsWith(u'.') && !sentence.text.contains(u'%'), qPrintable(sentence.text));
                QVERIFY(!sentence.elements.empty());
            }
        }
    }
    for (int rule = 0; rule < ruleCount; ++rule) QVERIFY2(told.contains(rule) || rule == 14, qPrintable(ruleId(rule)));
}

void NarrativeTest::losesNoStep() {
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::mt19937 random(seed);
        const AttackFacts facts = test::randomFacts(seed);
        const Blast blast = Engine::compile(facts).blast(test::randomSeeds(facts, random));
        for (const DerivedFact& fact : blast.facts) {
            const Proof proof = blast.proof(fact.fact);
            std::multiset<int> steps;
            int number = 0;
            for (const Sentence& sentence : narrate(facts, proof)) {
                QCOMPARE(sentence.number, ++number);
                steps.insert(sentence.proofSteps.begin(), sentence.proofSteps.end());
            }
            QCOMPARE(steps.size(), proof.steps.size());
            QCOMPARE(std::set<int>(steps.begin(), steps.end()).size(), proof.steps.size());
        }
    }
}
