// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/CoverageCharts.h"
#include "charts/Signs.h"
#include "charts/Words.h"
#include "diagram/Glyphs.h"
#include "report/Material.h"

#include <QPainter>

#include <algorithm>
#include <map>
#include <set>

namespace sallyport::report {

namespace {

std::function<void(QPainter&, const QRectF&)> severitySign(rules::Severity severity) {
    return [severity](QPainter& painter, const QRectF& rect) {
        diagram::paintSeverity(painter, rect, charts::toDiagram(severity), diagram::Theme::light());
    };
}

std::function<void(QPainter&, const QRectF&)> statusSign(rules::CoverageStatus status) {
    return [status](QPainter& painter, const QRectF& rect) {
        diagram::paintStatus(painter, rect, charts::toDiagram(status), diagram::Theme::light());
    };
}

/// The rule that lists unanswered questions (rules.md): told under Unknowns.
const QString unanswered = QStringLiteral("TBM-607");

QString shortControls(const QList<rules::ControlRef>& controls) {
    QStringList ids;
    for (const rules::ControlRef& control : controls) ids << control.id;
    ids.removeDuplicates();
    return ids.size() > 4 ? ids.mid(0, 4).join(QStringLiteral(", ")) + QStringLiteral(" …") : ids.join(QStringLiteral(", "));
}

/// All findings of one rule at one severity: their sentences, then once what to do.
Row ruleRow(const std::vector<const rules::Finding*>& findings, std::size_t most) {
    const rules::Finding& first = *findings.front();
    const Style fix{9, 13, charts::Weight::Regular, style::faint.colour};
    Cell id(first.rule, style::strong);
    id.sign = severitySign(first.severity);
    Cell says;
    if (findings.size() > 1) says.runs.push_back({first.title, style::strong});
    const std::size_t shown = findings.size() > most + 1 ? most : findings.size();
    for (std::size_t i = 0; i < shown; ++i) says.runs.push_back({findings[i]->text, style::text});
    if (shown < findings.size())
        says.runs.push_back({Words::tr("and %1 more of the same").arg(findings.size() - shown), style::faint});
    if (!first.fix.isEmpty()) says.runs.push_back({first.fix, fix});
    return {{id, says, Cell(shortControls(first.controls), style::caption)}, -1};
}

/// What made the control so: the rules and elements that decide it.
QString reasonOf(const Material& m, const rules::ControlCoverage& control) {
    std::map<QString, QStringList> byReason;
    std::vector<QString> order;
    for (const rules::CoverageElement& element : control.elements) {
        if (element.status != control.status) continue;
        if (!byReason.contains(element.because)) order.push_back(element.because);
        byReason[element.because] << m.nameOf(element.id);
    }
    QStringList parts;
    const int most = m.options.allElements ? 0 : 4;
    for (const QString& reason : order) {
        const QString names = charts::listed(byReason[reason], most);
        parts << (reason.isEmpty() ? names : Words::tr("%1: %2").arg(reason, names));
        if (parts.size() == 3 && !m.options.allElements) break;
    }
    if (parts.isEmpty() && !control.undecided.isEmpty()) parts << control.undecided.first();
    if (!control.attest.isEmpty() && !control.attested)
        parts << (control.attestationExpired ? Words::tr("attestation expired: %1").arg(control.attest)
                                             : Words::tr("to attest: %1").arg(control.attest));
    return parts.join(QStringLiteral("; "));
}

void frameworkTable(Book& book, const Material& m, const rules::FrameworkCoverage& framework) {
    using rules::CoverageStatus;
    std::vector<Row> rows;
    std::map<CoverageStatus, QStringList> rest;
    for (const CoverageStatus wanted : {CoverageStatus::Violated, CoverageStatus::Partial, CoverageStatus::Unknown,
                                        CoverageStatus::Satisfied, CoverageStatus::NotApplicable}) {
        for (const rules::ControlCoverage& control : framework.controls) {
            if (control.status != wanted) continue;
            const bool isDetail = wanted == CoverageStatus::Violated || wanted == CoverageStatus::Partial;
            if (!isDetail && !m.options.allElements) {
                rest[wanted] << Words::tr("%1 %2").arg(control.control.id, control.title);
                continue;
            }
            Cell id(control.control.id, style::strong);
            id.sign = statusSign(wanted);
            Cell title(control.title);
            const QString reason = reasonOf(m, control);
            if (!reason.isEmpty()) title.runs.push_back({reason, {9, 13, charts::Weight::Regular, style::faint.colour}});
            rows.push_back({{id, title, Cell(control.counts.text(), style::caption)}, -1});
        }
    }
    book.block(framework.title, framework.counts.text(), 70, true);
    writeTable(book,
               {{Words::tr("Control"), 1, 92}, {Words::tr("What the model indicates"), 1}, {Words::tr("Elements"), 1, 110}},
               rows);
    for (const CoverageStatus status : {CoverageStatus::Unknown, CoverageStatus::Satisfied, CoverageStatus::NotApplicable}) {
        if (rest[status].isEmpty()) continue;
        Cell word(rules::coverageStatusLabel(status), style::strong);
        word.sign = statusSign(status);
        writeTable(book, {{QString(), 1, 92}, {QString(), 1}},
                   {{{word, Cell(rest[status].join(QStringLiteral("; ")), {9, 13})}, -1}});
    }
    if (!framework.credit.isEmpty()) {
        book.space(3);
        book.text(framework.credit, {7, 10, charts::Weight::Regular, m.theme.ink3});
    }
}

} // namespace

void writeFindings(Book& book, const Material& m) {
    const rules::SeverityCounts counts = m.review.counts();
    int open = 0;
    for (int i = 1; i < rules::severityCount; ++i) open += counts.of[i];
    book.section(Words::tr("Findings"),
                 Words::tr("%1 open, %2 decided, %3 unknown").arg(open).arg(counts.decided).arg(counts.unknown));
    if (open == 0)
        book.text(counts.unknown > 0
                      ? Words::tr("No finding; %1 cannot be decided before their questions are answered.").arg(counts.unknown)
                      : Words::tr("No finding."));
    for (int i = rules::severityCount - 1; i > 0; --i) {
        const auto severity = static_cast<rules::Severity>(i);
        // Findings of one rule stand together, so that what to do is said once.
        std::map<QString, std::vector<const rules::Finding*>> byRule;
        qsizetype count = 0;
        for (const rules::Finding& finding : m.review.findings) {
            if (!finding.isOpen() || finding.severity != severity || finding.rule == unanswered) continue;
            byRule[finding.rule].push_back(&finding);
            ++count;
        }
        if (byRule.empty()) continue;
        std::vector<Row> rows;
        for (const auto& entry : byRule) rows.push_back(ruleRow(entry.second, m.options.allElements ? 24 : 8));
        book.block(rules::severityLabel(severity), charts::counted(count, Words::tr("finding"), Words::tr("findings")), 70,
                   true);
        writeTable(book, {{Words::tr("Rule"), 1, 68}, {Words::tr("Finding and remedy"), 1}, {Words::tr("Controls"), 1, 100}},
                   rows);
    }
    if (!m.review.problems.empty()) {
        book.block(Words::tr("Rules that did not run"), Words::tr("nothing may be concluded from them"), 40);
        std::vector<Row> rows;
        for (const rules::RuleProblem& problem : m.review.problems)
            rows.push_back({{Cell(problem.rule, style::strong), Cell(problem.what)}, -1});
        writeTable(book, {{Words::tr("Rule"), 1, 68}, {Words::tr("Why"), 1}}, rows);
    }
}

void writeCoverage(Book& book, const Material& m) {
    book.section(Words::tr("Coverage"), Words::tr("what the model indicates; unknown is never satisfied"));
    if (m.review.coverage.frameworks.empty()) {
        book.text(Words::tr("No framework has been looked at."));
        return;
    }
    const std::shared_ptr<charts::RowChart> chart(charts::coverageChart(m.review.coverage, m.theme));
    if (!chart->rows().empty()) putChart(book, chart, book.take(chart->naturalHeight()));
    for (const rules::FrameworkCoverage& framework : m.review.coverage.frameworks)
        if (framework.counts.total() > 0 || m.options.allElements) frameworkTable(book, m, framework);
}

void writeUnknowns(Book& book, const Material& m) {
    // By attribute: about which elements it is unanswered, and which rules wait for it.
    struct Waiting {
        QString label;
        QStringList elements;
        std::set<QString> rules;
        rules::Severity worst = rules::Severity::None;
    };
    std::map<QString, Waiting> questions;
    for (const rules::Finding& finding : m.review.findings) {
        if (finding.status != rules::FindingStatus::Unknown) continue;
        for (const rules::Question& question : finding.asks) {
            Waiting& waiting = questions[question.attribute];
            const QString name = m.nameOf(question.element);
            const QString suffix = Words::tr(" of %1").arg(name);
            waiting.label = question.label.endsWith(suffix) ? question.label.chopped(suffix.size()) : question.label;
            if (!waiting.elements.contains(name)) waiting.elements << name;
            waiting.rules.insert(finding.rule);
            waiting.worst = std::max(waiting.worst, finding.severity);
        }
    }
    std::vector<const Waiting*> order;
    for (const auto& entry : questions) order.push_back(&entry.second);
    std::stable_sort(order.begin(), order.end(), [](const Waiting* a, const Waiting* b) {
        return a->worst != b->worst ? a->worst > b->worst : a->elements.size() > b->elements.size();
    });
    book.section(Words::tr("Unknowns"), charts::counted(m.review.unknownTotal, Words::tr("question"), Words::tr("questions")),
                 220);
    if (order.empty() && m.review.unknownTotal == 0) {
        book.text(Words::tr("Every question that matters has been answered."));
        return;
    }
    book.text(
        Words::tr("An unanswered question is never safe: the worst case reads it as bad as can be. These keep findings "
                  "undecided, worst first."));
    book.space(4);
    const std::size_t most = m.options.allElements ? order.size() : 24;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        const QStringList ids(order[i]->rules.begin(), order[i]->rules.end());
        Cell could(rules::severityLabel(order[i]->worst));
        could.sign = severitySign(order[i]->worst);
        QString label = order[i]->label;
        if (!label.isEmpty()) label[0] = label[0].toUpper();
        rows.push_back({{Cell(label, style::strong), Cell(charts::listed(order[i]->elements, m.options.allElements ? 0 : 3)),
                         Cell(ids.size() > 4 ? ids.mid(0, 4).join(QStringLiteral(", ")) + QStringLiteral(" …")
                                             : ids.join(QStringLiteral(", ")),
                              style::caption),
                         could},
                        -1});
    }
    writeTable(book,
               {{Words::tr("Question"), 1},
                {Words::tr("Unanswered about"), 1.5},
                {Words::tr("Decides"), 1, 92},
                {Words::tr("Could be"), 1, 66}},
               rows);
    book.space(4);
    if (order.size() > most)
        book.text(Words::tr("%1 more questions keep a finding open.").arg(order.size() - most), style::caption);
    std::vector<std::pair<int, QString>> widest;
    for (const auto& [id, count] : m.review.unknowns) widest.push_back({-count, id});
    std::sort(widest.begin(), widest.end());
    QStringList names;
    for (std::size_t i = 0; i < std::min<std::size_t>(8, widest.size()); ++i)
        names << Words::tr("%1 (%2)").arg(m.nameOf(widest[i].second)).arg(-widest[i].first);
    if (!names.isEmpty()) book.text(Words::tr("Most is unanswered about %1.").arg(charts::listed(names, 8)), style::caption);
}

