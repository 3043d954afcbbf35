// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Model.h"

#include <algorithm>
#include <atomic>
#include <stop_token>
#include <thread>
#include <vector>

namespace sallyport::advice {

/// Calls visit(copy, i) for 0 <= i < count on every core, each thread with its own copy of the model, which visit leaves
/// as it was. False if stopped; then not all were visited.
template <class Visit>
bool onCopies(const model::Model& model, std::size_t count, std::stop_token stop, Visit visit) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        model::Model copy = model;
        for (std::size_t i; (i = next.fetch_add(1)) < count && !stop.stop_requested();) visit(copy, i);
    };
    const std::size_t threads = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), count);
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
        if (count > 0) work();
    }
    return !stop.stop_requested();
}

} // namespace sallyport::advice
