// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdviceTest.h"

#include "../analysis/RandomModel.h"
#include "advice/Families.h"
#include "advice/Touched.h"
#include "analysis/Engine.h"
#include "analysis/ScoreFloor.h"

#include <QTest>

#include <map>

using namespace sallyport;
using namespace sallyport::advice;
using namespace sallyport::analysis;

namespace {

constexpr unsigned randomModels = 250;
constexpr double rounding = 1e-9;

/// The score of each component alone, by its id.
std::map<QString, double> scoresOf(const Engine& engine, int tier) {
    std::map<QString, double> scores;
    const std::optional<Ranking> ranking = engine.ranking({tier});
    for (const RankedSource& source : ranking->sources)
        if (source.seed.kind == FactKind::Control)
            scores[at(engine.facts().components, source.seed.element).id] = source.shares.score;
    return scores;
}

QByteArray where(unsigned seed, Reading reading, const QString& title) {
    return QStringLiteral("model %1%2: %3")
        .arg(QString::number(seed), reading == Reading::WorstCase ? QStringLiteral(" at worst") : QString(), title)
        .toUtf8();
}

/// One model in one reading, and the proofs of its components.
struct Subject {
    Subject(const model::Model& ofModel, Reading ofReading, int ofTier)
        : model(ofModel),
          reading(ofReading),
          tier(ofTier),
          program(*compileProgram(attackFacts(model, reading), {}, Origins::Kept)),
          scores(program, tier),
          support(scores),
          floor(support),
          around(model, program.facts) {
        support.addComponents();
    }

    const model::Model& model;
    Reading reading;
    int tier;
    Program program;
    Scores scores;
    Support support;
    ScoreFloor floor;
    Surroundings around;
};

struct Counts {
    int untouched = 0, below = 0, exact = 0;
};

/// A change never leaves less than its floor, for the model and for each component; nothing if no stored proof rests on
/// what it touches.
void compare(Subject& subject, const Change& change, const QByteArray& what, Counts& counts) {
    const auto touched = rowsTouched(change.edit, subject.around, subject.reading);
    if (!touched) return;
    model::Model edited = subject.model;
    change.edit.applyTo(edited);
    const Engine after = Engine::compile(attackFacts(edited, subject.reading));
    const std::map<QString, double> left = scoresOf(after, subject.tier);
    const double concentration = after.ranking({subject.tier})->concentration;
    const double before = *subject.scores.concentration();
    const bool isUntouched =
        std::none_of(touched->begin(), touched->end(), [&](auto row) { return subject.support.restsOn(row); });
    if (isUntouched) {
        ++counts.untouched;
        QVERIFY2(concentration >= before - rounding, what);
    }
    const double floor = subject.floor.concentration(*touched);
    QVERIFY2(floor <= concentration + rounding, what);
    QVERIFY2(floor <= before + rounding, what);
    if (isUntouched) QVERIFY2(floor >= before - rounding, what);
    if (floor < before - rounding) ++counts.below;
    if (floor < before - rounding && floor >= concentration - rounding) ++counts.exact;
    for (Index i = 0; i < count(subject.program.facts.components); ++i) {
        const Seed seed{FactKind::Control, i, defaultBreadth(subject.program.facts, FactKind::Control, i)};
        const double alone = subject.floor.score({&seed, 1}, *touched);
        QVERIFY2(alone <= left.at(at(subject.program.facts.components, i).id) + rounding, what);
    }
}

} // namespace

void FloorsTest::noChangeFallsBelowItsFloor() {
    Counts counts;
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        for (const Reading reading : {Reading::AsStated, Reading::WorstCase}) {
            Subject subject(model, reading, seed % 3 == 0 ? static_cast<int>(seed) % 4 : everyTier);
            for (const Change& change : allChanges(subject.around)) {
                compare(subject, change, where(seed, reading, change.title), counts);
                if (QTest::currentTestFailed()) return;
            }
        }
    }
    QVERIFY(counts.untouched > 0);
    QVERIFY(counts.below > 0);
    QVERIFY2(counts.exact > 0, "no floor is ever reached: it rules out too little");
}

/// What the floor rests on, looked at directly: with nothing touched it is the figure itself.
void FloorsTest::nothingTouchedIsNothingLost() {
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        Subject subject(model, Reading::AsStated, everyTier);
        QCOMPARE(subject.floor.concentration({}), *subject.scores.concentration());
        const std::vector<FactsRows::Number> all = [&] {
            std::vector<FactsRows::Number> rows(static_cast<std::size_t>(FactsRows(subject.program.facts).size()));
            for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<FactsRows::Number>(i);
            return rows;
        }();
        QCOMPARE(subject.floor.concentration(all), 0.0);
        QCOMPARE(subject.floor.concentration({}), *subject.scores.concentration());
    }
}
