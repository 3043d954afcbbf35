// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace sallyport::ui {

class Workspace;

/// Right in the Design lens, 316 wide: the questions of what is selected, each with "unknown" as an answer, and what it
/// is linked with. Several elements of one kind are answered for at once. With nothing selected: the model itself.
/// Follows Workspace by itself; every answer is one undoable step.
class Inspector : public QWidget {
    Q_OBJECT

public:
    explicit Inspector(Workspace& workspace, QWidget* parent = nullptr);
    ~Inspector() override;

    QSize sizeHint() const override { return {316, 700}; }

    /// Opens the question's section, shows it and gives it the keyboard. As in rule files: "component.session_isolation",
    /// "component.function.rate_limit", "secret.purpose", "holding.storage_form". False if nothing selected has it.
    bool showQuestion(const QString& attribute);
    /// The same of this element, which is selected first.
    bool ask(const QString& element, const QString& attribute);
    /// Only unanswered questions, or all.
    void setUnknownOnly(bool unknownOnly);
    /// The name, ready to be typed over.
    void editName();

Q_SIGNALS:
    /// A finding's id, as in rules::Finding::id(): show it in the list of all.
    void findingRequested(const QString& id);

private:
    class Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::ui
