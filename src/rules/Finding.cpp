// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingList.h"

#include <array>
#include <tuple>

namespace sallyport::rules {

namespace {
constexpr std::array<const char*, severityCount> severityWords{"none", "info", "low", "medium", "high", "critical"};
constexpr std::array<const char*, severityCount> severityLabels{"Check", "Info", "Low", "Medium", "High", "Critical"};
} // namespace

QString severityWord(Severity severity) { return QLatin1StringView(severityWords[static_cast<std::size_t>(severity)]); }

QString severityLabel(Severity severity) { return QLatin1StringView(severityLabels[static_cast<std::size_t>(severity)]); }

std::optional<Severity> severityFromWord(QStringView word) {
    for (std::size_t i = 0; i < severityWords.size(); ++i)
        if (word == QLatin1StringView(severityWords[i])) return static_cast<Severity>(i);
    return std::nullopt;
}

QString findingStatusWord(FindingStatus status) {
    return status == FindingStatus::Violated ? QStringLiteral("violated") : QStringLiteral("unknown");
}

bool findingBefore(const Finding& a, const Finding& b) {
    if (a.status != b.status) return a.status == FindingStatus::Violated;
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.rule != b.rule) return a.rule < b.rule;
    return std::lexicographical_compare(a.elements.begin(), a.elements.end(), b.elements.begin(), b.elements.end());
}

SeverityCounts countFindings(const FindingList& findings) {
    SeverityCounts counts;
    for (const Finding& finding : findings) {
        if (finding.status == FindingStatus::Unknown)
            ++counts.unknown;
        else if (finding.decisionStands)
            ++counts.decided;
        else
            ++counts.of[static_cast<int>(finding.severity)];
    }
    return counts;
}

} // namespace sallyport::rules
