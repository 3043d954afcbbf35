// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Overlay.h"

#include <QAction>
#include <QWidget>

#include <vector>

class QActionGroup;

namespace sallyport::ui {

class Workspace;

/// The question the window answers: Design, Blast, Coverage or Advice. In the middle of the toolbar, as one group of
/// buttons; its actions (Ctrl+1 to Ctrl+4) also stand in the View menu.
class LensSwitch : public QWidget {
    Q_OBJECT

public:
    explicit LensSwitch(Workspace& workspace, QWidget* parent = nullptr);

    const std::vector<QAction*>& actions() const { return actions_; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    QRect part(int index) const;
    int partAt(const QPoint& point) const;
    void follow();

    Workspace& workspace_;
    std::vector<QAction*> actions_;
    int hovered_ = -1;
};

} // namespace sallyport::ui
