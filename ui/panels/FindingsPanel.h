// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;
class ControlSelection;

/// Bottom tab: findings as a table (severity, sentence, elements, decision, due), filtered by severity, state and text;
/// right of it why the chosen one matters and what to do about it.
class FindingsPanel : public QWidget {
    Q_OBJECT

public:
    FindingsPanel(Workspace& workspace, ControlSelection& selection, QWidget* parent = nullptr);
    ~FindingsPanel() override;

    QSize sizeHint() const override { return {900, 220}; }
    /// Shows and chooses one: its id as in rules::Finding::id().
    void showFinding(const QString& id);
    /// Only findings that name the element; empty: all.
    void showElement(const QString& element);
    /// "Findings 12", for the tab; the number of open ones.
    QString tabText() const;

Q_SIGNALS:
    void tabTextChanged();
    /// A control's link was followed: it is selected already; the window may turn to the Coverage lens.
    void controlFollowed();
    /// The fix of one was applied, and what it changed, in words; not the fix of what stands after it.
    void fixed(const QString& rule, const QString& what);
    /// An element of a finding was followed, and is selected: the window may show it.
    void elementFollowed();
    /// The link of a question was followed, as rules::Question has it: the window may show where it is answered.
    void questionFollowed(const QString& element, const QString& attribute);
    /// "Show them" in the empty state: the unanswered questions.
    void unknownsAsked();

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
