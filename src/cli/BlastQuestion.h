// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Seeds.h"
#include "cli/Arguments.h"

#include <QStringList>

#include <vector>

namespace sallyport::cli {

/// The assumed compromises as people name them, in their order; the same one twice counts once.
Expected<std::vector<analysis::Seed>> seedsOf(const analysis::AttackFacts& facts, const QStringList& names);

/// What --tier asks for; every tier without it.
Expected<int> tierOf(const Arguments& arguments);

} // namespace sallyport::cli
