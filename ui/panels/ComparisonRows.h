// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"
#include "analysis/Ranking.h"
#include "diagram/Theme.h"
#include "model/Model.h"

#include <QAbstractListModel>
#include <QListView>

#include <optional>
#include <vector>

/// Single compromises before and after an edit.
namespace sallyport::ui {

/// Scores are shares of all data weight, 0 to 1; nothing where the element is not there.
struct ComparedSource {
    QString element;
    QString name;
    std::optional<double> before, after;

    /// What the edit takes away; what is not there loses nothing.
    double gain() const { return before.value_or(0) - after.value_or(0); }
};

/// One side of a comparison: a model with its engine and ranking.
struct RankedModel {
    const model::Model& model;
    const analysis::Engine& engine;
    const analysis::Ranking& ranking;
};

/// All that score differently, and those on one side only: the largest gain first, then losses, ties by name.
std::vector<ComparedSource> comparedSources(const RankedModel& before, const RankedModel& after);

/// Rows of what score before and after: two bars and the two figures.
class ComparisonList : public QListView {
    Q_OBJECT

public:
    explicit ComparisonList(QWidget* parent = nullptr);
    void setRows(std::vector<ComparedSource> rows);
    const std::vector<ComparedSource>& rows() const { return rows_; }

Q_SIGNALS:
    void chosen(const QString& element);

private:
    class Rows;
    class Delegate;
    std::vector<ComparedSource> rows_;
    Rows* model_;
};

} // namespace sallyport::ui
