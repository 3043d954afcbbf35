// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Theme.h"

#include <QChart>

#include <functional>
#include <vector>

class QPainter;

namespace sallyport::charts {

/// A Qt Charts chart of horizontal bars, one a row, with drawing, name and value of each row beside them in the type of
/// the diagram. No frame, no animation, no legend; hairlines where asked. Lays itself out by its width: rows keep their
/// pitch, so its height follows from them.
class RowChart : public QChart {
    Q_OBJECT

public:
    struct Row {
        QString id;
        QString icon;  ///< empty: none
        QColor colour; ///< of the drawing; invalid: the second ink
        QString name;
        QString hint;  ///< second ink, behind the name
        QString value; ///< bold, at the right
    };
    /// Scene units (pixels or points).
    struct Measures {
        double pitch = 19, bar = 10, text = 9.5;
        double names = 0;        ///< width of the names' column; 0: as wide as they are, at most 40 % of the chart
        double values = 34;      ///< width of the values' column
        double axis = 16;        ///< height of the axis under the bars; 0: none
        bool namesAbove = false; ///< the name stands over its bar instead of left of it
        double step = 0.2;       ///< between hairlines; 0: none
    };
    /// Paints signs over or instead of the bars: the row's number and its whole track in chart coordinates.
    using Dress = std::function<void(QPainter& painter, int row, const QRectF& track)>;

    RowChart(std::vector<Row> rows, const diagram::Theme& theme);
    ~RowChart() override;

    const std::vector<Row>& rows() const { return rows_; }
    const Measures& measures() const { return measures_; }
    void setMeasures(const Measures& measures);
    void setDress(Dress dress);
    /// Of the value axis; 1 by default.
    void setFullScale(double full);
    /// What all rows need.
    double naturalHeight() const;
    /// The bar's track of a row, full scale, in chart coordinates.
    QRectF track(int row) const;
    /// The row at a point of the chart, -1 if there is none.
    int rowAt(const QPointF& point) const;

    /// Vectors only; fits the rect's width, from its top. Returns the height used.
    double paint(QPainter& painter, const QRectF& rect);

Q_SIGNALS:
    void clicked(const QString& id);

protected:
    void resizeEvent(QGraphicsSceneResizeEvent* event) override;

private:
    class Labels;
    void layOut();
    double namesWidth() const;

    std::vector<Row> rows_;
    const diagram::Theme& theme_;
    Measures measures_;
    Dress dress_;
    double full_ = 1;
    Labels* labels_ = nullptr;
};

} // namespace sallyport::charts
