// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Coverage.h"

namespace sallyport::rules {

/// Controls or elements taken together. A group has counts, never one word for all.
struct CoverageGroup {
    QString id;              ///< Of a framework, catalogue entry or zone, or an owner's name; empty: none.
    QString title;           ///< For people; "no zone", "no owner named" for the empty ones.
    CoverageCounts controls; ///< Each control of the group once, by its status.
    CoverageCounts elements; ///< Each element of each of these controls once, by its status.
};

/// The catalogue's entries a control stands under, nearest first.
QStringList entriesAbove(const Catalogue& catalogue, const QString& control);

/// Each framework as a whole.
std::vector<CoverageGroup> byFramework(const Coverage& coverage);

/// By the entry a control stands under in its catalogue: a category of the CSF, a family of SP 800-53. Controls under
/// none are a group of the framework's own. In the catalogue's order; empty without a catalogue.
std::vector<CoverageGroup> byCategory(const FrameworkCoverage& framework);

/// By the entry at the very top: a function of the CSF. All of the catalogue's, those without a mapped control too, so
/// that a chart over the six functions always has six.
std::vector<CoverageGroup> byFunction(const FrameworkCoverage& framework);

/// By the zone an element counts in, and by who answers for it (CoveragePlaces); an element in two zones counts in both.
/// A group's controls are those with an element in it, by the worst status there (unknown before satisfied).
std::vector<CoverageGroup> byZone(const model::Model& model, const Coverage& coverage);
std::vector<CoverageGroup> byOwner(const model::Model& model, const Coverage& coverage);

} // namespace sallyport::rules
