// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rivals.h"

#include "../analysis/Datalog.h"
#include "../analysis/RandomFacts.h"
#include "Generated.h"

#include <QStandardPaths>

#include <algorithm>
#include <cmath>

#ifdef SALLYPORT_IGRAPH
#include <igraph/igraph.h>
#endif

namespace sallyport::bench {

using namespace analysis;

std::optional<double> clingoMsPerSource(const Engine& engine, const Ranking& ranking) {
    constexpr std::size_t sources = 5;
    const QString clingo = QStandardPaths::findExecutable(QStringLiteral("clingo"));
    if (clingo.isEmpty()) return std::nullopt;
    std::vector<double> times;
    for (std::size_t i = 0; i < sources; ++i) {
        const std::vector<Seed> seeds{ranking.sources[i * ranking.sources.size() / sources].seed};
        const QByteArray program = test::datalog(1, engine.facts(), seeds);
        QSet<QString> theirs;
        times.push_back(medianMs(1, [&] { theirs = test::clingo(clingo, program).value(1); }));
        theirs.removeIf([](const QString& fact) { return fact.startsWith(u"trusted("); });
        QSet<QString> ours;
        for (const DerivedFact& fact : engine.blast(seeds).facts) ours.insert(test::plainText(engine.facts(), fact.fact));
        if (ours != theirs) return std::nullopt;
    }
    std::sort(times.begin(), times.end());
    return times[sources / 2];
}

std::optional<Reachability> igraphAllReachable([[maybe_unused]] const AttackFacts& facts) {
#ifdef SALLYPORT_IGRAPH
    const auto components = static_cast<igraph_integer_t>(facts.components.size());
    igraph_vector_int_t edges;
    igraph_vector_int_init(&edges, 0);
    for (const FlowFacts& flow : facts.flows) {
        igraph_vector_int_push_back(&edges, flow.from);
        igraph_vector_int_push_back(&edges, flow.to);
    }
    igraph_t graph;
    igraph_create(&graph, &edges, components, IGRAPH_DIRECTED);
    igraph_vector_int_t reached;
    igraph_vector_int_init(&reached, 0);
    Reachability result;
    result.ms = medianMs(1, [&] {
        for (igraph_integer_t source = 0; source < components; ++source) {
            igraph_subcomponent(&graph, &reached, source, IGRAPH_OUT);
            result.pairs += igraph_vector_int_size(&reached);
        }
    });
    igraph_vector_int_destroy(&reached);
    igraph_destroy(&graph);
    igraph_vector_int_destroy(&edges);
    return result;
#else
    return std::nullopt;
#endif
}

Reachability ownAllReachable(const AttackFacts& facts) {
    AttackFacts graph;
    graph.zones.emplace_back().id = QStringLiteral("z");
    for (const ComponentFacts& component : facts.components) {
        ComponentFacts& vertex = graph.components.emplace_back();
        vertex.id = component.id;
        vertex.zone = 0;
    }
    for (const FlowFacts& flow : facts.flows) at(graph.components, flow.to).codeFrom.push_back(flow.from);
    const Engine engine = Engine::compile(std::move(graph));
    Reachability result;
    result.ms = medianMs(3, [&] {
        double pairs = 0;
        const auto ranking = engine.ranking();
        for (const RankedSource& source : ranking->sources) pairs += source.controlled;
        result.pairs = std::llround(pairs);
    });
    return result;
}

} // namespace sallyport::bench
