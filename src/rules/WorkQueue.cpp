// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/WorkQueue.h"

#include <algorithm>
#include <tuple>

namespace sallyport::rules {

WorkQueue::WorkQueue(std::vector<Work> work) : work_(std::move(work)), end_(work_.size()) {
    const auto key = [](const Work& each) {
        return std::tuple(!each.firstOnly, !each.derives, each.derives ? -each.cost : each.cost);
    };
    std::stable_sort(work_.begin(), work_.end(), [&key](const Work& a, const Work& b) { return key(a) < key(b); });
    firstShared_ =
        static_cast<std::size_t>(std::count_if(work_.begin(), work_.end(), [](const Work& each) { return each.firstOnly; }));
}

std::optional<std::size_t> WorkQueue::take(bool isFirst) {
    const std::lock_guard lock(mutex_);
    if (isFirst) return begin_ < end_ ? std::optional(work_[begin_++].position) : std::nullopt;
    return std::max(begin_, firstShared_) < end_ ? std::optional(work_[--end_].position) : std::nullopt;
}

} // namespace sallyport::rules
