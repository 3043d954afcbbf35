// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Elements.h"
#include "rules/Coverage.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class IDialogs;
class Workspace;

/// What people vouch for about one control: what is asked, and each attestation with its evidence, by whom and until when.
/// Attesting, changing and taking back are undoable edits; a file of evidence can be compared with the one attested.
class AttestationList : public QWidget {
    Q_OBJECT

public:
    AttestationList(Workspace& workspace, IDialogs& dialogs, QWidget* parent = nullptr);

    /// Null: nothing is shown.
    void show(const rules::ControlCoverage* control);

private:
    QWidget* cardOf(const model::Attestation& attestation);
    QLayout* buttonsOf(const model::Attestation& attestation);
    void attest(const model::Attestation* known);
    void compareFile(const model::Attestation& attestation);

    Workspace& workspace_;
    IDialogs& dialogs_;
    rules::ControlCoverage control_; ///< Without its elements' reasons; what the dialog needs.
    QLabel* title_;
    QLabel* asked_;
    QVBoxLayout* cards_;
    QPushButton* attest_;
    QLabel* compared_;
};

} // namespace sallyport::ui
