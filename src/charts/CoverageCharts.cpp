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

int urgency(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Violated:
            return 0;
        case CoverageStatus::Partial:
            return 1;
        default:
            return 2;
    }
}

int failing(const rules::CoverageCounts& counts) { return counts.violated + counts.partial; }

} // namespace

QString coverageCaption(const rules::FrameworkCoverage& framework) {
    const QString controls =
        counted(static_cast<qint64>(framework.controls.size()), CoverageCharts::tr("control"), CoverageCharts::tr("controls"));
    if (framework.counts.notApplicable == 0) return controls;
    return CoverageCharts::tr("%1, %2 not applicable").arg(controls).arg(framework.counts.notApplicable);
}

RowChart* coverageChart(const rules::Coverage& coverage, const diagram::Theme& theme) {
    std::vector<RowChart::Row> rows;
    std::vector<std::array<int, 5>> counts; // in the order of Status
    for (const rules::FrameworkCoverage& framework : coverage.frameworks) {
        if (framework.counts.total() == 0) continue;
        rows.push_back({framework.id, {}, {}, framework.title, coverageCaption(framework), {}});
        const rules::CoverageCounts& c = framework.counts;
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
            const int whole = of[0] + of[1] + of[2] + of[3];
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

std::vector<Gap> gaps(const rules::Coverage& coverage) {
    std::vector<Gap> found;
    for (const rules::FrameworkCoverage& framework : coverage.frameworks)
        for (const rules::ControlCoverage& control : framework.controls)
            if (control.status != CoverageStatus::Satisfied && control.status != CoverageStatus::NotApplicable)
                found.push_back({&framework, &control});
    std::stable_sort(found.begin(), found.end(), [](const Gap& a, const Gap& b) {
        const int urgencyA = urgency(a.control->status), urgencyB = urgency(b.control->status);
        if (urgencyA != urgencyB) return urgencyA < urgencyB;
        if (failing(a.control->counts) != failing(b.control->counts))
            return failing(a.control->counts) > failing(b.control->counts);
        return a.control->counts.unknown > b.control->counts.unknown;
    });
    return found;
}

} // namespace sallyport::charts
