// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/RowChart.h"

#include <QChartView>
#include <QScrollArea>

namespace sallyport::ui {

/// A chart as wide as its place and as high as its rows, scrolled if need be. Its rows can be reached by the arrow keys
/// and chosen by Return.
class ChartView : public QScrollArea {
    Q_OBJECT

public:
    explicit ChartView(const QString& accessibleName, QWidget* parent = nullptr);

    /// Takes the chart; the one before is deleted.
    void setChart(charts::RowChart* chart);
    charts::RowChart* chart() const { return chart_; }
    int contentHeight() const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class View;
    void fit();
    void place();
    void step(int by);
    View* view_;
    charts::RowChart* chart_ = nullptr;
    int current_ = -1;
};

} // namespace sallyport::ui
