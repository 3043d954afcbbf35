// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sallyport::analysis {

/// A JSON string, quoted. QJsonDocument sorts members and spreads arrays over lines, so our output is written by hand.
QByteArray jsonText(const QString& text);

/// The shortest JSON number that reads back the same.
QByteArray jsonNumber(double value);

} // namespace sallyport::analysis
