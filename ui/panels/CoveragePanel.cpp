// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/CoveragePanel.h"

#include "charts/CoverageCharts.h"
#include "charts/Words.h"
#include "panels/ChartView.h"
#include "panels/ControlSelection.h"
#include "panels/CopyTable.h"
#include "panels/GapRows.h"
#include "panels/PanelParts.h"
#include "rules/CoveragePlaces.h"
#include "style/SectionHeader.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// What the bars of the chart are.
enum class RollUp { Framework, Function, Category, Zone, Owner };

const QString& csf() {
    static const QString id = QStringLiteral("nist-csf-2.0");
    return id;
}

/// The whole coverage, or what it says of one framework.
rules::Coverage narrowed(const rules::Coverage& coverage, const QString& framework) {
    rules::Coverage one{{}, coverage.said};
    for (const rules::FrameworkCoverage& each : coverage.frameworks)
        if (framework.isEmpty() || each.id == framework) one.frameworks.push_back(each);
    return one;
}

/// Groups of a framework's own tree get the framework in front of their id: "AC" is a family here and there.
void addTree(std::vector<rules::CoverageGroup>& all, std::vector<rules::CoverageGroup> groups, const QString& framework) {
    for (rules::CoverageGroup& group : groups) {
        if (group.id.isEmpty()) continue;
        group.title = QStringLiteral("%1 %2").arg(group.id, group.title);
        group.id = framework + u'\n' + group.id;
        all.push_back(std::move(group));
    }
}

} // namespace

class CoveragePanel::Private : public QObject {
    Q_OBJECT

public:
    Private(CoveragePanel& panel, Workspace& workspace, ControlSelection& selection)
        : panel_(panel), workspace_(workspace), selection_(selection) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        column->addWidget(buildHead());
        chart_ = new ChartView(tr("Coverage, rolled up"));
        column->addWidget(chart_, 2);
        gapHead_ = new SectionHeader(tr("Gaps"));
        gapHead_->setChecked(true);
        column->addSpacing(6);
        gapBox_ = new QWidget;
        auto* gapColumn = columnIn(gapBox_, 4);
        gapColumn->setContentsMargins(12, 0, 12, 4);
        gapColumn->addWidget(gapHead_);
        gapColumn->addLayout(buildGapOrder());
        column->addWidget(gapBox_);
        gaps_ = new RowList(tr("Gaps"), paintGap, [](const ListRow&, int) { return gapHeight; });
        makeCopyable(*gaps_, {tr("Control"), tr("Title"), tr("Elements"), tr("Blast radius")});
        column->addWidget(gaps_, 3);
        empty_ = new EmptyState;
        column->addWidget(empty_, 3);
        connectParts();
        freshness_->touch();
    }

