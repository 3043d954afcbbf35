// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/FindingsModel.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLineEdit;

namespace sallyport::ui {

class FilterChip;
class Workspace;

/// What a list of findings is narrowed by: severity, what people have decided, whose decision, an element, words. Each
/// choice says how many there would be.
class FindingFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit FindingFilterBar(Workspace& workspace, QWidget* parent = nullptr);

    const FindingFilter& filter() const { return filter_; }
    /// Without a signal.
    void setFilter(const FindingFilter& filter);
    void setCounts(const FindingCounts& counts);

Q_SIGNALS:
    void changed();

private:
    void buildSeverities();
    void buildSearch();
    void choose(FindingFilter::State state);
    void chooseMine(bool mine);
    void dress();

    Workspace& workspace_;
    FindingFilter filter_;
    std::array<FilterChip*, rules::severityCount> severities_{};
    QComboBox* state_;
    FilterChip* mine_;
    FilterChip* elementChip_;
    QLineEdit* search_;
    QAction* searchIcon_ = nullptr;
};

} // namespace sallyport::ui
