// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sallyport::ui {

class RowList;
class Workspace;

/// Bottom tab: every step of the document, the newest last; choosing one goes there by undo or redo.
class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPanel(Workspace& workspace, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {900, 220}; }

private:
    void follow();
    void goTo(int position);

    Workspace& workspace_;
    RowList* view_;
    bool isGoing_ = false; ///< between the undos of one choice nothing needs to be shown
};

} // namespace sallyport::ui
