// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoverageGaps.h"

#include "rules/CoveragePlaces.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace sallyport::rules {

namespace {

/// What each component, secret and identity loses if it alone is compromised.
std::map<QString, double> scores(const BlastReview& blast) {
    std::map<QString, double> all;
    if (!blast.engine) return all;
    const analysis::AttackFacts& facts = blast.engine->facts();
    for (const analysis::RankedSource& source : blast.ranking.sources) {
        const auto index = static_cast<std::size_t>(source.seed.element);
        const QString& id = source.seed.kind == analysis::FactKind::Control ? facts.components[index].id
                            : source.seed.kind == analysis::FactKind::Have  ? facts.secrets[index].id
                                                                            : facts.identities[index].id;
        all[id] = source.shares.score;
    }
    return all;
}

class Weights {
public:
    Weights(const model::Model& model, const BlastReview& blast) : places_(model), scores_(scores(blast)) {}

    /// The compromises an element stands for.
    std::set<QString> sources(const QString& element) const {
        if (scores_.contains(element)) return {element};
        return places_.of(element);
    }
    double of(const QString& source) const {
        const auto at = scores_.find(source);
        return at == scores_.end() ? 0 : at->second;
    }
    double largest(const QString& element) const {
        double most = 0;
        for (const QString& source : sources(element)) most = std::max(most, of(source));
        return most;
    }

private:
    CoveragePlaces places_;
    std::map<QString, double> scores_;
};

CoverageGap gapOf(const ControlCoverage& control, const Weights& weights) {
    CoverageGap gap{control.control, control.title, control.status, control.counts, {}, 0, 0};
    std::set<QString> sources;
    std::map<QString, double> largest;
    for (const CoverageElement& element : control.elements) {
        if (element.status == CoverageStatus::Satisfied) continue;
        gap.elements.append(element.id);
        sources.merge(weights.sources(element.id));
        largest[element.id] = weights.largest(element.id);
    }
    std::sort(gap.elements.begin(), gap.elements.end(), [&largest](const QString& a, const QString& b) {
        return largest[a] != largest[b] ? largest[a] > largest[b] : a < b;
    });
    for (const QString& source : sources) {
        gap.blast += weights.of(source);
        gap.largestBlast = std::max(gap.largestBlast, weights.of(source));
    }
    return gap;
}

bool before(const CoverageGap& a, const CoverageGap& b, GapOrder order) {
    const auto key = [order](const CoverageGap& gap) {
        const auto elements = static_cast<double>(gap.elements.size());
        const bool isBlastFirst = order == GapOrder::Blast;
        return std::tuple(gap.status != CoverageStatus::Violated, isBlastFirst ? -gap.blast : -elements,
                          isBlastFirst ? -elements : -gap.blast);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return a.control < b.control;
}

} // namespace

std::vector<CoverageGap> coverageGaps(const model::Model& model, const Review& review, GapOrder order) {
    const Weights weights(model, review.asStated);
    std::vector<CoverageGap> gaps;
    for (const FrameworkCoverage& framework : review.coverage.frameworks)
        for (const ControlCoverage& control : framework.controls) {
            if (control.status == CoverageStatus::Satisfied || control.status == CoverageStatus::NotApplicable) continue;
            gaps.push_back(gapOf(control, weights));
        }
    std::sort(gaps.begin(), gaps.end(), [order](const CoverageGap& a, const CoverageGap& b) { return before(a, b, order); });
    return gaps;
}

} // namespace sallyport::rules
