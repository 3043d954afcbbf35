// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdviceTest.h"

#include "../analysis/RandomModel.h"
#include "advice/Unknowns.h"
#include "advice/WhatIf.h"
#include "analysis/Engine.h"
#include "document/Document.h"

#include <QTest>

#include <set>

using namespace sallyport;
using namespace sallyport::advice;
using namespace sallyport::analysis;

namespace {

constexpr unsigned randomModels = 30;
constexpr unsigned manyModels = 200; // So that every sort of question makes a difference somewhere.

double concentration(const model::Model& model, Reading reading) {
    return Engine::compile(attackFacts(model, reading)).ranking()->concentration;
}

} // namespace

void UnknownsTest::theFiguresAreThoseOfTheEngine() {
    std::set<QString> attributes;
    for (unsigned seed = 0; seed < manyModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        const auto found = unknowns(model, {});
        QVERIFY(found.has_value());
        QCOMPARE(found->stated, concentration(model, Reading::AsStated));
        QCOMPARE(found->worst, concentration(model, Reading::WorstCase));
        for (std::size_t i = 0; i < found->open.size(); ++i) {
            const Unknown& unknown = found->open[i];
            attributes.insert(unknown.attribute);
            if (i > 0) QVERIFY(found->open[i - 1].worstFalls >= unknown.worstFalls - 1e-12);
            model::Model answered = model;
            unknown.good.applyTo(answered);
            if (unknown.worstFalls > 0)
                QCOMPARE(unknown.worstFalls, found->worst - concentration(answered, Reading::WorstCase));
            answered = model;
            unknown.bad.applyTo(answered);
            if (unknown.statedRises > 0)
                QCOMPARE(unknown.statedRises, concentration(answered, Reading::AsStated) - found->stated);
        }
    }
    for (const char* attribute : {"flat", "implicit_trust", "own_only", "stored", "authn", "zone", "users", "token_checks"})
        QVERIFY2(attributes.contains(QString::fromLatin1(attribute)), attribute);
}

/// Once every question has the answer of usual practice, nothing is left to ask that can be answered.
void UnknownsTest::answeringWellClosesThem() {
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        model::Model model = test::randomModel(seed);
        for (int round = 0; round < 200; ++round) {
            const auto found = unknowns(model, {});
            QVERIFY(found.has_value());
            const auto next =
                std::find_if(found->open.begin(), found->open.end(), [](const Unknown& u) { return u.worstFalls > 0; });
            if (next == found->open.end()) break;
            next->good.applyTo(model);
            QVERIFY(concentration(model, Reading::WorstCase) < found->worst);
            QVERIFY(round < 199);
        }
    }
}

void UnknownsTest::answersAreEditsOfTheDocument() {
    const auto document = *document::Document::fromModel(test::randomModel(3), {});
    const QByteArray dump = document->dump();
    const auto found = unknowns(document->model(), {});
    QVERIFY(found && !found->open.empty());
    for (const Unknown& unknown : found->open)
        for (const ModelEdit* answer : {&unknown.good, &unknown.bad}) {
            if (answer->isEmpty()) continue;
            const auto done = document->edit(unknown.question, [&](document::Editor& editor) { answer->write(editor); });
            QVERIFY2(done.has_value(), qPrintable(unknown.question));
            document->undo();
            QCOMPARE(document->dump(), dump);
        }
}

void UnknownsTest::stops() {
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!unknowns(test::randomModel(1), {}, stop.get_token()).has_value());
}

void UnknownsTest::whatIfComparesBothSides() {
    const auto document = document::Document::open(SALLYPORT_SOURCE_DIR "/models/shared-gateway.sallyport");
    QVERIFY(document.has_value());
    Question question;
    question.seeds.push_back({FactKind::Control, "gateway", Breadth::All});
    const auto advice = advise((*document)->model(), question);
    QVERIFY(advice.has_value());
    auto whatIf = WhatIf::of((*document)->model());
    QVERIFY(whatIf.has_value());
    QVERIFY(whatIf->apply(advice->single.front().changes.front()).has_value());
    const auto comparison = whatIf->compare(question);
    QVERIFY(comparison.has_value());
    QCOMPARE(qRound(comparison->concentrationBefore * 100), 336);
    QCOMPARE(qRound(comparison->concentrationAfter * 100), 304);
    QCOMPARE(comparison->before.score, 1.0);
    QVERIFY(comparison->after.score < 1.0);
    QCOMPARE(comparison->appeared.size(), 1);
    QVERIFY(comparison->vanished.isEmpty());
    QCOMPARE(comparison->ranking.front().id == "gateway" || comparison->ranking.front().id == comparison->appeared.front(),
             true);
    QVERIFY(!comparison->levels.empty());
    // The original is as it was, and the copy can go back.
    whatIf->document().undo();
    const auto undone = whatIf->compare(question);
    QCOMPARE(undone->concentrationAfter, undone->concentrationBefore);
    QVERIFY(undone->appeared.isEmpty() && undone->levels.empty());
    for (const RankedPair& pair : undone->ranking) QCOMPARE(pair.scoreAfter(), pair.scoreBefore());
}
