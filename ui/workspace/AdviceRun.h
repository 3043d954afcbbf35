// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"

#include <QObject>

#include <memory>
#include <optional>
#include <thread>

namespace sallyport::ui {

class Workspace;

/// Looks for the best single changes in the background: of the model as it was when asked, with progress, and stoppable.
/// An answer stays until the next question; whoever shows it compares revision() with the document's.
class AdviceRun : public QObject {
    Q_OBJECT

public:
    explicit AdviceRun(Workspace& workspace, QObject* parent = nullptr);
    ~AdviceRun() override;

    /// In place of what is under way.
    void ask(const advice::Question& question);
    /// Leaves the last answer as it is.
    void cancel();

    bool isRunning() const { return isRunning_; }
    int done() const { return done_; }
    int total() const { return total_; } ///< 0: not known yet
    const std::optional<advice::Advice>& advice() const { return advice_; }
    const advice::Question& question() const { return question_; } ///< of the answer
    quint64 revision() const { return revision_; }                 ///< of the answer's model
    void forget();

Q_SIGNALS:
    void progressed();
    /// Started, answered or cancelled.
    void changed();

private:
    void take(quint64 run, std::optional<advice::Advice> found, const advice::Question& question, quint64 revision);

    Workspace& workspace_;
    std::optional<advice::Advice> advice_;
    advice::Question question_;
    quint64 revision_ = 0;
    quint64 run_ = 0; ///< Counts questions: what an earlier one says is dropped.
    int done_ = 0, total_ = 0;
    bool isRunning_ = false;
    std::jthread thread_; ///< Gives up within milliseconds of being asked to stop.
};

} // namespace sallyport::ui
