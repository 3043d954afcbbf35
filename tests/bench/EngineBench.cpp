// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BitReachability.h"
#include "Generated.h"
#include "Rivals.h"

#include "analysis/CompileModel.h"
#include "analysis/Engine.h"

#include <QByteArray>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>

#include <sys/resource.h>

/// Timings of the blast-radius engine against its targets: medians over models with fixed seeds.
namespace {

using namespace sallyport;
using analysis::AttackFacts;
using analysis::Engine;
using analysis::Reading;
using bench::Want;
using model::Model;

int runsFor(int components) { return components > 20'000 ? 3 : components > 2'000 ? 9 : 31; }

struct Subject {
    std::string name;
    int components;
    Model model;
    Engine engine = Engine::compile(analysis::attackFacts(model, Reading::AsStated));

    const AttackFacts& facts() const { return engine.facts(); }

    void report(const char* what, double ms, double target) const { bench::report((name + ": " + what).c_str(), ms, target); }
    double medianMs(const std::function<void()>& timed) const { return bench::medianMs(runsFor(components), timed); }
};

Subject layered(int components) {
    return {std::to_string(components) + " layered", components, bench::layeredModel(components)};
}

Subject entangled(int components) {
    return {std::to_string(components) + " entangled", components, bench::generatedModel(components, 3.6, true)};
}

void describe(const Subject& subject) {
    std::size_t holdings = 0;
    for (const auto& component : subject.facts().components) holdings += component.holds.size();
    std::printf("\n%s: %zu flows, %zu holdings, %zu grants\n", subject.name.c_str(), subject.facts().flows.size(), holdings,
                subject.facts().grants.size());
}

struct Targets {
    double ranking, edit, compile, everything;
};

/// From an edit to the selected source: its levels and score, and the proofs of fifty of its facts.
void selectedSource(const Subject& subject, const analysis::Ranking& ranking, double target) {
    const analysis::Seed worst = ranking.sources.front().seed;
    const analysis::Seed middling = ranking.sources[ranking.sources.size() / 4].seed;
    for (const auto& [name, seed] : {std::pair("the worst source", worst), std::pair("a middling source", middling)}) {
        std::size_t count = 0;
        const double ms = subject.medianMs([&] {
            const analysis::Blast blast = subject.engine.blast({&seed, 1});
            count = blast.facts.size();
            for (std::size_t i = 0; i < std::min<std::size_t>(50, count); ++i)
                (void)blast.proof(blast.facts[count - 1 - i].fact);
        });
        subject.report((std::string(name) + ", " + std::to_string(count) + " facts, 50 proofs").c_str(), ms, target);
    }
}

/// As the window does after an edit: both readings compiled and ranked.
void everythingAnew(const Model& model) {
    for (const Reading reading : {Reading::AsStated, Reading::WorstCase})
        (void)Engine::compile(analysis::attackFacts(model, reading)).ranking();
}

void measure(const Subject& subject, Targets targets) {
    describe(subject);
    std::optional<analysis::Ranking> ranking;
    subject.report("all sources ranked", subject.medianMs([&] { ranking = subject.engine.ranking(); }), targets.ranking);
    selectedSource(subject, *ranking, targets.edit);
    subject.report("model to attack facts",
                   subject.medianMs([&] { (void)analysis::attackFacts(subject.model, Reading::AsStated); }), targets.compile);
    AttackFacts facts;
    const double ms = bench::medianMs(
        runsFor(subject.components), [&] { (void)Engine::compile(std::move(facts)); }, [&] { facts = subject.facts(); });
    subject.report("attack facts to clauses, baseline", ms, targets.compile);
    subject.report("both readings compiled and ranked", subject.medianMs([&] { everythingAnew(subject.model); }),
                   targets.everything);
    std::printf("    concentration %.2f, baseline %.3f\n", ranking->concentration, ranking->baseline.score);
}

/// How long after a request to stop, made while it runs, the work is given up. work(stop) says whether it was finished.
void cancel(const Subject& subject, const char* what, const std::function<bool(std::stop_token)>& work) {
    std::vector<double> late;
    for (const int after : {5, 20, 50, 100, 200, 400}) {
        std::stop_source stop;
        std::chrono::steady_clock::time_point asked;
        std::jthread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(after));
            asked = std::chrono::steady_clock::now();
            stop.request_stop();
        });
        const bool finished = work(stop.get_token());
        const auto end = std::chrono::steady_clock::now();
        asker.join();
        if (!finished) late.push_back(std::chrono::duration<double, std::milli>(end - asked).count());
    }
    if (late.empty()) return;
    subject.report(
        (std::string(what) + " given up after it was cancelled, the latest of " + std::to_string(late.size())).c_str(),
        *std::max_element(late.begin(), late.end()), 10);
}

