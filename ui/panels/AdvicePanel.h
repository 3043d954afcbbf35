// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class WhatIf;
class Workspace;

/// Left in the Advice lens, 312 wide: the best single changes for the whole model or for the assumed compromise, each with
/// what it gains and what it costs, and a pair where no single change helps; choosing one tries it on a copy. Beside them the
/// unanswered questions that open the gap between what is stated and the worst case, to be answered in place. Looks again
/// by itself while it is shown and the model, the question or the tier has changed; long work shows progress and can be
/// cancelled.
class AdvicePanel : public QWidget {
    Q_OBJECT

public:
    AdvicePanel(Workspace& workspace, WhatIf& whatIf, QWidget* parent = nullptr);
    ~AdvicePanel() override;

    QSize sizeHint() const override { return {312, 700}; }
    /// Whether an answer for the model as it is now is shown.
    bool isCurrent() const;

Q_SIGNALS:
    /// "Add a data asset" in the empty state.
    void addDataAsked();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
