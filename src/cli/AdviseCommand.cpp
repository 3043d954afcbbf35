// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AdviceText.h"
#include "cli/BlastQuestion.h"
#include "cli/Command.h"
#include "cli/Files.h"

#include "advice/AdviceJson.h"

namespace sallyport::cli {

namespace {

Outcome notEvaluated(const Arguments& arguments) {
    return Outcome::refused({QStringLiteral("Not every compromise asked for is in this model in both readings."),
                             arguments.operands().first(), QStringLiteral("Ask for another compromise.")});
}

Outcome run(const Arguments& arguments) {
    const auto tier = tierOf(arguments);
    if (!tier) return Outcome::wrongUse(tier.error().text());
    if (arguments.has(QStringLiteral("unknowns")) && arguments.has(QStringLiteral("worst-case")))
        return Outcome::wrongUse(QStringLiteral("--unknowns looks at both readings: leave out --worst-case."));
    const auto document = openModel(arguments.operands().first());
    if (!document) return Outcome::refused(document.error());
    const model::Model& model = (*document)->model();

    advice::Question question;
    question.tier = *tier;
    if (arguments.has(QStringLiteral("worst-case"))) question.reading = analysis::Reading::WorstCase;
    const analysis::Engine engine = analysis::Engine::compile(analysis::attackFacts(model, question.reading));
    const auto seeds = seedsOf(engine.facts(), arguments.values(QStringLiteral("from")));
    if (!seeds) return Outcome::wrongUse(seeds.error().text());
    for (const analysis::Seed& seed : *seeds) question.seeds.push_back(advice::seedId(engine.facts(), seed));

    if (arguments.has(QStringLiteral("unknowns"))) {
        const auto unknowns = advice::unknowns(model, question);
        if (!unknowns) return notEvaluated(arguments);
        if (arguments.has(QStringLiteral("json")))
            return Outcome::of(advice::unknownsJson(engine.facts(), *seeds, question, *unknowns));
        return Outcome::of(unknownsText(engine, *seeds, question, *unknowns).toUtf8());
    }
    const auto advice = advice::advise(model, question);
    if (!advice) return notEvaluated(arguments);
    if (arguments.has(QStringLiteral("json")))
        return Outcome::of(advice::adviceJson(engine.facts(), *seeds, question, *advice));
    return Outcome::of(adviceText(model, engine, *seeds, question, *advice).toUtf8());
}

} // namespace

Command adviseCommand() {
    return {QStringLiteral("advise"),
            QStringLiteral("FILE"),
            1,
            1,
            QStringLiteral("offer the best single changes, each with its gain and its price"),
            {{QStringLiteral("from"),
              {},
              QStringLiteral("WHAT"),
              QStringLiteral("what is compromised, as for blast; several at once if repeated"),
              true},
             {QStringLiteral("worst-case"), {}, {}, QStringLiteral("read every unanswered question as bad as can be")},
             {QStringLiteral("tier"),
              {},
              QStringLiteral("N"),
              QStringLiteral("leave out what takes more effort than 0, 1, 2 or 3")},
             {QStringLiteral("unknowns"),
              {},
              {},
              QStringLiteral("in place of changes: which unanswered questions open the gap to the worst case")},
             {QStringLiteral("json"), {}, {}, QStringLiteral("as JSON")}},
            QStringLiteral(
                "With --from the changes are ranked by what they take off the score of that compromise, without by what\n"
                "they take off the concentration of the model. Every change keeps the drawn calls working."),
            false,
            run};
}

} // namespace sallyport::cli
