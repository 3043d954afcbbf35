// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Baseline.h"
#include "rules/Review.h"

#include <QByteArray>
#include <QString>

/// What `sallyport check` prints; SARIF is in Sarif.h.
namespace sallyport::rules {

/// {"findings": [...], "counts": {...}}; decided findings are listed with their decision and not counted. With a
/// comparison each finding says "since", and "baseline" counts them and lists what is gone.
QByteArray checkJson(const Review& review, const Comparison* comparison = nullptr);
/// One finding a paragraph, then the counts.
QString checkText(const model::Model& model, const Review& review, const Comparison* comparison = nullptr);

/// Whether `check --fail-on bar` fails: an open, violated finding of that severity or above.
bool reaches(const FindingList& findings, Severity bar);

} // namespace sallyport::rules
