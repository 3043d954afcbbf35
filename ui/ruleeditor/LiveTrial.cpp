// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ruleeditor/LiveTrial.h"

#include "workspace/Workspace.h"

#include <QMetaObject>

namespace sallyport::ui {

/// The part that lives in the thread; reached through queued calls alone.
class LiveTrial::Inside : public QObject {
public:
    explicit Inside(LiveTrial* outside) : outside_(outside) {}

    /// An empty image: the model is the one of the last time.
    void tryText(const QByteArray& image, const QByteArray& text, bool own, quint64 run, std::stop_token stop) {
        if (!image.isEmpty()) bench_ = std::make_unique<rules::TrialBench>(image);
        if (!bench_ || stop.stop_requested()) return;
        const auto trial = bench_->run(text, own, QDate::currentDate(), std::move(stop));
        if (!trial) return;
        QMetaObject::invokeMethod(
            outside_, [outside = outside_, run, trial = *trial] { outside->take(run, trial); }, Qt::QueuedConnection);
    }

private:
    LiveTrial* outside_;
    std::unique_ptr<rules::TrialBench> bench_;
};

LiveTrial::LiveTrial(Workspace& workspace, QObject* parent)
    : QObject(parent), workspace_(workspace), inside_(new Inside(this)) {
    settled_.setSingleShot(true);
    settled_.setInterval(settledAfter);
    connect(&settled_, &QTimer::timeout, this, &LiveTrial::start);
    const auto again = [this] {
        modelIsNew_ = true;
        if (isAsked_) ask(text_, own_);
    };
    connect(&workspace, &Workspace::changed, this, again);
    connect(&workspace, &Workspace::documentReplaced, this, again);
    inside_->moveToThread(&thread_);
    thread_.setObjectName(QStringLiteral("rule trial"));
    thread_.start();
}

LiveTrial::~LiveTrial() {
    stop_.request_stop();
    thread_.quit();
    thread_.wait();
    delete inside_;
}

void LiveTrial::ask(const QString& text, bool own) {
    cancel();
    text_ = text;
    own_ = own;
    isAsked_ = true;
    settled_.start();
}

void LiveTrial::cancel() {
    stop_.request_stop();
    settled_.stop();
    isAsked_ = isRunning_ = false;
    ++run_;
}

void LiveTrial::start() {
    stop_ = std::stop_source();
    isRunning_ = true;
    const QByteArray image = modelIsNew_ ? workspace_.document().image() : QByteArray();
    modelIsNew_ = false;
    QMetaObject::invokeMethod(
        inside_,
        [inside = inside_, image, text = text_.toUtf8(), own = own_, run = run_, stop = stop_.get_token()] {
            inside->tryText(image, text, own, run, stop);
        },
        Qt::QueuedConnection);
    Q_EMIT started();
}

void LiveTrial::take(quint64 run, const rules::RuleTrial& trial) {
    if (run != run_ || !isRunning_) return;
    isRunning_ = false;
    Q_EMIT finished(trial);
}

} // namespace sallyport::ui
