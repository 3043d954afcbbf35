// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Telling.h"
#include "panels/RowList.h"

#include <QWidget>

/// The rows of the blast panel, as they are painted.
namespace sallyport::ui {

inline constexpr int fallenHeight = 23;
/// Level meter, drawing and name; how far it has fallen at the right.
void paintFallen(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);
/// Number on the thread of the path, the sentence over as many lines as it needs, its rules at the right. A row whose
/// bar is not empty is followed by another step.
void paintStep(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);
int stepHeight(const ListRow& row, int width);

/// The choke point, at the panel's foot; hidden if there is none.
class ChokeStrip : public QWidget {
    Q_OBJECT

public:
    ChokeStrip();
    void setChoke(const charts::ChokeText& choke);
    QSize sizeHint() const override { return {300, 46}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    charts::ChokeText choke_;
};

} // namespace sallyport::ui
