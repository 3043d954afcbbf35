// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/BackgroundRun.h"

#include <QMetaObject>

namespace sallyport::ui {

BackgroundRun::BackgroundRun(QObject* parent) : QObject(parent) {}

BackgroundRun::~BackgroundRun() = default;

void BackgroundRun::ask(Work work) {
    const quint64 run = ++run_;
    done_ = total_ = 0;
    isRunning_ = true;
    // The thread before is asked to stop and waited for.
    thread_ = std::jthread([this, run, work = std::move(work)](const std::stop_token& stop) {
        const Progress progress = [this, run](int done, int total) {
            QMetaObject::invokeMethod(
                this, [=, this] { report(run, done, total); }, Qt::QueuedConnection);
        };
        const std::function<void()> deliver = work(stop, progress);
        QMetaObject::invokeMethod(
            this, [=, this] { finish(run, deliver); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
}

void BackgroundRun::cancel() {
    thread_.request_stop();
    if (!isRunning_) return;
    ++run_;
    isRunning_ = false;
    Q_EMIT changed();
}

void BackgroundRun::report(quint64 run, int done, int total) {
    if (run != run_ || !isRunning_) return;
    done_ = done;
    total_ = total;
    Q_EMIT progressed();
}

void BackgroundRun::finish(quint64 run, const std::function<void()>& deliver) {
    if (run != run_) return;
    isRunning_ = false;
    if (deliver) deliver();
    Q_EMIT changed();
}

} // namespace sallyport::ui
