// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagram/Drawing.h"
#include "model/Model.h"

#include <QStringList>

namespace sallyport::ui {

/// The drawn elements in the order the keyboard walks them: zones and what stands in them from top left to bottom right,
/// each component followed by the flows that start from it, notes last.
QStringList elementOrder(const diagram::Drawing& drawing);

/// One element in words, as for somebody who cannot see it: "web-bff, BFF, in apps, calls 2".
QString spoken(const model::Model& model, const QString& id);

} // namespace sallyport::ui
