// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "advice/Advice.h"
#include "advice/Unknowns.h"

#include "analysis/Fact.h"

#include <QByteArray>

namespace sallyport::advice {

/// {"seeds": ["control:gateway:all"], "reading": "as_stated"|"worst_case", "tier": 3, "measure": "score"|"concentration",
/// "before": x, "considered": n, "ruled_out": n, "changes": [{"changes": [{"family", "title", "elements": [id]}], "before",
/// "after", "gain", "clears", "price": {"components", "secrets", "deployments"}}], "pair": the same or null}.
QByteArray adviceJson(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question,
                      const Advice& advice);

/// {"seeds", "tier", "measure" as above, "stated": x, "worst": x, "unanswered": n, "open": [{"element": id, "attribute",
/// "question", "good_answer", "bad_answer", "worst_falls": x, "stated_rises": x}]}.
QByteArray unknownsJson(const analysis::AttackFacts& facts, const std::vector<analysis::Seed>& seeds, const Question& question,
                        const Unknowns& unknowns);

} // namespace sallyport::advice
