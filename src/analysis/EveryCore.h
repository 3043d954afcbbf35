// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <thread>
#include <vector>

namespace sallyport::analysis {

/// How many threads are worth starting for so many pieces of work that do not depend on each other; at least one.
inline std::size_t workersFor(std::size_t pieces) {
    return std::clamp<std::size_t>(pieces, 1, std::max(1u, std::thread::hardware_concurrency()));
}

/// Runs work(0) to work(workers - 1), each in a thread of its own, the first in this one; back when all are done. Which of
/// them takes which piece is their own matter.
template <class Work>
void onEveryCore(std::size_t workers, const Work& work) {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < workers; ++i) others.emplace_back([&work, i] { work(i); });
    work(0);
}

} // namespace sallyport::analysis
