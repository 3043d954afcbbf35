// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Unknowns.h"

#include "advice/Evaluation.h"
#include "advice/Parallel.h"
#include "advice/UnknownQuestions.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <tuple>

namespace sallyport::advice {

namespace {

constexpr double grain = 1e-12;

/// The figure of the model with an edit, in the question's reading.
std::optional<double> valueWith(model::Model& copy, const ModelEdit& edit, const Question& question, std::stop_token stop) {
    const ModelEdit back = edit.applyTo(copy);
    const auto edited = Compiled::compile(copy, question, analysis::Origins::Forgotten, stop);
    back.applyTo(copy);
    const auto figure = edited ? edited->figure(question, {}, stop) : std::nullopt;
    return figure ? std::optional(figure->value) : std::nullopt;
}

/// What people take for nothing is nothing.
double difference(double more, double less) { return std::abs(more - less) <= grain ? 0 : more - less; }

} // namespace

std::optional<Unknowns> unknowns(const model::Model& model, const Question& asked, std::stop_token stop,
                                 const Progress& progress) {
    Question stated = asked, worst = asked;
    stated.reading = analysis::Reading::AsStated;
    worst.reading = analysis::Reading::WorstCase;
    const auto asStated = Compiled::compile(model, stated, analysis::Origins::Forgotten, stop);
    const auto atWorst = Compiled::compile(model, worst, analysis::Origins::Forgotten, stop);
    if (!asStated || !atWorst) return std::nullopt;
    const auto low = asStated->figure(stated, {}, stop), high = atWorst->figure(worst, {}, stop);
    if (!low || !high) return std::nullopt;

    Unknowns result{low->value, high->value, unknownQuestions(model, asStated->facts(), atWorst->facts()), 0};
    result.unanswered = static_cast<int>(result.open.size());
    std::mutex telling;
    int done = 0;
    const auto ask = [&](model::Model& copy, std::size_t i) {
        Unknown& unknown = result.open[i];
        if (!unknown.good.isEmpty())
            if (const auto value = valueWith(copy, unknown.good, worst, stop))
                unknown.worstFalls = difference(high->value, *value);
        if (!unknown.bad.isEmpty())
            if (const auto value = valueWith(copy, unknown.bad, stated, stop))
                unknown.statedRises = difference(*value, low->value);
        if (!progress) return;
        const std::lock_guard lock(telling);
        progress(++done, result.unanswered);
    };
    if (!onCopies(Cores::Every, model, result.open.size(), stop, ask)) return std::nullopt;
    std::erase_if(result.open, [](const Unknown& u) { return u.worstFalls <= 0 && u.statedRises <= 0; });
    std::sort(result.open.begin(), result.open.end(), [](const Unknown& a, const Unknown& b) {
        const double falls = std::round((a.worstFalls - b.worstFalls) / grain);
        if (falls != 0) return falls > 0;
        const double rises = std::round((a.statedRises - b.statedRises) / grain);
        if (rises != 0) return rises > 0;
        return std::tie(a.element, a.attribute, a.question) < std::tie(b.element, b.attribute, b.question);
    });
    return result;
}

} // namespace sallyport::advice
