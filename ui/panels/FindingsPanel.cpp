// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingsPanel.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "diagram/Icons.h"
#include "panels/ControlSelection.h"
#include "panels/CopyTable.h"
#include "panels/DecisionDialog.h"
#include "panels/FindingDelegate.h"
#include "panels/FindingDetails.h"
#include "panels/FindingsModel.h"
#include "panels/PanelParts.h"
#include "rules/Decisions.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 26;
constexpr int stateCount = 6;

} // namespace

class FindingsPanel::Private : public QObject {
    Q_OBJECT
    using State = FindingFilter::State;

public:
    Private(FindingsPanel& panel, Workspace& workspace, ControlSelection& selection)
        : panel_(panel), workspace_(workspace), selection_(selection), model_(new FindingsModel(this)) {
        auto* column = columnIn(&panel, 0, 0);
        column->addWidget(buildFilter());
        column->addWidget(hairline());
        auto* splitter = new QSplitter(Qt::Horizontal);
        splitter->setHandleWidth(5);
        pages_ = new QStackedWidget;
        pages_->addWidget(buildTable());
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        details_ = new FindingDetails(workspace);
        details_->setMinimumWidth(240);
        splitter->addWidget(pages_);
        splitter->addWidget(details_);
        splitter->setStretchFactor(0, 3);
        splitter->setStretchFactor(1, 1);
        splitter->setSizes({620, 320});
        splitter->setChildrenCollapsible(false);
        column->addWidget(splitter, 1);
        connectParts();
        refresh();
    }

    void showFinding(const QString& id) {
        const auto review = workspace_.review();
        if (!review) return;
        if (model_->find(id) < 0) { // make it pass the filter
            filter_ = {};
            filter_.state = State::All;
            syncFilter();
            refresh();
        }
        choose(model_->find(id));
    }

    void showElement(const QString& element) {
        filter_.element = element;
        if (!element.isEmpty()) filter_.state = State::All;
        syncFilter();
        refresh();
    }

    int open = 0;

private:
    static QString stateText(State state) {
        switch (state) {
            case State::Undecided:
                return tr("Undecided");
            case State::Unknown:
                return tr("Unknown");
            case State::Decided:
                return tr("Decided");
            case State::Expiring:
                return tr("Expiring");
            case State::Settled:
                return tr("Settled");
            case State::All:
                break;
        }
        return tr("All");
    }

