// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Coverage.h"

#include <QSet>

#include <algorithm>

namespace sallyport::rules {

QString coverageStatusWord(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return QStringLiteral("satisfied");
        case CoverageStatus::Violated:
            return QStringLiteral("violated");
        case CoverageStatus::Partial:
            return QStringLiteral("partial");
        case CoverageStatus::Unknown:
            return QStringLiteral("unknown");
        case CoverageStatus::NotApplicable:
            break;
    }
    return QStringLiteral("not_applicable");
}

QString coverageStatusLabel(CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return QStringLiteral("Satisfied");
        case CoverageStatus::Violated:
            return QStringLiteral("Violated");
        case CoverageStatus::Partial:
            return QStringLiteral("Partial");
        case CoverageStatus::Unknown:
            return QStringLiteral("Unknown");
        case CoverageStatus::NotApplicable:
            break;
    }
    return QStringLiteral("Not applicable");
}

int& CoverageCounts::operator[](CoverageStatus status) {
    switch (status) {
        case CoverageStatus::Satisfied:
            return satisfied;
        case CoverageStatus::Violated:
            return violated;
        case CoverageStatus::Partial:
            return partial;
        case CoverageStatus::Unknown:
            return unknown;
        case CoverageStatus::NotApplicable:
            break;
    }
    return notApplicable;
}

QString CoverageCounts::text() const {
    QStringList parts;
    if (satisfied) parts.append(QStringLiteral("%1 satisfied").arg(satisfied));
    if (violated) parts.append(QStringLiteral("%1 violated").arg(violated));
    if (partial) parts.append(QStringLiteral("%1 partial").arg(partial));
    if (unknown) parts.append(QStringLiteral("%1 unknown").arg(unknown));
    if (notApplicable) parts.append(QStringLiteral("%1 not applicable").arg(notApplicable));
    return parts.join(QStringLiteral(", "));
}

std::vector<const CatalogueControl*> withoutMapping(const FrameworkCoverage& framework) {
    if (!framework.catalogue) return {};
    QSet<QString> left;
    for (const CatalogueControl& control : framework.catalogue->controls) left.insert(control.parent);
    for (const ControlCoverage& control : framework.controls) left.insert(control.control.id);
    std::vector<const CatalogueControl*> all;
    for (const CatalogueControl& control : framework.catalogue->controls)
        if (!control.withdrawn && !left.contains(control.id)) all.push_back(&control);
    return all;
}

const FrameworkCoverage* Coverage::find(QStringView framework) const {
    const auto at =
        std::find_if(frameworks.begin(), frameworks.end(), [framework](const auto& f) { return f.id == framework; });
    return at == frameworks.end() ? nullptr : &*at;
}

const ControlCoverage* Coverage::find(const ControlRef& control) const {
    const FrameworkCoverage* framework = find(control.framework);
    if (!framework) return nullptr;
    const auto& all = framework->controls;
    const auto at = std::find_if(all.begin(), all.end(), [&control](const ControlCoverage& c) { return c.control == control; });
    return at == all.end() ? nullptr : &*at;
}

} // namespace sallyport::rules
