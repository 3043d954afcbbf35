// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice/Families.h"

namespace sallyport::advice {

/// The component obeys what somebody has approved, and no more what anyone may write.
void approveObeyedData(const Surroundings& around, Changes& changes) {
    for (Index i = 0; i < count(around.facts.components) && !around.isStopped(); ++i) {
        const analysis::ComponentFacts& component = at(around.facts.components, i);
        for (const Index data : component.obeys) {
            const analysis::DataFacts& d = at(around.facts.data, data);
            Change change{
                Family::Approve,
                Surroundings::tr("Have %1 approved before %2 obeys it").arg(displayName(d), around.words.component(i)),
                {component.id, d.id},
                {},
                {},
                {}};
            model::DataAsset approved;
            approved.id = document::Editor::newId<model::DataAsset>();
            approved.name = Surroundings::tr("%1, approved").arg(displayName(d));
            approved.weight = 0;
            approved.perUser = false;
            approved.users = 1;
            change.edit.put(approved);
            const model::ComponentId id{component.id};
            const model::ComponentObeys obeyed{id, {d.id}};
            if (around.model.obeys.contains(obeyed.key())) change.edit.erase(obeyed);
            change.edit.put(model::ComponentObeys{id, approved.id});
            // What is only assumed to be obeyed (by an agent, in the worst case) is said: all but this.
            bool anyAssumed = false;
            for (const Index other : component.obeys) {
                const model::ComponentObeys row{id, {at(around.facts.data, other).id}};
                if (around.model.obeys.contains(row.key())) continue;
                anyAssumed = true;
                if (other != data) change.edit.put(row);
            }
            if (anyAssumed) change.edit.put(model::ComponentHas{id, QStringLiteral("obeys.*"), false});
            offer(around, changes, std::move(change));
        }
    }
}

} // namespace sallyport::advice
