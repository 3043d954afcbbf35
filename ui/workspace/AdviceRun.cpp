// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/AdviceRun.h"

#include "workspace/Workspace.h"

#include <QMetaObject>

namespace sallyport::ui {

AdviceRun::AdviceRun(Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {}

AdviceRun::~AdviceRun() = default;

void AdviceRun::ask(const advice::Question& question) {
    const quint64 run = ++run_;
    done_ = total_ = 0;
    isRunning_ = true;
    const auto model = std::make_shared<const model::Model>(workspace_.model());
    const quint64 revision = workspace_.document().revision();
    // The thread before is asked to stop and waited for.
    thread_ = std::jthread([this, run, model, question, revision](const std::stop_token& stop) {
        const auto progress = [this, run](int done, int total) {
            QMetaObject::invokeMethod(
                this,
                [this, run, done, total] {
                    if (run != run_ || !isRunning_) return;
                    done_ = done;
                    total_ = total;
                    Q_EMIT progressed();
                },
                Qt::QueuedConnection);
        };
        auto found = std::make_shared<std::optional<advice::Advice>>(advice::advise(*model, question, stop, progress));
        QMetaObject::invokeMethod(
            this, [this, run, found, question, revision] { take(run, std::move(*found), question, revision); },
            Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void AdviceRun::cancel() {
    thread_.request_stop();
    if (!isRunning_) return;
    ++run_;
    isRunning_ = false;
    Q_EMIT changed();
}

void AdviceRun::forget() {
    cancel();
    if (!advice_) return;
    advice_.reset();
    Q_EMIT changed();
}

void AdviceRun::take(quint64 run, std::optional<advice::Advice> found, const advice::Question& question, quint64 revision) {
    if (run != run_) return;
    isRunning_ = false;
    advice_ = std::move(found);
    question_ = question;
    revision_ = revision;
    Q_EMIT changed();
}

} // namespace sallyport::ui
