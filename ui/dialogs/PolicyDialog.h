// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

namespace sallyport::ui {

class Workspace;

/// "Policy of this model": the limits rules measure against, with our defaults and what those rest on. Accepting writes
/// what differs from the defaults as one step.
class PolicyDialog : public QDialog {
    Q_OBJECT

public:
    explicit PolicyDialog(Workspace& workspace, QWidget* parent = nullptr);
    ~PolicyDialog() override;

    void accept() override;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
