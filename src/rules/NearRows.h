// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

#include <span>

namespace sallyport::rules {

/// Whether rows can be told apart by their first element, as near ones must be.
bool isAnchored(const QList<RuleRow>& rows);
/// The places of those whose first element is one of these, in order.
std::vector<qsizetype> placesNear(const QList<RuleRow>& rows, std::span<const QString> elements);
/// `rows`, in order, with these instead of those at `places`.
QList<RuleRow> replaced(const QList<RuleRow>& rows, const std::vector<qsizetype>& places, const QList<RuleRow>& instead);

/// The elements in the scope of a control, as it returns them.
using ScopeElements = QList<const KnownId*>;
/// The same for these: `instead` where `all` has any of these.
bool isAnchored(const ScopeElements& elements);
ScopeElements replaced(const ScopeElements& all, std::span<const QString> elements, const ScopeElements& instead);
/// In order, each once.
void putInOrder(ScopeElements& elements);

} // namespace sallyport::rules
