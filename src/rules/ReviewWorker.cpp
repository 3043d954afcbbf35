// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ReviewWorker.h"

#include <QDate>
#include <QMetaObject>

namespace sallyport::rules {

/// The part that lives in the thread. Everything reaches it through queued calls, in order; before it works it looks
/// whether something newer is waiting.
class ReviewWorker::Inside : public QObject {
public:
    explicit Inside(ReviewWorker* outside) : outside_(outside) {}

    void setPack(std::shared_ptr<const RulePack> pack, quint64 epoch, quint64 revision, const std::stop_token& stop) {
        reviewer_.reset();
        epoch_ = epoch;
        pack_ = std::move(pack);
        work(revision, stop);
    }

    void setImage(const QByteArray& image, quint64 epoch, quint64 revision, const std::stop_token& stop) {
        reviewer_.reset();
        epoch_ = epoch;
        replica_ = image.isEmpty() ? nullptr : document::Replica::ofImage(image);
        work(revision, stop);
    }

    void apply(const QByteArray& changeset, quint64 revision, const std::stop_token& stop) {
        if (!replica_) return;
        const std::optional<document::Changes> changes = replica_->apply(changeset);
        if (!changes) {
            reviewer_.reset();
            replica_.reset();
            QMetaObject::invokeMethod(
                outside_, [outside = outside_] { outside->sendImage(); }, Qt::QueuedConnection);
            return;
        }
        if (reviewer_) reviewer_->note(*changes);
        work(revision, stop);
    }

private:
    void work(quint64 revision, const std::stop_token& stop) {
        if (!replica_ || stop.stop_requested()) return;
        if (!reviewer_) reviewer_ = std::make_unique<Reviewer>(*replica_, pack_);
        const auto hand = [this](std::shared_ptr<const Review> review) {
            QMetaObject::invokeMethod(
                outside_, [outside = outside_, review = std::move(review), epoch = epoch_] { outside->take(review, epoch); },
                Qt::QueuedConnection);
        };
        if (auto review = reviewer_->review(revision, QDate::currentDate(), stop, hand)) {
            hand(std::move(review));
            reviewer_->makeReady(stop);
        }
    }

    ReviewWorker* outside_;
    quint64 epoch_ = 0;
    std::shared_ptr<const RulePack> pack_;
    std::unique_ptr<document::Replica> replica_;
    std::unique_ptr<Reviewer> reviewer_;
};

ReviewWorker::ReviewWorker(std::shared_ptr<const RulePack> pack, QObject* parent) : QObject(parent), inside_(new Inside(this)) {
    inside_->moveToThread(&thread_);
    thread_.setObjectName(QStringLiteral("review"));
    thread_.start();
    setPack(std::move(pack));
}

ReviewWorker::~ReviewWorker() {
    stop_.request_stop();
    thread_.quit();
    thread_.wait();
    delete inside_;
}

std::stop_token ReviewWorker::nextToken() {
    stop_.request_stop();
    stop_ = std::stop_source();
    return stop_.get_token();
}

void ReviewWorker::setPack(std::shared_ptr<const RulePack> pack) {
    const quint64 revision = document_ ? document_->revision() : 0;
    ++epoch_;
    review_.reset();
    QMetaObject::invokeMethod(
        inside_,
        [inside = inside_, pack = std::move(pack), epoch = epoch_, revision, stop = nextToken()] {
            inside->setPack(pack, epoch, revision, stop);
        },
        Qt::QueuedConnection);
}

void ReviewWorker::follow(const document::Document* document) {
    if (document_) disconnect(document_, nullptr, this, nullptr);
    document_ = document;
    ++epoch_;
    review_.reset();
    if (document_) {
        connect(document_, &document::Document::changed, this, &ReviewWorker::sendChangeset);
        connect(document_, &QObject::destroyed, this, [this] {
            document_ = nullptr;
            stop_.request_stop();
        });
    }
    sendImage();
}

void ReviewWorker::sendImage() {
    const QByteArray image = document_ ? document_->image() : QByteArray();
    const quint64 revision = document_ ? document_->revision() : 0;
    QMetaObject::invokeMethod(
        inside_,
        [inside = inside_, image, epoch = epoch_, revision, stop = nextToken()] {
            inside->setImage(image, epoch, revision, stop);
        },
        Qt::QueuedConnection);
}

void ReviewWorker::sendChangeset(const document::Changes& changes, const QByteArray& changeset) {
    if (changes.everything || changeset.isEmpty()) return sendImage();
    QMetaObject::invokeMethod(
        inside_,
        [inside = inside_, changeset, revision = document_->revision(), stop = nextToken()] {
            inside->apply(changeset, revision, stop);
        },
        Qt::QueuedConnection);
}

bool ReviewWorker::isCurrent() const {
    return document_ && review_ && review_->findingsAreCurrent && review_->revision == document_->revision();
}

void ReviewWorker::take(const std::shared_ptr<const Review>& review, quint64 epoch) {
    if (!document_ || epoch != epoch_ || review->revision != document_->revision()) return;
    review_ = review;
    Q_EMIT reviewed(review_);
}

} // namespace sallyport::rules
