// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;

namespace sallyport::ui {

class Workspace;

/// Bottom tab: every step of the document, the newest last; choosing one goes there by undo or redo.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Workspace& workspace, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {900, 220}; }

private:
    class Steps;
    void follow();
    void goTo(int position);

    Workspace& workspace_;
    Steps* steps_;
    QListView* view_;
    bool going_ = false;
};

} // namespace sallyport::ui
