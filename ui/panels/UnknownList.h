// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Unknowns.h"

#include <QScrollArea>

#include <functional>

class QVBoxLayout;

namespace sallyport::ui {

/// The unanswered questions that make a difference, widest first, each with its two answers as buttons.
class UnknownList : public QScrollArea {
    Q_OBJECT

public:
    explicit UnknownList(QWidget* parent = nullptr);

    /// At most the first forty are shown; a line tells how many more there are.
    void setUnknowns(const advice::Unknowns& unknowns);
    int count() const { return count_; }

Q_SIGNALS:
    /// A person has answered: the position in Unknowns::open, and which of the two answers.
    void answered(int position, bool good);
    /// The question's element is to be shown.
    void chosen(const QString& element);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Gives every question the height its lines need.
    void layOut();
    QWidget* card(const advice::Unknown& unknown, int position);

    QVBoxLayout* column_;
    int count_ = 0;
};

} // namespace sallyport::ui
