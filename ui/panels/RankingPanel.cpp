// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/RankingPanel.h"

#include "charts/BlastCharts.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Icons.h"
#include "panels/ChartView.h"
#include "panels/CopyTable.h"
#include "panels/PanelParts.h"
#include "panels/RankingRows.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QButtonGroup>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <map>

namespace sallyport::ui {

namespace {
constexpr int mostCharted = 60;
} // namespace

class RankingPanel::Private : public QObject {
    Q_OBJECT

public:
    Private(RankingPanel& panel, Workspace& workspace) : panel_(panel), workspace_(workspace) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        buildTabs(*column);
        column->addWidget(pages_, 1);
        buildRanking();
        buildAssets();
        pages_->addWidget(empty_);
        connect(empty_, &EmptyState::asked, &panel, &RankingPanel::addDataAsked);
        connect(&workspace, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::documentReplaced, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::blastChanged, this, &Private::followBlast);
        freshness_->touch();
    }

private:
    void buildTabs(QVBoxLayout& column) {
        tabs_ = new QTabBar;
        tabs_->setDocumentMode(true);
        tabs_->setExpanding(false);
        tabs_->setDrawBase(true);
        tabs_->setFixedHeight(30);
        tabs_->setAccessibleName(tr("Blast radius by"));
        tabs_->addTab(tr("Ranking"));
        tabs_->addTab(tr("Assets"));
        column.addWidget(tabs_);
        pages_ = new QStackedWidget;
        empty_ = new EmptyState;
        connect(tabs_, &QTabBar::currentChanged, this, &Private::showPage);
    }

    void buildRanking() {
        auto* page = new QWidget;
        auto* column = columnIn(page, 0, 0);
        auto* head = new QWidget;
        auto* headColumn = columnIn(head, 5);
        auto* titleRow = new QHBoxLayout;
        titleRow->addWidget(textLabel(tr("Most dangerous single compromise"), Type::Body, true), 1);
        titleRow->addWidget(new AnalysingLabel(workspace_));
        chartSwitch_ = new QToolButton;
        chartSwitch_->setCheckable(true);
        chartSwitch_->setAutoRaise(true);
        chartSwitch_->setToolTip(tr("Show as a chart"));
        chartSwitch_->setAccessibleName(tr("Show the ranking as a chart"));
        titleRow->addWidget(chartSwitch_);
        headColumn->addLayout(titleRow);
        auto* caption = textLabel(tr("Share of all data weight lost, beyond what an outsider has"), Type::Caption, false, true);
        makeFaint(caption);
        headColumn->addWidget(caption);
        auto* chips = new QHBoxLayout;
        chips->setSpacing(6);
        kinds_ = new QButtonGroup(page);
        const QString names[] = {tr("All"), tr("Components"), tr("Secrets"), tr("Identities")};
        for (int i = 0; i < 4; ++i) {
            auto* chip = new FilterChip(names[i]);
            chip->setChecked(i == 0);
            kinds_->addButton(chip, i);
            chips->addWidget(chip);
        }
        chips->addStretch(1);
        headColumn->addLayout(chips);
        tiers_ = tierControl();
        headColumn->addWidget(tiers_);
        column->addWidget(head);

        list_ =
            new RowList(tr("Most dangerous single compromises"), paintRanked, [](const ListRow&, int) { return rankedHeight; });
        makeCopyable(*list_, {tr("Compromised"), tr("What it is"), tr("Adds"), {}});
        rankingHead_ = new RankingHead;
        rankingHead_->setTexts(tr("Compromised"), tr("Adds"), true);
        auto* asList = new QWidget;
        auto* listColumn = columnIn(asList, 0, 0);
        listColumn->addWidget(rankingHead_);
        listColumn->addWidget(list_, 1);
        chart_ = new ChartView(tr("Chart of the most dangerous single compromises"));
        views_ = new QStackedWidget;
        views_->addWidget(asList);
        views_->addWidget(chart_);
        column->addWidget(views_, 1);
        column->addWidget(hairline());
        column->addWidget(buildConcentration());
        pages_->addWidget(page);

        connect(kinds_, &QButtonGroup::idClicked, this, &Private::refresh);
        connect(tiers_, &SegmentedControl::chosen, this, [this](int nth) { workspace_.setTier(nth + 1); });
        connect(chartSwitch_, &QToolButton::toggled, this, [this](bool isChart) {
            views_->setCurrentIndex(isChart ? 1 : 0);
            if (isChart) refreshChart();
        });
        connect(list_, &RowList::chosen, this, [this](const QString& id) { choose(id); });
        connect(chart_, &ChartView::chosen, this, [this](const QString& id) { choose(id); });
    }

