// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AdviceText.h"

#include "charts/Telling.h"
#include "charts/Words.h"

namespace sallyport::cli {

namespace {

using advice::Advice;
using advice::Offer;
using advice::Question;

QString figure(const Question& question, double value) {
    if (!question.seeds.empty()) return charts::shareText(value);
    // What is not nothing never reads as nothing.
    return value > 0 && value < 0.005 ? QStringLiteral("<0.01") : QString::number(value, 'f', 2);
}

QString title(const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds, const Question& question) {
    QString text;
    if (seeds.empty()) {
        text = QStringLiteral("The best single changes of the model, by what they take off its concentration");
    } else {
        QStringList titles;
        for (const analysis::Seed& seed : seeds) titles << charts::seedClause(engine, seed);
        text = QStringLiteral("The best single changes, if %1").arg(titles.join(QStringLiteral(" and ")));
    }
    if (question.reading == analysis::Reading::WorstCase) text += QStringLiteral(", in the worst case");
    if (question.tier != analysis::everyTier) text += QStringLiteral(", with effort up to tier %1").arg(question.tier);
    return text + u'\n';
}

QString price(const advice::Price& price) {
    QStringList parts;
    const auto part = [&](int number, const char* one, const char* several) {
        if (number > 0) parts << charts::counted(number, QString::fromLatin1(one), QString::fromLatin1(several));
    };
    part(price.components, "component more", "components more");
    part(price.deployments, "deployment more", "deployments more");
    part(price.secrets, "secret more", "secrets more");
    return parts.isEmpty() ? QStringLiteral("nothing to add") : parts.join(QStringLiteral(", "));
}

QString where(const model::Model& model, const advice::Change& change) {
    QStringList names;
    for (const QString& id : change.elements) {
        constexpr qsizetype mostNames = 4;
        if (names.size() == mostNames) {
            names << QStringLiteral("and %1 more").arg(change.elements.size() - mostNames);
            break;
        }
        names << model.nameOf(id);
    }
    return names.join(QStringLiteral(", "));
}

QString line(const QString& name, const QString& text) {
    return QStringLiteral("      %1%2\n").arg(name.leftJustified(8), text);
}

QString gain(const Question& question, const Offer& offer) {
    const QString before = figure(question, offer.before), after = figure(question, offer.after);
    // A figure too coarse to show the gain would say that nothing is gained.
    constexpr int fine = 6;
    const bool isTooCoarse = offer.before - offer.after < 0.005 || before == after;
    const QString change =
        isTooCoarse
            ? QStringLiteral("%1 -> %2").arg(QString::number(offer.before, 'f', fine), QString::number(offer.after, 'f', fine))
            : QStringLiteral("%1 -> %2").arg(before, after);
    return offer.clears ? change + QStringLiteral(", nothing beyond what an outsider has") : change;
}

QString offerText(const model::Model& model, const Question& question, const Offer& offer) {
    QString text;
    for (const advice::Change& change : offer.changes) text += line(QStringLiteral("where"), where(model, change));
    text += line(QStringLiteral("gain"), gain(question, offer));
    return text + line(QStringLiteral("price"), price(offer.price()));
}

QString pairText(const model::Model& model, const Question& question, const Advice& advice) {
    if (!advice.pair) return QStringLiteral("\nNo two changes together that were tried do better.\n");
    QString text = QStringLiteral("\nTwo together do:\n\n");
    QString mark = QStringLiteral("   +  ");
    for (const advice::Change& change : advice.pair->changes) text += mark + change.title + QStringLiteral(".\n");
    return text + offerText(model, question, *advice.pair);
}

/// What is to be said where no single change is enough.
QString shortfall(const model::Model& model, const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds,
                  const Question& question, const Advice& advice) {
    if (seeds.empty()) {
        if (!advice.single.empty()) return {};
        return QStringLiteral("\nNo single change helps.\n") + pairText(model, question, advice);
    }
    for (const Offer& offer : advice.single)
        if (offer.clears) return {};
    const QString what =
        seeds.size() == 1 ? model.nameOf(charts::elementOf(engine, seeds.front())) : QStringLiteral("these compromises");
    const QString best = advice.single.empty()
                             ? QStringLiteral("none gains anything")
                             : QStringLiteral("the best leaves %1").arg(figure(question, advice.single.front().after));
    return QStringLiteral("\nNo single change clears %1: %2.\n").arg(what, best) + pairText(model, question, advice);
}

} // namespace

QString adviceText(const model::Model& model, const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds,
                   const Question& question, const Advice& advice) {
    QString text = title(engine, seeds, question);
    text += QStringLiteral("\n  %1 is %2 now. %3 evaluated or ruled out by proof.\n")
                .arg(seeds.empty() ? QStringLiteral("Concentration") : QStringLiteral("The share of all data weight"),
                     figure(question, advice.before),
                     charts::counted(advice.considered, QStringLiteral("change was"), QStringLiteral("changes were")));
    if (advice.isCleared)
        return text + (seeds.empty()
                           ? QStringLiteral("\nNothing falls with any component: there is nothing to gain.\n")
                           : QStringLiteral("\nIt adds nothing to what an outsider has: there is nothing to gain.\n"));
    int number = 0;
    for (const Offer& offer : advice.single)
        text += QStringLiteral("\n%1  %2.\n").arg(++number, 4).arg(offer.title()) + offerText(model, question, offer);
    return text + shortfall(model, engine, seeds, question, advice);
}

QString unknownsText(const analysis::Engine& engine, const std::vector<analysis::Seed>& seeds, const advice::Question& question,
                     const advice::Unknowns& unknowns) {
    QStringList titles;
    for (const analysis::Seed& seed : seeds) titles << charts::seedClause(engine, seed);
    QString text = QStringLiteral("The unanswered questions that open the gap between what is stated and the worst case");
    if (!titles.isEmpty()) text += QStringLiteral(", if %1").arg(titles.join(QStringLiteral(" and ")));
    text += QStringLiteral("\n\n  %1 is %2, up to %3 if the %4 bad.\n")
                .arg(seeds.empty() ? QStringLiteral("Concentration") : QStringLiteral("The share of all data weight"),
                     figure(question, unknowns.stated), figure(question, unknowns.worst),
                     charts::counted(unknowns.unanswered, QStringLiteral("unknown is"), QStringLiteral("unknowns are")));
    int number = 0;
    for (const advice::Unknown& unknown : unknowns.open) {
        text += QStringLiteral("\n%1  %2\n").arg(++number, 4).arg(unknown.question);
        if (unknown.worstFalls > 0)
            text += QStringLiteral("      %1: the worst case falls by %2, to %3\n")
                        .arg(unknown.goodAnswer, figure(question, unknown.worstFalls),
                             figure(question, unknowns.worst - unknown.worstFalls));
        if (unknown.statedRises > 0)
            text += QStringLiteral("      %1: what is stated rises by %2, to %3\n")
                        .arg(unknown.badAnswer, figure(question, unknown.statedRises),
                             figure(question, unknowns.stated + unknown.statedRises));
    }
    if (unknowns.open.empty()) text += QStringLiteral("\nNo single answer makes a difference.\n");
    return text;
}

} // namespace sallyport::cli
