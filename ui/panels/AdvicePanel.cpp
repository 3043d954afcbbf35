// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/AdvicePanel.h"

#include "charts/Words.h"
#include "panels/CopyTable.h"
#include "panels/OfferRows.h"
#include "panels/PanelParts.h"
#include "panels/UnknownList.h"
#include "style/SegmentedControl.h"
#include "workspace/BackgroundRun.h"
#include "workspace/WhatIf.h"

#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

namespace {
constexpr int busyAfterMs = 400;
enum Page { Changes, Unknowns, Empty };

/// An answer, with the question and the revision of the model it is the answer to.
template <class T>
struct Answer {
    advice::Question question;
    quint64 revision = 0;
    T found;
};

bool isSame(const advice::Question& a, const advice::Question& b) {
    const auto key = [](const advice::SeedId& seed) { return std::tuple(seed.kind, seed.id, seed.breadth); };
    return a.reading == b.reading && a.tier == b.tier &&
           std::equal(a.seeds.begin(), a.seeds.end(), b.seeds.begin(), b.seeds.end(),
                      [&](const auto& x, const auto& y) { return key(x) == key(y); });
}

QString summaryOf(const model::Model& model, const advice::Question& question, const QString& figures) {
    if (question.seeds.empty()) return AdvicePanel::tr("Concentration now %1.").arg(figures);
    return AdvicePanel::tr("%1 compromised loses %2 now.").arg(model.nameOf(question.seeds.front().id), figures);
}
} // namespace

class AdvicePanel::Private : public QObject {
    Q_OBJECT

public:
    Private(AdvicePanel& panel, Workspace& workspace, WhatIf& whatIf) : panel_(panel), workspace_(workspace), whatIf_(whatIf) {
        freshness_ = new Freshness(&panel, [this] { ask(); });
        auto* column = columnIn(&panel, 0, 0);
        tabs_ = new QTabBar;
        tabs_->setDocumentMode(true);
        tabs_->setExpanding(false);
        tabs_->setFixedHeight(30);
        tabs_->setAccessibleName(tr("Advice as"));
        tabs_->addTab(tr("Changes"));
        tabs_->addTab(tr("Unknowns"));
        column->addWidget(tabs_);
        column->addWidget(buildHead());
        column->addWidget(hairline());
        pages_ = new QStackedWidget;
        list_ = new RowList(tr("Best single changes"), paintOffer, offerHeight);
        makeCopyable(*list_, {tr("Change"), tr("Price"), tr("Blast radius"), {}});
        pages_->addWidget(list_);
        unknowns_ = new UnknownList;
        pages_->addWidget(unknowns_);
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_, 1);
        column->addWidget(buildFoot());
        busyDelay_.setSingleShot(true);
        connectParts();
        showAnswer();
    }

    bool isCurrent() const {
        if (run_.isRunning()) return false;
        const quint64 now = workspace_.document().revision();
        return tabs_->currentIndex() == Changes ? advice_ && advice_->revision == now : gap_ && gap_->revision == now;
    }

