// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace sallyport::ui {

/// One long question at a time, answered in a thread of its own, with progress, and stoppable.
class BackgroundRun : public QObject {
    Q_OBJECT

public:
    using Progress = std::function<void(int done, int total)>;
    /// Runs in the thread, and soon returns when asked to stop. It touches nothing of the window; what it gives back is
    /// called in the window's thread, unless another question was asked or this one cancelled meanwhile.
    using Work = std::function<std::function<void()>(std::stop_token stop, const Progress& progress)>;

    explicit BackgroundRun(QObject* parent = nullptr);
    ~BackgroundRun() override;

    /// In place of what is under way.
    void ask(Work work);
    void cancel();

    bool isRunning() const { return isRunning_; }
    int done() const { return done_; }
    int total() const { return total_; } ///< 0: not known yet

Q_SIGNALS:
    void progressed();
    /// Started, answered or cancelled.
    void changed();

private:
    void report(quint64 run, int done, int total);
    void finish(quint64 run, const std::function<void()>& deliver);

    quint64 run_ = 0; ///< Counts questions: what an earlier one says is dropped.
    int done_ = 0, total_ = 0;
    bool isRunning_ = false;
    std::jthread thread_;
};

} // namespace sallyport::ui
