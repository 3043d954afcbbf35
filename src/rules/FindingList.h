// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"

#include <cstddef>
#include <iterator>
#include <memory>
#include <vector>

namespace sallyport::rules {

/// The findings of a review, in order. What a rule says of a model is kept once, and shared by all lists in which it says the
/// same: a list is cheap to copy and to make anew, however many findings it has. Nobody changes a finding of a list.
class FindingList {
public:
    /// What one rule says.
    using Part = std::shared_ptr<const std::vector<std::shared_ptr<const Finding>>>;

private:
    struct Run {
        Part part;
        std::size_t first = 0; ///< In the part.
        std::size_t count = 0; ///< Never 0.
        std::size_t start = 0; ///< In the list.
    };

public:
    using value_type = Finding;

    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = Finding;
        using difference_type = std::ptrdiff_t;
        using pointer = const Finding*;
        using reference = const Finding&;
        Iterator() = default;
        const Finding& operator*() const { return *(*run_->part)[run_->first + at_]; }
        const Finding* operator->() const { return &**this; }
        Iterator& operator++() {
            if (++at_ == run_->count) {
                ++run_;
                at_ = 0;
            }
            return *this;
        }
        Iterator operator++(int) {
            Iterator old = *this;
            ++*this;
            return old;
        }
        bool operator==(const Iterator&) const = default;

    private:
        friend class FindingList;
        explicit Iterator(const Run* run) : run_(run) {}
        const Run* run_ = nullptr;
        std::size_t at_ = 0;
    };

    FindingList() = default;
    explicit FindingList(std::vector<Finding> findings);

    /// Puts so many findings of `part` at the end, from its `first` on.
    void append(Part part, std::size_t first, std::size_t count);

    Iterator begin() const { return Iterator(runs_.data()); }
    Iterator end() const { return Iterator(runs_.data() + runs_.size()); }
    std::size_t size() const { return runs_.empty() ? 0 : runs_.back().start + runs_.back().count; }
    bool empty() const { return runs_.empty(); }
    const Finding& operator[](std::size_t index) const;
    const Finding& front() const { return *begin(); }

private:
    std::vector<Run> runs_;
};

} // namespace sallyport::rules
