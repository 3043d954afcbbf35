// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/Tables.h"

namespace sallyport::model {

/// Whether rows of the table say what is built. Those of the others say where it is drawn, what people decided and asked,
/// or what the document is called: they change no blast radius.
bool isArchitecture(TableId table);

} // namespace sallyport::model
