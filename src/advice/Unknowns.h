// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"

/// Unknown is not safe (the definition of the blast radius, section 5): the unanswered questions that open the gap
/// between what is stated and the worst case.
namespace sallyport::advice {

/// One unanswered question: an attribute of an element, a member or the completeness of a set, or a link that the two
/// readings take differently. Answers are edits of the model as it was asked about, each one undoable edit.
struct Unknown {
    QString element;               ///< id
    QString attribute;             ///< as in the canonical JSON: "flat", "token_checks", "code_from"
    QString question;              ///< for people, one sentence: "Is the network of zone apps flat?"
    QString goodAnswer, badAnswer; ///< what the two buttons say: "No", "Yes"
    ModelEdit good;                ///< as usual practice; empty where the model cannot say so
    ModelEdit bad;                 ///< as bad as can be
    double worstFalls = 0;         ///< how much the worst case falls if this alone is answered well, 0 or more
    double statedRises = 0;        ///< how much what is stated rises if this alone is answered badly
};

/// Figures as Question says: of the seeds their score, else the concentration. open: those that make a difference, by what
/// the worst case falls, then by what the stated rises, then by element and attribute.
struct Unknowns {
    double stated = 0;
    double worst = 0;
    std::vector<Unknown> open;
    int unanswered = 0; ///< all that the two readings take differently, those without a difference too
};

/// Question::reading and most are not looked at. Exact, every answer evaluated by the engine. Nothing if stopped or if a
/// seed is no element of the model. Threads and progress as advise.
std::optional<Unknowns> unknowns(const model::Model& model, const Question& question, std::stop_token stop = {},
                                 const Progress& progress = {});

} // namespace sallyport::advice
