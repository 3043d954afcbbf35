// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Trials.h"

#include <algorithm>
#include <cmath>

namespace sallyport::advice {

namespace {

/// More than sums of the same scores in another order can differ by.
double slackOf(double value) { return 1e-9 * std::max(1.0, std::abs(value)); }

constexpr double undisturbed = std::numeric_limits<double>::infinity();

} // namespace

Trials::Trials(const model::Model& model, const Question& question, Search search, Cores cores)
    : model_(model), question_(question), search_(search), cores_(cores) {}

bool Trials::prepare(std::stop_token stop) {
    compiled_ = Compiled::compile(model_, question_, analysis::Origins::Kept, stop);
    if (!compiled_) return false;
    around_ = std::make_unique<const Surroundings>(model_, compiled_->facts(), stop);
    if (stop.stop_requested()) return false;
    before_ = compiled_->figure(question_, becomes_, stop);
    if (!before_) return false;
    changes_ = allChanges(*around_, stop);
    support_ = compiled_->support(question_, stop);
    return support_ && !stop.stop_requested() && findFloors(stop);
}

bool Trials::findFloors(std::stop_token stop) {
    floors_.resize(changes_.size());
    const std::size_t workers = cores_ == Cores::Every ? analysis::workersFor(changes_.size()) : 1;
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(workers, [&](std::size_t) {
        analysis::ScoreFloor floor(*support_, stop);
        for (std::size_t i; (i = next.fetch_add(1)) < changes_.size() && !stop.stop_requested();)
            floors_[i] = {i, floorOf(changes_[i], floor)};
    });
    std::stable_sort(floors_.begin(), floors_.end(), [](const Floor& a, const Floor& b) { return a.value < b.value; });
    return !stop.stop_requested();
}

double Trials::floorOf(const Change& change, analysis::ScoreFloor& floor) const {
    const auto gone = rowsTouched(change.edit, *around_, question_.reading);
    if (!gone) return nothing;
    const bool staysAmongParts = std::all_of(change.becomes.begin(), change.becomes.end(),
                                             [](const Replacement& each) { return each.parts.contains(each.id); });
    if (!staysAmongParts) return nothing;
    if (std::none_of(gone->begin(), gone->end(), [&](auto row) { return support_->restsOn(row); })) return undisturbed;
    return compiled_->floor(question_, becomes_, floor, *gone);
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
    const ModelEdit back = change.edit.applyTo(copy);
    const auto edited = Compiled::compile(copy, question_, analysis::Origins::Forgotten, stop);
    back.applyTo(copy);
    if (!edited) return std::nullopt;
    const bool isRuledOut = support_->standsIn(edited->program(), edited->scores().clauses(), stop);
    if (isRuledOut && !isExhaustive()) return Tried{index, true, {}};
    const auto figure = edited->figure(question_, replacedBy(change), stop);
    if (!figure) return std::nullopt;
    return Tried{index, isRuledOut, *figure};
}

/// Changes with a higher floor cannot be among the first any more.
double Trials::limit(std::size_t places, double bar) const {
    if (places == 0) return nothing;
    return figures_.size() < places ? bar : std::min(bar, figures_[places - 1]);
}

bool Trials::settle(std::size_t places, double bar, std::stop_token stop, const std::function<void()>& told) {
    // Few at a time: what they come to may spare the others.
    constexpr std::size_t chunk = 32;
    for (;;) {
        const double most = limit(places, bar);
        std::size_t end = next_;
        while (end < floors_.size() && end - next_ < chunk &&
               (isExhaustive() || (floors_[end].value <= most + slackOf(most) && floors_[end].value != undisturbed)))
            ++end;
        if (end == next_) return !stop.stop_requested();
        std::vector<std::optional<Tried>> found(end - next_);
        const bool done = onCopies(cores_, model_, found.size(), stop, [&](model::Model& copy, std::size_t i) {
            found[i] = attempt(copy, floors_[next_ + i].change, stop);
            if (found[i]) told();
        });
        if (!done) return false;
        for (std::optional<Tried>& tried : found) {
            if (!tried) return false;
            if (!tried->isRuledOut) figures_.push_back(tried->figure.value);
            tried_.push_back(*std::move(tried));
        }
        std::sort(figures_.begin(), figures_.end());
        next_ = end;
    }
}

std::vector<const Tried*> Trials::inOrder() const {
    std::vector<const Tried*> order;
    for (const Tried& tried : tried_)
        if (!tried.isRuledOut || isExhaustive()) order.push_back(&tried);
    std::sort(order.begin(), order.end(), [](const Tried* a, const Tried* b) { return a->change < b->change; });
    std::stable_sort(order.begin(), order.end(), [&](const Tried* a, const Tried* b) {
        const double difference = std::round((a->figure.value - b->figure.value) / figureGrain);
        if (difference != 0) return difference < 0;
        return changes_[a->change].price.isCheaperThan(changes_[b->change].price);
    });
    return order;
}

int Trials::ruledOut() const {
    const auto tried = std::count_if(tried_.begin(), tried_.end(), [](const Tried& t) { return t.isRuledOut; });
    const auto spared = std::count_if(floors_.begin() + static_cast<std::ptrdiff_t>(next_), floors_.end(),
                                      [&](const Floor& floor) { return floor.value >= before_->value - figureGrain; });
    return static_cast<int>(tried + spared);
}

} // namespace sallyport::advice
