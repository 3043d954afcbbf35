// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <vector>

namespace sallyport::rules {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// A query to run: of a rule, or of a control's scope.
struct Work {
    std::size_t position = 0;
    Milliseconds cost{1}; ///< Of its last run. How work is shared hangs on it, and nothing else.
    /// What another database than the first would have to do before it: make the derived tables it needs.
    Milliseconds deriving{0};
};

/// Work shared by several threads. The first database takes it from the front, the others from the back: what the others would
/// have to derive most for stands in front.
class WorkQueue {
public:
    /// `isAll`: else addLast() comes, and who finds nothing waits for it.
    explicit WorkQueue(std::vector<Work> work, bool isAll = true);

    /// The rest of the work; nothing comes after it.
    void addLast(const std::vector<Work>& work);
    /// The position of the next one for the first database or another; nothing if there is none for it any more.
    std::optional<std::size_t> take(bool isFirst);

private:
    void putInOrder();
    bool isLeft(bool isFirst) const;
    bool isWorthDeriving() const;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Work> work_;
    std::size_t begin_ = 0, end_ = 0;
    bool isAll_;
};

} // namespace sallyport::rules
