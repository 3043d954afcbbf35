// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"
#include "rules/Sentences.h"

namespace sallyport::rules {

/// A row of a rule that made an element's status what it is.
struct ReasonRow {
    QString rule;
    QString title;
    bool violated = false; ///< Else an answer is missing.
    QStringList elements;
    QString text; ///< What the rule says of it, with names.
};

struct CoverageReason {
    QString text; ///< One sentence, with names.
    std::vector<ReasonRow> rows;
};

/// Why coverage is as it is. Sentences are made when they are asked for: a large model has a hundred thousand, of which
/// people read a few. For one thread; model and coverage must outlive it.
class CoverageReasons {
public:
    CoverageReasons(const model::Model& model, const Coverage& coverage);

    /// Why an element has its status for a control.
    CoverageReason of(const ControlCoverage& control, const CoverageElement& element) const;
    /// Why a control has its status: "2 of 9 violate it: A and B."
    QString of(const ControlCoverage& control) const;

private:
    using RowsAt = QHash<QString, std::vector<qsizetype>>; ///< element -> its rows
    const RowsAt& rowsOf(const QString& rule) const;
    std::vector<ReasonRow> rows(const QStringList& rules, const QString& element, bool violated) const;

    const Coverage& coverage_;
    mutable Names names_; ///< Looked up as they are asked for, as at_ is.
    mutable QHash<QString, RowsAt> at_;
};

} // namespace sallyport::rules
