// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WorkQueue.h"

#include <algorithm>
#include <tuple>

namespace sallyport::rules {

WorkQueue::WorkQueue(std::vector<Work> work, bool isAll) : work_(std::move(work)), isAll_(isAll) { putInOrder(); }

void WorkQueue::putInOrder() {
    const auto key = [](const Work& each) {
        return std::tuple(-each.deriving, each.deriving.count() > 0 ? -each.cost : each.cost);
    };
    std::stable_sort(work_.begin(), work_.end(), [&key](const Work& a, const Work& b) { return key(a) < key(b); });
    begin_ = 0;
    end_ = work_.size();
}

void WorkQueue::addLast(const std::vector<Work>& work) {
    {
        const std::lock_guard lock(mutex_);
        work_.erase(work_.begin() + static_cast<std::ptrdiff_t>(end_), work_.end());
        work_.erase(work_.begin(), work_.begin() + static_cast<std::ptrdiff_t>(begin_));
        work_.insert(work_.end(), work.begin(), work.end());
        putInOrder();
        isAll_ = true;
    }
    changed_.notify_all();
}

/// Whether enough is left that two do it sooner than one, though the second must make tables first.
bool WorkQueue::isWorthDeriving() const {
    Milliseconds left{0};
    for (std::size_t i = begin_; i < end_; ++i) left += work_[i].cost;
    return left > 2 * work_[end_ - 1].deriving;
}

bool WorkQueue::isLeft(bool isFirst) const { return begin_ < end_ && (isFirst || isWorthDeriving()); }

std::optional<std::size_t> WorkQueue::take(bool isFirst) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return isAll_ || isLeft(isFirst); });
    if (!isLeft(isFirst)) return std::nullopt;
    return isFirst ? work_[begin_++].position : work_[--end_].position;
}

} // namespace sallyport::rules
