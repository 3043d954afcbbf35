// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"
#include "document/Document.h"
#include "rules/Coverage.h"
#include "rules/FindingList.h"
#include "rules/RuleRunner.h"

#include <QDate>

#include <functional>
#include <memory>
#include <stop_token>

namespace sallyport::rules {

/// By element id, in order: how many questions that matter for its kind are unanswered. Elements without any are left out.
using UnknownCounts = QList<std::pair<QString, int>>;

/// The blast-radius half of a review, in one reading of the unanswered questions. Immutable; engines may be asked
/// from any thread (a selected element's blast is `engine->blast(...)`).
struct BlastReview {
    std::shared_ptr<const analysis::Engine> engine;
    analysis::Ranking ranking; ///< With baseline and concentration.
};

/// Everything there is to say about one state of a model. Immutable once handed out; nothing of it is stored.
struct Review {
    quint64 revision = 0;
    QString today; ///< ISO 8601; what "expired" was measured against.

    BlastReview asStated;
    BlastReview worstCase;

    /// False while only the blast part is there: then the rest is that of an earlier revision, or empty.
    bool findingsAreCurrent = false;
    FindingList findings;
    std::vector<RuleProblem> problems;
    Coverage coverage;
    UnknownCounts unknowns;
    int unknownTotal = 0;

    SeverityCounts counts() const { return countFindings(findings); }
    int unknownsOf(const QString& element) const;
};

/// Evaluates one replica, again and again, doing only what its changes ask for. The replica must outlive it and is
/// only touched inside these calls, in the caller's thread; derived tables are temp tables of its database.
class Reviewer {
public:
    Reviewer(document::Replica& replica, std::shared_ptr<const RulePack> pack);
    ~Reviewer();
    Reviewer(const Reviewer&) = delete;
    Reviewer& operator=(const Reviewer&) = delete;

    /// The replica has changed so; call before the next review.
    void note(const document::Changes& changes);

    /// Nothing if stopped before the end. `blastReady` is called as soon as the blast part is there.
    std::shared_ptr<const Review> review(quint64 revision, const QDate& today, std::stop_token stop = {},
                                         const std::function<void(std::shared_ptr<const Review>)>& blastReady = {});

    /// After a review, when there is time: makes ready what the next will need, if it comes after an edit.
    void makeReady(const std::stop_token& stop);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

/// One review of a document as it is now: for the command line and the report.
std::shared_ptr<const Review> reviewOf(const document::Document& document, std::shared_ptr<const RulePack> pack,
                                       const QDate& today);

UnknownCounts unknownCounts(const model::Model& model);
/// Of one element.
int unknownCount(const UnknownCounts& counts, const QString& element);
/// Whether a column of `component` is asked for this kind (model.md: "shown only where its kind gives them meaning").
/// Set names are asked by their prefix ("function").
bool appliesTo(model::ComponentKind kind, const QString& columnOrSet);

} // namespace sallyport::rules
