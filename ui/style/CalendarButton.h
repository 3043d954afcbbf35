// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QToolButton>

class QLineEdit;

namespace sallyport::ui {

/// Stands beside a line that holds a day, as in 2026-10-31, and opens a calendar to choose one.
class CalendarButton : public QToolButton {
    Q_OBJECT

public:
    CalendarButton(QLineEdit& line, const QString& accessibleName, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The line has it already.
    void chosen(const QDate& day);

private:
    void openCalendar();
    QLineEdit& line_;
};

/// The day at the start of a text; none if there is none.
QDate dayIn(const QString& text);

} // namespace sallyport::ui
