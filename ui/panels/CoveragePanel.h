// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;
class ControlSelection;

/// Left in the Coverage lens, 312 wide: what the model indicates, framework by framework, and the gaps, widest first.
class CoveragePanel : public QWidget {
    Q_OBJECT

public:
    CoveragePanel(Workspace& workspace, ControlSelection& selection, QWidget* parent = nullptr);
    ~CoveragePanel() override;

    QSize sizeHint() const override { return {312, 700}; }

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
