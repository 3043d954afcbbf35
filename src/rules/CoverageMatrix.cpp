// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Coverage.h"

#include <map>
#include <set>

namespace sallyport::rules {

namespace {

/// Where an element of a control's scope counts in the matrix.
class Places {
public:
    explicit Places(const model::Model& model) : model_(model) {
        for (const model::Holding& holding : model.holdings) holders_[holding.secret.value].insert(holding.component.value);
        for (const model::Assignment& assignment : model.assignments)
            components_[assignment.from.value].insert(assignment.to.value);
        for (const model::Handling& handling : model.handlings)
            if (handling.stored == true) stores_[handling.data.value].insert(handling.component.value);
    }

    std::set<QString> of(const QString& id) const {
        switch (model::elementKind(model_, id)) {
            case model::ElementKind::Component:
            case model::ElementKind::Zone:
                return {id};
            case model::ElementKind::Flow:
                return {model_.flows.find({id})->target.value};
            case model::ElementKind::Secret:
                return at(holders_, id);
            case model::ElementKind::Identity:
                return at(components_, id);
            case model::ElementKind::Grant:
                return at(components_, model_.grants.find({id})->identity.value);
            case model::ElementKind::Data:
                return at(stores_, id);
            default:
                return {};
        }
    }

private:
    using Map = std::map<QString, std::set<QString>>;
    static std::set<QString> at(const Map& map, const QString& id) {
        const auto found = map.find(id);
        return found == map.end() ? std::set<QString>() : found->second;
    }

    const model::Model& model_;
    Map holders_, components_, stores_;
};

/// The worst that stands in a cell; unknown before satisfied.
CoverageStatus summed(const CoverageCounts& counts) {
    if (counts.violated) return CoverageStatus::Violated;
    if (counts.unknown) return CoverageStatus::Unknown;
    if (counts.partial) return CoverageStatus::Partial;
    return counts.satisfied ? CoverageStatus::Satisfied : CoverageStatus::NotApplicable;
}

} // namespace

CoverageMatrix coverageMatrix(const model::Model& model, const FrameworkCoverage& framework) {
    CoverageMatrix matrix;
    for (const model::Component& component : model.components) matrix.rows.append(component.id.value);
    std::set<QString> zones;
    for (const ControlCoverage& control : framework.controls) {
        matrix.columns.push_back(control.control);
        for (const CoverageElement& element : control.elements)
            if (model.zones.contains({element.id})) zones.insert(element.id);
    }
    for (const QString& zone : zones) matrix.rows.append(zone);
    std::map<QString, std::size_t> rowOf;
    for (qsizetype i = 0; i < matrix.rows.size(); ++i) rowOf.emplace(matrix.rows[i], static_cast<std::size_t>(i));
    matrix.cells.resize(rowOf.size() * matrix.columns.size());
    const Places places(model);
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
        for (const CoverageElement& element : framework.controls[column].elements)
            for (const QString& place : places.of(element.id))
                if (const auto row = rowOf.find(place); row != rowOf.end())
                    ++matrix.cells[row->second * matrix.columns.size() + column].counts[element.status];
    for (MatrixCell& cell : matrix.cells) cell.status = summed(cell.counts);
    return matrix;
}

} // namespace sallyport::rules
