// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingPart.h"

#include <algorithm>
#include <numeric>

namespace sallyport::rules {

FindingPart FindingPart::of(Findings findings, std::vector<qsizetype> rows) {
    const auto isBefore = [](const auto& a, const auto& b) { return findingBefore(*a, *b); };
    if (std::is_sorted(findings.begin(), findings.end(), isBefore)) return inOrder(std::move(findings), std::move(rows));
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return isBefore(findings[a], findings[b]); });
    Findings sorted;
    std::vector<qsizetype> theirRows;
    sorted.reserve(findings.size());
    for (const std::size_t at : order) {
        sorted.push_back(std::move(findings[at]));
        if (!rows.empty()) theirRows.push_back(rows[at]);
    }
    return inOrder(std::move(sorted), std::move(theirRows));
}

FindingPart FindingPart::inOrder(Findings findings, std::vector<qsizetype> rows) {
    FindingPart part;
    for (auto start = findings.cbegin(); start != findings.cend();) {
        part.starts.push_back(static_cast<std::size_t>(start - findings.cbegin()));
        const Finding& head = **start;
        start = std::partition_point(start, findings.cend(), [&head](const auto& each) {
            return each->status == head.status && each->severity == head.severity && each->rule == head.rule;
        });
    }
    part.rows = std::move(rows);
    part.findings = std::make_shared<const Findings>(std::move(findings));
    return part;
}

void insert(ToldFindings come, Findings& findings, std::vector<qsizetype>& rows) {
    std::stable_sort(come.begin(), come.end(), [](const auto& a, const auto& b) { return findingBefore(*a.first, *b.first); });
    const auto kept = std::exchange(findings, {});
    const auto keptRows = std::exchange(rows, {});
    findings.reserve(kept.size() + come.size());
    rows.reserve(kept.size() + come.size());
    auto from = kept.begin();
    const auto copyTo = [&](auto end) {
        findings.insert(findings.end(), from, end);
        rows.insert(rows.end(), keptRows.begin() + (from - kept.begin()), keptRows.begin() + (end - kept.begin()));
        from = end;
    };
    for (auto& [finding, row] : come) {
        copyTo(std::upper_bound(from, kept.end(), finding, [](const auto& a, const auto& b) { return findingBefore(*a, *b); }));
        findings.push_back(std::move(finding));
        rows.push_back(row);
    }
    copyTo(kept.end());
}

} // namespace sallyport::rules