void writeDecisions(Book& book, const Material& m) {
    std::vector<Row> rows;
    for (const rules::Finding& finding : m.review.findings) {
        if (!finding.decision || finding.decision->status == model::DecisionStatus::Open) continue;
        const model::Decision& decision = *finding.decision;
        Cell id(finding.rule, style::strong);
        id.sign = severitySign(finding.severity);
        Cell what(finding.text);
        if (decision.reason) what.runs.push_back({*decision.reason, {9, 13, charts::Weight::Regular, style::faint.colour}});
        Cell state(model::label(decision.status));
        if (decision.owner) state.runs.push_back({*decision.owner, style::caption});
        Cell due(decision.expiresAt ? charts::dateText(*decision.expiresAt) : Words::tr("no expiry"));
        if (!finding.decisionStands) due.runs.push_back({Words::tr("expired"), {9.5, 14, charts::Weight::Bold, m.theme.bad}});
        rows.push_back({{id, what, state, due}, -1});
    }
    book.section(Words::tr("Decisions"),
                 charts::counted(static_cast<qint64>(rows.size()), Words::tr("decision"), Words::tr("decisions")), 130);
    if (rows.empty())
        book.text(Words::tr("Nobody has accepted, mitigated, transferred or refuted a finding yet."));
    else
        writeTable(book,
                   {{Words::tr("Rule"), 1, 68},
                    {Words::tr("Finding and reason"), 1},
                    {Words::tr("Decision"), 1, 84},
                    {Words::tr("Expires"), 1, 84}},
                   rows);

    std::vector<Row> attested;
    for (const model::Attestation& attestation : m.model.attestations) {
        Cell what(attestation.statement);
        if (attestation.evidence)
            what.runs.push_back({*attestation.evidence, {9, 13, charts::Weight::Regular, style::faint.colour}});
        Cell due(attestation.expiresAt ? charts::dateText(*attestation.expiresAt) : Words::tr("no expiry"));
        if (attestation.expiresAt && *attestation.expiresAt < m.review.today)
            due.runs.push_back({Words::tr("expired"), {9.5, 14, charts::Weight::Bold, m.theme.bad}});
        attested.push_back({{Cell(attestation.control, style::strong), what,
                             attestation.byWhom ? Cell(*attestation.byWhom) : Cell::unknown(), due},
                            -1});
    }
    if (attested.empty()) return;
    book.block(Words::tr("Attestations"), {}, 60, true);
    writeTable(
        book,
        {{Words::tr("Control"), 1, 92}, {Words::tr("Vouched for"), 1}, {Words::tr("By"), 1, 84}, {Words::tr("Expires"), 1, 84}},
        attested);
}

} // namespace sallyport::report
