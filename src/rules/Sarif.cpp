// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/Sarif.h"
#include "rules/FrameworkChoice.h"

#include "rules/Sentences.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

namespace sallyport::rules {

namespace {

using Object = QJsonObject;

Object text(const QString& words) { return {{QStringLiteral("text"), words}}; }

QString level(Severity severity) {
    switch (severity) {
        case Severity::Critical:
        case Severity::High:
            return QStringLiteral("error");
        case Severity::Medium:
            return QStringLiteral("warning");
        case Severity::Low:
        case Severity::Info:
            return QStringLiteral("note");
        case Severity::None:
            break;
    }
    return QStringLiteral("none");
}

/// A figure in the middle of the band that code scanning services give the severity: above 9 critical, above 7 high,
/// above 4 medium, above 0 low.
QString securitySeverity(Severity severity) {
    switch (severity) {
        case Severity::Critical:
            return QStringLiteral("9.5");
        case Severity::High:
            return QStringLiteral("8.0");
        case Severity::Medium:
            return QStringLiteral("5.5");
        case Severity::Low:
            return QStringLiteral("2.0");
        case Severity::Info:
        case Severity::None:
            break;
    }
    return QStringLiteral("0.0");
}

QString kindWord(model::ElementKind kind) {
    using enum model::ElementKind;
    switch (kind) {
        case Zone:
            return QStringLiteral("zone");
        case Component:
            return QStringLiteral("component");
        case Flow:
            return QStringLiteral("flow");
        case Identity:
            return QStringLiteral("identity");
        case Secret:
            return QStringLiteral("secret");
        case Grant:
            return QStringLiteral("grant");
        case Data:
            return QStringLiteral("data_asset");
        case Diagram:
            return QStringLiteral("diagram");
        case Note:
            return QStringLiteral("note");
        case None:
            break;
    }
    return QStringLiteral("element");
}

QString uriOf(const QString& path) {
    if (QFileInfo(path).isAbsolute()) return QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded);
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

QJsonArray controlsJson(const QList<ControlRef>& controls) {
    QJsonArray all;
    for (const ControlRef& control : controls) all.append(control.framework + u'/' + control.id);
    return all;
}

QString ruleHelp(const Rule& rule) {
    QString help = rule.fix;
    for (const SeverityReason& reason : rule.severities)
        help += QStringLiteral("\n%1: %2.").arg(severityLabel(reason.severity), reason.reason);
    return help;
}

Object descriptor(const model::Model& model, const Rule& rule, const RulePack& pack) {
    const Severity usual = rule.severities.front().severity;
    QJsonArray tags{QStringLiteral("security")};
    for (const ControlRef& control : askedControls(model, pack, rule)) tags.append(control.framework + u'/' + control.id);
    return {
        {QStringLiteral("id"), rule.id},
        {QStringLiteral("shortDescription"), text(rule.title)},
        {QStringLiteral("fullDescription"), text(QStringLiteral("%1: %2.").arg(rule.title, rule.severities.front().reason))},
        {QStringLiteral("help"), text(ruleHelp(rule))},
        {QStringLiteral("defaultConfiguration"), Object{{QStringLiteral("level"), level(usual)}}},
        {QStringLiteral("properties"), Object{{QStringLiteral("security-severity"), securitySeverity(usual)},
                                              {QStringLiteral("severity"), severityWord(usual)},
                                              {QStringLiteral("tags"), tags}}}};
}

/// Of a finding whose rule is no file of the pack: TBM-607, and rules that cannot be read.
Object descriptor(const Finding& finding) {
    return {{QStringLiteral("id"), finding.rule},
            {QStringLiteral("shortDescription"), text(finding.title)},
            {QStringLiteral("help"), text(finding.fix)},
            {QStringLiteral("defaultConfiguration"), Object{{QStringLiteral("level"), level(finding.severity)}}},
            {QStringLiteral("properties"), Object{{QStringLiteral("security-severity"), securitySeverity(finding.severity)},
                                                  {QStringLiteral("severity"), severityWord(finding.severity)},
                                                  {QStringLiteral("tags"), QJsonArray{QStringLiteral("security")}}}}};
}

class Run {
public:
    Run(const model::Model& model, const Review& review, const SarifOptions& options)
        : model_(model), review_(review), options_(options) {}

