// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/IDialogs.h"

#include <QTabBar>
#include <QToolButton>
#include <QWidget>

namespace sallyport::ui {

class Workspace;

/// Over the canvas, 30 high: the model's diagrams. Adding, renaming, moving and deleting one are edits.
class DiagramTabs : public QWidget {
    Q_OBJECT

public:
    DiagramTabs(Workspace& workspace, IDialogs& dialogs, QWidget* parent = nullptr);

private:
    void follow();
    void addDiagram();
    void rename(int index);
    void remove(int index);
    void showMenu(const QPoint& at);
    void restyle();

    Workspace& workspace_;
    IDialogs& dialogs_;
    QTabBar* tabs_;
    QToolButton* add_;
    bool following_ = false;
};

} // namespace sallyport::ui
