// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RulePack.h"
#include "rules/Sandbox.h"

#include <chrono>
#include <mutex>

namespace sallyport::rules {

using Milliseconds = std::chrono::duration<double, std::milli>;

/// A rule as SQLite understood it, and how it stands.
struct CompiledRule {
    const Rule* rule = nullptr;
    QStringList parameters;
    ReadColumns resolved;
    std::vector<std::size_t> derived; ///< Derived tables it needs.
    int violated = -1;                ///< Column; those left of it are ids.
    int severity = -1;
    bool isUsable = false;
    bool readsBlast = false, readsBlastComponents = false;
    bool dirty = true;
    bool hasRun = false;  ///< In the last run.
    Milliseconds cost{1}; ///< Of its last run; how work is shared hangs on it, and nothing else.
};

/// Rules to run, shared by several threads. The first database takes them from the front, the others from the back: those that
/// need what only the first has, or what would have to be derived once more, stand in front.
class RuleQueue {
public:
    /// Positions among the compiled rules.
    RuleQueue(std::vector<std::size_t> rules, const std::vector<CompiledRule>& compiled);

    /// The next one for the first database or another; nothing if there is none for it any more.
    std::optional<std::size_t> take(bool isFirst);

private:
    std::mutex mutex_;
    std::vector<std::size_t> rules_;
    std::size_t begin_ = 0, end_ = 0, firstShared_ = 0;
};

} // namespace sallyport::rules
