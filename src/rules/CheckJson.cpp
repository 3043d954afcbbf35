// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/CheckJson.h"

#include "rules/Sentences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::rules {

namespace {

QJsonValue orNull(const model::Text& text) { return text ? QJsonValue(*text) : QJsonValue(); }

QJsonValue decisionJson(const Finding& finding) {
    if (!finding.decision) return QJsonValue();
    const model::Decision& decision = *finding.decision;
    return QJsonObject{{QStringLiteral("status"), QLatin1StringView(model::word(decision.status))},
                       {QStringLiteral("reason"), orNull(decision.reason)},
                       {QStringLiteral("owner"), orNull(decision.owner)},
                       {QStringLiteral("ticket"), orNull(decision.ticket)},
                       {QStringLiteral("decided_by"), orNull(decision.decidedBy)},
                       {QStringLiteral("decided_at"), orNull(decision.decidedAt)},
                       {QStringLiteral("expires_at"), orNull(decision.expiresAt)},
                       {QStringLiteral("stands"), finding.decisionStands}};
}

QJsonObject findingJson(const Finding& finding) {
    QJsonArray controls;
    for (const ControlRef& control : finding.controls)
        controls.append(QJsonObject{{QStringLiteral("framework"), control.framework}, {QStringLiteral("id"), control.id}});
    QJsonObject object{{QStringLiteral("rule"), finding.rule},
                       {QStringLiteral("title"), finding.title},
                       {QStringLiteral("status"), findingStatusWord(finding.status)},
                       {QStringLiteral("severity"), severityWord(finding.severity)},
                       {QStringLiteral("severity_reason"), finding.severityReason},
                       {QStringLiteral("elements"), QJsonArray::fromStringList(finding.elements)},
                       {QStringLiteral("text"), finding.text},
                       {QStringLiteral("fix"), finding.fix},
                       {QStringLiteral("controls"), controls},
                       {QStringLiteral("decision"), decisionJson(finding)}};
    if (finding.status == FindingStatus::Unknown) {
        QJsonArray asks;
        for (const Question& question : finding.asks)
            asks.append(QJsonObject{{QStringLiteral("element"), question.element},
                                    {QStringLiteral("attribute"), question.attribute},
                                    {QStringLiteral("label"), question.label}});
        object.insert(QStringLiteral("asks"), asks);
    }
    return object;
}

QJsonObject comparisonJson(const Comparison& comparison) {
    QJsonArray gone;
    for (const EarlierFinding& earlier : comparison.gone)
        gone.append(QJsonObject{{QStringLiteral("rule"), earlier.rule},
                                {QStringLiteral("severity"), severityWord(earlier.severity)},
                                {QStringLiteral("text"), earlier.text}});
    return {{QStringLiteral("new"), comparison.count(Since::New)},
            {QStringLiteral("worse"), comparison.count(Since::Worse)},
            {QStringLiteral("unchanged"), comparison.count(Since::Unchanged)},
            {QStringLiteral("gone"), gone}};
}

QString comparisonText(const Comparison& comparison) {
    QString text;
    for (const EarlierFinding& earlier : comparison.gone)
        text += QStringLiteral("gone  %1  %2\n").arg(earlier.rule, earlier.text);
    if (!text.isEmpty()) text += u'\n';
    return text + QStringLiteral("Against the baseline: %1 new, %2 worse, %3 unchanged, %4 gone\n")
                      .arg(comparison.count(Since::New))
                      .arg(comparison.count(Since::Worse))
                      .arg(comparison.count(Since::Unchanged))
                      .arg(comparison.gone.size());
}

} // namespace

QByteArray checkJson(const Review& review, const Comparison* comparison) {
    QJsonArray findings;
    for (std::size_t i = 0; i < review.findings.size(); ++i) {
        QJsonObject object = findingJson(review.findings[i]);
        if (comparison) object.insert(QStringLiteral("since"), sinceWord(comparison->since[i]));
        findings.append(object);
    }
    const SeverityCounts counts = review.counts();
    QJsonObject counted;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info})
        counted.insert(severityWord(severity), counts[severity]);
    counted.insert(QStringLiteral("unknown"), counts.unknown);
    counted.insert(QStringLiteral("decided"), counts.decided);
    QJsonObject all{{QStringLiteral("findings"), findings}, {QStringLiteral("counts"), counted}};
    if (comparison) all.insert(QStringLiteral("baseline"), comparisonJson(*comparison));
    return QJsonDocument(all).toJson();
}

namespace {

/// "Accepted, owned by Payments, ticket PAY-1, until 2027-03-31: goes away in June".
QString decisionText(const Finding& finding) {
    const model::Decision& decision = *finding.decision;
    QString text = model::label(decision.status);
    if (decision.owner) text += QStringLiteral(", owned by %1").arg(*decision.owner);
    if (decision.decidedBy) text += QStringLiteral(", decided by %1").arg(*decision.decidedBy);
    if (decision.ticket) text += QStringLiteral(", ticket %1").arg(*decision.ticket);
    if (decision.expiresAt) text += QStringLiteral(", until %1").arg(*decision.expiresAt);
    if (!finding.decisionStands) text += QStringLiteral(" (no longer stands)");
    return decision.reason ? QStringLiteral("%1: %2").arg(text, decision.reason->simplified()) : text;
}

} // namespace

QString checkText(const model::Model& model, const Review& review, const Comparison* comparison) {
    QString text;
    for (std::size_t i = 0; i < review.findings.size(); ++i) {
        const Finding& finding = review.findings[i];
        const bool unknown = finding.status == FindingStatus::Unknown;
        text += QStringLiteral("%1  %2  %3")
                    .arg(unknown ? QStringLiteral("unknown") : severityWord(finding.severity), finding.rule, finding.title);
        if (comparison && comparison->since[i] != Since::Unchanged)
            text += QStringLiteral("  (%1)").arg(sinceWord(comparison->since[i]));
        text += u'\n';
        text += QStringLiteral("    %1\n").arg(finding.text);
        if (!unknown && !finding.severityReason.isEmpty()) text += QStringLiteral("    Why: %1.\n").arg(finding.severityReason);
        for (const Question& question : finding.asks) text += QStringLiteral("    Not answered: %1\n").arg(question.label);
        if (!finding.fix.isEmpty()) text += QStringLiteral("    Fix: %1\n").arg(finding.fix);
        if (finding.decision) text += QStringLiteral("    Decision: %1\n").arg(decisionText(finding));
        text += u'\n';
    }
    if (comparison) text += comparisonText(*comparison);
    const SeverityCounts counts = review.counts();
    QStringList parts;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low, Severity::Info})
        parts.append(QStringLiteral("%1 %2").arg(counts[severity]).arg(severityWord(severity)));
    parts.append(QStringLiteral("%1 unknown").arg(counts.unknown));
    parts.append(QStringLiteral("%1 decided").arg(counts.decided));
    if (!model.title().isEmpty()) text += model.title() + QStringLiteral(": ");
    return text + parts.join(QStringLiteral(", ")) + u'\n';
}

bool reaches(const FindingList& findings, Severity bar) {
    return std::any_of(findings.begin(), findings.end(),
                       [bar](const Finding& finding) { return finding.isOpen() && finding.severity >= bar; });
}

} // namespace sallyport::rules
