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

} // namespace

QByteArray adviceJson(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question,
                      const Advice& advice) {
    QJsonArray from, offers;
    for (const analysis::Seed& seed : seeds) from.append(analysis::seedText(facts, seed));
    for (const Offer& offer : advice.single) offers.append(offerJson(offer));
    const QJsonObject object{{"seeds", from},
                             {"reading", question.reading == analysis::Reading::WorstCase ? "worst_case" : "as_stated"},
                             {"tier", question.tier},
                             {"measure", seeds.empty() ? "concentration" : "score"},
                             {"before", advice.before},
                             {"considered", advice.considered},
                             {"ruled_out", advice.ruledOut},
                             {"changes", offers},
                             {"pair", advice.pair ? QJsonValue(offerJson(*advice.pair)) : QJsonValue()}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace sallyport::advice
