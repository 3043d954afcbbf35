// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "analysis/Blast.h"
#include "analysis/Ranking.h"
#include "analysis/Reaches.h"

#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace sallyport::analysis {

struct BlastOptions {
    /// Rules, and leaked secrets as seeds, of higher effort are left out, for the baseline too.
    int tier = everyTier;
};

/// A fact on a proof without which the proven fact does not hold as widely. remaining: how widely it then holds.
struct ChokePoint {
    Fact fact;
    Breadth remaining = Breadth::None;
};

/// The blast-radius engine: attack facts compiled once, then asked any number of times. Immutable, so it may be
/// asked from several threads; copies share what was compiled.
class Engine {
public:
    /// The facts must be sound: from readAttackFacts or attackFacts.
    static Engine compile(AttackFacts facts);
    /// Nothing if stopped before the end.
    static std::optional<Engine> compile(AttackFacts facts, const std::stop_token& stop);

    /// The same with its elements called as in these facts, which are the same but for names.
    Engine named(AttackFacts facts) const;

    const AttackFacts& facts() const;

    /// What follows from the seeds together; from none: the baseline.
    Blast blast(std::span<const Seed> seeds, BlastOptions options = {}) const;

    /// Every component, secret and identity as a single compromise. Nothing if stopped before the end.
    std::optional<Ranking> ranking(BlastOptions options = {}, std::stop_token stop = {}) const;

    /// For what single compromises reach, one after another.
    Reaches reaches() const { return Reaches(program_); }

    /// The facts whose removal narrows or undoes `target`, each as wide as it can be, in the order of one proof. Taking a
    /// fact away takes the wider ones with it that include it (R14). What is given is not among them. Nothing if stopped.
    std::optional<std::vector<ChokePoint>> chokePoints(const Blast& blast, const Fact& target, std::stop_token stop = {}) const;

private:
    explicit Engine(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

    std::shared_ptr<const Program> program_;
};

} // namespace sallyport::analysis
