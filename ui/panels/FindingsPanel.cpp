// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/FindingsPanel.h"

#include "panels/ControlSelection.h"
#include "panels/CopyTable.h"
#include "panels/DecisionDialog.h"
#include "panels/FindingDelegate.h"
#include "panels/FindingDetails.h"
#include "panels/FindingFilterBar.h"
#include "panels/FindingsModel.h"
#include "panels/PanelParts.h"
#include "rules/Decisions.h"
#include "workspace/Workspace.h"

#include <QAction>
#include <QHeaderView>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int rowHeight = 26;

/// "TLS of orders to stock, Time-out of the same"; of many the first few.
QString changedText(const model::Model& model, const document::Changes& changes) {
    constexpr qsizetype most = 3;
    QStringList all;
    for (const document::RowChange& change : changes.rows) {
        const model::Table& table = model::table(change.table);
        const auto* id = std::get_if<QString>(&change.key.front());
        const QString name = id ? model.nameOf(*id) : QString();
        if (change.kind != document::RowChange::Kind::Updated) {
            all << FindingsPanel::tr("%1 of %2").arg(QString::fromUtf8(table.label), name);
            continue;
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            if (change.columns.test(i))
                all << FindingsPanel::tr("%1 of %2").arg(QString::fromUtf8(table.columns[i].label), name);
    }
    all.removeDuplicates();
    if (all.size() <= most) return all.join(QStringLiteral(", "));
    return FindingsPanel::tr("%1 and %2 more").arg(all.first(most).join(QStringLiteral(", "))).arg(all.size() - most);
}

} // namespace

class FindingsPanel::Private : public QObject {
    Q_OBJECT
    using State = FindingFilter::State;

public:
    Private(FindingsPanel& panel, Workspace& workspace, ControlSelection& selection)
        : panel_(panel), workspace_(workspace), selection_(selection), model_(new FindingsModel(this)) {
        auto* column = columnIn(&panel, 0, 0);
        bar_ = new FindingFilterBar(workspace);
        column->addWidget(bar_);
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
            FindingFilter all;
            all.state = State::All;
            bar_->setFilter(all);
            refresh();
        }
        choose(model_->find(id));
    }

    void showElement(const QString& element) {
        FindingFilter filter = bar_->filter();
        filter.element = element;
        if (!element.isEmpty()) filter.state = State::All;
        bar_->setFilter(filter);
        refresh();
    }

    int open = 0;

