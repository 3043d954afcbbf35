// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/CallerGroups.h"
#include "advice/Families.h"
#include "advice/PartPlaces.h"

#include <algorithm>

namespace sallyport::advice {

using document::Editor;
using model::ComponentKind;

namespace {

/// Whether it can be run several times: not what is somebody else's, what its users run, or what vouches for others.
bool canBeSplit(const Surroundings& around, Index component) {
    switch (around.row(at(around.facts.components, component))->kind) {
        case ComponentKind::ClientBrowser:
        case ComponentKind::ClientNative:
        case ComponentKind::ClientMachine:
        case ComponentKind::ThirdPartyService:
        case ComponentKind::IdentityProvider:
        case ComponentKind::SecretStore:
            return false;
        default:
            break;
    }
    const Indices& calls = around.callsFrom(component);
    if (std::any_of(calls.begin(), calls.end(), [&](Index f) { return at(around.facts.flows, f).to == component; }))
        return false;
    const auto vouches = [&](const auto& list, auto issuer) {
        return std::any_of(list.begin(), list.end(), [&](const auto& each) { return issuer(each) == component; });
    };
    return !vouches(around.facts.identities, [](const auto& identity) { return identity.issuer; }) &&
           !vouches(around.facts.secrets, [](const auto& secret) { return secret.signsFor; });
}

/// The edit that makes a part for each group. The first part is the component itself.
class Splitter {
public:
    Splitter(const Surroundings& around, const PartPlaces& places, Index component, CallerGroups& groups)
        : around_(around),
          places_(places),
          component_(component),
          groups_(groups),
          id_{at(around.facts.components, component).id} {
        parts_.push_back(id_);
        while (static_cast<int>(parts_.size()) < groups.size()) parts_.push_back(Editor::newId<model::Component>());
    }

    Change run();

private:
    using What = CallerGroups::What;
    /// Calls take(part) for each part a thing goes to.
    template <class Take>
    void eachPart(int group, Take take) {
        for (int i = 0; i < groups_.size(); ++i)
            if (group == none || group == i) take(i, parts_[static_cast<std::size_t>(i)]);
    }
    QString callersOf(int group) const;
    void components();
    template <class Row>
    void copyOwned(const std::vector<const Row*>& rows);
    void callsTaken();
    void copyFlow(const model::Flow& row, const model::Flow& copy);
    void secrets();
    void rights();
    void contents();
    void pointers();

