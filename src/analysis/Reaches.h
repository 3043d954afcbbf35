// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"

#include <memory>
#include <span>

namespace sallyport::analysis {

struct Program;

/// What one compromise reaches: the figures and levels of its blast, and what it newly gains, without steps, effort or
/// proofs. Valid until the next question.
struct Reach {
    Shares shares;
    qint64 users = 0;
    std::span<const ComponentLevel> levels; ///< By component.
    std::span<const Index> raised;          ///< Components at a higher level, or as high and wider, than for an outsider.
    /// have, read and write facts that an outsider does not have, each at the widest breadth alone.
    std::span<const Fact> gained;
};

/// Answers for one single compromise after another, all efforts allowed. A compromise costs what it derives beyond the
/// baseline, so that all of a model can be asked for after every edit. Made by the engine; one for each thread.
class Reaches {
public:
    explicit Reaches(std::shared_ptr<const Program> program);
    ~Reaches();
    Reaches(Reaches&&) noexcept;
    Reaches& operator=(Reaches&&) noexcept;

    /// The levels with no compromise at all, by component.
    std::span<const ComponentLevel> outsider() const;

    Reach of(const Seed& seed);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::analysis
