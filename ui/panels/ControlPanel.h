// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;
class ControlSelection;
class IDialogs;

/// Right in the Coverage lens, 344 wide: the chosen control, its status and the elements that made it so, its rules,
/// what a person must attest, and what else it is called. The search finds controls by any id people cite.
class ControlPanel : public QWidget {
    Q_OBJECT

public:
    ControlPanel(Workspace& workspace, ControlSelection& selection, IDialogs& dialogs, QWidget* parent = nullptr);
    ~ControlPanel() override;

    QSize sizeHint() const override { return {344, 700}; }
    void focusSearch();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
