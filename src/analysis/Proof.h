// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Fact.h"

#include <vector>

namespace sallyport::analysis {

/// Which of the two minima a proof shows. They are never combined: the pair is not isotone.
enum class Least { Steps, Effort };

/// One application of a rule. because: positions in the same proof of the facts it rests on, in the order the rule
/// names them; empty for what is given.
struct ProofStep {
    Fact fact;
    int rule = 0;
    std::vector<int> because;
    int steps = 0;
    int effort = 0;
    bool isNew = false;
};

/// An attack path: premises stand before what follows from them, the fact proven stands last.
struct Proof {
    std::vector<ProofStep> steps;

    bool isEmpty() const { return steps.empty(); }
};

} // namespace sallyport::analysis
