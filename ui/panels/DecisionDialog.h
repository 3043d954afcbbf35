// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Elements.h"
#include "rules/Coverage.h"

#include <QDate>
#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sallyport::ui {

/// Asks for what a decision about a finding needs: state, reason, owner and expiry, all of them required.
class DecisionDialog : public QDialog {
    Q_OBJECT

public:
    DecisionDialog(const rules::Finding& finding, const QDate& today, QWidget* parent = nullptr);
    /// Of the finding; complete once the dialog has been accepted.
    model::Decision decision() const;

private:
    void check();
    model::Decision decision_;
    QDate today_;
    QComboBox* status_;
    QPlainTextEdit* reason_;
    QLineEdit* owner_;
    QLineEdit* ticket_;
    QDateEdit* expiry_;
    QLabel* missing_;
    QPushButton* accept_;
};

/// The same for what a person vouches for about a control.
class AttestationDialog : public QDialog {
    Q_OBJECT

public:
    AttestationDialog(const rules::ControlCoverage& control, const QDate& today, QWidget* parent = nullptr);
    /// Without an id.
    model::Attestation attestation() const;

private:
    void check();
    model::Attestation attestation_;
    QDate today_;
    QPlainTextEdit* statement_;
    QLineEdit* evidence_;
    QLineEdit* who_;
    QDateEdit* expiry_;
    QLabel* missing_;
    QPushButton* accept_;
};

} // namespace sallyport::ui
