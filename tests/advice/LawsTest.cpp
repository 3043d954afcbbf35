// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AdviceTest.h"
#include "OrdinaryUse.h"

#include "../analysis/RandomModel.h"
#include "advice/Advice.h"
#include "advice/Families.h"
#include "analysis/Engine.h"
#include "document/Document.h"

#include <QTest>

#include <set>

using namespace sallyport;
using namespace sallyport::advice;
using namespace sallyport::analysis;

namespace {

constexpr unsigned randomModels = 60;
constexpr double rounding = 1e-12;

const Reading readings[] = {Reading::AsStated, Reading::WorstCase};

Changes changesOf(const model::Model& model, Reading reading) {
    const AttackFacts facts = attackFacts(model, reading);
    return allChanges(Surroundings(model, facts));
}

QByteArray where(unsigned seed, Reading reading, const QString& title) {
    return QStringLiteral("model %1%2: %3")
        .arg(QString::number(seed), reading == Reading::WorstCase ? QStringLiteral(" at worst") : QString(), title)
        .toUtf8();
}

/// Calls visit(seed, reading, model, offer) for every offer made on many models, for the whole and for one component.
template <class Visit>
void everyOffer(Visit visit) {
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        for (const Reading reading : readings)
            for (const bool isWhole : {true, false}) {
                Question question;
                question.reading = reading;
                question.most = 1000;
                if (!isWhole) question.seeds.push_back({FactKind::Control, model.components.begin()->id.value, Breadth::All});
                const auto advice = advise(model, question);
                if (!advice) QFAIL("no advice");
                std::vector<Offer> offers = advice->single;
                if (advice->pair) offers.push_back(*advice->pair);
                for (const Offer& offer : offers) {
                    visit(seed, reading, model, offer);
                    if (QTest::currentTestFailed()) return;
                }
            }
    }
}

/// Calls visit(seed, reading, model, change) for every change the families have on many models.
template <class Visit>
void everyChange(Visit visit) {
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        for (const Reading reading : readings)
            for (const Change& change : changesOf(model, reading)) {
                visit(seed, reading, model, change);
                if (QTest::currentTestFailed()) return;
            }
    }
}

Ranking rankingOf(const model::Model& model, Reading reading) {
    return *Engine::compile(attackFacts(model, reading)).ranking();
}

double worstScore(const Ranking& ranking) {
    double worst = ranking.baseline.score;
    for (const RankedSource& source : ranking.sources) worst = std::max(worst, source.shares.score);
    return worst;
}

} // namespace

void LawsTest::everyFamilyOccurs() {
    std::set<Family> seen;
    everyChange([&](unsigned, Reading, const model::Model&, const Change& change) { seen.insert(change.family); });
    for (std::size_t i = 0; i < families; ++i)
        QVERIFY2(seen.contains(static_cast<Family>(i)), qPrintable(familyWord(static_cast<Family>(i))));
}

void LawsTest::pruningMissesNothing() {
    int ruledOut = 0;
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        for (const Reading reading : readings) {
            Question question;
            question.reading = reading;
            question.tier = seed % 3 == 0 ? static_cast<int>(seed) % 4 : everyTier;
            question.most = 1000;
            if (seed % 2 == 0) question.seeds.push_back({FactKind::Control, model.components.begin()->id.value, Breadth::One});
            const auto pruned = adviseBy(Search::Pruned, model, question, {}, {});
            const auto full = adviseBy(Search::Exhaustive, model, question, {}, {});
            QVERIFY(pruned && full);
            QCOMPARE(pruned->before, full->before);
            QCOMPARE(pruned->considered, full->considered);
            ruledOut += pruned->ruledOut;
            QVERIFY2(pruned->single.size() == full->single.size(), where(seed, reading, QStringLiteral("single")));
            for (std::size_t i = 0; i < full->single.size(); ++i) {
                QCOMPARE(pruned->single[i].title(), full->single[i].title());
                QCOMPARE(pruned->single[i].after, full->single[i].after);
            }
            QVERIFY2(pruned->pair.has_value() == full->pair.has_value(), where(seed, reading, QStringLiteral("pair")));
            if (full->pair) QCOMPARE(pruned->pair->after, full->pair->after);
        }
    }
    QVERIFY(ruledOut > 0);
}

void LawsTest::theGainIsThatOfTwoFullEvaluations() {
    for (unsigned seed = 0; seed < randomModels; ++seed) {
        const model::Model model = test::randomModel(seed);
        for (const Reading reading : readings) {
            Question question;
            question.reading = reading;
            const auto advice = advise(model, question);
            QVERIFY(advice.has_value());
            QCOMPARE(advice->before, rankingOf(model, reading).concentration);
            for (const Offer& offer : advice->single) {
                model::Model edited = model;
                offer.edit().applyTo(edited);
                QVERIFY2(offer.after == rankingOf(edited, reading).concentration, where(seed, reading, offer.title()));
            }
        }
    }
}

