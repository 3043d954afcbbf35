// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "welcome/WelcomePage.h"

#include <QAbstractButton>

namespace sallyport::ui {

/// One recent file: title and path, how many components, when.
class RecentRow : public QAbstractButton {
    Q_OBJECT

public:
    RecentRow(const RecentFile& file, bool first, bool last, QWidget* parent);
    QSize sizeHint() const override { return {420, 44}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    RecentFile file_;
    bool first_, last_;
};

/// An example, drawn small, with its figures.
class ExampleCard : public QAbstractButton {
    Q_OBJECT

public:
    ExampleCard(const ExampleModel& example, QWidget* parent);
    QSize sizeHint() const override { return {430, 256}; }
    QSize minimumSizeHint() const override { return {260, 200}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    ExampleModel example_;
    QPixmap picture_;
};

/// "today, 09:14", "yesterday", "12 October", "3 May 2025".
QString whenText(const QDateTime& then, const QDateTime& now);

} // namespace sallyport::ui
