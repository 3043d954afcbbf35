// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/FindingPart.h"

#include <QDate>

namespace sallyport::rules {

/// All findings in one list, worst first, each with what people have decided of it. `ofRules`: what single rules say.
FindingList listed(std::vector<FindingPart> ofRules, Findings others, const model::Model& model, const QDate& today);

} // namespace sallyport::rules
