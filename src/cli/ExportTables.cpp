// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ExportTables.h"

#include "cli/Packs.h"

#include "document/Csv.h"
#include "rules/ResultCsv.h"

#include <QDir>

namespace sallyport::cli {

Outcome exportTables(const document::Document& document, const std::shared_ptr<const rules::RulePack>& pack,
                     const QString& folder) {
    if (!QDir().mkpath(folder))
        return Outcome::notWritten(
            {QStringLiteral("The folder cannot be made."), folder, QStringLiteral("Choose another place.")});
    const auto review = rules::reviewOf(document, pack, today());
    const auto tables = rules::exportedTables(document.model(), *review);
    for (const rules::ResultTable& table : tables)
        if (const auto written = writeFile(QDir(folder).filePath(table.name + QStringLiteral(".csv")), table.csv); !written)
            return Outcome::notWritten(written.error());
    return {Exit::Done,
            {},
            packMessages(*pack, review->problems) << QStringLiteral("%1: %2 tables.").arg(folder).arg(tables.size())};
}

} // namespace sallyport::cli
