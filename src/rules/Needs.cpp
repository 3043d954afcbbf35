// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Needs.h"

#include <algorithm>

namespace sallyport::rules {

using analysis::Index;
using analysis::Indices;

namespace {

void sortOnce(Indices& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

void append(Indices& list, const Indices& more) { list.insert(list.end(), more.begin(), more.end()); }

} // namespace

NeedsOf::NeedsOf(const model::Model& model, const QHash<QString, Index>& components) {
    QHash<QString, QStringList> actors;
    for (const model::Assignment& assignment : model.assignments) actors[assignment.to.value].append(assignment.from.value);
    for (const model::Holding& holding : model.holdings)
        if (const model::Secret* secret = model.secrets.find(holding.secret); secret && secret->identity)
            actors[holding.component.value].append(secret->identity->value);
    QHash<QString, Index> targets; // By flow.
    for (const model::Flow& flow : model.flows) {
        const Index target = components.value(flow.target.value, analysis::none);
        if (target == analysis::none) continue;
        targets.insert(flow.id.value, target);
        needs_[flow.source.value].sure.push_back(target);
        if (flow.callerIdentity) {
            needs_[flow.callerIdentity->value].sure.push_back(target);
        } else if (const auto whoever = actors.constFind(flow.source.value); whoever != actors.constEnd()) {
            for (const QString& identity : *whoever) needs_[identity].maybe.push_back(target);
        }
    }
    for (const model::FlowSecret& carried : model.flowSecrets)
        if (const auto target = targets.constFind(carried.from.value); target != targets.constEnd())
            needs_[carried.to.value].sure.push_back(*target);
    for (Needs& needs : needs_) {
        sortOnce(needs.sure);
        sortOnce(needs.maybe);
    }
    for (const model::Secret& secret : model.secrets) {
        if (!secret.identity) continue;
        Needs& needs = needs_[secret.id.value]; // First: what is inserted later may move what was found.
        const auto identity = needs_.constFind(secret.identity->value);
        if (identity == needs_.constEnd() || &*identity == &needs) continue;
        append(needs.sure, identity->sure);
        append(needs.maybe, identity->maybe);
        sortOnce(needs.sure);
        sortOnce(needs.maybe);
    }
}

const Needs& NeedsOf::of(const QString& source) const {
    const auto found = needs_.constFind(source);
    return found == needs_.constEnd() ? nothing_ : *found;
}

} // namespace sallyport::rules
