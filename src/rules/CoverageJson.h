// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Review.h"

#include <QByteArray>

/// What `sallyport coverage` prints.
namespace sallyport::rules {

struct CoverageReport {
    const model::Model& model;
    const Review& review;
    QString framework; ///< Of one alone; empty: of all there are.
};

/// {"frameworks": [{"id", "title", "controls": [...], "categories": [...], "functions": [...]}], "zones", "owners", "gaps"};
/// each element of a control with its reason and the rows that made it so.
QByteArray coverageJson(const CoverageReport& report);
/// The controls of each framework, then the gaps.
QString coverageText(const CoverageReport& report);

} // namespace sallyport::rules