    const Surroundings& around_;
    const PartPlaces& places_;
    Index component_;
    CallerGroups& groups_;
    model::ComponentId id_;
    std::vector<model::ComponentId> parts_;
    ModelEdit edit_;
};

QString Splitter::callersOf(int group) const {
    Indices callers;
    for (const Index flow : groups_.callers(group)) {
        const Index from = at(around_.facts.flows, flow).from;
        if (!contains(callers, from)) callers.push_back(from);
    }
    return Surroundings::names(around_.facts.components, callers);
}

void Splitter::components() {
    const model::Component& row = *around_.model.components.find(id_);
    eachPart(none, [&](int group, const model::ComponentId& part) {
        model::Component copy = row;
        copy.id = part;
        copy.name = Surroundings::tr("%1 for %2").arg(row.name, callersOf(group));
        if (row.decisionOwner == id_) copy.decisionOwner = part;
        edit_.put(copy);
    });
}

/// Sets and relations of the component itself: every part has them.
template <class Row>
void Splitter::copyOwned(const std::vector<const Row*>& rows) {
    for (const Row* row : rows)
        eachPart(none, [&](int group, const model::ComponentId& part) {
            if (group == 0) return;
            Row copy = *row;
            if constexpr (requires { copy.element; })
                copy.element = part;
            else
                copy.from = part;
            edit_.put(copy);
        });
}

void Splitter::copyFlow(const model::Flow& row, const model::Flow& copy) {
    edit_.put(copy);
    const auto copyRows = [&](const auto& rows, auto member) {
        for (const auto* each : rows) {
            auto same = *each;
            same.*member = copy.id;
            edit_.put(same);
        }
    };
    copyRows(around_.rows.flowHas.of(row.id), &model::FlowHas::element);
    copyRows(around_.rows.flowSecrets.of(row.id), &model::FlowSecret::from);
    copyRows(around_.rows.flowData.of(row.id), &model::FlowData::flow);
}

/// Each call goes to the part of its group; what belongs to no caller is made by every part.
void Splitter::callsTaken() {
    const auto take = [&](Index flow, model::ComponentId model::Flow::*end, int group) {
        const model::Flow& row = *around_.row(at(around_.facts.flows, flow));
        eachPart(group, [&](int index, const model::ComponentId& part) {
            if (index == 0) return; // As it is.
            model::Flow moved = row;
            moved.*end = part;
            if (group == none) {
                moved.id = Editor::newId<model::Flow>();
                copyFlow(row, moved);
            } else {
                edit_.put(moved);
            }
        });
    };
    for (const Index flow : around_.callsTo(component_))
        take(flow, &model::Flow::target, CallerGroups::isDeployment(around_, flow) ? none : groups_.groupOf(What::Flow, flow));
    for (const Index flow : around_.callsFrom(component_)) take(flow, &model::Flow::source, groups_.groupOf(What::Flow, flow));
}

/// Holdings and assignments.
void Splitter::secrets() {
    for (const model::Holding* holding : around_.rows.holdings.of(id_)) {
        const int group = groups_.groupOf(What::Secret, around_.indexOf(holding->secret));
        eachPart(group, [&](int index, const model::ComponentId& part) {
            model::Holding held = *holding;
            held.component = part;
            if (index != 0) edit_.put(held);
        });
        if (group != none && group != 0) edit_.erase(*holding);
    }
    for (const model::Secret* row : around_.rows.owned.of(id_)) {
        const int group = groups_.groupOf(What::Secret, around_.indexOf(row->id));
        if (group == none || group == 0) continue;
        model::Secret owned = *row;
        owned.ownerComponent = parts_[static_cast<std::size_t>(group)];
        edit_.put(owned);
    }
    for (const model::Assignment* assignment : around_.rows.assignments.of(id_)) {
        const int group = groups_.groupOf(What::Identity, around_.indexOf(assignment->from));
        eachPart(group, [&](int index, const model::ComponentId& part) {
            if (index != 0) edit_.put(model::Assignment{assignment->from, part});
        });
        if (group != none && group != 0) edit_.erase(*assignment);
    }
}

/// Grants at the component. One for an identity that nobody calls as stays where it is; a pipeline's stands at each part.
void Splitter::rights() {
    Indices deployers;
    for (const Index flow : around_.callsTo(component_))
        if (CallerGroups::isDeployment(around_, flow)) deployers.push_back(at(around_.facts.flows, flow).as);
    for (const Index index : around_.grantsAt(component_)) {
        const analysis::GrantFacts& grant = at(around_.facts.grants, index);
        const model::Grant* row = around_.row(grant);
        if (row == nullptr) continue;
        const bool deploys = contains(deployers, grant.identity);
        const int group = deploys ? none : groups_.groupOf(What::Grant, index);
        if (!deploys && (group == none || group == 0)) continue;
        eachPart(group, [&](int part, const model::ComponentId& id) {
            if (part == 0) return;
            model::Grant moved = *row;
            moved.target = id;
            if (!deploys) return edit_.put(moved);
            moved.id = Editor::newId<model::Grant>();
            putGrant(around_, index, moved, edit_);
            for (const model::SecretOnly* only : around_.rows.onlyFor.of(row->id))
                edit_.put(model::SecretOnly{only->from, moved.id});
        });
    }
}

void Splitter::contents() {
    for (const model::Handling* handling : around_.rows.handlings.of(id_)) {
        const int group = groups_.groupOf(What::Data, around_.indexOf(handling->data));
        eachPart(group, [&](int index, const model::ComponentId& part) {
            model::Handling copy = *handling;
            copy.component = part;
            if (index != 0) edit_.put(copy);
        });
        if (group != none && group != 0) edit_.erase(*handling);
    }
}

/// What others take from the component or are fronted by.
void Splitter::pointers() {
    for (const model::ComponentPep* pep : around_.rows.pepsTo.of(id_))
        for (const model::ComponentId& part : parts_)
            if (part != id_) edit_.put(model::ComponentPep{pep->from, part});
    for (const model::ComponentCodeFrom* row : around_.rows.codeFor.of(id_)) {
        const model::ComponentCodeFrom& code = *row;
        if (code.from == id_) continue;
        // Who calls one part takes its pages from that part; others may take code from any.
        std::vector<bool> called(parts_.size(), false);
        for (int group = 0; group < groups_.size(); ++group)
            for (const Index flow : groups_.callers(group))
                if (around_.row(at(around_.facts.flows, flow))->source == code.from)
                    called[static_cast<std::size_t>(group)] = true;
        const bool any = std::find(called.begin(), called.end(), true) != called.end();
        for (std::size_t i = 1; i < parts_.size(); ++i)
            if (called[i] || !any) edit_.put(model::ComponentCodeFrom{code.from, parts_[i]});
        if (any && !called[0]) edit_.erase(code);
    }
}

Change Splitter::run() {
    components();
    copyOwned(around_.rows.componentHas.of(id_));
    copyOwned(around_.rows.openTo.of(id_));
    copyOwned(around_.rows.peps.of(id_));
    copyOwned(around_.rows.codeFrom.of(id_));
    copyOwned(around_.rows.obeys.of(id_));
    copyOwned(around_.rows.needsData.of(id_));
    callsTaken();
    secrets();
    rights();
    contents();
    pointers();
    places_.beside(*around_.model.components.find(id_), std::span(parts_).subspan(1), edit_);

    Change change{Family::SplitCallers, {}, {id_.value}, std::move(edit_), {}, {}};
    QStringList callers, parts;
    for (int group = 0; group < groups_.size(); ++group) {
        callers << Surroundings::tr("one for %1").arg(callersOf(group));
        parts << parts_[static_cast<std::size_t>(group)].value;
    }
    change.title =
        Surroundings::tr("Split %1: %2").arg(around_.words.component(component_), callers.join(QStringLiteral(", ")));
    change.becomes.push_back({id_.value, parts});
    return change;
}

} // namespace

void splitCallers(const Surroundings& around, Changes& changes) {
    const PartPlaces places(around.model);
    for (Index i = 0; i < count(around.facts.components) && !around.isStopped(); ++i) {
        if (around.callsTo(i).size() < 2 || !canBeSplit(around, i)) continue;
        CallerGroups groups(around, i);
        if (groups.size() < 2) continue;
        offer(around, changes, Splitter(around, places, i, groups).run());
    }
}

} // namespace sallyport::advice
