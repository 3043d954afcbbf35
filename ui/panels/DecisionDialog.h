// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/DialogForm.h"
#include "rules/Finding.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace sallyport::ui {

/// Asks for what a decision about findings needs: state, reason, owner and expiry, all of them required unless the
/// finding is opened again.
class DecisionDialog : public QDialog {
    Q_OBJECT

public:
    /// At least one finding; the same is decided about each. person: who sits here, for "decided by".
    DecisionDialog(std::vector<rules::Finding> findings, const QString& person, const QDate& today, QWidget* parent = nullptr);
    /// Of the findings, in their order; complete once the dialog has been accepted.
    std::vector<model::Decision> decisions() const;

private:
    model::DecisionStatus status() const;
    void check();

    std::vector<rules::Finding> findings_;
    QDate today_;
    DialogForm form_;
    QComboBox* status_;
    QPlainTextEdit* reason_;
    QLineEdit* owner_;
    QLineEdit* ticket_;
    QLineEdit* who_;
    DayField* expiry_;
};

} // namespace sallyport::ui
