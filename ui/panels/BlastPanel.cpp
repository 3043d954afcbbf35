// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/BlastPanel.h"

#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Icons.h"
#include "panels/BlastRows.h"
#include "panels/CopyTable.h"
#include "panels/PanelParts.h"
#include "style/ElidedLabel.h"
#include "style/SectionHeader.h"
#include "style/SegmentedControl.h"
#include "workspace/Workspace.h"

#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int margin = 12;
} // namespace

class BlastPanel::Private : public QObject {
    Q_OBJECT

public:
    Private(BlastPanel& panel, Workspace& workspace) : panel_(panel), workspace_(workspace) {
        freshness_ = new Freshness(&panel, [this] { refresh(); });
        auto* column = columnIn(&panel, 0, 0);
        column->addWidget(buildHead());
        column->addWidget(hairline());
        pages_ = new QStackedWidget;
        pages_->addWidget(buildBlast());
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_, 1);
        connect(empty_, &EmptyState::asked, &panel, &BlastPanel::addDataAsked);
        connect(&workspace, &Workspace::blastChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::reviewChanged, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::documentReplaced, freshness_, &Freshness::touch);
        connect(&workspace, &Workspace::themeChanged, freshness_, &Freshness::touch);
        freshness_->touch();
    }

    const std::optional<charts::Path>& freshPath() {
        freshness_->ensure();
        return path;
    }

