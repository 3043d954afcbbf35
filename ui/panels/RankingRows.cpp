// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/RankingRows.h"

#include "diagram/Icons.h"
#include "style/SallyportStyle.h"

#include <QPainter>

namespace sallyport::ui {

namespace {
constexpr int barLeft = 92 + 44 + 12; ///< from the right: bar, number, margin
} // namespace

void paintRanked(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    if (row.id == foldId) {
        diagram::paintIcon(painter, QRectF(rect.left() + 12, rect.center().y() - 6, 12, 12), row.icon, theme.ink2);
        painter.setFont(typeFont(Type::Table));
        painter.setPen(theme.ink2);
        painter.drawText(rect.adjusted(35, 0, -12, 0), Qt::AlignVCenter | Qt::AlignLeft, row.name);
        return;
    }
    paintNamed(painter, rect.adjusted(12, 0, -barLeft - 6, 0), row, theme, row.number == 1);
    diagram::paintScoreBar(painter, QRectF(rect.right() - barLeft, rect.center().y() - 6.5, 92, 13), row.bar, theme);
    painter.setFont(typeFont(Type::Table, true));
    painter.setPen(theme.ink);
    painter.drawText(QRectF(rect.right() - 56, rect.top(), 44, rect.height()), Qt::AlignVCenter | Qt::AlignRight, row.value);
}

void RankingHead::setTexts(const QString& left, const QString& right, bool hasScale) {
    left_ = left;
    right_ = right;
    hasScale_ = hasScale;
    update();
}

void RankingHead::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = themeOf(*this);
    QPainter painter(this);
    painter.setPen(theme.ink2);
    painter.setFont(typeFont(Type::Hint, true));
    painter.drawText(rect().adjusted(35, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, left_);
    painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignVCenter | Qt::AlignRight, right_);
    painter.fillRect(0, height() - 1, width(), 1, theme.line);
    if (!hasScale_) return;
    painter.setFont(typeFont(Type::Caption));
    const double left = width() - barLeft;
    for (const double at : {0.0, 0.5, 1.0}) {
        const auto align = at == 0.0 ? Qt::AlignLeft : at == 1.0 ? Qt::AlignRight : Qt::AlignHCenter;
        painter.drawText(QRectF(left, 0, 92, height()), Qt::AlignVCenter | align, QString::number(at));
    }
}

} // namespace sallyport::ui
