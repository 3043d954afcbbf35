// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BitReachability.h"

#include <array>
#include <bit>

namespace sallyport::bench {

using namespace analysis;

namespace {

/// A directed graph in one array: the ends of a vertex's edges stand from start[v] to start[v + 1].
struct Graph {
    std::vector<Index> start, ends;

    Index vertices() const { return count(start) - 1; }
};

template <class Edges>
Graph graphOf(Index vertices, Edges edges) {
    Graph graph;
    graph.start.assign(static_cast<std::size_t>(vertices) + 1, 0);
    edges([&](Index from, Index) { ++at(graph.start, from + 1); });
    for (Index v = 0; v < vertices; ++v) at(graph.start, v + 1) += at(graph.start, v);
    graph.ends.resize(static_cast<std::size_t>(graph.start.back()));
    std::vector<Index> next(graph.start.begin(), graph.start.end() - 1);
    edges([&](Index from, Index to) { at(graph.ends, at(next, from)++) = to; });
    return graph;
}

/// Tarjan's strongly connected components, without recursion. They come out numbered so that edges between them lead from
/// a higher number to a lower.
class Components {
public:
    explicit Components(const Graph& graph)
        : of(static_cast<std::size_t>(graph.vertices()), none),
          graph_(graph),
          order_(of.size(), none),
          low_(of.size(), none),
          next_(graph.start.begin(), graph.start.end() - 1) {
        for (Index v = 0; v < graph.vertices(); ++v)
            if (at(order_, v) == none) search(v);
    }

    std::vector<Index> of;    ///< By vertex.
    std::vector<Index> sizes; ///< By component.

private:
    void enter(Index v) {
        at(order_, v) = at(low_, v) = visited_++;
        open_.push_back(v);
        path_.push_back(v);
    }
    void search(Index root) {
        enter(root);
        while (!path_.empty()) {
            const Index v = path_.back();
            Index& edge = at(next_, v);
            if (edge < at(graph_.start, v + 1)) {
                const Index to = at(graph_.ends, edge++);
                if (at(order_, to) == none)
                    enter(to);
                else if (at(of, to) == none)
                    at(low_, v) = std::min(at(low_, v), at(order_, to));
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) at(low_, path_.back()) = std::min(at(low_, path_.back()), at(low_, v));
            if (at(low_, v) == at(order_, v)) close(v);
        }
    }
    void close(Index v) {
        sizes.push_back(0);
        Index member = none;
        do {
            member = open_.back();
            open_.pop_back();
            at(of, member) = count(sizes) - 1;
            ++sizes.back();
        } while (member != v);
    }

    const Graph& graph_;
    std::vector<Index> order_, low_, next_, open_, path_;
    Index visited_ = 0;
};

constexpr int words = 8; // A cache line.
using Line = std::array<std::uint64_t, words>;

void set(Line& line, Index bit) {
    line[static_cast<std::size_t>(bit) / 64] |= std::uint64_t{1} << (static_cast<std::size_t>(bit) % 64);
}

} // namespace

qint64 reachedPairs(const AttackFacts& facts) {
    const Graph calls = graphOf(count(facts.components), [&](auto edge) {
        for (const FlowFacts& flow : facts.flows) edge(flow.from, flow.to);
    });
    const Components components(calls);
    const Index all = count(components.sizes);
    const Graph condensed = graphOf(all, [&](auto edge) {
        for (const FlowFacts& flow : facts.flows)
            if (const Index from = at(components.of, flow.from), to = at(components.of, flow.to); from != to) edge(from, to);
    });
    qint64 pairs = 0;
    std::vector<Line> reachedBy(static_cast<std::size_t>(all));
    for (Index first = 0; first < all; first += 64 * words) {
        const Index last = std::min(all, first + 64 * words);
        Line several{}; // Sources that are more than one component.
        for (Index v = first; v < last; ++v)
            if (at(components.sizes, v) > 1) set(several, v - first);
        // Edges lead down: nothing above the sources is reached.
        std::fill(reachedBy.begin(), reachedBy.begin() + last, Line{});
        for (Index v = last - 1; v >= 0; --v) {
            Line& line = at(reachedBy, v);
            if (v >= first) set(line, v - first);
            std::uint64_t any = 0;
            for (const std::uint64_t word : line) any |= word;
            if (any == 0) continue;
            for (Index edge = at(condensed.start, v); edge < at(condensed.start, v + 1); ++edge) {
                Line& reached = at(reachedBy, at(condensed.ends, edge));
                for (std::size_t w = 0; w < words; ++w) reached[w] |= line[w];
            }
            qint64 sources = 0;
            for (std::size_t w = 0; w < words; ++w) {
                sources += std::popcount(line[w]);
                for (std::uint64_t bits = line[w] & several[w]; bits != 0; bits &= bits - 1)
                    sources += at(components.sizes, first + static_cast<Index>(64 * w) + std::countr_zero(bits)) - 1;
            }
            pairs += sources * at(components.sizes, v);
        }
    }
    return pairs;
}

} // namespace sallyport::bench
