// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;
class ControlSelection;

/// Left in the Coverage lens, 312 wide: what the model indicates, rolled up as asked, and the gaps, by the blast
/// radius that hangs on them or by how many elements they touch.
class CoveragePanel : public QWidget {
    Q_OBJECT

public:
    CoveragePanel(Workspace& workspace, ControlSelection& selection, QWidget* parent = nullptr);
    ~CoveragePanel() override;

    QSize sizeHint() const override { return {312, 700}; }

Q_SIGNALS:
    /// The person wants to choose which frameworks the model is asked about.
    void frameworksAsked();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
