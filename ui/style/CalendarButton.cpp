// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/CalendarButton.h"

#include <QCalendarWidget>
#include <QFrame>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

QDate dayIn(const QString& text) { return QDate::fromString(text.trimmed().left(10), Qt::ISODate); }

CalendarButton::CalendarButton(QLineEdit& line, const QString& accessibleName, QWidget* parent)
    : QToolButton(parent), line_(line) {
    setText(QStringLiteral("…"));
    setAccessibleName(accessibleName);
    setToolTip(tr("Choose the day"));
    line_.setToolTip(tr("Year, month, day: 2026-10-31"));
    connect(this, &QToolButton::clicked, this, &CalendarButton::openCalendar);
}

void CalendarButton::openCalendar() {
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(2, 2, 2, 2);
    auto* calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    if (const QDate now = dayIn(line_.text()); now.isValid()) calendar->setSelectedDate(now);
    column->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, popup, &QWidget::close);
    connect(calendar, &QCalendarWidget::clicked, popup, &QWidget::close);
    connect(calendar, &QCalendarWidget::selectionChanged, this, [this, calendar] {
        line_.setText(calendar->selectedDate().toString(Qt::ISODate));
        Q_EMIT chosen(calendar->selectedDate());
    });
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(width() - popup->width(), height())));
    popup->show();
    calendar->setFocus();
}

} // namespace sallyport::ui
