// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace sallyport::model {

/// The rows of one table, ordered by key, so that everything computed from a model is deterministic.
/// A row stays where it is until it is erased, whatever happens to others: pointers to it hold. Iterators hold until a
/// row is inserted or erased.
///
/// Rows lie in blocks, in the order they came in, which mostly is that of their keys; what is ordered are pages of
/// pointers to them. Walking reads memory in a row, where a tree would wait for one node to learn of the next, and
/// inserting into the middle moves no more than a page.
template <class T>
class Rows {
public:
    using Key = typename T::Key;

private:
    using Page = std::vector<T*>; ///< Never empty, never longer than pageSize.

public:
    /// Iterates over the rows themselves, in key order.
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T*;
        using reference = const T&;
        Iterator() = default;
        const T& operator*() const { return *(*page_)[slot_]; }
        const T* operator->() const { return (*page_)[slot_]; }
        Iterator& operator++() {
            if (++slot_ == page_->size()) {
                ++page_;
                slot_ = 0;
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
        friend class Rows;
        Iterator(const Page* page, std::size_t slot) : page_(page), slot_(slot) {}
        const Page* page_ = nullptr;
        std::size_t slot_ = 0;
    };

    Rows() = default;
    ~Rows() = default;
    Rows(Rows&& other) noexcept
        : pages_(std::exchange(other.pages_, {})),
          blocks_(std::exchange(other.blocks_, {})),
          free_(std::exchange(other.free_, {})),
          size_(std::exchange(other.size_, 0)) {}
    Rows(const Rows& other) {
        if (other.isEmpty()) return;
        blocks_.emplace_back().reserve(other.size_);
        for (const T& row : other) append(store(row));
    }
    Rows& operator=(Rows other) noexcept {
        pages_.swap(other.pages_);
        blocks_.swap(other.blocks_);
        free_.swap(other.free_);
        std::swap(size_, other.size_);
        return *this;
    }

    Iterator begin() const { return {pages_.data(), 0}; }
    Iterator end() const { return {pages_.data() + pages_.size(), 0}; }
    qsizetype size() const { return static_cast<qsizetype>(size_); }
    bool isEmpty() const { return size_ == 0; }

    const T* find(const Key& key) const {
        const Iterator at = lowerBound(key);
        return isAt(at, key) ? &*at : nullptr;
    }
    T* find(const Key& key) { return const_cast<T*>(std::as_const(*this).find(key)); }
    bool contains(const Key& key) const { return find(key) != nullptr; }

    /// Replaces the row with the same key.
    void put(T row) {
        if (pages_.empty() || pages_.back().back()->key() < row.key()) return append(store(std::move(row)));
        const Iterator at = lowerBound(row.key());
        if (isAt(at, row.key()))
            *pages_[pageOf(at)][at.slot_] = std::move(row);
        else
            insert(pageOf(at), at.slot_, store(std::move(row)));
    }

    bool erase(const Key& key) {
        const Iterator at = lowerBound(key);
        if (!isAt(at, key)) return false;
        const std::size_t index = pageOf(at);
        Page& page = pages_[index];
        T* const row = page[at.slot_];
        page.erase(page.begin() + static_cast<std::ptrdiff_t>(at.slot_));
        if (page.empty()) pages_.erase(pages_.begin() + static_cast<std::ptrdiff_t>(index));
        *row = T();
        free_.push_back(row);
        --size_;
        return true;
    }

    bool operator==(const Rows& other) const { return size_ == other.size_ && std::equal(begin(), end(), other.begin()); }

private:
    static constexpr std::size_t pageSize = 256;
    static constexpr std::size_t largestBlock = 1024;

    /// The first row whose key is not lower; end() if there is none.
    template <class Sought>
    Iterator lowerBound(const Sought& key) const {
        const auto page =
            std::partition_point(pages_.begin(), pages_.end(), [&](const Page& p) { return p.back()->key() < key; });
        if (page == pages_.end()) return end();
        const auto row = std::partition_point(page->begin(), page->end(), [&](const T* r) { return r->key() < key; });
        return {&*page, static_cast<std::size_t>(row - page->begin())};
    }
    template <class Sought>
    bool isAt(const Iterator& at, const Sought& key) const {
        return at != end() && at->key() == key;
    }
    std::size_t pageOf(const Iterator& at) const { return static_cast<std::size_t>(at.page_ - pages_.data()); }

    template <class Row>
    T* store(Row&& row) {
        if (!free_.empty()) {
            T* const place = free_.back();
            free_.pop_back();
            *place = std::forward<Row>(row);
            return place;
        }
        // A block never grows, so that its rows stay where they are.
        if (blocks_.empty() || blocks_.back().size() == blocks_.back().capacity())
            blocks_.emplace_back().reserve(std::clamp<std::size_t>(size_, 1, largestBlock));
        blocks_.back().push_back(std::forward<Row>(row));
        return &blocks_.back().back();
    }

    void append(T* row) {
        if (pages_.empty() || pages_.back().size() == pageSize) pages_.emplace_back();
        pages_.back().push_back(row);
        ++size_;
    }

    void insert(std::size_t index, std::size_t slot, T* row) {
        if (pages_[index].size() == pageSize) {
            Page upper(pages_[index].begin() + pageSize / 2, pages_[index].end());
            pages_[index].resize(pageSize / 2);
            pages_.insert(pages_.begin() + static_cast<std::ptrdiff_t>(index) + 1, std::move(upper));
            if (slot > pageSize / 2) {
                ++index;
                slot -= pageSize / 2;
            }
        }
        Page& page = pages_[index];
        page.insert(page.begin() + static_cast<std::ptrdiff_t>(slot), row);
        ++size_;
    }

    std::vector<Page> pages_;
    std::vector<std::vector<T>> blocks_;
    std::vector<T*> free_; ///< Places of erased rows.
    std::size_t size_ = 0;
};

} // namespace sallyport::model
