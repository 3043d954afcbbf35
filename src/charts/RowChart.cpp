// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/RowChart.h"

#include "charts/Type.h"
#include "diagram/Icons.h"

#include <QAbstractAxis>
#include <QAbstractBarSeries>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace sallyport::charts {

/// Everything beside the bars: drawings, names, values, hairlines' numbers, and what dresses the bars.
class RowChart::Labels : public QGraphicsItem {
public:
    explicit Labels(RowChart& chart) : QGraphicsItem(&chart), chart_(chart) {
        setZValue(100);
        setAcceptedMouseButtons(Qt::LeftButton); // before the bars, which know their sets but not our rows
    }

    QRectF boundingRect() const override { return {QPointF(), chart_.size()}; }
    void resized() { prepareGeometryChange(); }

    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        const Measures& m = chart_.measures_;
        for (int i = 0; i < static_cast<int>(chart_.rows_.size()); ++i) paintRow(*painter, i);
        if (m.axis <= 0 || m.step <= 0 || chart_.rows_.empty()) return;
        const QRectF first = chart_.track(0);
        const double y = chart_.naturalHeight() - m.axis + m.text * 1.2;
        const int steps = static_cast<int>(std::lround(chart_.full_ / m.step));
        for (int i = 0; i <= steps; ++i) {
            const double value = m.step * i;
            const QString text = chart_.full_ <= 1 ? QString::number(value, 'f', 1) : QString::number(value, 'g', 6);
            paintText(*painter, QPointF(first.left() + first.width() * value / chart_.full_, y), text, chart_.theme_.ink2,
                      m.text * 0.84, Weight::Regular, charts::Side::Centre);
        }
    }

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override { event->setAccepted(chart_.rowAt(event->pos()) >= 0); }
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override {
        const int row = chart_.rowAt(event->pos());
        if (row >= 0) Q_EMIT chart_.clicked(chart_.rows_[static_cast<std::size_t>(row)].id);
    }

private:
    void paintRow(QPainter& painter, int nth) const {
        const Measures& m = chart_.measures_;
        const Row& row = chart_.rows_[static_cast<std::size_t>(nth)];
        const QRectF track = chart_.track(nth);
        if (chart_.dress_) chart_.dress_(painter, nth, track);
        const double top = nth * m.pitch;
        const QRectF line = m.namesAbove ? QRectF(0, top, chart_.size().width(), track.top() - top)
                                         : QRectF(0, top, std::max(0.0, track.left() - m.text * 0.6), m.pitch);
        double x = 0;
        if (!row.icon.isEmpty()) {
            const double side = m.text * 1.3;
            diagram::paintIcon(painter, QRectF(0, line.center().y() - side / 2, side, side), row.icon,
                               row.colour.isValid() ? row.colour : chart_.theme_.ink2);
            x = side + m.text * 0.65;
        }
        double hintWidth = row.hint.isEmpty() ? 0 : textWidth(row.hint, m.text * 0.84) + m.text * 0.4;
        // Over its bar a name is worth more than the words behind it.
        const bool drops = m.namesAbove && x + textWidth(row.name, m.text) + hintWidth > line.width();
        if (drops) hintWidth = 0;
        const QString name = cut(row.name, line.width() - x - hintWidth, m.text);
        const double baseline = line.center().y() + capHeight(m.text) / 2;
        paintText(painter, QPointF(x, baseline), name, chart_.theme_.ink, m.text);
        if (!row.hint.isEmpty() && !drops)
            paintText(painter, QPointF(x + textWidth(name, m.text) + m.text * 0.4, baseline), row.hint, chart_.theme_.ink2,
                      m.text * 0.84);
        if (!row.value.isEmpty())
            paintText(painter, QPointF(chart_.size().width(), track.center().y() + capHeight(m.text) / 2), row.value,
                      chart_.theme_.ink, m.text, Weight::Bold, charts::Side::Right);
    }

    RowChart& chart_;
};

