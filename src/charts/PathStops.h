// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Telling.h"
#include "diagram/Overlay.h"

/// Where the numbers of a told path stand in a diagram.
namespace sallyport::charts {

/// One stop a sentence, with its number: where its first element is drawn, else its next. Secrets stand at a holder,
/// identities where they run, data where it is stored; of several at the one the path came by last.
std::vector<diagram::PathStop> pathStops(const model::Model& model, const analysis::Engine& engine, const Path& path);

/// The flows the path runs over, in its order.
std::vector<QString> pathFlows(const model::Model& model, const analysis::Engine& engine, const Path& path);

} // namespace sallyport::charts
