// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "model/Model.h"

#include <map>
#include <optional>
#include <set>
#include <stop_token>

namespace sallyport::advice {

/// What each drawn call brings: the data it carries that its caller may read or write at the target, by rights that are
/// usable with what its source holds and what is forwarded to it, by ordinary use alone. Standing in a network, ports
/// open to whole zones, and taking over what one administers or steers are no part of making a call.
class DrawnCalls {
public:
    /// The facts must be those of the model. Nothing if stopped.
    static std::optional<DrawnCalls> find(const model::Model& model, analysis::AttackFacts facts, const std::stop_token& stop);

    /// Whether each call brings at least as much there; calls are found again by their ids.
    bool areKeptIn(const DrawnCalls& other) const;

private:
    std::map<QString, std::set<QString>> brought_; // By flow.
};

} // namespace sallyport::advice
