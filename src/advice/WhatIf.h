// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"

#include "analysis/Blast.h"
#include "analysis/Ranking.h"
#include "document/Document.h"

#include <memory>

/// What if: an edited copy of the model, evaluated the same way and laid beside the original.
namespace sallyport::advice {

/// One single compromise on both sides; nothing where the element is only on the other.
struct RankedPair {
    analysis::FactKind kind = analysis::FactKind::Control; ///< Control, Have or Act
    QString id;
    QString name; ///< as before, of what appeared as after
    std::optional<analysis::RankedSource> before, after;

    double scoreBefore() const { return before ? before->shares.score : 0; }
    double scoreAfter() const { return after ? after->shares.score : 0; }
};

/// How far a component falls on both sides; nothing where it is only on the other.
struct LevelPair {
    QString component;
    std::optional<analysis::ComponentLevel> before, after;
};

/// A value; ids are those of the models. Scores are shares, 0 to 1. ranking: every component, secret and identity of
/// either side, made ones too, by the change of its score, greatest first, then by id. For the seeds asked for (the figures
/// are 0 and `levels` empty without): what stands in their place by their ids alone; a seed that vanished counts as not
/// compromised. levels: only components whose level or breadth differs, by id. appeared, vanished: ids of elements of every
/// kind, sorted.
struct Comparison {
    double concentrationBefore = 0, concentrationAfter = 0;
    std::vector<RankedPair> ranking;
    analysis::Shares before, after;
    std::vector<LevelPair> levels;
    QStringList appeared, vanished;
};

/// Compares two models, whichever they are. Nothing if stopped. May run in any thread that owns or copied the models.
std::optional<Comparison> compare(const model::Model& before, const model::Model& after, const Question& question,
                                  std::stop_token stop = {});

/// A copy of a document to try edits on. It has an undo history of its own and never touches the original. Lives in one
/// thread, as its document does.
class WhatIf {
public:
    /// Of a model whose document keeps its rules; a refusal names the row that does not.
    static Expected<WhatIf> of(const model::Model& original);

    const model::Model& original() const { return original_; }
    const model::Model& model() const { return copy_->model(); }
    /// To edit and undo as in any document.
    document::Document& document() { return *copy_; }
    Expected<void> apply(const Change& change);

    std::optional<Comparison> compare(const Question& question, std::stop_token stop = {}) const;

private:
    WhatIf(model::Model original, std::unique_ptr<document::Document> copy)
        : original_(std::move(original)), copy_(std::move(copy)) {}

    model::Model original_;
    std::unique_ptr<document::Document> copy_;
};

} // namespace sallyport::advice
