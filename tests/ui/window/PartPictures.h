// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sallyport::tests {

/// Pictures of single dialogs and panels over eshop, in both themes; those named in `words`, or all of them if it is empty.
void takeParts(const QString& folder, const QStringList& words);

} // namespace sallyport::tests
