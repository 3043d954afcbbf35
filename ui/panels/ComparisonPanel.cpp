// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ComparisonPanel.h"

#include "charts/Words.h"
#include "panels/ComparisonRows.h"
#include "panels/PanelParts.h"
#include "workspace/WhatIf.h"

#include <QGridLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

/// A figure of the table at the top, before and after.
struct Figure {
    QString label, before, after;
};

/// At the tier chosen; the review's own ranking is of the highest.
analysis::Ranking rankingOf(const rules::BlastReview& review, int tier) {
    if (tier == analysis::everyTier) return review.ranking;
    return review.engine->ranking({tier}).value_or(review.ranking);
}

double worstScore(const analysis::Ranking& ranking) {
    double worst = 0;
    for (const analysis::RankedSource& source : ranking.sources) worst = std::max(worst, source.shares.score);
    return worst;
}

} // namespace

class ComparisonPanel::Private : public QObject {
    Q_OBJECT

public:
    Private(ComparisonPanel& panel, Workspace& workspace, WhatIf& whatIf)
        : panel_(panel), workspace_(workspace), whatIf_(whatIf) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        pages_ = new QStackedWidget;
        pages_->addWidget(buildPage());
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_);
        for (const auto signal : {&WhatIf::changed, &WhatIf::resultsChanged})
            connect(&whatIf, signal, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::changed, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::blastChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        freshness_->touch();
    }

