// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

#include <cstdint>

namespace sallyport::rules {

/// What rules say of each element, by numbers instead of ids: controls ask it of each element in their scopes, over and over.
class RuleVerdicts {
public:
    enum class Say : std::uint8_t { No, Unknown, Yes };
    /// Of a rule, what is asked: of elements, or of several ids together as well, as decisions name them.
    enum class Wanted : std::uint8_t { No, Elements, WithPairs };

    /// Numbers are those of `ids`.
    explicit RuleVerdicts(std::shared_ptr<KnownIds> ids) : ids_(std::move(ids)) {}

    /// A rule that may be asked; its position. First those of the results, in their order; then any that are missing.
    std::size_t add(const QString& rule);
    std::size_t count() const { return said_.size(); }
    /// The rows of the rule at this position are new.
    void renew(std::size_t rule);
    /// Takes in the new rows of those that are wanted.
    void refresh(const std::vector<Wanted>& wanted, const std::vector<RuleResult>& results);

    /// Of which elements, by number, a rule says something else since settle().
    const std::vector<std::size_t>& changed(std::size_t rule) const { return said_[rule].changed; }
    /// Whether since then it has become usable, or is so no more.
    bool isOther(std::size_t rule) const { return said_[rule].isOther; }
    void settle();

    /// What a list of rules says of an element: the worst, and why the first of them says it.
    std::pair<Say, QString> worst(const std::vector<std::size_t>& rules, std::size_t number) const;

private:
    struct Said {
        bool isCurrent = false;
        bool isOther = false;                 ///< Whether it is usable has changed,
        std::vector<std::size_t> changed;     ///< or what it says of these elements.
        bool withPairs = false;               ///< Of several ids together, too.
        bool usable = false;                  ///< Else the rule is missing or broken.
        std::vector<Say> of;                  ///< By the element's number; No beyond the end.
        QString rule, lacksAnswer, isMissing; ///< Why an element is what it is.
    };
    void say(std::size_t rule, bool withPairs, const RuleResult& result);

    std::shared_ptr<KnownIds> ids_;
    std::vector<Said> said_;
};

} // namespace sallyport::rules