    Object object(const RulePack& pack) {
        for (const Rule& rule : pack.rules())
            if (!rule.isCheck()) addRule(rule.id, descriptor(model_, rule, pack));
        QJsonArray results;
        for (std::size_t i = 0; i < review_.findings.size(); ++i) {
            const Finding& finding = review_.findings[i];
            if (!indexOf_.contains(finding.rule)) addRule(finding.rule, descriptor(finding));
            Object result = resultOf(finding);
            if (options_.comparison)
                result.insert(QStringLiteral("baselineState"), baselineState(options_.comparison->since[i]));
            results.append(result);
        }
        const Object driver{{QStringLiteral("name"), QStringLiteral("Sallyport")},
                            {QStringLiteral("semanticVersion"), options_.version},
                            {QStringLiteral("rules"), rules_}};
        const Object artifact{{QStringLiteral("location"), Object{{QStringLiteral("uri"), uriOf(options_.artifact)}}},
                              {QStringLiteral("roles"), QJsonArray{QStringLiteral("analysisTarget")}}};
        return {{QStringLiteral("tool"), Object{{QStringLiteral("driver"), driver}}},
                {QStringLiteral("artifacts"), QJsonArray{artifact}},
                {QStringLiteral("invocations"), QJsonArray{invocation()}},
                {QStringLiteral("results"), results},
                {QStringLiteral("columnKind"), QStringLiteral("utf16CodeUnits")}};
    }

private:
    void addRule(const QString& id, const Object& rule) {
        indexOf_.insert(id, static_cast<int>(rules_.size()));
        rules_.append(rule);
    }

    static QString baselineState(Since since) { return since == Since::Worse ? QStringLiteral("updated") : sinceWord(since); }

    Object invocation() const {
        QJsonArray notes;
        for (const RuleProblem& problem : review_.problems)
            notes.append(Object{
                {QStringLiteral("level"), QStringLiteral("error")},
                {QStringLiteral("descriptor"), Object{{QStringLiteral("id"), QStringLiteral("rule-not-used")}}},
                {QStringLiteral("message"),
                 text(QStringLiteral("The rule %1 (%2) is not used. %3").arg(problem.rule, problem.file, problem.what))}});
        Object invocation{{QStringLiteral("executionSuccessful"), true}};
        if (!notes.isEmpty()) invocation.insert(QStringLiteral("toolConfigurationNotifications"), notes);
        return invocation;
    }

    Object location(const QString& element) const {
        Object physical{{QStringLiteral("artifactLocation"),
                         Object{{QStringLiteral("uri"), uriOf(options_.artifact)}, {QStringLiteral("index"), 0}}}};
        if (const int line = options_.lines.value(element); line > 0)
            physical.insert(QStringLiteral("region"), Object{{QStringLiteral("startLine"), line}});
        Object location{{QStringLiteral("physicalLocation"), physical}};
        if (element.isEmpty()) return location;
        const QString kind = kindWord(model::elementKind(model_, element));
        location.insert(QStringLiteral("logicalLocations"),
                        QJsonArray{Object{{QStringLiteral("name"), nameIn(model_, element)},
                                          {QStringLiteral("fullyQualifiedName"), kind + u':' + element},
                                          {QStringLiteral("kind"), kind}}});
        return location;
    }