private:
    QWidget* buildTable() {
        table_ = new QTableView;
        table_->setModel(model_);
        table_->setItemDelegate(new FindingDelegate(*model_, *table_));
        table_->setAccessibleName(tr("Findings"));
        table_->setFrameShape(QFrame::NoFrame);
        table_->setShowGrid(false);
        table_->setAlternatingRowColors(true);
        table_->setSelectionBehavior(QAbstractItemView::SelectRows);
        table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
        table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
        table_->setWordWrap(false);
        table_->setTabKeyNavigation(false);
        table_->setMouseTracking(true);
        table_->verticalHeader()->hide();
        table_->verticalHeader()->setMinimumSectionSize(rowHeight);
        table_->verticalHeader()->setDefaultSectionSize(rowHeight);
        table_->horizontalHeader()->setHighlightSections(false);
        table_->horizontalHeader()->setSectionResizeMode(FindingsModel::Sentence, QHeaderView::Stretch);
        const std::pair<int, int> widths[] = {{FindingsModel::Severity, 84},
                                              {FindingsModel::Rule, 68},
                                              {FindingsModel::Elements, 150},
                                              {FindingsModel::Decision, 104},
                                              {FindingsModel::Due, 80}};
        for (const auto& [column, width] : widths) table_->setColumnWidth(column, width);
        table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
        table_->setSortingEnabled(true);
        apply_ = addAction(tr("&Apply the fix"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), &Private::applyFix);
        decide_ = addAction(tr("&Decide…"), QKeySequence(Qt::CTRL | Qt::Key_Return), &Private::decide);
        takeBack_ = addAction(tr("&Take back the decision"), QKeySequence::Delete, &Private::takeBack);
        auto* line = new QAction(table_);
        line->setSeparator(true);
        table_->addAction(line);
        makeCopyable(*table_);
        return table_;
    }

    QAction* addAction(const QString& text, const QKeySequence& keys, void (Private::*work)()) {
        auto* action = new QAction(text, table_);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, work);
        table_->addAction(action);
        return action;
    }

    void connectParts() {
        connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &Private::showChosen);
        connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Private::showChosen);
        connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { goTo(index); });
        connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) { goTo(index); });
        connect(details_, &FindingDetails::elementChosen, this, &Private::goToElement);
        connect(details_, &FindingDetails::controlChosen, this, [this](const rules::ControlRef& control) {
            selection_.setControl(control);
            Q_EMIT panel_.controlFollowed();
        });
        connect(details_, &FindingDetails::questionChosen, &panel_, &FindingsPanel::questionFollowed);
        connect(details_, &FindingDetails::fixAsked, this, &Private::applyFix);
        connect(details_, &FindingDetails::decisionAsked, this, &Private::decide);
        connect(details_, &FindingDetails::withdrawalAsked, this, &Private::takeBack);
        connect(empty_, &EmptyState::asked, this, [this] {
            FindingFilter filter = bar_->filter();
            filter.state = State::Unknown;
            bar_->setFilter(filter);
            refresh();
            Q_EMIT panel_.unknownsAsked();
        });
        // What is looked for stands at the top.
        connect(bar_, &FindingFilterBar::changed, this, [this] {
            refresh();
            table_->scrollToTop();
        });
        connect(&workspace_, &Workspace::reviewChanged, this, &Private::refresh);
        connect(&workspace_, &Workspace::documentReplaced, this, [this] {
            bar_->setFilter({});
            refresh();
        });
        connect(&workspace_, &Workspace::themeChanged, this, &Private::refresh);
    }

    void refresh() {
        const auto review = workspace_.review();
        // The blast part comes first; until the findings follow, those shown stay.
        if (review && !review->findingsAreCurrent && review->findings.empty() && model_->rowCount() > 0) return;
        const QModelIndex current = table_->currentIndex();
        const QString kept = current.isValid() ? model_->finding(current.row()).id() : QString();
        details_->show(nullptr);
        const QDate today = QDate::currentDate();
        const FindingFilter& filter = bar_->filter();
        auto settled = review ? settledFindings(workspace_.model(), *review, *workspace_.ruleSources().pack())
                              : std::vector<rules::Finding>();
        model_->show(workspace_.model(), review, std::move(settled), filter, today);
        bar_->setCounts(model_->counts(filter, workspace_.person(), today));
        const bool areDecided = filter.state != State::Undecided && filter.state != State::Unknown;
        for (const int column : {FindingsModel::Decision, FindingsModel::Due}) table_->setColumnHidden(column, !areDecided);
        const rules::SeverityCounts counts = review ? review->counts() : rules::SeverityCounts();
        open = 0;
        for (std::size_t i = 1; i < rules::severityCount; ++i) open += counts.of[i];
        // The next one, where the one that was chosen is mended, decided or filtered out.
        const int row = kept.isEmpty() ? -1 : model_->find(kept);
        choose(row >= 0 || kept.isEmpty() ? row : std::min(current.row(), model_->rowCount() - 1));
        showChosen();
        showEmpty(review.get());
        Q_EMIT panel_.tabTextChanged();
    }

    void showEmpty(const rules::Review* review) {
        pages_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
        if (model_->rowCount() > 0) return;
        details_->show(nullptr);
        if (review == nullptr)
            empty_->say(workspace_.model().components.isEmpty() ? tr("Nothing is drawn yet, so there is nothing to find.")
                                                                : tr("Analysing…"));
        else if (open == 0 && review->unknownTotal > 0 && bar_->filter().state == State::Undecided)
            empty_->say(review->unknownTotal == 1 ? tr("No finding; 1 question is unknown.")
                                                  : tr("No finding; %1 questions are unknown.").arg(review->unknownTotal),
                        tr("Show them"));
        else if (open == 0 && bar_->filter().state == State::Undecided)
            empty_->say(tr("No finding, and no question is unknown."));
        else
            empty_->say(tr("No finding passes this filter; %1 are open.").arg(open));
    }

    void choose(int row) {
        if (row < 0) return;
        table_->selectionModel()->setCurrentIndex(model_->index(row, 0),
                                                  QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        table_->scrollTo(model_->index(row, 0));
    }

    void goTo(const QModelIndex& index) {
        if (!index.isValid()) return;
        const QStringList& elements = model_->finding(index.row()).elements;
        if (!elements.isEmpty()) goToElement(elements.first());
    }

    void goToElement(const QString& id) {
        workspace_.goTo(id);
        Q_EMIT panel_.elementFollowed();
    }

    /// Calls `visit` with the chosen ones that people decide about, or have: not with what is unknown.
    template <class Visit>
    void eachChosen(const Visit& visit) const {
        for (const QModelIndex& index : table_->selectionModel()->selectedRows())
            if (const rules::Finding& finding = model_->finding(index.row()); finding.status == rules::FindingStatus::Violated)
                visit(finding);
    }

    void showChosen() {
        const QModelIndex current = table_->currentIndex();
        int count = 0;
        bool anyToDecide = false, anyDecided = false;
        eachChosen([&](const rules::Finding& finding) {
            ++count;
            anyToDecide = anyToDecide || canDecide(finding);
            anyDecided = anyDecided || finding.decision;
        });
        details_->show(current.isValid() ? &model_->finding(current.row()) : nullptr, count);
        apply_->setEnabled(details_->finding() && details_->finding()->edit);
        decide_->setEnabled(anyToDecide);
        takeBack_->setEnabled(anyDecided);
    }

    static bool canDecide(const rules::Finding& finding) { return finding.severity != rules::Severity::None; }

    void applyFix() {
        const auto finding = details_->finding();
        if (!finding || !finding->edit) return;
        table_->setFocus(); // the button goes
        document::Changes changes;
        const auto listening = connect(&workspace_.document(), &document::Document::changed, this,
                                       [&changes](const document::Changes& made) { changes = made; });
        const bool done = workspace_.edit(tr("Fix %1").arg(finding->rule), [&finding](document::Editor& editor) {
            editor.run(finding->edit->sql, finding->edit->parameters);
        });
        disconnect(listening);
        if (done) Q_EMIT panel_.fixed(finding->rule, changedText(workspace_.model(), changes));
    }

    void decide() {
        std::vector<rules::Finding> about;
        eachChosen([&about](const rules::Finding& finding) {
            if (canDecide(finding)) about.push_back(finding);
        });
        if (about.empty()) return;
        const QDate today = QDate::currentDate();
        DecisionDialog dialog(std::move(about), workspace_.person(), today, &panel_);
        if (dialog.exec() != QDialog::Accepted) return;
        table_->setFocus();
        const std::vector<model::Decision> decisions = dialog.decisions();
        if (const auto done = rules::decide(workspace_.document(), decisions, today); !done)
            return workspace_.refuse(done.error());
        workspace_.setPerson(decisions.front().decidedBy.value_or(QString()));
    }

    void takeBack() {
        std::vector<model::Decision> decisions;
        eachChosen([&decisions](const rules::Finding& finding) {
            if (finding.decision) decisions.push_back(*finding.decision);
        });
        if (decisions.empty()) return;
        table_->setFocus();
        const auto done = rules::withdrawDecisions(workspace_.document(), decisions);
        if (!done) workspace_.refuse(done.error());
    }

    FindingsPanel& panel_;
    Workspace& workspace_;
    ControlSelection& selection_;
    FindingsModel* model_;
    FindingFilterBar* bar_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QTableView* table_ = nullptr;
    EmptyState* empty_ = nullptr;
    FindingDetails* details_ = nullptr;
    QAction* apply_ = nullptr;
    QAction* decide_ = nullptr;
    QAction* takeBack_ = nullptr;
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
