// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/RowChart.h"
#include "rules/Review.h"

#include <vector>

namespace sallyport::charts {

enum class SourceKind { All, Components, Secrets, Identities };

/// One single compromise, ready to be shown. Shares are of all data weight.
struct RankedRow {
    QString element;
    QString name;
    QString hint; ///< "one user" where the compromise is of one of many; may be empty
    QString icon;
    double adds = 0;   ///< what it ranks by
    double anyway = 0; ///< the outsider's
    double gross = 0;  ///< all of it
    double worst = -1; ///< in the worst case; negative: not known
    qint64 users = 0;
    double controlled = 0;
};

/// In the ranking's order. worstCase may be null. Elements that are gone from the model are left out.
std::vector<RankedRow> rankedRows(const model::Model& model, const analysis::Engine& engine, const analysis::Ranking& ranking,
                                  const analysis::Engine* worstEngine, const analysis::Ranking* worstRanking,
                                  SourceKind kind = SourceKind::All);

/// Horizontal bars, worst on top: slate-hatched what is open anyway, solid what is new, dotted up to the worst case.
/// A click on a row says its element. `most` rows at most.
RowChart* rankingChart(const std::vector<RankedRow>& rows, const diagram::Theme& theme, int most = 12);

/// Findings by severity, open ones; bars filled or hollow as the severity's sign is.
RowChart* severityChart(const rules::SeverityCounts& counts, const diagram::Theme& theme);

} // namespace sallyport::charts
