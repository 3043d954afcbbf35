// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/BlastQuestion.h"
#include "cli/BlastText.h"
#include "cli/Command.h"
#include "cli/Files.h"

#include "analysis/AttackFactsJson.h"
#include "analysis/BlastJson.h"
#include "analysis/CompileModel.h"
#include "analysis/Engine.h"

#include <algorithm>

namespace sallyport::cli {

using analysis::Engine;

Expected<std::vector<analysis::Seed>> seedsOf(const analysis::AttackFacts& facts, const QStringList& names) {
    std::vector<analysis::Seed> seeds;
    for (const QString& name : names) {
        const auto seed = analysis::parseSeed(facts, name);
        if (!seed) return tl::make_unexpected(seed.error());
        if (std::find(seeds.begin(), seeds.end(), *seed) == seeds.end()) seeds.push_back(*seed);
    }
    return seeds;
}

Expected<int> tierOf(const Arguments& arguments) {
    if (!arguments.has(QStringLiteral("tier"))) return analysis::everyTier;
    bool isNumber = false;
    const int tier = arguments.value(QStringLiteral("tier")).toInt(&isNumber);
    if (!isNumber || tier < 0 || tier > analysis::everyTier) return refuse(QStringLiteral("--tier takes 0, 1, 2 or 3."));
    return tier;
}

namespace {

/// The engine asked, and the one of the other reading where there is one.
struct Engines {
    Engine asked;
    std::optional<Engine> worst;
};

QString objection(const Arguments& arguments) {
    const bool facts = arguments.has(QStringLiteral("facts"));
    if (facts && !arguments.operands().isEmpty()) return QStringLiteral("Give a FILE or --facts, not both.");
    if (!facts && arguments.operands().isEmpty()) return QStringLiteral("blast needs FILE, or --facts FACTS.json.");
    if (facts && arguments.has(QStringLiteral("worst-case")))
        return QStringLiteral("Attack facts leave nothing unanswered: --worst-case belongs to a model.");
    if (arguments.has(QStringLiteral("all")) && arguments.has(QStringLiteral("from")))
        return QStringLiteral("Give --from or --all, not both.");
    if (arguments.has(QStringLiteral("all")) && arguments.has(QStringLiteral("proof")))
        return QStringLiteral("--proof goes with --from: a ranking proves nothing in particular.");
    return {};
}

Expected<Engines> enginesOf(const Arguments& arguments) {
    if (arguments.has(QStringLiteral("facts"))) {
        const QString path = arguments.value(QStringLiteral("facts"));
        const auto bytes = readFile(path);
        if (!bytes) return tl::make_unexpected(bytes.error());
        auto facts = analysis::readAttackFacts(*bytes, path);
        if (!facts) return tl::make_unexpected(facts.error());
        return Engines{Engine::compile(std::move(*facts)), std::nullopt};
    }
    const auto document = openModel(arguments.operands().first());
    if (!document) return tl::make_unexpected(document.error());
    const model::Model& model = (*document)->model();
    Engine worst = Engine::compile(analysis::attackFacts(model, analysis::Reading::WorstCase));
    if (arguments.has(QStringLiteral("worst-case"))) return Engines{std::move(worst), std::nullopt};
    return Engines{Engine::compile(analysis::attackFacts(model, analysis::Reading::AsStated)), std::move(worst)};
}

/// The same compromises in the other reading; nothing if one of them is not there.
std::optional<analysis::Shares> worstShares(const Engines& engines, const analysis::Blast& blast) {
    if (!engines.worst) return std::nullopt;
    std::vector<analysis::Seed> seeds;
    for (const analysis::Seed& seed : blast.seeds) {
        const auto same = analysis::parseSeed(engines.worst->facts(), analysis::seedText(engines.asked.facts(), seed));
        if (!same) return std::nullopt;
        seeds.push_back(*same);
    }
    return engines.worst->blast(seeds, {blast.tier}).shares;
}

Outcome run(const Arguments& arguments) {
    if (const QString spoken = objection(arguments); !spoken.isEmpty())
        return Outcome::wrongUse(spoken + QStringLiteral(" See: sallyport blast --help"));
    const auto tier = tierOf(arguments);
    if (!tier) return Outcome::wrongUse(tier.error().text());
    const analysis::BlastOptions options{*tier};
    const auto engines = enginesOf(arguments);
    if (!engines) return Outcome::refused(engines.error());
    const Engine& engine = engines->asked;
    const bool json = arguments.has(QStringLiteral("json"));
    if (arguments.has(QStringLiteral("all"))) {
        const analysis::Ranking ranking = engine.ranking(options).value();
        return Outcome::of(json ? analysis::rankingJson(engine.facts(), ranking) : rankingText(engine, ranking).toUtf8());
    }
    const auto seeds = seedsOf(engine.facts(), arguments.values(QStringLiteral("from")));
    if (!seeds) return Outcome::wrongUse(seeds.error().text());
    const analysis::Blast blast = engine.blast(*seeds, options);
    const bool proof = arguments.has(QStringLiteral("proof"));
    if (json)
        return Outcome::of(
            analysis::blastJson(engine.facts(), blast, proof ? analysis::WithProof::Yes : analysis::WithProof::No));
    return Outcome::of(blastText(engine, blast, worstShares(*engines, blast), proof ? Paths::Every : Paths::Worst).toUtf8());
}

} // namespace

Command blastCommand() {
    return {
        QStringLiteral("blast"),
        QStringLiteral("[FILE]"),
        0,
        1,
        QStringLiteral("tell how far a compromise reaches"),
        {{QStringLiteral("from"),
          {},
          QStringLiteral("WHAT"),
          QStringLiteral("what is compromised; several at once if repeated"),
          true},
         {QStringLiteral("all"), {}, {}, QStringLiteral("rank every single compromise")},
         {QStringLiteral("worst-case"), {}, {}, QStringLiteral("read every unanswered question as bad as can be")},
         {QStringLiteral("tier"),
          {},
          QStringLiteral("N"),
          QStringLiteral("leave out what takes more effort than 0, 1, 2 or 3")},
         {QStringLiteral("proof"), {}, {}, QStringLiteral("tell every path; in JSON each fact's rule and reasons")},
         {QStringLiteral("json"), {}, {}, QStringLiteral("as JSON")},
         {QStringLiteral("facts"), {}, QStringLiteral("FACTS.json"), QStringLiteral("run on attack facts instead of a model")}},
        QStringLiteral(
            "WHAT is an id or a unique name, with @one, @live or @all behind it if need be; or control:ID, have:ID,\n"
            "act:ID, with :one, :live or :all. Without --from and --all: what an outsider has anyway.\n"
            "Effort: 0 bookkeeping, 1 ordinary use, 2 intrusive, 3 exploit."),
        false,
        run};
}

} // namespace sallyport::cli
