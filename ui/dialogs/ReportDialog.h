// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/Report.h"

#include <QDialog>

#include <memory>

namespace sallyport::ui {

class IDialogs;

/// "Write report": how much, which sections, what stands on the cover, and where to.
class ReportDialog : public QDialog {
    Q_OBJECT

public:
    /// path: where it would go, with the model's name.
    ReportDialog(IDialogs& dialogs, const QString& path, const report::ReportOptions& options, QWidget* parent = nullptr);
    ~ReportDialog() override;

    report::ReportOptions options() const;
    QString path() const;
    /// Open the file when it is written.
    bool openAfterwards() const;

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
