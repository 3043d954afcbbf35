// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"
#include "rules/NearRows.h"
#include "rules/RuleVerdicts.h"

#include <QDate>
#include <QSet>

namespace sallyport::rules {

/// A control with the elements in its scope.
struct ScopedControl {
    const ControlMapping* mapping = nullptr;
    std::shared_ptr<const Catalogue> catalogue; ///< Null if nobody brought one.
    ScopeElements elements;                     ///< Each once, in order.
    QString problem;                            ///< The scope could not be read; then everything is unknown.
    bool asked = true;                          ///< Else the model is not asked about its framework.
};

/// Coverage of what rules returned.
///
/// What was found of a control is kept until a rule it rests on has new rows, its scope other elements, or its attestations
/// another state: of rules and scopes whoever calls says so.
class CoverageBuilder {
public:
    /// The ids of scopes, and of what rules returned.
    explicit CoverageBuilder(std::shared_ptr<KnownIds> ids) : verdicts_(std::move(ids)) {}

    /// The rows of the rule at this position of the results are new.
    void renewRule(std::size_t rule) { verdicts_.renew(rule); }
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
    struct Control {
        bool isCurrent = false;                     ///< But for what rules say otherwise, and for elements that came and went.
        bool isCovered = false;                     ///< Its coverage is of the elements that are in scope now.
        bool hasPairs = false;                      ///< Some element in scope is several ids together, as decisions name them.
        std::vector<std::size_t> violated, partial; ///< Positions in verdicts_.
        Vouched vouched;
        ControlCoverage coverage;
    };

    void setUp(const std::vector<ScopedControl>& controls, const std::vector<RuleResult>& results);
    static std::map<ControlRef, Vouched> vouchedOf(const model::Model& model, const QDate& today);
    std::vector<std::size_t> staleControls(const model::Model& model, const std::vector<ScopedControl>& controls,
                                           const std::vector<RuleResult>& results, const QDate& today);
    void cover(const ScopedControl& scoped, Control& control) const;
    QList<CoverageElement> judgeAll(const ScopedControl& scoped, const Control& control) const;
    std::vector<char> changedBy(const Control& control) const;
    CoverageElement judge(const KnownId& id, const ControlMapping& mapping, const Control& control) const;

    RuleVerdicts verdicts_;
    std::vector<Control> controls_; ///< By position.
};

} // namespace sallyport::rules
