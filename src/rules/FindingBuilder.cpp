// SPDX-FileCopyrightText: 2026 The Sallyport authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/FindingBuilder.h"

#include "analysis/EveryCore.h"
#include "rules/FindingTeller.h"
#include "rules/FrameworkChoice.h"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace sallyport::rules {

namespace {

/// Decisions by finding; of most rules nobody has decided anything.
class Decisions {
public:
    Decisions(const model::Model& model, const QDate& today) : model_(model), today_(today) {
        for (const model::Decision& decision : model.decisions) rules_.insert(decision.rule);
    }
    bool areAbout(const QString& rule) const { return rules_.contains(rule); }

    std::shared_ptr<const std::vector<Finding>> decided(std::vector<Finding> findings) const {
        for (Finding& finding : findings) decide(finding);
        return std::make_shared<const std::vector<Finding>>(std::move(findings));
    }

private:
    void decide(Finding& finding) const {
        const model::Decision* decision = model_.decisions.find({finding.rule, finding.elementKey()});
        if (!decision) return;
        finding.decision = *decision;
        const QDate end = decision->expiresAt ? QDate::fromString(decision->expiresAt->left(10), Qt::ISODate) : QDate();
        finding.decisionStands = decision->status != model::DecisionStatus::Open && (!end.isValid() || end >= today_);
    }

    const model::Model& model_;
    QDate today_;
    QSet<QString> rules_;
};

Finding aboutProblem(const RuleProblem& problem) {
    Finding finding;
    finding.rule = problem.rule;
    finding.title = QStringLiteral("Rule cannot be used");
    finding.status = FindingStatus::Unknown;
    finding.severity = Severity::Info;
    finding.severityReason = QStringLiteral("what it looks for is not looked for");
    finding.text = QStringLiteral("The rule %1 (%2) cannot be used. %3").arg(problem.rule, problem.file, problem.what);
    finding.fix = QStringLiteral("Mend the rule file, or take it out of the folder.");
    return finding;
}

/// Whether a rule's findings depend on the rows of another.
bool listensTo(const Rule& rule, const QString& other) {
    return rule.refers.contains(other) ||
           std::any_of(rule.yields.begin(), rule.yields.end(), [&other](const Yield& y) { return y.rule == other; });
}

} // namespace

void FindingBuilder::renew(std::size_t rule) {
    if (rule < kept_.size()) kept_[rule].isCurrent = false;
}

void FindingBuilder::renewAll() {
    for (Kept& kept : kept_) kept.isCurrent = false;
    questions_.reset();
}

void FindingBuilder::rename(const QSet<QString>& elements) { renamed_.unite(elements); }

/// `rows`: of the findings, by place among the rule's; kept beside them.
FindingBuilder::Part FindingBuilder::partOf(std::vector<Finding> findings, std::vector<qsizetype> rows) {
    Part part;
    if (std::is_sorted(findings.begin(), findings.end(), findingBefore)) {
        part.rows = std::move(rows);
    } else {
        // Findings are large: what is sorted are their places.
        std::vector<std::size_t> order(findings.size());
        std::iota(order.begin(), order.end(), std::size_t(0));
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return findingBefore(findings[a], findings[b]); });
        std::vector<Finding> sorted;
        sorted.reserve(findings.size());
        for (const std::size_t at : order) {
            sorted.push_back(std::move(findings[at]));
            if (!rows.empty()) part.rows.push_back(rows[at]);
        }
        findings = std::move(sorted);
    }
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (i == 0 || findings[i].status != findings[i - 1].status || findings[i].severity != findings[i - 1].severity ||
            findings[i].rule != findings[i - 1].rule)
            part.starts.push_back(i);
    part.findings = std::make_shared<const std::vector<Finding>>(std::move(findings));
    return part;
}

namespace {

/// Whether a finding's words may name one of these elements.
bool names(const Finding& finding, const RuleRow& row, const QSet<QString>& elements) {
    for (const Question& question : finding.asks)
        if (elements.contains(question.element)) return true;
    return std::any_of(row.words.begin(), row.words.end(), [&elements](const QString& word) {
        if (!word.contains(u' ')) return elements.contains(word);
        const QStringList ids = word.split(u' ', Qt::SkipEmptyParts);
        return std::any_of(ids.begin(), ids.end(), [&elements](const QString& id) { return elements.contains(id); });
    });
}

} // namespace

void FindingBuilder::make(std::size_t rule, Names& names, const Sources& from) {
    const RuleResult& result = from.results[rule];
    Kept kept;
    const FindingTeller teller(*questions_, names, result, from.results, askedControls(from.model, from.pack, *result.rule));
    std::vector<Finding> findings;
    std::vector<qsizetype> rows;
    findings.reserve(static_cast<std::size_t>(result.rows.size()));
    for (qsizetype i = 0; i < result.rows.size(); ++i) {
        const RuleRow& row = result.rows[i];
        if (teller.yields(row)) continue;
        findings.push_back(teller.tell(row));
        rows.push_back(i);
        kept.missing.add(findings.back());
    }
    kept.part = partOf(std::move(findings), std::move(rows));
    kept_[rule] = std::move(kept);
}

