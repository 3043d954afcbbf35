// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QWidget>

#include <optional>

class QDialog;
class QFormLayout;
class QLabel;
class QLineEdit;
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
/// The last day something stands: typed, as in 2027-03-31, or chosen from a calendar.
class DayField : public QWidget {
    Q_OBJECT

public:
    /// kept: shown if it is still to come, else the usual time from today.
    DayField(const QDate& today, const std::optional<QString>& kept, QWidget* parent = nullptr);

    /// What is typed; none if that is no day.
    QDate date() const;
    /// What is wrong with it, as DialogForm::sayMissing() lists it; empty if nothing.
    QString missing() const;

Q_SIGNALS:
    void changed();

private:
    QDate today_;
    QLineEdit* line_;
};

/// Without the spaces around it; nothing if that is all.
std::optional<QString> given(const QString& text);

} // namespace sallyport::ui
