// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/CoveragePanel.h"

#include "charts/CoverageCharts.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "panels/ChartView.h"
#include "panels/ControlSelection.h"
#include "panels/PanelParts.h"
#include "panels/RowList.h"
#include "style/SectionHeader.h"
#include "workspace/Workspace.h"

#include <QComboBox>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int gapHeight = 40;

void paintGap(QPainter& painter, const QRectF& rect, const ListRow& row, const diagram::Theme& theme) {
    if (row.status) diagram::paintStatus(painter, QRectF(rect.left() + 12, rect.top() + 5, 14, 14), *row.status, theme);
    const QRectF text(rect.left() + 34, rect.top() + 3, rect.width() - 46, 18);
    painter.setFont(typeFont(Type::Caption));
    painter.setPen(theme.ink2);
    const double value = painter.fontMetrics().horizontalAdvance(row.value);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, row.value);
    painter.drawText(text.translated(0, 16), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.hint, Qt::ElideRight, static_cast<int>(text.width())));
    painter.setFont(typeFont(Type::Table, true));
    painter.setPen(theme.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, static_cast<int>(text.width() - value - 8)));
}

QString gapId(const rules::ControlRef& control) { return control.framework + u'\n' + control.id; }

} // namespace

class CoveragePanel::Private : public QObject {
    Q_OBJECT

public:
    Private(CoveragePanel& panel, Workspace& workspace, ControlSelection& selection)
        : workspace_(workspace), selection_(selection) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        auto* head = new QWidget;
        auto* headColumn = columnIn(head, 5);
        auto* title = new QHBoxLayout;
        title->addWidget(textLabel(tr("What the model indicates"), Type::Body, true), 1);
        title->addWidget(new AnalysingLabel(workspace));
        headColumn->addLayout(title);
        auto* caption = textLabel(tr("Unknown never counts as satisfied."), Type::Caption);
        makeFaint(caption);
        headColumn->addWidget(caption);
        frameworks_ = new QComboBox;
        frameworks_->setAccessibleName(tr("Framework looked at"));
        frameworks_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        headColumn->addWidget(frameworks_);
        column->addWidget(head);
        chart_ = new ChartView(tr("Coverage by framework"));
        column->addWidget(chart_, 2);
        gapHead_ = new SectionHeader(tr("Gaps, widest first"));
        gapHead_->setChecked(true);
        column->addSpacing(6);
        gapBox_ = inset(gapHead_);
        column->addWidget(gapBox_);
        gaps_ = new RowList(tr("Gaps, widest first"), paintGap, [](const ListRow&, int) { return gapHeight; });
        column->addWidget(gaps_, 3);
        empty_ = new EmptyState;
        empty_->say(tr("Nothing is drawn, so no control applies yet."));
        column->addWidget(empty_, 3);

        connect(frameworks_, &QComboBox::activated, this,
                [this](int) { selection_.setFramework(frameworks_->currentData().toString()); });
        connect(chart_, &ChartView::chosen, this, [this](const QString& id) {
            selection_.setFramework(id == selection_.framework() && !selection_.control() ? QString() : id);
        });
        connect(gaps_, &RowList::chosen, this, [this](const QString& id) {
            selection_.setControl({id.section(u'\n', 0, 0), id.section(u'\n', 1)});
        });
        connect(gapHead_, &QAbstractButton::toggled, gaps_, &QWidget::setVisible);
        connect(&workspace, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::documentReplaced, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        connect(&selection, &ControlSelection::changed, freshness_, &Freshness::touch);
        freshness_->touch();
    }

private:
    void refresh() {
        const auto review = workspace_.review();
        // While only the blast part of a review is there, its coverage may be empty: what is shown stays.
        if (review && !review->findingsAreCurrent && !coverage_.frameworks.empty()) return;
        coverage_ = review ? review->coverage : rules::Coverage();
        showFrameworks();
        showChart();
        showGaps();
    }

    void showFrameworks() {
        const QSignalBlocker quiet(frameworks_);
        frameworks_->clear();
        frameworks_->addItem(tr("All frameworks"), QString());
        for (const rules::FrameworkCoverage& framework : coverage_.frameworks)
            frameworks_->addItem(framework.title, framework.id);
        frameworks_->setCurrentIndex(std::max(0, frameworks_->findData(selection_.framework())));
    }

    void showChart() {
        auto* chart = charts::coverageChart(coverage_, workspace_.theme());
        charts::RowChart::Measures measures = chart->measures();
        measures.pitch = 46;
        measures.bar = 18;
        measures.text = 12;
        chart->setMeasures(measures);
        chart_->setChart(chart);
        chart_->setMaximumHeight(std::max(40, chart_->contentHeight() + 4));
        chart_->setVisible(!chart->rows().empty());
        empty_->setVisible(chart->rows().empty());
        gaps_->setVisible(!chart->rows().empty() && gapHead_->isChecked());
        gapBox_->setVisible(!chart->rows().empty());
    }

    void showGaps() {
        std::vector<ListRow> rows;
        for (const charts::Gap& gap : charts::gaps(coverage_)) {
            if (!selection_.framework().isEmpty() && gap.framework->id != selection_.framework()) continue;
            ListRow row;
            row.id = gapId(gap.control->control);
            row.name = gap.control->control.id;
            row.hint = gap.control->title;
            row.status = charts::toDiagram(gap.control->status);
            const rules::CoverageCounts& counts = gap.control->counts;
            row.value = counts.violated > 0  ? tr("%1 violated").arg(counts.violated)
                        : counts.partial > 0 ? tr("%1 partial").arg(counts.partial)
                        : counts.unknown > 0 ? tr("%1 unknown").arg(counts.unknown)
                                             : tr("to attest");
            row.tip = tr("%1 %2, %3. %4").arg(row.name, row.hint, gap.framework->title, counts.text());
            row.spoken = tr("%1 %2, %3").arg(row.name, row.hint, diagram::word(*row.status));
            rows.push_back(std::move(row));
        }
        gapHead_->setNote(charts::counted(static_cast<qint64>(rows.size()), tr("control"), tr("controls")));
        gaps_->setRows(std::move(rows));
        gaps_->mark(selection_.control() ? gapId(*selection_.control()) : QString());
    }

    Workspace& workspace_;
    ControlSelection& selection_;
    rules::Coverage coverage_;
    QComboBox* frameworks_ = nullptr;
    ChartView* chart_ = nullptr;
    SectionHeader* gapHead_ = nullptr;
    QWidget* gapBox_ = nullptr;
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
