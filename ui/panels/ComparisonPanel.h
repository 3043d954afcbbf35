// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class WhatIf;
class Workspace;

/// Right in the Advice lens, 344 wide: what the edit tried on the copy does to the model. Concentration, the worst single
/// compromise, counts, and every single compromise that scores differently, before and after; then apply it, or not.
class ComparisonPanel : public QWidget {
    Q_OBJECT

public:
    ComparisonPanel(Workspace& workspace, WhatIf& whatIf, QWidget* parent = nullptr);
    ~ComparisonPanel() override;

    QSize sizeHint() const override { return {344, 700}; }

Q_SIGNALS:
    /// The edit of the copy was done to the model, as one step.
    void applied(const QString& title);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
