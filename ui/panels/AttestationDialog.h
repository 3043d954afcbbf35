// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"
#include "panels/DialogForm.h"
#include "rules/Coverage.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sallyport::ui {

class IDialogs;

/// Asks for what somebody vouches for about a control: what is so, for which element, what shows it, by whom, until when.
/// Evidence is a link or words, or a file of which the name and SHA-256 are kept, and never the file.
class AttestationDialog : public QDialog {
    Q_OBJECT

public:
    /// known: the attestation to be changed; null: a new one.
    AttestationDialog(const rules::ControlCoverage& control, const model::Model& model, const model::Attestation* known,
                      const QString& person, const QDate& today, IDialogs& dialogs, QWidget* parent = nullptr);
    /// Of the id of the known one, or without an id.
    model::Attestation attestation() const;

private:
    void addElements(const rules::ControlCoverage& control, const model::Model& model);
    QWidget* buildEvidence();
    void attach();
    void showEvidence();
    void check();

    model::Attestation attestation_;
    QDate today_;
    IDialogs& dialogs_;
    DialogForm form_;
    QComboBox* element_;
    QPlainTextEdit* statement_;
    QLineEdit* evidence_;
    QPushButton* attach_;
    QPushButton* detach_;
    QLabel* hash_;
    QLineEdit* who_;
    QCheckBox* expires_;
    DayField* expiry_;
};

} // namespace sallyport::ui