    QWidget* buildConcentration() {
        auto* box = new QWidget;
        auto* row = new QHBoxLayout(box);
        row->setContentsMargins(12, 8, 12, 10);
        row->setSpacing(12);
        concentration_ = textLabel(QString(), Type::Heading, true);
        concentration_->setFont([] {
            QFont font = typeFont(Type::Figure, true);
            font.setPointSizeF(font.pointSizeF() * 26 / 34);
            return font;
        }());
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(textLabel(tr("Concentration of this model"), Type::Question, true));
        auto* meaning =
            textLabel(tr("Sum of squared shares over all components. One full blast counts 1, two halves count 0.5."),
                      Type::Caption, false, true);
        makeFaint(meaning);
        words->addWidget(meaning);
        row->addWidget(concentration_, 0, Qt::AlignVCenter);
        row->addLayout(words, 1);
        return box;
    }

    void buildAssets() {
        auto* page = new QWidget;
        auto* column = columnIn(page, 0, 0);
        auto* head = new QWidget;
        auto* headColumn = columnIn(head, 5);
        headColumn->addWidget(textLabel(tr("Most exposed data"), Type::Body, true));
        auto* caption = textLabel(tr("What all single compromises take of it, summed, in shares of all data weight"),
                                  Type::Caption, false, true);
        makeFaint(caption);
        headColumn->addWidget(caption);
        column->addWidget(head);
        auto* labels = new RankingHead;
        labels->setTexts(tr("Data"), tr("Sum"), false);
        column->addWidget(labels);
        assets_ = new RowList(tr("Most exposed data"), paintRanked, [](const ListRow&, int) { return rankedHeight; });
        makeCopyable(*assets_, {tr("Data"), tr("What it is"), tr("Exposure"), {}});
        column->addWidget(assets_, 1);
        pages_->addWidget(page);
        connect(assets_, &RowList::chosen, this, [this](const QString& id) {
            workspace_.setTarget(id);
            workspace_.goTo(id);
        });
    }

    void choose(const QString& id) {
        if (id == foldId) {
            isFolded_ = !isFolded_;
            refreshList();
            return;
        }
        workspace_.setSeed(id);
        workspace_.goTo(id);
    }

    void showPage() {
        const auto review = workspace_.review();
        const bool isEmpty = workspace_.model().data.isEmpty();
        if (isEmpty)
            empty_->say(tr("Nothing can be lost yet."), tr("Add a data asset"));
        else if (!review || !review->asStated.engine)
            empty_->say(tr("Analysing…"));
        const bool isShown = !isEmpty && review && review->asStated.engine;
        tabs_->setEnabled(isShown);
        pages_->setCurrentIndex(isShown ? tabs_->currentIndex() : 2);
    }

    void refresh() {
        showPage();
        const diagram::Theme& theme = workspace_.theme();
        chartSwitch_->setIcon(diagram::actionIcon(QStringLiteral("blast-path"), theme.ink2, theme.disabled, theme.accent));
        tiers_->setCurrent(workspace_.tier() - 1);
        const auto review = workspace_.review();
        if (!review || !review->asStated.engine) return;
        recompute(*review);
        concentration_->setText(charts::amountText(ranking_.concentration));
        refreshList();
        if (chartSwitch_->isChecked()) refreshChart();
        refreshAssets();
    }

    /// The ranking at the tier chosen; at the highest it is the review's own.
    void recompute(const rules::Review& review) {
        const int tier = shownTier_ = workspace_.tier();
        if (tier == analysis::everyTier) {
            ranking_ = review.asStated.ranking;
            worst_ = review.worstCase.ranking;
        } else {
            ranking_ = review.asStated.engine->ranking({tier}).value_or(review.asStated.ranking);
            worst_ =
                review.worstCase.engine ? review.worstCase.engine->ranking({tier}).value_or(review.worstCase.ranking) : worst_;
        }
    }

    std::vector<charts::RankedRow> rowsOf(charts::SourceKind kind) const {
        const auto review = workspace_.review();
        return charts::rankedRows(workspace_.model(), *review->asStated.engine, ranking_, review->worstCase.engine.get(),
                                  &worst_, kind);
    }

    void refreshList() {
        const auto review = workspace_.review();
        if (!review || !review->asStated.engine) return;
        std::array<int, 4> counts{};
        ranked_ = rowsOf(charts::SourceKind::All);
        for (const analysis::RankedSource& source : ranking_.sources)
            ++counts[source.seed.kind == analysis::FactKind::Control ? 1
                     : source.seed.kind == analysis::FactKind::Have  ? 2
                                                                     : 3];
        counts[0] = static_cast<int>(ranked_.size());
        if (auto* chip = qobject_cast<FilterChip*>(kinds_->button(0))) chip->setCount(counts[0]);
        for (int i = 1; i < 4; ++i) kinds_->button(i)->setToolTip(tr("%1 of them").arg(counts[static_cast<std::size_t>(i)]));
        const auto kind = static_cast<charts::SourceKind>(std::max(0, kinds_->checkedId()));
        if (kind != charts::SourceKind::All) ranked_ = rowsOf(kind);

        std::vector<ListRow> rows;
        int folded = 0;
        for (const charts::RankedRow& row : ranked_) {
            if (row.adds <= 0 && isFolded_) {
                ++folded;
                continue;
            }
            if (row.adds <= 0 && folded++ == 0) rows.push_back(foldRow(false, 0));
            rows.push_back(listRow(row));
        }
        if (isFolded_ && folded > 0) rows.push_back(foldRow(true, folded));
        list_->setRows(std::move(rows));
        list_->mark(workspace_.seed());
    }

