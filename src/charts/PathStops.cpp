// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/PathStops.h"

#include <algorithm>

namespace sallyport::charts {

namespace {

using analysis::ElementKind;
using analysis::ElementRef;

class Placer {
public:
    Placer(const model::Model& model, const analysis::Engine& engine, const Path& path)
        : model_(model), facts_(engine.facts()), path_(path) {}

    std::vector<diagram::PathStop> run() {
        std::vector<diagram::PathStop> stops;
        for (const analysis::Sentence& sentence : path_.sentences) {
            std::optional<diagram::PathStop> stop = placed(sentence);
            for (const ElementRef& element : sentence.elements)
                if (element.kind == ElementKind::Component) passed_.push_back(idOf(element));
            if (!stop) continue;
            stop->number = sentence.number;
            stop->choke = tellsChoke(sentence);
            if (stop->at != diagram::StopAt::Flow) passed_.push_back(stop->element);
            stops.push_back(*stop);
        }
        return stops;
    }

private:
    const QString& idOf(const ElementRef& element) const { return analysis::elementId(facts_, element); }

    bool tellsChoke(const analysis::Sentence& sentence) const {
        if (path_.mainChoke < 0) return false;
        const analysis::Fact& fact = path_.chokes[static_cast<std::size_t>(path_.mainChoke)].fact;
        return std::any_of(sentence.proofSteps.begin(), sentence.proofSteps.end(),
                           [&](int nth) { return path_.proof.steps[static_cast<std::size_t>(nth)].fact == fact; });
    }

    /// Of several components the one passed last, else the first.
    std::optional<QString> nearest(const QStringList& candidates) const {
        for (auto at = passed_.rbegin(); at != passed_.rend(); ++at)
            if (candidates.contains(*at)) return *at;
        return candidates.isEmpty() ? std::nullopt : std::optional(candidates.first());
    }

    std::optional<diagram::PathStop> placed(const analysis::Sentence& sentence) const {
        // What the sentence itself names comes before what was named earlier.
        QStringList named;
        for (const ElementRef& element : sentence.elements)
            if (element.kind == ElementKind::Component) named << idOf(element);
        for (const ElementRef& element : sentence.elements)
            if (const auto stop = placed(element, named)) return stop;
        return std::nullopt;
    }

    std::optional<diagram::PathStop> placed(const ElementRef& element, const QStringList& named) const {
        const QString& id = idOf(element);
        switch (element.kind) {
            case ElementKind::Component:
                return at(diagram::StopAt::Component, {id}, named);
            case ElementKind::Flow:
                if (!model_.flows.contains(model::FlowId{id})) return std::nullopt;
                return diagram::PathStop{1, diagram::StopAt::Flow, id, false};
            case ElementKind::Secret: {
                QStringList holders;
                for (const model::Holding& holding : model_.holdings)
                    if (holding.secret.value == id) holders << holding.component.value;
                return at(diagram::StopAt::Secrets, holders, named);
            }
            case ElementKind::Identity: {
                QStringList runners;
                for (const model::Assignment& assignment : model_.assignments)
                    if (assignment.from.value == id) runners << assignment.to.value;
                return at(diagram::StopAt::Identities, runners, named);
            }
            case ElementKind::Data: {
                QStringList stores;
                for (const model::Handling& handling : model_.handlings)
                    if (handling.data.value == id && handling.stored != false) stores << handling.component.value;
                return at(diagram::StopAt::Data, stores, named);
            }
            case ElementKind::Grant:
                if (const model::Grant* grant = model_.grants.find(model::GrantId{id}))
                    return at(diagram::StopAt::Component, {grant->target.value}, named);
                return std::nullopt;
            case ElementKind::Zone:
                return std::nullopt;
        }
        return std::nullopt;
    }

    std::optional<diagram::PathStop> at(diagram::StopAt where, QStringList candidates, const QStringList& named) const {
        candidates.removeIf([&](const QString& id) { return !model_.components.contains(model::ComponentId{id}); });
        QStringList first = candidates;
        first.removeIf([&](const QString& id) { return !named.contains(id); });
        const auto found = nearest(first.isEmpty() ? candidates : first);
        if (!found) return std::nullopt;
        return diagram::PathStop{1, where, *found, false};
    }

    const model::Model& model_;
    const analysis::AttackFacts& facts_;
    const Path& path_;
    std::vector<QString> passed_;
};

} // namespace

std::vector<diagram::PathStop> pathStops(const model::Model& model, const analysis::Engine& engine, const Path& path) {
    return Placer(model, engine, path).run();
}

std::vector<QString> pathFlows(const model::Model& model, const analysis::Engine& engine, const Path& path) {
    std::vector<QString> flows;
    const auto add = [&](analysis::Index flow) {
        const QString& id = at(engine.facts().flows, flow).id;
        if (model.flows.contains(model::FlowId{id}) && std::find(flows.begin(), flows.end(), id) == flows.end())
            flows.push_back(id);
    };
    for (const analysis::Sentence& sentence : path.sentences) {
        for (const int nth : sentence.proofSteps) {
            const analysis::Fact& fact = path.proof.steps[static_cast<std::size_t>(nth)].fact;
            if (fact.kind == analysis::FactKind::Open || fact.kind == analysis::FactKind::Path) add(fact.element);
        }
        for (const ElementRef& element : sentence.elements)
            if (element.kind == ElementKind::Flow) add(element.index);
    }
    return flows;
}

} // namespace sallyport::charts
