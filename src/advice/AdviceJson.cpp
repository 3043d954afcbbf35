// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/AdviceJson.h"

#include "analysis/Seeds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::advice {

namespace {

QJsonObject offerJson(const Offer& offer) {
    QJsonArray changes;
    for (const Change& change : offer.changes)
        changes.append(QJsonObject{{"family", familyWord(change.family)},
                                   {"title", change.title},
                                   {"elements", QJsonArray::fromStringList(change.elements)}});
    const Price price = offer.price();
    return {{"changes", changes},
            {"before", offer.before},
            {"after", offer.after},
            {"gain", offer.gain()},
            {"clears", offer.clears},
            {"price",
             QJsonObject{{"components", price.components}, {"secrets", price.secrets}, {"deployments", price.deployments}}}};
}

/// What both answers begin with.
QJsonObject asked(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question) {
    QJsonArray from;
    for (const analysis::Seed& seed : seeds) from.append(analysis::seedText(facts, seed));
    return {{"seeds", from}, {"tier", question.tier}, {"measure", seeds.empty() ? "concentration" : "score"}};
}

} // namespace

QByteArray adviceJson(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question,
                      const Advice& advice) {
    QJsonArray offers;
    for (const Offer& offer : advice.single) offers.append(offerJson(offer));
    QJsonObject object = asked(facts, seeds, question);
    object["reading"] = question.reading == analysis::Reading::WorstCase ? "worst_case" : "as_stated";
    object["before"] = advice.before;
    object["considered"] = advice.considered;
    object["ruled_out"] = advice.ruledOut;
    object["changes"] = offers;
    object["pair"] = advice.pair ? QJsonValue(offerJson(*advice.pair)) : QJsonValue();
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

QByteArray unknownsJson(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question,
                        const Unknowns& unknowns) {
    QJsonArray open;
    for (const Unknown& unknown : unknowns.open)
        open.append(QJsonObject{{"element", unknown.element},
                                {"attribute", unknown.attribute},
                                {"question", unknown.question},
                                {"good_answer", unknown.goodAnswer},
                                {"bad_answer", unknown.badAnswer},
                                {"worst_falls", unknown.worstFalls},
                                {"stated_rises", unknown.statedRises}});
    QJsonObject object = asked(facts, seeds, question);
    object["stated"] = unknowns.stated;
    object["worst"] = unknowns.worst;
    object["unanswered"] = unknowns.unanswered;
    object["open"] = open;
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace sallyport::advice
