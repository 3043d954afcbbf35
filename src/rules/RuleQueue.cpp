// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleQueue.h"

#include <algorithm>
#include <tuple>

namespace sallyport::rules {

RuleQueue::RuleQueue(std::vector<std::size_t> rules, const std::vector<CompiledRule>& compiled) : rules_(std::move(rules)) {
    const auto key = [&compiled](std::size_t rule) {
        const CompiledRule& each = compiled[rule];
        const bool derives = !each.derived.empty();
        return std::tuple(!each.readsBlast, !derives, derives ? -each.cost : each.cost);
    };
    std::stable_sort(rules_.begin(), rules_.end(), [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
    end_ = rules_.size();
    firstShared_ = static_cast<std::size_t>(
        std::count_if(rules_.begin(), rules_.end(), [&compiled](std::size_t rule) { return compiled[rule].readsBlast; }));
}

std::optional<std::size_t> RuleQueue::take(bool isFirst) {
    const std::lock_guard lock(mutex_);
    if (isFirst) return begin_ < end_ ? std::optional(rules_[begin_++]) : std::nullopt;
    return std::max(begin_, firstShared_) < end_ ? std::optional(rules_[--end_]) : std::nullopt;
}

} // namespace sallyport::rules
