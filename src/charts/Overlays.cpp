// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Overlays.h"

#include "charts/PathStops.h"
#include "charts/Signs.h"

#include <algorithm>

namespace sallyport::charts {

namespace {

using analysis::AttackFacts;
using analysis::Blast;
using analysis::Breadth;
using analysis::FactKind;
using analysis::Index;
using diagram::Overlay;

/// Where marks of an element go: itself if it is drawn, else nowhere; what it is told by is counted by its own views.
template <class Visit>
void visitMark(Overlay& overlay, const model::Model& model, const QString& id, Visit visit) {
    if (model.components.contains(model::ComponentId{id}))
        visit(overlay.components[id]);
    else if (model.flows.contains(model::FlowId{id}))
        visit(overlay.flows[id]);
    else if (model.zones.contains(model::ZoneId{id}))
        visit(overlay.zones[id]);
}

void addReview(Overlay& overlay, const model::Model& model, const rules::Review* review) {
    if (review == nullptr) return;
    for (const rules::Finding& finding : review->findings) {
        if (!finding.isOpen()) continue;
        const diagram::Severity severity = toDiagram(finding.severity);
        for (const QString& id : finding.elements)
            visitMark(overlay, model, id, [&](diagram::Mark& mark) {
                mark.worst = mark.findings == 0 ? severity : std::max(mark.worst, severity);
                ++mark.findings;
            });
    }
    for (const auto& [id, count] : review->unknowns)
        visitMark(overlay, model, id, [&](diagram::Mark& mark) { mark.unknown = count; });
}

class BlastLens {
public:
    BlastLens(const model::Model& model, const analysis::Engine& engine, const Blast& blast)
        : model_(model), facts_(engine.facts()), blast_(blast), baseline_(baselineOf(engine, blast)) {
        overlay_.lens = diagram::Lens::Blast;
        for (Index i = 0; i < count(facts_.secrets); ++i) secrets_.insert(at(facts_.secrets, i).id, i);
        for (Index i = 0; i < count(facts_.data); ++i) data_.insert(at(facts_.data, i).id, i);
    }

    Overlay run() {
        markComponents();
        markBadges();
        markFlows();
        return std::move(overlay_);
    }

private:
    bool isSeed(FactKind kind, const QString& id) const {
        return std::any_of(blast_.seeds.begin(), blast_.seeds.end(), [&](const analysis::Seed& seed) {
            if (seed.kind != kind) return false;
            switch (kind) {
                case FactKind::Control:
                    return at(facts_.components, seed.element).id == id;
                case FactKind::Have:
                    return at(facts_.secrets, seed.element).id == id;
                default:
                    return at(facts_.identities, seed.element).id == id;
            }
        });
    }

    bool isOpenAnyway(Index component) const {
        const analysis::ComponentLevel& now = at(blast_.levels, component);
        const analysis::ComponentLevel& before = at(baseline_.levels, component);
        return now.level != analysis::Level::None && before.level == now.level && before.breadth >= now.breadth;
    }

    void markComponents() {
        for (Index i = 0; i < count(facts_.components); ++i) {
            const QString& id = at(facts_.components, i).id;
            if (!model_.components.contains(model::ComponentId{id})) continue;
            diagram::ComponentMark& mark = overlay_.components[id];
            mark.level = toDiagram(at(blast_.levels, i).level);
            mark.breadth = toDiagram(at(blast_.levels, i).breadth);
            mark.openAnyway = isOpenAnyway(i);
            mark.start = isSeed(FactKind::Control, id);
        }
    }

    /// Counts one element of a badge; `now` None if it is not lost.
    static void count_(diagram::BadgeMark& badge, Breadth now, Breadth before) {
        if (now == Breadth::None) return;
        const bool anyway = before >= now;
        badge.openAnyway = badge.lost == 0 ? anyway : badge.openAnyway && anyway;
        ++badge.lost;
        const diagram::Breadth breadth = toDiagram(now);
        badge.breadth = badge.breadth ? std::max(*badge.breadth, breadth) : breadth;
    }

    void markBadges() {
        for (const model::Holding& holding : model_.holdings) {
            diagram::BadgeMark& badge = overlay_.components[holding.component.value].secrets;
            badge.start |= isSeed(FactKind::Have, holding.secret.value);
            const auto found = secrets_.constFind(holding.secret.value);
            if (found == secrets_.cend()) continue;
            count_(badge, blast_.breadth(FactKind::Have, *found), baseline_.breadth(FactKind::Have, *found));
        }
        for (const model::Handling& handling : model_.handlings) {
            const auto found = data_.constFind(handling.data.value);
            if (handling.stored == false || found == data_.cend()) continue;
            const auto clear = [&](const Blast& blast) {
                return std::max(blast.breadth(FactKind::Read, *found), blast.breadth(FactKind::Write, *found));
            };
            count_(overlay_.components[handling.component.value].data, clear(blast_), clear(baseline_));
        }
        for (const model::Assignment& assignment : model_.assignments)
            overlay_.components[assignment.to.value].identities.start |= isSeed(FactKind::Act, assignment.from.value);
    }

