// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/AttackFacts.h"
#include "model/Error.h"

#include <QByteArray>
#include <QString>

namespace sallyport::analysis {

/// Attack facts from their JSON form. The file may be hostile: everything is checked, and a refusal names the list,
/// the element and what is wrong with it. fileName is only said in refusals.
Expected<AttackFacts> readAttackFacts(const QByteArray& json, const QString& fileName);

/// The JSON form, one member a line, fields at their defaults left out. Reading it back gives the same facts; the
/// same facts give the same bytes. Names are not part of the form.
QByteArray writeAttackFacts(const AttackFacts& facts);

} // namespace sallyport::analysis