private:
    QWidget* buildHead() {
        auto* head = new QWidget;
        auto* column = columnIn(head, 6);
        title_ = textLabel(QString(), Type::Body, true);
        column->addWidget(title_);
        caption_ = textLabel(QString(), Type::Caption, false, true);
        makeFaint(caption_);
        column->addWidget(caption_);
        scope_ = new SegmentedControl(tr("Advice for"), {{tr("Whole model"), false, {}}, {tr("One compromise"), false, {}}});
        column->addWidget(scope_);
        tiers_ = tierControl();
        column->addWidget(tiers_);
        about_ = textLabel(QString(), Type::Hint, false, true);
        column->addWidget(about_);
        return head;
    }

    QWidget* buildFoot() {
        auto* foot = new QWidget;
        auto* column = columnIn(foot, 6, 10);
        progress_ = new QProgressBar;
        progress_->setTextVisible(false);
        progress_->setFixedHeight(8);
        progress_->setAccessibleName(tr("Looking for changes"));
        cancel_ = new QPushButton(tr("Cancel"));
        auto* busy = new QHBoxLayout;
        busy->addWidget(progress_, 1);
        busy->addWidget(cancel_);
        column->addLayout(busy);
        note_ = textLabel(QString(), Type::Caption, false, true);
        makeFaint(note_);
        column->addWidget(note_);
        progress_->hide();
        cancel_->hide();
        return foot;
    }

    void connectParts() {
        connect(scope_, &SegmentedControl::chosen, this, [this](int nth) {
            isOfSeed_ = nth == 1;
            isCancelled_ = false;
            freshness_->touch();
        });
        connect(tabs_, &QTabBar::currentChanged, this, [this] {
            isCancelled_ = false;
            freshness_->touch();
        });
        connect(tiers_, &SegmentedControl::chosen, this, [this](int nth) { workspace_.setTier(nth + 1); });
        connect(&workspace_, &Workspace::changed, this, [this] {
            isCancelled_ = false;
            run_.cancel();
            freshness_->touch();
        });
        connect(&workspace_, &Workspace::documentReplaced, this, [this] {
            run_.cancel();
            advice_.reset();
            gap_.reset();
            asked_.reset();
            isOfSeed_ = isCancelled_ = false;
            freshness_->touch();
        });
        connect(&workspace_, &Workspace::reviewChanged, this, [this] { freshness_->touch(); });
        connect(&workspace_, &Workspace::blastChanged, this, [this] { freshness_->touch(); });
        connect(&run_, &BackgroundRun::changed, this, &Private::showAnswer);
        connect(&run_, &BackgroundRun::progressed, this, &Private::showProgress);
        connect(&busyDelay_, &QTimer::timeout, this, &Private::showProgress);
        connect(&whatIf_, &WhatIf::changed, this, [this] {
            if (!whatIf_.isActive()) list_->mark({});
        });
        connect(cancel_, &QPushButton::clicked, this, [this] {
            isCancelled_ = true;
            run_.cancel();
        });
        connect(list_, &RowList::chosen, this, [this](const QString& id) { attempt(id.toInt()); });
        connect(unknowns_, &UnknownList::answered, this, &Private::answer);
        connect(unknowns_, &UnknownList::chosen, &workspace_, &Workspace::goTo);
        connect(empty_, &EmptyState::asked, this, [this] {
            if (workspace_.model().data.isEmpty()) {
                Q_EMIT panel_.addDataAsked();
            } else {
                isCancelled_ = false;
                freshness_->touch();
            }
        });
    }

    /// What to ask now: nothing while there is nothing to lose, or no engine yet to name the compromise.
    std::optional<advice::Question> wanted() const {
        advice::Question question;
        question.reading = workspace_.reading();
        question.tier = workspace_.tier();
        if (workspace_.model().data.isEmpty()) return std::nullopt;
        if (!isOfSeed_) return question;
        const auto engine = workspace_.engine();
        const auto blast = workspace_.blast();
        if (!engine || !blast || !workspace_.isReviewCurrent()) return std::nullopt;
        for (const analysis::Seed& seed : blast->seeds) question.seeds.push_back(advice::seedId(engine->facts(), seed));
        return question;
    }

    void ask() {
        tiers_->setCurrent(workspace_.tier() - 1);
        const bool hasSeed = !workspace_.seed().isEmpty();
        if (!hasSeed) isOfSeed_ = false;
        scope_->setSegmentEnabled(1, hasSeed);
        scope_->setCurrent(isOfSeed_ ? 1 : 0);
        scope_->setToolTip(hasSeed ? QString() : tr("Choose a component, secret or identity in the Blast lens first."));
        const auto question = wanted();
        const Wish wish{tabs_->currentIndex(), question.value_or(advice::Question()), workspace_.document().revision()};
        const bool isKnown = asked_ && asked_->tab == wish.tab && asked_->revision == wish.revision &&
                             isSame(asked_->question, wish.question) && (isCurrent() || run_.isRunning());
        isCancelled_ = isCancelled_ && question.has_value();
        if (!question || isCancelled_ || isKnown) return showAnswer();
        asked_ = wish;
        busyDelay_.start(busyAfterMs);
        const auto model = std::make_shared<const model::Model>(workspace_.model());
        if (wish.tab == Changes)
            run_.ask(looking(advice::advise, model, wish, [this](auto answer) { advice_ = std::move(answer); }));
        else
            run_.ask(looking(advice::unknowns, model, wish, [this](auto answer) {
                gap_ = std::move(answer);
                isGapListed_ = false;
            }));
    }

    /// What was asked last.
    struct Wish {
        int tab = Changes;
        advice::Question question;
        quint64 revision = 0;
    };

    /// The search as work for the background; `take` gets what it finds, in the window's thread.
    template <class T, class Take>
    static BackgroundRun::Work looking(std::optional<T> (*search)(const model::Model&, const advice::Question&, std::stop_token,
                                                                  const advice::Progress&),
                                       const std::shared_ptr<const model::Model>& model, const Wish& wish, Take take) {
        return [search, model, wish, take](const std::stop_token& stop, const BackgroundRun::Progress& progress) {
            auto found = std::make_shared<std::optional<T>>(search(*model, wish.question, stop, progress));
            return [found, wish, take] {
                std::optional<Answer<T>> answer;
                if (*found) answer = Answer<T>{wish.question, wish.revision, std::move(**found)};
                take(std::move(answer));
            };
        };
    }

    void showProgress() {
        const bool isBusy = run_.isRunning() && !busyDelay_.isActive();
        progress_->setVisible(isBusy);
        cancel_->setVisible(isBusy);
        progress_->setRange(0, run_.total());
        progress_->setValue(run_.done());
        if (isBusy) note_->setText(run_.total() > 0 ? tr("%1 of %2 tried").arg(run_.done()).arg(run_.total()) : tr("Looking…"));
    }

    void showAnswer() {
        const bool isOfChanges = tabs_->currentIndex() == Changes;
        title_->setText(isOfChanges ? tr("Best single changes") : tr("Questions that open the gap"));
        caption_->setText(isOfChanges ? tr("Every edit that keeps all drawn calls working, each tried on a copy of the model")
                                      : tr("What nobody has answered, and what each answer alone would change"));
        showProgress();
        if (workspace_.model().data.isEmpty()) return showEmpty(tr("Nothing can be lost yet."), tr("Add a data asset"));
        if (isCancelled_ && !run_.isRunning()) return showEmpty(tr("The search was cancelled."), tr("Look again"));
        if (isOfChanges ? !advice_ : !gap_) return showEmpty(run_.isRunning() ? tr("Looking…") : QString());
        isOfChanges ? showChanges(*advice_) : showUnknowns(*gap_);
    }

    void showChanges(const Answer<advice::Advice>& answer) {
        const advice::Advice& advice = answer.found;
        offers_ = advice.single;
        if (advice.pair) offers_.push_back(*advice.pair);
        std::vector<ListRow> rows;
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            rows.push_back(offerRow(offers_[i], static_cast<int>(i)));
            if (offers_[i].changes.size() > 1) rows.back().hint = tr("two together; %1").arg(rows.back().hint);
        }
        list_->setRows(std::move(rows));
        QString about = summaryOf(workspace_.model(), answer.question, charts::amountText(advice.before));
        if (advice.pair)
            about += u' ' + (advice.pair->clears ? tr("No single change clears it; two together do.")
                                                 : tr("No single change does as much as the pair at the end."));
        about_->setText(about);
        if (offers_.empty()) return showEmpty(nothingText(advice));
        pages_->setCurrentIndex(Changes);
        if (!run_.isRunning())
            note_->setText(tr("%1 edits considered, %2 of them proven to gain nothing.")
                               .arg(charts::countText(advice.considered), charts::countText(advice.ruledOut)));
    }

    void showUnknowns(const Answer<advice::Unknowns>& answer) {
        const advice::Unknowns& gap = answer.found;
        const QString figures =
            tr("%1, up to %2 if all that is unknown is bad").arg(charts::amountText(gap.stated), charts::amountText(gap.worst));
        about_->setText(summaryOf(workspace_.model(), answer.question, figures));
        if (gap.open.empty()) return showEmpty(tr("No unanswered question makes a difference to this figure."));
        if (!std::exchange(isGapListed_, true)) unknowns_->setUnknowns(gap);
        pages_->setCurrentIndex(Unknowns);
        if (!run_.isRunning())
            note_->setText(
                tr("%1 of %2 unanswered questions make a difference by themselves.")
                    .arg(charts::countText(static_cast<qint64>(gap.open.size())), charts::countText(gap.unanswered)));
    }

    /// Answers a question in place, as one edit.
    void answer(int position, bool good) {
        if (!isCurrent()) return;
        const advice::Unknown unknown = gap_->found.open[static_cast<std::size_t>(position)];
        const QString text = tr("Answer \"%1\"").arg(unknown.question);
        workspace_.edit(text, [&](document::Editor& editor) { (good ? unknown.good : unknown.bad).write(editor); });
    }

    static QString nothingText(const advice::Advice& advice) {
        return advice.isCleared ? tr("This compromise adds nothing to what an outsider has already.")
                                : tr("No single edit that keeps every call working lowers this figure.");
    }

    void showEmpty(const QString& sentence, const QString& button = {}) {
        empty_->say(sentence, button);
        pages_->setCurrentIndex(Empty);
        if (!run_.isRunning()) note_->clear();
    }

    /// Tries an offer on a copy.
    void attempt(int position) {
        if (position < 0 || static_cast<std::size_t>(position) >= offers_.size() || tabs_->currentIndex() != Changes ||
            !isCurrent())
            return;
        const advice::Offer& offer = offers_[static_cast<std::size_t>(position)];
        const advice::ModelEdit edit = offer.edit();
        std::vector<advice::Replacement> becomes;
        for (const advice::Change& change : offer.changes)
            becomes.insert(becomes.end(), change.becomes.begin(), change.becomes.end());
        whatIf_.start(
            offer.title(), [&](document::Editor& editor) { edit.write(editor); },
            [becomes](const QString& id) {
                for (const advice::Replacement& each : becomes)
                    if (each.id == id && !each.parts.contains(id) && !each.parts.isEmpty()) return each.parts.front();
                return id;
            });
        list_->mark(QString::number(position));
    }

    AdvicePanel& panel_;
    Workspace& workspace_;
    WhatIf& whatIf_;
    Freshness* freshness_ = nullptr;
    QTabBar* tabs_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* caption_ = nullptr;
    SegmentedControl* scope_ = nullptr;
    SegmentedControl* tiers_ = nullptr;
    QLabel* about_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    RowList* list_ = nullptr;
    UnknownList* unknowns_ = nullptr;
    EmptyState* empty_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QLabel* note_ = nullptr;
    QTimer busyDelay_;
    std::vector<advice::Offer> offers_;
    std::optional<Answer<advice::Advice>> advice_;
    std::optional<Answer<advice::Unknowns>> gap_;
    std::optional<Wish> asked_;
    bool isGapListed_ = false; ///< What came last is in the list.
    bool isOfSeed_ = false;
    bool isCancelled_ = false;
    BackgroundRun run_; ///< Last: its thread writes nothing, but what it delivers goes into the answers above.
};

AdvicePanel::AdvicePanel(Workspace& workspace, WhatIf& whatIf, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Changes"));
    d_ = std::make_unique<Private>(*this, workspace, whatIf);
}

AdvicePanel::~AdvicePanel() = default;

bool AdvicePanel::isCurrent() const { return d_->isCurrent(); }

} // namespace sallyport::ui

#include "AdvicePanel.moc"