void cancelAll(const Subject& subject) {
    cancel(subject, "ranking", [&](std::stop_token stop) { return subject.engine.ranking({}, std::move(stop)).has_value(); });
    cancel(subject, "model to attack facts", [&](std::stop_token stop) {
        return analysis::attackFacts(subject.model, Reading::WorstCase, std::move(stop)).has_value();
    });
    AttackFacts facts = subject.facts();
    cancel(subject, "attack facts to clauses",
           [&](const std::stop_token& stop) { return Engine::compile(std::move(facts), stop).has_value(); });
}

void memory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    bench::reportFigure("memory at 100000 components, the model included", static_cast<double>(usage.ru_maxrss) / 1024, "MB",
                        1500, Want::AtMost);
}

/// What the same question costs elsewhere.
void rivals() {
    std::printf("\nAgainst others\n");
    for (const int components : {100, 1000}) {
        const Subject subject = layered(components);
        const auto ranking = subject.engine.ranking();
        const double each =
            subject.medianMs([&] { (void)subject.engine.ranking(); }) / static_cast<double>(ranking->sources.size());
        const auto theirs = bench::clingoMsPerSource(subject.engine, *ranking);
        if (!theirs) return std::puts("    clingo is not installed, or disagrees: not compared"), void();
        std::printf("    clingo %.1f ms a source, we %.5f ms\n", *theirs, each);
        bench::reportFigure((subject.name + ": faster than clingo, a source, grounding included").c_str(), *theirs / each, "x",
                            components == 1000 ? 2500 : 1, Want::AtLeast);
    }
    for (const Subject& subject : {layered(10'000), entangled(10'000)}) {
        const auto theirs = bench::igraphAllReachable(subject.facts());
        if (!theirs) return std::puts("    built without igraph: not compared"), void();
        const bench::Reachability ours = bench::ownAllReachable(subject.facts());
        if (ours.pairs != theirs->pairs) return std::puts("    igraph disagrees: not compared"), void();
        const double whole = subject.medianMs([&] { (void)subject.engine.ranking(); });
        std::printf("    igraph %.0f ms, we %.0f ms, %lld pairs; all rules %.1f ms\n", theirs->ms, ours.ms,
                    static_cast<long long>(ours.pairs), whole);
        bench::reportFigure((subject.name + ": all sources, all rules, faster than igraph's plain reachability").c_str(),
                            theirs->ms / whole, "x", 100, Want::AtLeast);
        bench::reportFigure((subject.name + ": plain reachability by the engine, faster than igraph").c_str(),
                            theirs->ms / ours.ms, "x", 100, Want::AtLeast);
        qint64 pairs = 0;
        const double bits = subject.medianMs([&] { pairs = bench::reachedPairs(subject.facts()); });
        if (pairs != theirs->pairs) return std::puts("    the count by bits is wrong: not compared"), void();
        std::printf("    counted by bits, without the engine, %.2f ms\n", bits);
        bench::reportFigure((subject.name + ": pairs only counted, 512 sources a line, faster than igraph").c_str(),
                            theirs->ms / bits, "x", 100, Want::AtLeast);
    }
}

} // namespace

/// With a number: that many components alone, layered, and the memory they take.
int main(int argc, char** argv) {
    const int only = argc > 1 ? std::atoi(argv[1]) : 0;
    if (only == 0 || only == 100'000) {
        // First, so that the memory is theirs.
        const Subject largest = layered(100'000);
        measure(largest, {2'000, 100, 250, 1'500});
        memory();
        cancelAll(largest);
        if (only) return 0;
    }
    if (only == 0 || only == 100) measure(layered(100), {0.5, 0.1, 0.2, 1.6});
    if (only == 0 || only == 1000) {
        measure(layered(1'000), {5, 1, 2, 16});
        measure(entangled(1'000), {10, 1, 2, 16});
    }
    if (only == 0 || only == 10'000) {
        measure(layered(10'000), {60, 10, 25, 150});
        measure(entangled(10'000), {60, 10, 25, 150});
    }
    if (only == 0) rivals();
    return 0;
}
