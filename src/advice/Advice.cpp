// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Advice.h"

#include "advice/DrawnCalls.h"
#include "advice/Evaluation.h"
#include "advice/Families.h"
#include "advice/Parallel.h"
#include "analysis/Seeds.h"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace sallyport::advice {

namespace {

/// Figures closer than this are equal: what is offered must not hang on rounding.
constexpr double grain = 1e-12;
/// First changes of pairs that are followed up, the most promising.
constexpr std::size_t mostFirst = 48;

struct Tried {
    std::size_t change = 0;
    bool isRuledOut = false;
    Figure figure;
};

bool cheaperFirst(const Price& a, const Price& b) { return a.components + a.secrets < b.components + b.secrets; }

/// One search over one model: the changes of it and what each comes to.
class Trials {
public:
    Trials(const model::Model& model, const Question& question, Search search)
        : model_(model), question_(question), search_(search), compiled_(model, question), around_(model, compiled_.facts()) {}

    bool prepare(std::stop_token stop) {
        before_ = compiled_.figure(question_, becomes_, stop);
        if (!before_) return false;
        changes_ = allChanges(around_, stop);
        support_ = compiled_.support(question_, stop);
        if (!support_) return false;
        elements_ = support_->elements();
        return !stop.stop_requested();
    }

    /// Tries every change, on every core. tick() after each. False if stopped.
    bool run(std::stop_token stop, const std::function<void()>& tick);

    /// Seeds that already stand for others, by the change made before.
    void setReplaced(std::vector<Replacement> becomes) { becomes_ = std::move(becomes); }

    const std::vector<Change>& changes() const { return changes_; }
    const std::vector<Tried>& tried() const { return tried_; }
    const Figure& before() const { return *before_; }
    const Compiled& compiled() const { return compiled_; }
    int ruledOut() const {
        return static_cast<int>(std::count_if(tried_.begin(), tried_.end(), [](const Tried& t) { return t.isRuledOut; }));
    }
    /// Those that may gain, alone or with another: most gain first, then the cheaper, then in the order of the families.
    std::vector<const Tried*> inOrder() const;
    std::vector<Replacement> replacedBy(const Change& change) const;

private:
    bool isFarAway(const Change& change) const;
    std::optional<Tried> attempt(model::Model& copy, std::size_t index, std::stop_token stop) const;

    const model::Model& model_;
    const Question& question_;
    Search search_;
    Compiled compiled_;
    Surroundings around_;
    std::vector<Replacement> becomes_;
    std::optional<Figure> before_;
    std::vector<Change> changes_;
    std::optional<analysis::Support> support_;
    std::vector<QString> elements_;
    std::vector<Tried> tried_;
};

/// Whether the change touches nothing that the proofs depend on.
bool Trials::isFarAway(const Change& change) const {
    const std::vector<QString> texts = change.edit.texts(model_);
    return std::none_of(texts.begin(), texts.end(),
                        [&](const QString& text) { return std::binary_search(elements_.begin(), elements_.end(), text); });
}

std::vector<Replacement> Trials::replacedBy(const Change& change) const {
    std::vector<Replacement> all = becomes_;
    for (Replacement& each : all)
        for (const Replacement& now : change.becomes) {
            const auto at = each.parts.indexOf(now.id);
            if (at < 0) continue;
            each.parts.removeAt(at);
            each.parts += now.parts;
        }
    for (const Replacement& now : change.becomes)
        if (std::none_of(all.begin(), all.end(), [&](const Replacement& each) { return each.id == now.id; }))
            all.push_back(now);
    return all;
}

std::optional<Tried> Trials::attempt(model::Model& copy, std::size_t index, std::stop_token stop) const {
    const Change& change = changes_[index];
    const bool isExhaustive = search_ == Search::Exhaustive;
    bool isRuledOut = isFarAway(change);
    if (isRuledOut && !isExhaustive) return Tried{index, true, {}};
    const ModelEdit back = change.edit.applyTo(copy);
    const Compiled edited(copy, question_);
    back.applyTo(copy);
    isRuledOut = isRuledOut || support_->standsIn(edited.program(), edited.scores().clauses());
    if (isRuledOut && !isExhaustive) return Tried{index, true, {}};
    const auto figure = edited.figure(question_, replacedBy(change), stop);
    if (!figure) return std::nullopt;
    return Tried{index, isRuledOut, *figure};
}

bool Trials::run(std::stop_token stop, const std::function<void()>& tick) {
    tried_.resize(changes_.size());
    return onCopies(model_, changes_.size(), stop, [&](model::Model& copy, std::size_t i) {
        const auto tried = attempt(copy, i, stop);
        if (!tried) return;
        tried_[i] = *tried;
        tick();
    });
}

std::vector<const Tried*> Trials::inOrder() const {
    std::vector<const Tried*> order;
    for (const Tried& tried : tried_)
        if (!tried.isRuledOut || search_ == Search::Exhaustive) order.push_back(&tried);
    std::stable_sort(order.begin(), order.end(), [&](const Tried* a, const Tried* b) {
        const double difference = std::round((a->figure.value - b->figure.value) / grain);
        if (difference != 0) return difference < 0;
        return cheaperFirst(changes_[a->change].price, changes_[b->change].price);
    });
    return order;
}

/// The whole of one question.
class Adviser {
public:
    Adviser(Search search, const model::Model& model, const Question& question, std::stop_token stop, const Progress& progress)
        : search_(search),
          model_(model),
          question_(question),
          stop_(stop),
          progress_(progress),
          trials_(model, question, search) {}

