// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules/Finding.h"
#include "rules/Nearness.h"

#include <optional>

class QJsonObject;

namespace sallyport::rules {

/// A control as mapped (resources/frameworks/controls): a scope and lists of rules; status comes from these alone.
struct ControlMapping {
    ControlRef control;
    QString scope;                ///< SQL: one column of ids.
    std::optional<Nearness> near; ///< As Rule::near, of the scope; taken from the program's own alone.
    QStringList violated;
    QStringList partial;
    QString attest;        ///< What a person must vouch for; empty: nothing.
    QStringList related;   ///< Rules that touch it without deciding it.
    QStringList undecided; ///< Parts of the condition that no rule decides; while there are any, nothing is satisfied.
};

/// The mappings that come with the program.
const std::vector<ControlMapping>& controlMappings();

/// Those of one file: {"framework": ..., "controls": [...]}. Its shape must have been checked (Framework.h).
std::vector<ControlMapping> mappingsOf(const QJsonObject& file);

} // namespace sallyport::rules
