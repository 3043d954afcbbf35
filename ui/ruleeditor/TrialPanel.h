// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleTrial.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace sallyport::ui {

class EmptyState;
class TrialCells;
class TrialRows;
class Workspace;

/// What the rule says about the open model: counts, sentences, the query's rows, its time; or why it is refused, or not
/// run. An older result stays until the next one comes.
class TrialPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrialPanel(Workspace& workspace, QWidget* parent = nullptr);

    void showTrial(const rules::RuleTrial& trial);
    void showRunning();
    /// Nothing runs: why, and what a button does about it (asked()).
    void showWaiting(const QString& sentence, const QString& button = {});
    /// Beside the result: why a review does not use the rule. Empty: it does.
    void setNote(const QString& note);

    /// Of the newest result; nothing after showWaiting().
    const std::optional<rules::RuleTrial>& trial() const { return trial_; }
    QString summary() const;
    QTableView& findings() const { return *findings_; }

Q_SIGNALS:
    void asked();
    void placeAsked();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buildResult();
    QWidget* buildRefusal();
    void showRefusal(const Error& refusal);
    void showResult(const rules::RuleTrial& trial);
    void goTo(int row);

    Workspace& workspace_;
    std::optional<rules::RuleTrial> trial_;
    TrialRows* rows_;
    TrialCells* cells_;
    QTimer busy_;
    QLabel *counts_ = nullptr, *figures_ = nullptr, *note_ = nullptr, *sign_ = nullptr;
    QLabel *what_ = nullptr, *remedy_ = nullptr;
    QPushButton* place_ = nullptr;
    QTabBar* tabs_ = nullptr;
    QStackedWidget *pages_ = nullptr, *tables_ = nullptr;
    QTableView *findings_ = nullptr, *raw_ = nullptr;
    EmptyState *waiting_ = nullptr, *none_ = nullptr;
};

} // namespace sallyport::ui
