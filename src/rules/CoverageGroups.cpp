// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoverageGroups.h"

#include "rules/CoveragePlaces.h"

#include <functional>

namespace sallyport::rules {

namespace {

void add(CoverageCounts& sum, const CoverageCounts& more) {
    sum.satisfied += more.satisfied;
    sum.violated += more.violated;
    sum.partial += more.partial;
    sum.unknown += more.unknown;
    sum.notApplicable += more.notApplicable;
}

void add(CoverageGroup& group, const ControlCoverage& control) {
    ++group.controls[control.status];
    add(group.elements, control.counts);
}

QString titleOf(const Catalogue& catalogue, const QString& id) {
    if (id.isEmpty()) return catalogue.title;
    const CatalogueControl* entry = catalogue.find(id);
    return entry ? entry->title : id;
}

/// Groups in the order their ids are first asked for.
class Groups {
public:
    CoverageGroup& at(const QString& id, const QString& title) {
        const auto known = at_.constFind(id);
        if (known != at_.constEnd()) return all_[*known];
        at_.insert(id, all_.size());
        all_.push_back({id, title, {}, {}});
        return all_.back();
    }
    std::vector<CoverageGroup> take() { return std::move(all_); }

private:
    std::vector<CoverageGroup> all_;
    QHash<QString, std::size_t> at_;
};

CoverageStatus worst(const CoverageCounts& counts) {
    if (counts.violated) return CoverageStatus::Violated;
    if (counts.unknown) return CoverageStatus::Unknown;
    return counts.partial ? CoverageStatus::Partial : CoverageStatus::Satisfied;
}

using Keys = std::function<std::set<QString>(const QString& element)>;

std::vector<CoverageGroup> byKey(const Coverage& coverage, const Keys& keysOf) {
    std::map<QString, CoverageGroup> groups;
    std::map<QString, std::set<QString>> known;
    for (const FrameworkCoverage& framework : coverage.frameworks)
        for (const ControlCoverage& control : framework.controls) {
            std::map<QString, CoverageCounts> here;
            for (const CoverageElement& element : control.elements) {
                auto keys = known.find(element.id);
                if (keys == known.end()) keys = known.emplace(element.id, keysOf(element.id)).first;
                for (const QString& key : keys->second) ++here[key][element.status];
            }
            for (const auto& [key, counts] : here) {
                CoverageGroup& group = groups[key];
                group.id = key;
                ++group.controls[worst(counts)];
                add(group.elements, counts);
            }
        }
    std::vector<CoverageGroup> all;
    for (auto& [key, group] : groups) all.push_back(std::move(group));
    return all;
}

} // namespace

// Catalogues have no loops: ours by test, others by the door.
QStringList entriesAbove(const Catalogue& catalogue, const QString& control) {
    QStringList ids;
    for (const CatalogueControl* at = catalogue.find(control); at && !at->parent.isEmpty() && ids.size() < 20;
         at = catalogue.find(at->parent))
        ids.append(at->parent);
    return ids;
}

std::vector<CoverageGroup> byFramework(const Coverage& coverage) {
    std::vector<CoverageGroup> all;
    for (const FrameworkCoverage& framework : coverage.frameworks) {
        all.push_back({framework.id, framework.title, {}, {}});
        for (const ControlCoverage& control : framework.controls) add(all.back(), control);
    }
    return all;
}

std::vector<CoverageGroup> byCategory(const FrameworkCoverage& framework) {
    Groups groups;
    if (!framework.catalogue) return {};
    const Catalogue& catalogue = *framework.catalogue;
    for (const CatalogueControl& entry : catalogue.controls) {
        for (const ControlCoverage& control : framework.controls)
            if (control.control.id == entry.id) {
                const QString id = entriesAbove(catalogue, entry.id).value(0);
                add(groups.at(id, titleOf(catalogue, id)), control);
            }
    }
    return groups.take();
}

std::vector<CoverageGroup> byFunction(const FrameworkCoverage& framework) {
    Groups groups;
    if (!framework.catalogue) return {};
    const Catalogue& catalogue = *framework.catalogue;
    for (const CatalogueControl& entry : catalogue.controls) {
        const QStringList parents = entriesAbove(catalogue, entry.id);
        if (entry.withdrawn) continue;
        const QString top = parents.isEmpty() ? QString() : parents.last();
        for (const ControlCoverage& control : framework.controls)
            if (control.control.id == entry.id) add(groups.at(top, titleOf(catalogue, top)), control);
        const bool isTop =
            parents.isEmpty() && std::any_of(catalogue.controls.begin(), catalogue.controls.end(),
                                             [&entry](const CatalogueControl& other) { return other.parent == entry.id; });
        if (isTop) groups.at(entry.id, entry.title);
    }
    return groups.take();
}

std::vector<CoverageGroup> byZone(const model::Model& model, const Coverage& coverage) {
    const CoveragePlaces places(model);
    auto all = byKey(coverage, [&places](const QString& element) { return places.zonesOf(element); });
    for (CoverageGroup& group : all) group.title = group.id.isEmpty() ? QStringLiteral("no zone") : model.nameOf(group.id);
    return all;
}

std::vector<CoverageGroup> byOwner(const model::Model& model, const Coverage& coverage) {
    const CoveragePlaces places(model);
    auto all = byKey(coverage, [&places](const QString& element) { return places.ownersOf(element); });
    for (CoverageGroup& group : all) group.title = group.id.isEmpty() ? QStringLiteral("no owner named") : group.id;
    return all;
}

} // namespace sallyport::rules
