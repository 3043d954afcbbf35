// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/DialogForm.h"
#include "rules/Finding.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace sallyport::ui {

/// Asks for what a decision about a finding needs: state, reason, owner and expiry, all of them required unless the
/// finding is opened again.
class DecisionDialog : public QDialog {
    Q_OBJECT

public:
    /// person: who sits here, for "decided by".
    DecisionDialog(const rules::Finding& finding, const QString& person, const QDate& today, QWidget* parent = nullptr);
    /// Of the finding; complete once the dialog has been accepted.
    model::Decision decision() const;

private:
    model::DecisionStatus status() const;
    void check();

    model::Decision decision_;
    QDate today_;
    DialogForm form_;
    QComboBox* status_;
    QPlainTextEdit* reason_;
    QLineEdit* owner_;
    QLineEdit* ticket_;
    QLineEdit* who_;
    QDateEdit* expiry_;
};

} // namespace sallyport::ui