    /// What a usable grant alone makes of its target, if it is new.
    analysis::Level levelBy(Index index) const {
        const analysis::GrantFacts& grant = at(facts_.grants, index);
        const Breadth use = blast_.breadth(FactKind::Use, index);
        if (use == Breadth::None || baseline_.breadth(FactKind::Use, index) >= use) return analysis::Level::None;
        if (grant.admin) return analysis::Level::Controlled;
        const auto yields = [&](FactKind kind, std::span<const analysis::Index> list) {
            return std::any_of(list.begin(), list.end(),
                               [&](Index data) { return blast_.breadth(kind, data) != Breadth::None; });
        };
        return yields(FactKind::Read, grant.reads) || yields(FactKind::Write, grant.writes) ? analysis::Level::Exposed
                                                                                            : analysis::Level::Callable;
    }

    void markFlows() {
        std::map<std::pair<Index, Index>, analysis::Level> best; // by target and identity
        for (Index i = 0; i < count(facts_.grants); ++i) {
            const analysis::GrantFacts& grant = at(facts_.grants, i);
            const analysis::Level level = levelBy(i);
            for (const Index identity : {grant.identity, grant.also}) {
                if (identity == analysis::none) continue;
                analysis::Level& known = best[{grant.target, identity}];
                known = std::max(known, level);
            }
        }
        for (Index i = 0; i < count(facts_.flows); ++i) {
            const analysis::FlowFacts& flow = at(facts_.flows, i);
            if (!model_.flows.contains(model::FlowId{flow.id})) continue;
            diagram::FlowMark& mark = overlay_.flows[flow.id];
            const bool isOpen =
                blast_.breadth(FactKind::Open, i) != Breadth::None || blast_.breadth(FactKind::Path, i) != Breadth::None;
            if (!isOpen) continue;
            mark.light = diagram::FlowLight::Opened;
            const auto used = best.find({flow.to, flow.as});
            const analysis::Level level = at(blast_.levels, flow.to).level;
            if (used == best.end() || used->second != level || level < analysis::Level::Callable || isOpenAnyway(flow.to))
                continue;
            mark.light = diagram::FlowLight::Lit;
            mark.level = toDiagram(level);
        }
    }

    const model::Model& model_;
    const AttackFacts& facts_;
    const Blast& blast_;
    const Blast baseline_;
    QHash<QString, Index> secrets_, data_;
    Overlay overlay_;
};

int urgency(rules::CoverageStatus status) {
    switch (status) {
        case rules::CoverageStatus::Violated:
            return 4;
        case rules::CoverageStatus::Unknown:
            return 3;
        case rules::CoverageStatus::Partial:
            return 2;
        case rules::CoverageStatus::Satisfied:
            return 1;
        case rules::CoverageStatus::NotApplicable:
            break;
    }
    return 0;
}

} // namespace

Overlay designOverlay(const model::Model& model, const rules::Review* review) {
    Overlay overlay;
    addReview(overlay, model, review);
    return overlay;
}

Overlay blastOverlay(const model::Model& model, const analysis::Engine& engine, const Blast& blast, const Path* path,
                     const rules::Review* review) {
    Overlay overlay = BlastLens(model, engine, blast).run();
    if (path != nullptr) {
        overlay.path = pathStops(model, engine, *path);
        overlay.pathFlows = pathFlows(model, engine, *path);
    }
    addReview(overlay, model, review);
    return overlay;
}

Overlay coverageOverlay(const model::Model& model, const rules::Coverage& coverage, const CoverageChoice& choice,
                        const rules::Review* review) {
    Overlay overlay;
    overlay.lens = diagram::Lens::Coverage;
    std::map<QString, rules::CoverageStatus> worst;
    const auto note = [&](const QString& id, rules::CoverageStatus status) {
        const auto [at, isNew] = worst.emplace(id, status);
        if (!isNew && urgency(status) > urgency(at->second)) at->second = status;
    };
    for (const rules::FrameworkCoverage& framework : coverage.frameworks) {
        if (!choice.framework.isEmpty() && framework.id != choice.framework) continue;
        if (choice.control && choice.control->framework != framework.id) continue;
        const rules::CoverageMatrix matrix = rules::coverageMatrix(model, framework);
        for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
            if (choice.control && matrix.columns[column] != *choice.control) continue;
            for (qsizetype row = 0; row < matrix.rows.size(); ++row)
                note(matrix.rows[row], matrix.at(static_cast<std::size_t>(row), column).status);
        }
        for (const rules::ControlCoverage& control : framework.controls) {
            if (choice.control && control.control != *choice.control) continue;
            for (const rules::CoverageElement& element : control.elements)
                if (model.flows.contains(model::FlowId{element.id})) note(element.id, element.status);
        }
    }
    for (const model::Component& component : model.components)
        overlay.components[component.id.value].status = diagram::Status::NotApplicable;
    for (const auto& [id, status] : worst)
        visitMark(overlay, model, id, [&](diagram::Mark& mark) { mark.status = toDiagram(status); });
    addReview(overlay, model, review);
    return overlay;
}

} // namespace sallyport::charts
