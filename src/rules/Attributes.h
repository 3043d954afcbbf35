// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

namespace sallyport::rules {

/// The table of an attribute as rules name it: "secret.purpose", "component.function.rate_limit", "grant.scope". Null if there
/// is none.
const model::Table* tableOfAttribute(const QString& attribute);

} // namespace sallyport::rules
