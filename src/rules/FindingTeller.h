// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Questions.h"

#include <memory>

namespace sallyport::rules {

/// Makes findings of one rule's rows. All it is given must outlive it; for one thread.
class FindingTeller {
public:
    FindingTeller(const QuestionFinder& questions, Names& names, const RuleResult& result,
                  const std::vector<RuleResult>& results, const QList<ControlRef>& controls);
    ~FindingTeller();
    FindingTeller(const FindingTeller&) = delete;
    FindingTeller& operator=(const FindingTeller&) = delete;

    /// Whether the row is not listed, because another rule has it.
    bool yields(const RuleRow& row) const;
    /// The row's finding, undecided.
    Finding tell(const RuleRow& row) const;

private:
    struct Private;
    std::unique_ptr<const Private> d_;
};

} // namespace sallyport::rules