/// Tells anew what names these elements; nothing else of the rule has changed, and so neither has the order.
void FindingBuilder::tellAnew(std::size_t rule, Names& newNames, const QSet<QString>& renamed, const Sources& from) {
    const RuleResult& result = from.results[rule];
    Part& part = kept_[rule].part;
    std::vector<std::size_t> touched;
    for (std::size_t i = 0; i < part.rows.size(); ++i)
        if (names((*part.findings)[i], result.rows[part.rows[i]], renamed)) touched.push_back(i);
    if (touched.empty()) return;
    const FindingTeller teller(*questions_, newNames, result, from.results, askedControls(from.model, from.pack, *result.rule));
    std::vector<Finding> findings = *part.findings;
    for (const std::size_t i : touched) findings[i] = teller.tell(result.rows[part.rows[i]]);
    part.findings = std::make_shared<const std::vector<Finding>>(std::move(findings));
}

void FindingBuilder::refresh(const Sources& from) {
    const std::vector<RuleResult>& results = from.results;
    kept_.resize(results.size());
    std::vector<std::size_t> stale, others;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].rule->isCheck()) continue;
        const auto changed = [&](std::size_t other) {
            return !kept_[other].isCurrent && (other == i || listensTo(*results[i].rule, results[other].rule->id));
        };
        bool isStale = false;
        for (std::size_t other = 0; other < results.size() && !isStale; ++other) isStale = changed(other);
        (isStale ? stale : others).push_back(i);
    }
    // Those with many rows first, so that no core is left with one of them at the end.
    std::stable_sort(stale.begin(), stale.end(),
                     [&](std::size_t a, std::size_t b) { return results[a].rows.size() > results[b].rows.size(); });
    QSet<QString> attributes;
    const auto noteAttributes = [&] {
        for (const std::size_t rule : stale) attributes.unite(kept_[rule].missing.attributes());
    };
    noteAttributes();
    const QSet<QString> renamed = std::exchange(renamed_, {});
    if (questions_ && &questions_->model() != &from.model) questions_.reset();
    if (!questions_) questions_ = std::make_unique<const QuestionFinder>(from.model);
    std::vector<std::size_t> work = stale;
    if (!renamed.isEmpty()) work.insert(work.end(), others.begin(), others.end());
    std::atomic<std::size_t> next = 0;
    analysis::onEveryCore(analysis::workersFor(work.size()), [&](std::size_t) {
        Names names(from.model);
        for (std::size_t at = next.fetch_add(1); at < work.size(); at = next.fetch_add(1))
            if (at < stale.size())
                make(work[at], names, from);
            else
                tellAnew(work[at], names, renamed, from);
    });
    for (Kept& kept : kept_) kept.isCurrent = true;
    noteAttributes();
    refreshMissing(attributes);
}

void FindingBuilder::refreshMissing(const QSet<QString>& attributes) {
    for (const QString& attribute : attributes) {
        missing_.remove(attribute);
        for (const Kept& kept : kept_) missing_.add(kept.missing, attribute);
    }
}

FindingList FindingBuilder::build(const model::Model& model, const std::vector<RuleResult>& results,
                                  const std::vector<RuleProblem>& problems, const RulePack& pack, const QDate& today) {
    refresh({model, results, pack});
    std::vector<Finding> others = missing_.findings(model, pack);
    for (const RuleProblem& problem : problems) others.push_back(aboutProblem(problem));
    std::vector<Part> parts;
    const Decisions decisions(model, today);
    const auto add = [&](const Part& part) {
        if (part.starts.empty()) return;
        parts.push_back(part);
        if (decisions.areAbout(part.findings->front().rule)) parts.back().findings = decisions.decided(*part.findings);
    };
    for (const Kept& kept : kept_) add(kept.part);
    parts.push_back(partOf(std::move(others), {}));
    parts.back().findings = decisions.decided(*parts.back().findings);
    struct Run {
        const Part* part;
        std::size_t first, count;
        const Finding& head() const { return (*part->findings)[first]; }
    };
    std::vector<Run> runs;
    for (const Part& part : parts)
        for (std::size_t i = 0; i < part.starts.size(); ++i) {
            const std::size_t end = i + 1 < part.starts.size() ? part.starts[i + 1] : part.findings->size();
            runs.push_back({&part, part.starts[i], end - part.starts[i]});
        }
    // The findings of one rule are in order already, so there is no need to compare elements again.
    std::stable_sort(runs.begin(), runs.end(), [](const Run& left, const Run& right) {
        const Finding& a = left.head();
        const Finding& b = right.head();
        if (a.status != b.status) return a.status == FindingStatus::Violated;
        return a.severity != b.severity ? a.severity > b.severity : a.rule < b.rule;
    });
    FindingList list;
    for (const Run& run : runs) list.append(run.part->findings, run.first, run.count);
    return list;
}

} // namespace sallyport::rules