void LawsTest::noOfferRaisesTheWorstScore() {
    everyOffer([](unsigned seed, Reading reading, const model::Model& model, const Offer& offer) {
        model::Model edited = model;
        offer.edit().applyTo(edited);
        const double before = worstScore(rankingOf(model, reading));
        const double after = worstScore(rankingOf(edited, reading));
        QVERIFY2(after <= before + rounding, where(seed, reading, offer.title()));
    });
}

/// Even where nobody asks for the gain. What a moved secret opens hangs on who gets it, so that moves are only known to be
/// safe once they are evaluated.
void LawsTest::noHardeningRaisesTheWorstScore() {
    everyChange([](unsigned seed, Reading reading, const model::Model& model, const Change& change) {
        if (change.family == Family::MoveSecret) return;
        model::Model edited = model;
        change.edit.applyTo(edited);
        const double before = worstScore(rankingOf(model, reading));
        const double after = worstScore(rankingOf(edited, reading));
        QVERIFY2(after <= before + rounding, where(seed, reading, change.title));
    });
}

/// Through the document, as somebody applies it: the rows tried are the rows written, and undo takes all of it back.
void LawsTest::undoRestoresTheFigures() {
    for (unsigned seed = 0; seed < randomModels / 2; ++seed) {
        const auto document = *document::Document::fromModel(test::randomModel(seed), {});
        const model::Model before = document->model();
        const QByteArray dump = document->dump();
        for (const Change& change : changesOf(before, Reading::AsStated)) {
            const auto done = document->edit(change.title, [&](document::Editor& editor) { change.edit.write(editor); });
            QVERIFY2(done.has_value(), done ? "" : where(seed, Reading::AsStated, change.title + done.error().text()));
            model::Model tried = before;
            const ModelEdit back = change.edit.applyTo(tried);
            QVERIFY2(document->model() == tried, where(seed, Reading::AsStated, change.title));
            back.applyTo(tried);
            QVERIFY2(tried == before, where(seed, Reading::AsStated, change.title));
            if (document->canUndo()) document->undo();
            QVERIFY2(document->dump() == dump, where(seed, Reading::AsStated, change.title));
        }
        QCOMPARE(rankingOf(document->model(), Reading::AsStated).concentration,
                 rankingOf(before, Reading::AsStated).concentration);
    }
}

namespace {

/// What a drawn call brings its caller, by ordinary use alone: the components it passes from the first source on are in
/// the hands of their owners. Ids of data read and written over rights at the target that the call carries.
std::set<QString> effectsOf(const model::Model& model, const AttackFacts& facts, Index flow) {
    const FlowFacts& call = at(facts.flows, flow);
    std::set<Index> owners;
    std::set<Index> visited;
    const auto up = [&](auto&& self, Index leg) -> void {
        if (!visited.insert(leg).second) return;
        owners.insert(at(facts.flows, leg).from);
        for (const Index earlier : at(facts.flows, leg).continues) self(self, earlier);
    };
    up(up, flow);
    const test::OrdinaryUse theirs(facts, owners);
    std::set<QString> effects;
    for (Index i = 0; i < count(facts.grants); ++i) {
        const GrantFacts& grant = at(facts.grants, i);
        if (grant.target != call.to || !theirs.canUse(i)) continue;
        const bool asCaller = call.as != none && (grant.identity == call.as || grant.also == call.as);
        if (!asCaller) continue;
        const auto carried = [&](Index data, model::Direction otherWay) {
            const auto* moved = model.flowData.find({{call.id}, {at(facts.data, data).id}});
            return moved != nullptr && moved->direction != otherWay;
        };
        for (const Index data : grant.reads)
            if (carried(data, model::Direction::ToTarget)) effects.insert("read " + at(facts.data, data).id);
        for (const Index data : grant.writes)
            if (carried(data, model::Direction::FromTarget)) effects.insert("write " + at(facts.data, data).id);
    }
    return effects;
}

} // namespace

void LawsTest::drawnCallsStillWork() {
    everyOffer([](unsigned seed, Reading reading, const model::Model& model, const Offer& offer) {
        model::Model edited = model;
        offer.edit().applyTo(edited);
        const AttackFacts before = attackFacts(model, reading);
        const AttackFacts after = attackFacts(edited, reading);
        for (Index flow = 0; flow < count(before.flows); ++flow) {
            const QString& id = at(before.flows, flow).id;
            Index same = 0;
            while (same < count(after.flows) && at(after.flows, same).id != id) ++same;
            QVERIFY2(same < count(after.flows), where(seed, reading, offer.title() + ": " + id));
            const std::set<QString> worked = effectsOf(model, before, flow);
            const std::set<QString> works = effectsOf(edited, after, same);
            QVERIFY2(std::includes(works.begin(), works.end(), worked.begin(), worked.end()),
                     where(seed, reading, offer.title() + ": " + id));
        }
    });
}
