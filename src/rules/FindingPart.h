// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/FindingList.h"

#include <QtGlobal>

namespace sallyport::rules {

using Findings = std::vector<std::shared_ptr<const Finding>>;
/// Findings and the places of their rows among the rule's.
using ToldFindings = std::vector<std::pair<std::shared_ptr<const Finding>, qsizetype>>;

/// What one rule says: findings in order (findingBefore), where in them status or severity change, and of which rows of the
/// rule they are.
struct FindingPart {
    FindingList::Part findings = std::make_shared<const Findings>();
    std::vector<std::size_t> starts;
    std::vector<qsizetype> rows;

    /// `rows` stand beside the findings, or are none.
    static FindingPart of(Findings findings, std::vector<qsizetype> rows);
    /// The same of findings that are in order.
    static FindingPart inOrder(Findings findings, std::vector<qsizetype> rows);
};

/// Puts these, of which there are few, where they belong among findings that are in order, and their rows beside them.
void insert(ToldFindings come, Findings& findings, std::vector<qsizetype>& rows);

} // namespace sallyport::rules
