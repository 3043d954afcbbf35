// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"
#include "rules/RulePack.h"

#include <QAbstractTableModel>

#include <array>
#include <memory>

namespace sallyport::model {
struct Model;
}

namespace sallyport::ui {

/// Which findings a list shows.
struct FindingFilter {
    /// Expiring: decisions whose last day is near or past. Settled: decisions about what is found no more.
    enum class State { Undecided, Unknown, Decided, Expiring, Settled, All };
    static constexpr int stateCount = 6;
    State state = State::Undecided;
    std::array<bool, rules::severityCount> severities{}; ///< none on: all
    QString text;                                        ///< in the sentence, the rule or an element's name
    QString element;                                     ///< id; empty: any
    QString person;                                      ///< who owns or took the decision; empty: any

    bool takes(const rules::Finding& finding, const QString& names, const QDate& today) const;
    /// The state alone.
    static bool isIn(State state, const rules::Finding& finding, const QDate& today);
    /// Parts of takes().
    bool takesSeverity(const rules::Finding& finding) const;
    bool takesPerson(const rules::Finding& finding) const;
    bool takesWords(const rules::Finding& finding, const QString& names) const;
};

/// How many findings there would be if one part of a filter were chosen so, and the others stayed.
struct FindingCounts {
    std::array<int, rules::severityCount> severities{};
    std::array<int, FindingFilter::stateCount> states{};
    int mine = 0;
};

/// A row for each decision whose finding is gone: with severity None, and what the rule was about.
std::vector<rules::Finding> settledFindings(const model::Model& model, const rules::Review& review,
                                            const rules::RulePack& pack);

/// The findings of a review that pass a filter, in the review's order or sorted by a column.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Severity, Rule, Sentence, Elements, Decision, Due, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    /// settled: what to show of decisions about what is found no more (settledFindings).
    void show(const model::Model& model, std::shared_ptr<const rules::Review> review, std::vector<rules::Finding> settled,
              const FindingFilter& filter, const QDate& today);
    /// Of all findings, shown or not. person: for "mine".
    FindingCounts counts(const FindingFilter& filter, const QString& person, const QDate& today) const;
    const rules::Finding& finding(int row) const { return at(shown_[static_cast<std::size_t>(row)]); }
    const QString& names(int row) const { return names_[shown_[static_cast<std::size_t>(row)]]; }
    /// -1: not shown.
    int find(const QString& findingId) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    /// Of the review, then the settled.
    const rules::Finding& at(std::size_t nth) const;
    void order();
    std::shared_ptr<const rules::Review> review_;
    std::vector<rules::Finding> settled_;
    std::vector<QString> names_; ///< of all findings' elements
    std::vector<std::size_t> shown_;
    int sortColumn_ = -1;
    Qt::SortOrder sortOrder_ = Qt::AscendingOrder;
};

} // namespace sallyport::ui
