// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"

#include <QScrollArea>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Workspace;

/// One finding told: why it is as bad as it is, what to do, which controls it touches, where it is.
class FindingDetails : public QScrollArea {
    Q_OBJECT

public:
    explicit FindingDetails(Workspace& workspace, QWidget* parent = nullptr);

    /// Nothing: an empty page. among: how many are chosen that people decide about.
    void show(const rules::Finding* finding, int among = 1);
    const std::optional<rules::Finding>& finding() const { return finding_; }

Q_SIGNALS:
    void elementChosen(const QString& id);
    void controlChosen(const sallyport::rules::ControlRef& control);
    /// As rules::Question has them.
    void questionChosen(const QString& element, const QString& attribute);
    void fixAsked();
    void decisionAsked();
    void withdrawalAsked();

private:
    void follow(const QString& link);
    void settle();
    Workspace& workspace_;
    std::optional<rules::Finding> finding_;
    QWidget* page_;
    QLabel* head_;
    QLabel* text_;
    QLabel* reason_;
    QLabel* elements_;
    QLabel* fix_;
    QLabel* controls_;
    QLabel* decision_;
    QPushButton* apply_;
    QPushButton* decide_;
    QPushButton* takeBack_;
};

} // namespace sallyport::ui
