// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Datalog.h"
#include "EngineTest.h"
#include "RandomFacts.h"

#include "analysis/Engine.h"
#include "analysis/Seeds.h"

#include <QSet>
#include <QStandardPaths>
#include <QTest>

using namespace sallyport;
using namespace sallyport::analysis;

namespace {

constexpr unsigned firstSeed = 1000;
constexpr unsigned batch = 100;

/// What the engine derives, trusted(I,C) included, which is no fact of a blast.
QSet<QString> derivedBy(const Blast& blast, const AttackFacts& facts) {
    QSet<QString> derived;
    for (const DerivedFact& fact : blast.facts) derived.insert(test::plainText(facts, fact.fact));
    for (const FlowFacts& flow : facts.flows) {
        const Fact trusted{FactKind::Trusted, flow.as, flow.to, Breadth::None};
        if (flow.as != none && !blast.proof(trusted).isEmpty()) derived.insert(test::plainText(facts, trusted));
    }
    return derived;
}

QString text(const QSet<QString>& facts) { return QStringList(facts.values()).join(u' '); }

} // namespace

/// With SALLYPORT_SHORT set (the sanitizers, which take ten times as long) a tenth of the models.
void DatalogTest::agreesWithClingo_data() {
    QTest::addColumn<unsigned>("first");
    const unsigned batches = qEnvironmentVariableIsSet("SALLYPORT_SHORT") ? 2 : 20;
    for (unsigned i = 0; i < batches; ++i) QTest::addRow("models from %u", firstSeed + i * batch) << firstSeed + i * batch;
}

void DatalogTest::agreesWithClingo() {
    QFETCH(unsigned, first);
    const QString clingo = QStandardPaths::findExecutable(QStringLiteral("clingo"));
    if (clingo.isEmpty()) QSKIP("clingo is not installed (Debian package gringo): no second opinion on the engine");
    QByteArray program;
    QHash<unsigned, QSet<QString>> derived;
    QHash<unsigned, QString> seedTexts;
    for (unsigned model = first; model < first + batch; ++model) {
        std::mt19937 random(model);
        const AttackFacts facts = test::randomFacts(model);
        const std::vector<Seed> seeds = test::randomSeeds(facts, random);
        derived[model] = derivedBy(Engine::compile(facts).blast(seeds), facts);
        for (const Seed& s : seeds) seedTexts[model] += u' ' + seedText(facts, s);
        program += test::datalog(model, facts, seeds);
    }
    const QHash<unsigned, QSet<QString>> expected = test::clingo(clingo, program);
    qsizetype compared = 0;
    for (unsigned model = first; model < first + batch; ++model) {
        const QSet<QString> ours = derived.value(model);
        const QSet<QString> theirs = expected.value(model);
        QVERIFY2(ours == theirs, qPrintable(QStringLiteral("model %1 from%2: too much %3; missing %4")
                                                .arg(QString::number(model), seedTexts.value(model), text(ours - theirs),
                                                     text(theirs - ours))));
        compared += theirs.size();
    }
    qInfo("models %u to %u, %lld facts, all the same", first, first + batch - 1, static_cast<long long>(compared));
    QVERIFY(compared > 10 * batch);
}
