// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Baseline.h"
#include "rules/Review.h"

#include <QByteArray>
#include <QHash>

namespace sallyport::rules {

/// What a SARIF log says beside the review.
struct SarifOptions {
    QString artifact;                       ///< Path of the model, as the user gave it.
    QString version;                        ///< Of the program.
    QHash<QString, int> lines;              ///< Element id -> line in the model's file, from 1, where that is text.
    const Comparison* comparison = nullptr; ///< Against a baseline; none if null.
};

/// A review as one run of SARIF 2.1.0 (OASIS, errata 01), the same bytes for the same review. A finding is a result of
/// kind "fail", an undecided one of kind "open"; its first element is the location, the others are related ones.
/// Standing decisions are suppressions; expired ones are not.
QByteArray sarif(const model::Model& model, const Review& review, const RulePack& pack, const SarifOptions& options);

/// Line of each "id" member in a model's JSON text, for SarifOptions::lines.
QHash<QString, int> elementLines(const QByteArray& json);

} // namespace sallyport::rules
