// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/BlastCharts.h"

#include "charts/ChartParts.h"
#include "charts/Signs.h"
#include "charts/Telling.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Hatching.h"
#include "diagram/Icons.h"

#include <QBarSet>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <map>

namespace sallyport::charts {

namespace {

struct BlastCharts {
    Q_DECLARE_TR_FUNCTIONS(BlastCharts)
};

bool isOfKind(analysis::FactKind fact, SourceKind kind) {
    switch (kind) {
        case SourceKind::All:
            return true;
        case SourceKind::Components:
            return fact == analysis::FactKind::Control;
        case SourceKind::Secrets:
            return fact == analysis::FactKind::Have;
        case SourceKind::Identities:
            return fact == analysis::FactKind::Act;
    }
    return false;
}

} // namespace

std::vector<RankedRow> rankedRows(const model::Model& model, const analysis::Engine& engine, const analysis::Ranking& ranking,
                                  const analysis::Engine* worstEngine, const analysis::Ranking* worstRanking, SourceKind kind) {
    std::map<std::pair<analysis::FactKind, QString>, double> worst;
    if (worstEngine != nullptr && worstRanking != nullptr)
        for (const analysis::RankedSource& source : worstRanking->sources)
            worst[{source.seed.kind, elementOf(*worstEngine, source.seed)}] = source.shares.score;
    std::vector<RankedRow> rows;
    for (const analysis::RankedSource& source : ranking.sources) {
        if (!isOfKind(source.seed.kind, kind)) continue;
        RankedRow row;
        row.element = elementOf(engine, source.seed);
        if (model::elementKind(model, row.element) == model::ElementKind::None) continue;
        row.name = model.nameOf(row.element);
        row.icon = iconOfElement(model, row.element);
        if (source.seed.breadth != analysis::Breadth::All) row.hint = breadthText(source.seed.breadth);
        row.adds = source.adds;
        row.gross = source.shares.score;
        row.anyway = std::min(ranking.baseline.score, row.gross);
        const auto at = worst.find({source.seed.kind, row.element});
        row.worst = at == worst.end() ? -1 : std::max(at->second, row.gross);
        row.users = source.users;
        row.controlled = source.controlled;
        rows.push_back(std::move(row));
    }
    return rows;
}

RowChart* rankingChart(const std::vector<RankedRow>& rows, const diagram::Theme& theme, int most) {
    const std::size_t shown = std::min(rows.size(), static_cast<std::size_t>(std::max(0, most)));
    std::vector<RowChart::Row> chartRows;
    auto* anyway = new QBarSet(BlastCharts::tr("open anyway"));
    auto* added = new QBarSet(BlastCharts::tr("new"));
    auto* worst = new QBarSet(BlastCharts::tr("worst case"));
    for (std::size_t i = 0; i < shown; ++i) {
        const RankedRow& row = rows[i];
        chartRows.push_back({row.element, row.icon, {}, row.name, row.hint, shareText(row.adds)});
    }
    // Categories run upwards.
    for (std::size_t i = shown; i-- > 0;) {
        const RankedRow& row = rows[i];
        *anyway << row.anyway;
        *added << row.gross - row.anyway;
        *worst << std::max(0.0, row.worst - row.gross);
    }
    // The hatch is painted over as lines: a patterned brush would become a picture in PDF.
    anyway->setBrush(theme.anywayTint);
    anyway->setPen(QPen(theme.anyway, 0.6));
    added->setBrush(theme.expo);
    added->setPen(Qt::NoPen);
    worst->setBrush(Qt::NoBrush);
    QPen dotted(theme.ink3, 0.8, Qt::CustomDashLine, Qt::FlatCap);
    dotted.setDashPattern({1.2, 1.8});
    worst->setPen(dotted);

    auto* chart = new RowChart(std::move(chartRows), theme);
    addBars(*chart, {anyway, added, worst}, theme);
    std::vector<double> shares;
    for (std::size_t i = 0; i < shown; ++i) shares.push_back(std::clamp(rows[i].anyway, 0.0, 1.0));
    chart->setDress([shares, &theme](QPainter& painter, int nth, const QRectF& track) {
        const double share = shares[static_cast<std::size_t>(nth)];
        diagram::paintDiagonals(painter, QRectF(track.topLeft(), QSizeF(track.width() * share, track.height())), theme.anyway,
                                3, 0.9);
    });
    return chart;
}

RowChart* severityChart(const rules::SeverityCounts& counts, const diagram::Theme& theme) {
    std::vector<RowChart::Row> rows;
    std::vector<int> values;
    std::vector<rules::Severity> severities;
    int most = 1;
    for (int i = rules::severityCount - 1; i > 0; --i) {
        const auto severity = static_cast<rules::Severity>(i);
        const int count = counts[severity];
        most = std::max(most, count);
        values.push_back(count);
        severities.push_back(severity);
        rows.push_back({rules::severityWord(severity),
                        diagram::iconOf(toDiagram(severity)),
                        theme.severity(toDiagram(severity)),
                        rules::severityWord(severity),
                        {},
                        countText(count)});
    }
    auto* chart = new RowChart(std::move(rows), theme);
    std::vector<QBarSet*> sets;
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto* set = new QBarSet(rules::severityWord(severities[i]));
        for (std::size_t k = values.size(); k-- > 0;) *set << (k == i ? values[i] : 0);
        const QColor& colour = theme.severity(toDiagram(severities[i]));
        // Hollow where the sign is hollow.
        const bool isHollow = severities[i] <= rules::Severity::Low;
        set->setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(colour));
        set->setPen(isHollow ? QPen(colour, 1) : QPen(Qt::NoPen));
        sets.push_back(set);
    }
    addBars(*chart, sets, theme);
    RowChart::Measures measures;
    measures.axis = 0;
    measures.step = 0;
    measures.values = 24;
    measures.names = 74;
    chart->setMeasures(measures);
    chart->setFullScale(most);
    return chart;
}

} // namespace sallyport::charts
