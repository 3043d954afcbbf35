// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvas/OverlayDifference.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

using namespace diagram;

auto parts(const Mark& mark) {
    return std::tie(mark.findings, mark.worst, mark.unknown, mark.status, mark.statusWord, mark.change);
}
auto parts(const BadgeMark& mark) { return std::tie(mark.lost, mark.breadth, mark.openAnyway, mark.start); }

bool same(const BadgeMark& a, const BadgeMark& b) { return parts(a) == parts(b); }
bool same(const ZoneMark& a, const ZoneMark& b) { return parts(a) == parts(b); }
bool same(const FlowMark& a, const FlowMark& b) { return parts(a) == parts(b) && a.light == b.light && a.level == b.level; }
bool same(const ComponentMark& a, const ComponentMark& b) {
    return parts(a) == parts(b) && a.level == b.level && a.breadth == b.breadth && a.openAnyway == b.openAnyway &&
           a.start == b.start && same(a.identities, b.identities) && same(a.secrets, b.secrets) && same(a.data, b.data);
}
bool same(const PathStop& a, const PathStop& b) {
    return a.number == b.number && a.at == b.at && a.element == b.element && a.choke == b.choke;
}

template <class M>
QSet<QString> differing(const QHash<QString, M>& before, const QHash<QString, M>& after) {
    QSet<QString> ids;
    for (auto at = before.begin(); at != before.end(); ++at) {
        const auto now = after.constFind(at.key());
        if (now == after.constEnd() || !same(*at, *now)) ids.insert(at.key());
    }
    for (auto at = after.begin(); at != after.end(); ++at)
        if (!before.contains(at.key())) ids.insert(at.key());
    return ids;
}

} // namespace

OverlayDifference difference(const Overlay& before, const Overlay& after) {
    OverlayDifference found;
    found.everything = before.lens != after.lens;
    if (found.everything) return found;
    found.components = differing(before.components, after.components);
    found.flows = differing(before.flows, after.flows);
    found.zones = differing(before.zones, after.zones);
    for (const auto* flows : {&before.pathFlows, &after.pathFlows})
        for (const QString& flow : *flows)
            if (before.onPath(flow) != after.onPath(flow)) found.flows.insert(flow);
    found.path = before.pathShown != after.pathShown ||
                 !std::ranges::equal(before.path, after.path, [](const PathStop& a, const PathStop& b) { return same(a, b); });
    return found;
}

} // namespace sallyport::ui
