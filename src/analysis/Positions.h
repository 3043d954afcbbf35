// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "analysis/RowWalk.h"

#include <QHashFunctions>
#include <QString>

#include <array>
#include <optional>
#include <stop_token>
#include <vector>

namespace sallyport::analysis {

/// Where the rows of one table went, by id. Compiling a model is bound by memory latency, so that ids are told apart by
/// 64 bits of hash in one flat table and their text is read once. Two ids of one table with the same hash are found out
/// when they are added, and then the table hashes again with another seed.
class Positions {
public:
    explicit Positions(qsizetype expected = 0) { grow(static_cast<std::size_t>(expected)); }

    /// Ids stand in the order they are added in, and must stay where they are.
    void add(const QString& id) { add(id, hash(id)); }
    /// The ids of all rows, in their order. Fewer if stopped.
    template <class Rows>
    void addAll(const std::stop_token& stop, const Rows& rows);

    /// `none` if there is no such id.
    Index of(const QString& id) const { return find(hash(id)); }
    /// The same in three steps, for asking for many at once: waiting for their places in the table together is cheaper than
    /// for one after the other. Hashes are good until the next add().
    std::size_t hash(const QString& id) const { return qHash(id, seed_); }
    void fetchPlace(std::size_t hash) const { __builtin_prefetch(&slots_[hash & mask_]); }
    Index ofHash(std::size_t hash) const { return find(hash); }
    template <class Id>
    Index of(const std::optional<Id>& id) const {
        return id ? of(id->value) : none;
    }

    /// For ids that mostly come in order, as the first ends of relations do.
    class Walk {
    public:
        explicit Walk(const Positions& positions) : positions_(positions) {}
        Index of(const QString& id) { return ofHash(positions_.hash(id)); }
        Index ofHash(std::size_t hash) {
            if (at(hash, current_)) return current_;
            if (at(hash, current_ + 1)) return ++current_;
            const Index found = positions_.find(hash);
            if (found != none) current_ = found;
            return found;
        }

    private:
        bool at(std::size_t hash, Index index) const {
            return index >= 0 && index < count(positions_.hashes_) && analysis::at(positions_.hashes_, index) == hash;
        }

        const Positions& positions_;
        Index current_ = -1;
    };

private:
    struct Slot {
        std::size_t hash = 0;
        Index index = none;
    };

    void add(const QString& id, std::size_t hash);
    Index find(std::size_t hash) const {
        for (std::size_t slot = hash & mask_;; slot = (slot + 1) & mask_)
            if (slots_[slot].index == none || slots_[slot].hash == hash) return slots_[slot].index;
    }
    void place(std::size_t hash, Index index);
    void grow(std::size_t expected);
    void hashAgain();

    std::size_t seed_ = QHashSeed::globalSeed();
    std::size_t mask_ = 0;
    std::vector<Slot> slots_;
    std::vector<std::size_t> hashes_;
    std::vector<const QString*> ids_;
};

template <class Rows>
void Positions::addAll(const std::stop_token& stop, const Rows& rows) {
    constexpr std::size_t blockSize = 32;
    std::array<const QString*, blockSize> ids;
    std::array<std::size_t, blockSize> hashes;
    auto next = rows.begin();
    const auto end = rows.end();
    while (next != end && !stop.stop_requested()) {
        std::size_t size = 0;
        for (; size < blockSize && next != end; ++next) {
            ids[size] = &next->id.value;
            fetchSoon(*ids[size++]);
        }
        const std::size_t seed = seed_;
        for (std::size_t i = 0; i < size; ++i) fetchPlace(hashes[i] = hash(*ids[i]));
        for (std::size_t i = 0; i < size; ++i) add(*ids[i], seed == seed_ ? hashes[i] : hash(*ids[i]));
    }
}

} // namespace sallyport::analysis
