// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/AdvicePanel.h"

#include "charts/Words.h"
#include "panels/OfferRows.h"
#include "panels/PanelParts.h"
#include "style/SegmentedControl.h"
#include "workspace/AdviceRun.h"
#include "workspace/WhatIf.h"

#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {
constexpr int busyAfterMs = 400;
} // namespace

class AdvicePanel::Private : public QObject {
    Q_OBJECT

public:
    Private(AdvicePanel& panel, Workspace& workspace, WhatIf& whatIf)
        : panel_(panel), workspace_(workspace), whatIf_(whatIf), run_(workspace) {
        freshness_ = new Freshness(&panel, [this] { ask(); });
        auto* column = columnIn(&panel, 0, 0);
        column->addWidget(buildHead());
        column->addWidget(hairline());
        pages_ = new QStackedWidget;
        list_ = new RowList(tr("Best single changes"), paintOffer, offerHeight);
        pages_->addWidget(list_);
        empty_ = new EmptyState;
        pages_->addWidget(empty_);
        column->addWidget(pages_, 1);
        column->addWidget(buildFoot());
        busyDelay_.setSingleShot(true);
        connectParts();
        showAnswer();
    }

    bool isCurrent() const { return run_.advice() && !run_.isRunning() && run_.revision() == workspace_.document().revision(); }

private:
    QWidget* buildHead() {
        auto* head = new QWidget;
        auto* column = columnIn(head, 6);
        column->addWidget(textLabel(tr("Best single changes"), Type::Body, true));
        auto* caption = textLabel(tr("Every edit that keeps all drawn calls working, each tried on a copy of the model"),
                                  Type::Caption, false, true);
        makeFaint(caption);
        column->addWidget(caption);
        scope_ = new SegmentedControl(tr("Changes for"), {{tr("Whole model"), false, {}}, {tr("One compromise"), false, {}}});
        column->addWidget(scope_);
        tiers_ = new SegmentedControl(
            tr("How far the attacker goes"),
            {{charts::tierLabel(1), false, {}}, {charts::tierLabel(2), false, {}}, {charts::tierLabel(3), false, {}}});
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
        connect(tiers_, &SegmentedControl::chosen, this, [this](int nth) { workspace_.setTier(nth + 1); });
        connect(&workspace_, &Workspace::changed, this, [this] {
            isCancelled_ = false;
            run_.cancel();
            freshness_->touch();
        });
        connect(&workspace_, &Workspace::documentReplaced, this, [this] {
            run_.forget();
            isOfSeed_ = isCancelled_ = false;
            freshness_->touch();
        });
        connect(&workspace_, &Workspace::reviewChanged, this, [this] { freshness_->touch(); });
        connect(&workspace_, &Workspace::blastChanged, this, [this] { freshness_->touch(); });
        connect(&run_, &AdviceRun::changed, this, &Private::showAnswer);
        connect(&run_, &AdviceRun::progressed, this, &Private::showProgress);
        connect(&busyDelay_, &QTimer::timeout, this, &Private::showProgress);
        connect(&whatIf_, &WhatIf::changed, this, [this] {
            if (!whatIf_.isActive()) list_->mark({});
        });
        connect(cancel_, &QPushButton::clicked, this, [this] {
            isCancelled_ = true;
            run_.cancel();
        });
        connect(list_, &RowList::chosen, this, [this](const QString& id) { attempt(id.toInt()); });
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

    static bool isSame(const advice::Question& a, const advice::Question& b) {
        const auto key = [](const advice::SeedId& seed) { return std::tuple(seed.kind, seed.id, seed.breadth); };
        return a.reading == b.reading && a.tier == b.tier &&
               std::equal(a.seeds.begin(), a.seeds.end(), b.seeds.begin(), b.seeds.end(),
                          [&](const auto& x, const auto& y) { return key(x) == key(y); });
    }

    void ask() {
        tiers_->setCurrent(workspace_.tier() - 1);
        const bool hasSeed = !workspace_.seed().isEmpty();
        if (!hasSeed) isOfSeed_ = false;
        scope_->setSegmentEnabled(1, hasSeed);
        scope_->setCurrent(isOfSeed_ ? 1 : 0);
        scope_->setToolTip(hasSeed ? QString() : tr("Choose a component, secret or identity in the Blast lens first."));
        const auto question = wanted();
        const quint64 revision = workspace_.document().revision();
        if (question && asked_ && isSame(*question, *asked_) && askedRevision_ == revision &&
            (run_.advice() || run_.isRunning()))
            return showAnswer();
        if (!question || isCancelled_) {
            isCancelled_ = isCancelled_ && question.has_value();
            return showAnswer();
        }
        asked_ = question;
        askedRevision_ = revision;
        busyDelay_.start(busyAfterMs);
        run_.ask(*question);
    }

    void showProgress() {
        const bool isBusy = run_.isRunning() && !busyDelay_.isActive();
        progress_->setVisible(isBusy);
        cancel_->setVisible(isBusy);
        progress_->setRange(0, run_.total());
        progress_->setValue(run_.done());
        if (isBusy)
            note_->setText(run_.total() > 0 ? tr("%1 of %2 edits tried").arg(run_.done()).arg(run_.total())
                                            : tr("Looking for edits that keep every call working"));
    }

    void showAnswer() {
        showProgress();
        if (workspace_.model().data.isEmpty()) return showEmpty(tr("Nothing can be lost yet."), tr("Add a data asset"));
        if (isCancelled_ && !run_.isRunning()) return showEmpty(tr("The search was cancelled."), tr("Look again"));
        const auto& advice = run_.advice();
        if (!advice) return showEmpty(run_.isRunning() ? tr("Looking for changes…") : QString());
        offers_ = advice->single;
        if (advice->pair) offers_.push_back(*advice->pair);
        std::vector<ListRow> rows;
        for (std::size_t i = 0; i < offers_.size(); ++i) {
            rows.push_back(offerRow(offers_[i], static_cast<int>(i)));
            if (offers_[i].changes.size() > 1) rows.back().hint = tr("two together; %1").arg(rows.back().hint);
        }
        list_->setRows(std::move(rows));
        about_->setText(summary(*advice));
        if (offers_.empty()) return showEmpty(nothingText(*advice));
        pages_->setCurrentIndex(0);
        if (!run_.isRunning())
            note_->setText(tr("%1 edits considered, %2 of them proven to gain nothing.")
                               .arg(charts::countText(advice->considered), charts::countText(advice->ruledOut)));
    }

    QString summary(const advice::Advice& advice) const {
        const bool isOfModel = run_.question().seeds.empty();
        const QString figure = charts::amountText(advice.before);
        QString text = isOfModel ? tr("Concentration now %1.").arg(figure)
                                 : tr("%1 compromised loses %2 now.").arg(workspace_.model().nameOf(workspace_.seed()), figure);
        if (advice.pair)
            text += u' ' + (advice.pair->clears ? tr("No single change clears it; two together do.")
                                                : tr("No single change does as much as the pair at the end."));
        return text;
    }

    static QString nothingText(const advice::Advice& advice) {
        return advice.isCleared ? tr("This compromise adds nothing to what an outsider has already.")
                                : tr("No single edit that keeps every call working lowers this figure.");
    }

    void showEmpty(const QString& sentence, const QString& button = {}) {
        empty_->say(sentence, button);
        pages_->setCurrentIndex(1);
        if (!run_.isRunning()) note_->clear();
    }

    /// Tries an offer on a copy.
    void attempt(int position) {
        if (position < 0 || static_cast<std::size_t>(position) >= offers_.size() || !isCurrent()) return;
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
    AdviceRun run_;
    Freshness* freshness_ = nullptr;
    SegmentedControl* scope_ = nullptr;
    SegmentedControl* tiers_ = nullptr;
    QLabel* about_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    RowList* list_ = nullptr;
    EmptyState* empty_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* cancel_ = nullptr;
    QLabel* note_ = nullptr;
    QTimer busyDelay_;
    std::vector<advice::Offer> offers_;
    std::optional<advice::Question> asked_;
    quint64 askedRevision_ = 0;
    bool isOfSeed_ = false;
    bool isCancelled_ = false;
};

AdvicePanel::AdvicePanel(Workspace& workspace, WhatIf& whatIf, QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Changes"));
    d_ = std::make_unique<Private>(*this, workspace, whatIf);
}

AdvicePanel::~AdvicePanel() = default;

bool AdvicePanel::isCurrent() const { return d_->isCurrent(); }

} // namespace sallyport::ui

#include "AdvicePanel.moc"
