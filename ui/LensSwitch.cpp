// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LensSwitch.h"

#include "diagram/Icons.h"
#include "workspace/Workspace.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace sallyport::ui {

namespace {

struct Entry {
    Lens lens;
    const char* text;
    const char* icon;
    const char* tip;
};
constexpr Entry entries[] = {
    {Lens::Design, "Design", "mode-design", "Draw the model and say who holds what"},
    {Lens::Blast, "Blast", "mode-blast", "See what falls if one element is compromised"},
    {Lens::Coverage, "Coverage", "mode-coverage", "See which framework controls the model meets"},
    {Lens::Advice, "Advice", "mode-advice", "See which single change helps most, and try it on a copy"},
};
constexpr int count = static_cast<int>(std::size(entries));
constexpr int barHeight = 32;

} // namespace

LensSwitch::LensSwitch(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* group = new QActionGroup(this);
    for (int i = 0; i < count; ++i) {
        auto* action = new QAction(tr(entries[i].text), group);
        action->setCheckable(true);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        action->setStatusTip(tr(entries[i].tip));
        connect(action, &QAction::triggered, this, [this, i] { workspace_.setLens(entries[i].lens); });
        actions_.push_back(action);
    }
    connect(&workspace, &Workspace::lensChanged, this, &LensSwitch::follow);
    connect(&workspace, &Workspace::themeChanged, this, [this] { update(); });
    follow();
}

void LensSwitch::follow() {
    for (int i = 0; i < count; ++i) {
        const bool on = workspace_.lens() == entries[i].lens;
        actions_[static_cast<std::size_t>(i)]->setChecked(on);
        if (on) setAccessibleName(tr("Lens: %1").arg(tr(entries[i].text)));
    }
    update();
}

QSize LensSwitch::sizeHint() const {
    int width = 2;
    QFont bold = font();
    bold.setBold(true);
    for (const Entry& entry : entries) width += 50 + QFontMetrics(bold).horizontalAdvance(tr(entry.text));
    return {width, barHeight};
}

QRect LensSwitch::part(int index) const {
    QFont bold = font();
    bold.setBold(true);
    int left = 1;
    for (int i = 0; i < index; ++i) left += 50 + QFontMetrics(bold).horizontalAdvance(tr(entries[i].text));
    return {left, 1, 50 + QFontMetrics(bold).horizontalAdvance(tr(entries[index].text)), barHeight - 2};
}

int LensSwitch::partAt(const QPoint& point) const {
    for (int i = 0; i < count; ++i)
        if (part(i).contains(point)) return i;
    return -1;
}

void LensSwitch::paintEvent(QPaintEvent*) {
    const diagram::Theme& theme = workspace_.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.lineStrong, 1));
    painter.setBrush(theme.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    for (int i = 0; i < count; ++i) {
        const QRect here = part(i);
        const bool on = workspace_.lens() == entries[i].lens;
        if (on || i == hovered_) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(on ? theme.accent : theme.accentTint);
            painter.drawRoundedRect(QRectF(here).adjusted(1, 1, -1, -1), 4, 4);
        }
        const QColor ink = on ? theme.onAccent : theme.ink;
        diagram::paintIcon(painter, QRectF(here.left() + 12, here.center().y() - 9, 18, 18), entries[i].icon, ink);
        QFont shown = font();
        shown.setBold(on);
        painter.setFont(shown);
        painter.setPen(ink);
        painter.drawText(here.adjusted(36, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, tr(entries[i].text));
        if (on && hasFocus()) {
            painter.setPen(QPen(theme.onAccent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(here).adjusted(4, 4, -4, -4), 3, 3);
        }
    }
}

void LensSwitch::mousePressEvent(QMouseEvent* event) {
    const int index = partAt(event->pos());
    if (index >= 0 && event->button() == Qt::LeftButton) workspace_.setLens(entries[index].lens);
}

void LensSwitch::mouseMoveEvent(QMouseEvent* event) {
    hovered_ = partAt(event->pos());
    update();
}

void LensSwitch::leaveEvent(QEvent*) {
    hovered_ = -1;
    update();
}

void LensSwitch::keyPressEvent(QKeyEvent* event) {
    int at = 0;
    for (int i = 0; i < count; ++i)
        if (workspace_.lens() == entries[i].lens) at = i;
    if (event->key() == Qt::Key_Right && at + 1 < count)
        workspace_.setLens(entries[at + 1].lens);
    else if (event->key() == Qt::Key_Left && at > 0)
        workspace_.setLens(entries[at - 1].lens);
    else
        QWidget::keyPressEvent(event);
}

void LensSwitch::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

} // namespace sallyport::ui
