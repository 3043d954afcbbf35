// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartParts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QHorizontalStackedBarSeries>
#include <QValueAxis>

namespace sallyport::charts {

void addBars(RowChart& chart, const std::vector<QBarSet*>& sets, const diagram::Theme& theme) {
    auto* series = new QHorizontalStackedBarSeries;
    for (QBarSet* set : sets) series->append(set);
    series->setBarWidth(chart.measures().bar / chart.measures().pitch);
    chart.addSeries(series);

    auto* categories = new QBarCategoryAxis;
    for (std::size_t i = chart.rows().size(); i-- > 0;) categories->append(QString::number(i));
    categories->setLabelsVisible(false);
    categories->setGridLineVisible(false);
    categories->setLineVisible(false);
    chart.addAxis(categories, Qt::AlignLeft);
    series->attachAxis(categories);

    auto* values = new QValueAxis;
    values->setRange(0, 1);
    values->setLabelsVisible(false);
    values->setLineVisible(false);
    values->setGridLinePen(QPen(theme.line, 0.6));
    chart.addAxis(values, Qt::AlignBottom);
    series->attachAxis(values);
}

} // namespace sallyport::charts
