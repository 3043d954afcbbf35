// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Change.h"

#include "analysis/CompileModel.h"
#include "analysis/Fact.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

/// The best single change (the definition of the blast radius, section 4): every edit that keeps the drawn calls
/// working, each evaluated exactly on a copy of the model.
namespace sallyport::advice {

/// An assumed compromise by the id of its element, so that it can be asked of edited copies. Only Control, Have and Act.
struct SeedId {
    analysis::FactKind kind = analysis::FactKind::Control;
    QString id;
    analysis::Breadth breadth = analysis::Breadth::All;
};
SeedId seedId(const analysis::AttackFacts& facts, const analysis::Seed& seed);

/// What is asked. Without seeds: the model's concentration (a sum over components, 0 or more). With seeds: the score of
/// their blast, all compromised at once (a share, 0 to 1). Where a change puts several elements in the place of a seed,
/// the worst of them counts.
struct Question {
    analysis::Reading reading = analysis::Reading::AsStated;
    int tier = analysis::everyTier;
    std::vector<SeedId> seeds;
    /// Changes listed at most.
    int most = 20;
};

/// A change, or two after one another as one edit, with the figure before and after: the difference is exactly that of
/// two full evaluations. clears: the seeds then add nothing to what an outsider has (never for a whole model).
struct Offer {
    std::vector<Change> changes; ///< In the order of their making; the second was made for what the first leaves.
    double before = 0;
    double after = 0;
    bool clears = false;

    double gain() const { return before - after; }
    Price price() const;
    /// Both changes as one.
    ModelEdit edit() const;
    QString title() const;
};

/// single: those that gain, most first, ties by the lower price, then by title; no more than Question::most. None of
/// them raises the worst score of any single compromise. pair: only where no single change clears the seeds, or none
/// helps the model at all; it gains more than the best single one.
struct Advice {
    double before = 0;
    std::vector<Offer> single;
    std::optional<Offer> pair;
    bool isCleared = false; ///< There is nothing to gain: the figure is that of an outsider already.
    int considered = 0;     ///< Edits enumerated.
    int ruledOut = 0;       ///< Of these, proven to gain nothing without being evaluated.
};

/// Told from any of the working threads, one at a time; never after advise has returned. done counts up to total, which
/// may grow once when pairs are looked for.
using Progress = std::function<void(int done, int total)>;

/// Nothing if stopped, or if a seed is no element of the model. Uses every core. The model is only read, and the result is
/// valid for this model alone: whoever keeps it keeps the document's revision beside it.
std::optional<Advice> advise(const model::Model& model, const Question& question, std::stop_token stop = {},
                             const Progress& progress = {});

/// How the search may go. Exhaustive evaluates every change: the same answer, slower; for tests and timings.
enum class Search { Pruned, Exhaustive };
std::optional<Advice> adviseBy(Search search, const model::Model& model, const Question& question, std::stop_token stop,
                               const Progress& progress);

} // namespace sallyport::advice
