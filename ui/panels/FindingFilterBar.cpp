// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingFilterBar.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "panels/PanelParts.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace sallyport::ui {

using State = FindingFilter::State;

namespace {

QString stateText(State state) {
    switch (state) {
        case State::Undecided:
            return FindingFilterBar::tr("Undecided");
        case State::Unknown:
            return FindingFilterBar::tr("Unknown");
        case State::Decided:
            return FindingFilterBar::tr("Decided");
        case State::Expiring:
            return FindingFilterBar::tr("Expiring");
        case State::Settled:
            return FindingFilterBar::tr("Settled");
        case State::All:
            break;
    }
    return FindingFilterBar::tr("All");
}

} // namespace

FindingFilterBar::FindingFilterBar(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(6);
    buildSeverities();
    state_ = new QComboBox;
    state_->setAccessibleName(tr("Findings shown"));
    for (int i = 0; i < FindingFilter::stateCount; ++i) state_->addItem(stateText(static_cast<State>(i)));
    row->addWidget(state_);
    mine_ = new FilterChip(tr("Mine"));
    row->addWidget(mine_);
    elementChip_ = new FilterChip(QString());
    elementChip_->setChecked(true);
    elementChip_->setToolTip(tr("Show findings about all elements again"));
    elementChip_->hide();
    row->addWidget(elementChip_);
    row->addStretch(1);
    row->addWidget(new AnalysingLabel(workspace_));
    buildSearch();
    connect(state_, &QComboBox::activated, this, [this](int nth) { choose(static_cast<State>(nth)); });
    connect(mine_, &QAbstractButton::toggled, this, &FindingFilterBar::chooseMine);
    connect(elementChip_, &QAbstractButton::clicked, this, [this] {
        filter_.element.clear();
        setFilter(filter_);
        Q_EMIT changed();
    });
    connect(&workspace_, &Workspace::themeChanged, this, &FindingFilterBar::dress);
    dress();
}

void FindingFilterBar::buildSeverities() {
    for (int i = rules::severityCount - 1; i > 0; --i) {
        const auto severity = static_cast<rules::Severity>(i);
        auto* chip = new FilterChip(rules::severityLabel(severity));
        chip->setSign([severity](QPainter& painter, const QRectF& rect, const diagram::Theme& theme) {
            diagram::paintSeverity(painter, rect, charts::toDiagram(severity), theme);
        });
        severities_[static_cast<std::size_t>(i)] = chip;
        layout()->addWidget(chip);
        connect(chip, &QAbstractButton::toggled, this, [this, i](bool on) {
            filter_.severities[static_cast<std::size_t>(i)] = on;
            Q_EMIT changed();
        });
    }
}

void FindingFilterBar::buildSearch() {
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Filter"));
    search_->setAccessibleName(tr("Filter findings by text"));
    search_->setClearButtonEnabled(true);
    search_->setMinimumWidth(150);
    search_->setMaximumWidth(260);
    searchIcon_ = search_->addAction(QIcon(), QLineEdit::LeadingPosition);
    static_cast<QHBoxLayout*>(layout())->addWidget(search_, 2);
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_.text = text.trimmed();
        Q_EMIT changed();
    });
}

void FindingFilterBar::choose(State state) {
    filter_.state = state;
    Q_EMIT changed();
}

/// Nobody owns what is undecided: then all there are are shown.
void FindingFilterBar::chooseMine(bool mine) {
    filter_.person = mine ? workspace_.person() : QString();
    if (mine && (filter_.state == State::Undecided || filter_.state == State::Unknown)) {
        filter_.state = State::All;
        state_->setCurrentIndex(static_cast<int>(filter_.state));
    }
    Q_EMIT changed();
}

void FindingFilterBar::dress() {
    const diagram::Theme& theme = workspace_.theme();
    searchIcon_->setIcon(diagram::actionIcon(QStringLiteral("act-search"), theme.ink2, theme.disabled));
}

void FindingFilterBar::setFilter(const FindingFilter& filter) {
    filter_ = filter;
    for (std::size_t i = 1; i < severities_.size(); ++i) {
        const QSignalBlocker quiet(severities_[i]);
        severities_[i]->setChecked(filter_.severities[i]);
    }
    state_->setCurrentIndex(static_cast<int>(filter_.state));
    const QSignalBlocker quietMine(mine_);
    mine_->setChecked(!filter_.person.isEmpty());
    const QSignalBlocker quiet(search_);
    search_->setText(filter_.text);
    const QString name = workspace_.model().nameOf(filter_.element);
    elementChip_->setVisible(!filter_.element.isEmpty());
    elementChip_->setText(tr("%1 ×").arg(name));
    elementChip_->setAccessibleName(tr("Only about %1").arg(name));
    elementChip_->setChecked(true);
    elementChip_->updateGeometry();
}

void FindingFilterBar::setCounts(const FindingCounts& counts) {
    for (std::size_t i = 1; i < severities_.size(); ++i) severities_[i]->setCount(counts.severities[i]);
    for (std::size_t i = 0; i < counts.states.size(); ++i)
        state_->setItemText(static_cast<int>(i),
                            tr("%1 (%2)").arg(stateText(static_cast<State>(i)), charts::countText(counts.states[i])));
    mine_->setCount(counts.mine);
    mine_->setToolTip(tr("Only decisions that %1 owns or took").arg(workspace_.person()));
}

} // namespace sallyport::ui
