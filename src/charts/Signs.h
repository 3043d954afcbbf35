// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Blast.h"
#include "diagram/Overlay.h"
#include "diagram/Theme.h"
#include "model/Model.h"
#include "rules/Coverage.h"
#include "rules/Finding.h"

/// The results' words in those of the diagram, which knows no results.
namespace sallyport::charts {

diagram::Level toDiagram(analysis::Level level);
/// One for None: the diagram asks for a breadth only where there is a level.
diagram::Breadth toDiagram(analysis::Breadth breadth);
/// None reads as Info.
diagram::Severity toDiagram(rules::Severity severity);
diagram::Status toDiagram(rules::CoverageStatus status);

/// The drawing of any element of the model; "note" if there is no such element.
QString iconOfElement(const model::Model& model, const QString& id);
/// The colour its drawing has: the family's for components, else the second ink.
QColor colourOfElement(const model::Model& model, const QString& id, const diagram::Theme& theme);
/// "Component", "Secret" ...: what kind of thing it is, for people: "API gateway", "Client secret", "Flow".
QString kindOfElement(const model::Model& model, const QString& id);

} // namespace sallyport::charts