RowChart::RowChart(std::vector<Row> rows, const diagram::Theme& theme) : rows_(std::move(rows)), theme_(theme) {
    legend()->hide();
    setAnimationOptions(NoAnimation);
    setBackgroundVisible(false);
    setPlotAreaBackgroundVisible(false);
    setMargins(QMargins());
    layout()->setContentsMargins(0, 0, 0, 0);
    labels_ = new Labels(*this);
}

RowChart::~RowChart() = default;

void RowChart::setMeasures(const Measures& measures) {
    measures_ = measures;
    layOut();
}

void RowChart::setDress(Dress dress) {
    dress_ = std::move(dress);
    labels_->update();
}

void RowChart::setFullScale(double full) {
    full_ = full;
    layOut();
}

double RowChart::naturalHeight() const { return static_cast<double>(rows_.size()) * measures_.pitch + measures_.axis; }

double RowChart::namesWidth() const {
    if (measures_.namesAbove) return 0;
    if (measures_.names > 0) return measures_.names;
    double widest = 0;
    for (const Row& row : rows_) {
        double width = textWidth(row.name, measures_.text) + (row.icon.isEmpty() ? 0 : measures_.text * 1.95);
        if (!row.hint.isEmpty()) width += textWidth(row.hint, measures_.text * 0.84) + measures_.text * 0.4;
        widest = std::max(widest, width);
    }
    return std::min(widest + measures_.text * 1.2, size().width() * 0.4);
}

QRectF RowChart::track(int row) const {
    const double left = namesWidth();
    const double width = std::max(1.0, size().width() - left - measures_.values);
    const double top = row * measures_.pitch + (measures_.namesAbove ? measures_.pitch - measures_.bar - measures_.text * 0.5
                                                                     : (measures_.pitch - measures_.bar) / 2);
    return {left, top, width, measures_.bar};
}

int RowChart::rowAt(const QPointF& point) const {
    if (point.y() < 0 || point.x() < 0 || point.x() > size().width()) return -1;
    const int row = static_cast<int>(point.y() / measures_.pitch);
    return row < static_cast<int>(rows_.size()) ? row : -1;
}

void RowChart::layOut() {
    if (rows_.empty() || size().isEmpty()) return;
    // The plot's categories are pitch high and centred on the tracks, so bars fall where the rows are.
    const QRectF first = track(0);
    const double shift = first.center().y() - measures_.pitch / 2;
    setPlotArea(QRectF(first.left(), shift, first.width(), measures_.pitch * static_cast<double>(rows_.size())));
    for (QAbstractAxis* axis : axes(Qt::Horizontal)) {
        axis->setRange(0, full_);
        axis->setGridLineVisible(measures_.step > 0);
        if (auto* values = qobject_cast<QValueAxis*>(axis); values != nullptr && measures_.step > 0)
            values->setTickCount(static_cast<int>(std::lround(full_ / measures_.step)) + 1);
    }
    for (QAbstractSeries* each : series())
        if (auto* bars = qobject_cast<QAbstractBarSeries*>(each)) bars->setBarWidth(measures_.bar / measures_.pitch);
    layout()->setGeometry(QRectF(QPointF(), size())); // hairlines follow the plot only then
    labels_->resized();
    labels_->update();
}

void RowChart::resizeEvent(QGraphicsSceneResizeEvent* event) {
    QChart::resizeEvent(event);
    layOut();
}

double RowChart::paint(QPainter& painter, const QRectF& rect) {
    QGraphicsScene scene;
    scene.addItem(this);
    resize(rect.width(), naturalHeight());
    layOut();
    layout()->activate();
    const QRectF source(QPointF(), size());
    scene.render(&painter, QRectF(rect.topLeft(), source.size()), source, Qt::IgnoreAspectRatio);
    scene.removeItem(this);
    return naturalHeight();
}

} // namespace sallyport::charts