    Object resultOf(const Finding& finding) const {
        const bool open = finding.status == FindingStatus::Unknown;
        Object result{
            {QStringLiteral("ruleId"), finding.rule},
            {QStringLiteral("ruleIndex"), indexOf_.value(finding.rule)},
            {QStringLiteral("kind"), open ? QStringLiteral("open") : QStringLiteral("fail")},
            {QStringLiteral("level"), open ? QStringLiteral("none") : level(finding.severity)},
            {QStringLiteral("message"), text(finding.text)},
            {QStringLiteral("locations"), QJsonArray{location(finding.elements.value(0))}},
            {QStringLiteral("partialFingerprints"), Object{{QStringLiteral("sallyportFinding/v1"), fingerprint(finding.id())}}},
            {QStringLiteral("suppressions"), suppressions(finding)},
            {QStringLiteral("properties"), properties(finding)}};
        QJsonArray related;
        for (qsizetype i = 1; i < finding.elements.size(); ++i) {
            Object other = location(finding.elements[i]);
            other.insert(QStringLiteral("message"), text(nameIn(model_, finding.elements[i])));
            related.append(other);
        }
        if (!related.isEmpty()) result.insert(QStringLiteral("relatedLocations"), related);
        return result;
    }

    /// All results have the list, as the standard asks for where one has; what no longer stands suppresses nothing.
    static QJsonArray suppressions(const Finding& finding) {
        if (!finding.decisionStands) return {};
        const model::Decision& decision = *finding.decision;
        QString why = model::label(decision.status);
        if (decision.reason) why += QStringLiteral(": ") + *decision.reason;
        Object properties{{QStringLiteral("status"), QLatin1StringView(model::word(decision.status))}};
        const auto add = [&properties](const QString& name, const model::Text& value) {
            if (value) properties.insert(name, *value);
        };
        add(QStringLiteral("owner"), decision.owner);
        add(QStringLiteral("ticket"), decision.ticket);
        add(QStringLiteral("decidedBy"), decision.decidedBy);
        add(QStringLiteral("decidedAt"), decision.decidedAt);
        add(QStringLiteral("expiresAt"), decision.expiresAt);
        return {Object{{QStringLiteral("kind"), QStringLiteral("external")},
                       {QStringLiteral("status"), QStringLiteral("accepted")},
                       {QStringLiteral("justification"), why},
                       {QStringLiteral("properties"), properties}}};
    }

    Object properties(const Finding& finding) const {
        Object all{{QStringLiteral("severity"), severityWord(finding.severity)},
                   {QStringLiteral("severityReason"), finding.severityReason},
                   {QStringLiteral("elements"), QJsonArray::fromStringList(finding.elements)},
                   {QStringLiteral("controls"), controlsJson(finding.controls)},
                   {QStringLiteral("fix"), finding.fix}};
        QJsonArray asks;
        for (const Question& question : finding.asks) asks.append(question.label);
        if (!asks.isEmpty()) all.insert(QStringLiteral("asks"), asks);
        return all;
    }

    const model::Model& model_;
    const Review& review_;
    const SarifOptions& options_;
    QJsonArray rules_;
    QHash<QString, int> indexOf_;
};

} // namespace

QByteArray sarif(const model::Model& model, const Review& review, const RulePack& pack, const SarifOptions& options) {
    const Object log{
        {QStringLiteral("$schema"),
         QStringLiteral("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")},
        {QStringLiteral("version"), QStringLiteral("2.1.0")},
        {QStringLiteral("runs"), QJsonArray{Run(model, review, options).object(pack)}}};
    return QJsonDocument(log).toJson();
}

QHash<QString, int> elementLines(const QByteArray& json) {
    static const QRegularExpression id(QStringLiteral("\"id\"\\s*:\\s*\"([^\"\\\\]+)\""));
    const QString all = QString::fromUtf8(json);
    QHash<QString, int> lines;
    qsizetype counted = 0;
    int line = 1;
    for (auto matches = id.globalMatch(all); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        line += static_cast<int>(QStringView(all).sliced(counted, match.capturedStart() - counted).count(u'\n'));
        counted = match.capturedStart();
        if (!lines.contains(match.captured(1))) lines.insert(match.captured(1), line);
    }
    return lines;
}

} // namespace sallyport::rules
