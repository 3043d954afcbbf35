// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CoverageJson.h"

#include "rules/CoverageGaps.h"
#include "rules/CoverageGroups.h"
#include "rules/CoverageReasons.h"
#include "rules/Sentences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::rules {

namespace {

constexpr std::size_t gapsInText = 10;

QJsonObject countsJson(const CoverageCounts& counts) {
    return QJsonObject{{QStringLiteral("satisfied"), counts.satisfied},
                       {QStringLiteral("violated"), counts.violated},
                       {QStringLiteral("partial"), counts.partial},
                       {QStringLiteral("unknown"), counts.unknown}};
}

QJsonArray groupsJson(const std::vector<CoverageGroup>& groups) {
    QJsonArray all;
    for (const CoverageGroup& group : groups) {
        QJsonObject controls = countsJson(group.controls);
        controls.insert(QStringLiteral("not_applicable"), group.controls.notApplicable);
        all.append(QJsonObject{{QStringLiteral("id"), group.id},
                               {QStringLiteral("title"), group.title},
                               {QStringLiteral("controls"), controls},
                               {QStringLiteral("elements"), countsJson(group.elements)}});
    }
    return all;
}

QJsonObject elementJson(const ControlCoverage& control, const CoverageElement& element, const CoverageReasons& reasons) {
    const CoverageReason reason = reasons.of(control, element);
    QJsonObject object{{QStringLiteral("id"), element.id},
                       {QStringLiteral("status"), coverageStatusWord(element.status)},
                       {QStringLiteral("reason"), reason.text}};
    if (!element.because.isEmpty()) object.insert(QStringLiteral("because"), element.because);
    QJsonArray rows;
    for (const ReasonRow& row : reason.rows)
        rows.append(
            QJsonObject{{QStringLiteral("rule"), row.rule},
                        {QStringLiteral("status"), row.violated ? QStringLiteral("violated") : QStringLiteral("unknown")},
                        {QStringLiteral("elements"), QJsonArray::fromStringList(row.elements)}});
    if (!rows.isEmpty()) object.insert(QStringLiteral("rows"), rows);
    return object;
}

/// Null: nobody has said.
QJsonValue modelabilityJson(const CatalogueControl* control) {
    return control && control->modelability ? QJsonValue(modelabilityWord(*control->modelability)) : QJsonValue();
}

QJsonObject controlJson(const ControlCoverage& control, const CoverageReasons& reasons) {
    QJsonArray elements;
    for (const CoverageElement& element : control.elements) elements.append(elementJson(control, element, reasons));
    QJsonObject object{{QStringLiteral("id"), control.control.id},
                       {QStringLiteral("title"), control.title},
                       {QStringLiteral("status"), coverageStatusWord(control.status)},
                       {QStringLiteral("reason"), reasons.of(control)},
                       {QStringLiteral("counts"), countsJson(control.counts)},
                       {QStringLiteral("elements"), elements},
                       {QStringLiteral("rules"), QJsonArray::fromStringList(control.rules)}};
    if (!control.attest.isEmpty()) {
        object.insert(QStringLiteral("attest"), control.attest);
        object.insert(QStringLiteral("attested"), control.attested);
    }
    return object;
}

QJsonObject frameworkJson(const FrameworkCoverage& framework, const CoverageReasons& reasons) {
    QJsonArray controls;
    for (const ControlCoverage& control : framework.controls) {
        QJsonObject object = controlJson(control, reasons);
        object.insert(QStringLiteral("modelability"),
                      modelabilityJson(framework.catalogue ? framework.catalogue->find(control.control.id) : nullptr));
        controls.append(object);
    }
    QJsonArray unmapped;
    for (const CatalogueControl* control : withoutMapping(framework))
        unmapped.append(QJsonObject{{QStringLiteral("id"), control->id},
                                    {QStringLiteral("title"), control->title},
                                    {QStringLiteral("modelability"), modelabilityJson(control)},
                                    {QStringLiteral("reason"), reasonWithoutMapping(*control)}});
    return {{QStringLiteral("id"), framework.id},
            {QStringLiteral("title"), framework.title},
            {QStringLiteral("controls"), controls},
            {QStringLiteral("unmapped"), unmapped},
            {QStringLiteral("categories"), groupsJson(byCategory(framework))},
            {QStringLiteral("functions"), groupsJson(byFunction(framework))}};
}

QJsonArray gapsJson(const std::vector<CoverageGap>& gaps) {
    QJsonArray all;
    for (const CoverageGap& gap : gaps)
        all.append(QJsonObject{{QStringLiteral("framework"), gap.control.framework},
                               {QStringLiteral("id"), gap.control.id},
                               {QStringLiteral("status"), coverageStatusWord(gap.status)},
                               {QStringLiteral("elements"), QJsonArray::fromStringList(gap.elements)},
                               {QStringLiteral("blast"), gap.blast},
                               {QStringLiteral("largest_blast"), gap.largestBlast}});
    return all;
}

/// The coverage that is asked for: of all frameworks, or of one.
Coverage asked(const CoverageReport& report) {
    Coverage coverage = report.review.coverage;
    if (report.framework.isEmpty()) return coverage;
    std::erase_if(coverage.frameworks, [&report](const FrameworkCoverage& f) { return f.id != report.framework; });
    return coverage;
}

/// A title that ends with the version's first word does not say it twice.
QString withVersion(const FrameworkCoverage& framework) {
    const QString first = framework.version.section(u' ', 0, 0);
    const bool isSaid = !first.isEmpty() && framework.title.endsWith(u' ' + first);
    return (framework.title + u' ' + (isSaid ? framework.version.section(u' ', 1) : framework.version)).trimmed();
}

QString controlText(const model::Model& model, const ControlCoverage& control, const CoverageReasons& reasons) {
    QString text =
        QStringLiteral("  %1  %2  %3").arg(coverageStatusWord(control.status), -14).arg(control.control.id, control.title);
    if (control.counts.total() > 0) text += QStringLiteral("  (%1)").arg(control.counts.text());
    text += u'\n';
    if (!control.attest.isEmpty() && !control.attested && control.status != CoverageStatus::NotApplicable)
        text += QStringLiteral("      To attest: %1\n").arg(control.attest);
    for (const CoverageElement& element : control.elements) {
        if (element.status != CoverageStatus::Violated) continue;
        const CoverageReason reason = reasons.of(control, element);
        const QString name = nameIn(model, element.id);
        const QString about = reason.text.startsWith(name + u':') ? QString() : name + QStringLiteral(": ");
        text += QStringLiteral("      %1%2 (%3)\n").arg(about, reason.text, element.because);
    }
    return text;
}

QString gapsText(const std::vector<CoverageGap>& gaps) {
    if (gaps.empty()) return {};
    QString text = QStringLiteral("Largest gaps, by the blast radius they touch\n");
    for (std::size_t i = 0; i < std::min(gaps.size(), gapsInText); ++i)
        text += QStringLiteral("  %1  %2  %3  %4, %5 of blast radius\n")
                    .arg(coverageStatusWord(gaps[i].status), -14)
                    .arg(gaps[i].control.id, gaps[i].title,
                         gaps[i].elements.size() == 1 ? QStringLiteral("1 element")
                                                      : QStringLiteral("%1 elements").arg(gaps[i].elements.size()))
                    .arg(gaps[i].blast, 0, 'f', 2);
    return text;
}

} // namespace

