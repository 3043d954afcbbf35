// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Coverage.h"
#include "rules/CoveragePlaces.h"

#include <map>
#include <set>

namespace sallyport::rules {

namespace {

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
    const CoveragePlaces places(model);
    for (std::size_t column = 0; column < matrix.columns.size(); ++column)
        for (const CoverageElement& element : framework.controls[column].elements)
            for (const QString& place : places.of(element.id))
                if (const auto row = rowOf.find(place); row != rowOf.end())
                    ++matrix.cells[row->second * matrix.columns.size() + column].counts[element.status];
    for (MatrixCell& cell : matrix.cells) cell.status = summed(cell.counts);
    return matrix;
}

} // namespace sallyport::rules
