// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleVerdicts.h"

#include "analysis/EveryCore.h"

#include <algorithm>
#include <atomic>
#include <optional>

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

std::size_t RuleVerdicts::number(const QString& element) {
    const auto at = numbers_.constFind(element);
    if (at != numbers_.constEnd()) return *at;
    const auto next = static_cast<std::size_t>(numbers_.size());
    numbers_.insert(element, next);
    return next;
}

/// False if `number` has none for an element.
template <class Number>
bool RuleVerdicts::takeNumbers(const RuleRow& row, bool withPairs, std::vector<std::size_t>& numbers, const Number& number) {
    bool all = true;
    const auto take = [&](const QString& element) {
        const std::optional<std::size_t> known = number(element);
        all = all && known;
        if (known) numbers.push_back(*known);
    };
    row.eachElement(take);
    if (withPairs && (row.ids > 1 || !row.isPlain)) take(row.elements().join(u' '));
    return all;
}

/// Rows that say the same as before have their numbers; others may be about elements that have none.
void RuleVerdicts::renumber(Renewed& renewed, const RuleResult& result) {
    Said& said = said_[renewed.rule];
    auto before = std::exchange(said.numbers, {});
    const bool areKnown = said.withPairs == renewed.withPairs;
    const std::vector<qsizetype> places = placesBefore(result.rows, areKnown ? said.rows : QList<RuleRow>());
    const auto known = [this](const QString& element) {
        const auto at = numbers_.constFind(element);
        return at == numbers_.constEnd() ? std::nullopt : std::optional(*at);
    };
    said.numbers.resize(places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto row = static_cast<qsizetype>(i);
        if (places[i] >= 0)
            said.numbers[i] = std::move(before[static_cast<std::size_t>(places[i])]);
        else if (!takeNumbers(result.rows.at(row), renewed.withPairs, said.numbers[i], known))
            renewed.unnumbered.push_back(row);
    }
    said.rows = result.rows;
    said.withPairs = renewed.withPairs;
}

void RuleVerdicts::number(const Renewed& renewed) {
    Said& said = said_[renewed.rule];
    const auto add = [this](const QString& element) { return std::optional(number(element)); };
    for (const qsizetype row : renewed.unnumbered) {
        std::vector<std::size_t>& numbers = said.numbers[static_cast<std::size_t>(row)];
        numbers.clear();
        takeNumbers(said.rows.at(row), renewed.withPairs, numbers, add);
    }
}

void RuleVerdicts::say(const Renewed& renewed, const RuleResult& result) {
    Said& said = said_[renewed.rule];
    const bool wasUsable = std::exchange(said.usable, !result.problem);
    const std::vector<Say> before = std::move(said.of);
    said.isCurrent = true;
    said.of.assign(static_cast<std::size_t>(numbers_.size()), Say::No);
    for (std::size_t i = 0; i < said.numbers.size(); ++i) {
        const bool isViolated = result.rows.at(static_cast<qsizetype>(i)).violated;
        for (const std::size_t element : said.numbers[i])
            said.of[element] = isViolated ? Say::Yes : std::max(said.of[element], Say::Unknown);
    }
    said.isOther = said.isOther || said.usable != wasUsable;
    const auto at = [](const std::vector<Say>& all, std::size_t i) { return i < all.size() ? all[i] : Say::No; };
    for (std::size_t i = 0; i < std::max(before.size(), said.of.size()); ++i)
        if (at(before, i) != at(said.of, i)) said.changed.push_back(i);
}

/// On every core, but for giving numbers: they are one list.
void RuleVerdicts::refresh(const std::vector<Wanted>& wanted, const std::vector<RuleResult>& results) {
    std::vector<Renewed> renewed;
    for (std::size_t rule = 0; rule < results.size(); ++rule) {
        const Wanted want = wanted[rule];
        const bool pairs = want == Wanted::WithPairs;
        if (want != Wanted::No && (!said_[rule].isCurrent || (pairs && !said_[rule].withPairs)))
            renewed.push_back({rule, pairs, {}});
    }
    const auto each = [&renewed](const auto& work) {
        std::atomic<std::size_t> next = 0;
        analysis::onEveryCore(analysis::workersFor(renewed.size() / 8), [&](std::size_t) {
            for (std::size_t at = next.fetch_add(1); at < renewed.size(); at = next.fetch_add(1)) work(renewed[at]);
        });
    };
    each([&](Renewed& rule) { renumber(rule, results[rule.rule]); });
    for (const Renewed& rule : renewed) number(rule);
    each([&](const Renewed& rule) { say(rule, results[rule.rule]); });
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
