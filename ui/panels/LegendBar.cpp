// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/LegendBar.h"

#include "diagram/Legend.h"
#include "workspace/Workspace.h"

#include <QPainter>

namespace sallyport::ui {

namespace {
constexpr int oneRow = 36;
constexpr int margin = 12;
} // namespace

LegendBar::LegendBar(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    setAccessibleName(tr("Legend"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&workspace, &Workspace::themeChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void LegendBar::setOverlay(const diagram::Overlay& overlay) {
    overlay_ = overlay;
    setVisible(!diagram::legendSize(overlay_, 1e6).isEmpty());
    updateGeometry();
    update();
}

int LegendBar::heightForWidth(int width) const {
    const QSizeF size = diagram::legendSize(overlay_, std::max(120, width - 2 * margin));
    return std::max(oneRow, static_cast<int>(size.height()) + 12);
}

QSize LegendBar::sizeHint() const { return {480, heightForWidth(width() > 0 ? width() : 800)}; }
QSize LegendBar::minimumSizeHint() const { return {160, heightForWidth(width() > 0 ? width() : 800)}; }

void LegendBar::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = workspace_.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, 0, width(), 1, theme.line);
    const QSizeF size = diagram::legendSize(overlay_, width() - 2 * margin);
    diagram::paintLegend(painter, QRectF(QPointF(margin, (height() - size.height()) / 2), size), theme, overlay_);
}

} // namespace sallyport::ui
