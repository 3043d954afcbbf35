// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/RuleRows.h"

namespace sallyport::rules {

/// What a sentence calls an element; ids of attestations read "the attestation of CONTROL", others that are none of the
/// model's stay as they are.
QString nameIn(const model::Model& model, const QString& id);
/// "A, B and C"; of many the first few "and 7 more".
QString namesIn(const model::Model& model, const QStringList& ids);

/// `says` with {column} filled in: ids, or ids joined by a space, as names; other values as they are.
QString sentence(const model::Model& model, const Rule& rule, const QStringList& columns, const RuleRow& row);

} // namespace sallyport::rules
