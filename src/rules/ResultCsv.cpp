// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/ResultCsv.h"

#include "document/Csv.h"
#include "rules/CoverageGaps.h"
#include "rules/CoverageReasons.h"
#include "rules/Sentences.h"

namespace sallyport::rules {

namespace {

using document::CsvTable;

QStringList words(const char* spaced) { return QString::fromLatin1(spaced).split(u' '); }

QString namesOf(const model::Model& model, const QStringList& ids) {
    QStringList names;
    for (const QString& id : ids) names << nameIn(model, id);
    return names.join(QStringLiteral("; "));
}

QString controlsOf(const Finding& finding) {
    QStringList all;
    for (const ControlRef& control : finding.controls) all << control.framework + u' ' + control.id;
    return all.join(QStringLiteral("; "));
}

bool isExported(model::TableId id) {
    using enum model::TableId;
    return id != Placement && id != Route && id != Snapshot;
}

QString share(double value) { return QString::number(value, 'f', 4); }

} // namespace

QByteArray findingsCsv(const model::Model& model, const Review& review) {
    CsvTable csv(
        words("rule title status severity severity_reason elements element_names text fix controls decision "
              "decision_stands reason owner ticket decided_by decided_at expires_at"));
    for (const Finding& finding : review.findings) {
        const model::Decision decision = finding.decision.value_or(model::Decision());
        csv.add({finding.rule, finding.title, findingStatusWord(finding.status), severityWord(finding.severity),
                 finding.severityReason, finding.elementKey(), namesOf(model, finding.elements), finding.text, finding.fix,
                 controlsOf(finding), finding.decision ? QString::fromLatin1(model::word(decision.status)) : QString(),
                 finding.decision ? QString::number(finding.decisionStands ? 1 : 0) : QString(),
                 decision.reason.value_or(QString()), decision.owner.value_or(QString()), decision.ticket.value_or(QString()),
                 decision.decidedBy.value_or(QString()), decision.decidedAt.value_or(QString()),
                 decision.expiresAt.value_or(QString())});
    }
    return csv.text();
}

QByteArray coverageCsv(const model::Model& model, const Review& review) {
    CsvTable csv(words("framework control title control_status element element_name status reason rules attest attested"));
    const CoverageReasons reasons(model, review.coverage);
    for (const FrameworkCoverage& framework : review.coverage.frameworks)
        for (const ControlCoverage& control : framework.controls) {
            const auto add = [&](const QString& id, const QString& status, const QString& reason) {
                csv.add({framework.id, control.control.id, control.title, coverageStatusWord(control.status), id,
                         id.isEmpty() ? QString() : nameIn(model, id), status, reason, control.rules.join(u' '), control.attest,
                         control.attest.isEmpty() ? QString() : QString::number(control.attested ? 1 : 0)});
            };
            if (control.elements.empty()) add({}, {}, reasons.of(control));
            for (const CoverageElement& element : control.elements)
                add(element.id, coverageStatusWord(element.status), reasons.of(control, element).text);
        }
    return csv.text();
}

QByteArray gapsCsv(const model::Model& model, const Review& review) {
    CsvTable csv(
        words("framework control title status violated partial unknown satisfied blast largest_blast elements "
              "element_names"));
    for (const CoverageGap& gap : coverageGaps(model, review))
        csv.add({gap.control.framework, gap.control.id, gap.title, coverageStatusWord(gap.status),
                 QString::number(gap.counts.violated), QString::number(gap.counts.partial), QString::number(gap.counts.unknown),
                 QString::number(gap.counts.satisfied), share(gap.blast), share(gap.largestBlast), gap.elements.join(u' '),
                 namesOf(model, gap.elements)});
    return csv.text();
}

QByteArray rankingCsv(const model::Model& model, const Review& review) {
    CsvTable csv(words("kind element element_name score read write adds controlled users"));
    if (!review.asStated.engine) return csv.text();
    const analysis::AttackFacts& facts = review.asStated.engine->facts();
    for (const analysis::RankedSource& source : review.asStated.ranking.sources) {
        const auto index = static_cast<std::size_t>(source.seed.element);
        const bool component = source.seed.kind == analysis::FactKind::Control;
        const bool secret = source.seed.kind == analysis::FactKind::Have;
        const QString id = component ? facts.components[index].id
                           : secret  ? facts.secrets[index].id
                                     : facts.identities[index].id;
        csv.add({component ? QStringLiteral("component")
                 : secret  ? QStringLiteral("secret")
                           : QStringLiteral("identity"),
                 id, nameIn(model, id), share(source.shares.score), share(source.shares.read), share(source.shares.write),
                 share(source.adds), share(source.controlled), QString::number(source.users)});
    }
    return csv.text();
}

std::vector<ResultTable> resultTables(const model::Model& model, const Review& review) {
    return {{QStringLiteral("findings"), findingsCsv(model, review)},
            {QStringLiteral("coverage"), coverageCsv(model, review)},
            {QStringLiteral("gaps"), gapsCsv(model, review)},
            {QStringLiteral("ranking"), rankingCsv(model, review)}};
}

std::vector<ResultTable> exportedTables(const model::Model& model, const Review& review) {
    std::vector<ResultTable> all = resultTables(model, review);
    for (const model::Table& table : model::tables())
        if (isExported(table.id) && table.count(model) > 0)
            all.push_back({QString::fromLatin1(table.name), document::csvOf(model, table)});
    return all;
}

} // namespace sallyport::rules
