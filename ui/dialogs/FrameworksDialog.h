// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <vector>

class QCheckBox;

namespace sallyport::rules {
struct FrameworkState;
}

namespace sallyport::ui {

class Workspace;

/// Which frameworks a model is asked about, each with its size, how much of it a diagram can say something of, and whom
/// to credit. Accepting is one undoable edit.
class FrameworksDialog : public QDialog {
    Q_OBJECT

public:
    explicit FrameworksDialog(Workspace& workspace, QWidget* parent = nullptr);

    void accept() override;

private:
    QWidget* buildFramework(const rules::FrameworkState& state);

    struct Choice {
        QString framework;
        bool byDefault;
        QCheckBox* box;
    };
    Workspace& workspace_;
    std::vector<Choice> choices_;
};

} // namespace sallyport::ui