    QWidget* buildFilter() {
        auto* box = new QWidget;
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(12, 5, 12, 5);
        row->setSpacing(6);
        for (int i = rules::severityCount - 1; i > 0; --i) {
            const auto severity = static_cast<rules::Severity>(i);
            auto* chip = new FilterChip(rules::severityLabel(severity));
            chip->setSign([severity](QPainter& painter, const QRectF& rect, const diagram::Theme& theme) {
                diagram::paintSeverity(painter, rect, charts::toDiagram(severity), theme);
            });
            severities_[static_cast<std::size_t>(i)] = chip;
            row->addWidget(chip);
            connect(chip, &QAbstractButton::toggled, this, [this, i](bool on) {
                filter_.severities[static_cast<std::size_t>(i)] = on;
                refresh();
            });
        }
        state_ = new QComboBox;
        state_->setAccessibleName(tr("Findings shown"));
        for (int i = 0; i < stateCount; ++i) state_->addItem(stateText(static_cast<State>(i)));
        row->addWidget(state_);
        mine_ = new FilterChip(tr("Mine"));
        row->addWidget(mine_);
        connect(mine_, &QAbstractButton::toggled, this, [this](bool on) {
            filter_.person = on ? workspace_.person() : QString();
            refresh();
        });
        elementChip_ = new FilterChip(QString());
        elementChip_->setChecked(true);
        elementChip_->setToolTip(tr("Show findings about all elements again"));
        elementChip_->hide();
        row->addWidget(elementChip_);
        row->addStretch(1);
        row->addWidget(new AnalysingLabel(workspace_));
        search_ = new QLineEdit;
        search_->setPlaceholderText(tr("Filter"));
        search_->setAccessibleName(tr("Filter findings by text"));
        search_->setClearButtonEnabled(true);
        search_->setMaximumWidth(220);
        searchIcon_ = search_->addAction(QIcon(), QLineEdit::LeadingPosition);
        row->addWidget(search_, 1);
        connect(state_, &QComboBox::activated, this, [this](int nth) {
            filter_.state = static_cast<State>(nth);
            refresh();
        });
        connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
            filter_.text = text.trimmed();
            refresh();
        });
        connect(elementChip_, &QAbstractButton::clicked, this, [this] { showElement({}); });
        return box;
    }

    QWidget* buildTable() {
        table_ = new QTableView;
        table_->setModel(model_);
        table_->setItemDelegate(new FindingDelegate(*model_, *table_));
        table_->setAccessibleName(tr("Findings"));
        table_->setFrameShape(QFrame::NoFrame);
        table_->setShowGrid(false);
        table_->setAlternatingRowColors(true);
        table_->setSelectionBehavior(QAbstractItemView::SelectRows);
        table_->setSelectionMode(QAbstractItemView::SingleSelection);
        table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table_->setWordWrap(false);
        table_->setTabKeyNavigation(false);
        table_->setMouseTracking(true);
        table_->verticalHeader()->hide();
        table_->verticalHeader()->setMinimumSectionSize(rowHeight);
        table_->verticalHeader()->setDefaultSectionSize(rowHeight);
        table_->horizontalHeader()->setHighlightSections(false);
        table_->horizontalHeader()->setSectionResizeMode(FindingsModel::Sentence, QHeaderView::Stretch);
        const std::pair<int, int> widths[] = {{FindingsModel::Severity, 96},
                                              {FindingsModel::Elements, 190},
                                              {FindingsModel::Decision, 120},
                                              {FindingsModel::Due, 86}};
        for (const auto& [column, width] : widths) table_->setColumnWidth(column, width);
        table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        table_->setSortingEnabled(true);
        makeCopyable(*table_);
        return table_;
    }

    void connectParts() {
        connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
            details_->show(current.isValid() ? &model_->finding(current.row()) : nullptr);
        });
        connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { goTo(index); });
        connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) { goTo(index); });
        connect(details_, &FindingDetails::elementChosen, this, [this](const QString& id) { workspace_.goTo(id); });
        connect(details_, &FindingDetails::controlChosen, this, [this](const rules::ControlRef& control) {
            selection_.setControl(control);
            Q_EMIT panel_.controlFollowed();
        });
        connect(details_, &FindingDetails::questionChosen, &panel_, &FindingsPanel::questionFollowed);
        connect(details_, &FindingDetails::fixAsked, this, &Private::applyFix);
        connect(details_, &FindingDetails::decisionAsked, this, &Private::decide);
        connect(details_, &FindingDetails::withdrawalAsked, this, &Private::takeBack);
        connect(empty_, &EmptyState::asked, this, [this] {
            filter_.state = State::Unknown;
            syncFilter();
            refresh();
            Q_EMIT panel_.unknownsAsked();
        });
        connect(&workspace_, &Workspace::reviewChanged, this, &Private::refresh);
        connect(&workspace_, &Workspace::documentReplaced, this, [this] {
            filter_ = {};
            syncFilter();
            refresh();
        });
        connect(&workspace_, &Workspace::themeChanged, this, &Private::refresh);
    }

    void syncFilter() {
        for (std::size_t i = 1; i < severities_.size(); ++i) {
            const QSignalBlocker quiet(severities_[i]);
            severities_[i]->setChecked(filter_.severities[i]);
        }
        state_->setCurrentIndex(static_cast<int>(filter_.state));
        const QSignalBlocker quietMine(mine_);
        mine_->setChecked(!filter_.person.isEmpty());
        const QSignalBlocker quiet(search_);
        search_->setText(filter_.text);
        elementChip_->setVisible(!filter_.element.isEmpty());
        elementChip_->setText(tr("%1 ×").arg(workspace_.model().nameOf(filter_.element)));
        elementChip_->setAccessibleName(tr("Only about %1").arg(workspace_.model().nameOf(filter_.element)));
        elementChip_->setChecked(true);
        elementChip_->updateGeometry();
    }

    void refresh() {
        const diagram::Theme& theme = workspace_.theme();
        searchIcon_->setIcon(diagram::actionIcon(QStringLiteral("act-search"), theme.ink2, theme.disabled));
        const auto review = workspace_.review();
        // The blast part comes first; until the findings follow, those shown stay.
        if (review && !review->findingsAreCurrent && review->findings.empty() && model_->rowCount() > 0) return;
        const QModelIndex current = table_->currentIndex();
        const QString kept = current.isValid() ? model_->finding(current.row()).id() : QString();
        details_->show(nullptr);
        const QDate today = QDate::currentDate();
        auto settled = review ? settledFindings(workspace_.model(), *review, *workspace_.ruleSources().pack())
                              : std::vector<rules::Finding>();
        countStates(review.get(), settled, today);
        model_->show(workspace_.model(), review, std::move(settled), filter_, today);
        const rules::SeverityCounts counts = review ? review->counts() : rules::SeverityCounts();
        open = 0;
        for (std::size_t i = 1; i < severities_.size(); ++i) {
            open += counts.of[i];
            severities_[i]->setCount(counts.of[i]);
        }
        choose(model_->find(kept));
        showEmpty(review.get(), counts);
        Q_EMIT panel_.tabTextChanged();
    }

    /// How many there are of each, beside its name in the choice.
    void countStates(const rules::Review* review, const std::vector<rules::Finding>& settled, const QDate& today) {
        std::array<qint64, stateCount> counts{};
        int mine = 0;
        const QString person = workspace_.person();
        const auto count = [&](const auto& findings) {
            for (const rules::Finding& finding : findings) {
                for (std::size_t i = 0; i < counts.size(); ++i)
                    counts[i] += FindingFilter::isIn(static_cast<State>(i), finding, today) ? 1 : 0;
                mine += rules::isOf(finding, person) ? 1 : 0;
            }
        };
        if (review) count(review->findings);
        count(settled);
        for (int i = 0; i < stateCount; ++i)
            state_->setItemText(
                i, tr("%1 (%2)").arg(stateText(static_cast<State>(i)), charts::countText(counts[static_cast<std::size_t>(i)])));
        mine_->setCount(mine);
        mine_->setToolTip(tr("Only decisions that %1 owns or took").arg(person));
    }

    void showEmpty(const rules::Review* review, const rules::SeverityCounts& counts) {
        pages_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
        if (model_->rowCount() > 0) return;
        details_->show(nullptr);
        if (review == nullptr)
            empty_->say(workspace_.model().components.isEmpty() ? tr("Nothing is drawn yet, so there is nothing to find.")
                                                                : tr("Analysing…"));
        else if (open == 0 && review->unknownTotal > 0 && filter_.state == State::Undecided)
            empty_->say(review->unknownTotal == 1 ? tr("No finding; 1 question is unknown.")
                                                  : tr("No finding; %1 questions are unknown.").arg(review->unknownTotal),
                        tr("Show them"));
        else if (open == 0 && filter_.state == State::Undecided)
            empty_->say(tr("No finding, and no question is unknown."));
        else
            empty_->say(tr("No finding passes this filter; %1 are open.").arg(open));
        Q_UNUSED(counts)
    }

    void choose(int row) {
        if (row < 0) return;
        table_->selectRow(row);
        table_->scrollTo(model_->index(row, 0));
    }

    void goTo(const QModelIndex& index) {
        if (!index.isValid()) return;
        const QStringList& elements = model_->finding(index.row()).elements;
        if (!elements.isEmpty()) workspace_.goTo(elements.first());
    }

    void applyFix() {
        const auto finding = details_->finding();
        if (!finding || !finding->edit) return;
        workspace_.edit(tr("Fix %1").arg(finding->rule),
                        [&finding](document::Editor& editor) { editor.run(finding->edit->sql, finding->edit->parameters); });
    }

    void decide() {
        const auto finding = details_->finding();
        if (!finding) return;
        const QDate today = QDate::currentDate();
        DecisionDialog dialog(*finding, workspace_.person(), today, &panel_);
        if (dialog.exec() != QDialog::Accepted) return;
        const model::Decision decision = dialog.decision();
        if (const auto done = rules::decide(workspace_.document(), decision, today); !done)
            return workspace_.refuse(done.error());
        workspace_.setPerson(decision.decidedBy.value_or(QString()));
    }

    void takeBack() {
        const auto finding = details_->finding();
        if (!finding) return;
        const auto done = rules::withdrawDecision(workspace_.document(), finding->rule, finding->elementKey());
        if (!done) workspace_.refuse(done.error());
    }

    FindingsPanel& panel_;
    Workspace& workspace_;
    ControlSelection& selection_;
    FindingsModel* model_;
    FindingFilter filter_;
    std::array<FilterChip*, rules::severityCount> severities_{};
    QComboBox* state_ = nullptr;
    FilterChip* mine_ = nullptr;
    FilterChip* elementChip_ = nullptr;
    QLineEdit* search_ = nullptr;
    QAction* searchIcon_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QTableView* table_ = nullptr;
    EmptyState* empty_ = nullptr;
    FindingDetails* details_ = nullptr;
};

FindingsPanel::FindingsPanel(Workspace& workspace, ControlSelection& selection, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Findings"));
    d_ = std::make_unique<Private>(*this, workspace, selection);
}

FindingsPanel::~FindingsPanel() = default;

void FindingsPanel::showFinding(const QString& id) { d_->showFinding(id); }

void FindingsPanel::showElement(const QString& element) { d_->showElement(element); }

QString FindingsPanel::tabText() const { return d_ && d_->open > 0 ? tr("Findings %1").arg(d_->open) : tr("Findings"); }

} // namespace sallyport::ui

#include "FindingsPanel.moc"
