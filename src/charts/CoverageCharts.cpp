// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/CoverageCharts.h"

#include "charts/ChartParts.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"

#include <QBarSet>
#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace sallyport::charts {

namespace {

struct CoverageCharts {
    Q_DECLARE_TR_FUNCTIONS(CoverageCharts)
};

using rules::CoverageStatus;

} // namespace

QString coverageCaption(const rules::CoverageCounts& counts) {
    const int all = counts.total() + counts.notApplicable;
    if (all == 0) return CoverageCharts::tr("no control a rule speaks of");
    const QString controls = counted(all, CoverageCharts::tr("control"), CoverageCharts::tr("controls"));
    if (counts.notApplicable == 0) return controls;
    return CoverageCharts::tr("%1, %2 not applicable").arg(controls).arg(counts.notApplicable);
}

std::vector<CoverageBar> coverageBars(const rules::Coverage& coverage) {
    std::vector<CoverageBar> bars;
    for (const rules::FrameworkCoverage& framework : coverage.frameworks)
        if (framework.counts.total() > 0)
            bars.push_back({framework.id, framework.title, coverageCaption(framework.counts), framework.counts});
    return bars;
}

std::vector<CoverageBar> coverageBars(const std::vector<rules::CoverageGroup>& groups) {
    std::vector<CoverageBar> bars;
    for (const rules::CoverageGroup& group : groups)
        bars.push_back({group.id, group.title, coverageCaption(group.controls), group.controls});
    return bars;
}

RowChart* coverageChart(const rules::Coverage& coverage, const diagram::Theme& theme) {
    return coverageChart(coverageBars(coverage), theme);
}

RowChart* coverageChart(const std::vector<CoverageBar>& bars, const diagram::Theme& theme) {
    std::vector<RowChart::Row> rows;
    std::vector<std::array<int, 5>> counts; // in the order of Status
    for (const CoverageBar& bar : bars) {
        rows.push_back({bar.id, {}, {}, bar.title, bar.caption, {}});
        const rules::CoverageCounts& c = bar.counts;
        counts.push_back({c.satisfied, c.violated, c.partial, c.unknown, 0});
    }
    // Qt Charts keeps the scale; what the eye sees is the same status bar as everywhere else, because its patterns must
    // survive grey print and scale with the paper.
    std::vector<QBarSet*> sets;
    static constexpr std::array order{CoverageStatus::Satisfied, CoverageStatus::Partial, CoverageStatus::Violated,
                                      CoverageStatus::Unknown};
    for (const CoverageStatus status : order) {
        auto* set = new QBarSet(rules::coverageStatusLabel(status));
        for (std::size_t i = counts.size(); i-- > 0;) {
            const std::array<int, 5>& of = counts[i];
            const int whole = std::max(1, of[0] + of[1] + of[2] + of[3]);
            *set << static_cast<double>(of[static_cast<std::size_t>(status)]) / whole;
        }
        set->setBrush(Qt::NoBrush);
        set->setPen(Qt::NoPen);
        sets.push_back(set);
    }
    auto* chart = new RowChart(std::move(rows), theme);
    addBars(*chart, sets, theme);
    RowChart::Measures measures;
    measures.pitch = 33;
    measures.bar = 12;
    measures.values = 0;
    measures.axis = 0;
    measures.step = 0;
    measures.namesAbove = true;
    chart->setMeasures(measures);
    chart->setDress([counts, &theme](QPainter& painter, int nth, const QRectF& track) {
        // The status bar is drawn for a window; a bar of less height takes it smaller.
        const double scale = std::min(1.0, track.height() / 15);
        painter.save();
        painter.translate(track.topLeft());
        painter.scale(scale, scale);
        diagram::paintStatusBar(painter, QRectF(QPointF(), track.size() / scale), counts[static_cast<std::size_t>(nth)], theme);
        painter.restore();
    });
    return chart;
}

} // namespace sallyport::charts
