// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace sallyport::rules {

/// A set of frontends by position, a bit each: sets are united for every fact of every compromise.
class FrontendSet {
public:
    FrontendSet() = default;
    explicit FrontendSet(const QSet<int>& positions) {
        for (const int position : positions) {
            const auto word = static_cast<std::size_t>(position) / wordBits;
            if (word >= words_.size()) words_.resize(word + 1);
            words_[word] |= std::uint64_t(1) << (static_cast<std::size_t>(position) % wordBits);
        }
    }

    void clear() { words_.clear(); }
    void unite(const FrontendSet& other) {
        if (other.words_.size() > words_.size()) words_.resize(other.words_.size());
        for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
    }
    int size() const { return common(*this); }
    /// How many stand in both.
    int common(const FrontendSet& other) const {
        int count = 0;
        for (std::size_t i = 0; i < std::min(words_.size(), other.words_.size()); ++i)
            count += std::popcount(words_[i] & other.words_[i]);
        return count;
    }
    /// The lowest positions, at most this many.
    std::vector<std::size_t> first(std::size_t most) const {
        std::vector<std::size_t> positions;
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest && positions.size() < most; rest &= rest - 1)
                positions.push_back(i * wordBits + static_cast<std::size_t>(std::countr_zero(rest)));
        return positions;
    }

private:
    static constexpr std::size_t wordBits = 64;
    std::vector<std::uint64_t> words_;
};

} // namespace sallyport::rules
