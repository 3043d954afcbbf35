// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Replica.h"
#include "rules/BlastRows.h"
#include "rules/Finding.h"

#include <QByteArray>
#include <QDate>

#include <optional>
#include <stop_token>
#include <vector>

namespace sallyport::rules {

struct Prepared;
class RuleRunner;
struct RuleResult;

/// A place in a text: lines and columns count from 1. Line 0: nowhere in particular.
struct TextPlace {
    int line = 0, column = 0, length = 0;
    /// "line 14, column 3"; empty for nowhere.
    QString text() const;
};

/// A row of the trial that a review would list, or, of a check, that controls would count.
struct TrialRow {
    FindingStatus status = FindingStatus::Violated;
    Severity severity = Severity::None;
    QStringList elements;
    QString text; ///< Its sentence; of a check, the names of its elements.
};

/// What one rule says about one model, with what its author wants to know beside the findings.
struct RuleTrial {
    std::optional<Error> refusal; ///< Then there is no result. `where` is place.text().
    TextPlace place;

    QString id, title;
    bool isCheck = false;
    QStringList givesWay;       ///< Rules where a review may list a row instead; here every row is shown.
    std::vector<TrialRow> rows; ///< Violated before unknown; as a review lists them.
    int violated = 0, unknown = 0, notViolated = 0;

    QStringList columns;
    std::vector<std::vector<std::optional<QString>>> cells; ///< The first rows as the query returns them; no text: NULL.
    qint64 rowsReturned = 0;
    QStringList columnsRead; ///< "component.kind"; derived tables resolved to what they are made from.
    double milliseconds = 0; ///< Of the query alone, preparing it and stepping through all rows.
};

/// One state of a model on which rules are tried, one after the other: its own replica of an image, with the derived
/// tables, and the blast where a rule reads it. For one thread.
class TrialBench {
public:
    /// An image that this program made itself in this run (Document::image()).
    explicit TrialBench(const QByteArray& image);
    ~TrialBench();

    /// Runs the text of one rule file as a review would, in the sandbox unless it is the program's `own`, which may have an
    /// edit. Nothing if stopped.
    std::optional<RuleTrial> run(const QByteArray& text, bool own, const QDate& today, std::stop_token stop = {});

    static constexpr int mostRows = 1000; ///< of cells, and of rows
    static constexpr int mostText = 2000; ///< of one cell or sentence, in characters

private:
    bool fillBlast(const RuleRunner& runner, const QString& id, const std::stop_token& stop);
    void listElements(const RuleResult& result, RuleTrial& trial) const;
    Expected<void> runRaw(const Prepared& prepared, RuleTrial& trial, const QDate& today, const std::stop_token& stop);

    std::unique_ptr<document::Replica> replica_;
    std::optional<BlastRows> blast_, blastWithComponents_;
};

/// What to do about a rule that cannot be used, by what is wrong with it; never empty.
QString remedyFor(const QString& what);

} // namespace sallyport::rules
