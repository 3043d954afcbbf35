// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RulePack.h"

#include <QHash>

#include <map>

namespace sallyport::rules {

/// For TBM-607: which answers are missing, of which elements, and how many findings wait for them.
class MissingAnswers {
public:
    /// What a finding asks.
    void add(const Finding& finding);
    /// Of a finding that was added before.
    void remove(const Finding& finding);
    /// All that others have.
    void add(const MissingAnswers& others);
    /// Of others that were added before.
    void remove(const MissingAnswers& others);

    /// One finding an attribute. Attributes that the same elements lack share one: a finding is known by its rule and its
    /// elements.
    std::vector<Finding> findings(const model::Model& model, const RulePack& pack) const;

private:
    struct Missing {
        QHash<QString, int> elements; ///< And how many findings ask about each.
        int findings = 0;
        mutable QStringList inOrder; ///< The elements, once somebody has asked; empty: nobody has.

        void change(const QString& element, int by);
        const QStringList& sorted() const;
    };
    void change(const Finding& finding, int by);
    void change(const MissingAnswers& others, int by);

    std::map<QString, Missing> all_; ///< By attribute.
};

} // namespace sallyport::rules
