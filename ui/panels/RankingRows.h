// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/RowList.h"

#include <QWidget>

/// The rows of the ranking panel and the head over them, as they are painted.
namespace sallyport::ui {

inline constexpr int rankedHeight = 27;
/// The row that folds those that add nothing.
inline const QString foldId = QStringLiteral("fold:");
/// Drawing and name, bar 92 x 13, number.
void paintRanked(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme);

/// What the columns are, and the bar's scale.
class RankingHead : public QWidget {
    Q_OBJECT

public:
    RankingHead() { setFixedHeight(22); }
    void setTexts(const QString& left, const QString& right, bool hasScale);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString left_, right_;
    bool hasScale_ = true;
};

} // namespace sallyport::ui
