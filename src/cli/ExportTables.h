// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Command.h"
#include "cli/Files.h"

#include "rules/RulePack.h"

namespace sallyport::cli {

/// Writes a model's tables and what these rules say about it into a folder, a CSV file each: `export -f csv`.
Outcome exportTables(const document::Document& document, const std::shared_ptr<const rules::RulePack>& pack,
                     const QString& folder);

} // namespace sallyport::cli
