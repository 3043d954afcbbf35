// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "model/Error.h"

namespace sallyport::analysis {

/// What is wrong with facts whose references resolve: figures out of range, zones that enclose themselves, legs that do
/// not join, locked data without a key. Empty: nothing.
std::optional<Error> unsound(const AttackFacts& facts, const QString& fileName);

} // namespace sallyport::analysis
