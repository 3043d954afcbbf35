// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ChartView.h"

#include "style/SallyportStyle.h"

#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <functional>

namespace sallyport::ui {

/// The chart's own view, with a ring around the row the keyboard is at.
class ChartView::View : public QChartView {
public:
    explicit View(QChart* chart) : QChartView(chart) {
        setFrameShape(QFrame::NoFrame);
        setRenderHint(QPainter::Antialiasing);
        setFocusPolicy(Qt::StrongFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setBackgroundBrush(Qt::NoBrush);
        viewport()->setAutoFillBackground(false);
    }
    QRectF ring;
    std::function<void()> resized;

protected:
    void drawForeground(QPainter* painter, const QRectF& rect) override {
        QChartView::drawForeground(painter, rect);
        if (hasFocus() && ring.isValid()) paintFocusRing(*painter, ring, themeOf(*this), 3);
    }
    // The chart view gives its chart all of itself; ours has margins and its own height.
    void resizeEvent(QResizeEvent* event) override {
        QChartView::resizeEvent(event);
        if (resized) resized();
    }
    // Scrolling is the area's.
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

ChartView::ChartView(const QString& accessibleName, QWidget* parent) : QScrollArea(parent), view_(new View(new QChart)) {
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    view_->setAccessibleName(accessibleName);
    view_->viewport()->setAccessibleName(accessibleName);
    view_->installEventFilter(this);
    view_->resized = [this] { place(); };
    setWidget(view_);
    setWidgetResizable(false);
    viewport()->setAutoFillBackground(false);
}

void ChartView::setChart(charts::RowChart* chart) {
    QChart* old = view_->chart();
    chart_ = chart;
    current_ = -1;
    view_->ring = {};
    view_->setChart(chart);
    old->deleteLater(); // it may be what was clicked
    if (chart != nullptr) connect(chart, &charts::RowChart::clicked, this, &ChartView::chosen);
    fit();
}

int ChartView::contentHeight() const { return chart_ ? static_cast<int>(std::ceil(chart_->naturalHeight())) + 2 : 0; }

void ChartView::fit() {
    if (chart_ == nullptr) return;
    view_->resize(viewport()->width(), contentHeight());
    place();
}

void ChartView::place() {
    if (chart_ == nullptr) return;
    chart_->resize(view_->width() - 20, chart_->naturalHeight());
    chart_->setPos(10, 0);
    view_->setSceneRect(view_->rect()); // the view had taken the chart's own
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void ChartView::step(int by) {
    const int rows = static_cast<int>(chart_->rows().size());
    current_ = std::clamp(current_ + by, 0, rows - 1);
    const double pitch = chart_->measures().pitch;
    view_->ring = QRectF(4, current_ * pitch, view_->width() - 8, pitch);
    view_->viewport()->update();
    ensureVisible(0, static_cast<int>((current_ + 0.5) * pitch), 0, static_cast<int>(pitch));
}

bool ChartView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == view_ && event->type() == QEvent::KeyPress && chart_ != nullptr && !chart_->rows().empty()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        switch (key->key()) {
            case Qt::Key_Down:
                step(1);
                return true;
            case Qt::Key_Up:
                step(-1);
                return true;
            case Qt::Key_Return:
            case Qt::Key_Enter:
            case Qt::Key_Space:
                if (current_ >= 0) Q_EMIT chosen(chart_->rows()[static_cast<std::size_t>(current_)].id);
                return true;
            default:
                break;
        }
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace sallyport::ui
