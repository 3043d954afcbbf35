// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/Questions.h"

#include <QWidget>

class QLabel;

namespace sallyport::ui {

class AnswerControl;
class SetControl;
class Workspace;

/// A row of the model, named by its table's key.
using RowKey = std::vector<model::Value>;

/// One question about some rows: text, hint and control; a dotted rule at its left while it is unanswered. Writes each
/// answer as one step.
class QuestionBox : public QWidget {
    Q_OBJECT

public:
    /// width: of the control. compact: without the hint.
    QuestionBox(Workspace& workspace, const Question& question, int width, bool compact, QWidget* parent);

    const Question& question() const { return question_; }
    /// isWanted: it is asked, though rows of this kind usually are not.
    void setRows(const std::vector<RowKey>& rows, bool isWanted = false);
    /// Reads the model again.
    void refresh();
    bool isAskedHere() const { return asked_; }
    bool isUnknownHere() const { return unknown_; }
    void focusControl();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void write(const model::Value& value, bool typing);
    void writeMember(const QString& member, int present);
    void writeNo(const QStringList& members);
    QString stepText() const;
    QStringList elements() const;

    Workspace& workspace_;
    const Question& question_;
    std::vector<RowKey> rows_;
    QLabel* text_;
    QLabel* hint_;
    AnswerControl* answer_ = nullptr;
    SetControl* members_ = nullptr;
    bool asked_ = true, unknown_ = false, wanted_ = false, compact_;
};

} // namespace sallyport::ui
