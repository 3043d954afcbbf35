// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleTrial.h"
#include "rules/TableHelp.h"

#include <QPlainTextEdit>

class QCompleter;
class QStringListModel;

namespace sallyport::ui {

class RuleHighlighter;

/// The text of a rule: coloured, with line numbers, the current line and the place of an error marked, and words offered
/// while one types. The tables must outlive it.
class RuleTextEdit : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit RuleTextEdit(const std::vector<rules::TableHelp>& tables, QWidget* parent = nullptr);

    /// Line 0: none. `what` is said where the pointer rests on it.
    void markPlace(const rules::TextPlace& place, const QString& what = {});
    const rules::TextPlace& markedPlace() const { return place_; }
    void goToMark();

    /// At the cursor, with blanks around it where it would run into a word.
    void insertName(const QString& name);

    /// Steps away from the usual size of text.
    int zoom() const { return zoom_; }
    void setZoom(int steps);

    bool isOffering() const;
    void offerWords();

Q_SIGNALS:
    void zoomChanged();
    /// What was pasted is longer than any rule.
    void tooLong();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    class Numbers;
    int numbersWidth() const;
    void placeNumbers();
    void paintNumbers(QPaintEvent& event);
    void restyle();
    void showMarks();
    void offer(bool asked);
    void complete(const QString& word);
    void indentLikeAbove();

    const std::vector<rules::TableHelp>& tables_;
    RuleHighlighter* highlighter_;
    QCompleter* completer_;
    QStringListModel* words_;
    Numbers* numbers_;
    rules::TextPlace place_;
    QString placeText_;
    int zoom_ = 0;
};

} // namespace sallyport::ui
