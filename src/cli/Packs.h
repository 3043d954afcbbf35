// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"

#include "model/Model.h"
#include "rules/RulePack.h"

#include <memory>

/// Which rules a command uses: the program's own, and those it is told to use. Folders of the user or the team are the
/// window's: a pipeline must say the same on every machine.
namespace sallyport::cli {

/// --rules DIR, repeatedly, and --document-rules.
std::vector<Option> packOptions();
Expected<std::shared_ptr<const rules::RulePack>> packOf(const Arguments& arguments, const model::Model& model);
/// What to say on standard error: that rules of the document were not run, and which rules cannot be used.
QStringList packMessages(const rules::RulePack& pack, const std::vector<rules::RuleProblem>& problems);

} // namespace sallyport::cli
