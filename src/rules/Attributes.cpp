// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Attributes.h"

namespace sallyport::rules {

const model::Table* tableOfAttribute(const QString& attribute) {
    const QString name = attribute.section(u'.', 0, 0);
    return model::tableNamed(name == u"grant" ? QStringLiteral("grant_") : name); // "grant" is a word of SQL
}

} // namespace sallyport::rules
