// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/Positions.h"

namespace sallyport::analysis {

void Positions::add(const QString& id, std::size_t h) {
    if (2 * (ids_.size() + 1) > slots_.size()) grow(2 * ids_.size() + 2);
    const Index known = find(h);
    if (known != none && *at(ids_, known) == id) return;
    ids_.push_back(&id);
    if (known != none) return hashAgain();
    hashes_.push_back(h);
    place(h, count(ids_) - 1);
}

void Positions::place(std::size_t hash, Index index) {
    std::size_t slot = hash & mask_;
    while (slots_[slot].index != none) slot = (slot + 1) & mask_;
    slots_[slot] = {hash, index};
}

void Positions::grow(std::size_t expected) {
    std::size_t size = 16;
    while (size < 2 * expected) size *= 2;
    mask_ = size - 1;
    slots_.assign(size, {});
    hashes_.reserve(expected);
    ids_.reserve(expected);
    for (std::size_t i = 0; i < hashes_.size(); ++i) place(hashes_[i], static_cast<Index>(i));
}

void Positions::hashAgain() {
    ++seed_;
    const std::vector<const QString*> ids = std::move(ids_);
    ids_.clear();
    hashes_.clear();
    slots_.assign(slots_.size(), {});
    for (const QString* id : ids) add(*id);
}

} // namespace sallyport::analysis
