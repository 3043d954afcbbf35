// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/RankingBuilder.h"

#include "analysis/BlastBuilder.h"
#include "analysis/Closure.h"
#include "analysis/EveryCore.h"
#include "analysis/Seeds.h"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace sallyport::analysis {

namespace {

/// Sources a thread takes at a time.
constexpr std::size_t chunk = 64;
/// Below this a second thread costs more to start than it saves.
constexpr std::size_t worthAThread = 512;
/// Shares closer than this are equal: the order of a ranking must not hang on rounding.
constexpr double rankingGrain = 1e12;

std::vector<Seed> allSources(const AttackFacts& facts) {
    std::vector<Seed> sources;
    sources.reserve(facts.components.size() + facts.secrets.size() + facts.identities.size());
    for (const FactKind kind : {FactKind::Control, FactKind::Have, FactKind::Act}) {
        const std::vector<Seed> more = sourcesOf(facts, kind);
        sources.insert(sources.end(), more.begin(), more.end());
    }
    return sources;
}

/// One thread's part of the work.
class Worker {
public:
    Worker(const Program& program, const Clauses& clauses, std::span<const std::uint8_t> baseline, const Figures& outsider,
           int tier)
        : program_(program),
          outsider_(outsider),
          tier_(tier),
          spread_(clauses, baseline),
          hits_(program.points.points.size(), 0) {}

    void rank(RankedSource& source) {
        Figures figures = outsider_;
        if (seedEffort(program_.facts, source.seed) <= tier_) add(source.seed, figures);
        const Units units = figures.units;
        source.controlled = figures.controlled;
        source.users = figures.users;
        source.shares = sharesOf(units.read, units.write);
        source.adds = Points::share(std::max(units.read - outsider_.units.read, units.write - outsider_.units.write));
    }

    /// By read and write atom: how many sources derive it.
    const std::vector<int>& hits() const { return hits_; }

private:
    void add(const Seed& seed, Figures& figures) {
        const Atoms& atoms = program_.atoms;
        const Atom controlEnd = atoms[FactKind::Control].end();
        const Atom readBegin = atoms[FactKind::Read].begin();
        const Atom writeBegin = atoms[FactKind::Write].begin();
        for (const Atom atom : spread_.run(atoms[seed.kind].atom(seed.element, seed.breadth))) {
            if (atom < controlEnd) {
                figures.addControl(program_, atom);
            } else if (atom >= readBegin) {
                if (atom < writeBegin)
                    figures.addRead(program_, atom);
                else
                    figures.addWrite(program_, atom);
                ++at(hits_, atom - readBegin);
            }
        }
    }

    const Program& program_;
    const Figures& outsider_;
    int tier_;
    Spread spread_;
    std::vector<int> hits_;
};

std::vector<ExposedAsset> exposedAssets(const Program& program, const std::vector<int>& hits) {
    const AttackFacts& facts = program.facts;
    const std::size_t writes = hits.size() / 2;
    std::vector<ExposedAsset> assets;
    for (Index data = 0; data < count(facts.data); ++data) {
        const std::size_t first = 3 * static_cast<std::size_t>(data);
        double read = 0;
        double written = 0;
        for (std::size_t i = first; i < first + 3; ++i) {
            read += hits[i] * Points::share(program.points.points[i]);
            written += hits[writes + i] * Points::share(program.points.points[writes + i]);
        }
        assets.push_back({data, std::max(read, written), hits[first], hits[writes + first]});
    }
    std::sort(assets.begin(), assets.end(), [&](const ExposedAsset& a, const ExposedAsset& b) {
        const double difference = std::round((a.exposure - b.exposure) * rankingGrain);
        return difference != 0 ? difference > 0 : at(facts.data, a.data).id < at(facts.data, b.data).id;
    });
    return assets;
}

/// Ties by kind in the order of the words: act, control, have.
void sortSources(const AttackFacts& facts, std::vector<RankedSource>& sources) {
    struct SortKey {
        double adds;
        int kind;
        std::size_t position;
    };
    const auto kindRank = [](FactKind kind) { return kind == FactKind::Act ? 0 : kind == FactKind::Control ? 1 : 2; };
    std::vector<SortKey> keys;
    keys.reserve(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
        keys.push_back({std::round(sources[i].adds * rankingGrain), kindRank(sources[i].seed.kind), i});
    std::sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
        if (a.adds != b.adds) return a.adds > b.adds;
        if (a.kind != b.kind) return a.kind < b.kind;
        return seedElement(facts, sources[a.position].seed) < seedElement(facts, sources[b.position].seed);
    });
    std::vector<RankedSource> sorted;
    sorted.reserve(sources.size());
    for (const SortKey& key : keys) sorted.push_back(sources[key.position]);
    sources = std::move(sorted);
}

} // namespace

std::optional<Ranking> rank(const Program& program, const Clauses& clauses, std::span<const std::uint8_t> baseline, int tier,
                            std::stop_token stop) {
    Ranking ranking;
    ranking.tier = tier;
    for (const Seed& seed : allSources(program.facts)) ranking.sources.push_back({seed, {}, 0, 0, 0});
    std::vector<RankedSource>& sources = ranking.sources;
    const Figures outsider = figuresOf(program, baseline);
    ranking.baseline = sharesOf(outsider.units.read, outsider.units.write);

    const std::size_t workers = workersFor(sources.size() / worthAThread);
    std::atomic<std::size_t> next = 0;
    std::vector<std::vector<int>> hits(workers);
    const auto work = [&](std::size_t self) {
        Worker worker(program, clauses, baseline, outsider, tier);
        for (std::size_t from; (from = next.fetch_add(chunk)) < sources.size();)
            for (std::size_t i = from; i < std::min(from + chunk, sources.size()) && !stop.stop_requested(); ++i)
                worker.rank(sources[i]);
        hits[self] = worker.hits();
    };
    onEveryCore(workers, work);
    if (stop.stop_requested()) return std::nullopt;

    for (std::size_t i = 1; i < workers; ++i)
        std::transform(hits[0].begin(), hits[0].end(), hits[i].begin(), hits[0].begin(), std::plus<>());
    ranking.assets = exposedAssets(program, hits[0]);
    for (const RankedSource& source : sources)
        if (source.seed.kind == FactKind::Control) ranking.concentration += source.shares.score * source.shares.score;
    sortSources(program.facts, sources);
    return ranking;
}

} // namespace sallyport::analysis
