// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/BlastJson.h"

#include "analysis/JsonText.h"
#include "analysis/Narrative.h"
#include "analysis/Seeds.h"

#include <QStringList>

namespace sallyport::analysis {

namespace {

QByteArray sharesJson(const Shares& shares) {
    return "\"score\": " + jsonNumber(shares.score) + ", \"read\": " + jsonNumber(shares.read) +
           ", \"write\": " + jsonNumber(shares.write);
}

QByteArray argsJson(const AttackFacts& facts, const Fact& fact) {
    const auto id = [&](ElementKind kind, Index index) { return jsonText(elementId(facts, {kind, index})); };
    switch (fact.kind) {
        case FactKind::Foothold:
            return id(ElementKind::Zone, fact.element);
        case FactKind::Open:
        case FactKind::Path:
            return id(ElementKind::Flow, fact.element);
        case FactKind::Have:
            return id(ElementKind::Secret, fact.element);
        case FactKind::Act:
            return id(ElementKind::Identity, fact.element);
        case FactKind::Use:
            return id(ElementKind::Grant, fact.element);
        case FactKind::Get:
        case FactKind::Read:
        case FactKind::Write:
            return id(ElementKind::Data, fact.element);
        case FactKind::Claim:
            return id(ElementKind::Grant, fact.element) + ", " + id(ElementKind::Identity, fact.second);
        case FactKind::Trusted:
            return id(ElementKind::Identity, fact.element) + ", " + id(ElementKind::Component, fact.second);
        case FactKind::Control:
        case FactKind::Reach:
        case FactKind::Issuer:
        case FactKind::Touch:
            break;
    }
    return id(ElementKind::Component, fact.element);
}

QByteArray factJson(const AttackFacts& facts, const ProofStep& step, WithProof proof) {
    QByteArray text =
        "{\"fact\": \"" + factWord(step.fact.kind).toLatin1() + "\", \"args\": [" + argsJson(facts, step.fact) + ']';
    if (hasBreadth(step.fact.kind)) text += ", \"breadth\": \"" + breadthWord(step.fact.breadth).toLatin1() + '"';
    text += ", \"steps\": " + QByteArray::number(step.steps) + ", \"effort\": " + QByteArray::number(step.effort) +
            ", \"new\": " + (step.isNew ? "true" : "false");
    if (proof == WithProof::Yes) {
        text += ", \"rule\": \"" + ruleId(step.rule).toLatin1() + "\", \"because\": [";
        for (std::size_t i = 0; i < step.because.size(); ++i)
            text += (i == 0 ? "" : ", ") + QByteArray::number(step.because[i]);
        text += ']';
    }
    return text + '}';
}

QByteArray factsJson(const AttackFacts& facts, const Blast& blast, WithProof proof) {
    QByteArray text;
    const auto add = [&](const ProofStep& step) { text += (text.isEmpty() ? "\n  " : ",\n  ") + factJson(facts, step, proof); };
    if (proof == WithProof::Yes) {
        for (const ProofStep& step : blast.proofs().steps) add(step);
    } else {
        for (const DerivedFact& derived : blast.facts) add({derived.fact, 0, {}, derived.steps, derived.effort, derived.isNew});
    }
    return '[' + text + ']';
}

QByteArray levelsJson(const AttackFacts& facts, const Blast& blast) {
    QByteArray text;
    for (std::size_t i = 0; i < blast.levels.size(); ++i) {
        const ComponentLevel& level = blast.levels[i];
        text += (text.isEmpty() ? "\n  " : ",\n  ") + jsonText(facts.components[i].id) + ": {\"level\": \"" +
                levelWord(level.level).toLatin1() + '"';
        if (level.breadth != Breadth::None) text += ", \"breadth\": \"" + breadthWord(level.breadth).toLatin1() + '"';
        text += '}';
    }
    return '{' + text + '}';
}

} // namespace

QByteArray blastJson(const AttackFacts& facts, const Blast& blast, WithProof proof) {
    QStringList seeds;
    for (const Seed& seed : blast.seeds) seeds.push_back(seedText(facts, seed));
    return "{\"seed\": " + jsonText(seeds.join(u',')) + ", " + sharesJson(blast.shares) +
           ", \"adds\": " + jsonNumber(blast.adds) + ", \"controlled\": " + jsonNumber(blast.controlled) +
           ",\n \"users\": " + QByteArray::number(blast.users) + ", \"baseline\": {" + sharesJson(blast.baseline) +
           "},\n \"facts\": " + factsJson(facts, blast, proof) + ",\n \"levels\": " + levelsJson(facts, blast) + "}\n";
}

QByteArray rankingJson(const AttackFacts& facts, const Ranking& ranking) {
    QByteArray sources;
    for (const RankedSource& source : ranking.sources)
        sources += (sources.isEmpty() ? "\n  {\"seed\": " : ",\n  {\"seed\": ") + jsonText(seedText(facts, source.seed)) +
                   ", " + sharesJson(source.shares) + ", \"adds\": " + jsonNumber(source.adds) +
                   ", \"controlled\": " + jsonNumber(source.controlled) + ", \"users\": " + QByteArray::number(source.users) +
                   '}';
    return "{\"ranking\": [" + sources + "],\n \"baseline\": {" + sharesJson(ranking.baseline) +
           "},\n \"concentration\": " + jsonNumber(ranking.concentration) + "}\n";
}

} // namespace sallyport::analysis
