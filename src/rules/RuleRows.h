// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"
#include "rules/RulePack.h"

#include <QList>

#include <compare>
#include <optional>
#include <vector>

namespace sallyport::rules {

/// A row of a rule whose `violated` is 1 or NULL; satisfied rows are skipped while stepping. Cheap to copy: a rule that says
/// the same again hands out the same words.
struct RuleRow {
    QStringList words;                ///< All columns as text; empty where NULL.
    int ids = 0;                      ///< So many of them, from the left, are ids: the columns left of `violated`.
    bool violated = false;            ///< Else unknown.
    bool isPlain = true;              ///< Each of these columns is one id; else some are empty, or several ids.
    std::optional<Severity> severity; ///< Column `severity`, if it says something.
    quint64 marks = 0;                ///< marksOf() its words.

    /// The elements it is about.
    QStringList elements() const;
    template <class Visit>
    void eachElement(const Visit& visit) const {
        if (!isPlain) {
            for (const QString& element : elements()) visit(element);
            return;
        }
        for (qsizetype i = 0; i < ids; ++i) visit(words.at(i));
    }
    const QString& word(int column) const { return words.at(column); }

    friend bool operator==(const RuleRow&, const RuleRow&) = default;
};

/// A bit for each id in a text of one or several: where an element's bit is missing, one need not look for the element. Several
/// elements share a bit.
quint64 marksOf(QStringView ids);

/// By elements, each once: where several rows have the same, a violated one stays.
void putInOrder(QList<RuleRow>& rows);
/// By elements, as putInOrder() has it.
std::strong_ordering byElements(const RuleRow& a, const RuleRow& b);
/// For each of these rows, which are in order, as those before were: the place of the same one among these; -1: there is none.
std::vector<qsizetype> placesBefore(const QList<RuleRow>& rows, const QList<RuleRow>& before);

/// What a rule has to say about a model.
struct RuleResult {
    const Rule* rule = nullptr;
    QStringList columns;                ///< Names, in order.
    QList<RuleRow> rows;                ///< By elements, in order. Shared by whoever keeps a copy.
    std::optional<RuleProblem> problem; ///< Then there are no rows, and nothing may be concluded.

    int column(QStringView name) const { return static_cast<int>(columns.indexOf(name)); }
};

} // namespace sallyport::rules