private:
    QWidget* buildPage() {
        auto* page = new QWidget;
        auto* column = columnIn(page, 0, 0);
        auto* head = new QWidget;
        auto* headColumn = columnIn(head, 8);
        title_ = textLabel(QString(), Type::Title, true, true);
        headColumn->addWidget(title_);
        notice_ = textLabel(QString(), Type::Hint, false, true);
        makeFaint(notice_);
        headColumn->addWidget(notice_);
        figures_ = new QGridLayout;
        figures_->setHorizontalSpacing(12);
        figures_->setVerticalSpacing(4);
        figures_->setColumnStretch(0, 1);
        headColumn->addLayout(figures_);
        column->addWidget(head);
        column->addWidget(hairline());
        column->addWidget(inset(textLabel(tr("Single compromises that change"), Type::Question, true)));
        auto* legend =
            textLabel(tr("Outline: before. Solid: after. In shares of all data weight."), Type::Caption, false, true);
        makeFaint(legend);
        column->addWidget(inset(legend));
        list_ = new ComparisonList;
        column->addWidget(list_, 1);
        column->addWidget(hairline());
        column->addWidget(buildButtons());
        connect(list_, &ComparisonList::chosen, this, [this](const QString& element) {
            if (model::elementKind(workspace_.model(), element) != model::ElementKind::None) workspace_.setSeed(element);
        });
        return page;
    }

    QWidget* buildButtons() {
        auto* foot = new QWidget;
        auto* column = columnIn(foot, 8);
        auto* row = new QHBoxLayout;
        apply_ = new QPushButton(tr("Apply as one edit"));
        apply_->setDefault(true);
        auto* discard = new QPushButton(tr("Discard the copy"));
        row->addWidget(apply_);
        row->addWidget(discard);
        row->addStretch(1);
        column->addLayout(row);
        auto* hint = textLabel(tr("The copy can be edited further before it is applied. Undo takes it all back."),
                               Type::Caption, false, true);
        makeFaint(hint);
        column->addWidget(hint);
        connect(apply_, &QPushButton::clicked, this, [this] {
            const QString title = whatIf_.title();
            if (whatIf_.apply()) Q_EMIT panel_.applied(title);
        });
        connect(discard, &QPushButton::clicked, &whatIf_, &WhatIf::discard);
        return foot;
    }

    void refresh() {
        if (!whatIf_.isActive()) {
            empty_->say(tr("Choose a change to try it on a copy of the model, and see both side by side."));
            pages_->setCurrentIndex(1);
            return;
        }
        const auto before = workspace_.review();
        const auto after = whatIf_.copy().review();
        title_->setText(whatIf_.title());
        notice_->setText(noticeText(before && after));
        notice_->setVisible(!notice_->text().isEmpty());
        pages_->setCurrentIndex(0);
        if (!before || !after) return;
        const bool isStated = workspace_.reading() == analysis::Reading::AsStated;
        const rules::BlastReview& one = isStated ? before->asStated : before->worstCase;
        const rules::BlastReview& two = isStated ? after->asStated : after->worstCase;
        if (!one.engine || !two.engine) return;
        const analysis::Ranking was = rankingOf(one, workspace_.tier());
        const analysis::Ranking becomes = rankingOf(two, workspace_.tier());
        showFigures(was, becomes);
        list_->setRows(comparedSources({workspace_.model(), *one.engine, was}, {whatIf_.copy().model(), *two.engine, becomes}));
    }

    QString noticeText(bool isAnalysed) const {
        if (!isAnalysed) return tr("Analysing…");
        if (whatIf_.isOutdated())
            return tr("The model has changed since the copy was made. Applying adds the copy's changes to it.");
        return whatIf_.hasOwnEdits() ? tr("With your own edits of the copy.") : QString();
    }

    void showFigures(const analysis::Ranking& was, const analysis::Ranking& becomes) {
        const model::Model& one = workspace_.model();
        const model::Model& two = whatIf_.copy().model();
        const auto number = [](auto count) { return charts::countText(static_cast<qint64>(count)); };
        std::vector<Figure> rows{
            {tr("Concentration"), charts::amountText(was.concentration), charts::amountText(becomes.concentration)},
            {tr("Worst single compromise"), charts::shareText(worstScore(was)), charts::shareText(worstScore(becomes))},
            {tr("Open to outsiders"), charts::shareText(was.baseline.score), charts::shareText(becomes.baseline.score)},
            {tr("Components to run"), number(one.components.size()), number(two.components.size())},
            {tr("Secrets"), number(one.secrets.size()), number(two.secrets.size())},
            {tr("Calls"), number(one.flows.size()), number(two.flows.size())}};
        if (const auto blast = workspace_.blast())
            if (const auto now = whatIf_.copy().blast())
                rows.insert(rows.begin(), {tr("%1 compromised").arg(one.nameOf(workspace_.seed())),
                                           charts::shareText(blast->shares.score), charts::shareText(now->shares.score)});
        while (QLayoutItem* item = figures_->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        addFigures({QString(), tr("Before"), tr("After")}, 0, false);
        for (std::size_t i = 0; i < rows.size(); ++i)
            addFigures(rows[i], static_cast<int>(i) + 1, rows[i].before != rows[i].after);
    }

    void addFigures(const Figure& figure, int row, bool isDifferent) {
        const bool isHead = row == 0;
        auto* label = textLabel(figure.label, Type::Table, false, true);
        auto* before = textLabel(figure.before, isHead ? Type::Caption : Type::Table);
        auto* after = textLabel(figure.after, isHead ? Type::Caption : Type::Table, isDifferent);
        if (isHead)
            for (QLabel* each : {before, after}) makeFaint(each);
        figures_->addWidget(label, row, 0);
        figures_->addWidget(before, row, 1, Qt::AlignRight);
        figures_->addWidget(after, row, 2, Qt::AlignRight);
    }

    ComparisonPanel& panel_;
    Workspace& workspace_;
    WhatIf& whatIf_;
    Freshness* freshness_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* notice_ = nullptr;
    QGridLayout* figures_ = nullptr;
    ComparisonList* list_ = nullptr;
    QPushButton* apply_ = nullptr;
};

ComparisonPanel::ComparisonPanel(Workspace& workspace, WhatIf& whatIf, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Before and after"));
    d_ = std::make_unique<Private>(*this, workspace, whatIf);
}

ComparisonPanel::~ComparisonPanel() = default;

} // namespace sallyport::ui

#include "ComparisonPanel.moc"
