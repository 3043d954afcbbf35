// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleVerdicts.h"

#include "analysis/EveryCore.h"

#include <algorithm>
#include <atomic>

namespace sallyport::rules {

std::size_t RuleVerdicts::add(const QString& rule) {
    Said& said = said_.emplace_back();
    said.rule = rule;
    said.lacksAnswer = QStringLiteral("%1 lacks an answer").arg(rule);
    said.isMissing = QStringLiteral("%1 is not among the rules").arg(rule);
    return said_.size() - 1;
}

void RuleVerdicts::renew(std::size_t rule) {
    if (rule < said_.size()) said_[rule].isCurrent = false;
}

void RuleVerdicts::say(std::size_t rule, bool withPairs, const RuleResult& result) {
    Said& said = said_[rule];
    const bool wasUsable = std::exchange(said.usable, !result.problem);
    const std::vector<Say> before = std::exchange(said.of, std::vector<Say>(ids_->count()));
    for (const RuleRow& row : result.rows) {
        const auto say = [&](const KnownId& id) {
            if (id.number >= said.of.size()) said.of.resize(id.number + 1);
            Say& says = said.of[id.number];
            says = std::max(says, row.violated ? Say::Yes : Say::Unknown);
        };
        row.eachElement(*ids_, say);
        if (withPairs && (row.idCount() > 1 || !row.isPlain)) say(ids_->of(row.elements().join(u' ')));
    }
    said.isCurrent = true;
    said.withPairs = withPairs;
    said.isOther = said.isOther || said.usable != wasUsable;
    const auto at = [](const std::vector<Say>& all, std::size_t i) { return i < all.size() ? all[i] : Say::No; };
    for (std::size_t i = 0; i < std::max(before.size(), said.of.size()); ++i)
        if (at(before, i) != at(said.of, i)) said.changed.push_back(i);
}

void RuleVerdicts::refresh(const std::vector<Wanted>& wanted, const std::vector<RuleResult>& results) {
    std::vector<std::pair<std::size_t, bool>> renewed; // and whether with pairs
    for (std::size_t rule = 0; rule < results.size(); ++rule) {
        const bool pairs = wanted[rule] == Wanted::WithPairs;
        if (wanted[rule] != Wanted::No && (!said_[rule].isCurrent || (pairs && !said_[rule].withPairs)))
            renewed.emplace_back(rule, pairs);
    }
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(renewed.size() / 8), [&](std::size_t) {
        for (std::size_t at = next.fetch_add(1); at < renewed.size(); at = next.fetch_add(1))
            say(renewed[at].first, renewed[at].second, results[renewed[at].first]);
    });
}

/// What a list of rules says of an element: the worst, and the first rule that says it.
std::pair<RuleVerdicts::Say, QString> RuleVerdicts::worst(const std::vector<std::size_t>& rules, std::size_t number) const {
    std::pair<Say, QString> worst{Say::No, {}};
    for (const std::size_t rule : rules) {
        const Said& said = said_[rule];
        const Say says = !said.usable ? Say::Unknown : number < said.of.size() ? said.of[number] : Say::No;
        if (says <= worst.first) continue;
        worst = {says, says == Say::Yes ? said.rule : said.usable ? said.lacksAnswer : said.isMissing};
        if (says == Say::Yes) break;
    }
    return worst;
}

void RuleVerdicts::settle() {
    for (Said& said : said_) {
        said.isOther = false;
        said.changed.clear();
    }
}

} // namespace sallyport::rules
