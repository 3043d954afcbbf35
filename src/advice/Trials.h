// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Evaluation.h"
#include "advice/Families.h"
#include "advice/Parallel.h"
#include "advice/Touched.h"

#include <functional>
#include <limits>
#include <memory>

namespace sallyport::advice {

/// Figures closer than this are equal: what is offered must not hang on rounding.
inline constexpr double figureGrain = 1e-12;

/// A change that was tried: compiled, and evaluated unless its proofs turned out to stand.
struct Tried {
    std::size_t change = 0;
    bool isRuledOut = false; ///< Every stored proof stands: it gains nothing.
    Figure figure;
};

/// One search over one model: the changes of it, and what each comes to. For each change a floor is known that its figure
/// cannot fall below, and changes are tried in the order of their floors, so that those that cannot be among the first are
/// never compiled.
class Trials {
public:
    /// The model and the question must outlive it and stay as they are but for the time that a change is tried.
    Trials(const model::Model& model, const Question& question, Search search, Cores cores);

    /// Seeds that already stand for others, by the change made before.
    void setReplaced(std::vector<Replacement> becomes) { becomes_ = std::move(becomes); }

    /// Compiles the model and lists its changes with their floors. False if stopped, or if the model has no such seed.
    bool prepare(std::stop_token stop);
    /// Tries changes until it is certain which stand first in the order, as far as `places`, among those whose figure is
    /// at most `bar`. told() after each. False if stopped.
    bool settle(std::size_t places, double bar, std::stop_token stop, const std::function<void()>& told);

    const std::vector<Change>& changes() const { return changes_; }
    const Figure& before() const { return *before_; }
    const Compiled& compiled() const { return *compiled_; }
    /// Those tried that may gain, alone or with another: most gain first, then the cheaper, then in the order of the families.
    std::vector<const Tried*> inOrder() const;
    /// Changes that are proven to gain nothing.
    int ruledOut() const;
    std::vector<Replacement> replacedBy(const Change& change) const;

private:
    static constexpr double nothing = -std::numeric_limits<double>::infinity();

    /// What a change cannot fall below; infinite if it disturbs no proof.
    struct Floor {
        std::size_t change = 0;
        double value = nothing;
    };

    bool findFloors(std::stop_token stop);
    double floorOf(const Change& change, analysis::ScoreFloor& floor) const;
    std::optional<Tried> attempt(model::Model& copy, std::size_t index, std::stop_token stop) const;
    double limit(std::size_t places, double bar) const;
    bool isExhaustive() const { return search_ == Search::Exhaustive; }

    const model::Model& model_;
    const Question& question_;
    Search search_;
    Cores cores_;
    std::unique_ptr<const Compiled> compiled_;
    std::unique_ptr<const Surroundings> around_;
    std::vector<Replacement> becomes_;
    std::optional<Figure> before_;
    std::vector<Change> changes_;
    std::optional<analysis::Support> support_;
    std::vector<Floor> floors_; // Lowest first.
    std::size_t next_ = 0;      // Among the floors: those before it are tried.
    std::vector<Tried> tried_;
    std::vector<double> figures_; // Of those that may gain, lowest first.
};

} // namespace sallyport::advice
