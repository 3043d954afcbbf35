// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"

#include <QString>

#include <optional>

/// Figures as people read them. Always in English notation ("10,000"), so that window, report and files agree.
namespace sallyport::charts {

/// A share of 0..1 with two places: "1.00", "0.80", "0.00"; what is not nothing never reads as nothing: "<0.01".
QString shareText(double share);
/// The same in whole percent: "100 %", "<1 %", "0 %".
QString percentText(double share);
/// "10,000".
QString countText(qint64 count);
/// Weights and sums: "1", "3.5", "3.36".
QString amountText(double amount);
/// "1 step", "2 steps": the plain plural of English words.
QString counted(qint64 count, const QString& one, const QString& many);
/// The largest unit that says it exactly enough: "8 hours", "90 days", "45 seconds"; nothing: "no end".
QString durationText(std::optional<qint64> seconds);
/// What a proof of that effort takes: "bookkeeping", "ordinary use", "intrusive", "exploit".
QString effortText(int effort);
/// Who goes that far: "Opportunist", "Capable", "All-out" for tiers 1, 2, 3.
QString tierLabel(int tier);
/// "one user", "the live users", "all users".
QString breadthText(analysis::Breadth breadth);
/// "all 10,000 users", "the 50 live users", "one user"; data not divided among users: "all of it".
QString usersOf(const analysis::DataFacts& data, analysis::Breadth breadth);
/// The names with commas and "and": "a, b and c"; after `most` of them "a, b and 7 more".
QString listed(const QStringList& names, int most = 4);
/// "23 November 2026" of an ISO date; the text itself if it is none.
QString dateText(const QString& iso);

} // namespace sallyport::charts