private:
    std::optional<charts::Path> path;

    QWidget* buildHead() {
        auto* head = new QWidget;
        head->setFixedHeight(30);
        auto* row = new QHBoxLayout(head);
        row->setContentsMargins(margin, 0, 6, 0);
        row->setSpacing(8);
        sign_ = new QLabel;
        row->addWidget(sign_);
        title_ = new ElidedLabel({}, Qt::ElideMiddle);
        title_->setFont(typeFont(Type::Question, true));
        row->addWidget(title_, 1);
        row->addWidget(new AnalysingLabel(workspace_));
        close_ = new QToolButton;
        close_->setAutoRaise(true);
        close_->setFixedSize(24, 24);
        close_->setAccessibleName(tr("Stop looking at this blast"));
        close_->setToolTip(close_->accessibleName());
        row->addWidget(close_);
        connect(close_, &QToolButton::clicked, &panel_, &BlastPanel::closeAsked);
        return head;
    }

    QWidget* buildBlast() {
        auto* page = new QWidget;
        auto* column = columnIn(page, 0, 0);
        auto* top = new QWidget;
        auto* topColumn = columnIn(top, 8);
        readings_ = new SegmentedControl(tr("How unanswered questions read"),
                                         {{tr("As stated"), false, {}}, {tr("Worst case"), false, {}}});
        topColumn->addWidget(readings_);
        auto* figureRow = new QHBoxLayout;
        figureRow->setSpacing(14);
        figure_ = textLabel({}, Type::Figure, true);
        figureRow->addWidget(figure_);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        of_ = textLabel({}, Type::Question, true, true);
        note_ = textLabel({}, Type::Hint, false, true);
        makeFaint(note_);
        words->addStretch(1);
        words->addWidget(of_);
        words->addWidget(note_);
        words->addStretch(1);
        figureRow->addLayout(words, 1);
        topColumn->addLayout(figureRow);
        bars_ = new ShareBars;
        topColumn->addWidget(bars_);
        facts_ = new FigureStrip;
        topColumn->addWidget(facts_);
        column->addWidget(top);

        fallenHead_ = header(tr("What falls"));
        column->addWidget(inset(fallenHead_));
        fallen_ = new RowList(tr("What falls"), paintFallen, [](const ListRow&, int) { return fallenHeight; });
        makeCopyable(*fallen_, {tr("Fallen"), tr("What it is"), tr("How far"), {}});
        column->addWidget(fallen_, 4);
        pathHead_ = header(tr("How it falls"));
        pathBox_ = inset(pathHead_);
        column->addWidget(pathBox_);
        steps_ = new RowList(tr("How it falls, step by step"), paintStep, stepHeight);
        makeCopyable(*steps_, {tr("Step"), {}, tr("Takes"), {}});
        column->addWidget(steps_, 3);
        hint_ = textLabel(tr("Choose a fallen element to see its path."), Type::Hint, false, true);
        makeFaint(hint_);
        hint_->setContentsMargins(margin + 18, 2, margin, 8);
        column->addWidget(hint_);
        column->addStretch(0); // takes only what the lists do not need
        choke_ = new ChokeStrip;
        column->addWidget(choke_);

        connect(readings_, &SegmentedControl::chosen, this, [this](int nth) {
            workspace_.setReading(nth == 0 ? analysis::Reading::AsStated : analysis::Reading::WorstCase);
        });
        connect(fallen_, &RowList::chosen, this, [this](const QString& id) { workspace_.setTarget(id); });
        connect(fallenHead_, &QAbstractButton::toggled, fallen_, &QWidget::setVisible);
        connect(pathHead_, &QAbstractButton::toggled, this, [this](bool isOpen) { steps_->setVisible(isOpen && path); });
        connect(steps_, &RowList::chosen, this, [this](const QString& id, int row) { Q_EMIT panel_.stepChosen(row + 1, id); });
        return page;
    }

    static SectionHeader* header(const QString& title) {
        auto* made = new SectionHeader(title);
        made->setChecked(true);
        return made;
    }

    void refresh() {
        const diagram::Theme& theme = workspace_.theme();
        sign_->setPixmap(diagram::icon(QStringLiteral("mode-blast"), theme.ink2, 16, panel_.devicePixelRatioF()));
        close_->setIcon(diagram::actionIcon(QStringLiteral("act-close"), theme.ink2, theme.disabled));
        const auto blast = workspace_.blast();
        const auto engine = workspace_.engine();
        path.reset();
        close_->setVisible(blast != nullptr);
        if (!blast || !engine) {
            showEmpty();
            return;
        }
        const QString name = workspace_.model().nameOf(workspace_.seed());
        title_->setText(tr("Blast from %1").arg(name));
        if (!workspace_.target().isEmpty()) path = charts::pathTo(*engine, *blast, workspace_.target());
        if (!blast->hasData && workspace_.model().data.isEmpty()) {
            empty_->say(tr("Nothing can be lost yet."), tr("Add a data asset"));
            pages_->setCurrentWidget(empty_);
            return;
        }
        pages_->setCurrentIndex(0);
        readings_->setCurrent(workspace_.reading() == analysis::Reading::AsStated ? 0 : 1);
        showFigures(*engine, *blast);
        showFallen(*engine, *blast);
        showPath(*engine);
    }

    void showEmpty() {
        title_->setText(tr("Blast"));
        const bool isEmpty = workspace_.model().data.isEmpty();
        if (isEmpty)
            empty_->say(tr("Nothing can be lost yet."), tr("Add a data asset"));
        else
            empty_->say(tr("Select a component, a secret or an identity to assume it compromised."));
        pages_->setCurrentWidget(empty_);
    }

    void showFigures(const analysis::Engine& engine, const analysis::Blast& blast) {
        const analysis::Shares& shares = blast.shares;
        figure_->setText(charts::percentText(shares.score));
        const bool isBoth = shares.read > 0 && shares.write > 0;
        of_->setText(shares.score <= 0 ? tr("of all data weight")
                     : isBoth          ? tr("of all data weight, read and written")
                     : shares.read > 0 ? tr("of all data weight, read")
                                       : tr("of all data weight, written"));
        const double other = otherScore();
        QString note;
        if (blast.baseline.score > 0)
            note = tr("%1 new, %2 open anyway").arg(charts::percentText(blast.adds), charts::percentText(blast.baseline.score));
        else if (workspace_.reading() == analysis::Reading::WorstCase)
            note = tr("as stated %1").arg(charts::percentText(other));
        else if (other > shares.score + 0.005)
            note = tr("up to %1 if the unknowns are bad").arg(charts::percentText(other));
        else
            note = tr("in the worst case the same");
        note_->setText(note);

        const bool isStated = workspace_.reading() == analysis::Reading::AsStated;
        const auto worst = isStated ? otherBlast() : std::nullopt;
        bars_->setBars(
            {{tr("read"), std::min(blast.baseline.read, shares.read), shares.read, worst ? worst->shares.read : -1},
             {tr("written"), std::min(blast.baseline.write, shares.write), shares.write, worst ? worst->shares.write : -1}});

        QString after = tr("nothing"), afterTip = tr("Nothing that was copied outlives the attacker's eviction.");
        if (blast.afterEviction) {
            after = charts::durationText(blast.afterEviction->longest);
            const QString secret = at(engine.facts().secrets, blast.afterEviction->secret).id;
            afterTip =
                tr("After the attacker is thrown out, %1 still works: %2.").arg(workspace_.model().nameOf(secret), after);
        }
        facts_->setFigures({{QStringLiteral("act-users"), charts::countText(blast.users), tr("users hit"),
                             tr("The most users hit on one data asset")},
                            {QStringLiteral("blast-controlled"), charts::amountText(blast.controlled), tr("controlled"),
                             tr("Components controlled, the start included")},
                            {QStringLiteral("act-expiry"), after, tr("after eviction"), afterTip}});
    }

    /// The blast of the same seed in the other reading.
    std::optional<analysis::Blast> otherBlast() const {
        const auto review = workspace_.review();
        if (!review) return std::nullopt;
        const auto& engine =
            workspace_.reading() == analysis::Reading::AsStated ? review->worstCase.engine : review->asStated.engine;
        if (!engine) return std::nullopt;
        const auto seed = charts::seedOf(*engine, workspace_.seed());
        if (!seed) return std::nullopt;
        return engine->blast(std::span(&*seed, 1), {workspace_.tier()});
    }

    double otherScore() const {
        const auto other = otherBlast();
        return other ? other->shares.score : 0;
    }

    void showFallen(const analysis::Engine& engine, const analysis::Blast& blast) {
        const std::vector<charts::Fallen> falls = charts::whatFalls(workspace_.model(), engine, blast);
        std::vector<ListRow> rows;
        for (const charts::Fallen& fallen : falls) {
            ListRow row;
            row.id = fallen.element;
            row.icon = fallen.icon;
            row.iconColour = charts::colourOfElement(workspace_.model(), fallen.element, workspace_.theme());
            row.name = fallen.name;
            row.value = fallen.said;
            row.level = fallen.level;
            row.breadth = fallen.breadth;
            row.openAnyway = fallen.openAnyway;
            row.number = fallen.element == workspace_.target() ? 1 : 0;
            row.spoken = tr("%1, %2").arg(fallen.name, fallen.said);
            rows.push_back(std::move(row));
        }
        fallenHead_->setNote(charts::counted(static_cast<qint64>(rows.size()), tr("element"), tr("elements")));
        fallen_->setRows(std::move(rows));
        fallen_->fitToContent();
        fallen_->mark(workspace_.target());
    }

    void showPath(const analysis::Engine& engine) {
        const bool isTold = path && !path->isEmpty();
        hint_->setVisible(!isTold && workspace_.target().isEmpty());
        pathBox_->setVisible(isTold || hint_->isVisibleTo(&panel_));
        steps_->setVisible(isTold && pathHead_->isChecked());
        choke_->setChoke(isTold ? charts::chokeText(engine, *path) : charts::ChokeText());
        pathHead_->setText(isTold ? tr("How %1 falls").arg(workspace_.model().nameOf(path->element)) : tr("How it falls"));
        pathHead_->setNote(
            isTold ? tr("%1 · %2").arg(charts::counted(path->steps, tr("step"), tr("steps")), charts::effortText(path->effort))
                   : QString());
        std::vector<ListRow> rows;
        if (isTold) {
            for (const analysis::Sentence& sentence : path->sentences) {
                ListRow row;
                row.id = sentence.elements.empty() ? QString() : analysis::elementId(engine.facts(), sentence.elements.front());
                row.name = sentence.text;
                row.value = path->rules(sentence);
                row.number = sentence.number;
                row.bar.gross = sentence.number < static_cast<int>(path->sentences.size()) ? 1 : 0;
                row.spoken = tr("Step %1: %2").arg(sentence.number).arg(sentence.text);
                QStringList meanings;
                for (const QString& id : row.value.split(u' '))
                    meanings << id + u' ' + analysis::ruleSentence(id.mid(1).toInt());
                row.tip = meanings.join(u'\n');
                rows.push_back(std::move(row));
            }
        }
        steps_->setRows(std::move(rows));
        steps_->fitToContent();
    }

    BlastPanel& panel_;
    Workspace& workspace_;
    QStackedWidget* pages_ = nullptr;
    EmptyState* empty_ = nullptr;
    QLabel* sign_ = nullptr;
    ElidedLabel* title_ = nullptr;
    QToolButton* close_ = nullptr;
    SegmentedControl* readings_ = nullptr;
    QLabel* figure_ = nullptr;
    QLabel* of_ = nullptr;
    QLabel* note_ = nullptr;
    QLabel* hint_ = nullptr;
    ShareBars* bars_ = nullptr;
    FigureStrip* facts_ = nullptr;
    SectionHeader* fallenHead_ = nullptr;
    SectionHeader* pathHead_ = nullptr;
    QWidget* pathBox_ = nullptr;
    RowList* fallen_ = nullptr;
    RowList* steps_ = nullptr;
    ChokeStrip* choke_ = nullptr;
    Freshness* freshness_ = nullptr;
};

BlastPanel::BlastPanel(Workspace& workspace, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Blast"));
    d_ = std::make_unique<Private>(*this, workspace);
}

BlastPanel::~BlastPanel() = default;

const std::optional<charts::Path>& BlastPanel::path() const { return d_->freshPath(); }

} // namespace sallyport::ui

#include "BlastPanel.moc"
