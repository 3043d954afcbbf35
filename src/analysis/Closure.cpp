// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Closure.h"

namespace sallyport::analysis {

namespace {

/// Calls derive(head) for each clause that `atom` completes. holds(atom) must already say yes for `atom` itself.
template <class Holds, class Derive>
inline void follow(const Clauses& clauses, Atom atom, Holds&& holds, Derive&& derive) {
    const auto a = static_cast<std::size_t>(atom);
    const Atom* head = clauses.oneHead.data() + clauses.oneStart[a];
    const Atom* const lastHead = clauses.oneHead.data() + clauses.oneStart[a + 1];
    for (; head != lastHead; ++head) derive(*head);
    const Conjunction* clause = clauses.all.data() + clauses.allStart[a];
    const Conjunction* const lastClause = clauses.all.data() + clauses.allStart[a + 1];
    for (; clause != lastClause; ++clause)
        if (holds(clause->other) && holds(clause->another)) derive(clause->head);
}

} // namespace

std::vector<std::uint8_t> closure(const Clauses& clauses, std::span<const Atom> given, AtomRange without,
                                  const std::stop_token& stop) {
    constexpr std::size_t stopEvery = 16384;
    std::vector<std::uint8_t> held(clauses.oneStart.size() - 1, 0);
    std::vector<Atom> queue;
    const auto holds = [&](Atom atom) { return at(held, atom) != 0; };
    const auto derive = [&](Atom atom) {
        if (at(held, atom) || without.contains(atom)) return;
        at(held, atom) = 1;
        queue.push_back(atom);
    };
    for (const Atom atom : given) derive(atom);
    for (std::size_t next = 0; next < queue.size(); ++next) {
        if (next % stopEvery == 0 && stop.stop_requested()) break;
        follow(clauses, queue[next], holds, derive);
    }
    return held;
}

Spread::Spread(const Clauses& clauses, std::span<const std::uint8_t> baseline)
    : clauses_(clauses), mark_(baseline.size()), queue_(baseline.size()) {
    for (std::size_t i = 0; i < baseline.size(); ++i) mark_[i] = baseline[i] ? always : Run(0);
}

void Spread::forgetRuns() {
    for (Run& mark : mark_)
        if (mark != always) mark = 0;
    run_ = 0;
}

std::span<const Atom> Spread::run(std::span<const Atom> sources) {
    if (run_ == always - 1) forgetRuns();
    const Run run = ++run_;
    Run* const mark = mark_.data();
    Atom* const queue = queue_.data();
    std::size_t derived = 0;
    const auto holds = [&](Atom atom) { return mark[atom] >= run; };
    const auto derive = [&](Atom atom) {
        if (mark[atom] >= run) return;
        mark[atom] = run;
        queue[derived++] = atom;
    };
    for (const Atom source : sources) derive(source);
    for (std::size_t next = 0; next < derived; ++next) follow(clauses_, queue[next], holds, derive);
    return {queue, derived};
}

} // namespace sallyport::analysis