QByteArray coverageJson(const CoverageReport& report) {
    Review review = report.review;
    review.coverage = asked(report);
    const CoverageReasons reasons(report.model, review.coverage);
    QJsonArray frameworks;
    for (const FrameworkCoverage& framework : review.coverage.frameworks) frameworks.append(frameworkJson(framework, reasons));
    return QJsonDocument(QJsonObject{{QStringLiteral("frameworks"), frameworks},
                                     {QStringLiteral("zones"), groupsJson(byZone(report.model, review.coverage))},
                                     {QStringLiteral("owners"), groupsJson(byOwner(report.model, review.coverage))},
                                     {QStringLiteral("gaps"), gapsJson(coverageGaps(report.model, review))}})
        .toJson();
}

QString coverageText(const CoverageReport& report) {
    Review review = report.review;
    review.coverage = asked(report);
    const CoverageReasons reasons(report.model, review.coverage);
    QString text;
    for (const FrameworkCoverage& framework : review.coverage.frameworks) {
        text += QStringLiteral("%1: the model indicates %2\n").arg(withVersion(framework), framework.counts.text());
        for (const ControlCoverage& control : framework.controls) text += controlText(report.model, control, reasons);
        text += u'\n';
    }
    return text + gapsText(coverageGaps(report.model, review));
}

} // namespace sallyport::rules
