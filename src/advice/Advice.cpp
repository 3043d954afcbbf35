// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Advice.h"

#include "advice/DrawnCalls.h"
#include "advice/Trials.h"
#include "analysis/Seeds.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace sallyport::advice {

namespace {

/// First changes of pairs that are followed up, the most promising.
constexpr std::size_t mostFirst = 48;

/// The whole of one question.
class Adviser {
public:
    Adviser(Search search, const model::Model& model, const Question& question, std::stop_token stop, const Progress& progress)
        : search_(search),
          model_(model),
          question_(question),
          stop_(stop),
          progress_(progress),
          trials_(model, question, search, Cores::Every) {}

    std::optional<Advice> run();

private:
    void tick() {
        if (!progress_) return;
        const std::lock_guard lock(telling_);
        progress_(++done_, total_);
    }
    bool settle(std::size_t places, double bar) {
        return trials_.settle(places, bar, stop_, [this] { tick(); });
    }
    /// Changes that need not be tried are done, too.
    void tellRest() {
        while (progress_ && done_ < total_) tick();
    }
    bool single(Advice& advice);
    bool pair(Advice& advice);
    std::optional<Offer> follow(model::Model& copy, const Tried& first, double bar) const;
    std::optional<std::vector<Offer>> pairsOf(const std::vector<const Tried*>& firsts, double bar);
    /// Whether the offer leaves every compromise at most as bad as the worst was, and each drawn call working. The
    /// families see to both; what a call rests on can be stranger than they know. Nothing if stopped.
    std::optional<bool> isSafe(model::Model& copy, const Offer& offer) const;
    /// Leaves those that are. False if stopped.
    bool keepSafe(std::vector<Offer>& offers) const;

    Search search_;
    const model::Model& model_;
    const Question& question_;
    std::stop_token stop_;
    const Progress& progress_;
    std::mutex telling_;
    int done_ = 0;
    int total_ = 0;
    Trials trials_;
    std::optional<DrawnCalls> calls_;
    double worst_ = 0;
};

std::optional<bool> Adviser::isSafe(model::Model& copy, const Offer& offer) const {
    const ModelEdit back = offer.edit().applyTo(copy);
    const auto safe = [&]() -> std::optional<bool> {
        const auto edited = Compiled::compile(copy, question_, analysis::Origins::Forgotten, stop_);
        if (!edited) return std::nullopt;
        const auto worst = edited->scores().worst(stop_);
        if (!worst) return std::nullopt;
        if (*worst > worst_ + figureGrain) return false;
        const auto calls = DrawnCalls::find(copy, edited->facts(), stop_);
        return calls ? std::optional(calls_->areKeptIn(*calls)) : std::nullopt;
    }();
    back.applyTo(copy);
    return safe;
}

bool Adviser::keepSafe(std::vector<Offer>& offers) const {
    std::vector<std::optional<bool>> safe(offers.size());
    if (!onCopies(Cores::Every, model_, offers.size(), stop_,
                  [&](model::Model& copy, std::size_t i) { safe[i] = isSafe(copy, offers[i]); }))
        return false;
    std::vector<Offer> kept;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (!safe[i]) return false;
        if (*safe[i]) kept.push_back(std::move(offers[i]));
    }
    offers = std::move(kept);
    return true;
}

bool Adviser::single(Advice& advice) {
    const auto most = static_cast<std::size_t>(std::max(question_.most, 0));
    std::size_t place = 0; // The next to look at.
    while (advice.single.size() < most) {
        const std::size_t places = place + most - advice.single.size();
        if (!settle(places, advice.before)) return false;
        const std::vector<const Tried*> order = trials_.inOrder();
        std::vector<Offer> offers;
        for (; place < std::min(places, order.size()); ++place) {
            const Tried& tried = *order[place];
            Offer offer{{trials_.changes()[tried.change]}, advice.before, tried.figure.value, false};
            if (offer.gain() <= figureGrain) break;
            offer.clears = !question_.seeds.empty() && tried.figure.adds <= figureGrain;
            offers.push_back(std::move(offer));
        }
        if (!keepSafe(offers)) return false;
        std::move(offers.begin(), offers.end(), std::back_inserter(advice.single));
        if (place < places) break; // No others gain.
    }
    return true;
}

