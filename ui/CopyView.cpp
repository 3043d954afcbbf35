// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CopyView.h"

#include "canvas/Camera.h"
#include "canvas/Canvas.h"
#include "canvas/CanvasActions.h"
#include "panels/PanelParts.h"
#include "style/ElidedLabel.h"
#include "workspace/WhatIf.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int headHeight = 30;
} // namespace

CopyView::CopyView(WhatIf& whatIf, QWidget* parent)
    : QWidget(parent),
      whatIf_(whatIf),
      overlay_(whatIf.copy(), selection_),
      canvas_(new Canvas(whatIf.copy())),
      actions_(new CanvasActions(*canvas_, this)),
      title_(new ElidedLabel) {
    auto* column = columnIn(this, 0, 0);
    auto* head = new QWidget;
    head->setFixedHeight(headHeight);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(12, 0, 8, 0);
    row->addWidget(title_, 1);
    for (QAction* action : {actions_->undo, actions_->redo}) {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    column->addWidget(head);
    column->addWidget(canvas_, 1);
    canvas_->setAccessibleName(tr("The copy"));
    canvas_->installEventFilter(this);
    overlay_.compareWith(whatIf, LensOverlay::Side::Copy);
    connect(&overlay_, &LensOverlay::changed, this, [this] {
        canvas_->setOverlay(overlay_.overlay());
        Q_EMIT overlayChanged();
    });
    connect(&whatIf, &WhatIf::changed, this, [this] {
        follow();
        canvas_->camera().fit(false);
    });
    follow();
}

void CopyView::follow() { title_->setText(tr("With the change: %1").arg(whatIf_.title())); }

bool CopyView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == canvas_ && event->type() == QEvent::Resize)
        QTimer::singleShot(0, canvas_, [this] { canvas_->camera().fit(false); });
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (watched != canvas_ || !isKey) return QWidget::eventFilter(watched, event);
    // The window has actions with the same keys for the original: here they are the copy's.
    const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
    for (QAction* action : actions_->findChildren<QAction*>()) {
        if (!action->isEnabled() || !action->shortcuts().contains(keys)) continue;
        event->accept();
        if (event->type() == QEvent::KeyPress) action->trigger();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sallyport::ui
