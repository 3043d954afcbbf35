// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RulePack.h"

#include <QHash>
#include <QSet>

#include <map>

namespace sallyport::rules {

/// For TBM-607: which answers are missing, of which elements, and how many findings wait for them.
class MissingAnswers {
public:
    /// What a finding asks.
    void add(const Finding& finding);
    /// Of a finding that was added before.
    void remove(const Finding& finding);
    /// What others have for one attribute.
    void add(const MissingAnswers& others, const QString& attribute);
    void remove(const QString& attribute) { all_.erase(attribute); }
    QSet<QString> attributes() const;

    /// One finding an attribute. Attributes that the same elements lack share one: a finding is known by its rule and its
    /// elements.
    std::vector<Finding> findings(const model::Model& model, const RulePack& pack) const;

private:
    struct Missing {
        QHash<QString, int> elements; ///< And how many findings ask about each.
        int findings = 0;
        mutable QStringList inOrder; ///< The elements, until others come or go.

        const QStringList& sorted() const;
    };
    std::map<QString, Missing> all_; ///< By attribute.
};

} // namespace sallyport::rules
