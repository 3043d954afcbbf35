// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Questions.h"

#include <QWidget>

namespace sallyport::ui {

class Workspace;

/// What one answer is given with. It shows what it is told and says what a person did; it changes nothing itself. A
/// field that is being typed in is never overwritten with what it says already.
class AnswerControl : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Null: nobody has answered. mixed: several elements differ.
    virtual void setAnswer(const model::Value& value, bool mixed) = 0;

    /// What suits the question: segments, a list, a number, a duration, a date, text, an element.
    static AnswerControl* make(Workspace& workspace, const Question& question, int width, QWidget* parent);

Q_SIGNALS:
    /// typing: more of the same may follow, and all of it is one step.
    void answered(const sallyport::model::Value& value, bool typing);
    void typingEnded();
};

/// "Unknown" of an answer, "None on record", "None" of a link.
QString unansweredWord(const model::Column& column);

} // namespace sallyport::ui
