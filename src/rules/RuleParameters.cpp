// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleParameters.h"

#include "rules/RulePack.h"

#include <sqlite3.h>

#include <algorithm>

namespace sallyport::rules {

QString bindParameters(sqlite3_stmt* statement, const QStringList& parameters, const model::Model& model, const QDate& today) {
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const QString& name = parameters[i];
        const int at = static_cast<int>(i) + 1;
        if (name == u"today") {
            const QByteArray text = today.toString(Qt::ISODate).toUtf8();
            sqlite3_bind_text(statement, at, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
            continue;
        }
        const auto& all = policyParameters();
        const auto known = std::find_if(all.begin(), all.end(),
                                        [&name](const PolicyParameter& p) { return name == QLatin1StringView(p.name); });
        if (known == all.end()) return name;
        sqlite3_bind_int64(statement, at, policyValue(model, *known));
    }
    return {};
}

} // namespace sallyport::rules
