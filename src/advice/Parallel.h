// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/EveryCore.h"
#include "model/Model.h"

#include <atomic>
#include <stop_token>

namespace sallyport::advice {

/// One: the caller is one of many threads itself.
enum class Cores { One, Every };

/// Calls visit(copy, i) for 0 <= i < count on the cores, each thread with its own copy of the model, which visit leaves
/// as it was. False if stopped; then not all were visited.
template <class Visit>
bool onCopies(Cores cores, const model::Model& model, std::size_t count, std::stop_token stop, Visit visit) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&](std::size_t) {
        model::Model copy = model;
        for (std::size_t i; (i = next.fetch_add(1)) < count && !stop.stop_requested();) visit(copy, i);
    };
    if (count > 0) analysis::onEveryCore(cores == Cores::Every ? analysis::workersFor(count) : 1, work);
    return !stop.stop_requested();
}

} // namespace sallyport::advice