    std::optional<Advice> run();

private:
    void tick() {
        if (!progress_) return;
        const std::lock_guard lock(telling_);
        progress_(++done_, total_);
    }
    bool single(Advice& advice);
    bool pair(Advice& advice);
    std::optional<Offer> follow(model::Model& copy, const Tried& first, double bar) const;
    std::optional<std::vector<Offer>> pairsOf(const std::vector<const Tried*>& firsts, double bar);
    /// Whether the offer leaves every compromise at most as bad as the worst was, and each drawn call working. The
    /// families see to both; what a call rests on can be stranger than they know. Nothing if stopped.
    std::optional<bool> isSafe(const Offer& offer);

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

std::optional<bool> Adviser::isSafe(const Offer& offer) {
    model::Model copy = model_;
    offer.edit().applyTo(copy);
    const Compiled edited(copy, question_);
    const auto worst = edited.worstScore(stop_);
    if (!worst) return std::nullopt;
    if (*worst > worst_ + grain) return false;
    if (!calls_) calls_.emplace(model_, trials_.compiled().facts());
    return calls_->areKeptIn(DrawnCalls(copy, edited.facts()));
}

bool Adviser::single(Advice& advice) {
    for (const Tried* tried : trials_.inOrder()) {
        if (static_cast<int>(advice.single.size()) == question_.most) break;
        Offer offer{{trials_.changes()[tried->change]}, advice.before, tried->figure.value, false};
        if (offer.gain() <= grain) break;
        offer.clears = !question_.seeds.empty() && tried->figure.adds <= grain;
        const auto safe = isSafe(offer);
        if (!safe) return false;
        if (*safe) advice.single.push_back(std::move(offer));
    }
    return true;
}

/// The second change is looked for in what the first leaves. Nothing stands for stopped; an offer without changes for no
/// pair below the bar. `copy` is of the model, and left so.
std::optional<Offer> Adviser::follow(model::Model& copy, const Tried& first, double bar) const {
    const Change& change = trials_.changes()[first.change];
    const ModelEdit back = change.edit.applyTo(copy);
    const auto best = [&]() -> std::optional<Offer> {
        Trials seconds(copy, question_, search_);
        seconds.setReplaced(trials_.replacedBy(change));
        if (!seconds.prepare(stop_) || !seconds.run(stop_, [] {})) return std::nullopt;
        const std::vector<const Tried*> order = seconds.inOrder();
        if (order.empty() || order.front()->figure.value > bar - grain) return Offer{};
        const Tried& second = *order.front();
        Offer offer{{change, seconds.changes()[second.change]}, trials_.before().value, second.figure.value, false};
        offer.clears = !question_.seeds.empty() && second.figure.adds <= grain;
        return offer;
    }();
    back.applyTo(copy);
    return best;
}

/// The best pair of each first change, in the order of these. Nothing if stopped.
std::optional<std::vector<Offer>> Adviser::pairsOf(const std::vector<const Tried*>& firsts, double bar) {
    std::vector<std::optional<Offer>> found(firsts.size());
    const bool done = onCopies(model_, firsts.size(), stop_, [&](model::Model& copy, std::size_t i) {
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
    std::vector<const Tried*> firsts = trials_.inOrder();
    // One of the two has to undo a stored proof, and that one goes first.
    std::erase_if(firsts, [](const Tried* first) { return first->isRuledOut; });
    if (firsts.size() > mostFirst) firsts.resize(mostFirst);
    total_ += static_cast<int>(firsts.size());
    const double bar = advice.single.empty() ? advice.before : advice.single.front().after;
    std::optional<std::vector<Offer>> pairs = pairsOf(firsts, bar);
    if (!pairs) return false;
    std::stable_sort(pairs->begin(), pairs->end(), [](const Offer& a, const Offer& b) {
        const double difference = std::round((a.after - b.after) / grain);
        return difference != 0 ? difference < 0 : cheaperFirst(a.price(), b.price());
    });
    for (Offer& offer : *pairs) {
        const auto safe = isSafe(offer);
        if (!safe) return false;
        if (!*safe) continue;
        advice.pair = std::move(offer);
        break;
    }
    return true;
}

std::optional<Advice> Adviser::run() {
    if (!trials_.prepare(stop_)) return std::nullopt;
    const auto worst = trials_.compiled().worstScore(stop_);
    if (!worst) return std::nullopt;
    worst_ = *worst;
    total_ = static_cast<int>(trials_.changes().size());
    if (!trials_.run(stop_, [&] { tick(); })) return std::nullopt;
    Advice advice;
    advice.before = trials_.before().value;
    advice.considered = total_;
    advice.ruledOut = trials_.ruledOut();
    advice.isCleared = trials_.before().adds <= grain;
    if (advice.isCleared) return advice;
    if (!single(advice)) return std::nullopt;
    const bool clears = std::any_of(advice.single.begin(), advice.single.end(), [](const Offer& o) { return o.clears; });
    const bool wantsPair = question_.seeds.empty() ? advice.single.empty() : !clears;
    if (wantsPair && !pair(advice)) return std::nullopt;
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
