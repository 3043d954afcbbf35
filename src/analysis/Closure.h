// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Program.h"

#include <limits>
#include <span>
#include <stop_token>

namespace sallyport::analysis {

/// Atoms first to last, both included: a fact and the wider ones that include it.
struct AtomRange {
    Atom first = 0;
    Atom last = -1;
    bool contains(Atom atom) const { return atom >= first && atom <= last; }
};

/// By atom, 1 if it follows from the given ones. `without` never holds, whatever derives it. If stopped, some of them.
std::vector<std::uint8_t> closure(const Clauses& clauses, std::span<const Atom> given, AtomRange without,
                                  const std::stop_token& stop = {});

/// The fixpoint of one source after another over the same baseline: a source costs what it derives. What holds is told
/// by the number of the run that derived it, so nothing is cleared between sources, and a clause asks whether its other
/// premises hold instead of counting the unmet ones, which saves writing. One for each thread.
class Spread {
public:
    /// `baseline` by atom, closed under the clauses.
    Spread(const Clauses& clauses, std::span<const std::uint8_t> baseline);

    /// What is new with this atom, itself included unless the baseline has it. Valid until the next run.
    std::span<const Atom> run(Atom source) { return run({&source, 1}); }
    /// The same with all of these.
    std::span<const Atom> run(std::span<const Atom> sources);
    /// In the latest run, the baseline included.
    bool holds(Atom atom) const { return at(mark_, atom) >= run_; }

private:
    // 16 bits, so that the marks of a large model stay in the cache.
    using Run = std::uint16_t;
    static constexpr Run always = std::numeric_limits<Run>::max();

    void forgetRuns();

    const Clauses& clauses_;
    std::vector<Run> mark_;
    std::vector<Atom> queue_;
    Run run_ = 0;
};

} // namespace sallyport::analysis
