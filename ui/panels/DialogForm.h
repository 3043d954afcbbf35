// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

class QDateEdit;
class QDialog;
class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

/// What the dialogs in which people put their name to something are made of.
namespace sallyport::ui {

/// A sentence, a form, a line that says what is still needed, and the buttons. The parts belong to the dialog.
struct DialogForm {
    DialogForm(QDialog& dialog, const QString& sentence, const QString& verb);

    /// Says what is missing, and lets the dialog be accepted if nothing is.
    void sayMissing(const QStringList& missing) const;

    QFormLayout* rows;
    QLabel* missing;
    QPushButton* accept;
};

/// A few lines of text; Tab leaves them.
QPlainTextEdit* textField(const QString& text);
/// From tomorrow on; the day kept, if it is still to come, else the usual time from today.
QDateEdit* expiryField(const QDate& today, const std::optional<QString>& kept);
/// Without the spaces around it; nothing if that is all.
std::optional<QString> given(const QString& text);

} // namespace sallyport::ui
