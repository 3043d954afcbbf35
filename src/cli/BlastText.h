// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/Engine.h"

#include <QString>

#include <optional>

/// A blast in words, for people.
namespace sallyport::cli {

/// How many paths to tell.
enum class Paths { Worst, Every };

/// `worst`: the same compromise with every unanswered question read as bad as can be; nothing if there is no such reading.
QString blastText(const analysis::Engine& engine, const analysis::Blast& blast, const std::optional<analysis::Shares>& worst,
                  Paths paths);
QString rankingText(const analysis::Engine& engine, const analysis::Ranking& ranking);

} // namespace sallyport::cli
