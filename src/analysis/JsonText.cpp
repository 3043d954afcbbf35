// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/JsonText.h"

#include <QLocale>

namespace sallyport::analysis {

QByteArray jsonText(const QString& text) {
    QByteArray quoted;
    const QByteArray utf8 = text.toUtf8();
    quoted.reserve(utf8.size() + 2);
    quoted += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            quoted += '\\';
            quoted += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            quoted += "\\u" + QByteArray::number(static_cast<int>(c), 16).rightJustified(4, '0');
        } else {
            quoted += c;
        }
    }
    return quoted += '"';
}

QByteArray jsonNumber(double value) { return QByteArray::number(value, 'g', QLocale::FloatingPointShortest); }

} // namespace sallyport::analysis
