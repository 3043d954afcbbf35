// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleTrial.h"

#include <QObject>
#include <QThread>
#include <QTimer>

namespace sallyport::ui {

class Workspace;

/// Tries a rule on the open model while it is written: some time after the last change of the text or the model, on a thread
/// of its own with its own replica. Newer text stops what runs. The window never waits for it, except when it is destroyed.
class LiveTrial : public QObject {
    Q_OBJECT

public:
    explicit LiveTrial(Workspace& workspace, QObject* parent = nullptr);
    ~LiveTrial() override;

    /// Tries this text when nothing newer comes for a while, and again when the model changes.
    void ask(const QString& text, bool own);
    /// Nothing runs, and nothing will before the next ask().
    void cancel();
    bool isRunning() const { return isRunning_; }

    static constexpr int settledAfter = 300; ///< ms

Q_SIGNALS:
    void started();
    void finished(const sallyport::rules::RuleTrial& trial);

private:
    class Inside;
    void start();
    void take(quint64 run, const rules::RuleTrial& trial);

    Workspace& workspace_;
    QString text_;
    bool own_ = false, isAsked_ = false, isRunning_ = false, modelIsNew_ = true;
    quint64 run_ = 0; ///< Counts trials: what an earlier one says is dropped.
    QTimer settled_;
    std::stop_source stop_;
    QThread thread_;
    Inside* inside_;
};

} // namespace sallyport::ui