    ListRow listRow(const charts::RankedRow& ranked) const {
        ListRow row;
        row.id = ranked.element;
        row.icon = ranked.icon;
        row.iconColour = charts::colourOfElement(workspace_.model(), ranked.element, workspace_.theme());
        row.name = ranked.name;
        row.hint = ranked.hint;
        row.value = charts::shareText(ranked.adds);
        row.bar = {ranked.anyway, ranked.gross, ranked.worst};
        row.number = ranked.element == workspace_.seed() ? 1 : 0;
        row.spoken = tr("%1, adds %2, %3 in all").arg(ranked.name, row.value, charts::shareText(ranked.gross));
        row.tip = tr("%1: adds %2, %3 in all, %4 in the worst case. Users hit: %5. Components controlled: %6.")
                      .arg(ranked.name, row.value, charts::shareText(ranked.gross),
                           ranked.worst < 0 ? tr("unknown") : charts::shareText(ranked.worst), charts::countText(ranked.users),
                           charts::amountText(ranked.controlled));
        return row;
    }

    ListRow foldRow(bool isFolded, int count) const {
        ListRow row;
        row.id = foldId;
        row.icon = isFolded ? QStringLiteral("chev-right") : QStringLiteral("chev-down");
        row.name = isFolded ? tr("%1 more with 0.00").arg(count) : tr("Those that add nothing");
        return row;
    }

    void refreshChart() {
        std::vector<charts::RankedRow> shown;
        for (const charts::RankedRow& row : ranked_)
            if (row.adds > 0 && shown.size() < mostCharted) shown.push_back(row);
        auto* chart = charts::rankingChart(shown, workspace_.theme(), mostCharted);
        charts::RowChart::Measures measures;
        measures.pitch = rankedHeight;
        measures.bar = 13;
        measures.text = 12;
        measures.axis = 20;
        measures.values = 44;
        chart->setMeasures(measures);
        chart_->setChart(chart);
    }

    void refreshAssets() {
        const auto review = workspace_.review();
        double most = 0;
        for (const analysis::ExposedAsset& asset : ranking_.assets) most = std::max(most, asset.exposure);
        std::vector<ListRow> rows;
        for (const analysis::ExposedAsset& asset : ranking_.assets) {
            const QString& id = at(review->asStated.engine->facts().data, asset.data).id;
            if (!workspace_.model().data.contains({id})) continue;
            ListRow row;
            row.id = id;
            row.icon = diagram::icons::data;
            row.name = workspace_.model().nameOf(id);
            row.value = QString::number(asset.exposure, 'f', 2);
            row.bar = {0, most > 0 ? asset.exposure / most : 0, -1};
            row.tip =
                tr("%1: read by %2, written by %3 single compromises").arg(row.name).arg(asset.readBy).arg(asset.writtenBy);
            row.spoken = row.tip;
            rows.push_back(row);
        }
        assets_->setRows(std::move(rows));
    }

    void followBlast() {
        if (!panel_.isVisible()) {
            freshness_->touch();
            return;
        }
        if (shownTier_ != workspace_.tier()) {
            refresh();
            return;
        }
        if (!workspace_.review() || list_->rows().empty()) return;
        refreshList();
        list_->mark(workspace_.seed());
    }

    RankingPanel& panel_;
    Workspace& workspace_;
    QTabBar* tabs_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    QStackedWidget* views_ = nullptr;
    EmptyState* empty_ = nullptr;
    QButtonGroup* kinds_ = nullptr;
    SegmentedControl* tiers_ = nullptr;
    QToolButton* chartSwitch_ = nullptr;
    RankingHead* rankingHead_ = nullptr;
    RowList* list_ = nullptr;
    RowList* assets_ = nullptr;
    ChartView* chart_ = nullptr;
    QLabel* concentration_ = nullptr;
    analysis::Ranking ranking_, worst_;
    std::vector<charts::RankedRow> ranked_;
    bool isFolded_ = true;
    int shownTier_ = 0; ///< the ranking's
    Freshness* freshness_ = nullptr;
};

RankingPanel::RankingPanel(Workspace& workspace, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Ranking"));
    d_ = std::make_unique<Private>(*this, workspace);
}

RankingPanel::~RankingPanel() = default;

} // namespace sallyport::ui

#include "RankingPanel.moc"
