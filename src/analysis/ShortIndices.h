// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>
#include <vector>

namespace sallyport::analysis {

/// A list of positions that is mostly very short: up to four lie in the list itself. A model has several for each of its
/// rows, and an allocation for each is a good part of what compiling and letting go of one costs.
class ShortIndices {
public:
    using value_type = std::int32_t;
    using iterator = value_type*;
    using const_iterator = const value_type*;

    ShortIndices() = default;
    ShortIndices(std::initializer_list<value_type> values) : ShortIndices(values.begin(), values.end()) {}
    ShortIndices(const std::vector<value_type>& values) : ShortIndices(values.begin(), values.end()) {}
    template <class Iterator>
    ShortIndices(Iterator first, Iterator last) {
        for (; first != last; ++first) push_back(*first);
    }
    ShortIndices(const ShortIndices& other) : ShortIndices(other.begin(), other.end()) {}
    ShortIndices(ShortIndices&& other) noexcept { swap(other); }
    ShortIndices& operator=(ShortIndices other) noexcept {
        swap(other);
        return *this;
    }
    ~ShortIndices() {
        if (isLong()) delete[] values_.many;
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }
    value_type* data() { return isLong() ? values_.many : values_.few; }
    const value_type* data() const { return isLong() ? values_.many : values_.few; }
    iterator begin() { return data(); }
    iterator end() { return data() + size_; }
    const_iterator begin() const { return data(); }
    const_iterator end() const { return data() + size_; }
    value_type& operator[](std::size_t index) { return data()[index]; }
    value_type operator[](std::size_t index) const { return data()[index]; }
    value_type front() const { return data()[0]; }
    value_type back() const { return data()[size_ - 1]; }

    void push_back(value_type value) {
        if (size_ == capacity_) grow();
        data()[size_++] = value;
    }
    void clear() { size_ = 0; }
    void swap(ShortIndices& other) noexcept {
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
        std::swap(values_, other.values_);
    }

    friend bool operator==(const ShortIndices& a, const ShortIndices& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    static constexpr std::uint32_t fewest = 4;

    bool isLong() const { return capacity_ > fewest; }
    void grow() {
        auto* const many = new value_type[2 * static_cast<std::size_t>(capacity_)];
        std::copy(begin(), end(), many);
        if (isLong()) delete[] values_.many;
        values_.many = many;
        capacity_ *= 2;
    }

    std::uint32_t size_ = 0;
    std::uint32_t capacity_ = fewest;
    union Values {
        value_type few[fewest];
        value_type* many;
    } values_{};
};

} // namespace sallyport::analysis
