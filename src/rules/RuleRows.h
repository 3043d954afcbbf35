// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"
#include "rules/KnownIds.h"
#include "rules/RulePack.h"

#include <QList>

#include <array>
#include <compare>
#include <memory>
#include <optional>
#include <vector>

namespace sallyport::rules {

/// A row of a rule whose `violated` is 1 or NULL; satisfied rows are skipped while stepping. Cheap to copy and to compare.
/// Whoever keeps one keeps the KnownIds it was read with as well.
struct RuleRow {
    QStringList words;                ///< The columns right of `violated` as text; empty where NULL.
    bool violated = false;            ///< Else unknown.
    bool isPlain = true;              ///< Each column of ids is one id; else some are empty, or several ids.
    std::optional<Severity> severity; ///< Column `severity`, if it says something.
    quint64 marks = 0;                ///< marksOf() its ids and words.

    /// Of the columns left of `violated`, which are ids.
    qsizetype idCount() const { return idCount_; }
    const KnownId& id(qsizetype column) const {
        return column < qsizetype(first_.size()) ? *first_[std::size_t(column)] : *more_.at(column - qsizetype(first_.size()));
    }
    void addId(const KnownId& id);

    /// Any column as text; `violated` reads "1" or is empty.
    const QString& word(int column) const;
    /// The elements it is about.
    QStringList elements() const;
    /// Each of these as a KnownId: those that stand in a column with others are looked up.
    template <class Visit>
    void eachElement(KnownIds& known, const Visit& visit) const {
        if (isPlain)
            for (qsizetype i = 0; i < idCount_; ++i) visit(id(i));
        else
            for (const QString& element : elements()) visit(known.of(element));
    }

    friend bool operator==(const RuleRow& a, const RuleRow& b);

private:
    std::array<const KnownId*, 2> first_{};
    QList<const KnownId*> more_; ///< Hardly any rule has them.
    int idCount_ = 0;
};

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
    std::shared_ptr<KnownIds> ids;      ///< Those of its rows, at least.
    QList<RuleRow> rows;                ///< By elements, in order. Shared by whoever keeps a copy.
    std::optional<RuleProblem> problem; ///< Then there are no rows, and nothing may be concluded.

    int column(QStringView name) const { return static_cast<int>(columns.indexOf(name)); }
};

} // namespace sallyport::rules

Q_DECLARE_TYPEINFO(sallyport::rules::RuleRow, Q_RELOCATABLE_TYPE);