/// The second change is looked for in what the first leaves. Nothing stands for stopped; an offer without changes for no
/// pair below the bar. `copy` is of the model, and left so.
std::optional<Offer> Adviser::follow(model::Model& copy, const Tried& first, double bar) const {
    const Change& change = trials_.changes()[first.change];
    const ModelEdit back = change.edit.applyTo(copy);
    const auto best = [&]() -> std::optional<Offer> {
        Trials seconds(copy, question_, search_, Cores::One);
        seconds.setReplaced(trials_.replacedBy(change));
        if (!seconds.prepare(stop_) || !seconds.settle(1, bar, stop_, [] {})) return std::nullopt;
        const std::vector<const Tried*> order = seconds.inOrder();
        if (order.empty() || order.front()->figure.value > bar - figureGrain) return Offer{};
        const Tried& second = *order.front();
        Offer offer{{change, seconds.changes()[second.change]}, trials_.before().value, second.figure.value, false};
        offer.clears = !question_.seeds.empty() && second.figure.adds <= figureGrain;
        return offer;
    }();
    back.applyTo(copy);
    return best;
}

/// The best pair of each first change, in the order of these. Nothing if stopped.
std::optional<std::vector<Offer>> Adviser::pairsOf(const std::vector<const Tried*>& firsts, double bar) {
    std::vector<std::optional<Offer>> found(firsts.size());
    const bool done = onCopies(Cores::Every, model_, firsts.size(), stop_, [&](model::Model& copy, std::size_t i) {
        found[i] = follow(copy, *firsts[i], bar);
        if (found[i]) tick();
    });
    if (!done) return std::nullopt;
    std::vector<Offer> pairs;
    for (std::optional<Offer>& offer : found) {
        if (!offer) return std::nullopt;
        if (!offer->changes.empty()) pairs.push_back(std::move(*offer));
    }
    return pairs;
}

bool Adviser::pair(Advice& advice) {
    if (!settle(mostFirst, std::numeric_limits<double>::infinity())) return false;
    tellRest();
    std::vector<const Tried*> firsts = trials_.inOrder();
    // One of the two has to undo a stored proof, and that one goes first.
    std::erase_if(firsts, [](const Tried* first) { return first->isRuledOut; });
    if (firsts.size() > mostFirst) firsts.resize(mostFirst);
    total_ += static_cast<int>(firsts.size());
    const double bar = advice.single.empty() ? advice.before : advice.single.front().after;
    std::optional<std::vector<Offer>> pairs = pairsOf(firsts, bar);
    if (!pairs) return false;
    std::stable_sort(pairs->begin(), pairs->end(), [](const Offer& a, const Offer& b) {
        const double difference = std::round((a.after - b.after) / figureGrain);
        return difference != 0 ? difference < 0 : a.price().isCheaperThan(b.price());
    });
    model::Model copy = model_;
    for (Offer& offer : *pairs) {
        const auto safe = isSafe(copy, offer);
        if (!safe) return false;
        if (!*safe) continue;
        advice.pair = std::move(offer);
        break;
    }
    return true;
}

std::optional<Advice> Adviser::run() {
    if (!trials_.prepare(stop_)) return std::nullopt;
    const auto worst = trials_.compiled().scores().worst(stop_);
    if (!worst) return std::nullopt;
    worst_ = *worst;
    total_ = static_cast<int>(trials_.changes().size());
    Advice advice;
    advice.before = trials_.before().value;
    advice.considered = total_;
    advice.isCleared = trials_.before().adds <= figureGrain;
    if (!advice.isCleared) {
        calls_ = DrawnCalls::find(model_, trials_.compiled().facts(), stop_);
        if (!calls_ || !single(advice)) return std::nullopt;
        const bool clears = std::any_of(advice.single.begin(), advice.single.end(), [](const Offer& o) { return o.clears; });
        const bool wantsPair = question_.seeds.empty() ? advice.single.empty() : !clears;
        if (wantsPair && !pair(advice)) return std::nullopt;
    }
    tellRest();
    advice.ruledOut = trials_.ruledOut();
    if (stop_.stop_requested()) return std::nullopt;
    return advice;
}

} // namespace

SeedId seedId(const analysis::AttackFacts& facts, const analysis::Seed& seed) {
    return {seed.kind, analysis::seedElement(facts, seed), seed.breadth};
}

Price Offer::price() const {
    Price sum;
    for (const Change& change : changes) {
        sum.components += change.price.components;
        sum.secrets += change.price.secrets;
        sum.deployments += change.price.deployments;
    }
    return sum;
}

ModelEdit Offer::edit() const {
    ModelEdit edit;
    for (const Change& change : changes) edit.append(change.edit);
    return edit;
}

QString Offer::title() const {
    QStringList titles;
    for (const Change& change : changes) titles << change.title;
    return titles.join(QStringLiteral("; "));
}

std::optional<Advice> advise(const model::Model& model, const Question& question, std::stop_token stop,
                             const Progress& progress) {
    return adviseBy(Search::Pruned, model, question, stop, progress);
}

std::optional<Advice> adviseBy(Search search, const model::Model& model, const Question& question, std::stop_token stop,
                               const Progress& progress) {
    return Adviser(search, model, question, stop, progress).run();
}

} // namespace sallyport::advice
