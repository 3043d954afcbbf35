// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"

#include <QDate>
#include <QHash>
#include <QSet>

#include <cstdint>

namespace sallyport::rules {

/// A control with the elements in its scope.
struct ScopedControl {
    const ControlMapping* mapping = nullptr;
    std::shared_ptr<const Catalogue> catalogue; ///< Null if nobody brought one.
    QStringList elements;                       ///< Each once, in order.
    QString problem;                            ///< The scope could not be read; then everything is unknown.
    bool asked = true;                          ///< Else the model is not asked about its framework.
};

/// Coverage of what rules returned.
///
/// What was found of a control is kept until a rule it rests on has new rows, its scope other elements, or its attestations
/// another state: of rules and scopes whoever calls says so.
class CoverageBuilder {
public:
    /// The rows of the rule at this position of the results are new.
    void renewRule(std::size_t rule);
    /// The elements of the control at this position are others, or its problem is.
    void renewScope(std::size_t control);

    /// The same controls, rules and catalogues each time, in the same order.
    Coverage build(const model::Model& model, const std::vector<ScopedControl>& controls,
                   const std::vector<RuleResult>& results, const QDate& today);

private:
    /// Who vouches for a control: for the whole model, or for single elements.
    struct Vouched {
        bool whole = false;
        QSet<QString> elements;
        std::vector<QString> ids;
        bool anyValid = false;
        friend bool operator==(const Vouched&, const Vouched&) = default;
    };
    enum class Say : std::uint8_t { No, Unknown, Yes };
    /// What a rule says of each element.
    struct Said {
        bool isCurrent = false;
        bool isOther = false;                          ///< Whether it is usable has changed,
        std::vector<std::size_t> changed;              ///< or what it says of these elements, since controls were last covered.
        bool withPairs = false;                        ///< Of several ids together, too.
        bool usable = false;                           ///< Else the rule is missing or broken.
        std::vector<Say> of;                           ///< By the element's number; No beyond the end.
        QList<RuleRow> rows;                           ///< Of which it was told,
        std::vector<std::vector<std::size_t>> numbers; ///< and the numbers of their elements, row by row.
        QString rule, lacksAnswer, isMissing;          ///< Why an element is what it is.
    };
    struct Control {
        bool isCurrent = false;                     ///< But for what rules say otherwise, and for elements that came and went.
        bool scopeIsCurrent = false;                ///< Its numbers are those of the elements in scope,
        bool isCovered = false;                     ///< and its coverage is of these.
        bool hasPairs = false;                      ///< Some element in scope is several ids together, as decisions name them.
        std::vector<std::size_t> violated, partial; ///< Positions in said_.
        QStringList elements;                       ///< In scope,
        std::vector<std::size_t> numbers;           ///< and their numbers.
        Vouched vouched;
        ControlCoverage coverage;
    };

    void setUp(const std::vector<ScopedControl>& controls, const std::vector<RuleResult>& results);
    static std::map<ControlRef, Vouched> vouchedOf(const model::Model& model, const QDate& today);
    std::size_t number(const QString& element);
    template <class Number>
    static bool takeNumbers(const RuleRow& row, bool withPairs, std::vector<std::size_t>& numbers, const Number& number);
    void refreshScope(const ScopedControl& scoped, Control& control);
    /// A rule with other rows.
    struct Renewed {
        std::size_t rule = 0;
        bool withPairs = false;
        std::vector<qsizetype> unnumbered; ///< Rows some of whose elements have no number yet.
    };
    void renumber(Renewed& renewed, const RuleResult& result);
    void number(const Renewed& renewed);
    void say(const Renewed& renewed, const RuleResult& result);
    void refreshSaid(std::vector<Renewed> renewed, const std::vector<RuleResult>& results);
    std::vector<std::size_t> staleControls(const model::Model& model, const std::vector<ScopedControl>& controls,
                                           const std::vector<RuleResult>& results, const QDate& today);
    void cover(const ScopedControl& scoped, Control& control) const;
    QList<CoverageElement> judgeAll(const ScopedControl& scoped, const Control& control) const;
    std::vector<char> changedBy(const Control& control) const;
    CoverageElement judge(const QString& id, std::size_t number, const ControlMapping& mapping, const Control& control) const;
    std::pair<Say, QString> verdict(const std::vector<std::size_t>& rules, std::size_t number) const;

    /// Elements are numbered as they come up; a number is not used again.
    QHash<QString, std::size_t> numbers_;
    std::vector<Said> said_;        ///< By position in the results; after them, rules that are named and not there.
    std::vector<Control> controls_; ///< By position.
};

} // namespace sallyport::rules
