// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "document/Changes.h"
#include "rules/BlastRows.h"
#include "rules/Coverage.h"
#include "rules/FindingList.h"
#include "rules/RuleRows.h"

#include <QDate>

#include <functional>
#include <memory>
#include <stop_token>

struct sqlite3;

namespace sallyport::rules {

/// Runs a pack on a database of our schema, again and again; a rule runs again only if a column it reads was changed
/// (or a row of a table it reads added or removed), as SQLite's authorizer reports when it is prepared. Not shared
/// between threads; inside, our own rules run on several cores. The handle must outlive it; its temp tables, functions and
/// limits are ours while we run.
class RuleRunner {
public:
    /// When what is worth doing; nothing else hangs on it.
    struct Tuning {
        /// Milliseconds of work from which on a second thread starts, with a database of its own.
        double shareFrom = 4;
        /// The share of all elements up to which a rule runs for those near a change alone.
        double mostNear = 0.25;
        /// Even where it takes longer than to run for all.
        bool alwaysNear = false;
        /// How many ids may come up, beyond those of the first run, before they are forgotten and all is run again: those of
        /// elements that are gone, or that a stranger's rule makes up.
        std::size_t moreIds = 100'000;
    };

    RuleRunner(sqlite3* handle, std::shared_ptr<const RulePack> pack) : RuleRunner(handle, std::move(pack), Tuning()) {}
    RuleRunner(sqlite3* handle, std::shared_ptr<const RulePack> pack, const Tuning& tuning);
    ~RuleRunner();
    RuleRunner(const RuleRunner&) = delete;
    RuleRunner& operator=(const RuleRunner&) = delete;

    void note(const document::Changes& changes);

    /// Brings the results up to date. False if stopped: call again, nothing is lost.
    bool run(const model::Model& model, const BlastRows& blasts, const QDate& today, std::stop_token stop = {});
    /// The same where blasts are still being worked out: they are asked for, in this thread, when the rules that need none have
    /// been started. None: stopped.
    using WaitForBlasts = std::function<const BlastRows*()>;
    bool run(const model::Model& model, const WaitForBlasts& blasts, const QDate& today, std::stop_token stop = {});

    /// After a run, when there is time: makes ready what runs after edits need, which the first of them would make else.
    void makeReady(const model::Model& model, const std::stop_token& stop = {});

    /// One per rule of the pack, in its order.
    const std::vector<RuleResult>& results() const;
    /// Which rules the last run ran again, for tests and timings.
    const QStringList& lastRun() const;
    /// The columns a rule reads, derived tables resolved to what they are made from: "secret.purpose".
    QStringList columnsRead(QStringView rule) const;
    /// Whether the rule reads a temp table filled by the engine.
    bool readsBlast(QStringView rule) const;

    /// Findings of the last run, in order.
    FindingList findings(const model::Model& model, const QDate& today);
    /// Problems of the pack and of the last run.
    std::vector<RuleProblem> problems() const;
    /// Coverage of the frameworks the model is asked about (FrameworkChoice.h), from the last run.
    Coverage coverage(const model::Model& model, const QDate& today);
    /// All of that.
    struct Told {
        FindingList findings;
        std::vector<RuleProblem> problems;
        Coverage coverage;
    };
    Told tell(const model::Model& model, const QDate& today);

private:
    struct Private;
    std::unique_ptr<Private> d_;
};

} // namespace sallyport::rules
