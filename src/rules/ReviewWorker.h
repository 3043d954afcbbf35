// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"

#include <QByteArray>
#include <QObject>
#include <QThread>

#include <memory>
#include <stop_token>

namespace sallyport::rules {

/// Keeps a review of a document up to date on a thread of its own. It owns a replica, fed by the document's changes
/// through queued calls, so the window never waits and no lock is shared. Works on the newest state only: what an
/// edit has made stale is given up. Destroying it stops and joins.
class ReviewWorker : public QObject {
    Q_OBJECT

public:
    explicit ReviewWorker(std::shared_ptr<const RulePack> pack, QObject* parent = nullptr);
    ~ReviewWorker() override;

    /// Follows this document from now on (and no other); null: none.
    void follow(const document::Document* document);
    /// Reviews with another pack from now on.
    void setPack(std::shared_ptr<const RulePack> pack);

    /// The newest review that came; null before the first.
    std::shared_ptr<const Review> review() const { return review_; }
    /// Whether review() is of the document as it is now, findings and coverage included.
    bool isCurrent() const;

Q_SIGNALS:
    /// First with the blast part alone (findingsAreCurrent false), then whole. In the thread of this object; never of
    /// an older revision than the document's.
    void reviewed(const std::shared_ptr<const sallyport::rules::Review>& review);

private:
    class Inside;
    std::stop_token nextToken();
    void sendImage();
    void sendChangeset(const sallyport::document::Changes& changes, const QByteArray& changeset);
    void take(const std::shared_ptr<const Review>& review, quint64 epoch);

    const document::Document* document_ = nullptr;
    std::shared_ptr<const Review> review_;
    quint64 epoch_ = 0;     ///< Counts documents and packs: what comes of an earlier one is dropped.
    std::stop_source stop_; ///< Of the newest work asked for; older work gives up.
    QThread thread_;
    Inside* inside_ = nullptr;
};

} // namespace sallyport::rules