private:
    QWidget* buildHead() {
        auto* head = new QWidget;
        auto* column = columnIn(head, 5);
        auto* title = new QHBoxLayout;
        title->addWidget(textLabel(tr("What the model indicates"), Type::Body, true), 1);
        title->addWidget(new AnalysingLabel(workspace_));
        column->addLayout(title);
        auto* caption = textLabel(tr("Unknown never counts as satisfied."), Type::Caption);
        makeFaint(caption);
        column->addWidget(caption);
        auto* line = new QHBoxLayout;
        line->setSpacing(6);
        frameworks_ = new QComboBox;
        frameworks_->setAccessibleName(tr("Framework looked at"));
        frameworks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        line->addWidget(frameworks_, 1);
        choose_ = new QPushButton(tr("Choose…"));
        choose_->setToolTip(tr("Which frameworks this model is asked about"));
        choose_->setAccessibleName(tr("Choose the frameworks this model is asked about"));
        line->addWidget(choose_);
        column->addLayout(line);
        rollUp_ = new QComboBox;
        rollUp_->setAccessibleName(tr("Bars of the chart"));
        rollUp_->addItems({tr("A bar for each framework"), tr("A bar for each CSF function"),
                           tr("A bar for each category or family"), tr("A bar for each zone"), tr("A bar for each owner")});
        column->addWidget(rollUp_);
        return head;
    }

    QLayout* buildGapOrder() {
        auto* line = new QHBoxLayout;
        line->setSpacing(6);
        order_ =
            new SegmentedControl(tr("Order of the gaps"), {{tr("By blast radius"), false, {}}, {tr("By elements"), false, {}}});
        order_->setCurrent(0);
        line->addWidget(order_);
        groupChip_ = new FilterChip(QString());
        groupChip_->setToolTip(tr("Show all gaps again"));
        groupChip_->setCheckable(true);
        groupChip_->hide();
        line->addWidget(groupChip_);
        line->addStretch(1);
        return line;
    }

    void connectParts() {
        connect(frameworks_, &QComboBox::activated, this,
                [this](int) { selection_.setFramework(frameworks_->currentData().toString()); });
        connect(choose_, &QPushButton::clicked, &panel_, &CoveragePanel::frameworksAsked);
        connect(rollUp_, &QComboBox::activated, this, [this] {
            group_.reset();
            refresh();
        });
        connect(chart_, &ChartView::chosen, this, &Private::chooseBar);
        connect(order_, &SegmentedControl::chosen, this, [this] { showGaps(); });
        connect(groupChip_, &QAbstractButton::clicked, this, [this] { chooseGroup({}, {}); });
        connect(gaps_, &RowList::chosen, this, [this](const QString& id) { selection_.setControl(controlOfGap(id)); });
        connect(gapHead_, &QAbstractButton::toggled, gaps_, &QWidget::setVisible);
        connect(&workspace_, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace_, &Workspace::documentReplaced, this, [this] {
            shown_.reset();
            group_.reset();
            freshness_->touch();
        });
        connect(&workspace_, &Workspace::themeChanged, freshness_, &Freshness::touch);
        connect(&selection_, &ControlSelection::changed, freshness_, &Freshness::touch);
    }

    RollUp rollUp() const { return static_cast<RollUp>(rollUp_->currentIndex()); }

    void chooseBar(const QString& id) {
        if (rollUp() == RollUp::Framework) {
            selection_.setFramework(id == selection_.framework() && !selection_.control() ? QString() : id);
            return;
        }
        const auto bar =
            std::find_if(bars_.begin(), bars_.end(), [&id](const charts::CoverageBar& one) { return one.id == id; });
        if (bar == bars_.end() || (group_ && *group_ == id)) return chooseGroup({}, {});
        chooseGroup(id, bar->title);
        if (rollUp() == RollUp::Zone && !id.isEmpty()) workspace_.select({id});
    }

    void chooseGroup(const std::optional<QString>& id, const QString& title) {
        group_ = id;
        groupTitle_ = title;
        showGaps();
    }

    void refresh() {
        const auto review = workspace_.review();
        // While only the blast part of a review is there, its coverage may be empty: what is shown stays.
        if (review && !review->findingsAreCurrent && shown_ && !shown_->coverage.frameworks.empty()) return;
        shown_ = review;
        showFrameworks();
        showChart();
        showGaps();
    }

    const rules::Coverage& coverage() const {
        static const rules::Coverage none;
        return shown_ ? shown_->coverage : none;
    }

    void showFrameworks() {
        const QSignalBlocker quiet(frameworks_);
        frameworks_->clear();
        frameworks_->addItem(tr("All frameworks"), QString());
        for (const rules::FrameworkCoverage& framework : coverage().frameworks)
            frameworks_->addItem(framework.title, framework.id);
        frameworks_->setCurrentIndex(std::max(0, frameworks_->findData(selection_.framework())));
    }

    std::vector<charts::CoverageBar> barsOf(RollUp by) const {
        std::vector<rules::CoverageGroup> groups;
        switch (by) {
            case RollUp::Framework:
                return charts::coverageBars(coverage());
            case RollUp::Function:
                if (const auto* framework = coverage().find(csf())) addTree(groups, rules::byFunction(*framework), csf());
                break;
            case RollUp::Category:
                for (const rules::FrameworkCoverage& framework : coverage().frameworks)
                    if (selection_.framework().isEmpty() || framework.id == selection_.framework())
                        addTree(groups, rules::byCategory(framework), framework.id);
                break;
            case RollUp::Zone:
                groups = rules::byZone(workspace_.model(), narrowed(coverage(), selection_.framework()));
                break;
            case RollUp::Owner:
                groups = rules::byOwner(workspace_.model(), narrowed(coverage(), selection_.framework()));
                break;
        }
        return charts::coverageBars(groups);
    }

    void showChart() {
        bars_ = barsOf(rollUp());
        auto* chart = charts::coverageChart(bars_, workspace_.theme());
        charts::RowChart::Measures measures = chart->measures();
        measures.pitch = 46;
        measures.bar = 18;
        measures.text = 12;
        chart->setMeasures(measures);
        chart_->setChart(chart);
        chart_->setMaximumHeight(std::max(40, chart_->contentHeight() + 4));
        const bool isDrawn = std::any_of(coverage().frameworks.begin(), coverage().frameworks.end(),
                                         [](const rules::FrameworkCoverage& one) { return one.counts.total() > 0; });
        chart_->setVisible(isDrawn && !bars_.empty());
        rollUp_->setVisible(isDrawn);
        gapBox_->setVisible(isDrawn);
        gaps_->setVisible(isDrawn && gapHead_->isChecked());
        empty_->setVisible(!isDrawn);
        empty_->say(!shown_                                   ? tr("Analysing…")
                    : coverage().frameworks.empty()           ? tr("This model is asked about no framework.")
                    : workspace_.model().components.isEmpty() ? tr("Nothing is drawn, so no control applies yet.")
                                                              : tr("No control of these frameworks applies to what is drawn."));
    }

    /// Whether a gap touches the group that was chosen in the chart.
    bool isInGroup(const rules::CoverageGap& gap, const rules::CoveragePlaces& places) const {
        if (!group_) return true;
        const auto any = [&gap](const auto& has) { return std::any_of(gap.elements.begin(), gap.elements.end(), has); };
        switch (rollUp()) {
            case RollUp::Framework:
                return true;
            case RollUp::Zone:
                return any([&](const QString& id) { return places.zonesOf(id).contains(*group_); });
            case RollUp::Owner:
                return any([&](const QString& id) { return places.ownersOf(id).contains(*group_); });
            case RollUp::Function:
            case RollUp::Category:
                break;
        }
        const rules::ControlRef entry = controlOfGap(*group_);
        const rules::FrameworkCoverage* framework = coverage().find(entry.framework);
        return framework && framework->catalogue && gap.control.framework == entry.framework &&
               rules::entriesAbove(*framework->catalogue, gap.control.id).contains(entry.id);
    }

    void showGaps() {
        std::vector<ListRow> rows;
        if (shown_) {
            const rules::CoveragePlaces places(workspace_.model());
            const auto order = order_->current() == 0 ? rules::GapOrder::Blast : rules::GapOrder::Elements;
            for (const rules::CoverageGap& gap : rules::coverageGaps(workspace_.model(), *shown_, order)) {
                if (!selection_.framework().isEmpty() && gap.control.framework != selection_.framework()) continue;
                if (isInGroup(gap, places)) rows.push_back(gapRow(gap, coverage().find(gap.control.framework)->title));
            }
        }
        groupChip_->setVisible(group_.has_value());
        groupChip_->setText(tr("%1 ×").arg(groupTitle_));
        groupChip_->setAccessibleName(tr("Only in %1").arg(groupTitle_));
        groupChip_->setChecked(true);
        groupChip_->updateGeometry();
        gapHead_->setNote(charts::counted(static_cast<qint64>(rows.size()), tr("control"), tr("controls")));
        gaps_->setRows(std::move(rows));
        gaps_->mark(selection_.control() ? gapId(*selection_.control()) : QString());
    }

    CoveragePanel& panel_;
    Workspace& workspace_;
    ControlSelection& selection_;
    std::shared_ptr<const rules::Review> shown_;
    std::vector<charts::CoverageBar> bars_;
    std::optional<QString> group_; ///< Id of the bar that narrows the gaps; what has no zone or owner has an empty one.
    QString groupTitle_;
    QComboBox* frameworks_ = nullptr;
    QComboBox* rollUp_ = nullptr;
    QPushButton* choose_ = nullptr;
    ChartView* chart_ = nullptr;
    SectionHeader* gapHead_ = nullptr;
    QWidget* gapBox_ = nullptr;
    SegmentedControl* order_ = nullptr;
    FilterChip* groupChip_ = nullptr;
    RowList* gaps_ = nullptr;
    EmptyState* empty_ = nullptr;
    Freshness* freshness_ = nullptr;
};

CoveragePanel::CoveragePanel(Workspace& workspace, ControlSelection& selection, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Coverage"));
    d_ = std::make_unique<Private>(*this, workspace, selection);
}

CoveragePanel::~CoveragePanel() = default;

} // namespace sallyport::ui

#include "CoveragePanel.moc"
