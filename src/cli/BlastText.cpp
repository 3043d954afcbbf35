// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BlastText.h"

#include "cli/TextTable.h"

#include "analysis/Seeds.h"
#include "charts/Telling.h"
#include "charts/Words.h"

#include <algorithm>

namespace sallyport::cli {

namespace {

using analysis::AttackFacts;
using analysis::Blast;
using analysis::Breadth;
using analysis::Engine;
using analysis::FactKind;
using analysis::Index;
using analysis::Level;

QString line(const QString& name, const QString& value) {
    return QStringLiteral("  %1%2\n").arg(name.leftJustified(26), value);
}

QString title(const Engine& engine, const Blast& blast) {
    if (blast.seeds.empty()) return QStringLiteral("Nothing is compromised: what an outsider has anyway");
    QStringList titles;
    for (const analysis::Seed& seed : blast.seeds)
        titles << QStringLiteral("%1 (%2)").arg(charts::seedTitle(engine, seed), analysis::seedText(engine.facts(), seed));
    return titles.join(QStringLiteral("; "));
}

QString figures(const Engine& engine, const Blast& blast, const std::optional<analysis::Shares>& worst) {
    if (!blast.hasData) return QStringLiteral("  No data is drawn, or none weighs anything: a share says nothing here.\n");
    QString text = line(QStringLiteral("share of all data weight"),
                        QStringLiteral("%1 (read %2, written %3)")
                            .arg(charts::shareText(blast.shares.score), charts::shareText(blast.shares.read),
                                 charts::shareText(blast.shares.write)));
    if (!blast.seeds.empty() && blast.baseline.score > 0)
        text += line(QStringLiteral("beyond an outsider's"), charts::shareText(blast.adds));
    if (worst) text += line(QStringLiteral("in the worst case"), charts::shareText(worst->score));
    text += line(QStringLiteral("users hit"), charts::countText(blast.users));
    text += line(QStringLiteral("components controlled"), charts::amountText(blast.controlled));
    if (blast.afterEviction)
        text += line(QStringLiteral("usable after eviction"),
                     QStringLiteral("%1 (%2)").arg(charts::durationText(blast.afterEviction->longest),
                                                   displayName(at(engine.facts().secrets, blast.afterEviction->secret))));
    if (blast.tier != analysis::everyTier)
        text += line(QStringLiteral("effort"), QStringLiteral("up to tier %1").arg(blast.tier));
    return text;
}

/// Whether the component falls further than an outsider makes it; what does not is listed apart.
bool isNew(const Blast& blast, const Blast& baseline, Index component) {
    const auto now = at(blast.levels, component), before = at(baseline.levels, component);
    return std::pair(now.level, now.breadth) != std::pair(before.level, before.breadth);
}

QString components(const AttackFacts& facts, const Blast& blast, const Blast& baseline) {
    QString text;
    for (const bool wanted : {true, false}) {
        QStringList anyway;
        for (int level = static_cast<int>(Level::Controlled); level > static_cast<int>(Level::None); --level)
            for (const Breadth breadth : {Breadth::All, Breadth::Live, Breadth::One}) {
                QStringList names;
                for (Index i = 0; i < count(facts.components); ++i) {
                    const analysis::ComponentLevel& of = at(blast.levels, i);
                    if (static_cast<int>(of.level) == level && of.breadth == breadth && isNew(blast, baseline, i) == wanted)
                        names << displayName(at(facts.components, i));
                }
                if (names.isEmpty()) continue;
                QString word = analysis::levelWord(static_cast<Level>(level));
                if (static_cast<Level>(level) != Level::Reachable)
                    word += QStringLiteral(", ") + analysis::breadthWord(breadth);
                if (wanted)
                    text += line(word, names.join(QStringLiteral(", ")));
                else
                    anyway << QStringLiteral("%1: %2").arg(word, names.join(QStringLiteral(", ")));
            }
        if (!anyway.isEmpty())
            text += line(blast.seeds.empty() ? QStringLiteral("components") : QStringLiteral("open anyway"),
                         anyway.join(QStringLiteral("; ")));
    }
    return text;
}

QString things(const AttackFacts& facts, const Blast& blast) {
    QStringList data, secrets, identities;
    for (Index i = 0; i < count(facts.data); ++i) {
        const Breadth read = blast.breadth(FactKind::Read, i), written = blast.breadth(FactKind::Write, i);
        const Breadth widest = std::max(read, written);
        if (widest == Breadth::None) continue;
        const QString how = read == written  ? QString()
                            : read > written ? QStringLiteral(", read")
                                             : QStringLiteral(", written");
        data
            << QStringLiteral("%1 (%2%3)").arg(displayName(at(facts.data, i)), charts::usersOf(at(facts.data, i), widest), how);
    }
    const auto gather = [&](FactKind kind, const auto& list, QStringList& names) {
        for (Index i = 0; i < count(list); ++i)
            if (const Breadth breadth = blast.breadth(kind, i); breadth != Breadth::None)
                names << QStringLiteral("%1 (%2)").arg(displayName(at(list, i)), analysis::breadthWord(breadth));
    };
    gather(FactKind::Have, facts.secrets, secrets);
    gather(FactKind::Act, facts.identities, identities);
    QString text;
    if (!data.isEmpty()) text += line(QStringLiteral("data"), data.join(QStringLiteral(", ")));
    if (!secrets.isEmpty()) text += line(QStringLiteral("secrets"), secrets.join(QStringLiteral(", ")));
    if (!identities.isEmpty()) text += line(QStringLiteral("identities"), identities.join(QStringLiteral(", ")));
    return text;
}

QString nameIn(const AttackFacts& facts, const QString& id) {
    for (const auto& data : facts.data)
        if (data.id == id) return displayName(data);
    for (const auto& component : facts.components)
        if (component.id == id) return displayName(component);
    return id;
}

QString pathText(const Engine& engine, const Blast& blast, const QString& element) {
    const auto path = charts::pathTo(engine, blast, element);
    if (!path || path->isEmpty()) return {};
    QString text =
        QStringLiteral("\nHow %1 falls (%2, %3)\n")
            .arg(nameIn(engine.facts(), element), charts::counted(path->steps, QStringLiteral("step"), QStringLiteral("steps")),
                 charts::effortText(path->effort));
    for (const analysis::Sentence& sentence : path->sentences)
        text += QStringLiteral("%1  %2  [%3]\n").arg(sentence.number, 3).arg(sentence.text, path->rules(sentence));
    if (const charts::ChokeText choke = charts::chokeText(engine, *path); !choke.isEmpty())
        text += QStringLiteral("     Choke point: %1; %2.\n").arg(choke.name, choke.effect);
    return text;
}

/// The data that loses most; of a baseline, that which an outsider has at its widest.
QString dataToTell(const Engine& engine, const Blast& blast) {
    if (!blast.seeds.empty()) return charts::worstData(engine, blast);
    for (Index i = 0; i < count(engine.facts().data); ++i)
        if (blast.breadth(FactKind::Read, i) != Breadth::None || blast.breadth(FactKind::Write, i) != Breadth::None)
            return at(engine.facts().data, i).id;
    return {};
}

QString breadthOf(const analysis::Seed& seed) { return analysis::breadthWord(seed.breadth); }

QString nameOf(const AttackFacts& facts, const analysis::Seed& seed) {
    switch (seed.kind) {
        case FactKind::Have:
            return displayName(at(facts.secrets, seed.element));
        case FactKind::Act:
            return displayName(at(facts.identities, seed.element));
        default:
            return displayName(at(facts.components, seed.element));
    }
}

QString kindOf(const analysis::Seed& seed) {
    switch (seed.kind) {
        case FactKind::Have:
            return QStringLiteral("secret leaks");
        case FactKind::Act:
            return QStringLiteral("identity is taken");
        default:
            return QStringLiteral("component falls");
    }
}

} // namespace

QString blastText(const Engine& engine, const Blast& blast, const std::optional<analysis::Shares>& worst, Paths paths) {
    const AttackFacts& facts = engine.facts();
    const Blast baseline = charts::baselineOf(engine, blast);
    QString text = title(engine, blast) + QStringLiteral("\n\n") + figures(engine, blast, worst);
    const QString fallen = components(facts, blast, baseline) + things(facts, blast);
    text += fallen.isEmpty() ? QStringLiteral("\nNothing falls.\n") : QStringLiteral("\nWhat falls\n") + fallen;
    const QString data = dataToTell(engine, blast);
    text += pathText(engine, blast, data);
    if (paths == Paths::Worst) return text;
    for (const auto& asset : facts.data)
        if (asset.id != data) text += pathText(engine, blast, asset.id);
    for (const auto& component : facts.components) text += pathText(engine, blast, component.id);
    return text;
}

QString rankingText(const Engine& engine, const analysis::Ranking& ranking) {
    using Side = TextTable::Side;
    const AttackFacts& facts = engine.facts();
    TextTable table({QStringLiteral("adds"), QStringLiteral("share"), QStringLiteral("what"), QStringLiteral("of"),
                     QStringLiteral("breadth"), QStringLiteral("users"), QStringLiteral("controlled")});
    for (const int column : {0, 1, 5, 6}) table.setSide(column, Side::Right);
    int idle = 0;
    for (const analysis::RankedSource& source : ranking.sources) {
        if (source.adds <= 0) {
            ++idle;
            continue;
        }
        table.add({charts::shareText(source.adds), charts::shareText(source.shares.score), nameOf(facts, source.seed),
                   kindOf(source.seed), breadthOf(source.seed), charts::countText(source.users),
                   charts::amountText(source.controlled)});
    }
    QString text =
        QStringLiteral(
            "The most dangerous single compromises: shares of all data weight; what each adds to what an\n"
            "outsider has anyway%1.\n\n")
            .arg(ranking.tier == analysis::everyTier ? QString()
                                                     : QStringLiteral(", with effort up to tier %1").arg(ranking.tier));
    text += table.text(QStringLiteral("  "));
    if (idle > 0) text += QStringLiteral("  %1 more add nothing.\n").arg(idle);
    TextTable assets(
        {QStringLiteral("exposure"), QStringLiteral("data"), QStringLiteral("read by"), QStringLiteral("written by")});
    for (const int column : {0, 2, 3}) assets.setSide(column, Side::Right);
    for (const analysis::ExposedAsset& asset : ranking.assets)
        if (asset.exposure > 0)
            assets.add({QString::number(asset.exposure, 'f', 2), displayName(at(facts.data, asset.data)),
                        QString::number(asset.readBy), QString::number(asset.writtenBy)});
    text += QStringLiteral("\nMost exposed data: what all these compromises together take of it.\n\n") +
            assets.text(QStringLiteral("  "));
    text += QStringLiteral("\nConcentration %1. An outsider has %2 without any compromise.\n")
                .arg(QString::number(ranking.concentration, 'f', 2), charts::shareText(ranking.baseline.score));
    return text;
}

} // namespace sallyport::cli
